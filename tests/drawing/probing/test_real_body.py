"""What a finger meets in the real body, against asking every triangle there is."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from matplotlib.path import Path as Area

from tests.drawing.probing.brute_force import AllTriangles, Vector
from viewer.drawing.mesh import Mesh
from viewer.drawing.probing import skin as pressed_skin
from viewer.drawing.probing.probe import THINNEST, WINDOW, Probe
from viewer.model.atlas.atlas import Kind, Structure
from viewer.model.finger.keeping_off import AHEAD, KEEP_OFF, NEAR
from viewer.model.finger.press import Press

WAYS, PRESSES = 1, 400  # ways, and presses along each: 10,000 with --thorough
Present = Mapping[str, Structure]


@pytest.fixture(scope="module")
def skin(meshes: Mapping[str, Mesh], present: Present) -> Mesh:
    return next(meshes[name] for name, one in present.items() if one.kind is Kind.SKIN)


def places_on(skin: Mesh, way: Vector, many: int, chance: np.random.Generator) -> Vector:
    """Places (n, 3) anywhere on the skin from which a way leads in."""
    corners = skin.points[skin.triangles].astype(float)
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    facing = np.where(normals @ way < -0.3 * np.linalg.norm(normals, axis=1), -normals @ way, 0.0)
    chosen = corners[chance.choice(len(corners), many, p=facing / facing.sum())]
    return np.einsum("ni,nij->nj", chance.dirichlet((1, 1, 1), many), chosen)


def test_it_is_what_every_triangle_says(
    probe: Probe, meshes: Mapping[str, Mesh], present: Present, skin: Mesh, many: int
) -> None:
    chance, met = np.random.default_rng(11), set()
    for _ in range(WAYS * many):
        way = chance.normal(size=3)
        way /= np.linalg.norm(way)
        truth = AllTriangles(meshes, way)
        for start in places_on(skin, way, PRESSES, chance):
            path = probe.feel(Press(tuple(start), tuple(way)), present)
            spans = truth.spans(start)
            (hide,) = (name for name, one in present.items() if one.kind is Kind.SKIN)
            through = next(leave for enter, leave in spans.pop(hide) if abs(enter) < 1e-3)
            within = [(max(a, 0.0), min(b, through), name) for name, mine in spans.items() for a, b in mine]
            expected = sorted(one for one in within if one[1] - one[0] > THINNEST)
            assert [one.structure for one in path.crossings] == [name for _, _, name in expected], (start, way)
            depths = [(one.enter, one.leave) for one in path.crossings]
            np.testing.assert_allclose(depths, [one[:2] for one in expected], atol=0.5)
            assert path.through == pytest.approx(through, abs=0.5)
            met.update(one.structure for one in path.crossings)
    assert len(met) > 100, "all over the body"


def test_nearness_is_what_many_points_of_the_surface_say(
    probe: Probe, meshes: Mapping[str, Mesh], present: Present, skin: Mesh
) -> None:
    chance, told = np.random.default_rng(12), 0
    shares = np.array([(a, b, 8 - a - b) for a in range(9) for b in range(9 - a)]) / 8
    kept_off = {name: meshes[name] for name, one in present.items() if one.kind in KEEP_OFF}
    for start in places_on(skin, np.array([0.0, 1.0, 0.0]), 24, chance):
        way = np.array(pressed_skin.inward(skin, tuple(start)))
        path = probe.feel(Press(tuple(start), tuple(way), 55.0), present)
        length = min(55.0 + AHEAD, path.through)
        near = {one.structure: one for one in path.near}
        inside = {one.structure for one in path.crossings if one.enter <= length and one.structure in kept_off}
        assert inside == {name for name, one in near.items() if one.apart == 0.0}
        for name, mesh in kept_off.items():
            corners = mesh.points[mesh.triangles].astype(float)
            close = np.linalg.norm(corners[:, 0] - start, axis=1) < length + NEAR + 20
            points = np.einsum("si,nij->snj", shares, corners[close]).reshape(-1, 3)
            depth = np.clip((points - start) @ way, 0.0, length)
            apart = np.linalg.norm(points - start - depth[:, None] * way, axis=1).min(initial=np.inf)
            if name in near and name not in inside:
                told += 1
                assert near[name].apart == pytest.approx(apart, abs=0.5)
                at = start + near[name].depth * way
                assert np.linalg.norm(points - at, axis=1).min() == pytest.approx(near[name].apart, abs=0.5)
            assert name in near or apart > NEAR - 0.5, name
    assert told > 10


def test_a_section_fills_what_lies_within_the_meshes(
    probe: Probe, meshes: Mapping[str, Mesh], present: Present, skin: Mesh
) -> None:
    chance, seen = np.random.default_rng(13), 0
    x, y = np.meshgrid(np.arange(-87.0, 90.0, 6.0), np.arange(1.0, 160.0, 2.0))
    for start in places_on(skin, np.array([0.1, 0.97, -0.2]), 2, chance):
        way = np.array(pressed_skin.inward(skin, tuple(start)))
        across = np.cross(way, (0.3, 0.1, 0.9))
        across /= np.linalg.norm(across)
        section = probe.section(Press(tuple(start), tuple(way)), tuple(across), present)
        assert section.cuts[0].structure == next(name for name, one in present.items() if one.kind is Kind.SKIN)
        truth, inside = AllTriangles(meshes, way), {name: np.zeros(x.shape, bool) for name in present}
        for column, aside in enumerate(x[0]):
            for name, spans in truth.spans(start + aside * across).items():
                for enter, leave in spans:
                    inside[name][:, column] |= (y[:, column] > enter) & (y[:, column] < leave)
        cuts = {cut.structure: cut.outlines for cut in section.cuts}
        for name, expected in inside.items():
            filled = np.zeros(x.shape, bool)
            for line in cuts.get(name, ()):
                assert (line >= (WINDOW[0] - 1e-9, WINDOW[1] - 1e-9)).all()
                assert (line <= (WINDOW[2] + 1e-9, WINDOW[3] + 1e-9)).all()
                filled ^= Area(line).contains_points(np.column_stack((x.ravel(), y.ravel()))).reshape(x.shape)
            assert (filled != expected).sum() <= 2, name
            seen += bool(expected.any())
    assert seen > 30


def test_every_outline_is_closed_and_every_mesh_of_the_body_allows_it(meshes: Mapping[str, Mesh]) -> None:
    assert len(meshes) > 150
    for name, mesh in meshes.items():
        edges = mesh.triangles[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2).astype(np.int64)
        there, back = edges[:, 0] << 32 | edges[:, 1], edges[:, 1] << 32 | edges[:, 0]
        np.testing.assert_array_equal(np.sort(there), np.sort(back), name)
