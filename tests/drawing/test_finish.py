from __future__ import annotations

import numpy as np

from tests.drawing import spheres
from tests.drawing.conftest import Stage
from viewer.drawing import style
from viewer.drawing.finish import SOON
from viewer.drawing.pace import JUDGED
from viewer.model.session.view import View

MIDDLE = spheres.PLACES["stone"]


def slow_moves(stage: Stage) -> None:
    """Turn on a machine on which no frame is ever quick enough."""
    stage.scene.set_moving(True)
    for _ in range(JUDGED * len(style.MOVING)):
        stage.draw(View())
        stage.scene.took(1.0)


def size(stage: Stage) -> tuple[int, int]:
    assert stage.plotter.render_window is not None
    return stage.plotter.render_window.GetSize()


def test_a_slow_machine_draws_fewer_pixels_while_it_moves_and_all_at_rest(stage: Stage) -> None:
    full = size(stage)
    still = stage.draw(View())
    slow_moves(stage)
    assert size(stage) == tuple(round(side * style.MOVING[-1].fineness) for side in full)
    stage.scene.set_moving(False)
    np.testing.assert_array_equal(stage.draw(View()), still)
    assert size(stage) == full


def test_what_is_picked_does_not_depend_on_how_finely_it_is_drawn(stage: Stage) -> None:
    pixel = stage.scene.project(MIDDLE)
    found = stage.scene.pick(*pixel)
    slow_moves(stage)
    np.testing.assert_allclose(stage.scene.project(MIDDLE), pixel, atol=0.5)
    coarse = stage.scene.pick(*pixel)
    assert found is not None
    assert coarse is not None
    assert coarse.structure == found.structure == "stone"
    np.testing.assert_allclose(coarse.place, found.place, atol=0.5)
    assert stage.scene.under(*pixel).spot == coarse


def test_another_size_in_the_middle_of_a_move_is_filled_at_rest(stage: Stage) -> None:
    slow_moves(stage)
    stage.scene.resize(400, 300)
    assert size(stage) == (400, 300)
    slow_moves(stage)
    assert size(stage) == (240, 180)
    stage.scene.set_moving(False)
    assert stage.draw(View()).shape == (300, 400, 3)


def test_a_frame_counts_as_what_it_was_drawn_as_whatever_is_wanted_when_it_is_seen(stage: Stage) -> None:
    stage.draw(View())
    stage.scene.took(2 * SOON)
    stage.scene.set_moving(True)
    stage.draw(View())
    stage.scene.set_moving(False)
    stage.scene.took(0.1 * SOON)
    assert stage.scene.hurry(), "a frame at rest still takes long"


def test_a_change_is_hurried_only_where_frames_take_long(stage: Stage) -> None:
    still = stage.draw(View())
    stage.scene.took(0.9 * SOON)
    assert not stage.scene.hurry()
    stage.scene.took(1.1 * SOON)
    assert stage.scene.hurry()
    quick = stage.draw(View(selection=("stone",)))
    assert quick.shape == still.shape
    stage.scene.set_moving(False)
    stage.draw(View(selection=("stone",)))
    np.testing.assert_array_equal(stage.draw(View()), still)
