"""The names of structures in the view: on a vertebra itself, else beside the drawing with a leader.

Where the camera rests they are planned; while it moves they follow what they name and keep their side, and are planned
anew once it has moved far. Nothing is named that is hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from viewer.drawing.flat import anchors, free_places, label_layout
from viewer.drawing.flat.label_ground import is_within
from viewer.drawing.flat.label_layout import Label, Placed
from viewer.drawing.flat.label_plan import Asked, Named, Plan, Planner, pixels_of, size_of
from viewer.drawing.flat.shapes2d import Pixels, Rectangle
from viewer.drawing.flat.words import Script, Words
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.model.atlas.atlas import Structure

ASKED = 3  # frames of a move within which it is asked of each name whether what it names is hidden
FAR = 0.10  # of the view's height that a place may move on the screen until labels are planned anew


class Labels:
    """Finds the names for each frame, and where they stand."""

    def __init__(self, words: Words, there: Callable[[str, Pixels], bool]) -> None:
        """``there`` says whether a structure is what is seen at a pixel."""
        self._words, self._there = words, there
        self._meshes: dict[str, Mesh] = {}
        self._points: dict[str, anchors.Points] = {}
        self._plan: Plan | None = None
        self._asked_empty: tuple[str, ...] = ()
        self._hidden: set[str] = set()
        self._turn = 0

    def add(self, structure_id: str, mesh: Mesh) -> None:
        """Lets a structure be named."""
        self._meshes[structure_id] = mesh
        self._points.pop(structure_id, None)
        self._plan = None

    def forget(self) -> None:
        """Plan anew for the next frame."""
        self._plan = None

    def lay_out(  # noqa: PLR0913, PLR0917 - what to name, how, and where not
        self,
        asked: Asked,
        structures: Mapping[str, Structure],
        frame: Frame,
        script: Script,
        taken: Callable[[], Sequence[Rectangle]],
        moving: bool,
    ) -> tuple[Named, ...]:
        """What stands where in a frame; nothing on the rectangles that are ``taken``."""
        plan, self._asked_empty = self._plan, asked.empty
        if plan is None or not moving or _has_gone_far(plan, frame):
            kept = plan.sides if plan is not None and moving else {}
            self._hidden.clear()
            self._plan = Planner(self, asked, structures, frame, script, taken()).plan(kept)
            return (*self._plan.columns, *self._plan.others)
        return self._followed(plan, frame)

    def seen(self, shown: Collection[str], ghosts: Collection[str], frame: Frame) -> tuple[str, ...]:
        """Those of the structures that are ``shown`` of which something is to be seen, the largest first."""
        sight = anchors.look(self.points(shown), ghosts, frame)
        sizes = {name: int((sight.seen == number).sum()) for number, name in enumerate(sight.ids)}
        there = (
            name
            for name, places in sight.places.items()
            if any(self._there(name, pixel) for pixel in pixels_of(places, frame))
        )
        return tuple(sorted(there, key=lambda name: -sizes[name]))

    def measure(self, words: str, script: Script) -> tuple[float, float]:
        """Width and height of words in pixels, at least a letter high."""
        width, height = self._words.measure(words, script)
        return width, max(height, script.size)

    def points(self, ids: Iterable[str]) -> dict[str, anchors.Points]:
        """Points on the surfaces of structures, as far as there are any."""
        known = [one for one in ids if one in self._meshes]
        for one in known:
            if one not in self._points:
                self._points[one] = anchors.scatter(self._meshes[one])
        return {one: self._points[one] for one in known}

    def thickness(self, structure_id: str) -> float:
        """About how thick a structure is, mm."""
        mesh = self._meshes[structure_id]
        return 4.0 * abs(mesh.volume) / max(mesh.area, 1e-9)

    def there(self, structure_id: str, pixel: Pixels) -> bool:
        """Whether a structure is what is seen at a pixel."""
        return self._there(structure_id, pixel)

    def _followed(self, plan: Plan, frame: Frame) -> tuple[Named, ...]:
        """The plan's names where their places are now, those left out that are hidden or out of view."""
        all_named = (*plan.columns, *plan.others)
        was, now = (pixels_of([one.point for one in all_named], at) for at in (plan.frame, frame))
        self._ask_again([one.wish.structure for one in all_named], now)
        shifts = {
            one.wish.structure: (one, before, after)
            for one, before, after in zip(all_named, was, now, strict=True)
            if one.wish.structure not in self._hidden
        }
        labels = [
            Label(name, shifts[name][2], *size_of(one.placed.box), one.wish.rank)
            for one in plan.columns
            if (name := one.wish.structure) in shifts
        ]
        lines = label_layout.follow(labels, plan.sheet, plan.sides)
        loose = [shifts[one.wish.structure] for one in plan.others if one.wish.structure in shifts]
        others = (replace(one, placed=_moved(one.placed, before, after)) for one, before, after in loose)
        return (
            *(replace(shifts[placed.structure][0], placed=placed) for placed in lines),
            *(one for one in others if is_within(one.placed.box, frame)),
        )

    def _ask_again(self, names: Sequence[str], pixels: Sequence[Pixels]) -> None:
        """Finds which names are hidden now: one in ``ASKED`` in each frame, by turns."""
        self._turn += 1
        for number, (name, pixel) in enumerate(zip(names, pixels, strict=True)):
            if number % ASKED == self._turn % ASKED:
                hidden = name not in self._asked_empty and not self._there(name, pixel)
                (self._hidden.add if hidden else self._hidden.discard)(name)


def _has_gone_far(plan: Plan, frame: Frame) -> bool:
    points = [one.point for one in (*plan.columns, *plan.others)]
    if plan.frame.size != frame.size or not points:
        return True
    away = np.subtract(pixels_of(points, frame), pixels_of(points, plan.frame))
    return bool(np.abs(away).max() > FAR * frame.size[1])


def _moved(placed: Placed, was: Pixels, now: Pixels) -> Placed:
    if placed.leader:
        return free_places.shifted(placed, now)
    x, y = now[0] - was[0], now[1] - was[1]
    left, bottom, right, top = placed.box
    return replace(placed, box=(left + x, bottom + y, right + x, top + y))
