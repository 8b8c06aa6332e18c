"""Words broken into lines of a width, to be painted line by line: a page may end between any two."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from viewer.takeaway.handout.typography import Style

_PARAGRAPH, _LINE = "\n", "\u2028"


class Block:
    """Words in one style, ``width`` dots wide at most."""

    def __init__(self, words: str, style: Style, width: float) -> None:
        self.style, self.wide = style, width
        self._layout = QTextLayout(words.strip().replace(_PARAGRAPH, _LINE), style.font)
        self._layout.setTextOption(_wrapped())
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, (self._layout.lineCount() - 1) * style.line))
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        """How many lines it has; none where there are no words."""
        return self._layout.lineCount() if self._layout.text() else 0

    @property
    def height(self) -> float:
        """Of all lines, dots."""
        return self.lines * self.style.line

    @property
    def width(self) -> float:
        """Of the longest line, dots."""
        return max((self._layout.lineAt(number).naturalTextWidth() for number in range(self.lines)), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float, first: int = 0, last: int | None = None) -> None:
        """Paints lines from the first of these up to the last, which is not among them, the first one's top at y."""
        painter.setPen(QColor(self.style.colour))
        for number in range(first, self.lines if last is None else last):
            self._layout.lineAt(number).draw(painter, QPointF(x, y - first * self.style.line))


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
