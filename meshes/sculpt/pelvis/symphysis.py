"""The pubic symphysis: the oval face at the end of each pubic bone and the disc of fibrocartilage between them.

Both are drawn in a sagittal frame of the face: ``long`` runs from its upper front end down and back, ``front``
across it forwards and down. The gap opens a little towards the front, where the disc is thickest.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.kernel.curves import Outline
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_noise, smooth_step
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_numbers, read_points

ID = "pubic_symphysis"
SEEDS = {"right": 41, "left": 641}  # of the billows: the two faces fit, but are not copies
RIM = 3.0  # mm of the face's border that stay even
BOUNDS = ((-8.0, -60.0, -46.0), (8.0, -16.0, 2.0))


@cache
def numbers() -> dict[str, float]:
    """The symphysis' table of numbers. Raises TableError."""
    return read_numbers("pelvis/symphysis.csv", required=_REQUIRED)


_REQUIRED = (
    *("middle_y", "middle_z", "slope", "gap", "gap_opening", "bulge", "end_taper", "end_depth"),
    *(f"ridge_{what}" for what in ("height", "wavelength", "stretch", "bend")),
)


@cache
def face() -> Outline:
    """The border of the symphysial face in its own frame (long, front)."""
    return Outline(
        np.stack(list(read_points("pelvis/symphysis_face.csv", columns=("long", "front")).values())), step=0.2
    )


def in_face(points: Points) -> Points:
    """Body points (n, 3) in the frame of the face, (n, 2)."""
    angle = np.radians(numbers()["slope"])
    y, z = points[:, 1] - numbers()["middle_y"], points[:, 2] - numbers()["middle_z"]
    return np.column_stack([y * np.cos(angle) - z * np.sin(angle), -y * np.sin(angle) - z * np.cos(angle)])


def half_gap(points: Points, side: str) -> Values:
    """How far the face of a side lies from the midline at body points (n, 3), (n,) mm."""
    front = in_face(points)[:, 1]
    return np.asarray(numbers()["gap"] / 2 + numbers()["gap_opening"] * front + _ridges(points, side))


def _ridges(points: Points, side: str) -> Values:
    """The low billows that run across the face of a young adult, worn and irregular, (n,) mm."""
    table, place = numbers(), in_face(points)
    drawn_out = np.column_stack([place * [1.0, table["ridge_stretch"]], np.full(len(place), 0.5)])
    drawn_out[:, 0] += table["ridge_bend"] * smooth_noise(drawn_out, 9.0, SEEDS[side])
    billows = smooth_noise(drawn_out, table["ridge_wavelength"], SEEDS[side] + 1)
    return np.asarray(table["ridge_height"] * billows * smooth_step(-face().distance(place) / RIM))


def beyond_face(points: Points, side: str = "right") -> Values:
    """How far body points (n, 3) of the right lie on the midline's side of a face, (n,) mm."""
    return np.asarray(points[:, 0] + half_gap(points, side))


def pubic_end(points: Points, side: str = "right") -> Values:
    """Field (n,) of a pubic bone's end, drawn on the right: the face's rim, which dies away into the body."""
    depth = np.maximum(-beyond_face(points, side), 0.0)
    beside = face().distance(in_face(points)) + numbers()["end_taper"] * depth
    return smooth_max(beside, depth - numbers()["end_depth"], 4.0)


def disc(points: Points) -> Values:
    """Field (n,) of the disc: it fills the gap and bulges a little beyond the faces' border."""
    half = np.where(points[:, 0] < 0, half_gap(points, "right"), half_gap(points, "left"))
    middle = np.cos(np.clip(points[:, 0] / half, -1.0, 1.0) * np.pi / 2)
    beside = face().distance(in_face(points)) - 0.2 - numbers()["bulge"] * middle
    return smooth_max(beside, np.abs(points[:, 0]) - half + 0.05, 0.6)


def field(structure_id: str) -> Field:
    """Signed distance of ``pubic_symphysis`` in the body. Raises KeyError for another id."""
    return {ID: disc}[structure_id]


def bounds(structure_id: str) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """A box ((x0, y0, z0), (x1, y1, z1)) that holds the disc with a margin. Raises KeyError for another id."""
    return {ID: BOUNDS}[structure_id]


def _make(_: Built) -> Surface:
    return sculpt(disc, BOUNDS, 0.5, 4000)


RECIPES = (Recipe(ID, "disc", _make, genus=0, volume=(1.5, 4.0)),)
