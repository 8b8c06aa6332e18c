"""What lasts between runs, and what happens when it did not last well."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from viewer.model.session.settings import VERSION, Settings


def test_settings_last(tmp_path: Path) -> None:
    first = Settings(tmp_path / "a.ini")
    first.appearance, first.reduced_motion = "dark", True
    first.geometry, first.page, first.floated = QByteArray(b"\x01\x02"), "compare", ("notes", "facts")
    first.list_folded, first.list_width, first.panel_width = True, 250, 400
    first.stage_screen = r"\\.\DISPLAY2 % = ; [HDMI]"
    first.save()
    second = Settings(tmp_path / "a.ini")
    assert (second.appearance, second.reduced_motion) == ("dark", True)
    assert second.stage_screen == r"\\.\DISPLAY2 % = ; [HDMI]"
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
    file.write_text(f"[General]\nversion={VERSION}\n{good}\n{line}\n")
    settings = Settings(file)
    if line.startswith("app"):
        assert (settings.appearance, settings.reduced_motion) == ("system", True)
    else:
        assert (settings.appearance, settings.reduced_motion, settings.geometry.isEmpty()) == ("dark", False, True)


UNUSABLE = [
    ("older version", (Path(__file__).parent / "settings_before_versions.ini").read_bytes()),
    ("older version", b"[General]\nversion=1\nappearance=dark\n"),
    ("newer version", f"[General]\nversion={VERSION + 1}\nappearance=dark\nlanguage=tlh\n".encode()),
    ("could not be read", b"[General]\nversion=" + b"9" * 5_000 + b"\nappearance=dark\n"),
    ("could not be read", b"[General]\nversion=two\nappearance=dark\n"),
    ("could not be read", b"[General]\nversion=-1\nappearance=dark\n"),
    ("could not be read", b"[General]\nversion=@ByteArray(2)\nappearance=dark\n"),
    ("could not be read", b"\x00\xff]]] no settings [[[\n=\n%%%"),
]


@pytest.mark.parametrize(("told", "content"), UNUSABLE, ids=range(len(UNUSABLE)))
def test_a_file_that_cannot_be_used_is_kept_aside_told_of_and_begun_anew(
    tmp_path: Path, told: str, content: bytes
) -> None:
    file = tmp_path / "a.ini"
    for number in (1, 2):
        file.write_bytes(content)
        os.utime(file, (1_000_000_000 + number, 1_000_000_000 + number))  # Qt knows files by time and size
        settings = Settings(file)
        assert (settings.appearance, settings.language, settings.pins) == ("system", "en", True)
        assert settings.geometry.isEmpty()
        assert told in settings.note
        kept = tmp_path / f"a-kept-{number}.ini"
        assert kept.name in settings.note
        assert kept.read_bytes() == content
        settings.appearance = "light"
        settings.save()
        assert (Settings(file).appearance, Settings(file).note) == ("light", "")
    assert len(list(tmp_path.iterdir())) == 3


def test_nothing_in_the_file_is_run(tmp_path: Path) -> None:
    from PySide6.QtCore import QSettings

    file, mark = tmp_path / "a.ini", tmp_path / "mark"
    store = QSettings(str(file), QSettings.Format.IniFormat)
    store.setValue("version", VERSION)
    store.setValue("appearance", "dark")
    store.setValue("window/geometry", Running(mark))
    store.sync()
    del store
    assert b"PyObjectWrapper" in file.read_bytes()
    settings = Settings(file)
    assert (settings.appearance, settings.geometry.isEmpty()) == ("dark", True)
    settings.appearance = "light"
    assert Settings(file).appearance == "light"
    assert not mark.exists()


class Running:
    """What makes a file when it is read by a reader that runs code."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.mark),)


def test_a_file_that_cannot_even_be_put_aside_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.ini"
    file.write_text("[General]\nappearance=dark\n")

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "rename", refuse)
    settings = Settings(file)
    settings.appearance = "light"
    settings.save()
    assert settings.appearance == "light"
    assert "Read-only file system" in settings.note
    assert file.read_text() == "[General]\nappearance=dark\n"
    assert [one.name for one in tmp_path.iterdir()] == ["a.ini"]


@pytest.mark.parametrize(
    ("line", "shown"), [("", True), ("pins=false", False), ("pins=true", True), ("pins=@Invalid()", True)]
)
def test_pins_are_shown_unless_they_were_put_away(tmp_path: Path, line: str, shown: bool) -> None:
    file = tmp_path / "a.ini"
    file.write_text(f"[General]\nversion={VERSION}\n{line}\n")
    settings = Settings(file)
    assert settings.pins is shown
    settings.pins = not shown
    settings.save()
    assert Settings(file).pins is not shown


LAID_OUT = (
    f"[General]\nversion={VERSION}\n[layout]\npage=notes\nfloated=facts\n"
    "list_folded=true\nlist_width=250\npanel_width=400\n"
)
USUAL = ("facts", (), False, 0, 0)


def layout(settings: Settings) -> tuple[object, ...]:
    return settings.page, settings.floated, settings.list_folded, settings.list_width, settings.panel_width


def test_where_docks_were_is_kept_aside(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    old = "[General]\nappearance=dark\n[window]\nlayout=@ByteArray(\\0\\0\\0\\xff docks)\n"
    file.write_text(old)
    settings = Settings(file)
    assert (layout(settings), settings.appearance) == (USUAL, "system")
    assert "older version" in settings.note
    settings.page = ""
    settings.save()
    assert Settings(file).page == ""
    assert "docks" not in file.read_text()
    assert (tmp_path / "a-kept-1.ini").read_text() == old


def test_the_layout_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    file.write_text(LAID_OUT)
    assert layout(Settings(file)) == ("notes", ("facts",), True, 250, 400)


@pytest.mark.parametrize("width", ["-3", "wide", "", "3.5", "9999999999", "@Invalid()", "a, b", "\u00b2"])
def test_a_width_that_is_none_is_the_usual_one(tmp_path: Path, width: str) -> None:
    file = tmp_path / "a.ini"
    file.write_text(LAID_OUT.replace("250", width), encoding="utf-8")
    assert layout(Settings(file)) == ("notes", ("facts",), True, 0, 400)
