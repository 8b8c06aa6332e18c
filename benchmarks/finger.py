"""What a finger meets, and the cut along its way, ours and plain PyVista's on the same full meshes of the whole body.

Says ``feel``, ``section`` and ``both`` with seconds for one press each, and ``plain`` with what it takes to ask every
mesh for the places where a ray meets it and for its slice. The first answer, which makes what the others use, is
``first``.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyvista as pv

from benchmarks.saying import say, timed
from viewer import paths
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.probing import skin
from viewer.drawing.probing.passages import frame_across
from viewer.drawing.probing.probe import Probe
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Kind
from viewer.model.finger.press import Press

PRESSES, PLAIN = 200, 10
DEEP = 60.0  # mm


def main() -> None:
    """Measures and says."""
    atlas, store, probe = load(paths.annotations_file()), MeshStore(paths.meshes_folder()), Probe()
    meshes = {name: store.load(name) for name in atlas.structures}
    for name, mesh in meshes.items():
        probe.add(name, mesh)
    presses = _presses(next(meshes[name] for name, one in atlas.structures.items() if one.kind is Kind.SKIN))
    say("first", timed(lambda: probe.feel(presses[0], atlas.structures)))
    for press in presses[1:]:
        right, up = frame_across(np.array(press.way))
        across = tuple((right if press.start[0] > 0 else up).tolist())
        felt = timed(lambda press=press: probe.feel(press, atlas.structures))  # type: ignore[misc]
        cut = timed(lambda press=press, across=across: probe.section(press, across, atlas.structures))  # type: ignore[misc]
        for word, seconds in (("feel", felt), ("section", cut), ("both", felt + cut)):
            say(word, seconds)
    _ask_plainly(meshes, presses[: PLAIN + 1])


def _presses(hide: Mesh) -> list[Press]:
    """Fingers all over the front of the trunk, aimed straight in."""
    chance = np.random.default_rng(1)
    trunk = (hide.normals[:, 1] < 0) & (np.abs(hide.points[:, 2] - 100.0) < 180.0)
    places = hide.points[chance.choice(np.flatnonzero(trunk), PRESSES)].astype(float).tolist()
    return [Press((x, y, z), skin.inward(hide, (x, y, z)), DEEP) for x, y, z in places]


def _ask_plainly(meshes: Mapping[str, Mesh], presses: list[Press]) -> None:
    plain = [pv.PolyData(mesh.polydata) for mesh in meshes.values()]
    for number, press in enumerate(presses):
        seconds = timed(lambda press=press: [_plainly(one, press) for one in plain])  # type: ignore[misc]
        if number:  # the first one makes the trees
            say("plain", seconds)


def _plainly(mesh: pv.PolyData, press: Press) -> None:
    right, _ = frame_across(np.array(press.way))
    mesh.ray_trace(press.start, press.place(400.0))
    mesh.slice(normal=right, origin=press.start)


if __name__ == "__main__":
    main()
