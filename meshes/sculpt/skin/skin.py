"""The body surface of a lean standing man, from the lower ribs to the middle of the calf.

Masses first (``skin_masses``), then the swellings and furrows drawn on them (``skin_relief``), then a clean
cut where the model ends. The triangles stay even, because zones of pain are painted on them.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max
from meshes.sculpt.kernel.surface import Surface, project, sculpt
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.skin import skin_masses, skin_relief
from meshes.sculpt.skin.skin_relief import numbers
from meshes.sculpt.tables import read_points

BOUNDS = ((-215.0, -165.0, -690.0), (215.0, 175.0, 375.0))
EVERYTHING = 10_000_000  # triangles to keep: all of them


def _body(points: Points) -> Values:
    """The whole surface: masses, swellings, folds, and clean cuts where the model ends."""
    right = _right(points)
    value = _masses(points) - skin_relief.swellings(right) + _furrows().depth(right)
    return _capped(points, value + skin_relief.navel_depth(right, _navel()))


def _right(points: Points) -> Points:
    """Points (n, 3) of both halves brought to the right one, smoothly across the middle."""
    return np.column_stack([-np.sqrt(points[:, 0] ** 2 + 1.0), points[:, 1:]])


def _masses(points: Points) -> Values:
    table = numbers()
    return skin_masses.masses(points, table["hip_weld"], table["thigh_weld"])


def _swollen(points: Points) -> Values:
    """The masses with their swellings, on which furrows are laid."""
    return _masses(points) - skin_relief.swellings(points)


@cache
def _furrows() -> skin_relief.Furrows:
    return skin_relief.Furrows(_swollen)


def _capped(points: Points, value: Values) -> Values:
    """The surface cut level above and below, as the figures of an atlas are, with a softly rounded rim."""
    table = numbers()
    value = smooth_max(value, points[:, 2] - table["top"], 2 * table["cap_edge"])
    return smooth_max(value, table["bottom"] - points[:, 2], 2 * table["cap_edge"])


@cache
def _navel() -> npt.NDArray[np.float64]:
    return skin_masses.trunk_front(numbers()["navel_height"])


@cache
def landmarks() -> dict[str, npt.NDArray[np.float64]]:
    """Points on the skin that a hand can find, body mm, (3,) each; the right one where there are two.

    Raises TableError.
    """
    near = read_points("skin/skin_landmarks.csv")
    laid = project(_body, np.array(list(near.values())), reach=6.0, rounds=8)
    return {"navel": _navel(), **dict(zip(near, laid, strict=True))}


def field(_structure: str = "skin") -> Field:
    """Signed distance to the body surface, negative inside."""
    return _body


def bounds(_structure: str = "skin") -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """A box that holds the body surface."""
    return BOUNDS


def _make(_: Built) -> Surface:
    surface = sculpt(_body, BOUNDS, numbers()["spacing"], EVERYTHING, relax_rounds=4)
    return surface.with_arrays(flush=skin_relief.flush(_right(surface.points)))


RECIPES = (Recipe("skin", "skin", _make, genus=0, volume=(34_000, 46_000)),)
