"""Organs that are tubes, schematic: ureters, colon with its bulges and bands, appendix."""

from __future__ import annotations

from functools import partial

import numpy as np

from meshes.sculpt.kernel.bands import Line
from meshes.sculpt.kernel.fields import Field, Points, Values
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.muscles.fascicles import smoothed
from meshes.sculpt.organs.fitted import NERVES, NODES, PSOAS, VESSELS, WALL, Grain, fitted, laid, obstacles
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_points

AROUND = (
    "vertebra_L1",
    "vertebra_L2",
    "vertebra_L3",
    "vertebra_L4",
    "vertebra_L5",
    "sacrum",
    "hip_bone_right",
    "hip_bone_left",
)
URETER, APPENDIX = 2.6, 3.8  # mm; radii
BULGE, LENGTH = 0.13, 31.0  # share of the radius, mm: the bulges of the colon
BANDS = 3
EVEN = 8  # rounds in which what a thin tube is laid over is evened out
COLON = Grain(1.3, 9_000, (206.0, 140.0, 116.0))
URETERS = Grain(0.8, 4_000, (226.0, 198.0, 148.0))
APPENDIX_S = Grain(0.8, 4_000, (206.0, 140.0, 116.0))


def pipe(line: Line, bulge: float = 0.0) -> Field:
    """A tube along a line whose values are its radius, with bulges between bands where ``bulge`` is not 0."""
    way = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line.points, axis=0), axis=1))])
    forward = line.directions()

    def field(points: Points) -> Values:
        away, index = line.nearest(points)
        radius = line.values[index, 0]
        if not bulge:
            return np.asarray(away - radius)
        offset = points - line.points[index]
        across = np.arctan2(
            offset @ np.array([0.0, 1.0, 0.0]), np.einsum("ij,ij->i", np.cross(forward[index], [0.0, 1.0, 0.0]), offset)
        )
        waist = np.abs(np.cos(np.pi * (way[index] + np.einsum("ij,ij->i", offset, forward[index])) / LENGTH)) ** 6
        band = np.abs(np.cos(0.5 * BANDS * across)) ** 14
        return np.asarray(away - radius * (1.0 - bulge * np.maximum(waist, 0.75 * band)))

    return field


def _colon(name: str, around: tuple[str, ...], built: Built) -> Surface:
    rows = np.array(list(read_points(_table(name), ("x", "y", "z", "radius")).values()))
    line = Line.through(rows)
    box = line.points.min(axis=0) - 32.0, line.points.max(axis=0) + 32.0
    return fitted(pipe(line, BULGE), obstacles(around, built, box), box, COLON)


def _table(name: str) -> str:
    return {
        "ascending_colon": "organs/ascending_colon.csv",
        "descending_colon": "organs/descending_colon.csv",
        "sigmoid_colon": "organs/sigmoid_colon.csv",
        "ureter_right": "organs/ureter_right.csv",
        "ureter_left": "organs/ureter_left.csv",
        "vermiform_appendix": "organs/appendix.csv",
    }[name]


def _thin(name: str, radius: float, grain: Grain, built: Built) -> Surface:
    """A thin tube laid in front of whatever lies in its way."""
    rows = np.array(list(read_points(_table(name)).values()))
    course = Line.through(rows).points
    box = course.min(axis=0) - 22.0 - np.array([0.0, 60.0, 0.0]), course.max(axis=0) + 22.0
    taken = obstacles(AROUND, built, box)
    placed = laid(course, taken, radius + 1.2)
    even = Line.through(np.column_stack([smoothed(placed[None], EVEN)[0], np.full(len(placed), radius)])[::4])
    low, high = even.points.min(axis=0) - 8.0, even.points.max(axis=0) + 8.0
    return fitted(pipe(even), taken, (low, high), grain)


UNDER = (*PSOAS, *VESSELS, *NODES)
KIDNEYS = ("kidney_right", "kidney_left")
BEFORE = (*UNDER, *NERVES, *WALL, *KIDNEYS, "diaphragm")
RECIPES = (
    *(
        Recipe(
            name, "organ", partial(_thin, name, URETER, URETERS), 0, (2.0, 11.0), (*UNDER, *KIDNEYS, "urinary_bladder")
        )
        for name in ("ureter_right", "ureter_left")
    ),
    Recipe("ascending_colon", "organ", partial(_colon, "ascending_colon", AROUND), 0, (160.0, 420.0), BEFORE),
    Recipe("descending_colon", "organ", partial(_colon, "descending_colon", AROUND), 0, (80.0, 220.0), BEFORE),
    Recipe(
        "sigmoid_colon",
        "organ",
        partial(_colon, "sigmoid_colon", AROUND),
        1,
        (80.0, 240.0),
        (*BEFORE, "urinary_bladder", "descending_colon", "ureter_right", "ureter_left"),
    ),
    Recipe(
        "vermiform_appendix",
        "organ",
        partial(_thin, "vermiform_appendix", APPENDIX, APPENDIX_S),
        0,
        (1.0, 7.0),
        (*UNDER, "ascending_colon", "ureter_right", "urinary_bladder", "sigmoid_colon", *WALL),
    ),
)
