"""The baked meshes on disk: what the manifest promises is checked before a mesh is read.

Size and SHA-256 come first, so that a truncated or altered file is told for what it is. One bad file is one missing
structure with a reason that can be shown, never a stopped program; only a manifest that cannot be used at all is an
error of its own.
"""

from __future__ import annotations

import hashlib
import json
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from viewer.drawing import vtp
from viewer.drawing.mesh import Mesh
from viewer.model.regular_file import read_bytes

FORMAT = 1
LONGEST_NAME = 255
MOST_DIGITS = 15
MOST_MANIFEST = 50_000_000  # bytes


class ManifestError(Exception):
    """The folder of meshes cannot be used; the message says what, where and what to do."""


class MeshProblem(Exception):  # noqa: N818 - a problem of one structure, reported, not an error of the program
    """Why one structure has no model: its ``structure_id`` and a ``reason`` to show."""

    def __init__(self, structure_id: str, reason: str) -> None:
        super().__init__(f"{structure_id}: {reason}")
        self.structure_id = structure_id
        self.reason = reason


@dataclass(frozen=True)
class _Entry:
    """One promised file: its path in the folder, its size, hash and triangle count."""

    file: str
    bytes: int
    sha256: str
    triangles: int

    @classmethod
    def read(cls, row: Any) -> _Entry:
        """An entry from its JSON. Raises KeyError, TypeError, ValueError, OverflowError."""
        found = cls(str(row["file"]), int(row["bytes"]), str(row["sha256"]), int(row["triangles"]))
        if len(found.file) > LONGEST_NAME or max(abs(found.bytes), abs(found.triangles)) >= 10**MOST_DIGITS:
            raise ValueError("too long to be true")
        return found


class MeshStore:
    """The meshes of one folder, by structure id. ``problems`` gathers why structures have none."""

    def __init__(self, folder: Path | str) -> None:
        """Reads the manifest only. Raises ManifestError."""
        self.folder = Path(folder)
        self.problems: dict[str, str] = {}
        self._rows = _read_manifest(self.folder / "manifest.json")

    def ids(self) -> tuple[str, ...]:
        """Every structure the manifest names, in its order."""
        return tuple(self._rows)

    def at_hand(self, structure_id: str) -> bool:  # noqa: ARG002 - for those who read in advance
        """Whether to ask for a mesh now takes no longer than it would at any other time."""
        return True

    def hash_of(self, structure_id: str) -> str:
        """The SHA-256 that the manifest promises of a structure's file, which is known to be there."""
        return str(self._rows[structure_id]["sha256"])

    def load(self, structure_id: str) -> Mesh:
        """A structure's mesh: triangles with ``Normals`` (n, 3) and ``Colors`` (n, 3). Raises MeshProblem."""
        return self._load(structure_id, self._rows.get(structure_id))

    def load_proxy(self, structure_id: str) -> Mesh | None:
        """The proxy for the moving camera, or None where there is none or it is damaged (see problems)."""
        row = self._rows.get(structure_id)
        proxy = row.get("proxy") if isinstance(row, Mapping) else None
        if proxy is None:
            return None
        try:
            return self._load(f"{structure_id}.proxy", proxy)
        except MeshProblem:
            return None

    def _load(self, structure_id: str, row: Any) -> Mesh:
        try:
            if row is None:
                raise MeshProblem(structure_id, "not in manifest.json")
            mesh = vtp.read(self._checked_bytes(structure_id, row))
        except (MeshProblem, vtp.Unreadable) as fault:
            problem = fault if isinstance(fault, MeshProblem) else MeshProblem(structure_id, str(fault))
            self.problems[structure_id] = problem.reason
            raise problem from fault
        self.problems.pop(structure_id, None)
        return mesh

    def _checked_bytes(self, structure_id: str, row: Any) -> bytes:
        """The file's bytes once name, size and hash hold. Raises MeshProblem."""
        try:
            entry = _Entry.read(row)
        except (KeyError, TypeError, ValueError, OverflowError) as fault:
            raise MeshProblem(structure_id, f"its entry in manifest.json is incomplete ({fault})") from fault
        if entry.triangles > vtp.MOST_TRIANGLES:
            raise MeshProblem(structure_id, f"{entry.triangles:,} triangles are more than {vtp.MOST_TRIANGLES:,}")
        path = self._inside(structure_id, entry.file)
        try:
            size = path.stat().st_size
            _check_size(structure_id, entry, size)
            data = read_bytes(path, vtp.MOST_BYTES)
        except OSError as fault:
            missing = isinstance(fault, FileNotFoundError)
            raise MeshProblem(
                structure_id, f"{entry.file} is missing" if missing else f"{entry.file}: {fault.strerror}"
            ) from fault
        if hashlib.sha256(data).hexdigest() != entry.sha256.lower():
            raise MeshProblem(structure_id, f"{entry.file} was altered: its SHA-256 is not the manifest's")
        return data

    def _inside(self, structure_id: str, name: str) -> Path:
        path = self.folder / name
        try:
            inside = name.isprintable() and path.resolve().is_relative_to(self.folder.resolve())
        except (OSError, RuntimeError, ValueError):  # links in a circle, a name that the system cannot have
            inside = False
        if not inside:
            raise MeshProblem(
                structure_id, f"its file {name!r} lies outside the folder of meshes, or has no plain name"
            )
        return path


def _read_manifest(path: Path) -> Mapping[str, Any]:
    advice = "Build the meshes anew (make meshes) or name another folder with --meshes."
    try:
        manifest = json.loads(read_bytes(path, MOST_MANIFEST))
    except FileNotFoundError as fault:
        raise ManifestError(f"There is no list of meshes at {path}. {advice}") from fault
    except OSError as fault:
        raise ManifestError(f"The list of meshes {path} cannot be read: {fault.strerror}. {advice}") from fault
    except (ValueError, RecursionError) as fault:
        raise ManifestError(f"The list of meshes {path} is not JSON: {fault}. {advice}") from fault
    found = manifest.get("format") if isinstance(manifest, dict) else None
    if found != FORMAT:
        raise ManifestError(
            f"The list of meshes {path} has format {reprlib.repr(found)[:40]}; format {FORMAT} is needed. {advice}"
        )
    rows = manifest.get("meshes")
    if not isinstance(rows, dict):
        raise ManifestError(f'The list of meshes {path} has no table "meshes". {advice}')
    return rows


def _check_size(structure_id: str, entry: _Entry, size: int) -> None:
    if size == 0:
        raise MeshProblem(structure_id, f"{entry.file} is empty")
    if size < entry.bytes:
        raise MeshProblem(structure_id, f"{entry.file} is truncated: {size:,} of {entry.bytes:,} bytes")
    if size != entry.bytes:
        raise MeshProblem(structure_id, f"{entry.file} was altered: {size:,} bytes instead of {entry.bytes:,}")
    if size > vtp.MOST_BYTES:
        raise MeshProblem(structure_id, f"{entry.file} is larger than {vtp.MOST_BYTES:,} bytes")
