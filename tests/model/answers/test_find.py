"""Whatever a student types is found: names, places on bones, words in facts; with the real annotations."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.annotations.small_file import REAL
from viewer.model.annotations.load import load
from viewer.model.answers.excerpt import excerpt
from viewer.model.answers.find import MOST_FACTS, Finder, Found

ATLAS = load(REAL)
FINDER = Finder(ATLAS)


@pytest.mark.parametrize(
    ("typed", "title", "bone"),
    [
        ("trochanter minor", "Lesser trochanter, right", "femur_right"),
        ("lesser trochanter", "Lesser trochanter, right", "femur_right"),
        ("lesser torchanter left", "Lesser trochanter, left", "femur_left"),
        ("trocánter menor", "Lesser trochanter, right", "femur_right"),
        ("trocanter menor", "Lesser trochanter, right", "femur_right"),
        ("kleiner Rollhügel", "Lesser trochanter, right", "femur_right"),
        ("ASIS", "Anterior superior iliac spine, right", "hip_bone_right"),
        ("psis left", "Posterior superior iliac spine, left", "hip_bone_left"),
    ],
)
def test_a_place_on_a_bone_comes_first(typed: str, title: str, bone: str) -> None:
    found = FINDER.find(typed)
    assert found.place_first
    assert (found.places[0].title, found.places[0].structure) == (title, bone)
    assert found.places[0].place == ATLAS.regions[found.places[0].region].place


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("groin", "inguinal_region"),
        ("quadratus lumborum", "quadratus_lumborum_right"),
        ("QL", "quadratus_lumborum_right"),
        ("TFL", "tensor_fasciae_latae_right"),
        ("inguinal ligament", "inguinal_ligament_right"),
        ("ingiunal ligamnet left", "inguinal_ligament_left"),
        ("LFCN", "lateral_femoral_cutaneous_nerve_right"),
        ("femur", "femur_right"),
        ("psoas", "psoas_major_right"),
    ],
)
def test_a_structure_with_or_without_a_mesh_comes_first(typed: str, first: str) -> None:
    found = FINDER.find(typed)
    assert not found.place_first
    assert found.structures[0] == first


def test_a_short_form_leads_to_the_joint() -> None:
    found = FINDER.find("SIJ")
    assert {"hip_bone_right", "hip_bone_left", "sacrum"} == {place.structure for place in found.places}


def test_every_place_is_found_by_each_of_its_names() -> None:
    assert len(ATLAS.regions) >= 74
    for region in ATLAS.regions.values():
        for name in (region.english, region.latin, *region.synonyms):
            assert region.id in {place.region for place in FINDER.find(name).places}, name


def test_words_in_facts_are_found_with_what_stands_around_them() -> None:
    found = FINDER.find("lesser troch")
    assert 0 < len(found.facts) <= MOST_FACTS
    for one in found.facts:
        marked = [one.excerpt.text[begin:end].lower() for begin, end in one.excerpt.matches]
        assert any(word.startswith("lesser") for word in marked)
        assert any(word.startswith("troch") for word in marked) or "troch" in one.fact.text.lower()
        assert one.fact in ATLAS.known[one.structure].facts()
    assert len({one.fact.text for one in found.facts}) == len(found.facts)


def test_a_side_or_a_name_chooses_among_facts() -> None:
    found = FINDER.find("flexion left psoas major")
    assert found.facts
    assert {one.structure for one in found.facts[:3]} == {"psoas_major_left"}


def test_facts_are_forgiving_where_nothing_else_is_found() -> None:
    right, wrong = FINDER.find("compression"), FINDER.find("comperssion")
    assert not wrong.structures
    assert right.facts
    assert {one.fact.id for one in right.facts} & {one.fact.id for one in wrong.facts}


def test_what_is_absent_is_found_nowhere() -> None:
    absent = {"psoas_minor_right"}
    found = FINDER.find("psoas minor right", absent)
    assert "psoas_minor_right" not in found.structures
    assert "psoas_minor_right" not in {one.structure for one in found.facts}


def test_nothing_typed_finds_the_scene_and_nonsense_finds_nothing() -> None:
    assert FINDER.find(" ") == Found(tuple(ATLAS.structures))
    for typed in ("xyzzy", "?!", "lesser xyzzy"):
        assert not FINDER.find(typed)


def test_places_have_their_titles_in_the_language_of_names() -> None:
    assert Finder(ATLAS.named_in("la")).find("lesser trochanter").places[0].title == ("Trochanter minor, latere dextro")
    assert not Finder(replace(ATLAS, regions={})).find("ASIS").places


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    found = FINDER.find(text)
    assert set(found.structures) <= set(ATLAS.known)
    assert len(found.facts) <= MOST_FACTS


def test_an_excerpt_shows_the_match_between_whole_words() -> None:
    sentence = (
        "One two three four five six seven eight nine ten eleven twelve thirteen fourteen of the hip flexors, many."
    )
    part = excerpt(sentence, {"hip", "flexors"})
    assert [part.text[begin:end] for begin, end in part.matches] == ["hip", "flexors"]
    assert part.text.startswith("… ")
    assert set(part.text.strip("… ").split()) <= set(sentence.split())
    assert excerpt("Short, with hip.", {"hip"}).text == "Short, with hip."
    long = excerpt(f"Hip {sentence}", {"hip"})
    assert long.text.startswith("Hip One")
    assert long.text.endswith(" …")
    assert excerpt("word" * 60, set()).text.endswith(" …")
