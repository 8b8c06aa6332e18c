"""Folders of meshes in which names stand for what is no file, or for files that move while they are read."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drawing import spheres
from tests.drawing.mesh_outcomes import told
from viewer.drawing.mesh_files import ManifestError, MeshProblem, MeshStore
from viewer.model.annotations.mesh_faults import mesh_names

ROOT = Path(__file__).resolve().parents[2]


def at_once(do: Callable[[], object]) -> None:
    """Does it in a thread that nobody waits for longer than it can take."""
    problems: list[BaseException] = []

    def run() -> None:
        try:
            do()
        except BaseException as problem:  # raised again where it is waited for
            problems.append(problem)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(60)
    assert not thread.is_alive(), "it hangs"
    for problem in problems:
        raise problem


ODD: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "zeros": lambda path: path.symlink_to("/dev/zero"),
    "terminal": lambda path: path.symlink_to("/dev/tty"),
    "circle": lambda path: path.symlink_to(path),
    "nowhere": lambda path: path.symlink_to(path.with_name("none")),
}


@pytest.mark.skipif(os.name == "nt", reason="has no such things")
@pytest.mark.parametrize("make", ODD.values(), ids=ODD)
def test_a_manifest_that_is_no_file_is_refused_at_once(store: Path, make: Callable[[Path], object]) -> None:
    (store / "manifest.json").unlink()
    make(store / "manifest.json")
    at_once(lambda: mesh_names(store))
    with pytest.raises(ManifestError, match=r"manifest\.json"):
        at_once(lambda: MeshStore(store))


@pytest.mark.skipif(os.name == "nt", reason="has no such things")
def test_the_program_does_not_wait_for_a_pipe_in_place_of_the_manifest(store: Path) -> None:
    (store / "manifest.json").unlink()
    os.mkfifo(store / "manifest.json")
    words = ["--meshes", str(store), "--screenshot", str(store / "picture.png")]
    done = subprocess.run(
        [sys.executable, "main.py", *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 2
    assert "manifest.json cannot be read: it is not an ordinary file" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="has no such things")
@pytest.mark.parametrize("make", ODD.values(), ids=ODD)
def test_a_mesh_that_is_no_file_is_a_problem_at_once(store: Path, make: Callable[[Path], object]) -> None:
    (store / "stone.vtp").unlink()
    make(store / "stone.vtp")
    for promised in (None, os.stat(store).st_size, 0):
        table = json.loads((store / "manifest.json").read_text())["meshes"]
        table["stone"]["bytes"] = table["stone"]["bytes"] if promised is None else promised
        spheres.write_manifest(store, table)
        with pytest.raises(MeshProblem):
            at_once(lambda: MeshStore(store).load("stone"))
    assert len(MeshStore(store).load("rope").points)


@pytest.mark.skipif(os.name == "nt", reason="files that are open do not move there")
def test_meshes_that_grow_and_vanish_while_they_are_read_are_read_or_told(store: Path, many: int) -> None:
    files = [store / "stone.vtp", store / "manifest.json"]
    sound = {file: file.read_bytes() for file in files}
    over, found = threading.Event(), Counter[str]()

    def move() -> None:
        chance = random.Random(5)
        while not over.is_set():
            file = chance.choice(files)
            match chance.randrange(5):
                case 0:
                    file.unlink(missing_ok=True)
                case 1:
                    file.write_bytes(sound[file][: chance.randrange(len(sound[file]))])
                case 2:
                    with file.open("ab") as stream:
                        stream.write(bytes(chance.randrange(200_000)))
                case _:
                    file.write_bytes(sound[file])

    mover = threading.Thread(target=move)
    mover.start()
    try:
        for _ in range(150 * many):
            found.update(told(store))
    finally:
        over.set()
        mover.join()
    assert len(found) == 3, "read, a problem, and no manifest"
