"""What a system lacks is installed where that is allowed, and otherwise told as one line to type."""

from __future__ import annotations

import sys

import pytest

from viewer import system_libraries
from viewer.arguments import Refused

ABSENT = {"libnever.so.1": "libnever1", "libnowhere.so.2": "libnowhere2", "libc.so.6": "libc6"}
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these to its packages")


def test_what_loads_is_not_missing() -> None:
    assert system_libraries.missing(ABSENT) == ["libnever.so.1", "libnowhere.so.2"]


def test_who_may_not_install_is_told_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "may_install", lambda: False)
    with pytest.raises(Refused, match="sudo apt-get install -y libnever1 libnowhere2"):
        system_libraries.ensure(ABSENT)


def test_who_may_install_gets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(system_libraries, "may_install", lambda: True)
    monkeypatch.setattr(system_libraries.subprocess, "run", lambda words, **_: calls.append(words))
    with pytest.raises(Refused):  # nothing was really installed
        system_libraries.ensure(ABSENT)
    assert [words[:2] for words in calls] == [["apt-get", "update"], ["apt-get", "install"]]
    assert calls[1][-2:] == ["libnever1", "libnowhere2"]


def test_nothing_is_said_where_nothing_is_missing(capfd: pytest.CaptureFixture[str]) -> None:
    system_libraries.ensure({"libc.so.6": "libc6"})
    assert capfd.readouterr() == ("", "")
