"""The intervertebral discs from T12/L1 to L5/S1: each fills the space between its two plates, bulging a little."""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.body import DISCS, Frame
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.spine import plates
from meshes.sculpt.spine.vertebrae.vertebra_body import chart

BULGE = 1.1  # mm by which the middle of a disc stands out beyond the line between its two rims
INSET = 0.9  # mm by which its edge lies behind the edge of the rims where it meets them
GAP = 0.1  # mm between a disc and the chart of its plate, whose rim the finished bone swells by a little
SPACING = 0.7  # mm
TRIANGLES = 6_000
MARGIN = 5.0  # mm


def plates_of(structure_id: str) -> tuple[str, str]:
    """The plates above and below a disc: ``disc_L3_L4`` lies between ``L3_lower`` and ``L4_upper``.

    Raises KeyError for another id.
    """
    disc = structure_id.removeprefix("disc_")
    if disc not in DISCS:
        raise KeyError(structure_id)
    above, _, below = disc.partition("_")
    return f"{above}_lower", f"{below}_upper"


@cache
def field(structure_id: str) -> Field:
    """The disc ``disc_L3_L4`` and so on, in the body, negative inside. Raises KeyError for another id."""
    upper, lower = plates_of(structure_id)
    ceiling, floor = body.plates()[upper], body.plates()[lower]

    def disc(points: Points) -> Values:
        above, below = ceiling.to_local(points), floor.to_local(points)
        depth, height = -above[:, 2], below[:, 2]
        share = np.clip(height / np.maximum(depth + height, 1.0), 0.0, 1.0)
        sides = share * chart(upper)[0](above[:, :2]) + (1 - share) * chart(lower)[0](below[:, :2])
        sides += INSET - (BULGE + INSET) * (1.0 - np.abs(2.0 * share - 1.0) ** 2.4)
        ends = np.maximum(chart(upper)[1](above[:, :2]) - depth, chart(lower)[1](below[:, :2]) - height)
        return smooth_max(sides, ends + GAP, 0.5)

    return disc


def layer(structure_id: str, points: Points) -> Values:
    """How high (mm, (n,)) points of a disc lie between its plates, the same all round its wedge. Raises KeyError."""
    upper, lower = (body.plates()[plate] for plate in plates_of(structure_id))
    depth, height = -upper.to_local(points)[:, 2], lower.to_local(points)[:, 2]
    thickness = float(np.linalg.norm(upper.origin - lower.origin))
    return np.asarray(thickness * height / np.maximum(depth + height, 1.0))


@cache
def bounds(structure_id: str) -> body.Box:
    """A box in the body that holds the disc with a margin."""
    rims = np.vstack([_rim(plate, body.plates()[plate]) for plate in plates_of(structure_id)])
    low, high = rims.min(axis=0) - MARGIN, rims.max(axis=0) + MARGIN
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def _rim(plate: str, frame: Frame) -> Points:
    flat = plates.corners(plate)
    return frame.to_body(np.column_stack([flat, np.zeros(len(flat))]))


def _recipe(structure_id: str) -> Recipe:
    def make(_: Built) -> Surface:
        surface = sculpt(field(structure_id), bounds(structure_id), SPACING, TRIANGLES)
        return surface.with_arrays(cartilage=np.ones(len(surface.points)), layer=layer(structure_id, surface.points))

    return Recipe(structure_id, "disc", make, genus=0, volume=(5.0, 30.0))


RECIPES = tuple(_recipe(f"disc_{disc}") for disc in DISCS)
