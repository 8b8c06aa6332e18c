"""What is asked for next, what bodies a class is shown, and the answers a teacher reads; on the real data."""

from __future__ import annotations

import pytest

from viewer.model.answers.body_words import badge, title
from viewer.model.atlas.atlas import Atlas, Kind
from viewer.model.lessons import asking
from viewer.model.session.view import View
from viewer.model.session.view_changes import revealed, with_body, withheld


def test_muscles_come_first_and_the_other_side_last(atlas: Atlas) -> None:
    seen = ("vertebra_L3", "iliacus_left", "psoas_major_right", "psoas_major_left", "femur_left", "femur_right")
    assert asking.queue(atlas, seen, ()) == (
        "iliacus_left", "psoas_major_right", "vertebra_L3", "femur_left", "psoas_major_left", "femur_right",
    )  # fmt: skip
    left = asking.queue(atlas, seen, ("iliacus_left", "psoas_major_left"))
    assert left == ("vertebra_L3", "femur_left", "psoas_major_right", "femur_right")
    assert asking.queue(atlas, seen, seen) == ()


def test_an_answer_has_name_latin_and_facts_with_sources(atlas: Atlas) -> None:
    answer = asking.answer(atlas, View(unnamed=True), "psoas_major_left")
    assert (answer.title, answer.latin) == ("Psoas major, left", "musculus psoas major")
    assert 1 <= len(answer.lines) <= 3
    assert all(line.words and line.sources for line in answer.lines)
    told = [asking.answer(atlas, View(), one.id) for one in atlas.structures.values() if one.kind is Kind.MUSCLE]
    assert len(told) > 40
    assert all(one.title and one.latin and one.lines for one in told)


def test_bodies_come_as_often_as_they_are_counted(atlas: Atlas) -> None:
    variation = asking.a_variation(atlas, 1)
    assert variation is not None
    bodies = [asking.a_body(variation, seed) for seed in range(1000)]
    lacking = sum(bool(body.absent) for body in bodies)
    known = variation.occurrence
    assert known is not None
    expected = 1000 * (1 - known.percent / 100 * known.both / (known.both + known.one))
    assert lacking == pytest.approx(expected, abs=50)
    assert lacking > 500
    assert asking.a_body(variation, 5) == asking.a_body(variation, 5)


def test_the_answer_to_a_body_says_what_it_lacks_and_how_often(atlas: Atlas) -> None:
    variation = atlas.variations["psoas_minor"]
    told = set()
    for seed in range(40):
        view = withheld(True)(with_body(asking.a_body(variation, seed))(View()))
        answer = asking.body_answer(atlas, view, variation)
        told.add(answer.title)
        assert answer.question
        assert [bool(line.sources) for line in answer.lines] == [True, True]
        assert "42 %" in answer.lines[0].words
        assert badge(atlas, view) == ""
        shown = revealed(variation.members.values())(view)
        assert badge(atlas, shown) == answer.title
    assert {"Psoas minor: absent", "Psoas minor: left only", "Psoas minor: right only"} < told
    assert "Psoas minor: on both sides" in told


def test_only_what_was_revealed_is_told(atlas: Atlas) -> None:
    view = revealed(["iliacus_left"])(withheld(True)(View()))
    assert title(atlas, view, "iliacus_left") == "Iliacus, left"
    assert title(atlas, view, "iliacus_right") == "Name withheld"
    assert withheld(True)(view).revealed == ()
