"""The blank screen: a card over the 3D view until any key or click brings the picture back, as slides have it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from viewer.language import tr

NIGHT, PAPER = QColor(8, 9, 10), QColor(250, 249, 246)
HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel)


class Blank(QObject):
    """``changed`` says that the screen went blank, or came back. ``on`` whether it is blank."""

    changed = Signal(bool)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.on, self._here = False, True
        self._view, self._card = view, _Card(view, self)
        view.installEventFilter(self)

    @property
    def dark(self) -> bool:
        """Whether the card is dark, or else as paper."""
        return is_dark(self._view)

    def toggle(self) -> None:
        """Blank, or back."""
        self.set_on(not self.on)

    def set_on(self, on: bool) -> None:
        """Nothing to look at, or the picture again."""
        if on != self.on:
            self.on = on
            self._follow()
            self.changed.emit(on)

    def leave(self) -> bool:
        """The picture again. Whether the screen was blank."""
        was = self.on
        self.set_on(False)
        return was

    def set_here(self, here: bool) -> None:
        """Whether the card lies over this view; else only another screen, which follows ``changed``, is blank."""
        self._here = here
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Stay as large as the view."""
        if event.type() is QEvent.Type.Resize:
            self._card.setGeometry(self._view.rect())
        return False

    def _follow(self) -> None:
        covered = self.on and self._here
        held = self._card.hasFocus()
        self._card.setVisible(covered)
        if covered:
            self._card.raise_()
            self._card.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)


class _Card(QWidget):
    def __init__(self, view: QWidget, blank: Blank) -> None:
        super().__init__(view)
        self._blank = blank
        self.setAccessibleName(tr("The screen is blank: any key brings the picture back"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Any key or click; keys before they are anybody's shortcut."""
        if isinstance(event, QKeyEvent) and event.key() not in HELD:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self._blank.set_on(False)
            return True
        if event.type() in _CLICKS:
            event.accept()
            self._blank.set_on(False)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Night or paper."""
        paint_blank(QPainter(self), QRectF(self.rect()), self._blank.dark)


def is_dark(widget: QWidget) -> bool:
    """Whether a widget is dressed in dark colours."""
    return widget.palette().color(QPalette.ColorRole.Window).lightness() < 128


def paint_blank(painter: QPainter, rect: QRectF, dark: bool) -> None:
    """Night or paper all over a rectangle."""
    painter.fillRect(rect, NIGHT if dark else PAPER)
