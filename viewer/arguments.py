"""The command line. Reading it needs nothing but the standard library, so that ``--help`` is instant."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from viewer import paths

STANDARD_VIEWS = ("anterior", "posterior", "left", "right", "superior", "inferior")
PRESENCE = ("both", "left", "right", "absent")
LARGEST_PICTURE = 16384
_EPILOG = """\
Variations have options of their own, named as in the annotations and followed by both, left, right or absent:
for instance --psoas-minor left draws a body that has it on the person's left only. --form ID=FORM gives a structure
one of its forms, "usual" for the usual one; a form that is not known is refused with a list of those that are.

Without --list, --describe or --screenshot the window opens. Exit code 2 says that something given could not be used.
"""


class Refused(Exception):  # noqa: N818 - it reads as what happened, and is no error of the program
    """Something asked for cannot be done; the message says what and why, in words for the user."""


def parse(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line as values; ``variants`` maps a variation's option to its presence. Exits 2 on nonsense."""
    parser = _parser()
    known, rest = parser.parse_known_args(words)
    known.variants = _variants(parser, rest)
    return known


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iliopsoas",
        description="See the lumbar spine, pelvis, femurs and the iliopsoas in 3D, with what is known of them.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_tasks(parser.add_mutually_exclusive_group())
    _add_picture_options(parser.add_argument_group("what a picture or the window shows"))
    _add_data_options(parser.add_argument_group("other data"))
    return parser


def _add_tasks(group: argparse._MutuallyExclusiveGroup) -> None:
    group.add_argument("--list", action="store_true", help="print every structure's id, English and Latin name")
    group.add_argument("--describe", metavar="ID", help="print what is known of a structure, with sources")
    group.add_argument("--screenshot", metavar="OUT.png", type=Path, help="draw a picture without a window")
    group.add_argument("--version", action="store_true", help="print the program's version")


def _add_picture_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--select", metavar="ID", action="append", default=[], help="choose a structure (repeatable)")
    group.add_argument(
        "--form", metavar="ID=FORM", type=_form, action="append", default=[], help="a structure's form (repeatable)"
    )
    group.add_argument("--view", metavar="NAME", choices=STANDARD_VIEWS, help=", ".join(STANDARD_VIEWS))
    group.add_argument("--size", metavar="WxH", type=_size, default=(1600, 1000), help="pixels, 1600x1000 unless told")


def _add_data_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--annotations", metavar="PATH", type=Path, default=paths.annotations_file(), help="other facts")
    group.add_argument("--meshes", metavar="FOLDER", type=Path, default=paths.meshes_folder(), help="other meshes")


def _variants(parser: argparse.ArgumentParser, rest: Sequence[str]) -> Mapping[str, str]:
    words = [part for word in rest for part in (word.split("=", 1) if word.startswith("--") else [word])]
    found: dict[str, str] = {}
    for option, presence in zip(words[::2], [*words[1::2], ""], strict=False):
        if not option.startswith("--"):
            parser.error(f"unrecognized argument: {option}")
        if presence not in PRESENCE:
            parser.error(f"unrecognized option {option}, or not followed by one of {', '.join(PRESENCE)}")
        found[option.removeprefix("--")] = presence
    return found


def _form(text: str) -> tuple[str, str]:
    structure_id, equals, form = text.partition("=")
    if not (structure_id and equals and form):
        raise argparse.ArgumentTypeError(f"{text[:80]!r} is not ID=FORM: a structure and its form")
    return structure_id, form


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT, such as 1600x1000")
    width, height = int(match[1]), int(match[2])
    if not (16 <= width <= LARGEST_PICTURE and 16 <= height <= LARGEST_PICTURE):
        raise argparse.ArgumentTypeError(f"{text}: each side must be from 16 to {LARGEST_PICTURE} pixels")
    return width, height
