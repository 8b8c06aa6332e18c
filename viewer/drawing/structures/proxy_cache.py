"""Thinned meshes kept from one start to the next, each under the hash of the file that it was made from.

What cannot be read is made anew, and what cannot be written is made again the next time: a cache never fails.
"""

from __future__ import annotations

import io
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from viewer.drawing.mesh import Mesh
from viewer.drawing.structures.thinning import thinned
from viewer.model.regular_file import read_bytes

MOST = 200_000_000  # bytes of all files together
_MOST_OF_ONE = 20_000_000
_PARTS = ("points", "triangles")


class ProxyCache:
    """The proxies in one folder, which holds at most ``most`` bytes: what was used least lately makes room."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder, self._most = folder, most

    def proxy(self, sha256: str, mesh: Mesh) -> Mesh:
        """The proxy of a mesh, whose file has this hash: kept from before, or made now and kept."""
        file = self._folder / f"{sha256.lower()}.npz"
        with suppress(Exception):  # whatever lies there is not trusted
            kept = _unpacked(read_bytes(file, _MOST_OF_ONE))
            if _fits(kept, mesh):
                file.touch()
                return kept
        proxy = thinned(mesh)
        with suppress(OSError):
            self._keep(file, proxy)
        return proxy

    def _keep(self, file: Path, proxy: Mesh) -> None:
        content = _packed(proxy)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._make_room(len(content))
        unfinished = file.with_suffix(f".{os.getpid()}")
        try:
            unfinished.write_bytes(content)  # not brought to the disk as notes are: a torn one is seen
            os.replace(unfinished, file)
        finally:
            unfinished.unlink(missing_ok=True)

    def _make_room(self, wanted: int) -> None:
        files = [(one.stat(), one) for one in self._folder.iterdir()]
        used = wanted + sum(found.st_size for found, _ in files)
        for found, one in sorted(files, key=lambda pair: pair[0].st_mtime):
            if used <= self._most:
                return
            one.unlink(missing_ok=True)
            used -= found.st_size


def _packed(mesh: Mesh) -> bytes:
    content = io.BytesIO()
    parts: dict[str, Any] = {f"array {name}": values for name, values in mesh.arrays.items()}
    np.savez(content, points=mesh.points, triangles=mesh.triangles, **parts)
    return content.getvalue()


def _unpacked(content: bytes) -> Mesh:
    with np.load(io.BytesIO(content), allow_pickle=False) as parts:
        arrays = {name.removeprefix("array "): parts[name] for name in parts.files if name not in _PARTS}
        return Mesh(parts["points"], parts["triangles"], arrays)


def _fits(proxy: Mesh, mesh: Mesh) -> bool:
    """Whether a proxy can be drawn in place of a mesh."""
    count, corners = len(proxy.points), proxy.triangles
    return (
        {name: _kind(values) for name, values in proxy.arrays.items()}
        == {name: _kind(values) for name, values in mesh.arrays.items()}
        and _kind(proxy.points) == _kind(mesh.points)
        and _kind(corners) == _kind(mesh.triangles)
        and all(len(values) == count for values in proxy.arrays.values())
        and 0 < len(corners) <= len(mesh.triangles)
        and 0 <= corners.min() <= corners.max() < count
        and bool(np.isfinite(proxy.points).all())
    )


def _kind(values: npt.NDArray[Any]) -> tuple[str, tuple[int, ...]]:
    return str(values.dtype), values.shape[1:]
