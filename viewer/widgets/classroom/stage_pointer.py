"""The pointer as the class sees it on the other screen: a large dot where the mouse is over the 3D view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from viewer.widgets.classroom.over_view import in_heights, in_rect

RADIUS, RIM = 0.013, 0.004  # heights of the picture
INK, DARK = QColor(255, 205, 40), QColor(20, 22, 26)
RESTS_FOR = 4000  # ms after which a mouse that rests points at nothing
_GONE = (QEvent.Type.Leave, QEvent.Type.Hide)


class StagePointer(QObject):
    """Watches a view. ``changed`` says that the dot is elsewhere, or gone."""

    changed = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.place: tuple[float, float] | None = None
        """From the middle of the view, to the right and upwards, in its heights."""
        self._rest = QTimer(self, singleShot=True, interval=RESTS_FOR)
        self._rest.timeout.connect(self.forget)

    def set_on(self, on: bool) -> None:
        """Follow the mouse, or no longer."""
        self._view.removeEventFilter(self)
        self.forget()
        if on:
            self._view.installEventFilter(self)

    def forget(self) -> None:
        """It points at nothing."""
        self._rest.stop()
        self._point(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Follow the mouse."""
        if isinstance(event, QMouseEvent):
            self._point(in_heights(event.position(), QRectF(self._view.rect())))
            self._rest.start()
        elif event.type() in _GONE:
            self.forget()
        return False

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """The dot over a picture that fills a rectangle."""
        if self.place is not None:
            high = rect.height()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(INK)
            painter.setPen(QPen(DARK, RIM * high))
            painter.drawEllipse(in_rect(self.place, rect), RADIUS * high, RADIUS * high)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _point(self, place: tuple[float, float] | None) -> None:
        if place != self.place:
            self.place = place
            self.changed.emit()
