"""The bar that comes with drawing, large and over the picture: inks, widths, what erases, and where lines go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QToolButton, QWidget

from viewer.drawing import style
from viewer.language import tr
from viewer.model.session.stroke import INKS
from viewer.widgets.chrome import icons, theme

TARGET = 44  # pixels that a button is large: for fingers, and for a hurried hand
PICTURE = 32
WIDTHS = (4.0, 8.0, 16.0)
EDGE = theme.STEP


class InkBar(QFrame):
    """``ink_chosen`` and ``width_chosen`` end erasing; ``erasing_chosen`` begins it."""

    ink_chosen = Signal(str)
    width_chosen = Signal(float)
    erasing_chosen = Signal()
    body_chosen = Signal(bool)
    undo_asked = Signal()
    wipe_asked = Signal()
    close_asked = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName(tr("Drawing"))
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(*[theme.STEP // 2] * 4)
        self._layout.setSpacing(2)
        self._inks, self._widths, self._buttons = QButtonGroup(self), QButtonGroup(self), list[QToolButton]()
        self._fill()
        self.hide()
        view.installEventFilter(self)

    def show_choice(self, ink: str, width: float, erasing: bool, on_body: bool) -> None:
        """Mark what is chosen."""
        self._inks.buttons()[INKS.index(ink)].setChecked(not erasing)
        self._eraser.setChecked(erasing)
        self._widths.buttons()[WIDTHS.index(width)].setChecked(True)
        self._body.setChecked(on_body)

    def offer(self, anything: bool) -> None:
        """Whether there is anything to take back or to wipe away."""
        self._undo.setEnabled(anything)
        self._wipe.setEnabled(anything)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Stay in the middle above."""
        if event.type() is QEvent.Type.Resize:
            self.place()
        return False

    def place(self) -> None:
        """In the middle above, in as many rows as the view is narrow."""
        room = max(1, (self._view.width() - 2 * EDGE) // (TARGET + 2))
        rows = -(-len(self._buttons) // room)
        columns = -(-len(self._buttons) // rows)
        for number, button in enumerate(self._buttons):
            self._layout.addWidget(button, number // columns, number % columns)
        self.adjustSize()
        self.move((self._view.width() - self.width()) // 2, EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """A ground of its own, on which the swatches tell apart over any picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _fill(self) -> None:
        names = {
            "red": tr("Red"), "yellow": tr("Yellow"), "green": tr("Green"), "blue": tr("Blue"), "white": tr("White"),
            "black": tr("Black"),
        }  # fmt: skip
        for number, ink in enumerate(INKS):
            self._inks.addButton(self._add(_swatch(ink), names[ink]), number)
        self._eraser = self._add(icons.icon("eraser"), tr("Eraser: takes a whole line away"))
        self._inks.addButton(self._eraser, len(INKS))
        for number, name in enumerate((tr("Thin line"), tr("Medium line"), tr("Thick line"))):
            self._widths.addButton(self._add(_dot(WIDTHS[number]), name), number)
        self._body = self._add(icons.icon("on_body"), tr("On the body (Shift+V): lines turn with it"))
        for button in self._buttons:
            button.setCheckable(True)
        self._undo = self._add(icons.icon("undo"), tr("Take the last line away"))
        self._wipe = self._add(icons.icon("wipe"), tr("Wipe everything away (X)"))
        self._close = self._add(icons.icon("clear"), tr("End drawing (V, Esc)"))
        self._wire()

    def _wire(self) -> None:
        self._inks.idClicked.connect(self._choose_ink)
        self._widths.idClicked.connect(self._choose_width)
        self._body.clicked.connect(self.body_chosen)
        self._undo.clicked.connect(self.undo_asked)
        self._wipe.clicked.connect(self.wipe_asked)
        self._close.clicked.connect(self.close_asked)

    def _choose_ink(self, number: int) -> None:
        if number == len(INKS):
            self.erasing_chosen.emit()
        else:
            self.ink_chosen.emit(INKS[number])

    def _choose_width(self, number: int) -> None:
        self.width_chosen.emit(WIDTHS[number])

    def _add(self, icon: QIcon, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon)
        button.setIconSize(QSize(PICTURE, PICTURE))
        button.setFixedSize(TARGET, TARGET)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the keyboard stays with the picture, for Esc and undo
        button.setAccessibleName(name)
        button.setToolTip(name)
        self._buttons.append(button)
        return button


def _swatch(ink: str) -> QIcon:
    """A disc of an ink, set off as its lines are."""

    def paint(painter: QPainter) -> None:
        painter.setPen(QColor(128, 128, 128))
        painter.setBrush(QColor.fromRgbF(*style.CASINGS[ink]))
        painter.drawEllipse(QRectF(2.5, 2.5, PICTURE - 5, PICTURE - 5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgbF(*style.STROKES[ink]))
        painter.drawEllipse(QRectF(4.5, 4.5, PICTURE - 9, PICTURE - 9))

    return _painted(paint)


def _dot(width: float) -> QIcon:
    """A disc as a line is thick, in a grey that every ground shows."""

    def paint(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(140, 140, 140))
        size = 3 + 1.3 * width
        painter.drawEllipse(QRectF((PICTURE - size) / 2, (PICTURE - size) / 2, size, size))

    return _painted(paint)


def _painted(paint: Callable[[QPainter], None]) -> QIcon:
    """An icon at twice its size, for screens that are as fine."""
    picture = QPixmap(2 * PICTURE, 2 * PICTURE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(2, 2)
    paint(painter)
    painter.end()
    return QIcon(picture)
