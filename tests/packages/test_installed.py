"""Wheel and source archive: each is built, installed where nothing of the repository is, and used from there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.packages import programs

ROOT = Path(__file__).resolve().parent.parent.parent
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
LOCATE = "import sys, viewer; print(viewer.__file__, *sys.path, sep='\\n')"


@dataclass(frozen=True)
class Installed:
    """A program in a virtual environment of its own, and an empty folder to run it in."""

    environment: Path
    cwd: Path

    def command(self, name: str) -> Path:
        return self.environment / ("Scripts" if sys.platform == "win32" else "bin") / name

    def run(self, name: str, *words: str) -> subprocess.CompletedProcess[str]:
        return programs.run([self.command(name), *words], self.variables(), self.cwd)

    def variables(self) -> dict[str, str]:
        """Nothing of whoever runs the tests: no way to the repository, no settings, no screen."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        own = {name: str(self.cwd / name.lower()) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        return {**kept, **own, "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both archives."""
    out = tmp_path_factory.mktemp("archives")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", out], cwd=ROOT, check=True, capture_output=True)
    return out


@pytest.fixture(scope="module", params=["*.whl", "*.tar.gz"], ids=["wheel", "source archive"])
def installed(request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    (archive,) = built.glob(request.param)
    top = tmp_path_factory.mktemp("somewhere else")
    program = Installed(top / "environment", top / "empty folder")
    program.cwd.mkdir()
    venv.create(program.environment, symlinks=sys.platform != "win32")
    _lend_libraries(program.environment)
    pip = [sys.executable, "-m", "pip", "--python", program.command("python"), "install", "--quiet", "--no-index"]
    offline = ["--no-deps", "--no-build-isolation", "--ignore-installed"]
    copied = shutil.copy(archive, top)
    subprocess.run([*pip, *offline, copied], cwd=top, env={**os.environ, "PYTHONPATH": ""}, check=True)
    return program


def _lend_libraries(environment: Path) -> None:
    """The new environment may use the libraries of this one, which saves loading them again; a line of a ``.pth`` file
    brings nothing that the lender itself has from elsewhere, such as the repository."""
    places = sysconfig.get_paths(vars={"base": str(environment), "platbase": str(environment)})
    lent = {sysconfig.get_paths()[one] for one in ("purelib", "platlib")}
    Path(places["purelib"], "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")


def test_nothing_of_the_repository_is_in_use(installed: Installed) -> None:
    module, *path = installed.run("python", "-c", LOCATE).stdout.splitlines()
    assert Path(module).is_relative_to(installed.environment)
    assert len(path) > 3
    assert str(ROOT) not in path


def test_it_says_its_version_and_lists_what_it_knows(installed: Installed) -> None:
    assert installed.run("iliopsoas", "--version").stdout == f"iliopsoas {VERSION}\n"
    assert "musculus psoas major" in installed.run("iliopsoas", "--list").stdout


def test_it_draws_a_picture(installed: Installed) -> None:
    done = installed.run("iliopsoas", "--screenshot", "psoas.png", "--size", "640x480")
    assert (done.returncode, done.stderr) == (0, "")
    pixels = programs.picture(installed.cwd / "psoas.png")
    assert pixels.shape == (480, 640, 3)
    assert programs.muscles(pixels) > 5_000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the virtual screen that is watched is Linux's")
def test_its_window_opens_to_the_first_frame_and_closes(installed: Installed) -> None:
    with programs.window([installed.command("iliopsoas")], installed.variables(), installed.cwd) as program:
        assert program.poll() is None
    assert (installed.cwd / "xdg_config_home" / "Iliopsoas" / "Iliopsoas.ini").exists()
