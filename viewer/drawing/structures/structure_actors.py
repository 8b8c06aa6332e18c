"""Who stands on the stage for each structure: the structure_actor of the form that it has in this body.

Every mesh is read once, when it is first asked for, and kept; most bodies never ask for the rarer forms, and many
sessions for little of what is away. A form whose mesh cannot be used leaves its structure without a model for as long
as the body has that form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import numpy.typing as npt

from viewer.drawing.frame import bounding_sphere
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshProblem, MeshStore
from viewer.drawing.structures.structure_actor import StructureActor
from viewer.model.atlas.atlas import Structure


class StructureActors:
    """The structure_actors of one stage; ``standing`` are those that stand there now, by structure id."""

    def __init__(self, store: MeshStore) -> None:
        self.standing: dict[str, StructureActor] = {}
        self._store, self._proxy = store, False
        self._made: dict[str, StructureActor] = {}  # by the name of the mesh, as are the faults
        self._faults: dict[str, str] = {}
        self._roles: dict[str, str] = {}  # the name of the mesh that each structure asks for

    def knows(self, structure_id: str) -> bool:
        """Whether a mesh was ever asked for, found or not."""
        return structure_id in self._roles

    def at_hand(self, structure_id: str) -> bool:
        """Whether the usual mesh of a structure can be given without waiting for it."""
        return self._store.at_hand(structure_id)

    def usual_proxies(self, ids: Iterable[str]) -> dict[str, Mesh]:
        """The proxies of the usual forms of structures, standing or not, where there are any."""
        return {name: self._made[name].proxy_mesh for name in ids if name in self._made}

    def points(self, ids: Iterable[str]) -> npt.NDArray[np.float64]:
        """Some points (n, 3) of standing structures, enough to frame them; of none, a cube's corners."""
        parts = [self.standing[name].few_points() for name in ids]
        return np.vstack(parts) if parts else np.array([[-100.0, -100.0, -100.0], [100.0, 100.0, 100.0]])

    def problems(self) -> dict[str, str]:
        """Why structures have no model in the form that they have now."""
        return {name: self._faults[mesh] for name, mesh in self._roles.items() if mesh in self._faults}

    def exchanges(self, wanted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Structures whose mesh is not the ``wanted`` one (names by structure, the usual ones left out), with it."""
        other = [name for name, mesh in self._roles.items() if name != mesh]
        for name in dict.fromkeys((*other, *wanted)):
            mesh = wanted.get(name, name)
            if self._roles.get(name, mesh) != mesh:
                yield name, mesh

    def give(self, structure: Structure, mesh: str) -> StructureActor | None:
        """Let the mesh of that name stand for a structure from now on. None where it cannot be used."""
        self._roles[structure.id] = mesh
        self.standing.pop(structure.id, None)
        if mesh not in self._made and mesh not in self._faults:
            self._make(structure, mesh)
        if mesh in self._made:
            self.standing[structure.id] = self._made[mesh]
        return self._made.get(mesh)

    def take_proxies(self, proxies: Mapping[str, Mesh]) -> None:
        """Let meshes that came without have these proxies from now on, by the names of the meshes."""
        for name in proxies.keys() & self._made.keys():
            self._made[name].take_proxy(proxies[name])

    def show_proxy(self, on: bool) -> None:
        """Proxies (camera moving) or full ones, of all that stand here or will."""
        self._proxy = on
        for structure_actor in self._made.values():
            structure_actor.show_proxy(on)

    def show_at_most(self, triangles: int) -> None:
        """Full ones of what stands here, the largest for their triangles first, as far as there are so many; else
        proxies."""
        left = float(triangles)
        for one in sorted(self.standing.values(), key=StructureActor.worth, reverse=True):
            count = len(one.mesh.triangles) if one.actor.GetVisibility() else 0
            one.show_proxy(count > left)
            left -= count if count <= left else 0

    @property
    def triangles(self) -> int:
        """How many a frame with all that is shown has."""
        return sum(len(one.mesh.triangles) for one in self.standing.values() if one.actor.GetVisibility())

    def bounding_sphere(self) -> tuple[npt.NDArray[np.float64], float]:
        """Centre (3,) and radius (mm) of a sphere around everything that was ever on the stage."""
        return bounding_sphere([one.mesh.bounds for one in self._made.values()])

    def _make(self, structure: Structure, mesh: str) -> None:
        try:
            full = self._store.load(mesh)
        except MeshProblem as problem:
            self._faults[mesh] = problem.reason
        else:
            self._made[mesh] = StructureActor(structure, full, self._store.load_proxy(mesh))
            self._made[mesh].show_proxy(self._proxy)
