"""Lines drawn by hand: on the picture where they were drawn, on the body as long as it shows that side."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from tests.drawing.conftest import Picture, Stage
from viewer.drawing import style
from viewer.drawing.drawn.ribbons import ROUND, ribbon
from viewer.model.session.plane import CutPlane
from viewer.model.session.stroke import INKS, Stroke
from viewer.model.session.view import Camera, View

ACROSS = Stroke(((-0.3, 0.2, 0.0), (0.3, 0.2, 0.0)), "green", 40.0)
FRONT = ((-38.0, -18.3, 0.0), (-30.0, -20.0, 0.0), (-22.0, -18.3, 0.0))
ON_STONE = Stroke(FRONT, "blue", 30.0, on_body=True)
BEHIND = Camera((0.0, 700.0, 0.0), (0.0, 0.0, 0.0))


def is_ink(picture: Picture, ink: str) -> np.ndarray:
    return np.asarray(np.abs(picture - 255 * np.array(style.STROKES[ink])).max(axis=2) < 6)


def view(*strokes: Stroke, **aspects: object) -> View:
    return View(overlays=False, strokes=strokes, **aspects)


def test_a_line_on_the_picture_lies_where_it_was_drawn_and_stays_while_one_turns(stage: Stage) -> None:
    for camera in (stage.scene.camera, BEHIND):
        ink = is_ink(stage.draw(view(ACROSS, camera=camera)), "green")
        rows, columns = np.nonzero(ink)
        assert rows.mean() == pytest.approx(120 + 0.2 * 240, abs=1)
        assert columns.mean() == pytest.approx(160, abs=1)
        assert np.ptp(rows) + 1 == pytest.approx(0.04 * 240, abs=2)
        assert np.ptp(columns) == pytest.approx(0.6 * 240 + 0.04 * 240, abs=3), "with round ends"
    assert not is_ink(stage.draw(view()), "green").any()


def test_a_line_on_the_body_turns_with_it_and_is_as_broad_near_as_far(stage: Stage) -> None:
    near, far = stage.scene.camera, stage.scene.camera
    far = Camera(tuple(2 * part for part in far.position), far.focus, far.up, far.angle)
    thick = {}
    for name, camera in (("near", near), ("far", far)):
        rows, columns = np.nonzero(is_ink(stage.draw(view(ON_STONE, camera=camera)), "blue"))
        x, y = stage.scene.project((-30.0, -20.0, 0.0))
        assert (columns.mean(), rows.mean()) == pytest.approx((x, y), abs=2)
        thick[name] = np.ptp(rows) + 1
    assert thick["near"] == pytest.approx(0.03 * 240, abs=2)
    assert thick["far"] == pytest.approx(thick["near"], abs=1)
    assert not is_ink(stage.draw(view(ON_STONE, camera=BEHIND)), "blue").any(), "the body hides it"


def test_a_line_on_what_is_cut_away_is_away(stage: Stage) -> None:
    cut = CutPlane((0.0, 0.0, 0.0), (0.0, -1.0, 0.0))
    assert is_ink(stage.draw(view(ON_STONE)), "blue").any()
    assert not is_ink(stage.draw(view(ON_STONE, plane=cut)), "blue").any()


def test_lines_lie_above_words(stage: Stage) -> None:
    stage.present(projector=True, caption="A few words of a caption, over which a line is drawn")
    low = Stroke(((-0.5, -0.4, 0.0), (0.5, -0.4, 0.0)), "red", 160.0)
    for one in (view(), view(low)):
        picture = stage.draw(one)
    assert is_ink(picture, "red")[15:30, 60:260].mean() > 0.95


def test_a_dot_and_sharp_corners_are_whole(stage: Stage) -> None:
    dot = Stroke(((0.0, 0.3, 0.0),), "white", 60.0)
    corner = Stroke(((-0.3, -0.3, 0.0), (0.3, -0.3, 0.0), (-0.3, -0.1, 0.0)), "yellow", 60.0)
    picture = stage.draw(view(dot, corner))
    assert is_ink(picture, "white").sum() == pytest.approx(np.pi * 7.2**2, rel=0.25)
    assert is_ink(picture, "yellow")[120 - 72, 160 + 72 + 5]


@pytest.mark.parametrize("count", [1, 2, 5])
def test_every_corner_of_a_ribbon_belongs_to_a_place(count: int) -> None:
    made = ribbon(count)
    assert len(made.places) == 4 * (count - 1) + (ROUND + 1) * count
    assert set(made.places.tolist()) == set(range(count))
    assert made.triangles.max() < len(made.places)


def test_no_two_inks_are_of_one_lightness() -> None:
    linear = {ink: ((np.array(style.STROKES[ink]) + 0.055) / 1.055) ** 2.4 for ink in INKS}
    levels = sorted(float(one @ [0.2126, 0.7152, 0.0722]) for one in linear.values())
    assert len(levels) == 6
    assert all((above + 0.05) / (below + 0.05) >= 1.35 for below, above in pairwise(levels))
