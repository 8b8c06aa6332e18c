"""A finger is judged by where its tip is and by what it entered; the words lead to something better."""

from __future__ import annotations

import math

import pytest

from viewer.model.atlas.atlas import Atlas
from viewer.model.finger.press import Crossing, FingerPath, Nearness, Press
from viewer.model.training.question import Target
from viewer.model.training.reaching import Reached, pressed

BACK = (0.0, 1.0, 0.0)
PSOAS, ILIACUS = "psoas_major_right", "iliacus_right"


def path(depth: float, *crossings: Crossing, near: tuple[Nearness, ...] = ()) -> FingerPath:
    return FingerPath(Press((-60.0, -100.0, 120.0), BACK, depth), crossings, near, 200.0)


def nearest(of: FingerPath, right: float = 0.0, deeper: float = 0.0, up: float = 0.0) -> Reached:
    x, y, z = of.press.tip
    return Reached(of, (x + right, y + deeper, z + up))


def test_in_the_target_is_right_and_says_what_was_passed(atlas: Atlas) -> None:
    verdict = pressed(
        atlas, Target(PSOAS), nearest(path(85, Crossing("external_oblique_right", 12, 14), Crossing(PSOAS, 80, 120)))
    )
    assert verdict.is_right
    assert verdict.wrong == ()
    assert "psoas major (right)" in verdict.words
    assert "external oblique" in verdict.notes[0]


@pytest.mark.parametrize(
    ("apart", "score"), [(2.9, 1.0), (3.1, 0.6), (9.9, 0.6), (10.1, 0.3), (19.9, 0.3), (20.1, 0.0)]
)
def test_the_score_falls_with_the_distance_from_the_belly(atlas: Atlas, apart: float, score: float) -> None:
    assert pressed(atlas, Target(PSOAS), nearest(path(60), deeper=apart)).right == score


def test_what_must_be_kept_off_spoils_it_and_bowel_that_may_be_passed_does_not(atlas: Atlas) -> None:
    met = Crossing(PSOAS, 80, 120)
    for name, score in (("femoral_artery_right", 0.3), ("femoral_nerve_right", 0.3), ("kidney_right", 0.3),
                        ("inguinal_lymph_nodes_right", 0.3), ("small_bowel", 0.3),
                        ("rectus_abdominis_right", 1.0)):  # fmt: skip
        verdict = pressed(atlas, Target(PSOAS), nearest(path(85, Crossing(name, 20, 30), met)))
        assert verdict.right == score, name
        assert ("keeps off" in verdict.words) == (score < 1), name
        assert "deeper" not in verdict.words
    bowel = Target(PSOAS, through=frozenset(["small_bowel"]))
    assert pressed(atlas, bowel, nearest(path(85, Crossing("small_bowel", 20, 30), met))).is_right
    beyond = path(85, met, Crossing("femoral_artery_right", 90, 99))
    assert pressed(atlas, Target(PSOAS), nearest(beyond)).is_right, "what lies deeper than the tip is not entered"


@pytest.mark.parametrize(
    ("way", "words"),
    [({"right": 11.0}, "Go medially"), ({"right": -11.0}, "Go laterally"), ({"up": 11.0}, "Go up"),
     ({"up": -11.0}, "Go down"), ({"deeper": 11.0}, "short of it"), ({"deeper": -11.0}, "too deep")],
)  # fmt: skip
def test_it_says_how_far_and_in_which_direction_and_where_one_is(
    atlas: Atlas, way: dict[str, float], words: str
) -> None:
    verdict = pressed(atlas, Target(PSOAS), nearest(path(60, Crossing(ILIACUS, 55, 70)), **way))
    assert verdict.words.startswith("11 mm")
    assert words in verdict.words
    assert "in iliacus (right)" in verdict.words
    assert verdict.wrong == (ILIACUS,)


def test_medially_is_the_other_way_on_the_left(atlas: Atlas) -> None:
    press = Press((60.0, -100.0, 120.0), BACK, 60.0)
    verdict = pressed(atlas, Target("psoas_major_left"), Reached(FingerPath(press), (49.0, -40.0, 120.0)))
    assert "Go medially" in verdict.words


def test_the_right_muscle_at_another_place_is_not_all_right(atlas: Atlas) -> None:
    met = path(85, Crossing(PSOAS, 80, 120))
    x, y, z = met.press.tip
    assert pressed(atlas, Target(PSOAS, (x, y, z + 20), 25), nearest(met)).is_right
    verdict = pressed(atlas, Target(PSOAS, (x, y, z + 40), 25), nearest(met))
    assert verdict.right == 0.6
    assert "40 mm" in verdict.words
    assert "Go up" in verdict.words


def test_what_is_near_is_told_and_costs_nothing(atlas: Atlas) -> None:
    near = (Nearness("femoral_artery_right", 4.0, 30.0), Nearness("femoral_vein_right", 14.0, 30.0))
    verdict = pressed(atlas, Target(PSOAS), nearest(path(31, Crossing(PSOAS, 29, 40), near=near)))
    assert verdict.is_right
    assert [note for note in verdict.notes if note.startswith("Mind")] == [
        "Mind: femoral artery (right) lies 4 mm beside the way."
    ]
    assert math.isclose(verdict.right, 1.0)
