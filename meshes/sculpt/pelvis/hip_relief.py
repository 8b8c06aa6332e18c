"""The right hip bone as a relief: an outline with one hole, and an outer and an inner sheet over it.

Looked at from the side and 20 degrees from below, the bone has one layer nearly everywhere. So its border, spines
and notches are plain points of an outline, the obturator foramen is a second outline, and what lies between is told
by two height fields. Lines and areas (lips, gluteal lines, arcuate line, ear, tuberosities) are drawn onto the
sheets. Everything is worked out once on a fine chart and looked up from there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter, map_coordinates, spline_filter

from meshes.sculpt import body
from meshes.sculpt.kernel.curves import Outline, polyline_distance, sheet
from meshes.sculpt.kernel.fields import Points, Values, smooth_max, smooth_noise
from meshes.sculpt.tables import read_numbers, read_points

LOW, HIGH, STEP = np.array([-104.0, -94.0]), np.array([78.0, 172.0]), 0.5  # the chart in (u, v), mm
LATERAL, MEDIAL = 1.0, -1.0
THINNEST = 2.4  # mm of bone left between the sheets
FADING = 7.0  # mm over which a drawn line begins and ends
SEEDS = {"right": 0, "left": 700}  # of the unevenness: no bone is quite like its fellow
Chart = npt.NDArray[np.float64]


@cache
def frame() -> body.Frame:
    """The local frame: origin in the right hip centre, u forward, v upwards, w sideways and 20 degrees down."""
    cosine, sine = np.cos(np.radians(20)), np.sin(np.radians(20))
    axes = np.array([[0.0, -1.0, 0.0], [-sine, 0.0, cosine], [-cosine, 0.0, -sine]])
    return body.Frame(body.hip_centre("right"), axes.T)


@dataclass(frozen=True)
class Relief:
    """What the chart knows of each place (u, v), as grids to be looked up by :meth:`at`.

    ``outer`` and ``inner`` are the sheets' heights, ``outer_slope`` and ``inner_slope`` the length of their normals
    (sqrt(1 + gradient^2)), ``edge`` the signed distance to the outline and ``rounding`` the edge radius there.
    """

    outer: Chart
    inner: Chart
    outer_slope: Chart
    inner_slope: Chart
    edge: Chart
    rounding: Chart

    def at(self, name: str, uv: Points) -> Values:
        """A chart's value at places (n, 2), (n,)."""
        places = ((np.clip(uv, LOW, HIGH) - LOW) / STEP).T
        return np.asarray(map_coordinates(getattr(self, name), places, order=2, prefilter=False, mode="nearest"))

    def solid(self, points: Points) -> Values:
        """Signed distance (n,) of local points (n, 3) to the slab between the sheets, its edge rounded."""
        uv, w = points[:, :2], points[:, 2]
        beside = np.linalg.norm(uv - np.clip(uv, LOW, HIGH), axis=1)
        outer = (w - self.at("outer", uv)) / self.at("outer_slope", uv)
        inner = (self.at("inner", uv) - w) / self.at("inner_slope", uv)
        between, edge, radius = np.maximum(outer, inner), self.at("edge", uv) + beside, self.at("rounding", uv)
        return np.asarray(
            np.minimum(np.maximum(between, edge), -radius)
            + np.hypot(np.maximum(between + radius, 0.0), np.maximum(edge + radius, 0.0))
        )


@cache
def relief(side: str = "right") -> Relief:
    """A hip bone's relief without its acetabulum, always drawn as a right one; ``side`` has its own unevenness.

    Raises TableError.
    """
    places, seed = _places(), SEEDS[side]
    rim, hole = Outline(_table("pelvis/hip_outline.csv", "edge")), Outline(_table("pelvis/hip_foramen.csv", "edge"))
    inside, outside = rim.distance(places), hole.distance(places)
    radius = np.where(inside > -outside, rim.nearest(places), hole.nearest(places))
    crest = fade(-polyline_distance(places, line("crest"))[0], -8.0, -4.0)
    inside -= numbers()["crest_roughness"] * crest * _noise(places, numbers()["crest_roughness_wavelength"], seed)
    inner = _drawn(places, _sheet("pelvis/hip_medial.csv"), MEDIAL, seed)
    outer = _drawn(places, _sheet("pelvis/hip_lateral.csv"), LATERAL, seed)
    outer = smooth_max(outer, inner + THINNEST, 2.0)
    slopes = [np.sqrt(1 + sum(g**2 for g in np.gradient(_grid(height), STEP))) for height in (outer, inner)]
    half = _grid(outer - inner) / (slopes[0] + slopes[1])
    rounding = np.maximum(np.minimum(gaussian_filter(_grid(radius), 3.0), 0.92 * half), 1.0)
    charts = (_grid(outer), _grid(inner), *slopes, _grid(np.maximum(inside, -outside)), rounding)
    return Relief(*(np.asarray(spline_filter(chart, order=2)) for chart in charts))


@cache
def area(name: str) -> Outline:
    """A named area of ``pelvis/hip_areas.csv`` as a closed outline in (u, v)."""
    return Outline(_groups("pelvis/hip_areas.csv")[name])


@cache
def line(name: str) -> npt.NDArray[np.float64]:
    """The points (n, 2) of a named line of ``pelvis/hip_lines.csv``."""
    return _groups("pelvis/hip_lines.csv")[name]


@cache
def numbers() -> dict[str, float]:
    """The hip bone's table of numbers. Raises TableError."""
    return read_numbers("pelvis/hip_bone.csv", required=_REQUIRED)


_REQUIRED = (
    *("inclination", "anteversion", "notch_direction", "cup_radius", "rim_edge", "fossa_step", "fossa_dish"),
    *("fossa_rough", "fossa_ragged"),
    *("unevenness", "unevenness_wavelength", "crest_roughness", "crest_roughness_wavelength"),
)


def _places() -> Points:
    axes = [np.arange(low, high + STEP / 2, STEP) for low, high in zip(LOW, HIGH, strict=True)]
    return np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 2)


def _grid(values: Values) -> Chart:
    return np.asarray(values).reshape(np.rint((HIGH - LOW) / STEP).astype(int) + 1)


def _table(file: str, third: str) -> npt.NDArray[np.float64]:
    return np.stack(list(read_points(file, columns=("u", "v", third)).values()))


def _sheet(file: str) -> Callable[[Points], Values]:
    heights = _table(file, "w")
    return sheet(heights[:, :2], heights[:, 2])


@cache
def _groups(file: str) -> dict[str, npt.NDArray[np.float64]]:
    """Points named ``group/number``, gathered by group in file order."""
    groups: dict[str, list[npt.NDArray[np.float64]]] = {}
    for name, point in read_points(file, columns=("u", "v")).items():
        groups.setdefault(name.split("/")[0], []).append(point)
    return {name: np.stack(points) for name, points in groups.items()}


def _drawn(places: Points, heights: Callable[[Points], Values], facing: float, seed: int) -> Values:
    """A sheet's heights with its lines, areas and roughness on it; ``facing`` tells outwards from inwards."""
    raised = np.zeros(len(places))
    for name, (on, height, width) in read_points(
        "pelvis/hip_strokes.csv", columns=("sheet", "height", "width")
    ).items():
        if on == facing:
            away, along = polyline_distance(places, line(name))
            to_end = np.minimum(along, 1 - along) * np.linalg.norm(np.diff(line(name), axis=0), axis=1).sum()
            raised += height * np.exp(-((away / width) ** 2)) * fade(to_end, 0.0, FADING)
    for name, (on, height, width, rough, wavelength) in read_points(
        "pelvis/hip_patches.csv", columns=("sheet", "height", "width", "rough", "wavelength")
    ).items():
        if on == facing:
            within = fade(-area(name).distance(places), -width / 2, width / 2)
            raised += within * (height + rough * _noise(places, wavelength, seed))
    raised += numbers()["unevenness"] * _noise(places, numbers()["unevenness_wavelength"] + facing, seed)
    return heights(places) + facing * raised


def fade(value: Values, low: float, high: float) -> Values:
    """From 0 at ``low`` to 1 at ``high``, smooth at both ends."""
    part = np.clip((value - low) / (high - low), 0.0, 1.0)
    return np.asarray(part * part * (3.0 - 2.0 * part))


def _noise(places: Points, wavelength: float, seed: int) -> Values:
    """Soft random relief over the chart, (n,); turned layers hide the lattice. Wavelength and seed fix its look."""
    value, seed = np.zeros(len(places)), int(wavelength * 10) + seed
    for layer, angle in enumerate(np.radians([17.0, 62.0, 128.0])):
        turned = places @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        value += smooth_noise(np.column_stack([turned, np.full(len(places), 3.3)]), wavelength, seed + layer)
    return np.asarray(value / np.sqrt(3.0))
