"""What ``--diagnose`` says of good and bad machines, as a process; no driver and no file can bring it down."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hidden_library import WITHOUT_XCB_CURSOR
from tests.virtual_screen import virtual_screen
from viewer import paths
from viewer.health import itself

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 300  # seconds, for a machine that is busy with many things
WITHOUT_LIBRARY = f"""
{WITHOUT_XCB_CURSOR}
import sys
from viewer.app import main
sys.exit(main(["--diagnose"]))
"""
WITHOUT_NUMPY = """
import importlib.util as util, sys
find = util.find_spec
util.find_spec = lambda name, *more: None if name == "numpy" else find(name, *more)
from viewer.app import main
sys.exit(main(["--diagnose"]))
"""
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is X and Mesa that are tried")
Diagnose = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def diagnose(screen: None, tmp_path: Path) -> Diagnose:
    (tmp_path / "home").mkdir()

    def run(*words: object, command: tuple[str, ...] = ("main.py", "--diagnose"), **more: str):
        places = {"XDG_CONFIG_HOME": str(tmp_path / "home"), "XDG_DATA_HOME": str(tmp_path / "home")}
        return subprocess.run(
            [sys.executable, *command, *map(str, words)], cwd=ROOT, text=True, capture_output=True, timeout=PATIENCE,
            env={**os.environ, **places, "HOME": str(tmp_path / "home"), **more}, check=False,
        )  # fmt: skip

    return run


def lines(done: subprocess.CompletedProcess[str], level: str) -> str:
    """All that was told at a level."""
    assert "Traceback" not in done.stderr
    found, at = [], ""
    for line in done.stdout.splitlines():
        at = line[:9].strip() or at
        if at == level:
            found.append(line[9:])
    return "\n".join(found)


def test_a_machine_that_can_open_the_window(diagnose: Diagnose, tmp_path: Path) -> None:
    done = diagnose()
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("The window can open here.\n")
    for words in ("Iliopsoas", "Python 3", "VTK", "system libraries", "MiB", "xcb", "Annotations: ", "Meshes: "):
        assert words in lines(done, "ok")
    for name in ("Notes", "Settings", "Log"):
        assert f"{name}: ~/Iliopsoas" in lines(done, "ok")
    assert str(tmp_path) not in done.stdout
    assert list((tmp_path / "home").iterdir()) == [], "looking must leave nothing"


def test_who_draws_is_told_and_that_the_processor_does(diagnose: Diagnose) -> None:
    told = lines(diagnose(LIBGL_ALWAYS_SOFTWARE="1"), "note")
    assert "llvmpipe" in told
    assert "the processor draws" in told


def test_without_a_display_all_else_is_still_told(diagnose: Diagnose) -> None:
    done = diagnose(DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 2
    assert "no display" in lines(done, "problem")
    assert "--screenshot" in lines(done, "problem")
    assert "Meshes: " in lines(done, "ok")
    assert "Log: ~" in lines(done, "ok")
    assert done.stdout.endswith("The window cannot open here: 1 problem.\n")


def test_a_crash_of_what_draws_is_told_and_survived(diagnose: Diagnose) -> None:
    done = diagnose(QT_QPA_PLATFORM="nothing")
    assert done.returncode == 2
    assert "crashed with SIGABRT" in lines(done, "problem")
    assert "Meshes: " in lines(done, "ok")


@pytest.mark.parametrize("trouble", [{"MESA_GL_VERSION_OVERRIDE": "2.1"}, {"LIBGL_DRIVERS_PATH": "/nonexistent"}])
def test_too_little_opengl_is_told_with_what_becomes_of_it(diagnose: Diagnose, trouble: dict[str, str]) -> None:
    done = diagnose(**trouble)
    assert done.returncode == 0
    told = " ".join(lines(done, "note").split())
    assert "OpenGL 3.2 is not there" in told
    assert "The processor can draw instead (llvmpipe" in told


def test_a_display_without_glx_will_do(diagnose: Diagnose) -> None:
    with virtual_screen("-extension", "GLX") as name:
        done = diagnose(DISPLAY=name)
    assert done.returncode == 0
    assert "in memory (Xvfb)" in lines(done, "note")


def test_a_session_from_far_away_is_told(diagnose: Diagnose) -> None:
    told = lines(diagnose(SSH_CONNECTION="10.0.0.2 5 10.0.0.1 22", XRDP_SESSION="1"), "note")
    assert "by SSH, RDP" in told
    assert "10.0.0" not in told


def test_a_missing_library_is_told_with_the_line_to_type(diagnose: Diagnose) -> None:
    done = diagnose(command=("-c", WITHOUT_LIBRARY))
    assert done.returncode == 2
    assert "libxcb-cursor0" in lines(done, "problem")
    assert "sudo apt-get install -y libxcb-cursor0" in lines(done, "problem")
    assert "no display" not in done.stdout


def test_a_missing_library_of_python_is_told_with_the_line_to_type(diagnose: Diagnose) -> None:
    done = diagnose(command=("-c", WITHOUT_NUMPY))
    assert done.returncode == 2
    told = " ".join(lines(done, "problem").split())
    assert "Libraries of Python are missing: numpy" in told
    assert "-m pip install" in told


def test_bad_data_are_told(diagnose: Diagnose, tmp_path: Path) -> None:
    data = json.loads(paths.annotations_file().read_text(encoding="utf-8"))
    data["structures"][0]["kind"] = "stone"
    broken = tmp_path / "annotations.json"
    broken.write_text(json.dumps(data), encoding="utf-8")
    done = diagnose("--annotations", broken, "--meshes", tmp_path)
    assert done.returncode == 2
    assert "The annotations have 1 fault" in lines(done, "problem")
    assert "no readable manifest.json" in lines(done, "problem")
    assert "2 problems" in done.stdout


def test_a_damaged_mesh_is_a_note(diagnose: Diagnose, tmp_path: Path) -> None:
    folder = tmp_path / "meshes"
    shutil.copytree(paths.meshes_folder(), folder)
    gone, short = sorted(folder.glob("femur*"))[:2]
    gone.unlink()
    short.write_bytes(short.read_bytes()[:100])
    done = diagnose("--meshes", folder)
    assert done.returncode == 0
    told = " ".join(lines(done, "note").split())
    assert "2 files of" in told
    assert gone.name in told


def test_a_folder_that_cannot_be_written_is_a_note(diagnose: Diagnose, tmp_path: Path) -> None:
    (tmp_path / "home" / "Iliopsoas").symlink_to("/proc/sys/kernel")  # not even root can keep a file there
    done = diagnose()
    assert done.returncode == 0
    assert "Notes: ~/Iliopsoas cannot be written" in lines(done, "note")


def test_the_other_process_is_this_program_and_may_crash(tmp_path: Path) -> None:
    ended = itself.run(["--version"], dict(os.environ))
    assert ended.code == 0
    assert ended.said.startswith("iliopsoas ")
    assert itself.run(["--view", "top"], dict(os.environ)).code == 2
