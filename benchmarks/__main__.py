"""Measures everything in one run and prints a table. Needs a display (or: xvfb-run -a) and, to compare with, f3d.

``--tenfold`` adds a folder with ten times the structures, which takes some minutes to write.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.processes import Run, run, run_python
from benchmarks.table import Figure, compared, lines, shown, typical
from viewer import desktop, paths
from viewer.arguments import Refused

TIMES = 5  # starts of each program, by turns
ANSWERS = 100_000


def main() -> int:
    """Measures and prints. Returns the exit code: 2 where no window can open here, or f3d is missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--tenfold", action="store_true", help="measure a folder with ten times the structures too")
    asked = parser.parse_args()
    try:
        desktop.require_display()
        if shutil.which("f3d") is None:
            raise Refused("f3d is not installed. Type: sudo apt-get install f3d")
    except Refused as refusal:
        sys.stderr.write(f"nothing was measured: {refusal}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        figures = list(_figures(Path(folder), asked.tenfold))
    sys.stdout.write("\n".join(lines(figures)) + "\n")
    return 0


def _figures(folder: Path, tenfold: bool) -> Iterator[Figure]:
    starts = Starts(folder)
    yield from starts.figures()
    yield from _turning(folder)
    yield from _use(folder)
    yield from _finger(folder)
    yield from _practice(folder)
    yield from _classroom(folder)
    if tenfold:
        yield from _tenfold(folder, starts)


class Starts:
    """The program, an empty window and f3d, started by turns."""

    def __init__(self, folder: Path) -> None:
        whole = _together(folder)
        picture = ["f3d", str(whole), f"--output={folder / 'f3d.png'}", "--resolution=1280,720"]
        run_python("benchmarks.start", home=folder)  # writes bytecode, and warms the disk
        self.ours, self.empty, self.f3d = list[Run](), list[Run](), list[Run]()
        for _ in range(TIMES):
            self.empty.append(run_python("benchmarks.empty_window", home=folder))
            self.ours.append(run_python("benchmarks.start", home=folder))
            self.f3d.append(run(picture, folder))

    def figures(self) -> Iterator[Figure]:
        """Window, first frame, memory."""
        window = self._pair(self.empty, lambda one: one.after["shown"])
        yield compared("window shown", window, "an empty Qt window", "0.3 s")
        frame = self.drawn, typical(one.after["end"] for one in self.f3d)
        yield compared("first complete frame", frame, "f3d", "2.0")
        yield compared("peak memory of a start", self._pair(self.f3d, lambda one: one.memory), "f3d", "1.8", "MiB")

    def _pair(self, others: Sequence[Run], of: Callable[[Run], float]) -> tuple[float, float]:
        return typical(map(of, self.ours)), typical(map(of, others))

    @property
    def drawn(self) -> float:
        """Seconds until the first complete frame."""
        return typical(one.after["drawn"] for one in self.ours)


def _together(folder: Path) -> Path:
    """All meshes that are shown at first as one file, for f3d."""
    import pyvista as pv  # noqa: PLC0415 - brings in the system libraries that are looked for first

    from viewer.model.annotations.load import load  # noqa: PLC0415

    atlas = load(paths.annotations_file())
    shown = [name for name in atlas.structures if name not in atlas.away]
    first, *others = (pv.PolyData(paths.meshes_folder() / f"{one}.vtp") for one in shown)
    whole = folder / "whole.vtp"
    first.append_polydata(*others).save(whole)
    return whole


def _turning(folder: Path) -> Iterator[Figure]:
    said = _seconds(run_python("benchmarks.turning", home=folder))
    plain, ours, labelled = (typical(said[word]) for word in ("plain", "ours", "labelled"))
    what = f"{1 / ours:.0f} frames a second"
    beside = f"plain PyVista {shown(plain, 'ms')}"
    yield Figure(
        "turning, off screen", f"{shown(ours, 'ms')}, {what}", beside, f"{plain / ours:.1f} faster", "6, 30 a second"
    )
    yield compared("turning with labels", (labelled, ours), "without", "1.2", "ms")


def _use(folder: Path) -> Iterator[Figure]:
    said = _seconds(run_python("benchmarks.use", home=folder))
    rest, turn = typical(said["rest"]), typical(said["turn"])
    yield Figure("turning, in the window", f"{shown(turn, 'ms')}, {1 / turn:.0f} frames a second", goal="30 a second")
    chosen = typical(said["turn_chosen"])
    yield Figure("turning, psoas major chosen", f"{shown(chosen, 'ms')}, {1 / chosen:.0f} frames a second")
    yield Figure("a frame at rest", shown(rest, "ms"))
    yield Figure("click to outline and panel", shown(typical(said["select"]), "ms"), goal="60 ms")
    yield compared("hide or show a structure", (typical(said["toggle"]), rest), "a frame at rest", "1", "ms")
    yield Figure("hover, work of the window", shown(typical(said["hover"]), "ms"), goal="5 ms")
    yield Figure("pick, slowest of 200", shown(max(said["pick"]), "ms"))
    yield Figure("annotations read again", shown(typical(said["reload"]), "s"), goal="0.5 s")


def _finger(folder: Path) -> Iterator[Figure]:
    said = _seconds(run_python("benchmarks.finger", home=folder))
    both, plain = typical(said["both"]), typical(said["plain"])
    beside = f"plain PyVista {shown(plain, 'ms')}"
    yield Figure("finger: way and section", shown(both, "ms"), beside, f"{plain / both:.1f} faster", "50 ms")
    yield Figure("finger: the way alone", shown(typical(said["feel"]), "ms"))
    yield Figure("finger, slowest of 199", shown(max(said["both"]), "ms"))
    yield Figure("finger, the very first", shown(said["first"][0], "s"))


def _practice(folder: Path) -> Iterator[Figure]:
    """The page of progress with a long log and without one, by turns."""
    full, none = (str(folder / f"{name}.sqlite3") for name in ("full", "none"))
    run_python("benchmarks.practice", full, "fill", str(ANSWERS), home=folder)
    seconds: dict[str, list[float]] = {full: [], none: []}
    for _ in range(TIMES):
        for file, taken in seconds.items():
            after = run_python("benchmarks.practice", file, home=folder).after
            taken.append(after["opened"] - after["began"])
    what = f"progress with {ANSWERS:,} answers"
    yield compared(what, (typical(seconds[full]), typical(seconds[none])), "with none", "0.3 s more", "ms")


def _classroom(folder: Path) -> Iterator[Figure]:
    """The stage and the lesson on it, and ten scenes on paper beside the same as pictures."""
    from benchmarks.classroom import SCENES, ten_scenes  # noqa: PLC0415 - brings in Qt

    said = _seconds(run_python("benchmarks.classroom", home=folder))
    yield Figure("F5 to the stage", shown(max(said["stage"]), "s"), goal="0.5 s")
    yield Figure("scene to scene", shown(typical(said["step"]), "ms"))
    yield Figure("a section dragged, a frame", shown(typical(said["drag"]), "ms"))
    program, drawn = [sys.executable, "main.py", "--lesson", str(ten_scenes(folder))], folder / "pictures"
    drawn.mkdir()
    paper = run([*program, "--handout", str(folder / "ten.pdf")], folder).after["end"]
    pictures = run([*program, "--pictures", str(drawn), "--size", "1600x1200"], folder).after["end"]
    yield compared(f"a handout of {SCENES} scenes", (paper, pictures), "as pictures", "20 s")


def _tenfold(folder: Path, starts: Starts) -> Iterator[Figure]:
    from benchmarks import tenfold  # noqa: PLC0415 - PyVista, as above

    annotations, meshes = tenfold.make(folder)
    arguments = (f"--annotations={annotations}", f"--meshes={meshes}")
    for what in ("first opening", "later"):
        done = run_python("benchmarks.start", *arguments, home=folder)
        yield compared(f"ten bodies, {what}", (done.after["drawn"], starts.drawn), "one body", "6")
        yield Figure(f"ten bodies, {what}: memory", shown(done.memory, "MiB"), goal="2048 MiB")


def _seconds(done: Run) -> dict[str, list[float]]:
    return {word: [float(one) for one in rest] for word, rest in done.said.items() if all(rest)}


if __name__ == "__main__":
    raise SystemExit(main())
