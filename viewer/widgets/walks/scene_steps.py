"""What a walk does to the scene: each step shown as one step of undo, and everything as before at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from viewer.model.atlas.atlas import Point
from viewer.model.finger.press import Press
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.model.walks.showing import looked_at, places_at, shown_at
from viewer.model.walks.walk import Step, Walk

PressOn = Callable[[Point, Point], Press | None]
"""A finger on the skin nearest to a place, aimed at another; None where there is no skin yet."""


class SceneSteps(QObject):
    """``look_asked`` names a standard view, with the structures and places to come close to. ``led_to`` says that undo
    or redo led to another step.
    """

    look_asked = Signal(str, tuple, tuple)
    led_to = Signal(int)

    def __init__(self, state: ViewState, press_on: PressOn, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._press_on = state, press_on
        self._before: View | None = None
        self._number = 0
        self._shown: dict[int, View] = {}
        state.changed.connect(self._follow)

    @property
    def under_way(self) -> bool:
        """Whether a walk has shown anything that was not put back yet."""
        return self._before is not None

    def show(self, walk: Walk, number: int) -> None:
        """Show a step of a walk."""
        step, self._number = walk.steps[number], number
        self._before = self._before or self._state.view
        press = self._press(step)
        self._shown.pop(number, None)
        with self._state.one_step():
            self._state.change(shown_at(self._state.atlas, step, press))
            if step.view:
                self.look_asked.emit(step.view, looked_at(self._state.atlas, walk, step), places_at(step, press))
        self._shown[number] = replace(self._state.view, camera=None)

    def put_back(self) -> None:
        """Everything as it was before the walk."""
        self._shown.clear()
        before, self._before = self._before, None
        if before is not None:
            self._state.change(lambda view: replace(before, camera=before.camera or view.camera))

    def _press(self, step: Step) -> Press | None:
        """Its finger, on the skin as it is here."""
        if step.finger is None:
            return None
        found = self._press_on(step.finger.start, step.finger.aim) or step.finger.press
        return replace(found, depth=step.finger.depth)

    def _follow(self) -> None:
        view = replace(self._state.view, camera=None)
        if self._shown.get(self._number, view) != view:
            number = next((one for one, shown in self._shown.items() if shown == view), self._number)
            if number != self._number:
                self._number = number
                self.led_to.emit(number)
