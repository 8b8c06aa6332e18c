"""What a recipe is made from is found in its text: nothing that shapes it is left out of the digest."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from meshes.sculpt.baking import sources
from meshes.sculpt.baking.recipes import MODULES
from meshes.sculpt.tables import FOLDER


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the sculpting code, from which digests are taken."""
    shutil.copytree(sources.HERE, tmp_path / "sculpt", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(sources, "HERE", tmp_path / "sculpt")
    monkeypatch.setattr(sources, "FOLDER", tmp_path / "sculpt" / "tables")
    forget()
    yield tmp_path / "sculpt"
    forget()


def forget() -> None:
    sources.modules.cache_clear()
    sources._imported.cache_clear()
    sources._named.cache_clear()


def test_modules_are_found_in_whatever_folder_they_stand() -> None:
    found = sources.modules("spine.sacrum.sacrum")
    assert {"spine.sacrum.sacrum_canal", "spine.plates", "pelvis.hip_bone", "kernel.surface", "tables"} <= found
    assert not any(name.startswith("baking.") for name in found)
    assert sources.path("leg.femur") == "meshes/sculpt/leg/femur.py"


def test_every_table_belongs_to_a_recipe() -> None:
    used = frozenset().union(*(sources.tables(sources.modules(name)) for name in MODULES))
    assert used == {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.csv")}
    assert len(used) > 80


@pytest.mark.parametrize(
    "touched",
    ["leg/femur_frame.py", "kernel/fields.py", "body.py", "tables/femur/femur_medial_face.csv", "tables/body.csv"],
)
def test_a_change_of_what_a_femur_is_made_from_changes_its_digest(copied: Path, touched: str) -> None:
    before = {name: sources.digest([name]) for name in ("leg.femur", "skin.skin")}
    with (copied / touched).open("a", encoding="utf-8") as file:
        file.write("# another word\n")
    forget()
    assert sources.digest(["leg.femur"]) != before["leg.femur"]
    assert (sources.digest(["skin.skin"]) != before["skin.skin"]) == (touched == "kernel/fields.py")
