"""Tests and complaints in the atlas: told in full, with sources that were seen, and found by a learner's words."""

from __future__ import annotations

import pytest

from tests.model.annotations.small_file import REAL
from viewer.model.annotations.load import load
from viewer.model.answers.describe import describe_text
from viewer.model.answers.search import search
from viewer.model.atlas.atlas import Atlas, Fact, Kind, Row, Section, Side, Status, Structure

AT_LEAST = {
    "topic_thomas_test": 15,
    "topic_strength_test": 15,
    "topic_groin_pain": 15,
    "topic_red_flags": 12,
    "topic_psoas_sign": 7,
    "topic_stretching": 12,
    "topic_strengthening": 10,
    "topic_snapping_hip": 8,
    "iliopsoas_bursa_right": 8,
    "iliopsoas_bursa_left": 8,
}
"""The fewest facts that tell each of them in full."""
TABLES = {
    "topic_thomas_test": ("Iliopsoas", "Rectus femoris", "Tensor fasciae latae", "Sartorius"),
    "topic_strength_test": ("0", "1", "2", "3", "4", "5"),
    "topic_groin_pain": (
        *("Iliopsoas tendinopathy", "Iliopsoas bursitis", "Internal snapping hip", "Impingement, labral tear"),
        *(
            "Stress fracture of the femoral neck",
            "Inguinal hernia",
            "Radiculopathy L2 to L4",
            "Osteoarthritis of the hip",
        ),
    ),
    "topic_red_flags": (
        *("Psoas abscess", "Haematoma with femoral nerve palsy", "Aortic aneurysm", "Appendicitis"),
        *("Tumour, metastasis", "Cauda equina syndrome"),
    ),
    "topic_strengthening": ("1", "2", "3", "4"),
}
"""What stands in some cell of each table."""
WORDS = {
    "groin": "topic_groin_pain",
    "groin pain": "topic_groin_pain",
    "Leistenschmerz": "topic_groin_pain",
    "hip flexor test": "topic_thomas_test",
    "thomas": "topic_thomas_test",
    "modified thomas test": "topic_thomas_test",
    "ludloff": "topic_strength_test",
    "resisted flexion": "topic_strength_test",
    "psoas sign": "topic_psoas_sign",
    "signo del psoas": "topic_psoas_sign",
    "red flags": "topic_red_flags",
    "psoas abscess": "topic_red_flags",
    "cauda equina": "topic_red_flags",
    "aneurysm": "topic_red_flags",
    "snapping": "topic_snapping_hip",
    "coxa saltans": "topic_snapping_hip",
    "stretching": "topic_stretching",
    "lunge": "topic_stretching",
    "movement suggestions": "topic_stretching",
    "strengthening": "topic_strengthening",
    "iliopectineal bursa": "iliopsoas_bursa_right",
    "bursa iliopectinea left": "iliopsoas_bursa_left",
}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(REAL)


def clinical(atlas: Atlas) -> list[Structure]:
    return [one for one in atlas.known.values() if one.kind in (Kind.TOPIC, Kind.BURSA)]


def tables(topic: Structure) -> list[Section]:
    return [section for section in topic.more if section.columns]


def rests_on_nothing_seen(atlas: Atlas, fact: Fact) -> bool:
    return not any(atlas.sources[source].checked for source in fact.sources)


@pytest.mark.parametrize(("name", "fewest"), AT_LEAST.items())
def test_each_is_told_in_full(atlas: Atlas, name: str, fewest: int) -> None:
    told = atlas.known[name]
    assert told.summary
    assert len(told.facts()) >= fewest


def test_topics_have_a_group_of_their_own_and_no_side(atlas: Atlas) -> None:
    topics = [one for one in clinical(atlas) if one.id.startswith("topic_")]
    assert len(topics) >= 8
    for topic in topics:
        assert (topic.kind, topic.side) == (Kind.TOPIC, Side.MIDDLE)
        assert topic.group == "Tests and complaints"
        assert topic.synonyms


@pytest.mark.parametrize(("name", "wanted"), TABLES.items())
def test_tables_have_a_full_row_for_each_thing_to_tell_apart(atlas: Atlas, name: str, wanted: tuple[str, ...]) -> None:
    (table,) = tables(atlas.known[name])
    rows = [fact for fact in table.facts if isinstance(fact, Row)]
    assert len(rows) == len(table.facts) >= len(wanted)
    for row in rows:
        assert len(row.cells) == len(table.columns)
        assert all(cell.strip() for cell in row.cells)
        assert row.text not in row.cells
    assert set(wanted) <= {cell for row in rows for cell in row.cells}


def test_every_red_flag_is_told_with_a_doctor(atlas: Atlas) -> None:
    topic = atlas.known["topic_red_flags"]
    (table,) = tables(topic)
    assert len(table.facts) > 4
    assert all("needs a doctor" in fact.text for fact in (*topic.summary, *table.facts))
    soon = ("doctor", "hospital", "emergency", "ambulance")
    assert all(any(word in row.cells[-1].lower() for word in soon) for row in table.facts if isinstance(row, Row))


@pytest.mark.parametrize("name", sorted(name for name in AT_LEAST if name.startswith("topic_")))
def test_every_topic_says_when_a_doctor_is_needed(atlas: Atlas, name: str) -> None:
    assert any("needs a doctor" in fact.text for fact in atlas.known[name].facts())


def test_what_is_agreed_rests_on_a_source_that_was_seen(atlas: Atlas) -> None:
    told = [fact for one in clinical(atlas) for fact in one.facts()]
    assert any(rests_on_nothing_seen(atlas, fact) for fact in told), "so that the next line can fail"
    assert [fact.id for fact in told if fact.status is Status.AGREED and rests_on_nothing_seen(atlas, fact)] == []
    assert all(fact.sources for fact in told)


def test_numbers_of_studies_are_told_as_measured(atlas: Atlas) -> None:
    for fact, numbers in {
        "topic_thomas_test.trust.validity": ("32 %", "57 %", "29"),
        "topic_groin_pain.summary.share": ("12 to 36 %",),
        "topic_psoas_sign.summary.limits": ("16 %", "95 %"),
        "topic_strengthening.emg.trial": ("17 %",),
        "iliopsoas_bursa_left.summary.counts": ("98 %", "15 %"),
    }.items():
        assert [number for number in numbers if number not in atlas.fact(fact)[1].text] == [], fact


@pytest.mark.parametrize(("text", "name"), WORDS.items())
def test_each_is_found_by_the_words_that_a_learner_types(atlas: Atlas, text: str, name: str) -> None:
    assert name in search(atlas, text, unmodelled=True)[:2]


@pytest.mark.parametrize("fact", ["topic_stretching.summary.excerpt", "topic_strengthening.emg.abdominals"])
def test_what_the_excerpt_only_points_to_is_said_to_be_missing_there(atlas: Atlas, fact: str) -> None:
    told = atlas.fact(fact)[1]
    assert "does not contain it" in told.text or "does not contain;" in told.text
    assert "seed" in told.sources


def test_muscles_nerve_and_bone_lead_to_their_tests_and_complaints(atlas: Atlas) -> None:
    for name in (
        "psoas_major",
        "iliacus",
        "rectus_femoris",
        "tensor_fasciae_latae",
        "sartorius",
        "femoral_nerve",
        "femur",
    ):
        for side in ("right", "left"):
            headings = [section.heading for section in atlas.known[f"{name}_{side}"].more]
            assert headings.count("Tests and complaints") == 1


def test_a_topic_reads_as_text_with_its_heading_tables_and_sources(atlas: Atlas) -> None:
    told = describe_text(atlas, "topic_red_flags")
    assert told.startswith("Red flags\n---")
    assert "What to think of\n---" in told
    assert "Cauda equina syndrome: " in told
    assert "FMA" not in told
    assert "not modelled" not in told.lower()
