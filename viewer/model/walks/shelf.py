"""All walks that there are: the program's, and those in the user's own folder. A wrong file spoils no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from viewer.model.annotations.data_files import DataFileError, files_in
from viewer.model.annotations.faults import Fault
from viewer.model.atlas.atlas import Atlas
from viewer.model.notes import notes
from viewer.model.walks.walk import Walk
from viewer.model.walks.walk_file import our_folder, read_walk


@dataclass(frozen=True)
class Shelf:
    """Walks, those of the program first, the simplest of them before the others; and what is wrong with the files that
    are none.
    """

    walks: tuple[Walk, ...] = ()
    faults: tuple[Fault, ...] = ()

    def walk(self, walk_id: str) -> Walk | None:
        """A walk by its id."""
        return next((walk for walk in self.walks if walk.id == walk_id), None)


def read_shelf(atlas: Atlas, own: Path | None = None, opened: Iterable[Path] = ()) -> Shelf:
    """The program's walks, those in the folder ``own``, and single files that were ``opened``."""
    walks: dict[str, Walk] = {}
    faults: list[Fault] = []
    files = (*files_in(our_folder()), *(files_in(own) if own else ()), *opened)
    for file in dict.fromkeys(files):
        try:
            walk = read_walk(file, atlas)
        except DataFileError as error:
            faults.extend(error.faults)
            continue
        if (other := walks.get(walk.id)) is not None:
            faults.append(Fault(file, ("id",), None, f"is the id of {other.file.name} too; one of its own is expected"))
        else:
            walks[walk.id] = walk
    return Shelf(tuple(sorted(walks.values(), key=_place)), tuple(faults))


def _place(walk: Walk) -> tuple[bool, int, str]:
    """To one structure before to several, so that a beginner is led to the easier ones first."""
    return walk.file.parent != our_folder(), len(walk.structures), walk.title


def own_folder() -> Path:
    """Where a user's own walks are looked for: beside the notes."""
    return notes.usual_file().parent / "walks"
