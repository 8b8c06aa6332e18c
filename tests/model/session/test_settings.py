"""What lasts between runs, and what happens when it did not last well."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from viewer.model.session.settings import Settings


def test_settings_last(tmp_path: Path) -> None:
    first = Settings(tmp_path / "a.ini")
    first.appearance, first.reduced_motion = "dark", True
    first.geometry, first.layout = QByteArray(b"\x01\x02"), QByteArray(b"\x03")
    first.save()
    second = Settings(tmp_path / "a.ini")
    assert (second.appearance, second.reduced_motion) == ("dark", True)
    assert (bytes(second.geometry.data()), bytes(second.layout.data())) == (b"\x01\x02", b"\x03")
    assert second.note == ""


def test_new_settings_are_the_defaults(tmp_path: Path) -> None:
    fresh = Settings(tmp_path / "none.ini")
    assert (fresh.appearance, fresh.reduced_motion, fresh.geometry.isEmpty(), fresh.note) == ("system", False, True, "")


@pytest.mark.parametrize(
    "line", ["appearance=plaid", "appearance=@Invalid()", "reduced_motion=maybe", "window\\geometry=7"]
)
def test_a_bad_value_falls_back_alone(tmp_path: Path, line: str) -> None:
    file = tmp_path / "a.ini"
    good = "reduced_motion=true" if line.startswith("app") else "appearance=dark"
    file.write_text(f"[General]\n{good}\n{line}\n")
    settings = Settings(file)
    if line.startswith("app"):
        assert (settings.appearance, settings.reduced_motion) == ("system", True)
    else:
        assert (settings.appearance, settings.reduced_motion, settings.geometry.isEmpty()) == ("dark", False, True)


def test_an_unreadable_file_gives_defaults_and_a_note(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    file.write_bytes(b"\x00\xff]]] no settings [[[\n=\n%%%")
    settings = Settings(file)
    assert settings.appearance == "system"
    assert str(file) in settings.note
    settings.appearance = "dark"
    settings.save()
    assert (Settings(file).appearance, Settings(file).note) == ("dark", "")


@pytest.mark.parametrize(
    ("line", "shown"), [("", True), ("pins=false", False), ("pins=true", True), ("pins=@Invalid()", True)]
)
def test_pins_are_shown_unless_they_were_put_away(tmp_path: Path, line: str, shown: bool) -> None:
    file = tmp_path / "a.ini"
    file.write_text(f"[General]\n{line}\n")
    settings = Settings(file)
    assert settings.pins is shown
    settings.pins = not shown
    settings.save()
    assert Settings(file).pins is not shown
