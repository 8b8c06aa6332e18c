"""What fascicles, gates and flesh promise, on small examples."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from meshes.sculpt.kernel.fields import Field, Points, Values, sphere
from meshes.sculpt.kernel.grids import Grid, distance_to, empty
from meshes.sculpt.kernel.surface import is_closed, sculpt, volume
from meshes.sculpt.muscles.fascicles import (
    Bundle,
    Gate,
    bundle,
    joining,
    level_gates,
    rooted,
    settled,
    share_out,
    thread,
)
from meshes.sculpt.muscles.fibres import Fibres
from meshes.sculpt.muscles.muscle import arcs, finished, paling
from meshes.sculpt.muscles.solidify import carved, flesh, handles, tubes, without_slivers
from meshes.sculpt.muscles.topology import euler, without_tunnels

ROWS = [[0, 0, 60, 10, 6, 10], [2, 3, 40, 12, 6, 20], [3, 8, 20, 9, 5, 30], [3, 10, 0, 6, 4, 35]]


def everywhere(points: Points) -> npt.NDArray[np.bool_]:
    return np.ones(len(points), bool)


def nowhere(points: Points) -> npt.NDArray[np.bool_]:
    return np.zeros(len(points), bool)


def straight(count: int = 7, length: float = 40.0, radius: float = 1.5) -> Bundle:
    t = np.linspace(0.0, 1.0, 60)
    starts = 2.2 * np.array([[np.cos(a), np.sin(a), 0] for a in np.linspace(0, 2 * np.pi, count, endpoint=False)])
    paths = starts[:, None] + t[None, :, None] * np.array([0.0, 0.0, -length])
    return Bundle(paths, np.full((count, 60), radius))


def solid_of(shape: Field, reach: float = 14.0, spacing: float = 1.0) -> Grid:
    grid = empty(((-reach,) * 3, (reach,) * 3), spacing)
    return Grid(shape(grid.lattice()).reshape(grid.values.shape), grid.origin, spacing)


def test_gates_follow_their_rows_and_turn_the_short_way() -> None:
    gates = level_gates([[0, 0, 30, 9, 5, 170], [0, 0, 0, 9, 5, 10]], step=5.0)
    turned = [abs(gate.axes[0] @ [1.0, 0.0, 0.0]) for gate in gates]
    assert min(turned) > np.cos(np.radians(11)), "from 170 to 10 degrees is a turn by 20, not by 160"
    np.testing.assert_allclose(gates[0].centre, [0, 0, 30])
    np.testing.assert_allclose(gates[-1].half, [9, 5])


def test_a_window_is_shared_out_in_equal_cells_that_leave_the_bone_free() -> None:
    gate = Gate(np.zeros(3), np.eye(3)[:2], np.array([10.0, 6.0]))
    crowd = np.random.default_rng(1).uniform(-1, 1, (30, 2))
    places, cell = share_out(gate, crowd, lambda at: at[:, 0] > 0, rounds=40)
    assert cell == pytest.approx(np.pi * 60 / 2 / 30, rel=0.05)
    assert places[:, 0].min() > 0
    apart = np.linalg.norm(places[:, None] - places[None], axis=2) + 99 * np.eye(30)
    assert apart.min() > 0.6 * np.sqrt(cell)


def test_fascicles_pass_every_gate_after_they_joined_and_keep_their_ends() -> None:
    gates = level_gates(ROWS)
    starts = np.array([[x, 0.0, z] for x in (-8, -3, 3, 8) for z in (70.0, 52.0)])
    joins = joining(gates, starts, np.full(8, 8.0))
    threaded = thread(gates, starts, joins, everywhere)
    ends = np.tile([4.0, 14.0, -10.0], (8, 1))
    red = bundle(starts, threaded, ends, (np.full(8, 1.0), np.full(8, 0.5)))
    np.testing.assert_allclose(red.paths[:, 0], starts)
    np.testing.assert_allclose(red.paths[:, -1], ends)
    for number, gate in enumerate(gates):
        inside = threaded.places[joins <= number, number] - gate.centre
        assert (np.linalg.norm(inside @ gate.axes.T / gate.half, axis=1) <= 1.0).all()


def test_late_slips_join_at_the_side_they_come_from() -> None:
    gates = level_gates(ROWS)
    starts = np.array([[-5.0, 0, 70], [0.0, 0, 70], [5.0, 0, 70], [20.0, 4, 45]])
    threaded = thread(gates, starts, joining(gates, starts, np.full(4, 8.0)), everywhere)
    assert threaded.places[3, -1, 0] == threaded.places[:, -1, 0].max()


def test_settled_fascicles_clear_the_bone_and_keep_their_ends() -> None:
    bone = solid_of(sphere((0, 0, 0), 6.0), reach=25.0)
    t = np.linspace(-20.0, 20.0, 80)
    line = np.stack([np.full(80, 1.0), np.zeros(80), -t], axis=1)[None]
    free = settled(Bundle(line, np.full((1, 80), 1.0)), bone, rounds=16)
    assert bone(free.paths[0]).min() > 0.0
    np.testing.assert_allclose(free.paths[0, [0, -1]], line[0, [0, -1]])


def test_one_tube_has_the_radius_it_was_given() -> None:
    grid = tubes(straight(1), 0.5)
    around = np.array([[2.2 + 1.5 * np.cos(a), 1.5 * np.sin(a), -20.0] for a in np.linspace(0, 6, 9)])
    assert np.abs(grid(around)).max() < 0.08


def test_flesh_fills_gaps_and_keeps_shallow_grooves() -> None:
    grid = tubes(straight(radius=0.5), 0.5)
    body = flesh(grid, closing=2.5, groove=0.4)
    assert body(np.array([[0.0, 0.0, -20.0]]))[0] < 0 < grid(np.array([[0.0, 0.0, -20.0]]))[0]
    assert (body.values <= grid.values + 1e-9).all()


def test_fascicles_that_stand_out_are_lowered_and_the_rest_stays() -> None:
    proud = straight(19, radius=1.0)
    paths = np.concatenate([proud.paths, proud.paths[:1] + np.array([1.5, 0.0, 0.0])])
    grid = tubes(Bundle(paths, np.vstack([proud.radii, proud.radii[:1]])), 0.5)
    at = np.array([[4.7, 0.0, -20.0]])
    assert grid(at)[0] < 0.1 < flesh(grid, closing=4.0, groove=0.2, even=1.0, sunk=0.4)(at)[0]


def test_thin_edges_are_cut_off_and_the_thick_body_stays() -> None:
    def ball_with_brim(at: Points) -> Values:
        brim = np.maximum(np.hypot(at[:, 0], at[:, 1]) - 12.0, np.abs(at[:, 2]) - 0.8)
        return np.minimum(sphere((0, 0, 0), 6.0)(at), brim)

    body = solid_of(ball_with_brim, spacing=0.5)
    trimmed = without_slivers(body, 1.2)
    brim, ball = np.array([[9.5, 0.0, 0.0]]), np.array([[0.0, 0.0, 5.4]])
    assert body(brim)[0] < 0 < trimmed(brim)[0]
    assert trimmed(ball)[0] < 0


def test_roots_reach_into_the_bone() -> None:
    bone = solid_of(sphere((0, 0, 0), 8.0))
    ends = 8.0 * np.eye(3)
    np.testing.assert_allclose(np.linalg.norm(rooted(ends, bone, 1.5), axis=1), 6.5, atol=0.1)


def test_a_carved_body_keeps_its_distance() -> None:
    body = carved(solid_of(sphere((0, 0, 0), 8.0)), sphere((9, 0, 0), 4.0), gap=0.5)
    left = body.origin + body.spacing * np.argwhere(body.values < 0)
    assert sphere((9, 0, 0), 4.0)(left).min() > 0.5


def test_a_tunnel_is_closed_unless_bone_runs_through_it() -> None:
    def ring(at: Points) -> Values:
        return np.hypot(np.hypot(at[:, 0], at[:, 1]) - 6.0, at[:, 2]) - 4.4

    body = solid_of(ring, spacing=0.8)
    assert (handles(body), euler(body.values < 0)) == (1, 0)
    assert handles(without_tunnels(body, nowhere)) == 0
    assert handles(without_tunnels(body, everywhere)) == 1


def test_crumbs_and_cavities_are_gone() -> None:
    body = solid_of(lambda at: np.minimum(np.abs(sphere((0, 0, 0), 6.0)(at)) - 2.0, sphere((12, 0, 0), 1.0)(at)))
    clean = without_tunnels(body, nowhere)
    assert euler(clean.values < 0) == 1
    assert clean(np.array([[0.0, 0, 0], [12.0, 0, 0]])) == pytest.approx([-0.35, 0.35])


def test_distance_to_a_surface_is_exact_nearby_and_signed() -> None:
    ball = sculpt(sphere((0, 0, 0), 10.0), ((-13,) * 3, (13,) * 3), 0.8, 6000)
    away = np.random.default_rng(2).uniform(-1, 1, (200, 3))
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    for depth in (-3.0, -0.5, 0.2, 2.5):
        np.testing.assert_allclose(distance_to(ball)(away * (10.0 + depth)), depth, atol=0.06)


def test_streaks_run_along_the_fibres() -> None:
    fibres = Fibres(straight(19, 60.0))
    along = np.array([[2.0, 0.5, z] for z in np.linspace(-20, -30, 20)])
    across = np.array([[2 * np.cos(a), 2 * np.sin(a), -25] for a in np.linspace(0, 3, 20)])
    assert np.ptp(fibres.streaks(along, 1.5, 3)) != 0
    steps = [np.abs(np.diff(fibres.streaks(np.vstack([along, across]), 1.5, 3))) for _ in (0, 1)]
    np.testing.assert_array_equal(steps[0], steps[1])
    assert steps[0][:19].mean() < steps[0][20:].mean()


def test_paling_reaches_from_tip_and_tendon_towards_the_belly() -> None:
    red = straight(3, 100.0)
    pale = paling(red, np.full(3, 4.0), np.full(3, 20.0), fade=20.0)
    middle = np.abs(arcs(red)[0] - 0.5) < 0.05
    assert pale[:, 0] == pytest.approx(1)
    assert pale[:, -1] == pytest.approx(1)
    assert pale[:, middle].max() == 0


def test_a_finished_muscle_is_one_closed_body_that_knows_its_fibres() -> None:
    red = straight(12)
    surface = finished(red, flesh(tubes(red, 0.7), 2.5, 0.4), paling(red, np.ones(12), np.full(12, 8.0), 6.0), 4000, 5)
    assert is_closed(surface.points, surface.faces)
    assert volume(surface.points, surface.faces) > 0
    np.testing.assert_allclose(np.linalg.norm(surface.arrays["fibre"], axis=1), 1.0)
    assert (surface.arrays["fibre"] @ [0.0, 0.0, -1.0]).min() > 0.9, "from origin to insertion"
    for name, low in (("tendon", 0.0), ("arc", 0.0), ("streak", -1.0)):
        assert low <= surface.arrays[name].min() <= surface.arrays[name].max() <= 1.0
