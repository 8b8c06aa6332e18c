"""Names in the real body: on the bone, beside what they name, nine for a class, and none where there is no room."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import pyvista as pv

from tests.drawing.conftest import Stage
from tests.first_wave import first_wave
from viewer.drawing.flat.label_plan import Named
from viewer.drawing.flat.shapes2d import Rectangle, meet
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.scene import Scene
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Atlas, Kind
from viewer.model.session.view import View

ROOT = Path(__file__).parents[2]
NAMED = View(labels=True)
CHOSEN = View(labels=True, selection=("psoas_major_right",))
VIEWS = ("first", "anterior", "posterior", "left", "right")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(ROOT / "annotations.json")


@pytest.fixture(scope="module")
def body(atlas: Atlas) -> Iterator[Stage]:
    plotter = pv.Plotter(off_screen=True, window_size=[960, 700], lighting="none")
    assert plotter.render_window is not None
    plotter.render_window.SetMultiSamples(0)
    scene = Scene(plotter.renderer, first_wave(atlas), MeshStore(ROOT / "meshes" / "baked"))
    scene.load()
    yield Stage(scene, plotter)
    plotter.close()


def names(body: Stage, view: View, stand: str, size: tuple[int, int] = (960, 700)) -> tuple[Named, ...]:
    """The names in a standard view of a size."""
    assert body.plotter.render_window is not None
    body.plotter.render_window.SetSize(*size)
    body.scene.camera = body.scene.viewpoints.standard_view(stand)
    body.draw(view)
    return body.scene._lettering.named


def under(body: Stage, box: Rectangle) -> set[str]:
    """What is seen within a rectangle."""
    left, bottom, right, top = box
    places = ((x, y) for x in np.linspace(left, right, 13) for y in np.linspace(bottom, top, 5))
    return {spot.structure for place in places if (spot := body.scene.pick(*place)) is not None}


@pytest.mark.parametrize("stand", VIEWS)
@pytest.mark.parametrize("view", [NAMED, CHOSEN])
def test_no_name_beside_the_drawing_covers_what_it_names_or_what_is_chosen(body: Stage, view: View, stand: str) -> None:
    beside = [one for one in names(body, view, stand) if not one.on_it]
    assert len(beside) >= 8
    for one in beside:
        assert not under(body, one.placed.box) & {one.wish.structure, *view.selection}, one.words


def test_in_the_first_view_no_name_covers_a_muscle(body: Stage, atlas: Atlas) -> None:
    muscles = {name for name, one in atlas.structures.items() if one.kind is Kind.MUSCLE}
    found = names(body, NAMED, "first")
    assert len(found) >= 15
    for one in found:
        assert not under(body, one.placed.box) & muscles, one.words


@pytest.mark.parametrize("stand", VIEWS)
def test_what_is_hidden_behind_something_has_no_name(body: Stage, stand: str) -> None:
    found = names(body, NAMED, stand)
    assert found
    for one in found:
        spot = body.scene.pick(*body.scene.project(one.point))
        assert spot is not None
        assert spot.structure == one.wish.structure


def test_vertebrae_are_named_by_their_level_on_the_bone_and_discs_only_when_chosen_or_near(body: Stage) -> None:
    found = {one.wish.structure: one for one in names(body, NAMED, "first")}
    for number in range(1, 6):
        level = found[f"vertebra_L{number}"]
        assert (level.words, level.on_it) == (f"L{number}", True)
        assert under(body, level.placed.box) == {level.wish.structure}
    assert not [name for name in found if name.startswith("disc")]
    chosen = names(body, View(labels=True, selection=("disc_L3_L4",)), "first")
    assert "L3/L4" in {one.words for one in chosen}
    body.scene.camera = body.scene.viewpoints.frame(("vertebra_L3", "vertebra_L4"))
    body.draw(NAMED)
    assert "L3/L4" in {one.words for one in body.scene._lettering.named}


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
@pytest.mark.parametrize("view", [NAMED, CHOSEN])
def test_a_class_sees_at_most_nine_names_the_muscles_among_them(body: Stage, view: View, size: tuple[int, int]) -> None:
    body.present(projector=True)
    found = names(body, view, "first", size)
    body.present(projector=False)
    assert 5 <= len(found) <= 9
    assert {"Psoas major", "Psoas minor", "Iliacus"} <= {one.words for one in found}
    assert all(name in {one.wish.structure for one in found} for name in view.selection)
    for one in found:
        if not one.on_it:
            assert not under(body, one.placed.box) & {one.wish.structure, *view.selection}, one.words


@pytest.mark.parametrize("size", [(400, 300), (300, 400), (1200, 300), (240, 180)])
@pytest.mark.parametrize("stand", ["first", "anterior", "left"])
def test_in_a_small_view_no_name_lies_on_another_or_leaves_the_view(
    body: Stage, size: tuple[int, int], stand: str
) -> None:
    found = names(body, CHOSEN, stand, size)
    assert len(found) >= (2 if min(size) > 200 else 1)
    for one in found:
        left, bottom, right, top = one.placed.box
        assert 0 <= left < right <= size[0], one.words
        assert 0 <= bottom < top <= size[1], one.words
    boxes = [one.placed.box for one in found]
    assert not [pair for pair in combinations(boxes, 2) if meet(*pair)]


def test_names_keep_their_sides_while_the_camera_moves(body: Stage) -> None:
    from viewer.drawing import cameras

    before = {one.wish.structure: one.placed.on_left for one in names(body, NAMED, "anterior") if not one.on_it}
    body.scene.set_moving(True)
    for _ in range(6):
        turned = cameras.orbit(body.scene.camera, 1.0, 0.0, tilt_locked=True, pivot=(0.0, 0.0, 0.0))
        body.draw(View(labels=True, camera=turned))
        now = {one.wish.structure: one.placed.on_left for one in body.scene._lettering.named if not one.on_it}
        both = before.keys() & now.keys()
        assert len(both) >= 8
        assert {name: now[name] for name in both} == {name: before[name] for name in both}
    body.scene.set_moving(False)


def test_the_badge_stands_in_the_picture_and_no_name_on_it(body: Stage, atlas: Atlas) -> None:
    lacking = frozenset(next(iter(atlas.variations.values())).members.values())
    for projector in (False, True):
        body.present(projector=projector)
        usual, other = (names(body, View(labels=True, absent=absent), "first") for absent in (frozenset(), lacking))
        badges = [box for key, _, box, _ in body.scene._lettering._notices(body.scene._frame()) if "badge" in key]
        body.present(projector=False)
        assert usual
        assert len(badges) == 1
        assert not [one for one in other if meet(one.placed.box, badges[0])]
