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

Progress = Callable[[int, int], None]
Stopped = Callable[[], bool]


class ReadAhead(MeshStore):
    """A MeshStore that hands out what it has already read, once; everything else comes from the disk.

    Several threads may have it read, each what it wants: what two of them want is read once.
    """

    def __init__(self, folder: Path | str) -> None:
        """Reads the manifest only. Raises ManifestError."""
        super().__init__(folder)
        self._meshes: dict[str, Mesh] = {}
        self._proxies: dict[str, Mesh | None] = {}
        self._lacking: dict[str, Mesh] = {}
        self._readers = ThreadPoolExecutor(AT_ONCE)
        self._begun: dict[str, Future[None]] = {}

    def begin(self, names: Collection[str]) -> None:
        """Read the meshes of these names from now on, each once."""
        for name in names:
            if name not in self._begun:
                self._begun[name] = self._readers.submit(self._bring_in, name)

    def finish(self, names: Collection[str], progress: Progress, stopped: Stopped) -> None:
        """Wait until these, which were begun, are read, telling how many of them are, or until ``stopped`` says so."""
        self._wait_for([self._begun[name] for name in names], progress, stopped)

    def at_hand(self, structure_id: str) -> bool:
        """Whether a mesh was read, or cannot be."""
        begun = self._begun.get(structure_id)
        return begun is not None and begun.done()

    @property
    def triangles(self) -> int:
        """How many there are in what was read and not handed out."""
        return sum(len(mesh.triangles) for mesh in self._meshes.values())

    def thin(self, names: Collection[str], cache: ProxyCache, progress: Progress, stopped: Stopped) -> dict[str, Mesh]:
        """Make proxies for those of these meshes that were read, have many triangles and no proxy. Returns the proxies
        of those meshes, by their names, that were handed out before. Makes none where ``stopped`` says so already.
        """
        if stopped():
            return {}
        lacking = {name: self._lacking.pop(name) for name in names if name in self._lacking}
        made = dict[str, Mesh]()

        def make(name: str) -> None:
            made[name] = cache.proxy(self.hash_of(name), lacking[name])

        self._wait_for([self._readers.submit(make, name) for name in lacking], progress, stopped)
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

    def _wait_for(self, asked: Collection[Future[None]], progress: Progress, stopped: Stopped) -> None:
        for done, _ in enumerate(as_completed(asked)):
            if stopped():
                self.close()
                return
            progress(done + 1, len(asked))

    def _bring_in(self, structure_id: str) -> None:
        try:
            mesh = super().load(structure_id)
        except MeshProblem:
            return  # found again, with its reason, when it is asked for
        self._proxies[structure_id] = super().load_proxy(structure_id)
        if self._proxies[structure_id] is None and len(mesh.triangles) > FEWEST:
            self._lacking[structure_id] = mesh
        self._meshes[structure_id] = mesh
