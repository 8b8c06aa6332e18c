"""The program as a desktop application: everything that must be right before a window can stand, then the window.

The annotations are read before Qt, so that their faults never leave a half-built window. Qt would abort the process
over a missing display or library; both are looked for first and end in one sentence.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, NoReturn

from viewer import language, paths, qt, startup, system_libraries
from viewer.arguments import Refused
from viewer.health import display
from viewer.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from viewer.model.atlas.atlas import Atlas
    from viewer.model.session.view import View
    from viewer.safeguard import Safeguard
    from viewer.window import Window


def run(asked: Namespace) -> int:
    """Open the window and stay until it closes. Returns the exit code; raises Refused before anything is shown."""
    atlas = startup.atlas(asked)
    view = startup.view(asked, atlas)
    require_display()
    qt.bring_in()
    from viewer.model.session.settings import Settings
    from viewer.safeguard import Safeguard

    with Safeguard(Settings()) as safeguard:
        safeguard.choose_who_draws()
        application = _application()
        if safeguard.can_draw():
            return _stay(application, _window(safeguard, asked, atlas, view))
    return _without_opengl()


def _window(safeguard: Safeguard, asked: Namespace, atlas: Atlas, view: View) -> Window:
    from viewer.window import Window

    window = Window(atlas, view, asked.meshes, safeguard.settings)
    safeguard.watch_over(window)
    window.show()
    window.begin(asked.view)
    window.watch(asked.annotations)
    if asked.lesson is not None:
        window.classroom.lessons.open(asked.lesson)
    return window


def require_display() -> None:
    """Make sure that a window can open here. Raises Refused, saying what is missing and what to do."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    system_libraries.require(system_libraries.FOR_A_WINDOW)
    if not display.answers():
        raise Refused(_no_display())


def _no_display() -> str:
    return tr(
        "there is no display to open a window on. Start it from a desktop session, or use --screenshot, --list or"
        " --describe, which need none."
    )


def _no_opengl() -> str:
    return tr(
        "this display offers no OpenGL 3.2, which the 3D view needs, not even drawn by the processor. Update the"
        " graphics driver (on Debian or Ubuntu, type: sudo apt-get install -y libgl1-mesa-dri). --diagnose tells more;"
        " --screenshot, --list and --describe need no display."
    )


def _application() -> QApplication:
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


def _without_opengl() -> NoReturn:
    """Start anew, drawn by the processor, where that may help and was not tried yet. Raises Refused."""
    from viewer.health import itself, software

    if software.may_help():
        itself.start_anew(software.environment(os.environ))
    raise Refused(_no_opengl())


def _stay(application: QApplication, window: object) -> int:
    """The event loop; Ctrl+C in the terminal closes the window like any other way out."""
    from PySide6.QtCore import QSocketNotifier, QTimer

    awake, waker = socket.socketpair()
    for end in (awake, waker):
        end.setblocking(False)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    for number in filter(None, (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", None))):
        # the handler may run amid drawing, where a closing window would pull the scene away: quit in the event loop
        signal.signal(number, lambda *_: QTimer.singleShot(0, application.quit))
    notifier = QSocketNotifier(awake.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: awake.recv(64))  # lets Python run, and with it the signal's handler
    try:
        return application.exec()
    finally:
        signal.set_wakeup_fd(-1)
        del window, notifier
