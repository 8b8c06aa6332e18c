"""The command line. Reading it needs nothing but the standard library, so that ``--help`` is instant."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from viewer import paths
from viewer.language import tr

STANDARD_VIEWS = ("anterior", "posterior", "left", "right", "superior", "inferior")
GROUNDS = ("dark", "light", "white")
LANGUAGES = ("en", "la", "de", "es")
PRESENCE = ("both", "left", "right", "absent")
LABELS = ("names", "blank")
KEYS = ("end", "apart", "none")
PAPERS = ("a4", "letter")
LARGEST_PICTURE = 16384
HELP_WIDTH = 110  # letters
HEADLESS = (
    "list", "describe", "screenshot", "check_walk", "check_lesson", "version", "pictures", "handout", "model", "page",
)  # fmt: skip
TASKS = (*HEADLESS, "diagnose", "probe")
"""What can be asked for instead of the window, one at a time; HEADLESS ones never need a display."""


class Refused(Exception):  # noqa: N818 - it reads as what happened, and is no error of the program
    """Something asked for cannot be done; the message says what and why, in words for the user."""


def parse(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line as values; ``variants`` maps a variation's option to its presence. Raises Refused on nonsense.

    Ends the process, as is the custom, where help is asked for.
    """
    try:
        known, rest = _parser().parse_known_args(words)
    except argparse.ArgumentError as error:
        raise Refused(_misused(error)) from error
    _one_task(known)
    known.variants = _variants(rest)
    return known


def is_asked(known: argparse.Namespace, tasks: Iterable[str]) -> bool:
    """Whether one of these TASKS was asked for."""
    return any(getattr(known, task) not in (None, False) for task in tasks)


class _Page(argparse.RawDescriptionHelpFormatter):
    """The page of help, in the language that the program speaks."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, tr("usage: ") if prefix is None else prefix)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iliopsoas",
        description=tr("See the lumbar spine, pelvis, femurs and the iliopsoas in 3D, with what is known of them."),
        epilog=_epilog(),
        formatter_class=_Page,
        allow_abbrev=False,
        add_help=False,
        exit_on_error=False,
    )
    _add_tasks(parser.add_argument_group(tr("what to do, instead of opening the window")))
    _add_picture_options(parser.add_argument_group(tr("what a picture or the window shows")))
    _add_lesson_options(parser.add_argument_group(tr("a lesson")))
    _add_data_options(parser.add_argument_group(tr("other data")))
    return parser


def _epilog() -> str:
    variations = tr(
        "Variations have options of their own, named as in the annotations and followed by both, left, right or"
        " absent: for instance --psoas-minor left draws a body that has it on the person's left only. --form ID=FORM"
        ' gives a structure one of its forms, "usual" for the usual one; a form that is not known is refused with a'
        " list of those that are."
    )
    window = tr(
        "Without --list, --describe or --screenshot the window opens. Exit code 2 says that something given could not"
        " be used."
    )
    return "\n\n".join(textwrap.fill(text, HELP_WIDTH) for text in (variations, window))


def _add_tasks(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--list", action="store_true", help=tr("print every structure's id, English and Latin name"))
    group.add_argument("--describe", metavar="ID", help=tr("print what is known of a structure, with sources"))
    group.add_argument("--screenshot", metavar="OUT.png", type=Path, help=tr("draw a picture without a window"))
    checked = tr("say all that is wrong with a guided walk of your own")
    group.add_argument("--check-walk", metavar="FILE.json", type=Path, help=checked)
    lesson = tr("say all that is wrong with a lesson's file")
    group.add_argument("--check-lesson", metavar="FILE.json", type=Path, help=lesson)
    told = tr("print what the program sees of this machine, and what is wrong")
    group.add_argument("--diagnose", action="store_true", help=told)
    group.add_argument("--probe", action="store_true", help=argparse.SUPPRESS)  # for --diagnose, in another process
    group.add_argument("--version", action="store_true", help=tr("print the program's version"))
    group.add_argument("-h", "--help", action="help", help=tr("print this page"))


def _add_picture_options(group: argparse._ArgumentGroup) -> None:
    chosen, form = tr("choose a structure (repeatable)"), tr("a structure's form (repeatable)")
    group.add_argument("--select", metavar="ID", action="append", default=[], help=chosen)
    group.add_argument("--form", metavar="ID=FORM", type=_form, action="append", default=[], help=form)
    group.add_argument("--view", metavar="NAME", type=_view, help=", ".join(STANDARD_VIEWS))
    cut = tr("cut through everything at a level: L3, L3/L4, ...; a level that is not known is refused with a list")
    group.add_argument("--section", metavar="LEVEL", help=cut)
    told = tr("pixels, 1600x1000 unless told")
    group.add_argument("--size", metavar="WxH", type=_size, default=(1600, 1000), help=told)
    grounds = ", ".join(GROUNDS)
    group.add_argument("--ground", metavar="NAME", type=_one_of(GROUNDS), default=GROUNDS[0], help=grounds)
    clear = tr("a picture without its ground, to be put on another; its letters are for the ground that is named")
    group.add_argument("--transparent", action="store_true", help=clear)
    named = tr("in which language structures are named: {codes}").format(codes=", ".join(LANGUAGES))
    group.add_argument("--named-in", metavar="CODE", type=_one_of(LANGUAGES), default=LANGUAGES[0], help=named)


def _add_lesson_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--lesson",
        metavar="FILE.json",
        type=Path,
        help=tr("the lesson that the window opens, or of which something is made"),
    )
    group.add_argument("--pictures", metavar="FOLDER", type=Path, help=tr("draw each of its scenes: 1.png, 2.png, …"))
    group.add_argument("--handout", metavar="OUT.pdf", type=Path, help=tr("write its handout"))
    for option, values, told in (
        ("--labels", LABELS, tr("names, or numbers and lines to write on")),
        ("--key", KEYS, tr("answers to the numbers: on last pages, in a file beside, or none")),
        ("--paper", PAPERS, tr("size of the pages")),
    ):
        words = f"{told}: {', '.join(values)}"
        group.add_argument(option, metavar="WORD", type=_one_of(values), default=values[0], help=words)
    group.add_argument("--two", action="store_true", help=tr("two scenes on a page"))
    group.add_argument("--without-captions", action="store_true", help=tr("pictures and names alone"))
    group.add_argument("--notes", action="store_true", help=tr("with the notes of who teaches"))
    model = tr("what is shown, or the lesson's first scene, for other programs (.glb) or for printing (.stl, .zip)")
    group.add_argument("--model", metavar="OUT.glb", type=Path, help=model)
    page = tr("what is shown, or the whole lesson, as a page that any browser turns, offline")
    group.add_argument("--page", metavar="OUT.html", type=Path, help=page)


def _add_data_options(group: argparse._ArgumentGroup) -> None:
    facts, meshes = paths.annotations_file(), paths.meshes_folder()
    group.add_argument("--annotations", metavar="PATH", type=Path, default=facts, help=tr("other facts"))
    group.add_argument("--meshes", metavar="FOLDER", type=Path, default=meshes, help=tr("other meshes"))


def _misused(error: argparse.ArgumentError) -> str:
    """All else that can be wrong with an option is refused where its value is read."""
    return tr("{option} is not used like this: its value is missing, or it takes none. --help tells more.").format(
        option=error.argument_name
    )


def _one_task(known: argparse.Namespace) -> None:
    asked = [f"--{task.replace('_', '-')}" for task in TASKS if is_asked(known, (task,))]
    if len(asked) > 1:
        raise Refused(tr("{options} are not allowed with each other").format(options=", ".join(asked)))


def _variants(rest: Sequence[str]) -> Mapping[str, str]:
    words = [part for word in rest for part in (word.split("=", 1) if word.startswith("--") else [word])]
    found: dict[str, str] = {}
    for option, presence in zip(words[::2], [*words[1::2], ""], strict=False):
        if not option.startswith("--"):
            raise Refused(tr("there is no argument {word}. --help tells more.").format(word=option))
        if presence not in PRESENCE:
            told = tr("there is no option {option}, or it is not followed by one of {values}. --help tells more.")
            raise Refused(told.format(option=option, values=", ".join(PRESENCE)))
        found[option.removeprefix("--")] = presence
    return found


def _one_of(values: Sequence[str]) -> Callable[[str], str]:
    def known(text: str) -> str:
        if text not in values:
            told = tr("{text} is none of {values}")
            raise Refused(told.format(text=repr(text[:80]), values=", ".join(values)))
        return text

    return known


def _view(text: str) -> str:
    if text not in STANDARD_VIEWS:
        told = tr("{text} is no view; there are {views}")
        raise Refused(told.format(text=repr(text[:80]), views=", ".join(STANDARD_VIEWS)))
    return text


def _form(text: str) -> tuple[str, str]:
    structure_id, equals, form = text.partition("=")
    if not (structure_id and equals and form):
        raise Refused(tr("{text} is not ID=FORM: a structure and its form").format(text=repr(text[:80])))
    return structure_id, form


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", text)
    if match is None:
        raise Refused(tr("{text} is not WIDTHxHEIGHT, such as 1600x1000").format(text=repr(text[:80])))
    width, height = int(match[1]), int(match[2])
    if not (16 <= width <= LARGEST_PICTURE and 16 <= height <= LARGEST_PICTURE):
        told = tr("{text}: each side must be from 16 to {largest} pixels")
        raise Refused(told.format(text=text, largest=LARGEST_PICTURE))
    return width, height
