"""The OpenGL surface on which VTK draws inside Qt. It only draws: mouse, keys and drops never reach VTK.

Qt owns the OpenGL context. VTK draws into a frame of its own, and what it drew last is copied whenever Qt paints; it is
drawn anew only after something changed. Importing this module brings in VTK, which the viewport does behind the
visible window.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable

import vtkmodules.vtkRenderingFreeType  # noqa: F401 - lets VTK write
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QOpenGLContext
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget
from vtkmodules.vtkCommonCore import vtkUnsignedCharArray
from vtkmodules.vtkRenderingCore import vtkRenderer
from vtkmodules.vtkRenderingOpenGL2 import vtkGenericOpenGLRenderWindow, vtkOpenGLState

DEPTH_TEST, SCISSOR_TEST, LESS_OR_EQUAL, COLOURS, SMOOTHLY = 0x0B71, 0x0C11, 0x0203, 0x4000, 0x2601  # OpenGL's own


class Canvas(QOpenGLWidget):
    """A widget with a VTK ``stage``. ``draw`` is called once for each frame that must be drawn anew.

    The frame may have fewer pixels than the widget: it is stretched then.
    """

    resized = Signal()
    shown = Signal(float)
    """A frame that was drawn anew is on the screen, so many seconds after its drawing began."""
    grabbed = Signal(QImage)
    """The frame that was drawn anew, while it ``grabs``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage = vtkRenderer()
        self._window = _window_of(self.stage)
        answers = {"WindowMakeCurrentEvent": self._make_current, "WindowIsCurrentEvent": self._tell_whether_current}
        self._watching = [self._window.AddObserver(event, answer) for event, answer in answers.items()]  # type: ignore[arg-type]  # its stubs know no names
        self._context: QOpenGLContext | None = None
        self._draw: Callable[[], None] | None = None
        self._stale, self._began, self.grabs = True, 0.0, False
        self.frameSwapped.connect(self._tell_shown)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUpdateBehavior(QOpenGLWidget.UpdateBehavior.NoPartialUpdate)

    def start(self, draw: Callable[[], None]) -> None:
        """From now on draw frames with ``draw``, which renders once."""
        self._draw = draw
        self.refresh()

    def stop(self) -> None:
        """Draw no more, and give back what lies on the graphics card, while the context is still there."""
        self._draw = None
        self._make_current()
        self._window.Finalize()
        self._window.SetReadyForRendering(False)
        for tag in self._watching:  # VTK holds on to bound methods, and with them to this widget
            self._window.RemoveObserver(tag)
        self._watching, self._context = [], None

    def refresh(self) -> None:
        """Draw one frame when Qt next paints, however many changes ask for it."""
        self._stale = True
        self.update()

    def initializeGL(self) -> None:  # noqa: N802
        """Qt has made the context: let VTK know it."""
        self._context = self.context()
        self._context.aboutToBeDestroyed.connect(self.stop)
        _lend_symbols(self._window)
        self._window.OpenGLInitContext()
        self._window.OpenGLInit()
        self._window.SetForceMaximumHardwareLineWidth(1)
        self._window.SetOwnContext(0)
        self._window.SetReadyForRendering(True)

    def resizeGL(self, width: int, height: int) -> None:  # noqa: N802, ARG002
        """Tell of the widget's size, and of how many pixels it has."""
        self._window.SetDPI(round(72 * self.devicePixelRatioF()))
        self._stale = True
        self.resized.emit()

    def paintGL(self) -> None:  # noqa: N802
        """Draw if something changed; else only copy the frame again (a label moved above it, say)."""
        if self._draw is None or not self._window.GetReadyForRendering():
            return
        state = self._window.GetState()
        state.Reset()  # Qt has used OpenGL since
        state.Push()
        state.vtkglEnable(DEPTH_TEST)
        state.vtkglDepthFunc(LESS_OR_EQUAL)
        if self._stale and self.updatesEnabled():
            self._stale, self._began = False, time.perf_counter()
            self._draw()
            if self.grabs:
                self.grabbed.emit(self._grab())
        self._copy(state)
        state.Pop()

    def _grab(self) -> QImage:
        """VTK's last frame, pixel by pixel."""
        pixels, (width, height) = vtkUnsignedCharArray(), self._window.GetSize()
        self._window.GetRGBACharPixelData(0, 0, width - 1, height - 1, 0, pixels, 0)
        upside_down = QImage(memoryview(pixels), width, height, 4 * width, QImage.Format.Format_RGBX8888)  # type: ignore[arg-type]  # its stubs know no buffers
        return upside_down.flipped(Qt.Orientation.Vertical).convertToFormat(QImage.Format.Format_RGB32)

    def _tell_shown(self) -> None:
        """Anything in the window brings the frame to the screen once more; only the first time tells what it took."""
        if self._began:
            seconds, self._began = time.perf_counter() - self._began, 0.0
            self.shown.emit(seconds)

    def _copy(self, state: vtkOpenGLState) -> None:
        """Lay VTK's last frame where Qt wants it."""
        self.makeCurrent()
        state.vtkglDisable(SCISSOR_TEST)
        source, scale = self._window.GetSize(), self.devicePixelRatioF()
        target = round(self.width() * scale), round(self.height() * scale)
        self._window.BlitDisplayFramebuffer(0, 0, 0, *source, 0, 0, *target, COLOURS, SMOOTHLY)

    def _make_current(self, *_: object) -> None:
        """Not the widget's own makeCurrent, which would bind its frame in the middle of VTK's drawing."""
        if self._context is not None:
            self._context.makeCurrent(self._context.surface())

    def _tell_whether_current(self, *_: object) -> None:
        current = self._context is not None and QOpenGLContext.currentContext() is self._context
        self._window.SetIsCurrent(current)


def _window_of(stage: vtkRenderer) -> vtkGenericOpenGLRenderWindow:
    """A window of VTK's that draws a stage when it is told to, wherever Qt wants it."""
    window = vtkGenericOpenGLRenderWindow()
    window.SetReadyForRendering(False)
    window.SetFrameBlitModeToNoBlit()
    window.SetMultiSamples(0)
    window.AddRenderer(stage)
    stage.SetBackgroundAlpha(1.0)  # a compositor would show the desktop through less
    return window


def _lend_symbols(window: vtkGenericOpenGLRenderWindow) -> None:
    """Let VTK find OpenGL where Qt's platform has it; elsewhere than on Linux it finds it itself."""
    if sys.platform.startswith("linux"):
        wayland = QGuiApplication.platformName().startswith("wayland")
        name, finder = ("libEGL.so.1", "eglGetProcAddress") if wayland else ("libGL.so.1", "glXGetProcAddressARB")
        address = ctypes.cast(getattr(ctypes.CDLL(name), finder), ctypes.c_void_p).value
        window.SetOpenGLSymbolLoader2(address or 0, 0)
