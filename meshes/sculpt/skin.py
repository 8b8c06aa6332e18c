"""The body surface, from the lower ribs to the middle of the calf: sections for the masses, then swellings and folds.

Trunk and legs are swept through horizontal sections that are half ellipse, half square; a wide fillet welds them at
the hips and a narrow one keeps the thighs apart. Swellings and furrows are small changes of the field, so they leave
no seam. The triangles stay even, because zones of pain are painted on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline
from scipy.spatial import cKDTree

from meshes.sculpt.curves import spline
from meshes.sculpt.fields import Field, Points, Values, smooth_max, smooth_min
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.surface import Surface, sculpt
from meshes.sculpt.tables import read_numbers, read_points

TRUNK = ("z", "middle_y", "half_width", "front", "back", "square_front", "square_back")
LEG = ("z", "middle_x", *TRUNK[1:])
RELIEF = ("x", "y", "z", "reach_x", "reach_y", "reach_z", "height")
FOLDS = ("inguinal", "gluteal", "cleft", "spine", "white_line", "rectus_border")
BOUNDS = ((-215.0, -165.0, -690.0), (215.0, 175.0, 370.0))
EVERYTHING = 10_000_000  # triangles to keep: all of them


@cache
def _numbers() -> dict[str, float]:
    names = (f"{fold}_{what}" for fold in FOLDS for what in ("depth", "width"))
    return read_numbers("skin.csv", required=("top", "bottom", "hip_weld", "thigh_weld", "navel_height", *names))


def _sections(table: Mapping[str, npt.NDArray[np.float64]]) -> CubicSpline:
    """The columns of a table of sections as smooth functions of height."""
    rows = np.array(sorted(table.values(), key=lambda row: row[0]))
    return CubicSpline(rows[:, 0], rows[:, 1:])


@cache
def _trunk_sections() -> CubicSpline:
    return _sections(read_points("skin_trunk.csv", TRUNK))


@cache
def _leg_sections() -> CubicSpline:
    return _sections(read_points("skin_leg.csv", LEG))


def _swept(x: Values, y: Values, shape: npt.NDArray[np.float64]) -> Values:
    """Distance from a section in its plane; ``shape`` (n, 5): half width, front, back, squareness front and back."""
    half, front, back, square_front, square_back = shape.T
    towards_back = 0.5 + 0.5 * np.tanh(y / 25.0)
    depth = np.where(y < 0, front, back)
    square = square_front + (square_back - square_front) * towards_back
    reach = (np.abs(x / half) ** square + np.abs(y / depth) ** square) ** (1.0 / square)
    radius = np.hypot(x, y)
    outside = radius * (1.0 - 1.0 / np.maximum(reach, 0.05))
    return np.asarray(np.where(reach > 0.05, outside, -np.minimum(half, depth)))


def _trunk(points: Points) -> Values:
    low, high = _trunk_sections().x[[0, -1]]
    shape = _trunk_sections()(np.clip(points[:, 2], low, high))
    inside = _swept(points[:, 0], points[:, 1] - shape[:, 0], shape[:, 1:])
    return smooth_max(inside, low - points[:, 2], 30.0)


def _leg(points: Points) -> Values:
    """The right leg; points of the left half are asked for at their mirror image."""
    low, high = _leg_sections().x[[0, -1]]
    shape = _leg_sections()(np.clip(points[:, 2], low, high))
    inside = _swept(points[:, 0] - shape[:, 0], points[:, 1] - shape[:, 1], shape[:, 2:])
    return smooth_max(inside, points[:, 2] - high, 40.0)


def _masses(points: Points) -> Values:
    """Trunk and both legs, welded."""
    table, mirror = _numbers(), points * np.array([-1.0, 1.0, 1.0])
    legs = smooth_min(_leg(points), _leg(mirror), table["thigh_weld"])
    return smooth_min(_trunk(points), legs, table["hip_weld"])


def _relief(right: Points) -> Values:
    """Height of the swellings at points of the right half, (n,)."""
    height = np.zeros(len(right))
    for row in read_relief().values():
        offset = (right - row[:3]) / row[3:6]
        height += row[6] * np.exp(-0.5 * np.einsum("ij,ij->i", offset, offset))
    return height


@cache
def read_relief() -> dict[str, npt.NDArray[np.float64]]:
    """Swellings and hollows by name: middle, reach and height. Raises TableError."""
    return read_points("skin_relief.csv", RELIEF)


@cache
def _folds() -> dict[str, tuple[cKDTree, Values, bool]]:
    """Each fold as points (x, z) along it with how deep it is there (it runs out at its ends), and if it is behind."""
    table = read_points("skin_folds.csv", required=tuple(f"{fold}.1" for fold in FOLDS))
    lines = {fold: np.array([at for name, at in table.items() if name.startswith(fold + ".")]) for fold in FOLDS}
    curves = {fold: spline(line[:, [0, 2]], step=2.0) for fold, line in lines.items()}
    return {fold: (cKDTree(curve), _running_out(len(curve)), lines[fold][0, 1] > 0) for fold, curve in curves.items()}


def _running_out(count: int, share: float = 0.3) -> Values:
    """1 along a fold, falling smoothly to 0 over the last ``share`` at either end, (count,)."""
    to_end = np.minimum(np.linspace(0, 1, count), np.linspace(1, 0, count)) / share
    return np.asarray(np.sin(0.5 * np.pi * np.minimum(to_end, 1.0)))


def _furrows(right: Points) -> Values:
    """Depth of the folds at points of the right half, (n,).

    A fold is as deep in the skin's own direction as its table says, so its distance is taken in the coronal plane.
    """
    table, depth = _numbers(), np.zeros(len(right))
    back = 0.5 + 0.5 * np.tanh(right[:, 1] / 20.0)
    for fold, (tree, strength, behind) in _folds().items():
        away, nearest = tree.query(right[:, [0, 2]])
        profile = strength[nearest] * np.exp(-0.5 * (away / table[f"{fold}_width"]) ** 2)
        depth += table[f"{fold}_depth"] * profile * (back if behind else 1.0 - back)
    navel = np.linalg.norm((right - landmarks()["navel"]) / np.array([1.0, 2.0, 1.3]), axis=1) / table["navel_reach"]
    return np.asarray(depth + table["navel_depth"] * np.exp(-0.5 * navel**2))


def _body(points: Points) -> Values:
    """The whole surface: masses, swellings, folds, and rounded caps where the model ends."""
    table = _numbers()
    right = points * np.array([-1.0, 1.0, 1.0])
    right[:, 0] = -np.sqrt(points[:, 0] ** 2 + 1.0)
    value = _masses(points) - _relief(right) + _furrows(right)
    value = smooth_max(value, points[:, 2] - table["top"], table["cap_radius"] * 2)
    return smooth_max(value, table["bottom"] - points[:, 2], table["cap_radius"] * 2)


@cache
def landmarks() -> dict[str, npt.NDArray[np.float64]]:
    """Points on the skin that a hand can find, body mm: ``navel``."""
    height = _numbers()["navel_height"]
    middle, _, front = _trunk_sections()(height)[:3]
    return {"navel": np.array([0.0, middle - front, height])}


def field(_structure: str = "skin") -> Field:
    """Signed distance to the body surface, negative inside."""
    return _body


def bounds(_structure: str = "skin") -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """A box that holds the body surface."""
    return BOUNDS


def _make(_: Built) -> Surface:
    return sculpt(_body, BOUNDS, _numbers()["spacing"], EVERYTHING, relax_rounds=4)


RECIPES = (
    Recipe(
        "skin",
        "skin",
        _make,
        genus=0,
        volume=(34_000, 46_000),
        tables=("skin.csv", "skin_trunk.csv", "skin_leg.csv", "skin_relief.csv", "skin_folds.csv"),
    ),
)
