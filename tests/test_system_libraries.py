"""What a system lacks is told as one line to type; only what sets a machine up installs it, where that is allowed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import system_packages
from tests.hidden_library import WITHOUT_XCB_CURSOR
from viewer import system_libraries
from viewer.arguments import Refused

ROOT = Path(__file__).resolve().parent.parent
ABSENT = {"libnever.so.1": "libnever1", "libnowhere.so.2": "libnowhere2", "libc.so.6": "libc6"}
WITHOUT_LIBRARIES = f"""
{WITHOUT_XCB_CURSOR}
import os, sys
import subprocess
subprocess.Popen = None  # whoever starts another program fails
"""
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these to its packages")


def test_what_loads_is_not_missing() -> None:
    assert system_libraries.missing(ABSENT) == ["libnever.so.1", "libnowhere.so.2"]
    assert system_libraries.packages(ABSENT) == {"libnever1", "libnowhere2"}


def test_the_program_tells_the_line_even_where_it_could_install() -> None:
    with pytest.raises(Refused, match="sudo apt-get install -y libnever1 libnowhere2"):
        system_libraries.require(ABSENT)


@pytest.mark.parametrize(
    "start",
    [
        "from viewer.app import main; sys.exit(main([]))",
        "sys.argv = ['']; from benchmarks.__main__ import main; sys.exit(main())",
    ],
    ids=["the program", "the benchmarks"],
)
def test_a_system_without_a_library_is_told_it_in_a_line(start: str) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    command = [sys.executable, "-c", f"{WITHOUT_LIBRARIES}\n{start}"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.endswith("On Debian or Ubuntu type:\n  sudo apt-get install -y libxcb-cursor0\n")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_who_sets_a_machine_up_and_may_not_install_is_told_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    with pytest.raises(Refused, match="sudo apt-get install -y libnever1 libnowhere2"):
        system_packages.ensure(ABSENT)


def test_who_sets_a_machine_up_and_may_install_gets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(system_packages, "may_install", lambda: True)
    monkeypatch.setattr(system_packages.subprocess, "run", lambda words, **_: calls.append(words))
    with pytest.raises(Refused):  # nothing was really installed
        system_packages.ensure(ABSENT)
    assert [[word for word in words if word in ("apt-get", "update", "install")] for words in calls] == [
        ["apt-get", "update"], ["apt-get", "install"],
    ]  # fmt: skip
    assert calls[1][-2:] == ["libnever1", "libnowhere2"]


def test_nothing_is_said_where_nothing_is_missing(capfd: pytest.CaptureFixture[str]) -> None:
    system_libraries.require({"libc.so.6": "libc6"})
    system_packages.ensure({"libc.so.6": "libc6"})
    assert capfd.readouterr() == ("", "")
