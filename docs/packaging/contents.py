"""What goes into the folder: the program as its wheel has it, what that imports, and little of the system.

A library of the system is carried only where a desktop may lack it; all others come with whatever shows windows. Those
that graphics drivers use too must be the system's own: with an older one, no driver loads.
"""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent.parent
Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the folder, where it is from, its sort."""

LEFT_OUT = (
    "vtk", "vtkmodules.all",  # all of VTK, which some code names for the sake of type checkers alone
    "meshes.sculpt", "scipy", "trimesh", "manifold3d", "networkx", "rtree", "mypy", "pytest", "hypothesis", "hatchling",
    "pyqtgraph.opengl", "pyqtgraph.examples", "OpenGL", "torch", "pandas", "setuptools", "pip",
    "tkinter", "readline", "curses", "lib2to3", "numpy.f2py", "numpy.distutils",
)  # fmt: skip
"""Modules that something imports in a case that never occurs here."""

BY_NAME = ("PySide6.QtOpenGL",)
"""Modules that are imported by a name that is put together: pyqtgraph does so."""

CARRIED = (
    # not on every desktop, and small
    "libxcb-cursor.so.*", "libxcb-icccm.so.*", "libxcb-image.so.*", "libxcb-keysyms.so.*", "libxcb-render-util.so.*",
    "libxcb-util.so.*", "libxkbcommon.so.*", "libxkbcommon-x11.so.*",
    # what modules of Python are made with
    "libpython3*.so.*", "libcrypto.so.*", "libssl.so.*", "libffi.so.*", "libsqlite3.so.*",
)  # fmt: skip
"""Libraries of the system that the folder brings along."""

QT_KEPT = (
    "platforms/libqxcb.so", "platforms/libqwayland*.so", "platforms/libqoffscreen.so", "platforms/qwindows.dll",
    "platforms/libqcocoa.dylib", "platformthemes/*", "platforminputcontexts/*", "xcbglintegrations/*",
    "wayland-*/*", "iconengines/*", "imageformats/*qsvg*", "imageformats/*qjpeg*", "styles/*",
)  # fmt: skip
"""Plugins of Qt that a window can need; the others are for machines without windows, and for what is not used."""

ALONE = [(str(ROOT / "pyproject.toml"), ".")]
"""What the program reads where it is not installed (its version), which no wheel has."""

STRIPPED = ("libvtk*.so*", "vtk*.so", "libpython3*.so*")
"""Libraries that are delivered with their symbols; without them they are a third smaller."""


def carried_by_the_wheel() -> list[tuple[str, str]]:
    """The wheel's files, each with its place in it."""
    return [(file.path, file.distribution_path) for file in WheelBuilder(str(ROOT)).recurse_included_files()]


def modules() -> list[str]:
    """Every module of the program, by its name."""
    places = (Path(place) for _, place in carried_by_the_wheel())
    names = (".".join(place.with_suffix("").parts) for place in places if place.suffix == ".py")
    return sorted(name.removesuffix(".__init__") for name in names)


def uses_pyvista() -> bool:
    """Whether the program imports PyVista, which brings matplotlib and much of VTK along."""
    sources = [
        Path(path).read_text(encoding="utf-8") for path, place in carried_by_the_wheel() if place.endswith(".py")
    ]
    return any("import pyvista" in source or "from pyvista" in source for source in sources)


def parts_of_vtk_by_name() -> list[str]:
    """What PyVista takes of VTK, which it names in a table instead of imports; nothing where it is not used."""
    if not uses_pyvista():
        return []
    import pyvista.plotting  # noqa: F401, PLC0415 - brings in what it always needs
    from pyvista import _vtk  # noqa: PLC0415

    always = {name for name in sys.modules if name.startswith("vtkmodules.vtk")}
    return sorted(always | {f"vtkmodules.{module}" for module in _vtk._VTK_CLASS_TO_MODULE.values()})


def data() -> list[tuple[str, str]]:
    """Every other file of the program, with the folder that it lies in."""
    carried = [(path, str(Path(place).parent)) for path, place in carried_by_the_wheel() if not place.endswith(".py")]
    return [*carried, *ALONE]


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """Those of the files that the folder is to have."""
    return [entry for entry in entries if not (_stays_with_the_system(entry) or _is_spare(entry))]


def to_strip(folder: Path) -> list[Path]:
    """The libraries in a folder that can lose their symbols."""
    found = sorted({file for pattern in STRIPPED for file in folder.rglob(pattern) if not file.is_symlink()})
    return found if sys.platform.startswith("linux") else []


def is_of_the_system(source: str) -> bool:
    """Whether a file belongs to the operating system rather than to Python or one of its packages."""
    ours = {str(Path(path).resolve()) for path in (*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix)}
    ours -= {"/usr", "/usr/local", "/"}
    full = str(Path(source).resolve())
    return full.startswith(("/lib", "/usr/lib")) and not any(full.startswith(f"{one}/") for one in ours)


def _stays_with_the_system(entry: Entry) -> bool:
    place, source, _ = entry
    return is_of_the_system(source) and not any(fnmatch(Path(place).name, one) for one in CARRIED)


def _is_spare(entry: Entry) -> bool:
    """Whether a file is a plugin or a translation of Qt that nothing here uses, or is about an installation."""
    place = Path(entry[0]).as_posix()
    if ".dist-info/" in place:
        return not place.endswith(".dist-info/METADATA") or place.startswith("iliopsoas-")
    if "/plugins/" in place:
        return not any(fnmatch(place.partition("/plugins/")[2], one) for one in QT_KEPT)
    return "/translations/" in place and place.startswith("PySide6") and "/qtbase_" not in place
