"""The OpenGL surface on which VTK draws inside Qt. It only draws: mouse, keys and drops never reach VTK.

Importing this module brings in PyVista, which takes a second: the viewport does so behind the visible window.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pyvistaqt import QtInteractor


class Canvas(QtInteractor):
    """A plotter that is a widget. ``draw`` is called once for each frame that must be drawn anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, auto_update=False, multi_samples=0)
        self._draw: Callable[[], None] | None = None
        self._stale = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(False)

    def start(self, draw: Callable[[], None]) -> None:
        """From now on draw frames with ``draw``, which renders once."""
        self._draw = draw
        self.refresh()

    def stop(self) -> None:
        """Draw no more."""
        self._draw = None

    def set_pixels(self, width: int, height: int) -> None:
        """Let VTK know the size before Qt first paints, so that a camera can be framed for it."""
        assert self.ren_win is not None  # there from the start until it is closed
        self.ren_win.SetSize(width, height)

    def refresh(self) -> None:
        """Draw one frame when Qt next paints, however many changes ask for it."""
        self._stale = True
        self.update()

    def resizeGL(self, width: int, height: int) -> None:  # noqa: N802
        """Follow the widget's size."""
        self._stale = True
        super().resizeGL(width, height)  # type: ignore[no-untyped-call]

    def paintGL(self) -> None:  # noqa: N802
        """Draw if something changed; else only copy the frame again (a label moved above it, say)."""
        self._in_paint = True  # the base would render a second time, and ask for another paint
        try:
            if self._stale and self._draw is not None:
                self._stale = False
                self._draw()
            super().paintGL()  # type: ignore[no-untyped-call]
        finally:
            self._in_paint = False
