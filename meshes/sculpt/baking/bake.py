"""The bake: every recipe into ``meshes/baked``, on all cores, only what changed, nothing that fails a check.

First each surface is sculpted (and kept in a work folder under its digest), then finished - shade, colour,
footprints, proxy - into a staging folder. Only when everything stands there do the files take their places,
so a bake that is stopped leaves the old ones whole.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    as_completed,
    wait,
)
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import numpy as np

from meshes.sculpt.baking import finish, mesh_file, sources
from meshes.sculpt.baking.checks import check
from meshes.sculpt.baking.proxy import SILHOUETTE, THIN, proxy_of
from meshes.sculpt.baking.recipes import home, recipes
from meshes.sculpt.baking.whole_file import whole
from meshes.sculpt.kernel.folds import unfolded
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.recipe import Recipe, Slip

ROOT = Path(__file__).parents[3]
BAKED = ROOT / "meshes" / "baked"
WORK = ROOT / ".bake"
FINISHING = ("baking.bake", "baking.finish", "baking.proxy", "baking.mesh_file")
TUBES = ("nerve", "artery", "vein", "lymph node")
ON_PROXIES = ("Colors", "fibre")  # the point arrays that a proxy has too

Progress = Callable[[int, int, str, float], None]


@dataclass(frozen=True)
class Result:
    """What a bake did: structures written, and those that were current already."""

    written: tuple[str, ...]
    current: tuple[str, ...]


def bake(
    only: Iterable[str] = (), folder: Path = BAKED, jobs: int | None = None, progress: Progress | None = None
) -> Result:
    """Build the structures ``only`` (default: all) into ``folder``.

    Raises TableError, CheckFailedError or OSError; the old files stay whole then.
    """
    wanted = list(only) or list(recipes())
    unknown = [name for name in wanted if name not in recipes()]
    if unknown:
        raise KeyError(f"no recipe for {', '.join(unknown)}")
    old = mesh_file.read_manifest(folder)
    stale = [name for name in wanted if not mesh_file.is_current(folder, old.get(name), made_from(name))]
    entries = _build(stale, folder, jobs or os.cpu_count() or 1, progress or _silent)
    if entries:
        _take_places(folder, {**old, **entries})
    return Result(tuple(stale), tuple(name for name in wanted if name not in stale))


def made_from(structure: str) -> str:
    """The digest of everything that a finished structure depends on: its recipe, and the muscles it carries."""
    carried = _muscles() if _carries(structure) else ()
    return sources.digest((*_homes(structure), *(home(muscle) for muscle in carried), *FINISHING), structure)


def _carries(structure: str) -> bool:
    """Whether muscles may hold on to a structure."""
    return recipes()[structure].kind not in ("muscle", "skin", *TUBES)


def _muscles() -> tuple[str, ...]:
    return tuple(name for name, recipe in recipes().items() if recipe.slips)


def _build(stale: list[str], folder: Path, jobs: int, progress: Progress) -> dict[str, Any]:
    """Sculpt and finish in parallel; the new manifest entries in recipe order."""
    staging = WORK / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [*stale, *(_muscles() if any(_carries(structure) for structure in stale) else ())]
    needed = list(dict.fromkeys(name for structure in wanted for name in _with_needs(structure)))
    total, entries = len(needed) + len(stale), {}
    with _workers(jobs) as pool:
        try:
            for count, (name, seconds, _) in enumerate(_in_order(pool, needed), 1):
                progress(count, total, f"sculpted {name}", seconds)
            done = {pool.submit(_finish, name, staging): name for name in stale}
            for count, future in enumerate(as_completed(done), len(needed) + 1):
                entry, seconds = future.result()
                entries[done[future]] = entry
                progress(count, total, f"finished {done[future]}", seconds)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return {name: entries[name] for name in recipes() if name in entries}


def _workers(jobs: int) -> Executor:
    """Processes to work in; one job works beside this thread, where it can be watched and debugged."""
    return ProcessPoolExecutor(max_workers=jobs) if jobs > 1 else ThreadPoolExecutor(max_workers=1)


def _in_order(pool: Executor, names: list[str]) -> Iterator[tuple[str, float, str]]:
    """Sculpt structures, each as soon as those it needs are there; yields name, seconds and file."""
    order = TopologicalSorter({name: recipes()[name].needs for name in names})
    order.prepare()
    running: dict[Future[tuple[float, str]], str] = {}
    while order.is_active():
        running.update({pool.submit(_sculpt, name): name for name in order.get_ready()})
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            name = running.pop(future)
            order.done(name)
            yield name, *future.result()


def _with_needs(structure: str) -> list[str]:
    """A structure after all that it needs, each once."""
    needs: dict[str, tuple[str, ...]] = {}
    waiting = [structure]
    while waiting:
        name = waiting.pop()
        if name not in needs:
            needs[name] = recipes()[name].needs
            waiting.extend(needs[name])
    return list(TopologicalSorter(needs).static_order())


def _sculpt(structure: str) -> tuple[float, str]:
    """Sculpt one structure, or find it already sculpted from the same recipe; seconds taken and its file."""
    start = time.perf_counter()
    path = _kept(structure)
    if not path.exists():
        recipe = recipes()[structure]
        surface = recipe.make({name: _read(name) for name in recipe.needs})
        check(recipe, surface)
        _write_slips(path.with_suffix(".json"), recipe)
        _write(path, surface)
    return time.perf_counter() - start, str(path)


def _kept(structure: str) -> Path:
    return WORK / f"{structure}-{sources.digest(_homes(structure), structure)[:16]}.npz"


def _homes(structure: str) -> tuple[str, ...]:
    """The modules that a structure's own surface comes from: its recipe's, and those of all it needs."""
    return tuple(home(name) for name in _with_needs(structure))


def _write(path: Path, surface: Surface) -> None:
    for older in set(path.parent.glob(f"{path.stem.rsplit('-', 1)[0]}-*")) - {path.with_suffix(".json")}:
        older.unlink()
    parts: dict[str, Any] = {f"array_{name}": values for name, values in surface.arrays.items()}
    with whole(path) as unfinished:
        np.savez(unfinished, points=surface.points, faces=surface.faces, normals=surface.normals, **parts)


def _write_slips(path: Path, recipe: Recipe) -> None:
    slips = recipe.slips() if recipe.slips else ()
    with whole(path) as unfinished:
        unfinished.write_text(json.dumps([{**vars(slip), "points": slip.points.tolist()} for slip in slips]))


def _read(structure: str) -> Surface:
    with np.load(_kept(structure)) as kept:
        arrays = {name.removeprefix("array_"): kept[name] for name in kept.files if name.startswith("array_")}
        return Surface(kept["points"], kept["faces"], kept["normals"], arrays)


def _finish(structure: str, staging: Path) -> tuple[dict[str, Any], float]:
    """Give one sculpted surface its life and write it; its manifest entry and the seconds taken."""
    start = time.perf_counter()
    recipe, full = recipes()[structure], _smooth(structure)
    arrays = _finished_arrays(structure, full)
    entry = mesh_file.write_mesh(staging / f"{structure}.vtp", full, arrays)
    coloured = full.with_arrays(**{f"finished_{name}": values for name, values in arrays.items()})
    proxy = proxy_of(coloured, THIN if recipe.kind in TUBES else SILHOUETTE)
    kept = {name: proxy.arrays[f"finished_{name}"] for name in arrays if name in ON_PROXIES}
    entry["proxy"] = mesh_file.write_mesh(staging / f"{structure}.proxy.vtp", proxy, kept)
    used = sorted(sources.tables(sources.modules(home(structure))))
    entry["provenance"] = f"sculpted by {sources.path(home(structure))} from {', '.join(used)}"
    entry["kind"], entry["made_from"] = recipe.kind, made_from(structure)
    return entry, time.perf_counter() - start


def _smooth(structure: str) -> Surface:
    """A sculpted surface without folds; tubes stay as they are, for the walls of a fork may face each other."""
    surface = _read(structure)
    return surface if recipes()[structure].kind in TUBES else unfolded(surface)


def _finished_arrays(structure: str, surface: Surface) -> dict[str, Any]:
    recipe = recipes()[structure]
    arrays: dict[str, Any] = {"Colors": finish.colours(recipe, surface)}
    if "fibre" in surface.arrays:
        arrays["fibre"] = np.round(surface.arrays["fibre"] * 127).astype(np.int8)
    if _carries(structure):
        arrays.update(finish.footprints(structure, surface, _slips()))
    return arrays


def _slips() -> Iterator[tuple[str, Slip]]:
    """Every muscle's slips, as (muscle, slip)."""
    for muscle in _muscles():
        for kept in json.loads(_kept(muscle).with_suffix(".json").read_text()):
            yield muscle, Slip(**{**kept, "points": np.array(kept["points"])})


def _take_places(folder: Path, entries: dict[str, Any]) -> None:
    """Move the staged files in, then the manifest that names them, and drop files that no entry names."""
    for path in sorted((WORK / "staging").glob("*.vtp")):
        with whole(folder / path.name) as unfinished:
            shutil.copyfile(path, unfinished)
    kept = {name: entries[name] for name in recipes() if name in entries}
    mesh_file.write_manifest(folder, kept)
    named = {part["file"] for entry in kept.values() for part in (entry, entry["proxy"])}
    for path in folder.glob("*.vtp"):
        if path.name not in named:
            path.unlink()


def _silent(_done: int, _total: int, _what: str, _seconds: float) -> None:
    """No progress is shown."""
