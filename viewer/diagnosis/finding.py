"""One line of a diagnosis: how it stands, what was seen, and what to do about it."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from enum import Enum

from viewer.language import mark, tr

WIDTH = 110  # letters
INDENT = 9


class Level(Enum):
    """How it stands; a problem keeps the window from opening, a note does not."""

    OK = mark("ok")
    NOTE = mark("note")
    PROBLEM = mark("problem")


@dataclass(frozen=True)
class Finding:
    """What was seen; ``advice`` says what to do where there is anything to do."""

    level: Level
    seen: str
    advice: str = ""

    def text(self) -> str:
        """Lines for a terminal."""
        first = f"{tr(self.level.value):<{INDENT}}"
        wrapped = [_wrapped(self.seen, first), *([_wrapped(self.advice, f"{'':{INDENT}}> ")] if self.advice else [])]
        return "\n".join(wrapped)


def _wrapped(text: str, first: str) -> str:
    """Each line of the text, broken at words; a command to type stays whole."""
    lines = text.splitlines()
    later = " " * INDENT
    starts = [first, *(later for _ in lines[1:])]
    return "\n".join(
        textwrap.fill(line, WIDTH, initial_indent=start, subsequent_indent=later, break_long_words=False,
                      break_on_hyphens=False, drop_whitespace=True)
        for start, line in zip(starts, lines, strict=True)
    )  # fmt: skip
