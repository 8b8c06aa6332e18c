"""The licences of everything in the folder, gathered from where each file came from.

Whoever gives the folder on gives the work of many on, and their licences with it. A file whose owner, or whose owner's
licence, cannot be found stops the build.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from docs.packaging import contents

LGPL = tuple(Path(__file__).parent / "licences" / name for name in ("LGPL-3.txt", "GPL-3.txt"))
WITHOUT_TEXT = {"pyside6-essentials": LGPL, "shiboken6": LGPL}
"""Packages that name their licence, but do not bring its text."""
MADE_BY = "pyinstaller"
NOTHING = "-"  # where PyInstaller names no file: a package without code of its own
TITLE = """What this folder is made of

Iliopsoas itself: see LICENSE. The folder carries the following works too, each under its own licence, the texts of
which lie beside this file. PySide6, Shiboken and Qt are used under the LGPL: theirs are the folders PySide6 and
shiboken6 and the libraries named libQt6*, libpyside6* and libshiboken6*, and you may put other builds of them in their
place. Their sources: https://download.qt.io/official_releases/QtForPython and
https://download.qt.io/official_releases/qt. What Qt contains of others:
https://doc.qt.io/qt-6/licenses-used-in-qt.html. What VTK contains of others: https://gitlab.kitware.com/vtk/vtk, in its
folder ThirdParty.
"""


class NoLicenceError(Exception):
    """Something in the folder cannot be given on; the message says what."""


@dataclass(frozen=True)
class Owner:
    """A work that files of the folder belong to: its name and version, its licence in a word, and the texts."""

    name: str
    licence: str
    texts: tuple[Path, ...]


def written_to(folder: Path, entries: Iterable[contents.Entry]) -> list[contents.Entry]:
    """Write the texts and a list of them into ``folder``. Returns them as files of the folder that is being built.

    Raises NoLicenceError.
    """
    files = {source for _, source, sort in entries if source != NOTHING and sort != "SYMLINK"}
    found = {owner_of(source) for source in files} | {_package(MADE_BY)}
    owners = sorted((owner for owner in found if owner is not None), key=lambda one: one.name.lower())
    overview = folder / "NOTICES.txt"
    folder.mkdir(parents=True)
    overview.write_text("\n".join([TITLE, *(f"{one.name}: {one.licence}" for one in owners), ""]), encoding="utf-8")
    texts = [_copied(text, folder / owner.name) for owner in owners for text in owner.texts]
    return [(f"licences/{file.relative_to(folder).as_posix()}", str(file), "DATA") for file in (overview, *texts)]


@cache
def owner_of(source: str) -> Owner | None:
    """Whose a file is; None where it is ours. Raises NoLicenceError where nobody knows."""
    file = Path(source)
    if (name := _packages().get(file.resolve().as_posix())) is not None:
        return _package(name)
    if file.resolve() in _ours():
        return None
    if _is_python(file):
        return _python()
    if contents.is_of_the_system(source):
        return _debian(file)
    raise NoLicenceError(f"{source} is to go into the folder, and it is not known whose it is")


@cache
def _packages() -> dict[str, str]:
    """Every file of every package of Python that is installed, with the package's name."""
    found = {}
    for one in metadata.distributions():
        name, place = one.name, os.path.realpath(str(one.locate_file("")))
        for file in csv.reader((one.read_text("RECORD") or "").splitlines()):
            found[f"{place}/{file[0]}"] = name
    return found


@cache
def _ours() -> set[Path]:
    return {Path(path).resolve() for path, _ in (*contents.carried_by_the_wheel(), *contents.ALONE)}


def _is_python(file: Path) -> bool:
    library = Path(sysconfig.get_paths()["stdlib"]).resolve()
    is_built = file.name == "base_library.zip"  # made anew of the standard library
    is_its_core = file.name.startswith("libpython3") and not contents.is_of_the_system(str(file))
    return is_built or is_its_core or file.resolve().is_relative_to(library)


@cache
def _package(name: str) -> Owner:
    told = metadata.distribution(name)
    own = [file for file in told.files or () if _is_licence(file.as_posix())]
    texts = tuple(Path(str(told.locate_file(file))) for file in own) or WITHOUT_TEXT.get(name.lower().replace("_", "-"))
    if not texts:
        raise NoLicenceError(f"{name} {told.version} is to go into the folder, and its licence is not known")
    data = told.metadata
    licence = data.get("License-Expression") or (data.get("License") or "see its text").splitlines()[0]
    return Owner(f"{told.name}-{told.version}", licence, texts)


def _is_licence(path: str) -> bool:
    inside = path.partition(".dist-info/")[2]
    return inside.startswith(("licenses/", "LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS"))


@cache
def _python() -> Owner:
    name = f"Python-{sys.version.split()[0]}"
    for folder in (Path(sysconfig.get_paths()["stdlib"]), Path(sys.base_prefix)):
        if (text := folder / "LICENSE.txt").exists():
            return Owner(name, "PSF-2.0", (text,))
    return _debian(Path(os.__file__))


def _debian(file: Path) -> Owner:
    """The package of Debian that a file is from."""
    names = [file.resolve(), Path(str(file.resolve()).removeprefix("/usr"))]
    for name in names:
        asked = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True, check=False)
        package = asked.stdout.partition(":")[0]
        if (text := Path("/usr/share/doc", package, "copyright")).exists() and package:
            return Owner(package, "see its text", (text,))
    raise NoLicenceError(f"{file} is to go into the folder, and no package of Debian says under which licence")


def _copied(text: Path, folder: Path) -> Path:
    """The text in a folder of its owner, under a name that tells texts of the same name apart."""
    inside = text.as_posix().partition(".dist-info/")[2].removeprefix("licenses/") or text.name
    to = folder / inside.replace("/", "-")
    to.parent.mkdir(exist_ok=True)
    shutil.copyfile(text, to)
    return to
