"""What lasts between runs, and what happens when it did not last well."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from viewer.model.session.settings import Settings


def test_settings_last(tmp_path: Path) -> None:
    first = Settings(tmp_path / "a.ini")
    first.appearance, first.reduced_motion = "dark", True
    first.geometry, first.page, first.floated = QByteArray(b"\x01\x02"), "compare", ("notes", "facts")
    first.list_folded, first.list_width, first.panel_width = True, 250, 400
    first.save()
    second = Settings(tmp_path / "a.ini")
    assert (second.appearance, second.reduced_motion) == ("dark", True)
    assert (bytes(second.geometry.data()), second.page, second.floated) == (b"\x01\x02", "compare", ("notes", "facts"))
    assert (second.list_folded, second.list_width, second.panel_width) == (True, 250, 400)
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


LAID_OUT = "[layout]\nedition={}\npage=notes\nfloated=facts\nlist_folded=true\nlist_width=250\npanel_width=400\n"
USUAL = ("facts", (), False, 0, 0)


def layout(settings: Settings) -> tuple[object, ...]:
    return settings.page, settings.floated, settings.list_folded, settings.list_width, settings.panel_width


def test_where_docks_were_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    file.write_text("[General]\nappearance=dark\n[window]\nlayout=@ByteArray(\\0\\0\\0\\xff docks)\n")
    settings = Settings(file)
    assert (layout(settings), settings.appearance, settings.note) == (USUAL, "dark", "")
    settings.page = ""
    settings.save()
    assert Settings(file).page == ""
    assert "docks" not in file.read_text()


@pytest.mark.parametrize(("edition", "kept"), [("2", True), ("1", False), ("3", False), ("two", False), ("", False)])
def test_only_the_layout_of_this_edition_is_taken(tmp_path: Path, edition: str, kept: bool) -> None:
    file = tmp_path / "a.ini"
    file.write_text(LAID_OUT.format(edition))
    assert layout(Settings(file)) == (("notes", ("facts",), True, 250, 400) if kept else USUAL)


@pytest.mark.parametrize("width", ["-3", "wide", "", "3.5", "9999999999", "@Invalid()", "a, b", "\u00b2"])
def test_a_width_that_is_none_is_the_usual_one(tmp_path: Path, width: str) -> None:
    file = tmp_path / "a.ini"
    file.write_text(LAID_OUT.format(2).replace("250", width), encoding="utf-8")
    assert layout(Settings(file)) == ("notes", ("facts",), True, 0, 400)
