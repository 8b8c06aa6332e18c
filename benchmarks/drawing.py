"""How fast the scene is drawn, as ratios: ``python -m benchmarks.drawing [--meshes FOLDER]``.

One run measures on the same machine: reading and drawing the first complete frame against f3d (where it is installed)
doing the same with the same triangles; and a selection, a variation, a moving camera, labels and a pick against one
plain frame at rest.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

import pyvista as pv

from viewer.drawing import cameras
from viewer.drawing.mesh_files import MeshProblem, MeshStore
from viewer.drawing.scene import Scene
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Kind
from viewer.model.session.view import View

ROOT = Path(__file__).parent.parent
SIZE = (1280, 800)
STEPS, DEGREES = 45, 2.0  # of a turning camera: four times a quarter of a circle


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meshes", type=Path, default=ROOT / "meshes" / "baked")
    folder = parser.parse_args().meshes
    atlas = load(ROOT / "annotations.json")
    start = time.perf_counter()
    plotter = pv.Plotter(off_screen=True, window_size=list(SIZE), lighting="none")
    if plotter.render_window is not None:
        plotter.render_window.SetMultiSamples(0)  # as in the window
    scene = Scene(plotter.renderer, atlas, MeshStore(folder))
    scene.load()
    scene.camera = scene.standard_view("anterior")
    _frame(scene, View())
    first = time.perf_counter() - start
    _say(f"{sum(_triangles(folder)):,} triangles; first complete frame {first:.2f} s")
    _compare_with_f3d(folder, first)
    _compare_frames(scene)
    _compare_turns(scene)
    muscle = next(one for one in atlas.structures.values() if one.kind is Kind.MUSCLE)
    _compare_changes(scene, muscle.id, atlas.can_be_absent())
    _compare_picks(scene)
    plotter.close()


def _compare_with_f3d(folder: Path, first: float) -> None:
    f3d = shutil.which("f3d")
    if f3d is None:
        _say("f3d is not installed: nothing to compare the first frame with")
        return
    store = MeshStore(folder)
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "whole.vtp"
        first_mesh, *others = (store.load(one) for one in _loadable(store))
        first_mesh.append_polydata(*others).save(whole)
        command = [f3d, str(whole), f"--output={place}/out.png", f"--resolution={SIZE[0]},{SIZE[1]}"]
        wrapper = [] if shutil.which("xvfb-run") is None else ["xvfb-run", "-a"]
        start = time.perf_counter()
        subprocess.run([*wrapper, *command], check=True, capture_output=True)
        other = time.perf_counter() - start
    _say(f"f3d {other:.2f} s; ratio {first / other:.2f} (goal: at most 4)")


def _compare_frames(scene: Scene) -> None:
    plain = _median(lambda: _frame(scene, View()))
    _say(f"a frame at rest {1000 * plain:.0f} ms")
    labelled = _median(lambda: _frame(scene, View(labels=True)))
    scene.set_moving(True)
    moving = _median(lambda: _frame(scene, View()))
    scene.set_moving(False)
    _say(f"with labels {labelled / plain:.2f} frames; while moving {moving / plain:.2f} frames")


def _compare_turns(scene: Scene) -> None:
    """Every frame from another place, as a hand turns it: each quarter once without and once with labels."""
    home = scene.camera
    scene.set_moving(True)
    _turned(scene, View(labels=True), 2 * STEPS)
    with_labels, without = [], []
    for _ in range(4):
        start = scene.camera
        without += _turned(scene, View(), STEPS)
        scene.camera = start
        with_labels += _turned(scene, View(labels=True), STEPS)
    scene.set_moving(False)
    scene.camera = home
    plain, named = median(without), median(with_labels)
    _say(f"a turning frame {1000 * plain:.0f} ms; with labels {named / plain:.2f} of it (goal: at most 1.2)")
    even = sum(with_labels) / sum(without)
    _say(f"whole turns with labels {even:.2f} of those without; slowest frame {max(with_labels) / plain:.2f}")


def _turned(scene: Scene, view: View, steps: int) -> list[float]:
    """How long each frame takes while the camera walks around the body."""
    times = []
    for _ in range(steps):
        camera = cameras.orbit(scene.camera, DEGREES, 0.0, tilt_locked=True, pivot=(0.0, 0.0, 0.0))
        times.append(_time(lambda: _frame(scene, replace(view, camera=camera))))  # noqa: B023 - called at once
    return times


def _compare_changes(scene: Scene, muscle: str, absent: frozenset[str]) -> None:
    _frame(scene, View())
    plain = _median(lambda: _frame(scene, View()))
    first = _time(lambda: _frame(scene, View(selection=(muscle,))))
    _frame(scene, View())
    again = _time(lambda: _frame(scene, View(selection=(muscle,))))
    _say(f"select {muscle}: first {first / plain:.2f} frames, later {again / plain:.2f} (goal: at most 2)")
    without = _median(lambda: _frame(scene, View(absent=absent)))
    _say(f"take {len(absent)} structures away: {without / plain:.2f} frames (goal: at most 1)")


def _compare_picks(scene: Scene) -> None:
    places = [(x, y) for x in range(200, SIZE[0] - 200, 60) for y in range(100, SIZE[1] - 100, 60)]
    first, again = ([_pick(scene, *place) for place in places] for _ in (1, 2))
    _say(f"pick: median {1000 * median(again):.2f} ms, slowest {1000 * max(again):.1f}, first {1000 * max(first):.1f}")


def _pick(scene: Scene, x: int, y: int) -> float:
    return _time(lambda: scene.pick(x, y))


def _frame(scene: Scene, view: View) -> None:
    scene.show(view)
    scene.render()


def _median(action: Callable[[], object], times: int = 5) -> float:
    return median(_time(action) for _ in range(times))


def _time(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _loadable(store: MeshStore) -> list[str]:
    good = []
    for one in store.ids():
        try:
            store.load(one)
        except MeshProblem as problem:
            _say(f"left out: {problem}")
        else:
            good.append(one)
    return good


def _triangles(folder: Path) -> list[int]:
    store = MeshStore(folder)
    return [store.load(one).n_cells for one in _loadable(store)]


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
