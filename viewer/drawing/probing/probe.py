"""What a finger meets on its way through the body, and the picture of a cut along it.

The surfaces are searched in bunches of triangles, made while nothing else is to be done or when first asked for, and
kept: what an answer costs hardly grows with the number of triangles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from viewer.drawing.mesh import Mesh
from viewer.drawing.probing import distances, outlines
from viewer.drawing.probing.bunches import Body, Bunches, Rows
from viewer.drawing.probing.passages import Passage, along, passages
from viewer.model.atlas.atlas import Kind, Point, Structure
from viewer.model.finger.keeping_off import AHEAD, KEEP_OFF, NEAR
from viewer.model.finger.press import Crossing, FingerPath, Nearness, Press
from viewer.model.finger.section import Cut, Outline, Section

Vector = npt.NDArray[np.float64]
Answer = TypeVar("Answer")
Present = Mapping[str, Structure]
"""The structures that are there, by id, in the order of the atlas."""
WINDOW = (-90.0, -40.0, 90.0, 300.0)  # mm of a section: left, above the skin, right, deep
ON_SKIN = 1.0  # mm that a press may begin beside the skin
THINNEST = 0.01  # mm: what is passed in less is no layer


class Probe:
    """Measures on the full meshes that it was given, those of them that are ``present`` at the time."""

    def __init__(self) -> None:
        self._meshes: dict[str, Mesh] = {}
        self._bunches: dict[str, Bunches] = {}
        self._body: tuple[tuple[str, ...], Body] | None = None
        self._last: dict[str, tuple[object, Any]] = {}

    def add(self, structure_id: str, mesh: Mesh) -> None:
        """Lets a structure be met from now on, where it had another mesh by this one."""
        self._meshes[structure_id] = mesh
        self._bunches.pop(structure_id, None)
        self._body = None
        self._last.clear()

    def prepare(self) -> bool:
        """Make one of the bunches that are missing; says whether there was one to make."""
        missing = next((name for name in self._meshes if name not in self._bunches), None)
        if missing is not None:
            self._bunch(missing)
        return missing is not None

    def feel(self, press: Press, present: Present) -> FingerPath:
        """All that the way of a press meets; nothing where it does not begin on the body."""
        return self._kept("path", (press, tuple(present.values())), lambda: self._feel(press, present))

    def _feel(self, press: Press, present: Present) -> FingerPath:
        asked = press.start, press.way, tuple(present.values())
        crossings, through = self._kept("met", asked, lambda: self._met(press, present))
        near = self._near(press, through, crossings, present) if through else ()
        return FingerPath(press, crossings, near, through)

    def _met(self, press: Press, present: Present) -> tuple[tuple[Crossing, ...], float]:
        """What the way crosses in the body, and the depth at which it leaves it."""
        found = self._passages(*_line(press), self._searched(present))
        through = _through(found, present)
        crossings = (
            Crossing(name, max(enter, 0.0), min(leave, through))
            for name in present
            for enter, leave in found.get(name, ())
            if present[name].kind is not Kind.SKIN and min(leave, through) - max(enter, 0.0) > THINNEST
        )
        return tuple(sorted(crossings, key=lambda one: one.enter)), through

    def section(self, press: Press, across: Point, present: Present) -> Section:
        """The cut that holds the way of a press and ``across``, so far as it lies in the window."""
        asked = press.start, press.way, across, tuple(present.values())
        return Section(press, across, self._kept("cuts", asked, lambda: self._cuts(press, across, present)))

    def _cuts(self, press: Press, across: Point, present: Present) -> tuple[Cut, ...]:
        start, way = _line(press)
        aside = np.asarray(across, float)
        cut = self._cut(start, (aside, way, np.cross(way, aside)), self._searched(present))
        order = sorted((name for name in present if name in cut), key=lambda name: present[name].kind is not Kind.SKIN)
        return tuple(Cut(name, tuple(cut[name])) for name in order)

    def _kept(self, what: str, asked: object, make: Callable[[], Answer]) -> Answer:
        """The last answer of a sort where the same is asked again: a finger that sinks meets the same on its way."""
        if what not in self._last or self._last[what][0] != asked:
            self._last[what] = asked, make()
        answer: Answer = self._last[what][1]
        return answer

    def _passages(self, start: Vector, way: Vector, body: Body) -> dict[str, list[Passage]]:
        rows = np.flatnonzero(distances.to_line(body.middles, start, way) <= body.radii)
        found = body.found({name: rows[mine] for name, mine in body.each(rows)})
        met = passages(found.corners, found.owners, start, way)
        return {found.names[owner]: mine for owner, mine in met.items()}

    def _near(
        self, press: Press, through: float, crossings: tuple[Crossing, ...], present: Present
    ) -> tuple[Nearness, ...]:
        """Of what one should keep off, what comes near the way up to a little beyond the tip, nearest first."""
        length = min(press.depth + AHEAD, through)
        kept_off = {name: one for name, one in present.items() if one.kind in KEEP_OFF}
        met = {one.structure: one.enter for one in reversed(crossings) if one.enter <= length}
        inside = [Nearness(name, 0.0, depth) for name, depth in met.items() if name in kept_off]
        beside = self._beside(*_line(press), length, self._searched(present), kept_off.keys() - met.keys())
        return tuple(sorted((*inside, *beside), key=lambda one: (one.apart, one.depth)))

    def _beside(self, start: Vector, way: Vector, length: float, body: Body, names: Set[str]) -> Iterator[Nearness]:
        """How near those of these come that come near, by their bunches that can be the nearest."""
        apart = distances.to_points(body.middles, start, way, 0.0, length)
        rows = np.flatnonzero(apart - body.radii <= NEAR)
        least, most = (apart - body.radii)[rows], (apart + body.radii)[rows]
        mine = {name: where for name, where in body.each(rows) if name in names}
        chosen = {name: rows[where][least[where] <= most[where].min()] for name, where in mine.items()}
        found = body.found(chosen)
        for owner, name in enumerate(found.names):
            gap, depth = distances.to_triangles(found.of(owner), start, way, length)
            if gap <= NEAR:
                yield Nearness(name, gap, depth)

    def _cut(self, start: Vector, axes: outlines.Axes, body: Body) -> dict[str, list[Outline]]:
        """The outlines within the window, by structure."""
        (beside,) = along(body.middles, start, axes[2:])
        rows = np.flatnonzero(np.abs(beside) <= body.halves @ np.abs(axes[2]).astype(np.float32))
        outside = _outside(body, rows, start, axes)
        reaching = (one for one in body.each(rows) if not outside[:, one[1]].all(axis=1).any())
        found = body.found({name: rows[mine] for name, mine in reaching})
        cut: dict[str, list[Outline]] = {}
        for row, line in outlines.outlines(found.points, found.corners, start, axes):
            kept = outlines.clipped(line, WINDOW)
            if len(kept) > 2:
                cut.setdefault(found.names[found.owners[row]], []).append(kept)
        return cut

    def _searched(self, present: Present) -> Body:
        """The bunches of these structures, so far as there are meshes of them."""
        names = tuple(name for name in present if name in self._meshes)
        if self._body is None or self._body[0] != names:
            self._body = names, Body({name: self._bunch(name) for name in names})
        return self._body[1]

    def _bunch(self, structure_id: str) -> Bunches:
        if structure_id not in self._bunches:
            self._bunches[structure_id] = Bunches(self._meshes[structure_id])
        return self._bunches[structure_id]


def _line(press: Press) -> tuple[Vector, Vector]:
    way = np.asarray(press.way, float)
    return np.asarray(press.start, float), way / np.linalg.norm(way)


def _outside(body: Body, rows: Rows, start: Vector, axes: outlines.Axes) -> npt.NDArray[np.bool_]:
    """Which bunches lie to the left of the window, to its right, above or below it (4, n)."""
    across, deep = along(body.middles[rows], start, axes[:2])
    left, top, right, bottom = WINDOW
    radii = body.radii[rows]
    return np.stack((across + radii < left, across - radii > right, deep + radii < top, deep - radii > bottom))


def _through(found: Mapping[str, list[Passage]], present: Present) -> float:
    """The depth at which the way that goes into the body at its start comes out of it; 0 where it does not go in."""
    skins = [name for name, one in present.items() if one.kind is Kind.SKIN]
    if not skins:
        return max((leave for each in found.values() for _, leave in each), default=0.0)
    entered = (passage for name in skins for passage in found.get(name, ()) if abs(passage[0]) <= ON_SKIN)
    return max((leave for _, leave in entered), default=0.0)
