"""Search finds structures by any of their names, in any order, with typing errors."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.annotations.small_file import REAL
from viewer.model.annotations.load import load
from viewer.model.answers.search import edit_distance, form_meant, search
from viewer.model.atlas.atlas import LANGUAGES

ATLAS = load(REAL)


@cache
def found(name: str, *, unmodelled: bool = False) -> frozenset[str]:
    """What a name finds: those of the right and of the left share most of them."""
    return frozenset(search(ATLAS, name, unmodelled=unmodelled))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("psoas", "psoas_major_right"),
        ("psoas major left", "psoas_major_left"),
        ("left psoas major", "psoas_major_left"),
        ("MUSCULUS ILIACUS", "iliacus_right"),
        ("músculus psoas minor", "psoas_minor_right"),
        ("iliacsu", "iliacus_right"),
        ("posas mnor", "psoas_minor_right"),
        ("L1", "vertebra_L1"),
        ("fifth lumbar", "vertebra_L5"),
        ("thigh bone", "femur_right"),
        ("kneecap left", "patella_left"),
        ("vertebra_T12", "vertebra_T12"),
        ("disk l5", "disc_L4_L5"),
        ("os coxae", "hip_bone_right"),
        ("sacr", "sacrum"),
        ("tailbone", "coccyx"),
        ("großer Lendenmuskel", "psoas_major_right"),
        ("Großer Lendenmuskel links", "psoas_major_left"),
        ("psoas mayor", "psoas_major_right"),
        ("rotula", "patella_right"),
        ("Kreuzbien", "sacrum"),
        ("nervio femoral izquierdo", "femoral_nerve_left"),
        ("nervio obturador", "obturator_nerve_right"),
        ("femoral nerve left", "femoral_nerve_left"),
        ("LFCN", "lateral_femoral_cutaneous_nerve_right"),
        ("lumbar plexus", "nerve_root_L1_right"),
    ],
)
def test_finds(text: str, first: str) -> None:
    assert search(ATLAS, text)[:1] == [first]


def test_every_word_must_fit() -> None:
    assert search(ATLAS, "psoas femur") == []
    assert search(ATLAS, "xyzzy") == []
    assert search(ATLAS, "?!") == []


def test_empty_text_finds_everything_in_order() -> None:
    assert search(ATLAS, " ") == list(ATLAS.structures)


def test_absent_structures_are_not_found() -> None:
    absent = {"psoas_minor_right"}
    assert search(ATLAS, "psoas minor", absent) == ["psoas_minor_left"]
    assert "psoas_minor_right" not in search(ATLAS, "", absent)


def test_what_has_no_mesh_is_found_when_asked_for() -> None:
    assert search(ATLAS, "Scarpa") == []
    assert search(ATLAS, "Scarpa", unmodelled=True) == ["femoral_triangle_right", "femoral_triangle_left"]
    assert search(ATLAS, "sartorio", unmodelled=True) == ["sartorius_right", "sartorius_left"]
    assert search(ATLAS, "QL left", unmodelled=True) == ["quadratus_lumborum_left"]
    assert search(ATLAS, "", unmodelled=True) == list(ATLAS.known)


def test_names_in_other_languages_and_latin_where_none_is_certain() -> None:
    psoas = ATLAS.structures["psoas_major_right"]
    assert [psoas.name(language) for language in LANGUAGES] == [
        "psoas major", "musculus psoas major", "großer Lendenmuskel", "psoas mayor",
    ]  # fmt: skip
    assert ATLAS.structures["obturator_nerve_left"].name("de") == "nervus obturatorius"
    assert psoas.name("xx") == psoas.latin
    assert hash(psoas) == hash(ATLAS.structures["psoas_major_right"])
    for structure in ATLAS.known.values():
        assert "es" in structure.names
        for name in structure.every_name():
            assert structure.id in found(name, unmodelled=True)


def test_every_structure_is_found_by_each_of_its_names() -> None:
    assert len(ATLAS.structures) >= 60
    for structure in ATLAS.structures.values():
        for name in (structure.id, structure.title, structure.latin, *structure.synonyms):
            assert structure.id in found(name)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("", "abc", 3), ("psoas", "posas", 1), ("femur", "femr", 1), ("iliacus", "sacrum", 5)],
)
def test_edit_distance(one: str, other: str, distance: int) -> None:
    assert edit_distance(one, other) == edit_distance(other, one) == distance


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    assert set(search(ATLAS, text)) <= set(ATLAS.structures)


@pytest.mark.parametrize(("text", "form"), [
    ("two-headed", "two_headed"), ("two headed psoas", "two_headed"), ("fascia only", "fascia_only"),
    ("Fascia", "fascia_only"), ("two-haeded", "two_headed"), ("psoas minor", None), ("psoas", None), ("", None),
])  # fmt: skip
def test_the_name_of_a_form_leads_to_who_can_have_it(text: str, form: str | None) -> None:
    assert {"psoas_minor_right", "psoas_minor_left"} <= set(search(ATLAS, text))
    assert form_meant(ATLAS, "psoas_minor_left", text) == form


def test_a_form_is_found_only_in_who_can_have_it_and_is_there() -> None:
    assert search(ATLAS, "two-headed") == ["psoas_minor_right", "psoas_minor_left"]
    assert search(ATLAS, "two-headed left") == ["psoas_minor_left"]
    assert search(ATLAS, "two-headed", {"psoas_minor_right"}) == ["psoas_minor_left"]
    assert form_meant(ATLAS, "sacrum", "two-headed") is None
    assert form_meant(ATLAS, "psoas_minor_left", "two-headed spleen") is None


def test_who_bears_a_name_comes_before_who_has_a_form_of_that_name() -> None:
    fasciae = search(ATLAS, "fascia", unmodelled=True)
    assert fasciae.index("tensor_fasciae_latae_right") < fasciae.index("psoas_minor_right")
