"""What is drawn on the body's masses: swellings of muscles and bones, furrows between them, the navel.

Each is a small change of the masses' field, so it leaves no seam. Everything is given for the right half.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from meshes.sculpt.curves import spline
from meshes.sculpt.fields import Field, Points, Values
from meshes.sculpt.surface import project
from meshes.sculpt.tables import read_numbers, read_points

RELIEF = ("x", "y", "z", "reach_x", "reach_y", "reach_z", "height")
FOLDS = (
    *("inguinal", "gluteal", "cleft", "spine", "white_line", "rectus_border", "rib_border", "crest"),
    *("sartorius", "tract", "hamstring_cleft"),
)
TABLES = ("skin.csv", "skin_relief.csv", "skin_folds.csv")
_REQUIRED = (
    *("top", "bottom", "cap_edge", "cap_rise", "hip_weld", "thigh_weld", "spacing"),
    *("navel_height", "navel_depth", "navel_reach"),
    *(f"{fold}_{what}" for fold in FOLDS for what in ("depth", "width")),
)
RUN_OUT = 0.3  # share of a furrow at either end over which it gets shallow


@cache
def numbers() -> dict[str, float]:
    """The skin's single measurements, name -> value. Raises TableError."""
    return read_numbers("skin.csv", required=_REQUIRED)


def swellings(right: Points) -> Values:
    """Height of the swellings at points of the right half, (n,), mm outwards."""
    height = np.zeros(len(right))
    for row in _swellings().values():
        offset = (right - row[:3]) / row[3:6]
        height += row[6] * np.exp(-0.5 * np.einsum("ij,ij->i", offset, offset))
    return height


@cache
def _swellings() -> dict[str, npt.NDArray[np.float64]]:
    return read_points("skin_relief.csv", RELIEF)


class Furrows:
    """The furrows, laid on a surface: each as a tree of points and how deep it is at each of them, 0 to 1."""

    def __init__(self, surface: Field) -> None:
        table = read_points("skin_folds.csv", required=tuple(f"{fold}.1" for fold in FOLDS))
        self._laid: dict[str, tuple[cKDTree, Values]] = {}
        for fold in FOLDS:
            named = np.array([point for name, point in table.items() if name.startswith(fold + ".")])
            curve = project(surface, spline(named, step=2.0), reach=6.0, rounds=8)
            self._laid[fold] = cKDTree(curve), _running_out(len(curve))

    def depth(self, right: Points) -> Values:
        """How deep the furrows are at points of the right half, (n,), mm inwards."""
        table, total = numbers(), np.zeros(len(right))
        for fold, (tree, strength) in self._laid.items():
            width = table[f"{fold}_width"]
            found = tree.query(right, distance_upper_bound=4.0 * width)
            away, nearest = np.asarray(found[0]), np.asarray(found[1])
            near = np.isfinite(away)
            profile = strength[nearest[near]] * np.exp(-0.5 * (away[near] / width) ** 2)
            total[near] += table[f"{fold}_depth"] * profile
        return total


def _running_out(count: int) -> Values:
    """1 along a furrow, falling smoothly to 0 at either end, (count,)."""
    to_end = np.minimum(np.linspace(0, 1, count), np.linspace(1, 0, count)) / RUN_OUT
    return np.asarray(np.sin(0.5 * np.pi * np.minimum(to_end, 1.0)))


def navel_depth(right: Points, navel: npt.NDArray[np.float64]) -> Values:
    """Depth of the navel, (n,): a little higher than wide."""
    away = np.linalg.norm((right - navel) / np.array([1.0, 2.0, 1.35]), axis=1) / numbers()["navel_reach"]
    return np.asarray(numbers()["navel_depth"] * np.exp(-0.5 * away**2))
