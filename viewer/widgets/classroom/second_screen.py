"""The stage on another screen: there the picture alone, here the whole window with the same picture in the middle."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QScreen
from PySide6.QtWidgets import QMainWindow

from viewer.widgets.classroom.blank import paint_blank
from viewer.widgets.classroom.board.under_way import paint_gesture
from viewer.widgets.classroom.notice import Notice
from viewer.widgets.classroom.over_view import in_rect
from viewer.widgets.classroom.pointing import Pointing
from viewer.widgets.classroom.spotlight import paint_spotlight
from viewer.widgets.classroom.stage_pointer import StagePointer
from viewer.widgets.classroom.stage_window import StageWindow
from viewer.widgets.side_panel.columns import Columns
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.viewport.viewport import Viewport

PAGE = "console"
MOST_PIXELS = 2560 * 1600  # that are drawn: a projector of more stretches them, as an old computer takes long for each
LETTERS_FOR = 1080  # a screen of this height has letters and lines as a desk's; larger ones have larger ones


class SecondScreen(QObject):
    """While it is on, the scene is drawn as fine as the other screen, once, and shown on both.

    Beside the view the panel opens the page for who teaches, and the page that was open comes back at the end.
    """

    def __init__(
        self, window: QMainWindow, viewport: Viewport, columns: Columns, panel: SidePanel, pointing: Pointing
    ) -> None:
        super().__init__(window)
        self._window, self._viewport, self._columns, self._panel = window, viewport, columns, panel
        self._pointing, self._pointer = pointing, StagePointer(viewport)
        self.stage = StageWindow(
            window, (self._paint_pointer, self._paint_line, self._paint_spotlight), (self._paint_blank,)
        )
        self._notice = Notice(self.stage)
        self._page_before = ""
        self.on = False
        self._wire()

    def enter(self, screen: QScreen) -> None:
        """Fill a screen with what the class is to see."""
        self.on, self._page_before = True, self._panel.current
        self._window.setUpdatesEnabled(False)  # one frame for all of it, not one for each part
        self._panel.offer(PAGE, True)
        self._panel.open(PAGE)
        self.stage.clear()
        self.stage.fill(screen)
        self._viewport.presenting.set_projector(True)
        self._fit()
        self._panel.set_windows_shown(False, screen)
        self._pointing.blank.set_here(False)
        self._pointer.set_on(True)
        self._window.setUpdatesEnabled(True)

    def move(self, screen: QScreen) -> None:
        """Fill another screen."""
        self.stage.hide()
        self._panel.set_windows_shown(True)
        self._panel.set_windows_shown(False, screen)
        self.stage.fill(screen)

    def tell(self, words: str) -> None:
        """A line for the class, unless it sees another picture than this is about."""
        if not self.stage.frozen:
            self._notice.tell(words)

    def count(self, digits: str) -> None:
        """A number that is being typed, likewise."""
        self._notice.count("" if self.stage.frozen else digits)

    def leave(self) -> None:
        """The window's own screen is all there is to be drawn for."""
        self.on = False
        self.stage.hide()
        self._notice.clear()
        self._window.setUpdatesEnabled(False)
        self._pointer.set_on(False)
        self._pointing.blank.set_here(True)
        self._panel.set_windows_shown(True)
        self._put_page_back()
        self._viewport.presenting.set_projector(False)
        self._fit()
        self._window.setUpdatesEnabled(True)

    def _put_page_back(self) -> None:
        reading = self._panel.current
        self._panel.offer(PAGE, False)
        if reading == PAGE and self._page_before:
            self._panel.open(self._page_before)

    def _fit(self) -> None:
        """Draw as many pixels as the stage has, in its shape."""
        size = _drawable(self.stage.pixels) if self.on else None
        pixel = max(self.stage.devicePixelRatioF(), self.stage.pixels.height() / LETTERS_FOR)
        self._viewport.set_frame(size, pixel * size.height() / self.stage.pixels.height() if size else pixel)
        self._columns.letterbox.set_aspect(size.width() / size.height() if size else None)

    def _refit(self) -> None:
        if self.on:
            self._fit()

    def _wire(self) -> None:
        self._viewport.pictured.connect(self.stage.take)
        self.stage.resized.connect(self._refit)
        for part in (self._pointer, self._pointing.board, self._pointing.spotlight, self._pointing.blank):
            part.changed.connect(self._repaint)

    def _repaint(self) -> None:
        if self.on:
            self.stage.update()

    # What lies over the picture -------------------------------------------------------------------------------

    def _paint_pointer(self, painter: QPainter, rect: QRectF) -> None:
        if not (self._pointing.spotlight.on or self._pointing.board.under_way):
            self._pointer.paint(painter, rect)

    def _paint_line(self, painter: QPainter, rect: QRectF) -> None:
        line = self._pointing.board.under_way
        if line is not None:
            paint_gesture(painter, rect, line)

    def _paint_spotlight(self, painter: QPainter, rect: QRectF) -> None:
        light = self._pointing.spotlight
        if light.on:
            paint_spotlight(painter, rect, in_rect(light.place, rect), light.radius * rect.height())

    def _paint_blank(self, painter: QPainter, rect: QRectF) -> None:
        blank = self._pointing.blank
        if blank.on:
            painter.setPen(Qt.PenStyle.NoPen)
            paint_blank(painter, QRectF(self.stage.rect()).united(rect), blank.dark)


def _drawable(size: QSize) -> QSize:
    """The pixels of a screen, or fewer of the same shape where they are very many."""
    share = min(1.0, (MOST_PIXELS / max(1, size.width() * size.height())) ** 0.5)
    return QSize(round(size.width() * share), round(size.height() * share)).expandedTo(QSize(1, 1))
