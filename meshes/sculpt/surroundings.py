"""The bones and discs that a muscle holds on to and may not enter, asked by structure id."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from meshes.sculpt import discs, femur, hip_bone, sacrum, vertebrae
from meshes.sculpt.fields import Field, Points, gradient
from meshes.sculpt.grids import Box, Grid, gathered

SETTLED = 0.05  # mm from the surface that count as on it
HOMES = {"vertebra": vertebrae, "disc": discs, "sacrum": sacrum, "hip": hip_bone, "femur": femur}


def field(structure: str) -> Field:
    """The signed distance field of a bone or disc. Raises KeyError for a structure that is neither."""
    found: Field = HOMES[structure.partition("_")[0]].field(structure)
    return found


def bounds(structure: str) -> Box:
    """The box that holds a bone or disc, (low, high) in mm."""
    low, high = HOMES[structure.partition("_")[0]].bounds(structure)
    return np.asarray(low, float), np.asarray(high, float)


def bones(structures: Iterable[str], box: Box, spacing: float = 1.25) -> Grid:
    """Everything hard inside ``box`` as one lattice of signed distances."""
    return gathered(((field(name), bounds(name)) for name in structures), box, spacing)


def settle(points: Points, structure: str, rounds: int = 6, depth: float = 0.0) -> Points:
    """Points (n, 3) moved along the field's slope to the surface of a structure, or ``depth`` mm below it."""
    shape, found = field(structure), np.array(points, float)
    for _ in range(rounds):
        away = shape(found) + depth
        if np.abs(away).max() < SETTLED:
            break
        slope = gradient(shape, found, 0.4)
        steepness = np.maximum(np.einsum("ij,ij->i", slope, slope), 0.2)
        found = found - np.clip(away / steepness, -4.0, 4.0)[:, None] * slope
    return found
