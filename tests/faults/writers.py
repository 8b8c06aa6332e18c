"""Every way in which the program writes a file, done in a process of its own that can be killed and hindered.

``python -m tests.faults.writers WAY FOLDER kill TIMES SEED`` is killed as often while it writes, and looks each time.
``... WAY FOLDER refuse HOW`` writes, hinders itself by one of HINDRANCES, writes again, and prints what came of it.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from tests.model.annotations.small_file import REAL
from viewer.model.notes.notes import Notes
from viewer.model.notes.notes_file import Note
from viewer.model.session.settings import Settings
from viewer.model.whole_file import write_whole
from viewer.widgets.chrome import pictures

Write = Callable[[Path, bool], object]
"""Writes a file so that it holds one of two contents."""
NOBODY = 65534
LENGTHS = (3_900, 2_700)
"""Letters: the two contents differ in size too."""
FIRST_MILLISECONDS = 25
"""Within which a writer is killed, counted from its first write."""


def notes(file: Path, second: bool) -> None:
    """A deed of a window that has the notes open; there are some already."""
    open_notes = Notes(file)
    if not open_notes.all():
        write_whole(file, b'{"format": 1, "notes": [{"id": "a", "text": "begin"}]}\n')
        open_notes.look()
        for number in range(40):
            open_notes.add(f"Note {number} " * 90)
    open_notes.rewrite("a", ("second" if second else "first ") * (LENGTHS[second] // 6))


def settings(file: Path, second: bool) -> None:
    """What a window does as it closes."""
    kept = Settings(file)
    kept.appearance, kept.list_width = ("dark", 250) if second else ("light", 4)
    kept.floated = [f"page{number}" for number in range(900 if second else 400)]
    kept.save()
    assert kept.note == "", kept.note


def exported(file: Path, second: bool) -> None:
    """Notes for others."""
    from viewer.model.annotations.load import load
    from viewer.model.notes.notes_export import export

    export(file, [Note(f"n{number}", "Words " * LENGTHS[second]) for number in range(6)], load(REAL))


def picture(file: Path, second: bool) -> None:
    """A picture of the window."""
    side = 150 if second else 200
    content = random.Random(side).randbytes(3 * side * side)
    pictures.save(QImage(content, side, side, 3 * side, QImage.Format.Format_RGB888), file)


def manifest(file: Path, second: bool) -> None:
    """What a bake ends with."""
    from meshes.sculpt.baking import mesh_file

    entries = mesh_file.read_manifest(REAL.parent / "meshes" / "baked")
    mesh_file.write_manifest(file.parent, dict(list(entries.items())[: 20 if second else None]))


WAYS: dict[str, tuple[Write, str]] = {
    "notes": (notes, "notes.json"),
    "settings": (settings, "Iliopsoas.ini"),
    "export": (exported, "handout.json"),
    "picture": (picture, "picture.png"),
    "manifest": (manifest, "manifest.json"),
}


def take_rights(folder: Path) -> None:
    """Nothing may be written in the folder by who does not own it, as this process from now on."""
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def limit_size(_folder: Path) -> None:
    """Every file is refused half-way, as on a disk that fills up meanwhile."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def fill_disk(folder: Path) -> None:
    """Put as much on the disk, which must be a small one, as it takes."""
    try:
        with (folder / "ballast").open("wb", buffering=0) as file:
            while True:
                file.write(bytes(1_024))
    except OSError:
        pass


def lock_disk(folder: Path) -> None:
    """Take away the disk's leave to be written to; needs a disk of its own."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


HINDRANCES = {one.__name__: one for one in (take_rights, limit_size, fill_disk, lock_disk)}


def main() -> None:
    """See the module's words."""
    way, folder, command, *more = sys.argv[1:]
    write, name = WAYS[way]
    with tempfile.TemporaryDirectory() as aside:
        write(Path(aside) / name, False)  # brings in whatever it needs
    if command == "kill":
        _be_killed(write, Path(folder) / name, int(more[0]), random.Random(int(more[1])))
    else:
        _be_refused(write, Path(folder) / name, HINDRANCES[more[0]])


def _be_refused(write: Write, file: Path, hinder: Callable[[Path], None]) -> None:
    write(file, False)
    before = file.read_bytes()
    hinder(file.parent)
    error = ""
    try:
        write(file, True)
    except Exception as raised:  # whatever it is, the test looks at it
        error = f"{type(raised).__name__}: {raised}"
    names = sorted(one.name for one in file.parent.iterdir() if one.name != "ballast")
    print(json.dumps({"error": error, "as before": file.read_bytes() == before, "names": names}))  # noqa: T201


def _be_killed(write: Write, file: Path, times: int, chance: random.Random) -> None:
    contents = set()
    for second in (True, False):
        _in_a_child(lambda second=second: write(file, second))
        contents.add(file.read_bytes())
    assert len(contents) == 2
    for _ in range(times):
        _kill_a_writer(write, file, chance)
        found = file.read_bytes()
        assert found in contents, f"{len(found)} bytes of {sorted(map(len, contents))}"
    _in_a_child(lambda: write(file, True))
    print(times, "times killed")  # noqa: T201


def _in_a_child(deed: Callable[[], object]) -> None:
    """Do something in a process that has seen no other."""
    child = os.fork()
    if not child:
        status = 1
        try:
            deed()
            status = 0
        finally:
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0


def _kill_a_writer(write: Write, file: Path, chance: random.Random) -> None:
    began, tell = os.pipe()
    child = os.fork()
    if not child:
        _write_for_ever(write, file, tell)
    os.close(tell)
    assert os.read(began, 1) == b"!", "the writer ended before it had written once"
    os.close(began)
    time.sleep(chance.random() * FIRST_MILLISECONDS / 1000)
    os.kill(child, chance.choice((signal.SIGKILL, signal.SIGTERM)))
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), "the writer ended by itself"


def _write_for_ever(write: Write, file: Path, tell: int) -> None:
    try:
        write(file, True)
        os.write(tell, b"!")
        while True:
            write(file, False)
            write(file, True)
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
