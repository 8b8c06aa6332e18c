"""How the folder for computers without Python comes about: what may go into it, and what stops a build."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from docs.packaging import contents, notices
from tests.test_layers import MODULES, imports

ROOT = Path(__file__).resolve().parent.parent.parent
WITHOUT = (
    "import sys; sys.modules[{!r}] = None; from docs.packaging.__main__ import main; sys.exit(main(['--out', {!r}]))"
)
LIBRARIES = Path("/usr/lib/x86_64-linux-gnu")


@pytest.mark.parametrize("library", ["PyInstaller", "hatchling"])
def test_a_missing_library_is_told_with_the_line_to_type(library: str, tmp_path: Path) -> None:
    code = WITHOUT.format(library, str(tmp_path / "out"))
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done
    assert f'{library} is missing. Type: {sys.executable} -m pip install -e ".[package]"' in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_nobody_stops_the_build(tmp_path: Path) -> None:
    stray = tmp_path / "stray.so"
    stray.touch()
    with pytest.raises(notices.NoLicenceError, match=r"stray\.so"):
        notices.written_to(tmp_path / "licences", [("stray.so", str(stray), "BINARY")])


def test_what_is_found_beside_the_folder_is_named_with_its_licence(tmp_path: Path) -> None:
    import numpy

    entries = [
        ("numpy", numpy.__file__, "PYMODULE"),
        ("json", os.__file__, "PYMODULE"),
        ("a.json", _own_file(), "DATA"),
    ]
    places = {place for place, _, _ in notices.written_to(tmp_path / "licences", entries)}
    assert "licences/NOTICES.txt" in places
    assert f"licences/numpy-{numpy.__version__}/LICENSE.txt" in places
    named = (tmp_path / "licences" / "NOTICES.txt").read_text(encoding="utf-8")
    assert f"numpy-{numpy.__version__}: BSD-3-Clause" in named
    assert f"\nPython-{sys.version.split()[0]}" in named or "\nlibpython" in named


def test_of_the_system_only_what_a_desktop_may_lack_goes_into_the_folder() -> None:
    names = ("libGL.so.1", "libX11.so.6", "libstdc++.so.6", "libglib-2.0.so.0", "libxcb-cursor.so.0")
    entries = [(name, str(LIBRARIES / name), "BINARY") for name in names]
    assert [entry[0] for entry in contents.needed(entries)] == ["libxcb-cursor.so.0"]


def test_nothing_is_left_out_that_the_program_imports() -> None:
    imported = {name for module, file in MODULES.items() if module.startswith("viewer") for name in imports(file)}
    assert {"sqlite3", "fsrs.Card", "pyqtgraph"} <= imported
    assert {
        name for name in imported for left_out in contents.LEFT_OUT if f"{name}.".startswith(f"{left_out}.")
    } == set()


def test_what_the_program_starts_does_not_look_into_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    hook = ROOT / "docs" / "packaging" / "own_libraries_only.py"
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/iliopsoas/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/own")
    runpy.run_path(str(hook))
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/own"
    runpy.run_path(str(hook))
    assert "LD_LIBRARY_PATH" not in os.environ


def _own_file() -> str:
    return next(path for path, place in contents.carried_by_the_wheel() if place == "viewer/annotations.json")
