"""The femur as a reader of its surface measures it: head, angles, length, landmarks, and one number that steers it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import trimesh

import meshes
from meshes.sculpt import body
from meshes.sculpt.kernel.fields import Field, gradient, mirrored
from meshes.sculpt.kernel.surface import project, sculpt, unit
from meshes.sculpt.leg import femur
from meshes.sculpt.leg.femur_frame import knee, numbers, thigh
from meshes.sculpt.tables import read_points

Vector = npt.NDArray[np.float64]
COARSE = 3.2  # mm; enough to measure, and quick
BUILD = f"""
import numpy as np
from meshes.sculpt.leg import femur
from meshes.sculpt.kernel.surface import sculpt
surface = sculpt(femur.field("femur_right"), femur.bounds("femur_right"), {COARSE}, 12000, relax_rounds=0)
np.savez("femur.npz", points=surface.points, faces=surface.faces)
"""


@pytest.fixture(scope="module")
def mesh() -> trimesh.Trimesh:
    surface = sculpt(femur.field("femur_right"), femur.bounds("femur_right"), COARSE, 12_000, relax_rounds=0)
    return trimesh.Trimesh(surface.points, surface.faces, process=False)


def section(mesh: trimesh.Trimesh, through: Vector, normal: Vector) -> tuple[Vector, float]:
    """Centroid and area of the loop of a plane section that lies nearest to ``through``."""
    loops = [np.asarray(loop)[:-1] for loop in mesh.section(plane_origin=through, plane_normal=normal).discrete]
    measured = [loop_centroid(loop, normal) for loop in loops]
    return min(measured, key=lambda found: float(np.linalg.norm(found[0] - through)))


def loop_centroid(loop: Vector, normal: Vector) -> tuple[Vector, float]:
    middle = loop.mean(axis=0)
    rays = loop - middle
    pieces = np.cross(rays, np.roll(rays, -1, axis=0)) @ normal / 2
    thirds = (rays + np.roll(rays, -1, axis=0)) / 3
    return middle + (pieces[:, None] * thirds).sum(axis=0) / pieces.sum(), abs(float(pieces.sum()))


def head(mesh: trimesh.Trimesh) -> tuple[Vector, float]:
    """Centre and diameter of the sphere through the medial half of the head, its fovea left out."""
    near = mesh.vertices - body.hip_centre("right")
    points = mesh.vertices[(np.linalg.norm(near, axis=1) < 27) & (near[:, 0] > 2.0)]
    for _ in range(3):
        system = np.column_stack([2 * points, np.ones(len(points))])
        found = np.linalg.lstsq(system, (points**2).sum(axis=1), rcond=None)[0]
        centre, radius = found[:3], float(np.sqrt(found[3] + found[:3] @ found[:3]))
        points = points[np.abs(np.linalg.norm(points - centre, axis=1) - radius) < 0.4]
    return centre, 2 * radius


def neck_axis(mesh: trimesh.Trimesh) -> Vector:
    """Unit direction from the neck's thinnest section to the head's centre."""
    centre = head(mesh)[0]
    axis = np.array([0.7, 0.0, 0.7])
    for _ in range(4):
        cuts = [section(mesh, centre - axis * away, axis) for away in np.arange(20.0, 30.0, 1.0)]
        axis = centre - min(cuts, key=lambda cut: cut[1])[0]
        axis /= np.linalg.norm(axis)
    return axis


def shaft_axis(mesh: trimesh.Trimesh) -> Vector:
    """Unit direction of the shaft from its middle to below the trochanters."""
    up = thigh().axes[:, 2]
    low, high = (
        section(mesh, thigh().to_body(np.array([out, back, height])), up)[0]
        for out, back, height in ((20.7, -15.2, -216.0), (30.7, -0.6, -100.0))
    )
    return (high - low) / np.linalg.norm(high - low)


def condyle(mesh: trimesh.Trimesh, sign: float) -> Vector:
    """The middle of the rearmost millimetre of the lateral (1) or medial (-1) condyle, in the thigh's frame."""
    local = thigh().to_local(mesh.vertices)
    side = local[(local[:, 2] < -405) & (local[:, 0] * sign > 8)]
    return np.asarray(side[side[:, 1] > side[:, 1].max() - 1.0].mean(axis=0))


def neck_shaft_angle(mesh: trimesh.Trimesh) -> float:
    return 180.0 - float(np.degrees(np.arccos(neck_axis(mesh) @ shaft_axis(mesh))))


def anteversion(mesh: trimesh.Trimesh) -> float:
    inward = neck_axis(mesh) @ thigh().axes
    across = condyle(mesh, -1.0) - condyle(mesh, 1.0)
    turn = np.arctan2(-inward[1], -inward[0]) - np.arctan2(-across[1], -across[0])
    return float(np.degrees(turn))


def test_it_is_one_closed_body_without_handles(mesh: trimesh.Trimesh) -> None:
    assert mesh.is_watertight
    assert mesh.body_count == 1
    assert mesh.euler_number == 2
    assert 420 < mesh.volume / 1000 < 720


def test_the_head_fills_its_socket(mesh: trimesh.Trimesh) -> None:
    centre, diameter = head(mesh)
    assert np.linalg.norm(centre - body.hip_centre("right")) < 0.5
    assert diameter == pytest.approx(numbers()["head_diameter"], abs=0.6)


def test_the_neck_stands_at_the_tabled_angles(mesh: trimesh.Trimesh) -> None:
    assert neck_shaft_angle(mesh) == pytest.approx(numbers()["neck_shaft_angle"], abs=2.0)
    assert anteversion(mesh) == pytest.approx(numbers()["anteversion"], abs=2.5)


def test_its_length_and_widths_are_those_of_men(mesh: trimesh.Trimesh) -> None:
    local = thigh().to_local(mesh.vertices)
    width = local[local[:, 2] < -395][:, 0]
    assert 481.6 - 21.7 < np.ptp(local[:, 2]) < 481.6 + 21.7
    assert 87.1 - 3.6 < np.ptp(width) < 87.1 + 3.6
    assert condyle(mesh, 1.0)[0] - condyle(mesh, -1.0)[0] == pytest.approx(55.3, abs=3.0)


def test_the_knee_is_level_and_faces_forward(mesh: trimesh.Trimesh) -> None:
    lateral, medial = (thigh().to_body(condyle(mesh, sign)) for sign in (1.0, -1.0))
    out = thigh().to_local(mesh.vertices)[:, 0]
    lowest = [mesh.vertices[out * sign > 8.0][:, 2].min() for sign in (1.0, -1.0)]
    assert abs(lateral[1] - medial[1]) < 1.5
    assert abs(lowest[0] - lowest[1]) < 1.5


def roll(out: float, first: int, last: int) -> float:
    """Radius of the circle through a condyle's surface, seen along its axis, over a range of degrees (90 below)."""
    angles = np.radians(np.arange(first, last + 1, 5))
    spokes = np.column_stack([np.zeros(len(angles)), -np.cos(angles), -np.sin(angles)])
    ends = project(femur.field("femur_right"), knee().to_body(np.array([out, 0, 0]) + 21.0 * spokes), 3.0, rounds=6)
    back, up = knee().to_local(ends)[:, 1:].T
    middle = np.linalg.lstsq(np.column_stack([2 * back, 2 * up, np.ones(len(back))]), back**2 + up**2, rcond=None)[0]
    return float(np.sqrt(middle[2] + middle[0] ** 2 + middle[1] ** 2))


@pytest.mark.parametrize("out", [-24.0, 24.0])
def test_the_curve_of_a_condyle_tightens_backwards(out: float) -> None:
    """Without its cartilage: about 32 mm in front, 21 to 22 behind with it (Iwaki 2000)."""
    assert 18.0 < roll(out, 130, 220) < 22.0
    assert roll(out, 50, 95) > 1.3 * roll(out, 130, 220)


def test_the_notch_is_an_arch() -> None:
    across = np.arange(-20.0, 20.0, 0.1)

    def width(up: float) -> float:
        line = knee().to_body(np.column_stack([across, np.full_like(across, 10.0), np.full_like(across, up)]))
        return 0.1 * float((femur.field("femur_right")(line) > 0).sum())

    assert 14.0 < width(8.0) < width(0.0) - 1.0 < width(-8.0)


def test_the_greater_trochanter_rounds_over_into_its_crest() -> None:
    """Behind, half-way down it, no step up from the neck is steeper than two to one."""
    out, back = np.arange(22.0, 40.0, 2.0), np.arange(10.0, 45.0, 0.1)
    grid = np.stack(np.meshgrid(out, back, [-38.0], indexing="ij"), -1).reshape(-1, 3)
    inside = (femur.field("femur_right")(thigh().to_body(grid)) < 0).reshape(len(out), len(back))
    behind = back[len(back) - 1 - inside[:, ::-1].argmax(axis=1)]
    assert np.ptp(behind) > 8.0
    assert np.diff(behind).max() < 4.0


@pytest.mark.parametrize("side", ["right", "left"])
def test_landmarks_lie_on_the_surface(side: str) -> None:
    places = femur.landmarks(side)
    on_surface = np.array([place for name, place in places.items() if name != "head_centre"])
    assert np.abs(femur.field(f"femur_{side}")(on_surface)).max() < 0.1
    assert np.sign(places["head_centre"][0]) == (-1 if side == "right" else 1)


def test_the_lesser_trochanter_stands_where_it_does_in_men() -> None:
    out, back, up = thigh().to_local(femur.landmarks()["lesser_trochanter_apex"])
    assert 6 < out < 10
    assert 21 < back < 27
    assert -66 < up < -57


@pytest.mark.parametrize(("side", "other", "sign"), [("right", "left", -1), ("left", "right", 1)])
def test_each_side_has_openings_of_its_own(side: str, other: str, sign: int) -> None:
    rows = read_points("femur/femur_pores.csv", ("side", "out", "back", "up"))
    own = np.array([row[1:] for name, row in rows.items() if row[0] == sign and "nutrient" not in name])
    here, there = (_as_right(one) for one in (side, other))
    mouths = project(there, thigh().to_body(own), reach=6.0, rounds=6)
    inside = mouths - unit(gradient(there, mouths))
    opened = here(inside) > 0.0
    assert len(own) >= 8
    assert opened.mean() > 0.8  # where the other side's opening lies beside it, both are hollow


@pytest.mark.parametrize(("side", "count"), [("right", 2), ("left", 1)])
def test_a_nutrient_canal_runs_upwards_behind_the_linea_aspera(side: str, count: int) -> None:
    rows = read_points("femur/femur_pores.csv", ("side", "out", "back", "up"))
    own = np.array([row[1:] for name, row in rows.items() if name.startswith("nutrient") and name.endswith(side)])
    bone, other = _as_right(side), _as_right("left" if side == "right" else "right")
    mouths = project(other, thigh().to_body(own), reach=6.0, rounds=6)
    inward = -unit(gradient(other, mouths))
    deep = mouths + 1.5 * inward
    above, below = (bone(deep + way * 1.8 * thigh().axes[:, 2]) for way in (1.0, -1.0))
    assert len(own) == count
    assert (above > 0.0).all()
    assert (below < 0.0).all()


def _as_right(side: str) -> Field:
    """The field of a femur, in the place of the right one."""
    field = femur.field(f"femur_{side}")
    return field if side == "right" else mirrored(field)


def test_the_left_femur_is_like_the_right_one_but_no_copy(mesh: trimesh.Trimesh) -> None:
    off = np.abs(_as_right("left")(mesh.vertices) - _as_right("right")(mesh.vertices))
    assert 0.03 < off.mean() < 0.2
    assert np.percentile(off, 98) < 0.8


def test_one_number_turns_the_neck(tmp_path: Path) -> None:
    package = Path(meshes.__file__).parent
    shutil.copytree(package / "sculpt", tmp_path / "meshes" / "sculpt", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(package / "__init__.py", tmp_path / "meshes")
    table = tmp_path / "meshes" / "sculpt" / "tables" / "femur/femur.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("neck_shaft_angle,127,", "neck_shaft_angle,138,"))
    subprocess.run([sys.executable, "-c", BUILD], cwd=tmp_path, check=True, timeout=60)
    with np.load(tmp_path / "femur.npz") as made:
        turned = trimesh.Trimesh(made["points"], made["faces"], process=False)
    assert np.linalg.norm(head(turned)[0] - body.hip_centre("right")) < 0.5
    assert neck_shaft_angle(turned) == pytest.approx(138.0, abs=3.0)
