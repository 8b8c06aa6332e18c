"""Lessons within the window: their page, their files, and the commands that make them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from viewer.language import tr
from viewer.model.lessons.giving import Giving
from viewer.model.lessons.lesson import Lesson
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.lessons.lesson_files import LessonFiles
from viewer.widgets.lessons.lessons_page import LessonsPage
from viewer.widgets.lessons.recovering import Recovering
from viewer.widgets.lessons.scene_deeds import SceneDeeds
from viewer.widgets.lessons.thumbnails import Thumbnails
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.viewport.viewport import Viewport

PAGE = "lessons"


class Lessons(QObject):
    """The page is made when it is first seen; scenes can be added, and files opened, without it."""

    message = Signal(str)

    def __init__(
        self,
        state: ViewState,
        viewport: Viewport,
        panel: SidePanel,
        actions: Mapping[str, QAction],
        opened: OpenLesson,
        giving: Giving,
        settings: Settings,
    ) -> None:
        super().__init__(panel)
        self._state, self._panel, self._actions, self._settings = state, panel, actions, settings
        self._opened, self._giving = opened, giving
        self.page: LessonsPage | None = None
        self.thumbnails = Thumbnails(state, self)
        self.files = LessonFiles(panel, state, opened, settings)
        self.deeds = SceneDeeds(state, viewport, opened, self.thumbnails, self)
        self.recovering = Recovering(state, opened, self)
        self._left: Lesson | None = None
        panel.pages.add(PageName(PAGE, tr("Lessons")), self._make)
        viewport.loaded.connect(self.recovering.look)
        self.recovering.offered.connect(self._offer)
        self.files.refused.connect(self._show_page)
        self.files.remarked.connect(self._show_page)
        for speaker in (self.files, self.deeds):
            speaker.message.connect(self.message)
        opened.changed.connect(self._allow)
        self._allow()

    def done_by(self) -> Mapping[str, Callable[..., object]]:
        """Who carries out which command."""
        return {
            "add_scene": self.add_scene,
            "open_lesson": self.files.ask_and_open,
            "save_lesson": self.files.save,
            "save_lesson_as": self.files.save_as,
        }

    def add_scene(self) -> None:
        """What is shown now, behind the scene that is chosen or on; without either, at the end."""
        behind = self.page.chosen if self.page is not None else self._giving.number
        count = len(self._opened.lesson.scenes)
        self.deeds.add(behind + 1 if 0 <= behind < count else count)

    def open(self, file: Path) -> None:
        """Take the lesson of a file, and show where it is worked on."""
        self._panel.open(PAGE)
        self.files.open(file)

    def may_leave(self) -> bool:
        """Whether the program may end: nothing is unsaved, or it was asked what is to become of it."""
        return self.files.may_leave()

    def finish(self) -> None:
        """The window is gone for good."""
        self.thumbnails.stop()
        self.recovering.forget()

    def _make(self) -> LessonsPage:
        self.page = LessonsPage(
            self._state, self._opened, self._giving, self.files, self.deeds, self.thumbnails, self._settings,
            self._actions, self._panel,
        )  # fmt: skip
        self.page.notices.accepted.connect(self._bring_back)
        self.page.notices.declined.connect(self.recovering.forget_left)
        return self.page

    def _show_page(self, told: object) -> None:
        """What went wrong is told where it can be read."""
        if told and not self._panel.shows(PAGE):
            self._panel.open(PAGE)
            assert self.page is not None
            tell = self.page.notices.refuse if isinstance(told, str) else self.page.notices.remark
            tell(told)

    def _offer(self, lesson: Lesson) -> None:
        self._left = lesson
        self._panel.open(PAGE)
        assert self.page is not None
        self.page.notices.offer(lesson.title or tr("Lesson without a title"), len(lesson.scenes))

    def _bring_back(self) -> None:
        if self._left is not None and self.files.take_back(self._left):
            self.recovering.keep()
            self.recovering.forget_left()
            self._left = None

    def _allow(self) -> None:
        """There is something to be saved once there are scenes or a title."""
        there = self._opened.lesson != Lesson()
        for name in ("save_lesson", "save_lesson_as"):
            self._actions[name].setEnabled(there)
