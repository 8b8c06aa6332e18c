"""What stands around a session so that nothing is lost without a word: log, faults, the mark of the run, the view kept.

It begins before the window, so that what goes wrong in making one is noted too, and ends after it. None of it may cost
the start anything that can be seen, and none of it ever raises.
"""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

import PySide6
from PySide6.QtCore import QObject, QTimer, qVersion
from PySide6.QtGui import QOpenGLContext

from viewer.arguments import Refused
from viewer.health import graphics, log, places, software
from viewer.health.faults import Faults
from viewer.health.log import logger
from viewer.health.sessions import Session
from viewer.health.stalls import Stalls
from viewer.language import tr
from viewer.model.session.settings import Settings
from viewer.widgets.trouble.last_view import LastView
from viewer.widgets.trouble.who_draws import WhoDraws

if TYPE_CHECKING:
    from viewer.window import Window

AT_REST = 700  # ms after the first frame


class Safeguard(QObject):
    """A context: within it faults are noted, and the end of it is the end of the run."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._began = time.monotonic()
        self._log = log.begin(places.log_file())
        self._faults, self._session = Faults(self), Session(places.sessions_folder())
        self._left = self._session.begin()
        self._after_crash = False
        self._context: QOpenGLContext | None = None
        self._window: Window | None = None

    def __enter__(self) -> Self:
        log.listen_to_qt()
        self._faults.listen()
        python = ".".join(map(str, sys.version_info[:3]))
        logger().info("start: Python %s, PySide6 %s, Qt %s, %s", python, PySide6.__version__, qVersion(), sys.platform)
        if self._left is not None:
            logger().warning("a run before this one did not end well\n%s", self._left.crash or "without a trace")
        return self

    def __exit__(self, _kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        self._window = self._context = None
        self._faults.leave()
        log.leave_qt()
        if fault is None or isinstance(fault, Refused):
            logger().info("end%s", f": {fault}" if fault else "")
            self._session.end()
        else:
            logger().critical("the program ends", exc_info=fault)
        log.end(self._log)

    def choose_who_draws(self) -> None:
        """Let the processor draw where that is wished for, or the run before died when it began to; before any display.

        From such a crash on it stays so until the user wishes otherwise.
        """
        if self._left is not None and self._left.before_drawing and software.may_help():
            self.settings.by_processor = self._after_crash = True
        if self.settings.by_processor and software.may_help():
            logger().warning("the processor draws, as it is wished for")
            software.ask_for()

    def can_draw(self) -> bool:
        """Whether there is OpenGL that suffices. Who it is that draws is asked later, once there is time for it."""
        self._context = graphics.context()
        if self._context is None:
            logger().warning("no OpenGL %d.%d here", *graphics.NEEDED)
        return self._context is not None

    def watch_over(self, window: Window) -> None:
        """Tell of faults in this window and keep its view."""
        self._window = window
        self._faults.happened.connect(window.reports.take)
        self._last_view = LastView(window.state, self._session, window.viewport.navigation, window.statusBar(), window)
        self._stalls = Stalls(window.reports.trail.last, window)
        WhoDraws(window.actions_by_id["by_processor"], self.settings, window).message.connect(window.status.tell)
        window.viewport.loaded.connect(self._welcome)
        window.viewport.refused.connect(self._note_refusal)

    def _note_refusal(self, reason: str) -> None:
        logger().error("nothing to show: %s", reason)

    def _welcome(self) -> None:
        """There is something to see: the rest waits until it has been seen."""
        logger().info("the scene stands after %.1f s", time.monotonic() - self._began)
        self._session.has_drawn()
        self._last_view.begin()
        QTimer.singleShot(AT_REST, self, self._settle)

    def _settle(self) -> None:
        window, context, self._context = self._window, self._context, None
        if window is None or context is None:
            return
        window.reports.graphics = seen = graphics.graphics(context)
        window.commands.drawn_by = processor_words(seen) if seen.by_processor else ""
        logger().info("OpenGL: %s | %s | %s", seen.vendor, seen.renderer, seen.version)
        self._stalls.start()
        if self._left is not None:
            window.reports.crash = self._left.crash
            if self._left.view is not None:
                self._last_view.offer(self._left.view)
        self._tell(window, seen)

    def _tell(self, window: Window, seen: graphics.Graphics) -> None:
        """One line at most, and only where nobody else has said something."""
        if window.statusBar().currentMessage():
            return
        if trouble := self._log.trouble or self._session.trouble:
            told = tr("The log cannot be written to {folder}: {why}. All else works.")
            window.status.tell(told.format(folder=places.data_folder(), why=trouble))
        elif self._after_crash:
            window.status.tell(tr("It crashed before it could draw, so the processor draws now; see the Window menu"))
        elif seen.by_processor and not self.settings.told_of_processor:
            window.status.tell(processor_words(seen))
            self.settings.told_of_processor = True


def processor_words(seen: graphics.Graphics) -> str:
    """That there is no graphics card at work, in plain words."""
    if software.reason() == software.TOO_LITTLE:
        told = tr("The graphics card offers too little, so the processor draws ({name}); turning may be slower")
    else:
        told = tr("Drawn by the processor ({name}), without a graphics card; turning may be slower")
    return told.format(name=seen.short)
