"""A section printed whole: onto the screen, into a picture or a file of vectors, by one and the same hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from viewer.widgets.finger import inks, marks, naming, tissues
from viewer.widgets.finger.frame import Frame
from viewer.widgets.finger.inks import Paper
from viewer.widgets.finger.plate import Plate


def print_plate(painter: QPainter, rect: QRectF, frame: Frame, plate: Plate, paper: Paper, font: QFont, lit: str = "") -> None:
    """The whole picture within a rectangle. Nothing of it needs clipping, so that every painter can do it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, inks.plain(paper.ground))
    tissues.print_tissues(painter, frame, plate, paper, lit)
    marks.print_finger(painter, frame, plate.path.press, paper)
    marks.print_way(painter, frame, plate, paper)
    _mask(painter, rect, frame, paper)
    marks.print_ruler(painter, frame, font, plate.path.press)
    (naming.print_names if frame.named else naming.print_numbers)(painter, frame, font, plate, paper)
    marks.print_letters(painter, frame, font, plate, paper)


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
