"""A section printed whole: onto the screen, into a picture or a file of vectors, by one and the same hand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from viewer.language import tr
from viewer.model.finger.planes import Plane
from viewer.widgets.finger import inks, marks, naming, tissues
from viewer.widgets.finger.frame import Frame
from viewer.widgets.finger.inks import Paper
from viewer.widgets.finger.plate import Plate


@dataclass(frozen=True)
class Style:
    """How a plate is printed: on which paper, with which font, and the structure with a line around it,
    which is the one that the tip is in unless another is named.
    """

    paper: Paper
    font: QFont
    lit: str = ""


def print_plate(painter: QPainter, rect: QRectF, frame: Frame, plate: Plate, style: Style) -> None:
    """The whole picture within a rectangle. Nothing of it needs clipping, so that every printer can do it."""
    font, paper = style.font, style.paper
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, inks.plain(paper.ground))
    tissues.print_tissues(painter, frame, plate, paper, style.lit or plate.here)
    marks.print_finger(painter, frame, plate.press)
    marks.print_way(painter, frame, plate)
    _mask(painter, rect, frame, paper)
    names = naming.laid_out(plate, frame) if frame.named else []
    naming.print_names(painter, frame, font, names, paper)
    if not frame.named:
        naming.print_numbers(painter, frame, font, plate)
    marks.print_ruler(painter, frame, font, plate.press)
    marks.print_letters(painter, frame, font, plate, paper, naming.free_heights(names, frame))
    if frame.named:
        _print_caption(painter, rect, frame, plate.subject.plane, style)


def caption_words(plane: Plane) -> str:
    """How the picture is to be read."""
    across = tr("Cut across the body along the finger's way, seen from below.")
    along = tr("Cut along the body through the finger's way, as the person lies; the head is at the left.")
    rest = tr(
        "The tissues lie at rest. Ground between them: fat, fascia and peritoneum, not sculpted."
        " * Schematic: its place is shown, not its shape. Numbers: the order in which they are met."
    )
    return f"{across if plane is Plane.ACROSS else along} {rest}"


def _print_caption(painter: QPainter, rect: QRectF, frame: Frame, plane: Plane, style: Style) -> None:
    small = QFont(style.font)
    small.setPixelSize(max(9, round(0.8 * frame.em)))
    painter.setFont(small)
    painter.setPen(inks.plain(style.paper.quiet))
    room = QRectF(
        rect.left() + frame.em, frame.area.bottom() + 0.7 * frame.em, rect.width() - 2 * frame.em, 4 * frame.em
    )
    painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter, caption_words(plane))


def _mask(painter: QPainter, rect: QRectF, frame: Frame, paper: Paper) -> None:
    """Paper over whatever edge was drawn beyond the frame, and a thin line around it."""
    area = frame.area
    for beyond in (
        QRectF(rect.left(), rect.top(), rect.width(), area.top() - rect.top()),
        QRectF(rect.left(), area.bottom(), rect.width(), rect.bottom() - area.bottom()),
        QRectF(rect.left(), rect.top(), area.left() - rect.left(), rect.height()),
        QRectF(area.right(), rect.top(), rect.right() - area.right(), rect.height()),
    ):
        painter.fillRect(beyond, inks.plain(paper.ground))
    painter.setPen(QPen(inks.plain(paper.quiet), max(0.8, frame.em / 16)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
