"""The section along a finger's way as a widget: printed to its size, pointed at, clicked, saved and copied."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QToolTip, QWidget

from viewer.language import tr
from viewer.widgets.chrome import theme
from viewer.widgets.finger import inks, outlines
from viewer.widgets.finger.files import NotWrittenError, section_image, write_section
from viewer.widgets.finger.frame import Frame, framed, reach
from viewer.widgets.finger.plate import Piece, Plate, Subject, plate
from viewer.widgets.finger.printing import Style, print_plate

SMALLEST = QSize(240, 260)
STILL = 160  # ms without another section after which one is printed with all its grain


class SectionPicture(QWidget):
    """``chosen`` names the structure that was clicked, ``plane_asked`` wants the other plane, ``told`` says what was
    saved or why not.
    """

    chosen = Signal(str)
    plane_asked = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Subject | None = None
        self._lit = ""
        self._printed: QPixmap | None = None
        self._plate: Plate | None = None
        self._frame: Frame | None = None
        self._quick = False
        self._still = QTimer(self, singleShot=True, interval=STILL)
        self._still.timeout.connect(self._print_well)
        self.setMinimumSize(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Section along the finger's way"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the panel, and as tall as the body's half is."""
        return QSize(340, 340)

    def show_section(self, subject: Subject, words: str) -> None:
        """Print another section, quickly while they follow each other; ``words`` say what is to be seen."""
        self._shown = subject
        self.setAccessibleDescription(words)
        self._quick = True
        self._still.start()
        self._forget()

    def show_nothing(self) -> None:
        """There is no finger."""
        self._shown = self._plate = self._frame = None
        self.setAccessibleDescription(tr("No finger is on the skin yet"))
        self._forget()

    def light(self, structure_id: str) -> None:
        """Draw a line around a structure, or around none."""
        if structure_id != self._lit:
            self._lit = structure_id
            self._forget()

    @property
    def subject(self) -> Subject | None:
        """What is to be seen; None without a finger."""
        return self._shown

    @property
    def plate(self) -> Plate | None:
        """What was printed last."""
        return self._plate

    def _print_well(self) -> None:
        self._quick = False
        self._forget()

    def _forget(self) -> None:
        self._printed = None
        self.update()

    # Painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """What was printed, printed anew where something changed."""
        scale = self.devicePixelRatioF()
        if self._printed is None or self._printed.size() != self.size() * scale:
            self._printed = self._print(scale)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._printed)
        if self.hasFocus():
            painter.setPen(self.palette().accent().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _print(self, scale: float) -> QPixmap:
        sheet = QPixmap(self.size() * scale)
        sheet.setDevicePixelRatio(scale)
        dark = self.palette().window().color().lightnessF() < 0.5
        paper = inks.ON_SLATE if dark else inks.ON_PAPER
        sheet.fill(inks.plain(paper.ground))
        if self._shown is not None:
            painter = QPainter(sheet)
            self._print_section(painter, paper)
            painter.end()
        return sheet

    def _print_section(self, painter: QPainter, paper: inks.Paper) -> None:
        assert self._shown is not None
        font, rect = _font(theme.sized(theme.CAPTION)), QRectF(self.rect())
        self._frame = framed(rect, font.pixelSize(), reach(self._shown.path))
        self._plate = plate(
            self._shown, self._frame.box, grained=not self._quick, named=self._frame.named or not self._quick
        )
        print_plate(painter, rect, self._frame, self._plate, Style(paper, font, self._lit))

    # Pointing -------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tell the name of what lies under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            piece = self.piece_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), piece.structure.title if piece else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the structure that was clicked."""
        if event.button() is Qt.MouseButton.LeftButton and (piece := self.piece_at(event.position())):
            self.chosen.emit(piece.structure.id)

    def piece_at(self, place: QPointF) -> Piece | None:
        """What is printed uppermost at a place of the widget, the body's fat and skin not counted."""
        if self._frame is None or self._plate is None or not self._frame.area.contains(place):
            return None
        at = (place - self._frame.skin) / self._frame.scale
        spot = np.array([[at.x(), at.y()]])
        found = (one for one in reversed(self._plate.pieces) if outlines.within(one.outlines, spot)[0])
        return next(found, None)

    # Saving ---------------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Save, copy, the other plane."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, do in (
            (tr("&Save the section…"), self.save),
            (tr("&Copy the section"), self.copy),
            (tr("&Other plane of the section"), self.plane_asked.emit),
        ):
            menu.addAction(text).triggered.connect(do)
        menu.popup(event.globalPos())

    def save(self) -> None:
        """Ask where to, and save the section large, with all names."""
        if self._shown is None:
            self.told.emit(tr("There is no section yet: press on the skin first"))
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        kinds = tr("Pictures (*.png);;Vector pictures (*.svg)")
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the section"), str(folder / "section.png"), kinds)
        if name:
            self.save_as(Path(name))

    def save_as(self, file: Path) -> None:
        """Save the section as PNG or SVG, by the file's ending; say where it is, or why not."""
        if self._shown is None:
            return
        try:
            written = write_section(file, self._shown)
        except NotWrittenError as refusal:
            self.told.emit(str(refusal))
        else:
            self.told.emit(tr("Saved {file}").format(file=written))

    def copy(self) -> None:
        """The section as a picture to be pasted elsewhere."""
        if self._shown is None:
            self.told.emit(tr("There is no section yet: press on the skin first"))
            return
        QGuiApplication.clipboard().setImage(section_image(self._shown))
        self.told.emit(tr("The section is copied"))


def _font(font: QFont) -> QFont:
    """The same with its height in pixels, as every printer of it understands it."""
    sized = QFont(font)
    sized.setPixelSize(max(10, round(font.pointSizeF() * 96 / 72)))
    return sized
