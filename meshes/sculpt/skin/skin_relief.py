"""What is drawn on the body's masses: swellings of muscles and bones, furrows between them, the navel.

Each is a small change of the masses' field, so it leaves no seam. Everything is given for the right half.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist

from meshes.sculpt.kernel.curves import spline
from meshes.sculpt.kernel.fields import Field, Points, Values
from meshes.sculpt.kernel.surface import project
from meshes.sculpt.tables import read_numbers, read_points

RELIEF = ("x", "y", "z", "reach_x", "reach_y", "reach_z", "height")
FOLDS = (
    *("inguinal", "gluteal", "cleft", "cleft_bottom", "spine", "white_line", "rectus_border", "rib_border", "crest"),
    *("sartorius", "tract", "hamstring_cleft", "rectus_cross_low", "rectus_cross_high", "vastus_outer", "vastus_inner"),
)
_REQUIRED = (
    *("top", "bottom", "cap_edge", "hip_weld", "thigh_weld", "spacing"),
    *("navel_height", "navel_depth", "navel_reach"),
    *(f"{fold}_{what}" for fold in FOLDS for what in ("depth", "width")),
)
Laid = tuple[cKDTree, Values]  # pits of a furrow, and the length that each stands for
PIT = 3.0  # mm between pits; no more than the narrowest furrow is wide
REACH = 5.0  # widths within which a pit counts
RUN_OUT = 0.3  # share of a furrow at either end over which it gets shallow


@cache
def numbers() -> dict[str, float]:
    """The skin's single measurements, name -> value. Raises TableError."""
    return read_numbers("skin/skin.csv", required=_REQUIRED)


def swellings(right: Points) -> Values:
    """Height of the swellings at points of the right half, (n,), mm outwards."""
    height = np.zeros(len(right))
    for row in _swellings().values():
        offset = (right - row[:3]) / row[3:6]
        height += row[6] * np.exp(-0.5 * np.einsum("ij,ij->i", offset, offset))
    return height


@cache
def _swellings() -> dict[str, npt.NDArray[np.float64]]:
    return read_points("skin/skin_relief.csv", RELIEF)


def flush(right: Points) -> Values:
    """How red the skin is at points of the right half, (n,), 0 to 1."""
    pale = np.ones(len(right))
    for row in read_points("skin/skin_flush.csv", ("x", "y", "z", "reach", "share")).values():
        away = np.linalg.norm(right - row[:3], axis=1) / row[3]
        pale *= 1.0 - row[4] * np.exp(-0.5 * away**2)
    return 1.0 - pale


class Furrows:
    """The furrows, laid on a surface: each as a row of soft pits so close that they melt into one even groove.

    Every pit counts everywhere near it. (Asking only the nearest one made a small step in the field between any two,
    and normals stood askew on the steps.)
    """

    def __init__(self, surface: Field) -> None:
        table = read_points("skin/skin_folds.csv", required=tuple(f"{fold}.1" for fold in FOLDS))
        self._laid: dict[str, Laid] = {}
        for fold in FOLDS:
            named = np.array([point for name, point in table.items() if name.startswith(fold + ".")])
            curve = project(surface, spline(named, step=PIT), reach=6.0, rounds=8)
            gaps = np.gradient(np.concatenate([[0.0], np.linalg.norm(np.diff(curve, axis=0), axis=1).cumsum()]))
            self._laid[fold] = cKDTree(curve), _running_out(len(curve)) * gaps

    def depth(self, right: Points) -> Values:
        """How deep the furrows are at points of the right half, (n,), mm inwards."""
        table, total = numbers(), np.zeros(len(right))
        for fold, laid in self._laid.items():
            total += table[f"{fold}_depth"] * _groove(laid, right, table[f"{fold}_width"])
        return total


def _groove(laid: Laid, points: Points, width: float) -> Values:
    """1 in the middle of a groove, falling off to either side as a bell of ``width`` mm, (n,)."""
    tree, weight = laid
    near = np.flatnonzero(np.isfinite(tree.query(points, distance_upper_bound=REACH * width)[0]))
    squares = cdist(points[near], tree.data, "sqeuclidean")
    bells = np.exp(-0.5 * squares / width**2) @ weight / (width * np.sqrt(2.0 * np.pi))
    profile = np.zeros(len(points))
    profile[near] = bells
    return profile


def _running_out(count: int) -> Values:
    """1 along a furrow, falling smoothly to 0 at either end, (count,)."""
    to_end = np.minimum(np.linspace(0, 1, count), np.linspace(1, 0, count)) / RUN_OUT
    return np.asarray(np.sin(0.5 * np.pi * np.minimum(to_end, 1.0)))


def navel_depth(right: Points, navel: npt.NDArray[np.float64]) -> Values:
    """Depth of the navel, (n,): a little higher than wide."""
    away = np.linalg.norm((right - navel) / np.array([1.0, 2.0, 1.35]), axis=1) / numbers()["navel_reach"]
    return np.asarray(numbers()["navel_depth"] * np.exp(-0.5 * away**2))
