"""The names of a plate: in columns at both sides, each with a line to what it names; no two lines cross."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from viewer.language import tr
from viewer.model.atlas.atlas import Side, Structure
from viewer.model.finger.press import Press
from viewer.widgets.finger import inks, outlines
from viewer.widgets.finger.frame import Frame
from viewer.widgets.finger.inks import Paper
from viewer.widgets.finger.plate import Piece, Plate

STAR = "*"
LINE = 1.45  # ems from one name to the next
LEAST = 110.0  # square pixels at 100 %: what is seen smaller is named only if it is met or warned of
MOST_DESERVING = 12
"""So many names come before those of skin and fat."""
FROM_MIDDLE = 0.62  # of the frame's half: where the skin is pointed at
FAT_FROM, FAT_BELOW = 0.9, 7.0  # where the fat is, as a share of that and in mm below it
LEADER = (0.12, 0.08, 0.07)
SMALLEST = 0.78  # of the letters' height: longer names are written as small as this, and then cut off
TURNS = 60  # exchanges after which lines that still cross are let be: there are never so many


@dataclass(frozen=True)
class Name:
    """Words at one side of the body, and the place that they point at; ``number`` counts what is met, from 1."""

    text: str
    target: QPointF
    right: bool
    warned: bool = False
    number: int = 0
    y: float = 0.0


def print_names(painter: QPainter, frame: Frame, font: QFont, names: Iterable[Name], paper: Paper) -> None:
    """Names with their lines."""
    for name in names:
        _print_line(painter, frame, name, paper)
        _print_words(painter, frame, font, name, paper)


def print_numbers(painter: QPainter, frame: Frame, font: QFont, plate: Plate) -> None:
    """In a picture too narrow for names: the numbers that they have in the list, beside the way."""
    marks = [(number, frame.place(0.0, _middle(plate, met))) for number, met in enumerate(plate.met, 1)]
    marks = [(number, place) for number, place in marks if place.y() < frame.area.bottom() - frame.em]
    heights = spread([place.y() for _, place in marks], 1.5 * frame.em, frame.area.top(), frame.area.bottom())
    for (number, place), y in zip(marks, heights, strict=True):
        disc = QPointF(frame.place(15.0, 0.0).x(), y)
        painter.setPen(QPen(inks.plain(LEADER), frame.em / 13))
        painter.drawLine(place, disc)
        _print_disc(painter, font, number, disc, frame.em)


def free_heights(names: Sequence[Name], frame: Frame) -> tuple[float, float]:
    """Heights at the left and at the right edge, about half-way down, that no line comes near."""
    tried = [frame.area.top() + share / 20 * frame.area.height() for share in (10, 9, 11, 8, 12, 7, 13, 6, 14)]

    def free(right: bool) -> float:
        taken = [name.y for name in names if name.right is right]
        apart = [min((abs(y - other) for other in taken), default=frame.area.height()) for y in tried]
        return next((y for y, room in zip(tried, apart, strict=True) if room > 1.3 * frame.em), tried[0])

    return free(right=False), free(right=True)


def laid_out(plate: Plate, frame: Frame) -> list[Name]:
    """Where each name stands: all that have room, what is met and what is warned of first."""
    names = [_name(piece, plate, frame) for piece in _chosen(plate, frame)]
    names[MOST_DESERVING:MOST_DESERVING] = _ground_names(
        plate, frame, sum(name.right for name in names) * 2 < len(names)
    )
    room = int((frame.area.height() - frame.em) / (LINE * frame.em))
    return [name for right in (False, True) for name in _column(names, right, room, frame)]


def spread(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Heights in the same order, as near to the wanted ones as a gap between any two allows."""
    blocks: list[tuple[float, int]] = []  # the sum of what each wants for its first, and how many it holds
    for want in wanted:
        blocks.append((want, 1))
        while len(blocks) > 1 and _first(blocks[-2]) + blocks[-2][1] * gap > _first(blocks[-1]):
            (total, count), (other, others) = blocks[-2], blocks[-1]
            blocks[-2:] = [(total + other - others * count * gap, count + others)]
    heights = [_first(block) + i * gap for block in blocks for i in range(block[1])]
    return _kept_within(heights, gap, top, bottom)


def uncrossed(names: Sequence[Name], edge: float) -> list[Name]:
    """The same heights, exchanged among the names until no two lines cross."""
    order = list(names)
    for _ in range(TURNS):
        pair = next(((i, j) for i in range(len(order)) for j in range(i) if _cross(order[i], order[j], edge)), None)
        if pair is None:
            break
        i, j = pair
        order[i], order[j] = replace(order[i], y=order[j].y), replace(order[j], y=order[i].y)
    return order


def _chosen(plate: Plate, frame: Frame) -> Iterable[Piece]:
    """What deserves a name, the most deserving first."""

    def wanted(piece: Piece) -> bool:
        told = piece.structure.id in plate.met or piece.structure.id in plate.subject.warned
        return (piece.size > 0 and told) or piece.size * frame.scale**2 > LEAST * (frame.em / 13) ** 2

    def worth(piece: Piece) -> tuple[bool, bool, float]:
        return piece.structure.id not in plate.met, piece.structure.id not in plate.subject.warned, -piece.size

    return sorted(filter(wanted, plate.pieces), key=worth)


def _ground_names(plate: Plate, frame: Frame, right: bool) -> Iterable[Name]:
    """The skin, and the fat beneath it where nothing else lies, on the side that has room."""
    if plate.body is None:
        return
    edge = np.concatenate(plate.body.outlines)
    left, far, top, bottom = frame.box
    wanted = FROM_MIDDLE * (far if right else left), 0.0
    near = edge[(edge[:, 0] > left) & (edge[:, 0] < far) & (edge[:, 1] > top) & (edge[:, 1] < bottom)]
    if not len(near):
        return
    across, deep = near[int(np.hypot(*(near - wanted).T).argmin())].tolist()
    skin = plate.body.structure
    yield Name(_short(skin, plate.press), frame.place(across, deep), right)
    fat = np.array([[across * FAT_FROM, deep + FAT_BELOW]])
    free = not any(outlines.within(piece.outlines, fat)[0] for piece in plate.pieces)
    if free and outlines.within(plate.body.outlines, fat)[0]:
        yield Name(tr("Fat and fascia"), frame.place(*fat[0].tolist()), right)


def _name(piece: Piece, plate: Plate, frame: Frame) -> Name:
    structure, met = piece.structure, plate.met
    number = met.index(structure.id) + 1 if structure.id in met else 0
    text = _short(structure, plate.press)
    target = frame.place(*piece.heart.tolist())
    return Name(text, target, target.x() > frame.skin.x(), structure.id in plate.subject.warned, number)


def _short(structure: Structure, press: Press) -> str:
    """Its name; the side is told only where it is not the finger's, a star where it is schematic."""
    here = Side.RIGHT if press.start[0] < 0 else Side.LEFT
    name = structure.name(structure.shown_in)
    told = name[:1].upper() + name[1:] if structure.side is here else structure.title
    return f"{told}{STAR}" if structure.schematic else told


def _column(names: Iterable[Name], right: bool, room: int, frame: Frame) -> list[Name]:
    """The names of one side, at heights that leave room for each."""
    column = sorted([name for name in names if name.right is right][:room], key=lambda name: name.target.y())
    em, area = frame.em, frame.area
    heights = spread([name.target.y() for name in column], LINE * em, area.top() + 0.6 * em, area.bottom() - 0.6 * em)
    edge = area.right() if right else area.left()
    return uncrossed([replace(name, y=y) for name, y in zip(column, heights, strict=True)], edge)


def _first(block: tuple[float, int]) -> float:
    return block[0] / block[1]


def _kept_within(heights: list[float], gap: float, top: float, bottom: float) -> list[float]:
    for number in range(len(heights)):
        heights[number] = max(heights[number], top + number * gap)
    for number in range(1, len(heights) + 1):
        heights[-number] = min(heights[-number], bottom - (number - 1) * gap)
    return heights


def _cross(one: Name, other: Name, edge: float) -> bool:
    """Whether the lines of two names of one side cross."""
    a, b = (edge, one.y), (one.target.x(), one.target.y())
    c, d = (edge, other.y), (other.target.x(), other.target.y())
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _middle(plate: Plate, structure_id: str) -> float:
    first = next(one for one in plate.subject.path.crossings if one.structure == structure_id)
    return (first.enter + first.leave) / 2


def _print_line(painter: QPainter, frame: Frame, name: Name, paper: Paper) -> None:
    pixel, sign = frame.em / 13, 1.0 if name.right else -1.0
    edge = QPointF(frame.area.right() if name.right else frame.area.left(), name.y)
    for colour, width in ((inks.plain(inks.WHITE, 0.65), 2.6), (inks.plain(LEADER), 0.85)):
        painter.setPen(QPen(colour, width * pixel, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(edge, name.target)
    painter.setPen(QPen(inks.plain(paper.ink), 0.85 * pixel))
    painter.drawLine(edge, edge + QPointF(sign * 0.55 * frame.em, 0))
    painter.setPen(QPen(inks.plain(inks.WHITE), 0.7 * pixel))
    painter.setBrush(inks.plain(LEADER))
    painter.drawEllipse(name.target, 1.9 * pixel, 1.9 * pixel)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _print_words(painter: QPainter, frame: Frame, font: QFont, name: Name, paper: Paper) -> None:
    shown = QFont(font)
    shown.setBold(bool(name.number))
    em = frame.em
    sign = (1.45 if name.number else 0.0) + (1.45 if name.warned else 0.0)
    widest = max(frame.column - (1.2 + sign) * em, 4 * em)
    fitting = widest / max(QFontMetricsF(shown).horizontalAdvance(name.text), 1.0)
    shown.setPixelSize(round(shown.pixelSize() * min(1.0, max(fitting, SMALLEST))))
    metrics = QFontMetricsF(shown)
    text = metrics.elidedText(name.text, Qt.TextElideMode.ElideRight, widest + 1)
    wide = metrics.horizontalAdvance(text)
    x = frame.area.right() + 0.8 * em if name.right else frame.area.left() - 0.8 * em - wide - sign * em
    for shown_sign in (name.number, name.warned):
        if shown_sign:
            middle = QPointF(x + 0.6 * em, name.y)
            print_sign(painter, middle, em) if shown_sign is name.warned else _print_disc(
                painter, font, name.number, middle, em
            )
            x += 1.45 * em
    painter.setFont(shown)
    painter.setPen(inks.plain(paper.ink))
    painter.drawText(QPointF(x, name.y + metrics.capHeight() / 2), text)


def print_sign(painter: QPainter, middle: QPointF, em: float) -> None:
    """A triangle with an exclamation mark."""
    path = QPainterPath(middle + QPointF(0, -0.62 * em))
    path.lineTo(middle + QPointF(0.66 * em, 0.5 * em))
    path.lineTo(middle + QPointF(-0.66 * em, 0.5 * em))
    path.closeSubpath()
    painter.strokePath(path, QPen(inks.plain(inks.CAUTION), 0.16 * em, j=Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, inks.plain(inks.CAUTION))
    painter.fillRect(
        QRectF(middle.x() - 0.07 * em, middle.y() - 0.26 * em, 0.14 * em, 0.4 * em), inks.plain(inks.WHITE)
    )
    painter.fillRect(
        QRectF(middle.x() - 0.07 * em, middle.y() + 0.23 * em, 0.14 * em, 0.14 * em), inks.plain(inks.WHITE)
    )


def _print_disc(painter: QPainter, font: QFont, number: int, middle: QPointF, em: float) -> None:
    small = QFont(font)
    small.setPixelSize(max(8, round(0.82 * em)))
    small.setBold(True)
    painter.setFont(small)
    painter.setPen(QPen(inks.plain(inks.WHITE, 0.9), em / 13))
    painter.setBrush(inks.plain(LEADER))
    painter.drawEllipse(middle, 0.62 * em, 0.62 * em)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    metrics, text = QFontMetricsF(small), str(number)
    painter.setPen(inks.plain(inks.WHITE))
    painter.drawText(middle + QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2), text)
