"""A 3D model of what a view shows, in the format that its file's name asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from viewer.drawing.exporting import glb, stl
from viewer.drawing.exporting.pieces import Piece, pieces
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshProblem, MeshStore
from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Kind
from viewer.model.session.view import View
from viewer.model.whole_file import write_whole

FORMATS = (".glb", ".zip", ".stl")
"""glTF, STL with a file for each structure, STL all in one."""


class NoModelError(Exception):
    """No model could be written; the message says why and what to do."""


def export(  # noqa: PLR0913, PLR0917 - all that a model is made of
    atlas: Atlas,
    meshes_folder: Path,
    view: View,
    title: str,
    out: Path,
    tell: Callable[[int, int], object] = lambda _done, _of: None,
) -> dict[str, str]:
    """Writes the model. Returns the structures that have no surface and why; ``tell`` hears how many are read.

    Raises NoModelError and ManifestError.
    """
    store, wanted = MeshStore(meshes_folder), pieces(atlas, view)
    if out.suffix.lower() not in FORMATS:
        told = tr("No model: the name of {file} has to end in one of {endings}.")
        raise NoModelError(told.format(file=out, endings=", ".join(FORMATS)))
    found = _loaded(wanted, store, tell)
    if not found:
        raise NoModelError(tr("No model: nothing is shown. Bring something back first."))
    try:
        write_whole(out, _content(out.suffix.lower(), title, wanted, found))
    except OSError as fault:
        told = tr("No model: {file} cannot be written ({why}).").format(file=out, why=fault.strerror)
        raise NoModelError(told) from fault
    return store.problems


def _content(ending: str, title: str, wanted: list[Piece], found: dict[str, Mesh]) -> bytes:
    if ending == ".glb":
        return glb.glb(title, wanted, found)
    printed = _to_print(wanted)
    if ending == ".zip":
        return stl.zipped(printed, found)
    return stl.stl(found[piece.name] for piece in printed if piece.name in found)


def _to_print(wanted: list[Piece]) -> list[Piece]:
    """What is printed: the skin, which is only ever seen through here, would hide all else."""
    return [piece for piece in wanted if piece.structure.kind is not Kind.SKIN] or wanted


def _loaded(wanted: list[Piece], store: MeshStore, tell: Callable[[int, int], object]) -> dict[str, Mesh]:
    """The full meshes by their names, as far as they can be read; the store says of the others why not."""
    found: dict[str, Mesh] = {}
    for number, piece in enumerate(wanted):
        tell(number, len(wanted))
        try:
            found[piece.name] = store.load(piece.name)
        except MeshProblem:
            continue
    return found
