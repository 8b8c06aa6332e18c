"""Every way in which the program writes a file, done in a process of its own that can be killed and hindered.

``python -m tests.faults.writers FOLDER kill TIMES SEED`` is killed as often while it writes in each way, and looks what
is there each time. ``... FOLDER refuse HOW`` writes, hinders itself by one of HINDRANCES, writes again, and prints what
came of it in each way.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
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
    kept.floated = [f"page{number}" for number in range(900 if second else 400)]
    kept.save()
    assert kept.note == ""


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


def lesson(file: Path, second: bool) -> None:
    """A lesson that is saved."""
    from viewer.model.atlas.atlas import Atlas
    from viewer.model.lessons.lesson import Lesson, LessonScene
    from viewer.model.lessons.lesson_file import write_lesson
    from viewer.model.session.view import View

    scenes = tuple(LessonScene(str(number), View(), notes="Words " * LENGTHS[second]) for number in range(6))
    write_lesson(file, Lesson("A lesson", "", scenes), Atlas({}, {}))


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
    "lesson": (lesson, "lesson.json"),
    "manifest": (manifest, "manifest.json"),
}


def take_rights(folder: Path) -> None:
    """Nothing may be written in the folders by who does not own them, as this process from now on."""
    for way in WAYS:
        (folder / way).chmod(0o555)
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
    folder, command, *more = Path(sys.argv[1]), *sys.argv[2:]
    for way, (write, name) in WAYS.items():
        (folder / way).mkdir()
        write(folder / way / name, False)
    if command == "kill":
        chance = random.Random(int(more[1]))
        told = {
            way: _be_killed(write, folder / way / name, int(more[0]), chance) for way, (write, name) in WAYS.items()
        }
    else:
        HINDRANCES[more[0]](folder)
        told = {way: _be_refused(write, folder / way / name) for way, (write, name) in WAYS.items()}
    print(json.dumps(told))  # noqa: T201


def _be_refused(write: Write, file: Path) -> object:
    """The error, whether the file is as it was, and what is beside it."""
    before, error = file.read_bytes(), ""
    try:
        write(file, True)
    except Exception as raised:  # whatever it is, the test looks at it
        error = f"{type(raised).__name__}: {raised}"
    return error, file.read_bytes() == before, [one.name for one in file.parent.iterdir() if one != file]


def _be_killed(write: Write, file: Path, times: int, chance: random.Random) -> object:
    """How often the old file was found, and how often the new one."""
    contents = []
    for second in (True, False):
        _in_a_child(lambda second=second: write(file, second))
        contents.append(file.read_bytes())
    found = [0, 0]
    for _ in range(times):
        _kill_a_writer(write, file, chance)
        found[contents.index(file.read_bytes())] += 1
    _in_a_child(lambda: write(file, True))
    return found


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
    except Exception:  # nobody else could tell of it
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
