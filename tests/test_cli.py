"""The program as a process, on the real data, without a display."""

from __future__ import annotations

import json
import os
import shutil
import signal
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from viewer import paths
from viewer.arguments import STANDARD_VIEWS

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 300  # seconds, for a machine that is busy with many things
TELLING = """
from PySide6.QtCore import QTimer
from viewer import window
class Telling(window.Window):
    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(0, lambda: print("shown", flush=True))
    def begin(self, first_view=None):
        self.viewport.loaded.connect(lambda: print("drawn", flush=True))
        super().begin(first_view)
window.Window = Telling
from viewer.app import main
raise SystemExit(main([]))
"""


def run(*words: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        cwd=cwd, env={**kept, **environment}, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


def refused(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


def size_of(picture: Path) -> tuple[int, int]:
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


@pytest.fixture(scope="module")
def muscle_picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pictures") / "psoas.png"
    done = run("--screenshot", out, "--select", "psoas_major_right", "--size", "320x240")
    assert done.returncode == 0, done.stderr
    return out


def test_help_needs_nothing_and_tells_everything() -> None:
    done = run("--help")
    assert done.returncode == 0
    for word in (
        "--screenshot",
        "--describe",
        "--list",
        "--select",
        "--view",
        "--psoas-minor",
        "--meshes",
        "--diagnose",
    ):
        assert word in done.stdout


def test_version() -> None:
    assert run("--version").stdout.split()[0] == "iliopsoas"


def test_list_names_every_structure_in_two_languages() -> None:
    listed = run("--list").stdout
    for words in ("psoas_major_right", "Psoas major, right", "musculus psoas major", "vertebra_L5", "skin"):
        assert words in listed


def test_describe_says_it_all_with_who_says_it() -> None:
    said = run("--describe", "psoas_major_right").stdout
    for words in ("T12", "L1", "L2", "L3", "L4", "L5", "disc", "transverse", "lesser trochanter"):
        assert words in said
    for words in ("L1-L3", "L2-L4", "Standring", "MassagePublications", "Low back", "thigh", "Patellar tendon"):
        assert words in said


def test_a_picture_has_the_size_asked_for(muscle_picture: Path) -> None:
    assert size_of(muscle_picture) == (320, 240)


def test_what_is_asked_for_changes_the_picture(muscle_picture: Path, tmp_path: Path) -> None:
    pictures = {muscle_picture.read_bytes()}
    for number, words in enumerate((["--view", "posterior"], ["--psoas-minor", "absent"], ["--select", "femur_left"])):
        out = tmp_path / f"{number}.png"
        base = [] if words[0] == "--select" else ["--select", "psoas_major_right"]
        assert run("--screenshot", out, "--size", "320x240", *base, *words).returncode == 0
        pictures.add(out.read_bytes())
    assert len(pictures) == 4


def test_it_runs_from_any_folder(tmp_path: Path) -> None:
    assert run("--list", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--describe", "psoas_majr_right"], "Did you mean psoas_major_right"),
        (["--screenshot", "x.png", "--select", "spleen"], "spleen"),
        (["--list", "--view", "top"], "anterior"),
        (["--list", "--size", "0x10"], "16"),
        (["--list", "--size", "wide"], "1600x1000"),
        (["--list", "--psoas-minor", "sometimes"], "absent"),
        (["--list", "--psoas-maior", "left"], "--psoas-minor"),
        (["--list", "--describe", "skin"], "not allowed with"),
        (["--list", "--diagnose"], "not allowed with"),
        (["stray"], "stray"),
        (["--list", "--psoas-minor", "left", "--select", "psoas_minor_right"], "absent"),
        (["--list", "--form", "psoas_minor_left=three_headed"], "are usual, two_headed, fascia_only"),
        (["--list", "--form", "psoas_minor_left"], "ID=FORM"),
        (["--list", "--form", "psoas_minr_left=two_headed"], "Did you mean psoas_minor_left"),
        (["--list", "--form", "sacrum=two_headed"], "psoas_minor_right, psoas_minor_left"),
        (["--list", "--psoas-minor", "left", "--form", "psoas_minor_right=two_headed"], "absent"),
        (["--screenshot", "/no/such/folder/x.png"], "/no/such/folder"),
        (["--screenshot", "x.png", "--meshes", "/no/such/folder"], "/no/such/folder"),
        (["--list", "--annotations", "/no/such/file.json"], "/no/such/file.json"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(words: list[str], told: str, tmp_path: Path) -> None:
    assert told in refused(run(*words, cwd=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_every_fault_of_the_annotations_is_told_at_once(tmp_path: Path) -> None:
    data = json.loads(paths.annotations_file().read_text(encoding="utf-8"))
    data["structures"][0]["kind"] = "stone"
    data["structures"][1]["id"] = data["structures"][2]["id"]
    data["variations"][0]["forms"][0]["meshes"]["left"] = "psoas_minor_gone_left"
    del data["sources"][0]["title"]
    broken = tmp_path / "annotations.json"
    broken.write_text(json.dumps(data, indent=1), encoding="utf-8")
    told = refused(run("--list", "--annotations", broken))
    assert told.count(f"{broken}:") >= 4
    assert 'variations[0].forms[0].meshes.left: there is no mesh "psoas_minor_gone_left"' in told
    assert refused(run("--annotations", broken)) == told  # the window is refused with the same words


def test_without_a_display_it_says_so_and_what_to_do() -> None:
    told = refused(run())
    assert "display" in told
    assert "--screenshot" in told


def test_a_display_that_does_not_answer_is_no_display() -> None:
    assert "display" in refused(run(DISPLAY=":4711"))


@pytest.mark.parametrize(("moment", "sent"), [("shown", signal.SIGTERM), ("drawn", signal.SIGHUP)])
def test_a_signal_closes_the_window_and_the_program_ends_well(
    screen: None, tmp_path: Path, moment: str, sent: signal.Signals
) -> None:
    """Whether it is still loading or has drawn, is told to end or loses its terminal."""
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    command = [sys.executable, "-c", TELLING]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert any(line.strip() == moment for line in program.stdout)
        program.send_signal(sent)
        assert program.wait(PATIENCE) == 0
    assert (tmp_path / "Iliopsoas" / "Iliopsoas.ini").exists()
    assert list((tmp_path / "Iliopsoas" / "sessions").iterdir()) == [], "it is no crash"


def test_a_damaged_mesh_costs_one_structure(tmp_path: Path) -> None:
    folder = tmp_path / "meshes"
    shutil.copytree(paths.meshes_folder(), folder)
    (folder / "femur_left.vtp").write_bytes(b"")
    done = run("--screenshot", tmp_path / "x.png", "--size", "160x120", "--meshes", folder)
    assert done.returncode == 0
    assert "femur_left" in done.stderr
    assert "empty" in done.stderr


def test_a_form_is_described_and_drawn(tmp_path: Path) -> None:
    told = run("--describe", "psoas_minor_left", "--form", "psoas_minor_left=fascia_only").stdout
    assert told.startswith("Psoas minor, left: fascia only\n")
    pictures = []
    for form in ("usual", "two_headed", "fascia_only"):
        words = ("--size", "320x240", "--view", "anterior", "--form", f"psoas_minor_left={form}")
        assert run("--screenshot", tmp_path / "x.png", *words).returncode == 0
        pictures.append((tmp_path / "x.png").read_bytes())
    assert len(set(pictures)) == 3


def test_a_form_whose_mesh_is_gone_is_told_and_the_picture_drawn(tmp_path: Path) -> None:
    folder = tmp_path / "meshes"
    shutil.copytree(paths.meshes_folder(), folder)
    (folder / "psoas_minor_two_headed_left.vtp").unlink()
    words = ("--screenshot", tmp_path / "x.png", "--size", "160x120", "--meshes", folder)
    assert run(*words).stderr == ""
    done = run(*words, "--form", "psoas_minor_left=two_headed")
    assert done.returncode == 0
    assert done.stderr == "iliopsoas: no model of psoas_minor_left: psoas_minor_two_headed_left.vtp is missing\n"


def test_the_views_are_those_that_the_scene_knows() -> None:
    from viewer.drawing.style import FIRST, STANDPOINTS

    assert {*STANDARD_VIEWS, FIRST} == set(STANDPOINTS)
