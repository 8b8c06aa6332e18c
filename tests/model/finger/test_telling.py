"""What a finger meets, in words: on ways through the real atlas that are told by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from viewer.model.atlas.atlas import Atlas
from viewer.model.finger import telling
from viewer.model.finger.press import Crossing, FingerPath, Nearness, Press

WALL, CAVE, BACK = "external_oblique_right", "small_bowel", "psoas_major_right"
PRESS = Press((-60.0, -100.0, 120.0), (0.0, 1.0, 0.0), 62.0)
PATH = FingerPath(
    PRESS,
    (
        Crossing(WALL, 13.0, 14.5),
        Crossing(CAVE, 27.0, 70.0),
        Crossing("iliacus_right", 72.0, 78.0),
        Crossing(BACK, 80.0, 126.0),
        Crossing("sacrum", 130.0, 139.0),
        Crossing("erector_spinae_right", 139.5, 150.0),
    ),
    (Nearness(CAVE, 0.0, 30.0), Nearness("ureter_right", 10.6, 76.0), Nearness("femoral_artery_right", 3.0, 99.0)),
    200.0,
)


def at(depth: float, path: FingerPath = PATH) -> FingerPath:
    return replace(path, press=replace(path.press, depth=depth))


def test_layers_are_told_in_order_with_gaps_and_end_at_the_bone(atlas: Atlas) -> None:
    told = telling.layers(PATH, atlas)
    assert [layer.structure for layer in told] == [
        "skin", "", WALL, "", CAVE, "", "iliacus_right", "", BACK, "", "sacrum",
    ]  # fmt: skip
    assert [layer.number for layer in told if layer.structure] == [0, 1, 2, 3, 4, 5]
    assert [layer.enter for layer in told] == sorted(layer.enter for layer in told)
    assert "not sculpted" in told[1].text
    assert told[2].thick == pytest.approx(1.5)


def test_a_structure_that_is_met_twice_keeps_its_number_and_overlaps_make_no_gap(atlas: Atlas) -> None:
    path = replace(PATH, crossings=(Crossing(CAVE, 10, 20), Crossing(WALL, 15, 18), Crossing(CAVE, 20.2, 30)))
    told = telling.layers(path, atlas)
    assert [layer.number for layer in told] == [0, 0, 1, 2, 1]


def test_a_nerve_within_a_muscle_is_where_the_tip_is(atlas: Atlas) -> None:
    inner = Crossing("femoral_nerve_right", 100.0, 104.0)
    path = at(102.0, replace(PATH, crossings=(*PATH.crossings[:4], inner, *PATH.crossings[4:])))
    assert telling.place_words(path, atlas).startswith("102 mm deep: in femoral nerve, right.")
    assert telling.place_words(at(104.5, path), atlas).startswith("104 mm deep: in psoas major, right.")


@pytest.mark.parametrize(
    ("depth", "place"),
    [(0.0, "skin"), (5.0, ""), (14.0, WALL), (62.0, CAVE), (71.0, ""), (80.0, BACK), (126.0, "")],
)
def test_the_tip_is_in_one_layer(atlas: Atlas, depth: float, place: str) -> None:
    assert [layer.structure for layer in telling.layers(at(depth), atlas) if layer.here] == [place]


def test_words_say_where_the_tip_is_and_what_comes_next(atlas: Atlas) -> None:
    assert telling.place_words(PATH, atlas) == "62 mm deep: in small bowel. Next in 10 mm: iliacus, right."
    assert telling.place_words(at(0.0), atlas).startswith("0 mm deep: on the skin.")


def test_leaving_one_sought_muscle_and_meeting_the_next_is_said(atlas: Atlas) -> None:
    first, second = telling.sought_words(PATH, atlas)
    assert first == "Meets iliacus, right at 72 mm, leaves it at 78 mm and meets psoas major, right at 80 mm."
    assert second == "Meets psoas major, right at 80 mm, leaves it at 126 mm."
    astray = replace(PATH, crossings=PATH.crossings[:2])
    assert telling.sought_words(astray, atlas) == ("This way meets no muscle that is sought by touch.",)


def test_cautions_have_distance_reason_and_source_and_come_when_they_are_near(atlas: Atlas) -> None:
    bowel, ureter = telling.cautions(PATH, atlas)
    assert bowel.touched
    assert "touches" in bowel.text
    assert bowel.why == atlas.fact("small_bowel.care.bowel")[1].text
    assert "Walton 2011" in bowel.said
    assert not ureter.touched
    assert ureter.text == "Ureter, right: 11 mm beside the way, at 76 mm."
    assert ureter.why
    assert [one.structure for one in telling.cautions(at(10.0), atlas)] == []


def test_an_artery_ahead_is_told_before_it_is_touched(atlas: Atlas) -> None:
    path = replace(PATH, near=PATH.near[2:])
    (ahead,), (touched,) = telling.cautions(at(85.0, path), atlas), telling.cautions(at(92.0, path), atlas)
    assert ahead.text == "Femoral artery, right: on this way, 14 mm deeper."
    assert touched.text.endswith("Keep off.")


def test_every_kind_to_keep_off_gives_a_reason_with_a_source(atlas: Atlas) -> None:
    from viewer.model.finger.keeping_off import KEEP_OFF

    names = [name for name, one in atlas.structures.items() if one.kind in KEEP_OFF]
    near = tuple(Nearness(name, 0.0, 1.0) for name in names)
    told = telling.cautions(FingerPath(PRESS, (), near, 200.0), atlas)
    assert len(told) == len(names)
    assert [one.structure for one in told if not (one.why and " · " in one.said)] == []


def test_a_finger_stops_at_the_bone(atlas: Atlas) -> None:
    assert telling.deepest(PATH, atlas) == 130.0
    assert telling.deepest(replace(PATH, crossings=()), atlas) == telling.DEEPEST
    assert telling.deepest(replace(PATH, crossings=(), through=40.0), atlas) == 40.0


def test_what_the_annotations_no_longer_know_is_not_told(atlas: Atlas) -> None:
    fewer = replace(atlas, structures={name: one for name, one in atlas.structures.items() if name != CAVE})
    assert CAVE not in [layer.structure for layer in telling.layers(PATH, fewer)]
    assert CAVE not in [one.structure for one in telling.cautions(PATH, fewer)]
