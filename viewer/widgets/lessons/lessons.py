"""Lessons within the window: their page, their files, and the commands that make them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.language import tr
from viewer.model.annotations.faults import Fault
from viewer.model.lessons.lesson import Lesson
from viewer.widgets.lessons.desk import Desk
from viewer.widgets.lessons.lesson_files import LessonFiles
from viewer.widgets.lessons.recovering import Recovering
from viewer.widgets.lessons.scene_deeds import SceneDeeds
from viewer.widgets.lessons.thumbnails import Thumbnails
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.panel import SidePanel

if TYPE_CHECKING:
    from viewer.widgets.lessons.lessons_page import LessonsPage

PAGE = "lessons"


class Lessons(QObject):
    """The page is made when it is first seen; scenes can be added, and files opened, without it."""

    message = Signal(str)

    def __init__(self, desk: Desk, panel: SidePanel) -> None:
        super().__init__(panel)
        self._desk, self._panel = desk, panel
        self._opened, self._giving = desk.opened, desk.giving
        self.page: LessonsPage | None = None
        self.thumbnails = Thumbnails(desk.state, self)
        self.files = LessonFiles(desk, panel)
        self.deeds = SceneDeeds(desk, self.thumbnails, self)
        self.recovering = Recovering(desk.state, desk.opened, self)
        self._left: Lesson | None = None
        panel.pages.add(PageName(PAGE, tr("Lessons")), self._make)
        panel.changed.connect(self._follow_panel)
        desk.viewport.loaded.connect(self.recovering.look)
        self.recovering.offered.connect(self._offer)
        self.files.refused.connect(self._tell_refusal)
        self.files.remarked.connect(self._tell_remarks)
        for speaker in (self.files, self.deeds):
            speaker.message.connect(self.message)
        desk.opened.changed.connect(self._allow)
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
        from viewer.widgets.lessons.lessons_page import LessonsPage

        self.page = LessonsPage(self._desk, self.files, self.deeds, self.thumbnails, self._panel)
        self.page.notices.accepted.connect(self._bring_back)
        self.page.notices.declined.connect(self.recovering.forget_left)
        return self.page

    def _follow_panel(self) -> None:
        if self.page is not None:
            self.page.attend(self._panel.shows(PAGE))

    def _tell_refusal(self, words: str) -> None:
        """What went wrong is told where it can be read."""
        if words and not self._panel.shows(PAGE):
            self._opened_page().notices.refuse(words)

    def _tell_remarks(self, remarks: tuple[Fault, ...]) -> None:
        if remarks and not self._panel.shows(PAGE):
            self._opened_page().notices.remark(remarks)

    def _opened_page(self) -> LessonsPage:
        self._panel.open(PAGE)
        assert self.page is not None
        return self.page

    def _offer(self, lesson: Lesson) -> None:
        self._left = lesson
        self._opened_page().notices.offer(lesson.title or tr("Lesson without a title"), len(lesson.scenes))

    def _bring_back(self) -> None:
        if self._left is not None and self.files.take_back(self._left):
            self.recovering.keep()
            self.recovering.forget_left()
            self._left = None

    def _allow(self) -> None:
        """There is something to be saved once there are scenes or a title."""
        there = self._opened.lesson != Lesson()
        for name in ("save_lesson", "save_lesson_as"):
            self._desk.actions[name].setEnabled(there)
