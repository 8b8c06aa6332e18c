"""Names in the real body while it is turned once round, at rest and under way: no leader ever crosses another or runs
through a name, no two names overlap, and none jumps about."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import pyvista as pv

from tests.drawing.conftest import Stage
from tests.first_wave import first_wave
from viewer.drawing import cameras
from viewer.drawing.flat.label_plan import Named
from viewer.drawing.flat.shapes2d import Pixels, Rectangle, meet
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.presentation import Presentation
from viewer.drawing.scene import Scene
from viewer.model.annotations.load import load
from viewer.model.session.plane import CutPlane
from viewer.model.session.view import View

ROOT = Path(__file__).parents[2]
CHOSEN = View(labels=True, selection=("psoas_major_right",))
GHOSTS = View(labels=True, selection=("iliacus_left",), ghost=True)
BY_HAND = replace(CHOSEN, placed=(("femur_left", (-0.4, 0.3)), ("psoas_major_right", (0.3, 0.2))))
SIZES = ((1024, 768), (420, 320))
ROUND = 360
TIP = 0.13  # of the view's height that a leader may lie on what it names
JUMP = 0.12  # of the view's height by which a name may move within a step of five degrees


@pytest.fixture(scope="module")
def body() -> Iterator[Stage]:
    plotter = pv.Plotter(off_screen=True, window_size=[1024, 768], lighting="none")
    scene = Scene(plotter.renderer, first_wave(load(ROOT / "annotations.json")), MeshStore(ROOT / "meshes" / "baked"))
    scene.load()
    yield Stage(scene, plotter)
    plotter.close()


def turned(body: Stage, view: View, size: tuple[int, int], projector: bool, step: int) -> Iterator[tuple[Named, ...]]:
    """The names from all around, nearer and farther by turns; laid out, not drawn."""
    assert body.plotter.render_window is not None
    body.plotter.render_window.SetSize(*size)
    start = body.scene.viewpoints.standard_view("anterior")
    moving = body.scene._lettering._moving
    for angle in range(0, ROUND, step):
        camera = cameras.orbit(start, float(angle), 0.0, tilt_locked=True, pivot=(0.0, 0.0, 0.0))
        if not moving:
            camera = cameras.zoom_at(camera, 0.0, 0.0, angle // step % 3 * 3.0)
        body.scene.show(replace(view, camera=camera), Presentation(projector=projector))
        body.scene._lettering.lay_out(body.scene._frame())
        yield body.scene._lettering.named


def crosses(one: tuple[Pixels, Pixels], other: tuple[Pixels, Pixels]) -> bool:
    """Solved as two lines with a place each: told another way than the program does."""
    (a, b), (c, d) = np.array(one, float), np.array(other, float)
    ways = np.column_stack((b - a, c - d))
    if abs(np.linalg.det(ways)) < 1e-9:
        return False
    shares = np.linalg.solve(ways, c - a)
    return bool((shares > 0).all() and (shares < 1).all())


def runs_through(line: tuple[Pixels, Pixels], named: Named) -> bool:
    left, bottom, right, top = named.placed.box
    places = np.linspace(line[0], line[1], max(int(math.dist(*line)), 2))
    inside = (places > (left, bottom)).all(axis=1) & (places < (right, top)).all(axis=1)
    return bool(inside.any())


def span(named: Named) -> Rectangle:
    """All that a name and its leader take up."""
    places = np.array([named.placed.box[:2], named.placed.box[2:], *named.placed.leader])
    (left, bottom), (right, top) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
    return left - 1, bottom - 1, right + 1, top + 1


def faults(names: tuple[Named, ...], by_hand: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """The pairs of names that are in each other's way; two that were put by hand stand as they were put."""
    return [
        (one.words, other.words)
        for one, other in combinations(names, 2)
        if not {one.wish.structure, other.wish.structure} <= by_hand
        and meet(span(one), span(other))
        and (
            meet(one.placed.box, other.placed.box)
            or any(runs_through(line, other) for line in one.placed.lines)
            or any(runs_through(line, one) for line in other.placed.lines)
            or any(crosses(line, another) for line in one.placed.lines for another in other.placed.lines)
        )
    ]


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize("view", [CHOSEN, GHOSTS])
def test_at_rest_no_name_is_in_anothers_way(body: Stage, view: View, projector: bool) -> None:
    looked_at = frames = chosen = 0
    for size in SIZES:
        for names in turned(body, view, size, projector, step=45):
            assert faults(names) == []
            looked_at += len(names)
            frames += 1
            chosen += any(one.wish.structure in view.selection for one in names)
    assert frames == 16
    assert looked_at > (110 if projector else 220)
    assert chosen > 11


@pytest.mark.parametrize("projector", [False, True])
def test_under_way_no_name_is_in_anothers_way_and_none_jumps_about(body: Stage, projector: bool) -> None:
    body.scene.set_moving(True)
    last: dict[str, Named] = {}
    looked_at, gone = 0, set[str]()
    swaps, jumps, back = Counter[str](), Counter[str](), Counter[str]()
    for names in turned(body, CHOSEN, SIZES[0], projector, step=5):
        assert faults(names) == []
        now = {one.wish.structure: one for one in names if not one.on_it}
        both = now.keys() & last.keys()
        looked_at += len(both)
        swaps.update(name for name in both if now[name].placed.on_left != last[name].placed.on_left)
        jumps.update(name for name in both if _moved(now[name], last[name]) > JUMP * SIZES[0][1])
        back.update(gone & now.keys())
        gone, last = last.keys() - now.keys(), now
    body.scene.set_moving(False)
    assert looked_at > (360 if projector else 1200)
    assert max(swaps.values(), default=0) <= 4  # round once, what lies at a side comes to the other one and back
    assert swaps.total() < 0.025 * looked_at
    assert jumps.total() < 0.05 * looked_at
    assert back.total() < 0.01 * looked_at


def _moved(one: Named, other: Named) -> float:
    (left, bottom, *_), (left_before, bottom_before, *_) = one.placed.box, other.placed.box
    return math.hypot(left - left_before, bottom - bottom_before)


def test_a_leader_covers_no_more_of_what_it_names_than_its_tip(body: Stage) -> None:
    size, covered = SIZES[0], []
    for names in turned(body, CHOSEN, size, False, step=60):
        for one in (name for name in names if name.placed.lines):
            covered.append(_on_own(body, one) / size[1])
            spot = body.scene.pick(*body.scene.project(one.point))
            assert spot is not None
            assert spot.structure == one.wish.structure
            assert math.dist(one.placed.leader[-1], body.scene.project(one.point)) < 1.0
    assert len(covered) > 100
    assert max(covered) < TIP
    assert np.mean(covered) < 0.02


def _on_own(body: Stage, named: Named) -> float:
    """How many pixels of a leader lie on what it names."""
    found = 0.0
    for line in named.placed.lines:
        places = np.linspace(line[0], line[1], max(int(math.dist(*line) / 6), 2))
        hits = [body.scene.pick(*place) for place in places.tolist()]
        own = sum(hit is not None and hit.structure == named.wish.structure for hit in hits)
        found += math.dist(*line) * own / len(places)
    return found


@pytest.mark.parametrize("moving", [False, True])
@pytest.mark.parametrize("projector", [False, True])
def test_a_name_put_by_hand_stays_there_and_the_others_keep_clear(body: Stage, projector: bool, moving: bool) -> None:
    size, placed = SIZES[0], dict(BY_HAND.placed)
    body.scene.set_moving(moving)
    looked_at = shown = 0
    for names in turned(body, BY_HAND, size, projector, step=20):
        assert faults(names, frozenset(placed)) == []
        looked_at += len(names)
        for one in (name for name in names if name.wish.structure in placed):
            left, bottom, right, top = one.placed.box
            x, y = placed[one.wish.structure]
            middle = (left + right) / 2, (bottom + top) / 2
            assert middle == pytest.approx((size[0] / 2 + x * size[1], size[1] / 2 + y * size[1]))
            assert one.placed.leader[-1] == pytest.approx(body.scene.project(one.point), abs=1.0)
            shown += 1
    body.scene.set_moving(False)
    assert looked_at > 100
    assert 18 < shown < 36  # behind the pelvis they are hidden


def test_a_section_leaves_the_names_of_what_is_seen_on_its_face_and_beside(body: Stage) -> None:
    """What fills the body hides what lies behind the face, and what was cut away has no name."""
    assert body.plotter.render_window is not None
    body.plotter.render_window.SetSize(*SIZES[0])
    across = CutPlane((0.0, 0.0, 150.0), (0.0, 0.0, 1.0))
    whole, cut = (_seen_from_above(body, plane) for plane in (None, across))
    assert {"T12", "L1"} & whole.keys()
    assert {"L4/L5", "Psoas major", "Hip bone", "Femoral nerve"} <= cut.keys()
    assert not {"T12", "L1", "L2", "L3", "Femur"} & cut.keys()
    assert faults(tuple(cut.values())) == []
    for one in cut.values():
        assert not body.scene.is_cut_away((one.point[0], one.point[1], one.point[2] - 0.1))
        spot = body.scene.pick(*body.scene.project(one.point))
        assert spot is not None
        assert spot.structure == one.wish.structure


def _seen_from_above(body: Stage, plane: CutPlane | None) -> dict[str, Named]:
    view = replace(View(labels=True, plane=plane), camera=body.scene.viewpoints.standard_view("superior"))
    body.scene.show(view, Presentation())
    body.scene._lettering.lay_out(body.scene._frame())
    return {one.words: one for one in body.scene._lettering.named}
