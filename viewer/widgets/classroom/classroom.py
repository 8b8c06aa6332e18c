"""All that a teacher needs in front of a class, within the window: the lesson that is open, and the stage for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.language import tr
from viewer.model.lessons.giving import Giving
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.asking.ask_class import AskClass
from viewer.widgets.classroom.console import Console
from viewer.widgets.classroom.freeze import Freeze
from viewer.widgets.classroom.full_screen import FullScreen
from viewer.widgets.classroom.lecture import Lecture
from viewer.widgets.classroom.notice import Notice
from viewer.widgets.classroom.pointing import Pointing
from viewer.widgets.classroom.projector import Projector
from viewer.widgets.classroom.screens import Screens
from viewer.widgets.classroom.second_screen import PAGE, SecondScreen
from viewer.widgets.classroom.section import Section
from viewer.widgets.classroom.stage_mark import StageMark
from viewer.widgets.lessons.desk import Desk
from viewer.widgets.lessons.lessons import Lessons
from viewer.widgets.side_panel.columns import Columns
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.takeaway.handout import Handout
from viewer.widgets.takeaway.progress import Progress
from viewer.widgets.takeaway.take_away import TakeAway
from viewer.widgets.viewport.viewport import Viewport


class Classroom(QObject):
    """``message`` is what the status bar says of it."""

    message = Signal(str)

    def __init__(  # noqa: PLR0913, PLR0917 - all that a class needs of the window
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
        self._settings = settings
        self.opened = OpenLesson(state, self)
        self.giving = Giving(self.opened, state, self)
        self.lessons = Lessons(Desk(state, viewport, self.opened, self.giving, settings, actions), panel)
        self.lessons.message.connect(self.message)
        self.asking = AskClass(state, viewport, actions, self)
        self.asking.message.connect(self.message)
        self.pointing = Pointing(state, viewport, actions)
        self.pointing.message.connect(self.message)
        self.section = Section(state, viewport, actions)
        self.section.message.connect(self.message)
        self.handout = Handout(window, state, self.opened, settings)
        self.take_away = TakeAway(window, state, self.opened)
        self.take_away.message.connect(self.message)
        panel.pages.add(PageName(PAGE, tr("Console"), lasting=False, discreet=True), self._make_console)

    def take_place(self, columns: Columns, around: Sequence[QWidget]) -> None:
        """The window is laid out: its columns, and what is around them."""
        self.beside = SecondScreen(self._window, self._viewport, columns, self._panel, self.pointing)
        self._alone = alone = FullScreen(self._window, self._viewport, columns, around)
        screens = Screens(self._window, self._settings)
        self.projector = Projector(
            self._window, self._viewport, alone, self.beside, screens, self.pointing, self._actions["stage_screen"]
        )
        self.projector.message.connect(self.message)
        self.lecture = Lecture(
            self._window,
            self._viewport,
            self.opened,
            self.giving,
            self.projector,
            self.pointing,
            self._is_quizzed,
            self._actions,
        )
        self.lecture.chosen = self._chosen_scene
        self._state.names_changed.connect(self.lecture.follow)
        self.freeze = Freeze(self.beside.stage, self.projector, self._actions["freeze"])
        StageMark(self._viewport, self.projector, self.freeze, self.pointing.blank)
        here = Notice(self._viewport)
        self.projector.changed.connect(here.clear)
        for stage in (here, self.beside):
            self.lecture.told.connect(stage.tell)
            self.projector.told.connect(stage.tell)
            self.lecture.counted.connect(stage.count)
        self.asking.changed.connect(self._hush)
        self.projector.changed.connect(self.section.bar.follow)
        self.projector.changed.connect(self._put_progress_aside)

    def _hush(self) -> None:
        """A scene that withholds names by itself has its caption for that."""
        self.lecture.hush(self.asking.on and not self.asking.in_scene)

    def _put_progress_aside(self) -> None:
        """What is being made goes on, and is told of again when the class no longer sees this screen."""
        for one in self._window.findChildren(Progress):
            one.setVisible(not self._alone.on)

    def _is_quizzed(self) -> bool:
        """Whether somebody else than who teaches withholds names and has the keys: a round of questions."""
        return self._state.apart is not None and not self.asking.on

    def _make_console(self) -> Console:
        console, thumbnails = Console(self.lecture, self.asking, self._actions, self._panel), self.lessons.thumbnails
        console.next.picture_of = thumbnails.of
        thumbnails.arrived.connect(console.follow)
        return console

    def _chosen_scene(self) -> int:
        return self.lessons.page.chosen if self.lessons.page is not None else -1

    def done_by(self) -> Mapping[str, Callable[..., object]]:
        """Who carries out which command."""
        return {
            "projector": self.lecture.toggle,
            "come_back": self.lecture.come_back,
            **self.lessons.done_by(),
            "freeze": self.freeze.set_on,
            "stage_screen": self.projector.exchange,
            "handout": self.handout.ask,
            **self.asking.done_by(),
            **self.pointing.done_by(),
            **self.section.done_by(),
            **self.take_away.done_by(),
        }
