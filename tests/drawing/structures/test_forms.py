"""The forms of a structure on the stage, and the outline of what a body lacks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.drawing import spheres
from tests.drawing.conftest import Opener, Picture, Stage
from tests.drawing.test_scene import FRONT_OF_ROPE, SMOOTH, green
from viewer.drawing.frame import Frame
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.overlays.empty_places import broken, contours
from viewer.model.session.view import Camera, View

FRONT_OF_KNOT = (30.0, -10.0, 36.0)
KNOTTED = replace(SMOOTH, forms=(("rope", "knotted"),))
LACKING = View(absent=frozenset({"rope"}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    meshes = spheres.bodies()
    from_left = np.linalg.norm(meshes["stone"].points - (-50.0, 0.0, 0.0), axis=1) - 8.0
    meshes["stone"].point_data["footprint_rope_knotted_origin"] = np.clip(4 * from_left, -127, 127).astype(np.int8)
    return spheres.write(tmp_path, meshes | {"rope_knotted": spheres.knotted()})


@pytest.fixture
def stage(open_stage: Opener, folder: Path) -> Stage:
    stage = open_stage(spheres.atlas(), folder)
    look_from(stage, "anterior")
    return stage


def look_from(stage: Stage, side: str) -> None:
    """All there is in view, from one side."""
    stage.scene.camera = stage.scene.viewpoints.standard_view(side)
    stage.scene.camera = stage.scene.viewpoints.frame(spheres.PLACES)


def rim(stage: Stage, picture: Picture, plain: Picture) -> np.ndarray:
    """Which samples of the contour of the rope's place differ from a plain picture, all round."""
    turns = np.linspace(0.0, 2 * np.pi, 720, endpoint=False)
    places = np.column_stack((30.0 + 20.0 * np.cos(turns), np.zeros(720), 20.0 * np.sin(turns)))
    changed = np.abs(picture - plain).max(axis=2) > 60
    pixels = [stage.scene.project(tuple(place)) for place in places.tolist()]
    return np.array([changed[int(y) - 1 : int(y) + 2, int(x) - 1 : int(x) + 2].any() for x, y in pixels])


def test_a_form_stands_in_place_of_the_usual_one_and_goes_again(stage: Stage) -> None:
    before = stage.draw(SMOOTH)
    knotted = stage.draw(KNOTTED)
    assert green(stage.colour_at(knotted, FRONT_OF_KNOT))
    assert not green(stage.colour_at(before, FRONT_OF_KNOT))
    assert not green(stage.colour_at(knotted, FRONT_OF_ROPE))
    np.testing.assert_array_equal(stage.draw(SMOOTH), before)
    np.testing.assert_array_equal(stage.draw(KNOTTED), knotted)


def test_a_form_is_picked_selected_and_framed_as_its_structure(stage: Stage) -> None:
    stage.draw(KNOTTED)
    hit = stage.scene.pick(*stage.scene.project(FRONT_OF_KNOT))
    assert hit is not None
    assert hit.structure == "rope"
    assert hit.place == pytest.approx(FRONT_OF_KNOT, abs=0.5)
    behind = stage.scene.pick(*stage.scene.project(FRONT_OF_ROPE))
    assert behind is None or behind.structure != "rope"
    assert stage.scene.viewpoints.frame(("rope",)).focus[2] == pytest.approx(36.0, abs=1.0)
    plain, chosen = (stage.draw(replace(KNOTTED, selection=names)) for names in ((), ("rope",)))
    assert stage.colour_at(chosen, FRONT_OF_KNOT).sum() > stage.colour_at(plain, FRONT_OF_KNOT).sum()


def test_its_selection_outline_leaves_with_the_form(stage: Stage) -> None:
    usual = replace(SMOOTH, selection=("rope",))
    before = stage.draw(usual)
    stage.draw(replace(KNOTTED, selection=("rope",)))
    np.testing.assert_array_equal(stage.draw(usual), before)


def test_a_form_is_read_only_when_a_body_has_it(open_stage: Opener, folder: Path, monkeypatch) -> None:
    asked: list[str] = []
    load = MeshStore.load
    monkeypatch.setattr(MeshStore, "load", lambda store, name: (asked.append(name), load(store, name))[1])
    stage = open_stage(spheres.atlas(), folder)
    assert sorted(asked) == sorted(spheres.PLACES)
    for view in (KNOTTED, SMOOTH, KNOTTED):
        stage.scene.show(view)
    assert asked[len(spheres.PLACES) :] == ["rope_knotted"]


def test_a_form_taken_while_the_camera_moves_is_drawn_in_its_light_version(stage: Stage) -> None:
    stage.scene.set_moving(True)
    moving = stage.draw(KNOTTED)
    stage.scene.set_moving(False)
    assert green(stage.colour_at(moving, FRONT_OF_KNOT))
    assert green(stage.colour_at(stage.draw(KNOTTED), FRONT_OF_KNOT))


def test_a_form_has_a_footprint_of_its_own(stage: Stage) -> None:
    usual, knotted = (View(fact="rope.origin", forms=forms) for forms in ((), (("rope", "knotted"),)))
    red = stage.colour_at(stage.draw(usual), spheres.FRONT_OF_THE_BONE)
    bare = stage.colour_at(stage.draw(knotted), spheres.FRONT_OF_THE_BONE)
    assert red[0] > 1.5 * red[1]
    assert bare[0] < 1.5 * bare[1]
    look_from(stage, "right")
    side = stage.colour_at(stage.draw(knotted), (-50.0, 0.0, 0.0))
    assert side[0] > 1.5 * side[1]


def test_a_form_whose_mesh_cannot_be_used_is_one_problem_for_as_long_as_it_is_asked_for(
    open_stage: Opener, folder: Path
) -> None:
    (folder / "rope_knotted.vtp").write_bytes((folder / "rope_knotted.vtp").read_bytes()[:200])
    stage = open_stage(spheres.atlas(), folder)
    before = stage.draw(SMOOTH)
    assert stage.scene.problems == {}
    without = stage.draw(replace(KNOTTED, selection=("rope",), labels=True))
    assert list(stage.scene.problems) == ["rope"]
    assert "rope_knotted.vtp is truncated" in stage.scene.problems["rope"]
    assert not green(stage.colour_at(without, FRONT_OF_ROPE)), "the usual form would be a lie"
    hit = stage.scene.pick(*stage.scene.project(FRONT_OF_ROPE))
    assert hit is None or hit.structure == "wire"
    stage.draw(replace(SMOOTH, forms=(("rope", "loose"),)))
    assert stage.scene.problems == {"rope": "not in manifest.json"}
    np.testing.assert_array_equal(stage.draw(SMOOTH), before)
    assert stage.scene.problems == {}


def test_an_empty_place_has_a_broken_line_around_it_and_nothing_in_it(stage: Stage) -> None:
    bare = stage.draw(replace(LACKING, overlays=False, hidden=frozenset({"wire"})))
    empty = stage.draw(replace(LACKING, hidden=frozenset({"wire"})))
    inked = rim(stage, empty, bare)
    assert 0.4 < inked.mean() < 0.95
    assert np.count_nonzero(inked != np.roll(inked, 1)) > 8, "the line is broken"
    x, y = (round(part) for part in stage.scene.project((30.0, 0.0, 0.0)))
    np.testing.assert_array_equal(empty[y - 8 : y + 8, x - 8 : x + 8], bare[y - 8 : y + 8, x - 8 : x + 8])
    assert stage.scene.pick(*stage.scene.project(FRONT_OF_ROPE)) is None


def test_no_place_is_empty_where_the_structure_is_there_or_only_put_away(stage: Stage) -> None:
    bare = stage.draw(View(overlays=False, hidden=frozenset({"wire", "rope"})))
    stage.draw(LACKING)
    np.testing.assert_array_equal(stage.draw(View(hidden=frozenset({"wire", "rope"}))), bare)
    there, plain = stage.draw(View()), stage.draw(SMOOTH)
    np.testing.assert_array_equal(there, plain)


def test_what_lies_nearer_covers_an_empty_place(stage: Stage) -> None:
    look_from(stage, "right")
    view = replace(LACKING, hidden=frozenset({"wire"}))
    np.testing.assert_array_equal(stage.draw(view), stage.draw(replace(view, overlays=False)))


def test_an_empty_place_is_named_with_the_labels(open_stage: Opener, folder: Path) -> None:
    stage = open_stage(spheres.atlas(), folder, (900, 240))
    stage.scene.camera = stage.scene.viewpoints.frame(("stone", "rope"))
    view = replace(LACKING, labels=True, hidden=frozenset({"wire"}))
    named = stage.draw(view)
    assert "Rope: absent" in {one.words for one in stage.scene._lettering.named}
    assert (named != stage.draw(replace(view, overlays=False))).any()
    assert "rope" not in {one.wish.structure for one in stage.scene._lettering.named}


def test_the_contour_of_a_ball_is_a_ring() -> None:
    mesh = spheres.sphere((0.0, 0.0, 0.0), 20.0, spheres.MUSCLE_COLOUR)
    eye = np.array([0.0, -1000.0, 0.0])
    (ring,) = contours(spheres.drawable(mesh), eye)
    np.testing.assert_allclose(ring[0], ring[-1])
    np.testing.assert_allclose(np.linalg.norm(ring, axis=1), 20.0, atol=0.2)
    np.testing.assert_allclose(ring[:, 1], -0.4, atol=0.2)


def test_dashes_are_as_long_on_the_screen_however_near() -> None:
    path = np.array([[-50.0, 0.0, 0.0], [50.0, 0.0, 0.0]])
    for away, count in ((600.0, 2), (300.0, 4)):
        frame = Frame(Camera((0.0, -away, 0.0), (0.0, 0.0, 0.0)), (100, 100))
        dashes = broken(path, frame)
        lengths = [np.ptp(frame.to_display(dash)[:, 0]) for dash in dashes]
        assert len(dashes) >= count
        np.testing.assert_allclose(lengths[:-1], lengths[0], rtol=0.02)
    assert not len(broken(path, Frame(Camera((0.0, -9000.0, 0.0), (0.0, 0.0, 0.0)), (100, 100))))
