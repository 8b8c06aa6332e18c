"""Nothing that is written to be sent tells who somebody is."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.health.privacy import scrubbed


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    home = tmp_path / "homes" / "ada.lovelace"
    home.mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "homes")
    monkeypatch.setenv("HOME", str(tmp_path / "link" / "ada.lovelace"))
    monkeypatch.setenv("USER", "ada")
    return tmp_path


def test_the_home_folder_is_a_tilde_however_it_is_spelled(somebody: Path) -> None:
    for home in (somebody / "link" / "ada.lovelace", somebody / "homes" / "ada.lovelace"):
        assert scrubbed(f'File "{home}/x/y.py", line 3') == 'File "~/x/y.py", line 3'
        assert scrubbed(f"in {home}") == "in ~"


def test_a_user_s_name_is_taken_out_of_other_paths() -> None:
    assert scrubbed("/media/ada/STICK/a.vtp /run/ada.lovelace/x") == "/media/[user]/STICK/a.vtp /run/[user]/x"


def test_what_only_looks_like_a_name_stays() -> None:
    same = "the ada method of /opt/adage/ada.py, and ada"
    assert scrubbed(same) == same


def test_a_folder_beside_the_home_folder_is_not_it(somebody: Path) -> None:
    assert scrubbed(f"{somebody}/link/ada.lovelace2/x") == f"{somebody}/link/ada.lovelace2/x"


def test_private_texts_are_taken_out_whole_and_by_their_lines() -> None:
    note = 'Mrs Byron, "left" side\nno stretching'
    told = f"ValueError: {note!r}, and: no stretching"
    assert "Byron" not in scrubbed(told, [note])
    assert "no stretching" not in scrubbed(told, [note])
    assert scrubbed("a leg, and legs", ["legs", "a"]) == "a leg, and […]"
