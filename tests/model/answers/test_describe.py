"""What the panel and ``--describe`` say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.model.annotations.small_file import REAL, small, written
from viewer.model.annotations.load import load
from viewer.model.answers.describe import describe_text, list_text, paragraphs, words
from viewer.model.atlas.atlas import Atlas, Fact, Status


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(REAL)


def headings(atlas: Atlas, structure: str) -> list[str]:
    return [paragraph.heading for paragraph in paragraphs(atlas, structure)]


def test_psoas_major_tells_its_whole_story(atlas: Atlas) -> None:
    text = describe_text(atlas, "psoas_major_right")
    for expected in (
        "Psoas major, right", "musculus psoas major", "FMA 22342", "T12 to L5", "body of T12", "body of L5",
        "disc T12/L1", "disc L4/L5", "transverse (costal) process of L1", "transverse (costal) process of L5",
        "lesser trochanter", "Most references", "L1-L3", "L2-L4", "MassagePublications", "Front of the thigh",
        "Low back", "Patellar tendon, one source only", "hyperextension", "[disputed]", "[tradition]",
    ):  # fmt: skip
        assert expected in text, expected


def test_says_who_gives_which_roots(atlas: Atlas) -> None:
    rows = describe_text(atlas, "psoas_major_right").splitlines()
    usual = next(number for number, row in enumerate(rows) if "anterior rami of L1-L3" in row)
    other = next(number for number, row in enumerate(rows) if "L2-L4 (" in row)
    assert "Standring (ed.) 2016" in rows[usual + 1]
    assert "Lamb" in rows[other + 1]
    assert rows[other].endswith("[disputed]")


def test_sections_stand_in_order(atlas: Atlas) -> None:
    muscle = headings(atlas, "psoas_major_right")
    assert muscle[:6] == [
        "Psoas major, right", "In short", "Attachments", "Innervation", "Actions", "Trigger points and referral",
    ]  # fmt: skip
    assert muscle[6] == "Variation"
    assert muscle[-1] == "Finding it by touch"
    assert "\n\nSources\n" in describe_text(atlas, "psoas_major_right")
    assert muscle.index("Touch with care") < muscle.index("Finding it by touch")


def test_bones_tell_what_they_carry(atlas: Atlas) -> None:
    carries = next(one for one in paragraphs(atlas, "vertebra_L1") if one.heading == "Attached here")
    assert any(line.text.startswith("Psoas minor, left (origin)") for line in carries.lines)
    assert any(line.fact == "psoas_major_right.origin.l1_process" for line in carries.lines)


def test_what_is_schematic_says_so(tmp_path: Path) -> None:
    data = small()
    data["structures"][0]["schematic"] = True
    told = load(written(tmp_path, data))
    assert "Schematic: it shows where this lies, not its exact shape" in describe_text(told, "vertebra_L1")
    assert "Schematic" not in describe_text(told, "femur_right")


def test_a_muscle_that_gets_a_mesh_is_no_longer_said_to_lack_one(tmp_path: Path) -> None:
    data = small()
    without = load(written(tmp_path, data))
    for structure in data["structures"]:
        structure.pop("modelled", None)
    modelled = load(written(tmp_path, data))
    for atlas, times in ((without, 1), (modelled, 0)):
        told = {one: describe_text(atlas, one) for one in ("femoral_nerve_left", "femur_left", "sartorius_left")}
        for text in told.values():
            assert text.lower().count("not modelled yet") == times, text
    supplied = next(one for one in paragraphs(modelled, "femoral_nerve_left") if one.heading == "Supplies")
    assert [line.fact for line in supplied.lines if "Sartorius" in line.text] == ["sartorius_left.nerve"]
    nerves = next(one for one in paragraphs(modelled, "sartorius_left") if one.heading == "Innervation")
    assert any(line.fact == "femoral_nerve_left.roots" for line in nerves.lines)


def test_unconfirmed_ids_are_said_to_be_so(atlas: Atlas) -> None:
    assert "FMA id not confirmed" in describe_text(atlas, "psoas_minor_left")


def test_every_fact_is_shown_once_with_its_sources(atlas: Atlas) -> None:
    assert len(atlas.structures) >= 60
    for structure in atlas.structures.values():
        lines = [line for paragraph in paragraphs(atlas, structure.id) for line in paragraph.all_lines if line.fact]
        own = [line.fact for line in lines if line.fact and line.fact.startswith(f"{structure.id}.")]
        assert sorted(own) == sorted(fact.id for fact in structure.facts())
        assert all(line.sources and line.status for line in lines)


def test_prevalence_is_never_one_bare_number(atlas: Atlas) -> None:
    variation = next(one for one in paragraphs(atlas, "psoas_minor_right") if one.heading == "Variation")
    assert sum("bodies" in line.text for line in variation.lines) >= 8
    assert "from 9 % to 87 %" in variation.lines[0].text


def test_list_has_one_line_for_each_structure(atlas: Atlas) -> None:
    rows = list_text(atlas).splitlines()
    assert len(rows) == len(atlas.structures)
    assert rows[0].split() == ["psoas_major_right", "Psoas", "major,", "right", "musculus", "psoas", "major"]


def test_unknown_ids_are_a_key_error(atlas: Atlas) -> None:
    with pytest.raises(KeyError):
        paragraphs(atlas, "psoas")


def test_plain_facts_are_their_own_words() -> None:
    assert words(Fact("a.b", "T12 begins.", Status.AGREED, ("s",))) == "T12 begins."
