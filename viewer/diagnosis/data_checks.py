"""The data and the folders: what is known, the meshes, and whether what the user makes can be kept."""

from __future__ import annotations

import json
import shutil
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from viewer import startup
from viewer.arguments import Refused
from viewer.diagnosis.finding import Finding, Level
from viewer.health.privacy import scrubbed
from viewer.language import tr
from viewer.model.annotations.mesh_faults import MANIFEST, mesh_names

FAULTS_TOLD = 3
ROOM = 50_000_000
"""Bytes free below which it is worth a word."""


def data_checks(asked: Namespace, folders: Mapping[str, Any]) -> Iterator[Finding]:
    """Annotations and meshes as they were asked for, then the folders, as far as they are known."""
    yield _annotations(asked)
    yield _meshes(asked.meshes)
    words = {"data": tr("Notes"), "settings": tr("Settings"), "log": tr("Log")}
    for name, title in words.items():
        if name in folders:
            yield _folder(title, Path(str(folders[name])))


def _annotations(asked: Namespace) -> Finding:
    try:
        atlas = startup.atlas(asked)
    except Refused as refusal:
        told = "\n".join(str(refusal).splitlines()[: 1 + FAULTS_TOLD])  # the first line says how many
        return Finding(Level.PROBLEM, scrubbed(told), tr("Mend the file, or name another one with --annotations"))
    except ModuleNotFoundError as missing:
        return Finding(Level.PROBLEM, tr("The annotations cannot be read without {name}").format(name=missing.name))
    told = tr("Annotations: %n structure(s) known, {file}", "", len(atlas.known))
    return Finding(Level.OK, scrubbed(told.format(file=asked.annotations)))


def _meshes(folder: Path) -> Finding:
    names = mesh_names(folder)
    place = scrubbed(str(folder))
    if names is None:
        told = tr("There is no readable {manifest} in {folder}").format(manifest=MANIFEST, folder=place)
        return Finding(Level.PROBLEM, told, tr("Name a folder of meshes with --meshes, or get the program anew"))
    files = list(_files(json.loads((folder / MANIFEST).read_bytes())))
    unsound = [name for name, size in files if not _has_size(folder / name, size)]
    if unsound:
        told = tr("%n file(s) of {folder} (is|are) missing or damaged: {names}", "", len(unsound))
        told = told.format(folder=place, names=", ".join(unsound[:FAULTS_TOLD]))
        return Finding(Level.NOTE, told, tr("The structures without a model are listed with the reason"))
    return Finding(Level.OK, tr("Meshes: %n structure(s), {folder}", "", len(names)).format(folder=place))


def _files(told: object) -> Iterator[tuple[str, int]]:
    """The files that a manifest promises, with their sizes, wherever in it."""
    if isinstance(told, dict):
        if isinstance(told.get("file"), str) and isinstance(told.get("bytes"), int):
            yield told["file"], told["bytes"]
        for value in told.values():
            yield from _files(value)


def _has_size(file: Path, size: int) -> bool:
    try:
        return file.is_file() and file.stat().st_size == size
    except (OSError, ValueError):
        return False


def _folder(title: str, place: Path) -> Finding:
    """Whether a file can be kept at a place, by keeping one for a moment in what there is of its folders."""
    seen = f"{title}: {scrubbed(str(place))}"
    near = next((one for one in (place, *place.parents) if one.is_dir()), place.parent)
    try:
        with tempfile.TemporaryFile(dir=near) as trial:
            trial.write(b"0")
            trial.flush()
    except OSError as error:
        told = tr("{place} cannot be written: {why}").format(place=seen, why=error.strerror)
        return Finding(Level.NOTE, told, tr("What belongs there is not kept; all else works"))
    free = shutil.disk_usage(near).free
    if free < ROOM:
        told = tr("{place}: only %n MB free", "", free // 1_000_000).format(place=seen)
        return Finding(Level.NOTE, told, tr("Make some room, or it may not be kept"))
    return Finding(Level.OK, seen)
