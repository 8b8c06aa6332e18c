"""A turning camera, ours and plain PyVista's on the same full meshes: says ``ours`` and ``plain`` with seconds a frame.

Both are drawn off screen in this process, 1280 x 720, by turns: a quarter of a circle each, four times.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pyvista as pv

from benchmarks.saying import say, timed
from viewer import paths
from viewer.drawing import cameras
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.scene import Scene
from viewer.model.annotations.load import load
from viewer.model.session.view import View

SIZE = [1280, 720]
STEPS, DEGREES = 45, 2.0


def main() -> None:
    """Measures and says."""
    atlas, store = load(paths.annotations_file()), MeshStore(paths.meshes_folder())
    start = View(hidden=atlas.away)
    labelled = replace(start, labels=True)
    ours = pv.Plotter(off_screen=True, window_size=SIZE, lighting="none")
    plain = _plain(store, [name for name in atlas.structures if start.shows(name)])
    assert ours.render_window is not None
    ours.render_window.SetMultiSamples(0)
    scene = Scene(ours.renderer, atlas, store)
    scene.load(start)
    scene.camera = scene.viewpoints.standard_view("anterior")
    for view in (start, labelled):  # until the pace is found
        list(_turned(scene, view))
    for _ in range(4):
        _say_all("ours", _turned(scene, start))
        _say_all("labelled", _turned(scene, labelled))
        _say_all("plain", _turned_plainly(plain))
    for plotter in (ours, plain):
        plotter.close()


def _plain(store: MeshStore, ids: list[str]) -> pv.Plotter:
    plotter = pv.Plotter(off_screen=True, window_size=SIZE)
    assert plotter.render_window is not None
    plotter.render_window.SetMultiSamples(0)  # as ours: several samples of each pixel would double its time
    for one in ids:
        mesh = pv.PolyData(store.load(one).polydata)
        plotter.add_mesh(mesh, scalars="Colors", rgb=True, smooth_shading=True, render=False)
    plotter.view_xz()  # type: ignore[call-arg]  # its wrapper hides what is wrapped
    return plotter


def _turned(scene: Scene, view: View) -> Iterator[float]:
    scene.set_moving(True)
    for _ in range(STEPS):
        camera = cameras.orbit(scene.camera, DEGREES, 0.0, tilt_locked=True, pivot=(0.0, 0.0, 0.0))
        yield timed(lambda camera=camera: _draw(scene, replace(view, camera=camera)))  # type: ignore[misc]
    scene.set_moving(False)


def _draw(scene: Scene, view: View) -> None:
    """One frame, from whose time the scene learns as it does in the window."""
    start = time.perf_counter()
    scene.show(view)
    scene.render()
    scene.took(time.perf_counter() - start)


def _turned_plainly(plotter: pv.Plotter) -> Iterator[float]:
    assert plotter.render_window is not None
    for _ in range(STEPS // 3):
        plotter.camera.Azimuth(DEGREES)
        yield timed(plotter.render_window.Render)


def _say_all(word: str, seconds: Iterator[float]) -> None:
    for one in seconds:
        say(word, one)


if __name__ == "__main__":
    main()
