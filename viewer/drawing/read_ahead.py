"""A store of meshes that is read in advance, in any thread, so that putting them on the stage takes no time."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshProblem, MeshStore


class ReadAhead(MeshStore):
    """A MeshStore that hands out what ``read`` has already brought in, once; everything else comes from the disk."""

    def __init__(self, folder: Path | str) -> None:
        """Reads the manifest only. Raises ManifestError."""
        super().__init__(folder)
        self._meshes: dict[str, Mesh] = {}
        self._proxies: dict[str, Mesh | None] = {}

    def read(self, names: Collection[str], progress: Callable[[int, int], None], stopped: Callable[[], bool]) -> None:
        """Read the meshes of these names, telling how many are done, until ``stopped`` says so."""
        for done, name in enumerate(names):
            if stopped():
                return
            self._bring_in(name)
            progress(done + 1, len(names))

    def load(self, structure_id: str) -> Mesh:
        """As MeshStore.load."""
        return self._meshes.pop(structure_id) if structure_id in self._meshes else super().load(structure_id)

    def load_proxy(self, structure_id: str) -> Mesh | None:
        """As MeshStore.load_proxy."""
        return self._proxies.pop(structure_id) if structure_id in self._proxies else super().load_proxy(structure_id)

    def _bring_in(self, structure_id: str) -> None:
        try:
            self._meshes[structure_id] = super().load(structure_id)
        except MeshProblem:
            return  # found again, with its reason, when it is asked for
        self._proxies[structure_id] = super().load_proxy(structure_id)
