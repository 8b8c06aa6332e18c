"""A stage that is cut: what is seen, what is met under the pointer, and what is away."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.drawing import spheres
from tests.drawing.conftest import Opener, Picture, Stage
from viewer.drawing.style import DARK
from viewer.model.session.plane import CutPlane
from viewer.model.session.view import View

FRONT_AWAY = CutPlane((0.0, 0.0, 0.0), (0.0, -1.0, 0.0))
BACK_AWAY = CutPlane((0.0, 0.0, 0.0), (0.0, 1.0, 0.0))
BESIDE = (30.0, 0.0, 14.0)
"""In the middle plane, within the muscle and beside the nerve that runs in it."""


@pytest.fixture
def bare(stage: Stage) -> Stage:
    """The three spheres without the skin around them."""
    stage.scene.show(View(hidden=frozenset({"hide"})))
    return stage


def view(plane: CutPlane | None, *hidden: str, **aspects: object) -> View:
    return View(hidden=frozenset(hidden or ("hide",)), plane=plane, **aspects)  # type: ignore[arg-type]  # any aspects


def is_like(colour: Picture, tone: tuple[int, int, int]) -> bool:
    """Whether a colour is as red, green and blue as another, however light."""
    one, other = (np.asarray(each, float) / np.linalg.norm(each) for each in (colour, tone))
    return float(one @ other) > 0.985


def test_a_face_is_filled_where_the_front_is_away(bare: Stage) -> None:
    picture = bare.draw(view(FRONT_AWAY))
    within = [bare.colour_at(picture, (-30.0 + x, 0.0, z)) for x in (-13.0, 0.0, 13.0) for z in (-11.0, 0.0, 11.0)]
    assert all(is_like(colour, spheres.BONE_COLOUR) for colour in within)
    assert is_like(bare.colour_at(picture, (30.0, 0.0, 0.0)), spheres.NERVE_COLOUR)
    red, green, blue = bare.colour_at(picture, BESIDE).tolist()
    assert red > 1.5 * max(green, blue)


def test_a_face_hides_nothing_that_lies_before_it(bare: Stage) -> None:
    whole = bare.draw(view(None))
    cut = bare.draw(view(BACK_AWAY))
    assert np.abs(whole - cut)[:190].max() < 8  # seen from the side that is kept; above stands where the section is


def test_what_lies_wholly_on_the_far_side_is_away(bare: Stage) -> None:
    left_away = CutPlane((0.0, 0.0, 0.0), (1.0, 0.0, 0.0))
    picture, whole = bare.draw(view(left_away)), bare.draw(view(left_away, "hide", "rope", "wire"))
    assert np.array_equal(picture, whole)
    assert bare.scene.pick(*bare.scene.project((30.0, 0.0, 0.0))) is None
    assert bare.scene.is_cut_away((30.0, 0.0, 0.0))
    assert not bare.scene.is_cut_away((-30.0, 0.0, 0.0))


def test_a_face_is_met_where_it_lies(bare: Stage) -> None:
    pixel = bare.scene.project(BESIDE)
    bare.draw(view(None))
    before = bare.scene.pick(*pixel)
    bare.draw(view(FRONT_AWAY))
    met = bare.scene.pick(*pixel)
    assert before is not None
    assert met is not None
    assert (before.structure, met.structure) == ("rope", "rope")
    assert before.place[1] < -10
    assert met.place == pytest.approx(BESIDE, abs=0.6)


def test_where_faces_overlap_the_nerve_is_met_and_not_the_muscle_around_it(bare: Stage) -> None:
    bare.draw(view(FRONT_AWAY))
    met = bare.scene.pick(*bare.scene.project((30.0, 0.0, 0.0)))
    assert met is not None
    assert met.structure == "wire"
    bare.draw(view(FRONT_AWAY, "hide", "wire"))
    met = bare.scene.pick(*bare.scene.project((30.0, 0.0, 0.0)))
    assert met is not None
    assert met.structure == "rope"


def test_a_hidden_structure_has_no_face(bare: Stage) -> None:
    bare.draw(view(FRONT_AWAY, "hide", "stone"))
    assert bare.scene.pick(*bare.scene.project((-30.0, 0.0, 0.0))) is None


def test_what_recedes_as_a_ghost_has_a_face_to_see_through(bare: Stage) -> None:
    solid = bare.draw(view(FRONT_AWAY, selection=("rope",)))
    ghost = bare.draw(view(FRONT_AWAY, selection=("rope",), ghost=True))
    place = (-30.0, 0.0, 0.0)
    ground = 255 * np.array(DARK.bottom)
    assert np.abs(bare.colour_at(ghost, place) - ground).sum() < np.abs(bare.colour_at(solid, place) - ground).sum() / 2
    assert np.abs(bare.colour_at(ghost, place) - bare.colour_at(ghost, (0.0, 0.0, 0.0))).sum() > 12


def test_what_is_chosen_is_outlined_on_its_face(bare: Stage) -> None:
    plain, chosen = bare.draw(view(FRONT_AWAY)), bare.draw(view(FRONT_AWAY, selection=("stone",)))
    changed = np.abs(plain - chosen).max(axis=2) > 60
    x, y = (round(part) for part in bare.scene.project((-50.0, 0.0, 0.0)))
    assert changed[y - 3 : y + 4, x - 4 : x + 5].any()
    x, y = (round(part) for part in bare.scene.project((-30.0, 0.0, 0.0)))
    assert not changed[y - 6 : y + 7, x - 6 : x + 7].any()


def test_the_skins_face_is_the_ground_of_the_section_and_never_in_the_way(stage: Stage) -> None:
    stage.draw(view(FRONT_AWAY, "none"))
    between = stage.scene.project((0.0, 0.0, 0.0))
    picture = stage.draw(view(FRONT_AWAY, "none"))
    assert picture[round(between[1]), round(between[0])].min() > 110  # opaque, and light on the dark ground
    assert stage.scene.pick(*between) is None
    assert is_like(stage.colour_at(picture, (-30.0, 0.0, 0.0)), spheres.BONE_COLOUR)


def test_where_not_all_is_shown_the_ground_lets_what_lies_behind_be_seen(stage: Stage) -> None:
    behind = CutPlane((0.0, -25.0, 0.0), FRONT_AWAY.normal)
    places = [(-30.0, -25.0, 0.0), (0.0, -25.0, 0.0)]
    clear = [stage.colour_at(stage.draw(view(behind, "wire")), place) for place in places]
    assert np.abs(clear[0] - clear[1]).sum() > 20
    dense = [stage.colour_at(stage.draw(view(behind, "none")), place) for place in places]
    assert np.abs(dense[0] - dense[1]).max() < 25  # fat, with its grain


def test_a_plane_under_way_shows_proxies_and_all_of_it_at_rest(open_stage: Opener, store: Path) -> None:
    stage = open_stage(spheres.atlas(), store)
    stage.scene.camera = stage.scene.viewpoints.frame(("stone", "rope"))
    fine = stage.draw(view(FRONT_AWAY))
    stage.scene.set_moving(True)
    moved = CutPlane((0.0, 1.0, 0.0), FRONT_AWAY.normal)
    coarse = stage.draw(view(moved))
    assert not np.array_equal(stage.colour_at(coarse, (-30.0, 0.0, 0.0)), stage.colour_at(fine, (-30.0, 0.0, 0.0)))
    stage.scene.set_moving(False)
    stage.draw(view(moved))
    assert np.array_equal(stage.draw(view(FRONT_AWAY)), fine)


def test_marks_at_places_that_are_away_are_not_shown(bare: Stage) -> None:
    lit = {"selection": ("rope",), "overlays": True}
    bare.draw(view(None, **lit))
    before = bare.scene._lettering._text.marks
    assert before
    point = before[0].place
    bare.draw(view(CutPlane((point[0], point[1] + 1.0, point[2]), (0.0, -1.0, 0.0)), **lit))
    assert before[0] not in bare.scene._lettering._text.marks
    bare.draw(view(CutPlane((point[0], point[1] + 1.0, point[2]), (0.0, 1.0, 0.0)), **lit))
    assert before[0] in bare.scene._lettering._text.marks


def test_the_handle_is_seen_by_hands_alone(bare: Stage) -> None:
    bare.draw(view(FRONT_AWAY))
    assert bare.scene._slicing.handle is None
    plain = bare.draw(view(FRONT_AWAY))
    bare.present(handles=True)
    held = bare.draw(view(FRONT_AWAY))
    handle = bare.scene._slicing.handle
    assert handle is not None
    x, y = handle.grip(bare.scene._frame())
    assert bare.scene.is_handle_at(x, y)
    assert not bare.scene.is_handle_at(*bare.scene.project((-30.0, 0.0, 0.0)))
    assert not np.array_equal(plain[round(y), round(x)], held[round(y), round(x)])


def test_a_drag_along_the_normal_moves_the_plane_as_far_as_the_hand(bare: Stage) -> None:
    bare.present(handles=True)
    across = CutPlane((0.0, 0.0, 0.0), (0.0, 0.0, 1.0))
    bare.draw(view(across))
    (_, low), (_, high) = bare.scene.project((0.0, 0.0, 0.0)), bare.scene.project((0.0, 0.0, 10.0))
    assert bare.scene.pull(0.0, high - low) == pytest.approx(10.0, rel=0.05)
    assert bare.scene.pull(25.0, 0.0) == pytest.approx(0.0, abs=0.5)
    bare.draw(view(FRONT_AWAY))  # seen along its normal: upwards is towards the viewer
    assert bare.scene.pull(0.0, high - low) == pytest.approx(10.0, rel=0.05)


def test_the_face_is_looked_at_from_the_side_that_is_away(bare: Stage) -> None:
    for plane, seen in ((FRONT_AWAY, True), (BACK_AWAY, False)):
        bare.draw(view(plane))
        before = bare.scene.camera
        after = bare.scene.viewpoints.facing_section(straight=False)
        assert (after == before) is seen
        toward = np.subtract(after.position, after.focus)
        assert float(toward @ np.array(plane.normal)) > 0.3 * np.linalg.norm(toward)
        straight = bare.scene.viewpoints.facing_section(straight=True)
        way = np.subtract(straight.position, straight.focus)
        assert way / np.linalg.norm(way) == pytest.approx(plane.normal, abs=1e-6)
