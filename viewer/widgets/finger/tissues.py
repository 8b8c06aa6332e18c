"""Prints the tissues of a plate: fat as the warm ground inside the skin, then each structure with grain and edge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

from viewer.drawing.style import SWATCHES
from viewer.model.atlas.atlas import Kind
from viewer.widgets.finger import inks
from viewer.widgets.finger.frame import Frame
from viewer.widgets.finger.inks import Paper, on
from viewer.widgets.finger.outlines import stripes
from viewer.widgets.finger.plate import GRAINS, LOBULES, Piece, Plate

EDGES = {Kind.NERVE: 0.30, Kind.ARTERY: 0.45, Kind.VEIN: 0.40, Kind.BONE: 0.42}
EDGE = 0.34  # mm of the usual edge
SKIN = 2.2  # mm that the skin is thick
CORTEX = 1.7
FILLED = 0.82  # of the room between grains that a grain takes
SOLID = {Kind.MUSCLE, Kind.ORGAN, Kind.BONE}
INK = (0.10, 0.06, 0.05)
HATCH = 2.6  # mm from stripe to stripe of what is to be kept off


def print_tissues(painter: QPainter, frame: Frame, plate: Plate, paper: Paper, lit: str = "") -> None:
    """The body with everything in it; one structure may have a line around it."""
    if plate.body is not None:
        _print_body(painter, frame, plate.body, paper)
    for piece in plate.pieces:
        _print(painter, frame, piece, paper)
        if piece.structure.id in plate.subject.warned:
            _warn(painter, frame, piece, paper)
        if piece.structure.id == lit:
            painter.strokePath(frame.path(piece.outlines), _pen(inks.plain(INK), max(2.0, 0.65 * frame.scale)))


def _print_body(painter: QPainter, frame: Frame, body: Piece, paper: Paper) -> None:
    path = frame.path(body.outlines)
    painter.fillPath(path, on(paper, inks.FAT))
    _strew(painter, frame, body, on(paper, inks.LOBULE), LOBULES[0] * FILLED)
    skin = inks.mixed(SWATCHES[Kind.SKIN], (0.78, 0.52, 0.42), 0.35)
    painter.strokePath(path, _pen(on(paper, inks.mixed(skin, inks.BLACK, 0.55)), (SKIN + 0.7) * frame.scale))
    painter.strokePath(path, _pen(on(paper, skin), SKIN * frame.scale))


def _print(painter: QPainter, frame: Frame, piece: Piece, paper: Paper) -> None:
    kind = piece.structure.kind
    colours, path = inks.tissue(piece.structure.id, kind, paper), frame.path(piece.outlines)
    if kind in SOLID:
        painter.strokePath(path, _pen(QColor(70, 30, 15, 46), 1.7 * frame.scale))
    painter.fillPath(path, _rounded(path, colours.body) if kind in SOLID else colours.body)
    if kind in GRAINS:
        _strew(painter, frame, piece, colours.grain, GRAINS[kind][0] * (FILLED if kind is not Kind.BONE else 0.5))
    if kind in {Kind.ARTERY, Kind.VEIN, Kind.LYMPH_NODE, Kind.BURSA}:
        _shine(painter, frame, piece, path)
    painter.strokePath(path, _pen(colours.edge, max(0.9, EDGES.get(kind, EDGE) * frame.scale)))


def _strew(painter: QPainter, frame: Frame, piece: Piece, colour: QColor, grain: float) -> None:
    """Grains of so many mm, as fascicles, trabeculae or lobules are seen when cut across."""
    if len(piece.grains) and grain * frame.scale >= 1.2:
        painter.setPen(_pen(colour, grain * frame.scale))
        painter.drawPoints(frame.polygon(piece.grains))


def _rounded(path: QPainterPath, colour: QColor) -> QLinearGradient:
    """A colour that is lit from the upper left."""
    box = path.boundingRect()
    light = QLinearGradient(box.topLeft(), box.bottomRight())
    light.setColorAt(0.1, colour.lighter(109))
    light.setColorAt(0.9, colour.darker(112))
    return light


def _shine(painter: QPainter, frame: Frame, piece: Piece, path: QPainterPath) -> None:
    """Roundness, for what is a tube or a bag."""
    middle, reach = frame.place(*piece.heart.tolist()), max(piece.room * 2.0, 1.5) * frame.scale
    light = QRadialGradient(middle - QPointF(0.35, 0.35) * piece.room * frame.scale, reach)
    light.setColorAt(0.0, QColor(255, 255, 255, 105))
    light.setColorAt(0.55, QColor(255, 255, 255, 0))
    light.setColorAt(1.0, QColor(30, 0, 0, 70))
    painter.fillPath(path, light)


def _warn(painter: QPainter, frame: Frame, piece: Piece, paper: Paper) -> None:
    """A double line around what is to be kept off, which is told from all others without its colour."""
    path = frame.path(piece.outlines)
    painter.strokePath(path, _pen(inks.plain(paper.ground), max(4.2, 1.5 * frame.scale)))
    dashed = _pen(inks.plain(inks.CAUTION), max(2.2, 0.8 * frame.scale))
    painter.strokePath(path, dashed)
    painter.fillPath(path, inks.tissue(piece.structure.id, piece.structure.kind, paper).body)
    _hatch(painter, frame, piece, paper)
    painter.strokePath(path, _pen(inks.tissue(piece.structure.id, piece.structure.kind, paper).edge, 1.0))


def _hatch(painter: QPainter, frame: Frame, piece: Piece, paper: Paper) -> None:
    """Stripes inside, as lines that end at the edge."""
    organ = piece.structure.kind is Kind.ORGAN  # large ones would drown all else in stripes
    painter.setPen(_pen(inks.plain(paper.ground, 0.4 if organ else 0.85), max(1.0, 0.35 * frame.scale)))
    for start, end in stripes(piece.outlines, HATCH):
        painter.drawLine(frame.place(*start), frame.place(*end))


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
