"""A finger on the body of a stage: laid on its skin, and what it meets in there, whatever of it is shown."""

from __future__ import annotations

import math
from dataclasses import replace

from viewer.drawing.mesh import Mesh
from viewer.drawing.picking import Rays, Vector
from viewer.drawing.probing import skin
from viewer.drawing.probing.probe import Probe
from viewer.drawing.structures.structure_actors import StructureActors
from viewer.model.atlas.atlas import Atlas, Point, Structure
from viewer.model.finger.press import FingerPath, Press
from viewer.model.finger.section import Section
from viewer.model.notes.pins import Spot
from viewer.model.session.view import View


class Touch:
    """Fingers on what stands on one stage, of which rays find the surface."""

    def __init__(self, actors: StructureActors, rays: Rays) -> None:
        self._actors, self._rays, self._probe = actors, rays, Probe()

    def add(self, structure_id: str, mesh: Mesh) -> None:
        """Lets a structure be met from now on, where it had another mesh by this one."""
        self._probe.add(structure_id, mesh)

    def prepare(self) -> bool:
        """Do a little of what will be needed soon; says whether there was anything to do."""
        return self._probe.prepare()

    def skin_met(self, start: Vector, end: Vector) -> Spot | None:
        """Where a line of sight meets the body's surface, be it shown or not."""
        return self._rays.first(start, end, self._skins)

    def laid(self, start: Vector, end: Vector) -> Press | None:
        """A finger where a line of sight meets the skin, aimed straight in; None beside the body."""
        spot = self.skin_met(start, end)
        if spot is None:
            return None
        return Press(spot.place, skin.inward(self._actors.standing[spot.structure].mesh, spot.place))

    def put_on(self, point: Point, aim: Point) -> Press | None:
        """A finger on the skin where it lies nearest to a point, aimed at a place; None where there is no skin."""
        places = (self._rays.closest(point, one) for one in self._skins)
        start = min((one for one in places if one), key=lambda one: math.dist(one, point), default=None)
        if start is None or math.dist(start, aim) < 1e-6:
            return None
        return Press(start, skin.unit((aim[0] - start[0], aim[1] - start[1], aim[2] - start[2])))

    def feel(self, press: Press, atlas: Atlas, view: View) -> FingerPath:
        """All that lies on the way of a finger in the body of a view."""
        return replace(self._probe.feel(press, self._present(atlas, view)), awaited=self.missing(atlas, view))

    def section(self, press: Press, across: Point, atlas: Atlas, view: View) -> Section:
        """The cut through that body which holds a finger's way and ``across``, a unit vector at right angles to it."""
        return self._probe.section(press, across, self._present(atlas, view))

    def missing(self, atlas: Atlas, view: View) -> tuple[str, ...]:
        """What that body has and was not put on the stage yet."""
        return tuple(one for one in atlas.structures if one not in view.absent and not self._actors.knows(one))

    def _present(self, atlas: Atlas, view: View) -> dict[str, Structure]:
        """What that body has and a finger can meet."""
        standing = self._actors.standing
        return {name: one for name, one in atlas.structures.items() if name in standing and name not in view.absent}

    @property
    def _skins(self) -> list[str]:
        return [name for name, one in self._actors.standing.items() if one.is_skin]
