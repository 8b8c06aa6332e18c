"""A finger on small spheres: known depths, whatever is hidden, absent or of another form; and that it is drawn."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests import onion
from tests.drawing import spheres
from tests.drawing.conftest import Opener, Stage
from viewer.drawing.overlays.fingertip import finger
from viewer.drawing.read_ahead import ReadAhead
from viewer.drawing.scene import Scene
from viewer.model.finger.press import Press
from viewer.model.session.view import View

START = -math.sqrt(80.0**2 - 30.0**2)  # y of the skin before the rope
STRAIGHT = Press((30.0, START, 0.0), (0.0, 1.0, 0.0), 40.0)


def told(stage: Stage, view: View) -> dict[str, tuple[float, float]]:
    stage.scene.show(view)
    return {one.structure: (one.enter, one.leave) for one in stage.scene.feel(STRAIGHT).crossings}


def test_depths_are_counted_from_the_skin_and_in_order(stage: Stage) -> None:
    stage.scene.show(View())
    path = stage.scene.feel(STRAIGHT)
    assert [one.structure for one in path.crossings] == ["rope", "wire"]
    for found, radius in zip(path.crossings, (20.0, 6.0), strict=True):
        assert (found.enter, found.leave) == pytest.approx((-START - radius, -START + radius), abs=0.3)
    assert path.through == pytest.approx(-2 * START, abs=0.5)
    assert path.awaited == ()


def test_what_is_hidden_is_met_and_what_is_absent_is_not(stage: Stage) -> None:
    usual = told(stage, View())
    assert told(stage, View(hidden=frozenset({"rope", "wire", "hide"}))) == usual
    assert told(stage, View(isolated=frozenset({"stone"}))) == usual
    assert list(told(stage, View(absent=frozenset({"rope"})))) == ["wire"]
    assert told(stage, View()) == usual


def test_another_form_is_met_where_it_lies(open_stage: Opener, folder: Path) -> None:
    meshes = {**spheres.bodies(), "rope_knotted": spheres.knotted()}
    stage = open_stage(spheres.atlas(), spheres.write(folder, meshes))
    assert "rope" in told(stage, View())
    assert list(told(stage, View(forms=(("rope", "knotted"),)))) == ["wire"]
    assert "rope" in told(stage, View())


def test_a_way_beside_the_body_or_out_of_it_meets_nothing(stage: Stage) -> None:
    stage.scene.show(View())
    for press in (Press((200.0, 0.0, 0.0), (0.0, 1.0, 0.0)), Press(STRAIGHT.start, (0.0, -1.0, 0.0))):
        path = stage.scene.feel(press)
        assert (path.crossings, path.near, path.through) == ((), (), 0.0)


def test_a_nerve_beside_the_way_is_near_from_where_its_surface_is(stage: Stage) -> None:
    stage.scene.show(View())
    beside = Press((40.0, -math.sqrt(80.0**2 - 40.0**2), 0.0), (0.0, 1.0, 0.0), 60.0)
    (near,) = stage.scene.feel(beside).near
    assert (near.structure, near.apart) == ("wire", pytest.approx(4.0, abs=0.2))
    assert near.depth == pytest.approx(-beside.start[1], abs=0.5)
    assert stage.scene.feel(replace(beside, depth=10.0)).near == (), "it lies much deeper"


def test_a_section_is_what_a_knife_would_show(stage: Stage) -> None:
    stage.scene.show(View())
    section = stage.scene.section(STRAIGHT, (1.0, 0.0, 0.0))
    assert [cut.structure for cut in section.cuts] == ["hide", "rope", "stone", "wire"]
    for cut in section.cuts:
        (line,) = cut.outlines
        middle, radius = np.array(spheres.PLACES[cut.structure]), spheres.RADII[cut.structure]
        expected = np.hypot(line[:, 0] - middle[0] + 30.0, line[:, 1] + START)
        if cut.structure != "hide":  # it is cut at the window
            np.testing.assert_allclose(expected, radius, atol=0.3)
    assert section.cuts[0].outlines[0][:, 0].min() == -90.0


def test_a_finger_is_laid_straight_on_the_skin(stage: Stage) -> None:
    stage.scene.show(View(hidden=frozenset({"hide"})))
    pixel = stage.scene.project((0.0, -80.0, 0.0))
    press = stage.scene.press_at(*pixel)
    assert press is not None
    assert press.start == pytest.approx((0.0, -80.0, 0.0), abs=1.0)
    assert press.way == pytest.approx((0.0, 1.0, 0.0), abs=0.03)
    assert stage.scene.press_at(0.0, 0.0) is None


def test_a_point_near_the_skin_is_put_onto_it_and_aimed(stage: Stage) -> None:
    for point in ((0.0, -95.0, 0.0), (0.0, -60.0, 0.0)):
        press = stage.scene.press_on(point, (30.0, 0.0, 0.0))
        assert press is not None
        assert press.start == pytest.approx((0.0, -80.0, 0.0), abs=3.0)
        assert press.place(math.dist(press.start, (30.0, 0.0, 0.0))) == pytest.approx((30.0, 0.0, 0.0), abs=1e-6)


def test_a_finger_wants_all_that_is_there_and_says_what_it_still_awaits(open_stage: Opener, tmp_path: Path) -> None:
    stage = open_stage(onion.atlas(), onion.write(tmp_path), view=View(hidden=onion.AWAY))
    store = ReadAhead(tmp_path)
    store.begin(["core", "hide"])
    store.finish(["core", "hide"], lambda *_: None, lambda: False)
    scene = Scene(stage.plotter.renderer, onion.atlas(), store)
    pressing = View(hidden=onion.AWAY, finger=Press((0.0, -80.0, 0.0), (0.0, 1.0, 0.0)))
    scene.load(replace(pressing, finger=None))
    assert scene.awaited == ()
    scene.show(pressing)
    assert set(scene.awaited) == onion.AWAY
    assert set(scene.feel(pressing.finger).awaited) == onion.AWAY
    store.begin(sorted(onion.AWAY))
    store.finish(sorted(onion.AWAY), lambda *_: None, lambda: False)
    before = scene.feel(pressing.finger).crossings
    scene.show(pressing)
    after = scene.feel(pressing.finger)
    assert (scene.awaited, after.awaited) == ((), ())
    assert len(after.crossings) > len(before)
    store.close()


def test_the_finger_is_drawn_through_what_covers_it_and_gone_with_the_press(stage: Stage) -> None:
    bare = stage.draw(View())
    drawn = [stage.draw(View(finger=replace(STRAIGHT, depth=depth))) for depth in (0.0, 40.0)]
    assert (drawn[0] != bare).any()
    assert (drawn[0] != drawn[1]).any()
    behind = Press((30.0, -START, 0.0), (0.0, -1.0, 0.0), 5.0)
    hidden = stage.draw(View(finger=behind))
    assert (stage.colour_at(hidden, (30.0, 0.0, 0.0)) != stage.colour_at(bare, (30.0, 0.0, 0.0))).any()
    np.testing.assert_array_equal(stage.draw(View()), bare)


@pytest.mark.parametrize("depth", [0.0, 35.0, 120.0])
def test_its_surface_is_closed_and_its_tip_is_where_the_press_is(depth: float) -> None:
    press = replace(STRAIGHT, depth=depth)
    mesh = finger(press)
    deepest = mesh.points[(mesh.points @ np.array(press.way)).argmax()]
    np.testing.assert_allclose(deepest, press.tip, atol=0.01)
    assert mesh.volume > 10_000
    outside = mesh.points[(mesh.points - np.array(press.start)) @ np.array(press.way) < 0]
    assert np.ptp(outside, axis=0).max() > 35.0
