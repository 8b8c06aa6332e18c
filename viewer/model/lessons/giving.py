"""Giving the open lesson: which scene is on, on to the next, away from it and back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from viewer.model.lessons.lesson import LessonScene
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.session.state import ViewState
from viewer.model.session.view import View


class Giving(QObject):
    """``moved`` says that another scene is on, or none; ``strayed`` that what is shown is no longer the scene as it was
    planned, or is so again.

    Each scene is one step of undo. Where undo leads back to a scene as it was planned, that one is on again.
    """

    moved = Signal()
    strayed = Signal(bool)

    def __init__(self, opened: OpenLesson, state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened, self._state = opened, state
        self._scenes = opened.lesson.scenes
        self.number = -1
        """Of the scene that is on, from 0; -1 where none is."""
        self.astray = False
        opened.exchanged.connect(self.end)
        opened.changed.connect(self._follow_lesson)
        state.changed.connect(self._look)

    @property
    def count(self) -> int:
        """How many scenes there are."""
        return len(self._scenes)

    @property
    def scene(self) -> LessonScene | None:
        """The scene that is on."""
        return self._scene_at(self.number)

    @property
    def next_scene(self) -> LessonScene | None:
        """The scene after it."""
        return self._scene_at(self.number + 1)

    def begin(self, chosen: int = -1) -> bool:
        """Show the scene that is chosen, else the one that is on, else the first. False where there is none."""
        number = chosen if self._scene_at(chosen) is not None else self.number
        return self.go_to(max(number, 0))

    def go_to(self, number: int) -> bool:
        """Show a scene, the first being 0. False where there is none of this number."""
        scene = self._scene_at(number)
        if scene is None:
            return False
        self.number = number
        self._state.change(lambda view: _as_planned(scene, view))
        self.moved.emit()
        self._look()
        return True

    def step(self, by: int) -> bool:
        """So many scenes on, or back. False at the end, and before the beginning."""
        return self.go_to(self.number + by)

    def come_back(self) -> bool:
        """The scene as it was planned, after a detour. False where none is on."""
        return self.go_to(self.number)

    def end(self) -> None:
        """No scene is on any more; what is shown stays."""
        self._turn_to(-1)
        self._look()

    def _scene_at(self, number: int) -> LessonScene | None:
        return self._scenes[number] if 0 <= number < len(self._scenes) else None

    def _turn_to(self, number: int) -> None:
        if number != self.number:
            self.number = number
            self.moved.emit()

    def _follow_lesson(self) -> None:
        """The scene that is on stays on where it was moved or changed. After one that is gone, the next comes next."""
        on, before = self.scene, len(self._scenes)
        self._scenes = self._opened.lesson.scenes
        if on is not None and on != self.scene:
            places = [number for number, scene in enumerate(self._scenes) if scene == on]
            stay = self.number - (len(self._scenes) < before)
            self._turn_to(min(places, key=lambda number: abs(number - self.number), default=min(stay, self.count - 1)))
        self._look()

    def _look(self) -> None:
        view, scene = self._state.view, self.scene
        astray = scene is not None and not _is_as_planned(scene, view)
        if astray:
            others = (number for number, other in enumerate(self._scenes) if _is_as_planned(other, view))
            if (other := next(others, None)) is not None:
                self._turn_to(other)
                astray = False
        if astray != self.astray:
            self.astray = astray
            self.strayed.emit(astray)


def _as_planned(scene: LessonScene, view: View) -> View:
    """The view of a scene; one without a camera is seen as now."""
    return replace(scene.view, camera=scene.view.camera or view.camera)


def _is_as_planned(scene: LessonScene, view: View) -> bool:
    return _as_planned(scene, view) == view
