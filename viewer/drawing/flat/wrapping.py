"""Words of a caption in lines of about the same length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from viewer.drawing.flat.words import Script, Words

TRIES = 7  # halvings of the way between the widest line and the narrowest that needs no more lines
MORE = " …"


@dataclass(frozen=True)
class Wrapping:
    """Breaks words of a script into lines that are at most ``widest`` pixels wide, unless a single word is wider."""

    words: Words
    script: Script
    widest: float

    def lines(self, text: str) -> list[str]:
        """As few lines as hold the text, none much longer than the others; what is on lines of its own stays so."""
        return [line for paragraph in text.splitlines() for line in self._balanced(paragraph.split())]

    def _balanced(self, words: Sequence[str]) -> list[str]:
        wide, narrow = self.widest, 0.0
        best = self._filled(words, wide)
        for _ in range(TRIES if len(best) > 1 else 0):
            half = (wide + narrow) / 2
            lines = self._filled(words, half)
            if len(lines) == len(best):
                best, wide = lines, half
            else:
                narrow = half
        return best

    def _filled(self, words: Sequence[str], widest: float) -> list[str]:
        """Each line as full as it gets."""
        lines: list[str] = []
        reached = 0.0
        gap = self._width("n n") - self._width("nn")
        for word in words:
            width = self._width(word)
            if lines and reached + gap + width <= widest:
                lines[-1] += f" {word}"
                reached += gap + width
            else:
                lines.append(word)
                reached = width
        return lines

    def _width(self, text: str) -> float:
        return self.words.measure(text, self.script)[0]


def shortened(lines: Sequence[str], most: int) -> list[str]:
    """The lines, or the first of them with a mark that there is more."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], lines[most - 1].rsplit(" ", 1)[0] + MORE]
