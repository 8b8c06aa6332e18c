"""A monkey at the real window, in a process of its own: 250 actions, or 20,000 with ``--thorough``.

What it does is thrown for by a seed. Where something goes wrong, the last actions are told, and the line that repeats
them; ``MONKEY_SEED=7 python -m pytest tests/monkey`` throws otherwise.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.monkey.world import EDITIONS
from viewer.model.annotations.faults import AnnotationsError
from viewer.model.annotations.load import load

ROOT = Path(__file__).parent.parent.parent
USUAL, THOROUGH = 250, 20_000
SEED = os.environ.get("MONKEY_SEED", "1")


def test_nothing_that_a_monkey_does_breaks_the_window(pytestconfig: pytest.Config, screen: None) -> None:
    actions = THOROUGH if pytestconfig.getoption("--thorough") else USUAL
    command = [sys.executable, "-m", "tests.monkey", "--seed", SEED, "--actions", str(actions)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert f"{actions} actions" in done.stdout
    assert done.stderr == ""


def test_a_monkey_has_good_and_bad_annotations_to_save(tmp_path: Path) -> None:
    """Else it would test nothing of what comes of them."""
    faulty = []
    for name, text in EDITIONS.items():
        file = tmp_path / "annotations.json"
        file.write_text(text, encoding="utf-8")
        try:
            load(file)
        except AnnotationsError:
            faulty.append(name)
    assert faulty == ["a fault", "cut off", "nothing", "no annotations"]
    assert len(EDITIONS) == len(faulty) + 3
