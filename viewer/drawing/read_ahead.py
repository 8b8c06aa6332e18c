"""A store of meshes that is read in advance, beside other work, so that putting them on the stage takes no time."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path

from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshProblem, MeshStore
from viewer.drawing.structures.proxy_cache import ProxyCache
from viewer.drawing.structures.thinning import FEWEST

AT_ONCE = 2  # threads: unfolding a file leaves Python free, laying it out does not


class ReadAhead(MeshStore):
    """A MeshStore that hands out what it has already read, once; everything else comes from the disk."""

    def __init__(self, folder: Path | str) -> None:
        """Reads the manifest only. Raises ManifestError."""
        super().__init__(folder)
        self._meshes: dict[str, Mesh] = {}
        self._proxies: dict[str, Mesh | None] = {}
        self._lacking: dict[str, Mesh] = {}
        self._readers = ThreadPoolExecutor(AT_ONCE)
        self._under_way: list[Future[None]] = []

    def begin(self, names: Collection[str]) -> None:
        """Read the meshes of these names from now on."""
        self._under_way += [self._readers.submit(self._bring_in, name) for name in names]

    def finish(self, progress: Callable[[int, int], None], stopped: Callable[[], bool]) -> None:
        """Wait until what was begun is read, telling how much of it is, or until ``stopped`` says so."""
        asked, self._under_way = self._under_way, []
        for done, _ in enumerate(as_completed(asked)):
            if stopped():
                self.close()
                return
            progress(done + 1, len(asked))

    @property
    def triangles(self) -> int:
        """How many there are in what was read and not handed out."""
        return sum(len(mesh.triangles) for mesh in self._meshes.values())

    def thin(
        self, cache: ProxyCache, progress: Callable[[int, int], None], stopped: Callable[[], bool]
    ) -> dict[str, Mesh]:
        """Make proxies for the meshes of many triangles that were read and have none. Returns those, by their names,
        whose meshes were handed out before.
        """
        lacking, self._lacking = self._lacking, {}
        made = dict[str, Mesh]()

        def make(name: str) -> None:
            made[name] = cache.proxy(self.hash_of(name), lacking[name])

        self._under_way = [self._readers.submit(make, name) for name in lacking]
        self.finish(progress, stopped)
        early = {name: proxy for name, proxy in made.items() if name in self._meshes}
        self._proxies.update(early)
        return {name: proxy for name, proxy in made.items() if name not in early}

    def close(self) -> None:
        """Read no more in advance."""
        self._readers.shutdown(wait=False, cancel_futures=True)

    def load(self, structure_id: str) -> Mesh:
        """As MeshStore.load."""
        return self._meshes.pop(structure_id) if structure_id in self._meshes else super().load(structure_id)

    def load_proxy(self, structure_id: str) -> Mesh | None:
        """As MeshStore.load_proxy."""
        return self._proxies.pop(structure_id) if structure_id in self._proxies else super().load_proxy(structure_id)

    def _bring_in(self, structure_id: str) -> None:
        try:
            mesh = super().load(structure_id)
        except MeshProblem:
            return  # found again, with its reason, when it is asked for
        self._proxies[structure_id] = super().load_proxy(structure_id)
        self._meshes[structure_id] = mesh
        if self._proxies[structure_id] is None and len(mesh.triangles) > FEWEST:
            self._lacking[structure_id] = mesh
