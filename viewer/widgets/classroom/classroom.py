"""All that a teacher needs in front of a class, within the window: the lesson that is open, and the stage for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.model.lessons.giving import Giving
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.asking.ask_class import AskClass
from viewer.widgets.classroom.lecture import Lecture
from viewer.widgets.classroom.notice import Notice
from viewer.widgets.classroom.pointing import Pointing
from viewer.widgets.classroom.projector import Projector
from viewer.widgets.classroom.section import Section
from viewer.widgets.lessons.lessons import Lessons
from viewer.widgets.side_panel.columns import Columns
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.viewport.viewport import Viewport


class Classroom(QObject):
    """``message`` is what the status bar says of it."""

    message = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        state: ViewState,
        viewport: Viewport,
        panel: SidePanel,
        actions: Mapping[str, QAction],
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._viewport, self._panel, self._actions = window, state, viewport, panel, actions
        self.opened = OpenLesson(state, self)
        self.giving = Giving(self.opened, state, self)
        self.lessons = Lessons(state, viewport, panel, actions, self.opened, self.giving, settings)
        self.lessons.message.connect(self.message)
        self.asking = AskClass(state, viewport, actions, self)
        self.asking.message.connect(self.message)
        self.pointing = Pointing(viewport, actions)
        self.pointing.message.connect(self.message)
        self.section = Section(state, viewport, actions)
        self.section.message.connect(self.message)

    def take_place(self, columns: Columns, around: Sequence[QWidget]) -> None:
        """The window is laid out: its columns, and what is around them."""
        self.projector = Projector(self._window, self._viewport, columns, around)
        self.lecture = Lecture(self._window, self._viewport, self.opened, self.giving, self.projector, self._actions)
        notice = Notice(self._viewport)
        self.lecture.told.connect(notice.tell)
        self.lecture.counted.connect(notice.count)
        self.asking.changed.connect(self._hush)

    def _hush(self) -> None:
        """A scene that withholds names by itself has its caption for that."""
        self.lecture.hush(self.asking.on and not self.asking.in_scene)

    def done_by(self) -> Mapping[str, Callable[..., object]]:
        """Who carries out which command."""
        return {
            "projector": self.lecture.toggle,
            "come_back": self.lecture.come_back,
            **self.lessons.done_by(),
            **self.asking.done_by(),
            **self.pointing.done_by(),
            **self.section.done_by(),
        }
