"""A widget in the middle of its place, as large as there is room for it in the shape that it is to have."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget


class Letterbox(QWidget):
    """Gives ``content`` all of its place until another ``aspect`` (width over height) is wished."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.aspect: float | None = None
        content.setParent(self)

    def set_aspect(self, aspect: float | None) -> None:
        """Keep this shape; None fills the place."""
        self.aspect = aspect
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The content follows."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """What is left beside the content stands back."""
        if self.aspect is not None:
            QPainter(self).fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))

    def _place(self) -> None:
        width, height = self.width(), self.height()
        if self.aspect is not None:
            width, height = min(width, round(height * self.aspect)), min(height, round(width / self.aspect))
        self._content.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))
