"""A plate on paper: its picture, and everything flat on it as vectors; in a test, numbers in place of names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from viewer.drawing.flat.label_plan import Named
from viewer.drawing.flat.noting import Circle, Ground, Line, Said, Shape
from viewer.drawing.flat.words import LEADING, Align
from viewer.drawing.style import Colour
from viewer.takeaway.handout.plates import LETTERS, Plate
from viewer.takeaway.handout.typography import ACCENT, INK, font, pt

_AWAY = {"star", "side"}
"""Words that say nothing of what is seen: which way the person is turned."""
RING = 0.66  # radius of the ring around a number, in ems of names
LEADER = 0.45  # points


def print_plate(
    painter: QPainter, rect: QRectF, plate: Plate, numbered: Sequence[Named] | None, scale: float = 1.0
) -> None:
    """The plate within a rectangle of its shape. With ``numbered`` names their numbers stand there, ``scale`` times as
    large as usual, and no words.
    """
    painter.drawImage(rect, plate.picture)
    hand = _Hand(painter, rect, plate)
    for shape in plate.shapes:
        if numbered is None or not isinstance(shape, Ground):
            hand.draw(shape)
    for said in plate.said:
        if numbered is None or said.key.split(" ")[0] in _AWAY:
            hand.say(said)
    for number, named in enumerate(numbered or (), start=1):
        hand.number(number, named, pt(LETTERS) * scale)


def in_order(named: Sequence[Named]) -> list[Named]:
    """Names as one reads their places: those at the left from above, in the middle, at the right."""
    return sorted(named, key=lambda one: (1 if one.on_it else 0 if one.placed.on_left else 2, -one.placed.box[3]))


class _Hand:
    """Repeats on paper what was noted in pixels."""

    def __init__(self, painter: QPainter, rect: QRectF, plate: Plate) -> None:
        self._painter, self._rect = painter, rect
        self._scale = rect.width() / plate.size[0]
        words, wide = plate.sample
        self._fit = wide * _EM / QFontMetricsF(font(_EM)).horizontalAdvance(words)

    def draw(self, shape: Shape) -> None:
        """One of what was noted."""
        if isinstance(shape, Ground):
            left, bottom, right, top = shape.box
            box = QRectF(self._place((left, top)), self._place((right, bottom)))
            self._painter.fillRect(box, _ink(shape.colour, shape.opacity))
        elif isinstance(shape, Line):
            self._stroke([self._place(one) for one in shape.path], shape.width, shape.colour, shape.opacity)
        else:
            self._round(shape)

    def say(self, said: Said) -> None:
        """Words whose vertical middle stands at a place, line by line."""
        script, lines = said.script, said.text.split("\n")
        letters = font(script.size * self._scale * self._fit, script.bold)
        size, at = QFontMetricsF(letters), self._place(said.place)
        self._painter.setFont(letters)
        self._painter.setPen(_ink(script.colour, script.opacity))
        share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[script.align]
        for number, line in enumerate(lines):
            y = at.y() + size.capHeight() / 2 + (number - (len(lines) - 1) / 2) * LEADING * size.height()
            self._painter.drawText(QPointF(at.x() - share * size.horizontalAdvance(line), y), line)

    def number(self, number: int, named: Named, em: float) -> None:
        """A number in a ring, with a leader to what is asked for."""
        left, bottom, right, top = named.placed.box
        painter = self._painter
        middle = self._place(((left + right) / 2, (bottom + top) / 2))
        if named.placed.leader:
            path = [self._place(one) for one in named.placed.leader]
            middle = QPointF(path[0].x() + (-1 if named.placed.on_left else 1) * RING * em, path[0].y())
            self._lead(path)
        painter.setPen(QPen(QColor(ACCENT), pt(0.8)))
        painter.setBrush(QColor("white"))
        painter.drawEllipse(middle, RING * em, RING * em)
        letters = font(0.82 * em, bold=True)
        size = QFontMetricsF(letters)
        painter.setFont(letters)
        painter.setPen(QColor(INK))
        half = size.horizontalAdvance(str(number)) / 2
        painter.drawText(QPointF(middle.x() - half, middle.y() + size.capHeight() / 2), str(number))

    def _lead(self, path: Sequence[QPointF]) -> None:
        for width, colour in ((3 * LEADER, _ink((1.0, 1.0, 1.0), 0.6)), (LEADER, QColor(INK))):
            self._painter.setPen(QPen(colour, pt(width)))
            self._painter.drawPolyline(QPolygonF(path))
        self._painter.setPen(QPen(QColor("white"), pt(LEADER)))
        self._painter.setBrush(QColor(INK))
        self._painter.drawEllipse(path[-1], pt(1.3), pt(1.3))

    def _stroke(self, path: Sequence[QPointF], width: float, colour: Colour, opacity: float) -> None:
        pen = QPen(_ink(colour, opacity), width * self._scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF(path))

    def _round(self, circle: Circle) -> None:
        ink = _ink(circle.colour, circle.opacity)
        ring = circle.width > 0.0
        self._painter.setPen(QPen(ink, circle.width * self._scale) if ring else Qt.PenStyle.NoPen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush if ring else ink)
        radius = circle.radius * self._scale
        self._painter.drawEllipse(self._place(circle.centre), radius, radius)

    def _place(self, pixel: tuple[float, float]) -> QPointF:
        return QPointF(self._rect.left() + pixel[0] * self._scale, self._rect.bottom() - pixel[1] * self._scale)


_EM = 100.0


def _ink(colour: Colour, opacity: float) -> QColor:
    return QColor.fromRgbF(*colour, min(max(opacity, 0.0), 1.0))
