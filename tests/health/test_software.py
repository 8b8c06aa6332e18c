"""What Mesa is told to have the processor draw, once."""

from __future__ import annotations

import os

import pytest

from viewer.health import software

MISLED = {"LIBGL_DRIVERS_PATH": "/x", "MESA_GL_VERSION_OVERRIDE": "2.1", "LIBGL_ALWAYS_INDIRECT": "1", "LANG": "C"}


def test_what_leads_mesa_elsewhere_is_taken_away_and_all_else_kept() -> None:
    told = software.environment({**MISLED, "GALLIUM_DRIVER": "virgl"})
    assert told["LANG"] == "C"
    assert told["LIBGL_ALWAYS_SOFTWARE"] == "1"
    assert told["GALLIUM_DRIVER"] == "llvmpipe"
    assert not told.keys() & (MISLED.keys() - {"LANG"})


def test_it_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    before = dict(os.environ)
    for name, value in MISLED.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv(software.MARK, raising=False)
    assert software.may_help() == software.is_there()
    for name, value in software.environment(os.environ).items():
        monkeypatch.setenv(name, value)
    assert not software.may_help()
    assert software.reason() == software.TOO_LITTLE
    software.ask_for()
    assert software.reason() == software.WISHED
    assert "LIBGL_DRIVERS_PATH" not in os.environ
    os.environ.clear()
    os.environ.update(before)
