"""From muscle to nerve, from nerve to muscle, from a root level to all that it reaches; what is not modelled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.model.annotations.small_file import REAL, small, written
from viewer.model.annotations.load import load
from viewer.model.answers.describe import describe_text, paragraphs
from viewer.model.atlas.atlas import Atlas, Kind, Side
from viewer.model.atlas.nerves import given_off, levels, muscles_of, nerves_of, reached_from, stems_of, way_to


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(REAL)


@pytest.fixture
def tiny(tmp_path: Path) -> Atlas:
    return load(written(tmp_path, small()))


def test_muscles_know_their_nerves_and_nerves_their_muscles(atlas: Atlas) -> None:
    assert [supply.nerve.id for supply in nerves_of(atlas, "iliacus_left")] == ["femoral_nerve_left"]
    assert "iliacus_left" in [supply.muscle.id for supply in muscles_of(atlas, "femoral_nerve_left")]
    for nerve in (one for one in atlas.structures.values() if one.kind is Kind.NERVE):
        for supply in muscles_of(atlas, nerve.id):
            assert nerve.id in [back.nerve.id for back in nerves_of(atlas, supply.muscle.id)]


def test_psoas_is_reached_by_its_roots_and_the_disputed_one_comes_last(atlas: Atlas) -> None:
    found = nerves_of(atlas, "psoas_major_right")
    assert [(supply.nerve.id, supply.reading.most) for supply in found] == [
        ("nerve_root_L1_right", True),
        ("nerve_root_L2_right", True),
        ("nerve_root_L3_right", True),
        ("nerve_root_L4_right", False),
    ]


def test_the_way_to_a_muscle_names_only_the_roots_of_the_reading(atlas: Atlas) -> None:
    assert way_to(atlas, "iliacus_right") == ("femoral_nerve_right", "nerve_root_L2_right", "nerve_root_L3_right")
    whole = atlas.fact("iliacus_right.nerve.trunk")[1]
    assert way_to(atlas, "iliacus_right", whole)[-1] == "nerve_root_L4_right"  # type: ignore[arg-type]
    assert way_to(atlas, "psoas_major_left")[0] == "nerve_root_L1_left"
    assert way_to(atlas, "sacrum") == ()


def test_a_root_level_reaches_its_nerves_and_muscles(atlas: Atlas) -> None:
    reach = reached_from(atlas, "L2", Side.RIGHT)
    assert [root.id for root in reach.roots] == ["nerve_root_L2_right"]
    usual = {nerve.id for nerve, reading in reach.nerves if reading.most}
    assert usual == {
        "genitofemoral_nerve_right", "lateral_femoral_cutaneous_nerve_right", "femoral_nerve_right",
        "obturator_nerve_right",
    }  # fmt: skip
    assert {"psoas_major_right", "iliacus_right"} <= {muscle.id for muscle, reading in reach.muscles if reading.most}
    assert all(one.side is Side.RIGHT for one, _ in (*reach.nerves, *reach.muscles))
    both = reached_from(atlas, "L5")
    assert {nerve.id for nerve, _ in both.nerves} == {
        f"{name}_{side}"
        for name in ("lumbosacral_trunk", "sciatic_nerve", "superior_gluteal_nerve", "inferior_gluteal_nerve")
        for side in ("right", "left")
    }
    assert reached_from(atlas, "C1").muscles == ()


def test_levels_run_from_above_down(atlas: Atlas) -> None:
    found = levels(atlas)
    lumbar = found.index("L1")
    assert found[lumbar - 1 : lumbar + 5] == ("T12", "L1", "L2", "L3", "L4", "L5")
    assert found[0].startswith("T")
    assert found[-1] == "S3"


def test_every_nerve_comes_from_roots_of_its_own_side(atlas: Atlas) -> None:
    nerves = [one for one in atlas.structures.values() if one.kind is Kind.NERVE]
    assert len(nerves) > 20
    for nerve in nerves:
        assert [reading.most for reading in nerve.roots].count(True) == 1
        for branch in stems_of(atlas, nerve.id):
            assert branch.stem.side is nerve.side
            assert nerve.id in [back.nerve.id for back in given_off(atlas, branch.stem.id)]
            assert branch.stem.roots[0].roots[0] in branch.reading.roots


def test_every_nerve_says_that_its_course_is_schematic(atlas: Atlas) -> None:
    nerves = [one for one in atlas.structures.values() if one.kind is Kind.NERVE]
    assert len(nerves) > 20
    for nerve in nerves:
        assert "Schematic course" in describe_text(atlas, nerve.id)


def test_the_panel_leads_from_muscle_to_nerve_and_on(atlas: Atlas) -> None:
    def leads(structure: str, heading: str) -> set[str]:
        lines = next(one for one in paragraphs(atlas, structure) if one.heading == heading).lines
        return {atlas.fact(line.fact)[0].id for line in lines if line.fact} - {structure}

    assert leads("iliacus_right", "Innervation") == {"femoral_nerve_right"}
    assert "iliacus_right" in leads("femoral_nerve_right", "Supplies")
    assert "nerve_root_L3_right" in leads("femoral_nerve_right", "Roots")
    assert "femoral_nerve_right" in leads("nerve_root_L3_right", "Gives off")


def test_nerves_that_come_out_of_each_other_do_not_hang(tmp_path: Path) -> None:
    data = small()
    data["descriptions"]["root"]["roots"][0]["springs_from"] = ["femoral_nerve_{side}"]
    atlas = load(written(tmp_path, data))
    assert way_to(atlas, "sartorius_right") == ("femoral_nerve_right", "nerve_root_L2_right")
    assert [branch.nerve.id for branch in given_off(atlas, "femoral_nerve_right")] == ["nerve_root_L2_right"]
    assert reached_from(atlas, "L2").roots == ()
    for structure in atlas.known:
        assert describe_text(atlas, structure)


def test_what_is_not_modelled_is_known_but_not_in_the_scene(tiny: Atlas) -> None:
    assert list(tiny.unmodelled) == ["sartorius_right", "sartorius_left"]
    assert not tiny.known["sartorius_right"].modelled
    assert "sartorius_right" not in tiny.structures
    assert tiny.fact("sartorius_left.nerve")[0].id == "sartorius_left"
    assert [muscle.id for muscle, _ in tiny.carried_by("femur_right")] == ["psoas_major_right"]
    assert [muscle.id for muscle, _ in tiny.carried_unmodelled("femur_right")] == ["sartorius_right"]
    assert [supply.muscle.id for supply in muscles_of(tiny, "femoral_nerve_right")] == [
        "psoas_major_right",
        "sartorius_right",
    ]


def test_what_is_not_modelled_can_be_gone_to_but_not_lit(tiny: Atlas) -> None:
    carries = next(one for one in paragraphs(tiny, "femur_right") if one.heading == "Attached here")
    (line,) = (line for line in carries.lines if "Sartorius" in line.text)
    assert line.fact is None
    assert line.leads_to == "sartorius_right"
    assert "not modelled yet" in line.text
    own = next(one for one in paragraphs(tiny, "sartorius_right") if one.heading == "Attachments")
    assert own.lines[0].fact == "sartorius_right.insertion"
    assert "Not modelled yet" in describe_text(tiny, "sartorius_right")
