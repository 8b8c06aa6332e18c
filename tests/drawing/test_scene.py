from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.drawing import spheres
from tests.drawing.conftest import Opener, Picture, Stage
from viewer.model.session.view import Camera, View

FRONT_OF_ROPE = (30.0, -20.0, 0.0)
FRONT_OF_STONE = spheres.FRONT_OF_THE_BONE
SMOOTH = View(overlays=False)


def green(colour: Picture) -> bool:
    red, green, blue = colour.tolist()
    return bool(green > 1.6 * red and green > 1.6 * blue)


def ivory(colour: Picture) -> bool:
    red, green, blue = colour.tolist()
    return bool(red >= green > blue > 0.6 * red and red > 90)


def test_each_structure_has_its_colour_in_its_place(stage: Stage) -> None:
    picture = stage.draw(SMOOTH)
    assert green(stage.colour_at(picture, FRONT_OF_ROPE))
    assert ivory(stage.colour_at(picture, FRONT_OF_STONE))


@pytest.mark.parametrize("view", [
    View(hidden=frozenset({"rope"})),
    View(absent=frozenset({"rope"})),
    View(isolated=frozenset({"stone"})),
])  # fmt: skip
def test_what_is_not_shown_is_gone_and_comes_back(stage: Stage, view: View) -> None:
    before = stage.draw(SMOOTH)
    without = stage.draw(view)
    assert not green(stage.colour_at(without, FRONT_OF_ROPE))
    assert ivory(stage.colour_at(without, FRONT_OF_STONE))
    np.testing.assert_array_equal(stage.draw(SMOOTH), before)


def test_showing_the_same_view_again_changes_nothing(stage: Stage) -> None:
    view = View(selection=("rope",), labels=True, ghost=True)
    np.testing.assert_array_equal(stage.draw(view), stage.draw(view))


def test_the_selected_structure_is_lifted_outlined_and_keeps_its_colour(stage: Stage) -> None:
    plain, chosen = stage.draw(SMOOTH), stage.draw(View(selection=("rope",), overlays=False))
    before, after = (stage.colour_at(picture, FRONT_OF_ROPE) for picture in (plain, chosen))
    assert green(after)
    assert after.sum() > before.sum()
    x, y = (round(v) for v in stage.scene.project((30.0, 0.0, 20.0)))
    column = chosen[y - 4 : y + 8, x].sum(axis=1)
    assert column.max() > 600  # the pale line above its upper rim


def test_the_rest_recedes_gently_and_as_a_ghost_strongly(stage: Stage) -> None:
    pictures = [stage.draw(view) for view in (SMOOTH, View(selection=("rope",), overlays=False))]
    pictures.append(stage.draw(View(selection=("rope",), overlays=False, ghost=True)))
    plain, gentle, ghost = (int(stage.colour_at(picture, FRONT_OF_STONE).sum()) for picture in pictures)
    assert plain > gentle > ghost
    assert gentle > 0.6 * plain
    assert ghost < 0.5 * plain
    assert green(stage.colour_at(pictures[2], FRONT_OF_ROPE))


def test_a_footprint_is_painted_on_the_bone_and_not_beside_it(stage: Stage) -> None:
    picture = stage.draw(View(fact="rope.origin"))
    red, green_, blue = stage.colour_at(picture, FRONT_OF_STONE).tolist()
    assert red > 1.5 * green_
    assert red > 1.5 * blue
    assert ivory(stage.colour_at(picture, (-30.0, -14.0, 14.0)))


def test_zones_are_painted_on_the_skin_only_when_asked_for(stage: Stage) -> None:
    place = (0.0, -80.0, 0.0)
    ground, lit = (stage.colour_at(stage.draw(view), place) for view in (SMOOTH, View(fact="rope.pain")))
    assert lit[0] > ground[0] + 60
    assert lit[0] > lit[2]


@pytest.mark.parametrize("fact", ["rope.origin", "rope.pain", "rope.point", "rope.nerve"])
def test_what_two_share_is_framed_and_what_one_has_is_not(stage: Stage, fact: str) -> None:
    shared, own = (stage.draw(view).sum(axis=2) for view in (View(shared=(fact,)), View(own=(fact,))))
    differing = np.abs(shared - own) > 60  # as a greyscale print shows it
    assert 40 < differing.sum() < 3000
    np.testing.assert_array_equal(stage.draw(View(shared=(fact,))).sum(axis=2), shared)


def test_the_place_of_a_structure_nearest_to_a_pixel_is_on_its_surface(stage: Stage) -> None:
    stage.draw(SMOOTH)
    there = stage.scene.place_near(*stage.scene.project(FRONT_OF_ROPE), "rope")
    assert there is not None
    assert there.place == pytest.approx(FRONT_OF_ROPE, abs=0.5)
    beside = stage.scene.place_near(*stage.scene.project((-200.0, 0.0, 0.0)), "rope")
    assert beside is not None
    assert beside.place[0] == pytest.approx(10.0, abs=3.0)  # its rim on that side
    assert stage.scene.place_near(0.0, 0.0, "unknown") is None
    assert stage.scene.normal_at("rope", FRONT_OF_ROPE) == pytest.approx((0.0, -1.0, 0.0), abs=0.1)
    assert stage.scene.normal_at("unknown", FRONT_OF_ROPE) is None


def test_a_trigger_point_shows_through_the_tissue_around_it(stage: Stage) -> None:
    picture = stage.draw(View(fact="rope.point"))
    x, y = (round(v) for v in stage.scene.project((30.0, 0.0, 0.0)))
    around = picture[y - 8 : y + 9, x - 8 : x + 9].reshape(-1, 3)
    assert (around[:, 0] > 200).any()  # the disc
    assert (around.sum(axis=1) < 150).any()  # the cross in it


def test_a_lit_nerve_shows_through_its_muscle(stage: Stage) -> None:
    place = (30.0, -6.0, 0.0)
    assert green(stage.colour_at(stage.draw(View()), place))
    red, green_, blue = stage.colour_at(stage.draw(View(fact="rope.nerve")), place).tolist()
    assert red > green_ > 1.5 * blue


def test_a_nerve_stays_solid_beside_its_muscle(stage: Stage) -> None:
    muscle = View(selection=("rope",), ghost=True, overlays=False)
    stage.scene.show(muscle)
    assert stage.scene._looks.each["wire"].ghost
    stage.scene.show(View(selection=("rope",), ghost=True))
    assert not stage.scene._looks.each["wire"].ghost


def test_labels_stand_beside_the_drawing_and_go_with_their_structure(open_stage: Opener, folder: Path) -> None:
    stage = open_stage(spheres.atlas(), folder, (640, 240))
    stage.scene.camera = stage.scene.viewpoints.frame(("stone", "rope"))
    plain, named = stage.draw(SMOOTH), stage.draw(View(labels=True, overlays=False))
    (rope,) = (one for one in stage.scene._lettering.named if one.wish.structure == "rope")
    left, bottom, right, top = (round(edge) for edge in rope.placed.box)
    assert right < stage.scene.project((10.0, 0.0, 0.0))[0] or left > stage.scene.project((50.0, 0.0, 0.0))[0]
    written = np.abs(named - plain).max(axis=2) > 60
    assert written[bottom:top, left:right].any()
    stage.draw(View(labels=True, overlays=False, absent=frozenset({"rope"})))
    assert "rope" not in {one.wish.structure for one in stage.scene._lettering.named}


def test_picking_meets_the_nearest_shown_structure_through_the_skin(stage: Stage) -> None:
    stage.draw(SMOOTH)
    hit = stage.scene.pick(*stage.scene.project(FRONT_OF_ROPE))
    assert hit is not None
    assert hit.structure == "rope"
    assert hit.place == pytest.approx(FRONT_OF_ROPE, abs=0.5)
    assert stage.scene.pick(1, 1) is None


def test_the_skin_is_picked_when_asked_for_by_itself(stage: Stage) -> None:
    stage.draw(View(hidden=frozenset({"hide"})))
    hit = stage.scene.pick_skin(*stage.scene.project((0.0, -80.0, 0.0)))
    assert hit is not None
    assert hit.structure == "hide"
    assert hit.place == pytest.approx((0.0, -80.0, 0.0), abs=1.0)


def test_picking_meets_what_lies_behind_something_hidden(stage: Stage) -> None:
    stage.scene.camera = stage.scene.viewpoints.standard_view("left")
    stage.draw(SMOOTH)
    place = stage.scene.project((50.0, 0.0, 0.0))
    found = []
    for view in (SMOOTH, View(hidden=frozenset({"rope", "wire"})), View(isolated=frozenset({"hide"}))):
        stage.scene.show(view)
        hit = stage.scene.pick(*place)
        found.append(hit.structure if hit else None)
    assert found == ["rope", "stone", None]


def test_projection_agrees_with_what_is_drawn(stage: Stage) -> None:
    picture = stage.draw(View(isolated=frozenset({"rope"}), overlays=False))
    rows, columns = np.nonzero(np.apply_along_axis(green, 2, picture))
    x, y = stage.scene.project(spheres.PLACES["rope"])
    assert (columns.min() + columns.max() + 1) / 2 == pytest.approx(x, abs=1.5)
    assert (rows.min() + rows.max() + 1) / 2 == pytest.approx(y, abs=1.5)


def test_the_camera_is_what_was_set(stage: Stage) -> None:
    camera = Camera((10.0, -900.0, 30.0), (1.0, 2.0, 3.0), (0.0, 0.0, 1.0), 30.0)
    stage.scene.show(View(camera=camera))
    assert stage.scene.camera == camera
    stage.scene.show(View())
    assert stage.scene.camera == camera


@pytest.mark.parametrize(
    ("name", "toward"),
    [
        ("anterior", (0, 1, 0)), ("posterior", (0, -1, 0)), ("left", (-1, 0, 0)), ("right", (1, 0, 0)),
        ("superior", (0, 0, -1)), ("inferior", (0, 0, 1)),
    ],
)  # fmt: skip
def test_standard_views_look_their_way(stage: Stage, name: str, toward: tuple[int, int, int]) -> None:
    camera = stage.scene.viewpoints.standard_view(name)
    way = np.subtract(camera.focus, camera.position)
    np.testing.assert_allclose(way / np.linalg.norm(way), toward, atol=1e-9)


def test_a_moving_camera_draws_proxies(open_stage: Opener, folder: Path) -> None:
    meshes = spheres.bodies()
    spheres.write(folder, meshes)
    coarse = spheres.sphere(spheres.PLACES["rope"], 10.0, spheres.MUSCLE_COLOUR)
    coarse.save(folder / "rope.proxy.vtp")
    rows = {name: spheres.entry(folder / f"{name}.vtp", meshes[name].n_cells) for name in meshes}
    rows["rope"]["proxy"] = spheres.entry(folder / "rope.proxy.vtp", coarse.n_cells)
    spheres.write_manifest(folder, rows)
    stage = open_stage(spheres.atlas(), folder)
    stage.scene.camera = stage.scene.viewpoints.frame(("stone", "rope"))
    rim = (30.0, 0.0, 17.0)
    stage.scene.set_moving(True)
    assert not green(stage.colour_at(stage.draw(SMOOTH), rim))
    stage.scene.set_moving(False)
    assert green(stage.colour_at(stage.draw(SMOOTH), rim))


def test_a_structure_without_a_model_is_told_and_the_others_work(open_stage: Opener, folder: Path) -> None:
    (folder / "rope.vtp").write_bytes((folder / "rope.vtp").read_bytes()[:500])
    stage = open_stage(spheres.atlas(), folder)
    assert list(stage.scene.problems) == ["rope"]
    assert "truncated" in stage.scene.problems["rope"]
    picture = stage.draw(View(selection=("rope",), labels=True))
    assert ivory(stage.colour_at(picture, (-30.0, -14.0, 14.0)))
    hit = stage.scene.pick(*stage.scene.project(FRONT_OF_ROPE))
    assert hit is not None
    assert hit.structure == "wire"


def test_an_empty_folder_of_meshes_still_draws(open_stage: Opener, tmp_path: Path) -> None:
    spheres.write_manifest(tmp_path, {})
    stage = open_stage(spheres.atlas(), tmp_path)
    assert len(stage.scene.problems) == 4
    assert stage.draw(View(labels=True)).any()


def test_paper_white_and_dark_slate(stage: Stage) -> None:
    dark = stage.draw(SMOOTH)
    stage.present(dark=False)
    light = stage.draw(SMOOTH)
    assert dark[2, -2].max() < 80
    assert light[2, -2].min() > 200


def test_letters_in_projector_mode_are_at_least_three_hundredths_high(open_stage: Opener, folder: Path) -> None:
    stage = open_stage(spheres.atlas(), folder, (900, 600))
    stage.scene.camera = stage.scene.viewpoints.frame(("stone", "rope"))
    alone = View(isolated=frozenset(), overlays=False, selection=("rope",))
    plain = stage.draw(alone)
    stage.present(projector=True)
    captioned = stage.draw(alone)
    middle = np.s_[:, 300:600]
    ink = (captioned[middle].min(axis=2) > 180) & (plain[middle].min(axis=2) < 100)
    rows = np.flatnonzero(ink.any(axis=1))
    assert rows.max() - rows.min() + 1 >= 0.03 * 600
    assert rows.max() < 200


def test_the_sides_are_named_where_they_are_plain(stage: Stage) -> None:
    shown = {}
    for name in ("anterior", "posterior", "first"):
        stage.scene.camera = stage.scene.viewpoints.standard_view(name)
        shown[name] = stage.draw(View(isolated=frozenset()))
    oblique = Camera((-700.0, -700.0, 0.0), (0.0, 0.0, 0.0))
    shown["oblique"] = stage.draw(View(isolated=frozenset(), camera=oblique))
    edges = {name: picture[100:140, :30] for name, picture in shown.items()}
    assert (edges["anterior"] != edges["oblique"]).any()
    assert (edges["anterior"] != edges["posterior"]).any()


def test_the_compass_leads_to_the_standard_views(stage: Stage) -> None:
    stage.scene.camera = stage.scene.viewpoints.standard_view("anterior")
    found = {stage.scene.under(x, y).standard_view for x in range(0, 110, 3) for y in range(0, 110, 3)}
    assert found == {None, "right", "left", "superior", "inferior", "anterior"}
    assert stage.scene.under(200, 150).standard_view is None
