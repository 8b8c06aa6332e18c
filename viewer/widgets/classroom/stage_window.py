"""The window on the screen that the class sees: the picture and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from viewer.language import tr

Layer = Callable[[QPainter, QRectF], None]
"""Paints something over the picture, which fills a rectangle."""


class StageWindow(QWidget):
    """Fills a screen, and leaves the keyboard where it is. ``resized`` says that it has other pixels than before,
    ``closed`` that somebody closed it.

    ``frozen`` keeps the picture that it has; ``layers`` lie over one that is live, ``covers`` over any.
    """

    resized = Signal()
    closed = Signal()

    def __init__(self, window: QWidget, layers: Sequence[Layer], covers: Sequence[Layer]) -> None:
        shape = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(window, shape)
        self._main, self._layers, self._covers = window, layers, covers
        self._picture = self._newest = QImage()
        self.frozen = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowTitle(tr("Stage"))
        self.setAccessibleName(tr("What the class sees"))

    @property
    def pixels(self) -> QSize:
        """How many pixels it has on its screen."""
        return self.size() * self.devicePixelRatioF()

    @property
    def picture(self) -> QImage:
        """What the class sees, without what lies over it."""
        return self._picture

    def fill(self, screen: QScreen) -> None:
        """Fill this screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would ask for the keyboard
        self.show()

    def take(self, picture: QImage) -> None:
        """Show this frame, now or once nothing is frozen any more."""
        self._newest = picture
        if not self.frozen:
            self._picture = picture
            self.repaint()  # the class comes first: the other window is still to be put together

    def set_frozen(self, frozen: bool) -> None:
        """Keep the picture, or show the newest again."""
        self.frozen = frozen
        if not frozen:
            self._picture = self._newest
        self.update()

    def clear(self) -> None:
        """Nothing to be seen until the next frame."""
        self._picture = self._newest = QImage()
        self.frozen = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The picture pixel by pixel, where it has as many; then what lies over it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.black)
        room = self._room()
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(room, self._picture)
        for paint in (*(() if self.frozen else self._layers), *self._covers):
            paint(painter, room)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another resolution, or another screen."""
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """A desktop that gave it the keyboard all the same is asked to give that back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._main.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """However it is closed, by the desktop or with all windows: the stage is left."""
        super().closeEvent(event)
        self.closed.emit()

    def _room(self) -> QRectF:
        """The largest rectangle of the picture's shape; one of its shape but for a pixel fills it all."""
        whole = QRectF(self.rect())
        if self._picture.isNull() or whole.isEmpty():
            return whole
        size = self._picture.size().toSizeF().scaled(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if whole.width() - size.width() < 2 and whole.height() - size.height() < 2:
            return whole
        room = QRectF(0, 0, size.width(), size.height())
        room.moveCenter(whole.center())
        return room
