"""Which pixel of the picture lies at which place of the widget, whose own pixels may be more or fewer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtWidgets import QWidget


class Sight:
    """The picture fills the widget. It has as many pixels as the widget has on its screen; or as many as ``frame``
    says, drawn for a screen of which one pixel at 100 % is ``pixel`` pixels.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self.frame: QSize | None = None
        self._pixel = 1.0

    def set_frame(self, frame: QSize | None, pixel: float = 1.0) -> None:
        """Be drawn for another screen with so many pixels, or for the widget's own."""
        self.frame, self._pixel = frame, pixel

    @property
    def scale(self) -> float:
        """How many pixels of the picture one of the widget is wide."""
        own = self._widget.devicePixelRatioF()
        return own if self.frame is None else self.frame.width() / max(1, self._widget.width())

    @property
    def pixel(self) -> float:
        """How many pixels one pixel at 100 % is on the screen for which the picture is drawn."""
        return self._widget.devicePixelRatioF() if self.frame is None else self._pixel

    @property
    def size(self) -> QSize:
        """The picture's pixels."""
        own = self._widget.size() * self._widget.devicePixelRatioF()
        return (own if self.frame is None else self.frame).expandedTo(QSize(1, 1))

    def pixels(self, place: QPointF) -> tuple[float, float]:
        """A place of the widget as the scene counts: pixels of the picture, upwards."""
        return place.x() * self.scale, (self._widget.height() - place.y()) * self.scale

    def place(self, x: float, y: float) -> QPointF:
        """Where a pixel of the picture lies in the widget."""
        return QPointF(x / self.scale, self._widget.height() - y / self.scale)
