"""How all tests are shared out to several processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import workers

TESTS = Path(__file__).resolve().parent
OUTCOME = """
import os
def test_one(screen):
    assert os.environ["DISPLAY"] == os.environ["LP_NUM_THREADS"] == "seen"
def test_other():
    pass
"""


@pytest.mark.parametrize("file", workers.LONG)
def test_a_long_file_is_there(file: str) -> None:
    assert (TESTS / file).is_file()


def test_chosen_tests_run_where_they_are_asked_for(pytestconfig: pytest.Config) -> None:
    chosen = pytest.Config.fromdictargs({}, [str(TESTS / "test_layers.py")])
    assert workers.usual_number(chosen) == 0


def test_a_worker_has_a_screen_of_its_own_and_one_core(tmp_path: Path) -> None:
    """And its failures are told with what was seen."""
    if not sys.platform.startswith("linux"):
        pytest.skip("elsewhere no virtual screens are made")
    (tmp_path / "conftest.py").write_text("from tests.conftest import *", encoding="utf-8")
    (tmp_path / "test_outcome.py").write_text(OUTCOME, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-n", "1", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST") and key != "LP_NUM_THREADS"}
    ours = {**kept, "DISPLAY": ":4711", "PYTHONPATH": str(TESTS.parent)}
    done = subprocess.run(command, cwd=tmp_path, env=ours, capture_output=True, text=True, check=False)
    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    (told,) = (line for line in done.stdout.splitlines() if line.startswith("E  ") and " == '1'" in line)
    assert ":4711" not in told
