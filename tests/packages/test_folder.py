"""The folder for computers without Python: built by its one command, carried elsewhere, and used as it lies there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from docs.packaging import contents
from tests.packages import programs

ROOT = Path(__file__).resolve().parent.parent.parent
HOOK = ROOT / "docs" / "packaging" / "own_libraries_only.py"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
MOST = 620_000_000 if contents.uses_pyvista() else 450_000_000
"""Bytes. It had 576 million with PyVista and 422 million without it when this was written."""
LEFT_OUT = ("scipy", "trimesh", "manifold3d", "tests", "sculpt", "pytest", "libgtk-3", "libGL", "libX11")
ONLY_WITH_PYVISTA = ("matplotlib", "PIL", "pyvista")
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="so far it is built on Linux alone")


@dataclass(frozen=True)
class Process:
    """What could be seen of the program while its window was open."""

    began_with: dict[str, str]
    mapped: set[Path]
    cwd: Path


@pytest.fixture(scope="module")
def no_python(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which no Python can be found, nor any other program."""
    home, empty = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("no programs")
    own = {name: str(home / name.lower()) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return {**own, "PATH": str(empty), "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def process(folder: Path, no_python: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Process:
    """The program was started, came to its first frame, and was closed."""
    cwd = tmp_path_factory.mktemp("elsewhere")
    with programs.window([folder / "iliopsoas"], no_python, cwd) as program:
        began_with = Path("/proc", str(program.pid), "environ").read_text(encoding="utf-8").rstrip("\0").split("\0")
        maps = Path("/proc", str(program.pid), "maps").read_text(encoding="utf-8").splitlines()
    mapped = {Path(line.split(maxsplit=5)[5]) for line in maps if "/" in line}
    return Process(dict(one.split("=", 1) for one in began_with), mapped, cwd)


def test_it_says_its_version_and_lists_what_it_knows(folder: Path, no_python: dict[str, str], tmp_path: Path) -> None:
    version, listed = (
        programs.run([folder / "iliopsoas", one], no_python, tmp_path) for one in ("--version", "--list")
    )
    assert (version.stdout, version.stderr) == (f"iliopsoas {VERSION}\n", "")
    assert "musculus psoas major" in listed.stdout


def test_it_draws_a_picture(folder: Path, no_python: dict[str, str], tmp_path: Path) -> None:
    words = ("--screenshot", "psoas.png", "--size", "640x480")
    done = programs.run([folder / "iliopsoas", *words], no_python, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert programs.muscles(programs.picture(tmp_path / "psoas.png")) > 5_000


def test_its_window_opens_with_nothing_of_python_from_outside(
    folder: Path, process: Process, no_python: dict[str, str]
) -> None:
    libraries = {file for file in process.mapped if ".so" in file.name}
    outside = {file for file in libraries if not file.is_relative_to(folder)}
    assert len(libraries - outside) > 50
    assert len(outside) > 10
    assert {file for file in outside if not str(file).startswith(("/usr/lib/", "/lib/"))} == set()
    assert {file for file in outside if "python" in str(file) or "-packages" in str(file)} == set()
    assert Path(no_python["XDG_CONFIG_HOME"], "Iliopsoas", "Iliopsoas.ini").exists()


def test_started_by_itself_it_starts_as_by_hand(folder: Path, process: Process) -> None:
    """What the window's process has in its environment once it runs is enough for another."""
    assert process.began_with["LD_LIBRARY_PATH"] == str(folder / "_internal")
    hook = f"import json, os, runpy; runpy.run_path({str(HOOK)!r}); print(json.dumps(dict(os.environ)))"
    left = json.loads(programs.run([sys.executable, "-c", hook], process.began_with, process.cwd).stdout)
    assert "LD_LIBRARY_PATH" not in left
    done = programs.run([folder / "iliopsoas", "--screenshot", "again.png", "--size", "320x240"], left, process.cwd)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_that_lost_a_file_says_so(folder: Path, no_python: dict[str, str], tmp_path: Path) -> None:
    broken = tmp_path / "iliopsoas"
    shutil.copytree(folder, broken, symlinks=True, copy_function=os.link)
    next(broken.rglob("vtkRenderingCore.*.so")).unlink()
    done = programs.run([broken / "iliopsoas", "--screenshot", "psoas.png"], no_python, tmp_path)
    told = f"iliopsoas: vtkmodules.vtkRenderingCore is missing from the program's folder {broken}. Unpack it anew.\n"
    assert (done.returncode, done.stderr) == (2, told)


def test_it_has_only_what_is_needed(folder: Path) -> None:
    files = [file for file in folder.rglob("*") if not file.is_dir()]
    assert [file for file in files if not file.exists()] == []  # no link leads nowhere
    assert len(files) > 300
    assert sum(file.lstat().st_size for file in files) < MOST
    names = {part for file in files for part in file.relative_to(folder).parts}
    left_out = LEFT_OUT if contents.uses_pyvista() else (*LEFT_OUT, *ONLY_WITH_PYVISTA)
    assert {name for name in names if name.startswith(left_out)} == set()


def test_it_has_everything_of_the_wheel(folder: Path) -> None:
    from hatchling.builders.wheel import WheelBuilder

    carried = [Path(file.distribution_path) for file in WheelBuilder(str(ROOT)).recurse_included_files()]
    data = [file for file in carried if file.suffix != ".py"]
    assert len(data) > 150
    assert [file for file in data if not (folder / "_internal" / file).exists()] == []


def test_each_work_in_it_has_its_licence_beside_it(folder: Path) -> None:
    assert (folder / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    named = (folder / "licences" / "NOTICES.txt").read_text(encoding="utf-8").split("\n\n")[-1].splitlines()
    works = {line.partition(": ")[0] for line in named}
    assert {work.partition("-")[0] for work in works} >= {"PySide6_Essentials", "shiboken6", "vtk", "numpy", "Python"}
    assert {one.name for one in (folder / "licences").iterdir() if one.is_dir() and any(one.iterdir())} == works
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in next((folder / "licences").glob("PySide6*/LGPL-3.txt")).read_text()


def test_it_tells_nothing_of_the_computer_that_built_it(folder: Path) -> None:
    found = subprocess.run(["grep", "-rlF", str(ROOT), folder], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (1, "")
