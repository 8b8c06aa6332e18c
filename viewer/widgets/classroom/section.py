"""The section as commands: on and off, which way it runs, which side is away, from level to level."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from viewer.language import tr
from viewer.model.atlas.level import Level, Way
from viewer.model.session.plane import CutPlane
from viewer.model.session.state import ViewState
from viewer.model.slicing import levels, planes
from viewer.widgets.classroom.section_bar import SectionBar
from viewer.widgets.viewport.viewport import Viewport

STEP, STRIDE = 2.0, 10.0  # mm
NEEDING = (
    "section_way", "section_flip", "section_straight", "section_on", "section_back", "section_in", "section_out",
    "section_far_in", "section_far_out",
)  # fmt: skip
"""The commands that need a section."""


class Section(QObject):
    """``message`` is what the status bar says of it."""

    message = Signal(str)

    def __init__(self, state: ViewState, viewport: Viewport, actions: Mapping[str, QAction]) -> None:
        super().__init__(viewport)
        self._state, self._viewport, self._actions = state, viewport, actions
        self._last: CutPlane | None = None
        self.bar = SectionBar(state, viewport, actions)
        self.bar.ran.connect(self.run)
        self.bar.gone_to.connect(self.go_to)
        self.bar.slid.connect(viewport.section_hand.put)
        for changed in (state.plane_changed, state.names_changed, state.visibility_changed, state.atlas_changed):
            changed.connect(self._follow)
        self._follow()

    def done_by(self) -> Mapping[str, Callable[..., object]]:
        """Who carries out which command."""
        return {
            "section": self.set_on,
            "section_way": self.turn,
            "section_flip": self.flip,
            "section_straight": self.look_straight,
            "section_on": partial(self.step, 1),
            "section_back": partial(self.step, -1),
            "section_in": partial(self.push, -STEP),
            "section_out": partial(self.push, STEP),
            "section_far_in": partial(self.push, -STRIDE),
            "section_far_out": partial(self.push, STRIDE),
        }

    def set_on(self, on: bool) -> None:
        """Cut through what is selected, else where it was cut last, else where one usually begins; or no longer."""
        if not on:
            self._state.cut(None)
        elif (plane := self._first()) is not None:
            self._cut(plane)
            self.message.emit(tr("Drag the frame, or [ and ]: move the section. Ctrl+Page Down: the next level"))

    def turn(self) -> None:
        """The next way through the same place."""
        if plane := self._state.view.plane:
            self.run(planes.NEXT[planes.way_of(plane)])

    def run(self, way: Way) -> None:
        """Let the section run this way: through what is selected, else where one usually begins."""
        plane = self._state.view.plane
        if plane is None or way is planes.way_of(plane):
            return
        begin = levels.first(self._state.atlas, way)
        place = self._middle() or (begin.at if begin else plane.at)
        self._cut(planes.across(place, way))

    def flip(self) -> None:
        """The other side away."""
        if plane := self._state.view.plane:
            self._cut(planes.flipped(plane))

    def look_straight(self) -> None:
        """See the face as on a scan: across the body from below, so that the person's right is at the left."""
        if plane := self._state.view.plane:
            seen = planes.across(plane.at, Way.ACROSS, -1.0) if planes.way_of(plane) is Way.ACROSS else plane
            with self._state.one_step():
                self._state.cut(seen)
                self._viewport.aiming.face(straight=True)

    def step(self, steps: int) -> None:
        """So many levels on, or back."""
        plane = self._state.view.plane
        level = levels.next_level(self._state.atlas, plane, steps) if plane else None
        if level is not None:
            self.go_to(level)

    def go_to(self, level: Level) -> None:
        """Cut at a level."""
        if plane := self._state.view.plane:
            self._state.cut(levels.at(plane, level))

    def push(self, by: float) -> None:
        """So many mm along the normal."""
        self._viewport.section_hand.push(by)

    def _first(self) -> CutPlane | None:
        middle = self._middle()
        if middle is not None:
            return planes.across(middle, planes.way_of(self._last) if self._last else Way.ACROSS)
        return self._last or levels.first(self._state.atlas) or planes.across((0.0, 0.0, 0.0), Way.ACROSS)

    def _middle(self) -> tuple[float, float, float] | None:
        """The middle of what is selected and shown."""
        view = self._state.view
        chosen = tuple(filter(view.shows, view.selection))
        return self._viewport.body.middle_of(chosen) if chosen else None

    def _cut(self, plane: CutPlane) -> None:
        """Cut, and see the face."""
        with self._state.one_step():
            self._state.cut(plane)
            self._viewport.aiming.face()

    def _follow(self) -> None:
        plane = self._state.view.plane
        self._last = plane or self._last
        self._actions["section"].setChecked(plane is not None)
        for name in NEEDING:
            self._actions[name].setEnabled(plane is not None)
        self.bar.follow()
