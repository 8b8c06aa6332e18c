"""What is done to the scenes of the open lesson; each deed is one step that undo takes back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from viewer.language import tr
from viewer.model.lessons import lesson_changes
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.lesson_file import MOST_SCENES
from viewer.model.lessons.scene_view import captured
from viewer.model.lessons.scene_words import proposed_title, sources_of_lit, title_of
from viewer.model.session.view import View
from viewer.widgets.lessons.desk import Desk
from viewer.widgets.lessons.thumbnails import Thumbnails


class SceneDeeds(QObject):
    """``led_to`` names the scene that is to be chosen now, counted from 0; ``message`` is for the status bar."""

    led_to = Signal(int)
    message = Signal(str)

    def __init__(self, desk: Desk, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._viewport, self._opened = desk.state, desk.viewport, desk.opened
        self._thumbnails = thumbnails

    def add(self, number: int) -> None:
        """What is shown now, as the scene of that number."""
        if not self._has_room():
            return
        view, atlas = self._shown(), self._state.atlas
        scene = LessonScene(proposed_title(view, atlas), view, sources=sources_of_lit(view, atlas))
        self._thumbnails.take(scene, self._viewport.picture())
        self._lead(lesson_changes.added(self._lesson, scene, number), tr("scene added"), number)
        told = tr("Scene {number} added: {title} (Ctrl+Z takes it back)")
        if view.unnamed:
            told = tr("Scene {number} added (Ctrl+Z takes it back)")
        self.message.emit(told.format(number=number + 1, title=scene.title))

    def update(self, number: int) -> None:
        """What is shown now instead of what the scene showed; its words stay."""
        scene = replace(self._lesson.scenes[number], view=self._shown())
        self._thumbnails.take(scene, self._viewport.picture())
        self._lead(lesson_changes.rewritten(self._lesson, number, view=scene.view), tr("scene changed"), number)
        told = tr("Scene {number} shows what is shown now (Ctrl+Z takes it back)")
        self.message.emit(told.format(number=number + 1))

    def duplicate(self, number: int) -> None:
        """The scene once more, behind itself."""
        if self._has_room():
            self._lead(lesson_changes.duplicated(self._lesson, number), tr("scene duplicated"), number + 1)

    def delete(self, number: int) -> None:
        """The scene away."""
        title = title_of(self._lesson.scenes[number], self._state.atlas)
        left = lesson_changes.deleted(self._lesson, number)
        self._lead(left, tr("scene deleted"), min(number, len(left.scenes) - 1))
        told = tr("Scene {number} deleted: {title} (Ctrl+Z brings it back)")
        self.message.emit(told.format(number=number + 1, title=title))

    def move(self, number: int, to: int) -> None:
        """The scene at another place."""
        if number != to and 0 <= to < len(self._lesson.scenes):
            self._lead(lesson_changes.moved(self._lesson, number, to), tr("scene moved"), to)

    def rewrite(self, number: int, aspect: str, value: Any, action: object) -> None:
        """Other words for a scene; those of one action are one step."""
        changed = lesson_changes.rewritten(self._lesson, number, **{aspect: value})
        self._opened.change(changed, tr("words of a scene"), joining=(number, aspect, action))

    def name_lesson(self, title: str, action: object) -> None:
        """Another title for the whole lesson."""
        self._opened.change(replace(self._lesson, title=title), tr("title of the lesson"), joining=("", action))

    def describe_lesson(self, about: str, action: object) -> None:
        """Other words about the whole lesson."""
        told = replace(self._lesson, about=about)
        self._opened.change(told, tr("words about the lesson"), joining=("about", action))

    @property
    def _lesson(self) -> Lesson:
        return self._opened.lesson

    def _lead(self, lesson: Lesson, words: str, number: int) -> None:
        self._opened.change(lesson, words)
        self.led_to.emit(number)

    def _has_room(self) -> bool:
        room = len(self._lesson.scenes) < MOST_SCENES
        if not room:
            self.message.emit(tr("A lesson holds at most {most} scenes").format(most=MOST_SCENES))
        return room

    def _shown(self) -> View:
        """What is shown, with the fact that was chosen to be lit, not one that the pointer is over."""
        view, lit = self._state.view, self._state.lit
        view = view if view.fact == lit else replace(view, fact=lit, shared=(), own=())
        return captured(view, self._state.atlas)
