"""The bones and discs that a muscle holds on to and may not enter, asked by structure id and side.

Muscles of the left side are built in the place of the right ones, among mirrored bones, and mirrored when they stand.
Paired bones go by the right one's name there; the spine and the sacrum, which are not quite even, are mirrored.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, gradient, mirrored
from meshes.sculpt.kernel.grids import Grid, gathered
from meshes.sculpt.kernel.surface import Box
from meshes.sculpt.leg import femur, leg, patella
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.spine import discs
from meshes.sculpt.spine.sacrum import coccyx, sacrum
from meshes.sculpt.spine.vertebrae import vertebrae
from meshes.sculpt.thorax import rib

Side = Literal["right", "left"]
SETTLED = 0.05  # mm from the surface that count as on it
HOMES = {
    "vertebra": vertebrae,
    "disc": discs,
    "sacrum": sacrum,
    "coccyx": coccyx,
    "hip": hip_bone,
    "femur": femur,
    "patella": patella,
    "tibia": leg,
    "fibula": leg,
    "rib": rib,
}


def field(structure: str, side: Side = "right") -> Field:
    """The signed distance field of a bone or disc as muscles of a side meet it. Raises KeyError for anything else."""
    found: Field = HOMES[structure.partition("_")[0]].field(structure)
    return mirrored(found) if _turned(structure, side) else found


def bounds(structure: str, side: Side = "right") -> Box:
    """The box that holds a bone or disc, (low, high) in mm."""
    low, high = (np.asarray(corner, float) for corner in HOMES[structure.partition("_")[0]].bounds(structure))
    if _turned(structure, side):
        low[0], high[0] = -high[0], -low[0]
    return low, high


def _turned(structure: str, side: Side) -> bool:
    return side == "left" and not structure.endswith("_right")


def bones(structures: Iterable[str], box: Box, spacing: float = 1.25, side: Side = "right") -> Grid:
    """Everything hard inside ``box`` as one lattice of signed distances."""
    return gathered(((field(name, side), bounds(name, side)) for name in structures), box, spacing)


def settle(points: Points, structure: str, side: Side = "right", rounds: int = 6) -> Points:
    """Points (n, 3) moved along the field's slope to the surface of a structure."""
    shape, found = field(structure, side), np.array(points, float)
    for _ in range(rounds):
        away = shape(found)
        if np.abs(away).max() < SETTLED:
            break
        slope = gradient(shape, found, 0.4)
        steepness = np.maximum(np.einsum("ij,ij->i", slope, slope), 0.2)
        found = found - np.clip(away / steepness, -4.0, 4.0)[:, None] * slope
    return found
