"""Faults of a data file: what is wrong, where, and what was expected; and the one error that lists them all.

A fault's words may quote the file. They are shortened and made printable here, so that no file, however hostile, can
garble a terminal or a window through its own error message.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from viewer.language import tr

Steps = tuple[str | int, ...]
"""The way to a value inside JSON: keys and list positions, from the outside in."""

MOST_LISTED = 500
_LONGEST_QUOTE = 80
_MOST_COMPARED = 1_000


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in ``file``: at ``steps`` inside it, on ``line`` (None where no line can be known)."""

    file: Path
    steps: Steps
    line: int | None
    text: str

    def __str__(self) -> str:
        where = printable(str(self.file), longest=300) + (f":{self.line}" if self.line is not None else "")
        return ": ".join(part for part in (where, dotted(self.steps), self.text) if part)


class AnnotationsError(Exception):
    """The annotations cannot be used; the message lists every fault, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.line or 0))
        super().__init__(_listed(self.faults))


class UnreadableError(AnnotationsError):
    """The file is missing, or is no JSON; also what a file looks like that is still being written."""


def dotted(steps: Steps) -> str:
    """The way to a value as people write it: ``descriptions.psoas_major.attachments[2].structure``."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{printable(step)}" for step in steps)
    return words.removeprefix(".")


def quoted(value: object) -> str:
    """A value of the file in quotation marks, short and printable."""
    return f'"{printable(str(value))}"'


def printable(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """The text without characters that act on a screen, cut at ``longest`` characters."""
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in short)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """What to append to a fault's words: the known word nearest to ``word``, if any; nothing for long lists."""
    if len(known) > _MOST_COMPARED:
        return ""
    nearest = get_close_matches(word[:_LONGEST_QUOTE], known, n=1, cutoff=0.6)
    return f"; did you mean {quoted(nearest[0])}?" if nearest else ""


def _listed(faults: tuple[Fault, ...]) -> str:
    lines = [str(fault) for fault in faults[:MOST_LISTED]]
    if len(faults) > MOST_LISTED:
        lines.append(tr("... and %n more fault(s)", "", len(faults) - MOST_LISTED))
    return "\n".join([tr("The annotations have %n fault(s):", "", len(faults)), *lines])
