"""The program as a desktop application: everything that must be right before a window can stand, then the window.

The annotations are read before Qt, so that their faults never leave a half-built window. Qt would abort the process
over a missing display or library; both are looked for first and end in one sentence.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
import traceback
from argparse import Namespace
from types import TracebackType
from typing import TYPE_CHECKING

from viewer import language, paths, qt, startup, system_libraries
from viewer.arguments import Refused
from viewer.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def run(asked: Namespace) -> int:
    """Open the window and stay until it closes. Returns the exit code; raises Refused before anything is shown."""
    atlas = startup.atlas(asked)
    view = startup.view(asked, atlas)
    require_display()
    application = _application()
    _require_opengl()
    from viewer.model.session.settings import Settings
    from viewer.window import Window

    window = Window(atlas, view, asked.meshes, Settings())
    window.show()
    window.begin(asked.view)
    window.watch(asked.annotations)
    return _stay(application, window)


def require_display() -> None:
    """Make sure that a window can open here. Raises Refused, saying what is missing and what to do."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    system_libraries.require(system_libraries.FOR_A_WINDOW)
    if not os.environ.get("WAYLAND_DISPLAY"):
        _require_x_display()


def _require_x_display() -> None:
    """Ask the X server named by DISPLAY: Qt aborts where it does not answer, VTK draws nothing where it has no GLX."""
    x, gl, ignored = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libGL.so.1"), ctypes.byref(ctypes.c_int())
    x.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    if not display:
        raise Refused(_no_display())
    has_glx = gl.glXQueryExtension(display, ignored, ignored)
    x.XCloseDisplay(display)
    if not has_glx:
        raise Refused(_no_opengl())


def _no_display() -> str:
    return tr(
        "there is no display to open a window on. Start it from a desktop session, or use --screenshot, --list or"
        " --describe, which need none."
    )


def _no_opengl() -> str:
    return tr(
        "this display offers no OpenGL 3.2, which the 3D view needs. Update the graphics driver; a virtual or remote X"
        " screen must be started with its GLX extension. --screenshot, --list and --describe need neither."
    )


def _application() -> QApplication:
    qt.bring_in()
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QIcon, QSurfaceFormat
    from PySide6.QtWidgets import QApplication

    from viewer.widgets.viewport.surface import surface_format

    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Iliopsoas")
    application.setDesktopFileName("iliopsoas")
    language.teach(application, QLocale())
    application.setWindowIcon(QIcon(str(paths.icons_folder() / "iliopsoas.svg")))
    return application


def _require_opengl() -> None:
    from PySide6.QtGui import QOpenGLContext

    if not QOpenGLContext().create():
        raise Refused(_no_opengl())


def _stay(application: QApplication, window: object) -> int:
    """The event loop; Ctrl+C in the terminal closes the window like any other way out."""
    from PySide6.QtCore import QSocketNotifier, QTimer

    sys.excepthook = _report
    awake, waker = socket.socketpair()
    for end in (awake, waker):
        end.setblocking(False)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        # the handler may run amid drawing, where a closing window would pull the scene away: quit in the event loop
        signal.signal(number, lambda *_: QTimer.singleShot(0, application.quit))
    notifier = QSocketNotifier(awake.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: awake.recv(64))  # lets Python run, and with it the signal's handler
    try:
        return application.exec()
    finally:
        signal.set_wakeup_fd(-1)
        del window, notifier


def _report(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """An error nobody caught: into the terminal in full, onto the screen in a sentence. The session goes on."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QMessageBox

    traceback.print_exception(kind, fault, trace)
    windows = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    box = QMessageBox(next(windows, None))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(tr("Something went wrong in the program itself."))
    goes_on = tr("The session goes on; the terminal shows where it happened.")
    box.setInformativeText(f"{kind.__name__}: {fault}\n\n{goes_on}")
    box.open()
