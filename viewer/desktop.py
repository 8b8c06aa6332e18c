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

from viewer import start, system_libraries
from viewer.arguments import Refused

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NO_DISPLAY = (
    "there is no display to open a window on. Start it from a desktop session, or use --screenshot, --list or"
    " --describe, which need none."
)
NO_OPENGL = (
    "this display offers no OpenGL 3.2, which the 3D view needs. Update the graphics driver, or set"
    " LIBGL_ALWAYS_SOFTWARE=1 to draw without it."
)


def run(asked: Namespace) -> int:
    """Open the window and stay until it closes. Returns the exit code; raises Refused before anything is shown."""
    atlas = start.atlas(asked)
    view = start.view(asked, atlas)
    _require_display()
    application = _application()
    _require_opengl()
    from viewer.model.settings import Settings
    from viewer.window import Window

    window = Window(atlas, view, asked.meshes, Settings())
    window.show()
    window.begin(asked.view)
    return _stay(application, window)


def _require_display() -> None:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    system_libraries.ensure(system_libraries.FOR_A_WINDOW)
    if not (os.environ.get("WAYLAND_DISPLAY") or _x_display_answers()):
        raise Refused(NO_DISPLAY)


def _x_display_answers() -> bool:
    """Whether the X server named by DISPLAY takes connections; Qt aborts where it does not."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return refused == 0


def _application() -> QApplication:
    from PySide6.QtGui import QSurfaceFormat
    from PySide6.QtWidgets import QApplication

    from viewer.widgets.surface import surface_format

    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Iliopsoas")
    application.setDesktopFileName("iliopsoas")
    return application


def _require_opengl() -> None:
    from PySide6.QtGui import QOpenGLContext

    if not QOpenGLContext().create():
        raise Refused(NO_OPENGL)


def _stay(application: QApplication, window: object) -> int:
    """The event loop, with Ctrl+C in the terminal closing the window like any other way out."""
    from PySide6.QtCore import QSocketNotifier

    sys.excepthook = _report
    awake, waker = socket.socketpair()
    waker.setblocking(False)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.quit())
    notifier = QSocketNotifier(awake.fileno(), QSocketNotifier.Type.Read)  # lets Python see a signal while Qt waits
    try:
        return application.exec()
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        del window


def _report(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """An error nobody caught: into the terminal in full, onto the screen in a sentence. The session goes on."""
    from PySide6.QtWidgets import QApplication, QMessageBox

    traceback.print_exception(kind, fault, trace)
    box = QMessageBox(QMessageBox.Icon.Warning, "Iliopsoas", "Something went wrong in the program itself.")
    box.setInformativeText(f"{kind.__name__}: {fault}\n\nThe session goes on; the terminal shows where it happened.")
    box.setParent(QApplication.activeWindow(), box.windowFlags())
    box.open()
