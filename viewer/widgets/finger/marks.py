"""What is laid over a plate: the finger to scale, its way, the ruler in millimetres, the letters of direction."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen

from viewer.drawing.style import Colour
from viewer.language import tr
from viewer.model.atlas.atlas import Point
from viewer.model.finger.press import Press
from viewer.widgets.finger import inks
from viewer.widgets.finger.frame import Frame
from viewer.widgets.finger.inks import Paper
from viewer.widgets.finger.plate import Plate

FINGER = 7.6  # mm: half the width of a finger near its tip
JOINT = 25.0  # mm from the tip to the first crease
NAIL = 11.0  # mm long
GLASS = 0.30  # how much of the finger is seen inside the body
TICK = 10  # mm
BESIDE = -12.0  # mm from the way to its ruler
INK = QColor(30, 20, 18)
SLANT = 0.38  # of a direction that a letter is worth


def print_finger(painter: QPainter, frame: Frame, press: Press) -> None:
    """The finger, solid outside the body and like glass inside, so that it hides nothing on its way."""
    path = _finger(frame, press.depth)
    painter.fillPath(path, _flesh(frame, press.depth, inks.FINGER))
    painter.fillPath(path, _roundness(frame))
    _print_nail(painter, frame, press.depth)
    painter.strokePath(path, QPen(QColor(58, 30, 22, 215), max(1.1, 0.3 * frame.scale)))
    crease = press.depth - JOINT
    painter.setPen(QPen(QColor(58, 30, 22, 120), max(0.8, 0.22 * frame.scale)))
    for lift in (0.0, 1.3):
        painter.drawLine(frame.place(-FINGER + 0.6, crease - lift), frame.place(-FINGER + 4.5, crease - lift + 0.5))


def print_way(painter: QPainter, frame: Frame, plate: Plate) -> None:
    """From the tip on, what would be met next."""
    press, end = plate.press, min(plate.subject.path.through, frame.box[3])
    tip, last = frame.place(0.0, press.depth), frame.place(0.0, end)
    for colour, width in ((inks.plain(inks.WHITE, 0.75), 3.4), (QColor(30, 20, 18), 1.5)):
        pen = QPen(colour, width * frame.em / 13, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([9.0 / width, 6.0 / width])
        painter.setPen(pen)
        painter.drawLine(tip, last)
    painter.setPen(QPen(QColor(30, 20, 18), 1.4 * frame.em / 13))
    painter.setBrush(inks.plain(inks.WHITE))
    painter.drawEllipse(tip, 0.24 * frame.em, 0.24 * frame.em)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def print_ruler(painter: QPainter, frame: Frame, font: QFont, press: Press) -> None:
    """Millimetres below the skin, beside the way, and how deep the tip is."""
    last = int((frame.area.bottom() - 0.6 * frame.em - frame.skin.y()) / frame.scale)
    step = TICK if TICK * frame.scale > 0.6 * frame.em else 2 * TICK
    ruler = QPainterPath(frame.place(BESIDE, 0.0))
    ruler.lineTo(frame.place(BESIDE, last))
    for deep in range(0, last + 1, step):
        ruler.moveTo(frame.place(BESIDE, deep))
        ruler.lineTo(frame.place(BESIDE, deep) - QPointF((0.5 if deep % (2 * step) == 0 else 0.3) * frame.em, 0))
    for colour, width in ((inks.plain(inks.WHITE, 0.7), 3.0), (INK, 1.1)):
        painter.strokePath(ruler, QPen(colour, width * frame.em / 13))
    for deep in range(0, last + 1, 2 * step):
        if abs(deep - press.depth) * frame.scale > 1.3 * frame.em:
            _print_number(painter, font, str(deep), frame.place(BESIDE, deep) - QPointF(0.7 * frame.em, 0))
    _print_depth(painter, frame, font, press)


def _print_number(painter: QPainter, font: QFont, text: str, end: QPointF) -> None:
    """A number that ends at a place, to be read on any tissue."""
    metrics, path = QFontMetricsF(font), QPainterPath()
    path.addText(QPointF(end.x() - metrics.horizontalAdvance(text), end.y() + metrics.capHeight() / 2), font, text)
    painter.strokePath(path, QPen(inks.plain(inks.WHITE, 0.8), 3.0, j=Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, INK)


def _print_depth(painter: QPainter, frame: Frame, font: QFont, press: Press) -> None:
    """The depth of the tip, on a flag beside the ruler."""
    bold = QFont(font)
    bold.setBold(True)
    text, metrics = tr("{depth} mm").format(depth=round(press.depth)), QFontMetricsF(bold)
    at, high = frame.place(BESIDE, press.depth), 0.75 * frame.em
    wide = metrics.horizontalAdvance(text) + 0.8 * frame.em
    flag = QPainterPath(at)
    for x, y in (
        (-0.5 * frame.em, -high),
        (-wide - 0.5 * frame.em, -high),
        (-wide - 0.5 * frame.em, high),
        (-0.5 * frame.em, high),
    ):
        flag.lineTo(at + QPointF(x, y))
    flag.closeSubpath()
    painter.fillPath(flag, INK)
    painter.strokePath(flag, QPen(inks.plain(inks.WHITE, 0.8), 1.0))
    painter.setFont(bold)
    painter.setPen(inks.plain(inks.WHITE))
    painter.drawText(at + QPointF(-wide - 0.1 * frame.em, metrics.capHeight() / 2), text)


def print_letters(  # noqa: PLR0913, PLR0917 - all that they are made of
    painter: QPainter, frame: Frame, font: QFont, plate: Plate, paper: Paper, sides: tuple[float, float]
) -> None:
    """Where left and right, front and back, above and below are; ``sides`` are the heights of the outer two."""
    across, way = plate.subject.section.across, plate.press.way
    area, off = frame.area, 0.95 * frame.em
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    for toward, place in (
        (across, QPointF(area.right() - off, sides[1])),
        (_back(across), QPointF(area.left() + off, sides[0])),
        (_back(way), QPointF(area.center().x() - 0.32 * area.width(), area.top() + off)),
        (way, QPointF(area.center().x() - 0.32 * area.width(), area.bottom() - off)),
    ):
        _print_letter(painter, letters(toward), place, frame, paper)


def letters(toward: Point) -> str:
    """The letters of a direction: R or L, A or P, S or I; two where it slants, the stronger one first."""
    names = ((tr("L"), tr("R")), (tr("P"), tr("A")), (tr("S"), tr("I")))
    parts = sorted(((abs(part), names[axis][1 if part < 0 else 0]) for axis, part in enumerate(toward)), reverse=True)
    return "".join(name for size, name in parts if size >= SLANT)


def _print_letter(painter: QPainter, text: str, place: QPointF, frame: Frame, paper: Paper) -> None:
    metrics = QFontMetricsF(painter.font())
    wide = max(metrics.horizontalAdvance(text) + 0.6 * frame.em, 1.5 * frame.em)
    plate = QRectF(place.x() - wide / 2, place.y() - 0.75 * frame.em, wide, 1.5 * frame.em)
    painter.setPen(QPen(inks.plain(paper.quiet), max(0.8, frame.em / 16)))
    painter.setBrush(inks.plain(paper.ground, 0.88))
    painter.drawRoundedRect(plate, 0.75 * frame.em, 0.75 * frame.em)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(inks.plain(paper.ink))
    painter.drawText(
        QPointF(place.x() - metrics.horizontalAdvance(text) / 2, place.y() + metrics.capHeight() / 2), text
    )


def _finger(frame: Frame, depth: float) -> QPainterPath:
    """A finger seen from its side, its tip at a depth, cut off by the frame."""
    top, half = frame.box[2], FINGER
    path = QPainterPath(frame.place(-half - 0.9, top))
    path.lineTo(frame.place(-half - 0.7, depth - JOINT - 3))
    path.cubicTo(
        frame.place(-half + 0.3, depth - JOINT),
        frame.place(-half - 0.9, depth - 17),
        frame.place(-half - 0.2, depth - 9),
    )
    path.cubicTo(frame.place(-half + 0.6, depth - 2.6), frame.place(-3.6, depth), frame.place(0.4, depth))
    path.cubicTo(frame.place(4.6, depth), frame.place(half - 1.1, depth - 3.4), frame.place(half - 0.6, depth - 9))
    path.cubicTo(
        frame.place(half - 0.2, depth - 16),
        frame.place(half + 0.9, depth - JOINT),
        frame.place(half + 0.7, depth - JOINT - 4),
    )
    path.lineTo(frame.place(half + 0.9, top))
    path.closeSubpath()
    return path


def _print_nail(painter: QPainter, frame: Frame, depth: float) -> None:
    half = FINGER
    path = QPainterPath(frame.place(half - 0.2, depth - 3 - NAIL))
    path.cubicTo(
        frame.place(half + 0.2, depth - 8), frame.place(half - 0.4, depth - 5), frame.place(half - 1.2, depth - 2.2)
    )
    path.cubicTo(
        frame.place(half - 2.4, depth - 5),
        frame.place(half - 1.5, depth - 10),
        frame.place(half - 1.6, depth - 3 - NAIL),
    )
    path.closeSubpath()
    painter.fillPath(path, _flesh(frame, depth, inks.NAIL, 2.0))
    painter.strokePath(path, QPen(QColor(58, 30, 22, 150), max(0.7, 0.2 * frame.scale)))


def _roundness(frame: Frame) -> QLinearGradient:
    """Shade along both sides of a finger."""
    shade = QLinearGradient(frame.place(-FINGER - 1, 0), frame.place(FINGER + 1, 0))
    for share, dark in ((0.0, 70), (0.28, 0), (0.62, 0), (1.0, 95)):
        shade.setColorAt(share, QColor(90, 40, 25, dark))
    return shade


def _flesh(frame: Frame, depth: float, colour: Colour, denser: float = 1.0) -> QLinearGradient:
    """Solid above the skin, glass below."""
    flesh = QLinearGradient(QPointF(0, frame.place(0, -4.0).y()), QPointF(0, frame.place(0, 7.0).y()))
    flesh.setColorAt(0.0, inks.plain(colour, 1.0))
    flesh.setColorAt(1.0, inks.plain(colour, min(1.0, GLASS * denser) if depth > 2 else 1.0))
    return flesh


def _back(toward: Point) -> Point:
    x, y, z = (-part if not math.isclose(part, 0) else 0.0 for part in toward)
    return x, y, z
