"""The lesson that is open, given on the stage: its keys, its captions, and the few words that the stage says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from viewer.language import tr
from viewer.model.lessons.giving import Giving
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.widgets.classroom.giving_keys import GivingKeys
from viewer.widgets.classroom.pointing import Pointing
from viewer.widgets.classroom.projector import Projector
from viewer.widgets.viewport.viewport import Viewport

GENTLY = 600  # ms from one scene to the next
WITH_PAGE_KEYS = ("next_step", "step_before")


class Lecture(QObject):
    """``told`` is a line for the stage, ``counted`` the digits of a number that is being typed there. ``changed``:
    another scene, lesson or screen.
    """

    changed = Signal()
    exchanged = Signal()
    """Another lesson was opened."""
    told = Signal(str)
    counted = Signal(str)

    def __init__(  # noqa: PLR0913, PLR0917 - all that giving a lesson joins
        self,
        window: QMainWindow,
        viewport: Viewport,
        opened: OpenLesson,
        giving: Giving,
        projector: Projector,
        pointing: Pointing,
        is_quizzed: Callable[[], bool],
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(window)
        self._viewport, self._opened, self.giving, self._projector = viewport, opened, giving, projector
        self._come_back, self._blank = actions["come_back"], pointing.blank
        self.chosen: Callable[[], int] = _nothing_chosen
        """Finds the scene that is chosen where the lesson is made, from 0; -1 where none is."""
        self._is_quizzed, self._hushed, self._hinted = is_quizzed, False, False
        self.keys = GivingKeys(window, viewport, [actions[name] for name in WITH_PAGE_KEYS], pointing.blank.leave)
        self._wire()
        self.follow()
        self._come_back.setEnabled(False)

    @property
    def under_way(self) -> bool:
        """Whether a lesson is given on the stage now."""
        return self._projector.on and self.giving.count > 0 and not self._is_quizzed()

    def toggle(self) -> None:
        """Take the stage, with the lesson if there is one; or leave it, staying at the scene that is on."""
        if self._projector.on:
            self._projector.toggle()
        else:
            if not self._is_quizzed():
                with self._viewport.gliding(0):
                    self.giving.begin(self.chosen())
            self._projector.enter()
            self._hint()

    def _hint(self) -> None:
        """Once, where the stage hides the notes."""
        if self.under_way and not self._projector.beside and not self._hinted:
            self._hinted = True
            self.told.emit(tr("Page Down: on. Esc: to your notes, F5: here again"))

    def step(self, by: int) -> None:
        """On, or back; at either end a line says so and nothing moves."""
        if not self._gently(lambda: self.giving.step(by)):
            self.told.emit(tr("End of the lesson") if by > 0 else tr("This is the first scene"))

    def jump(self, number: int) -> None:
        """To a scene by its number, the first being 1."""
        if not self._gently(lambda: self.giving.go_to(number - 1)):
            told = tr("There is no scene {number}: the last one is {last}")
            self.told.emit(told.format(number=number, last=self.giving.count))

    def go_to_end(self, last: bool) -> None:
        """To the first scene, or to the last."""
        self.jump(self.giving.count if last else 1)

    def come_back(self) -> None:
        """From a detour to the scene as it was planned."""
        self._gently(self.giving.come_back)

    def hush(self, on: bool) -> None:
        """No caption, as while names are withheld that it may tell; or have it again."""
        self._hushed = on
        self.follow()

    def _gently(self, move: Callable[[], bool]) -> bool:
        with self._viewport.gliding(GENTLY):
            moved = move()
        if moved:
            self.told.emit("")
        return moved

    def _wire(self) -> None:
        self.keys.stepped.connect(self.step)
        self.keys.jumped.connect(self.jump)
        self.keys.ends.connect(self.go_to_end)
        self.keys.came_back.connect(self.come_back)
        self.keys.blanked.connect(self._blank.toggle)
        self.keys.typed.connect(self.counted)
        self.giving.strayed.connect(self._come_back.setEnabled)
        self.giving.moved.connect(self.follow)
        self._opened.exchanged.connect(self.exchanged)
        self._opened.changed.connect(self.follow)
        self._projector.changed.connect(self.follow)

    def follow(self) -> None:
        """Take the keys and write the caption while a lesson is given."""
        scene = self.giving.scene
        self.keys.set_on(self.under_way)
        if self.under_way and (after := self.giving.next_scene) is not None:
            self._viewport.expect(after.view)
        self._viewport.presenting.set_caption(
            scene.caption if scene is not None and self.under_way and not self._hushed else ""
        )
        self.changed.emit()


def _nothing_chosen() -> int:
    return -1
