"""The folder for computers without Python, built once for all tests of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.packaging.__main__ import PYTHON_S_OWN, TOOLS
from tests import system_packages
from viewer import system_libraries

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as the one command builds it, carried to a place with a name that people give."""
    if not request.config.getoption("--thorough"):
        pytest.skip("the folder is built with --thorough alone: that takes minutes")
    _install_tools()
    out = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "docs.packaging", "--folder-only", "--out", out]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Path(shutil.move(out / "iliopsoas", tmp_path_factory.mktemp("Schule 5b, Möller") / "iliopsoas"))


def _install_tools() -> None:
    """Where that is allowed; elsewhere the command says what to type."""
    lacking = system_libraries.packages(PYTHON_S_OWN) | {"binutils" for tool in TOOLS if shutil.which(tool) is None}
    if lacking and system_packages.may_install():
        system_packages.install(lacking)
