"""What lies over the 3D view and is painted by Qt alone, so that moving it draws nothing of the body anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget


class OverView(QWidget):
    """As large as the view, right above the picture and below all else there; the pointer goes through it."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.lower()
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Stay as large as the view."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        return False


def in_heights(place: QPointF, rect: QRectF) -> tuple[float, float]:
    """A place as x and y from the middle of a rectangle, to the right and upwards, in its heights."""
    away, high = place - rect.center(), max(rect.height(), 1.0)
    return away.x() / high, -away.y() / high


def in_rect(place: tuple[float, float], rect: QRectF) -> QPointF:
    """The way back: where such a place is in a rectangle."""
    return rect.center() + QPointF(place[0], -place[1]) * rect.height()
