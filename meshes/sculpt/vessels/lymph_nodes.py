"""Lymph nodes as a few schematic beans along the vessels: inguinal, external iliac and lumbar."""

from __future__ import annotations

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_min
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.kernel.tubes import Branch, contoured
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import Vector, read_points

TABLE = "vessels/lymph_nodes.csv"
COLUMNS = ("x", "y", "z", "dx", "dy", "dz", "long", "wide")
SPACING = 0.5  # mm
TRIANGLES = 500  # of one node
BEND = 0.16  # of its length by which a bean is bent towards its hilum
FLAT = 0.8  # of its width that a node is thick
BLUNT = 0.42  # power of the outline; 0.5 would be an ellipse
TIP = 0.3  # of its width that a node's line ends with
SAMPLES = 41


def bean(row: Vector) -> Branch:
    """One node: a short stout tube whose middle is bent to the front, its hilum to the back."""
    middle, along, size, wide = row[:3], row[3:6] / np.linalg.norm(row[3:6]), row[6], row[7]
    back = np.array([0.0, 1.0, 0.0]) - along[1] * along
    t = np.linspace(-1.0, 1.0, SAMPLES)[:, None]
    reach = (size - TIP * wide) / 2
    line = middle + reach * t * along + BEND * size * (t**2 - 0.5) * back / np.linalg.norm(back)
    round_off = np.maximum(np.maximum(1.0 - t[:, 0] ** 2, 0.0) ** BLUNT, TIP)
    return Branch(line, wide * round_off, FLAT * wide * round_off)


def beans(structure: str) -> list[Branch]:
    """The nodes of a structure of the right side or the midline. Raises TableError."""
    rows = read_points(TABLE, COLUMNS)
    return [bean(row) for name, row in rows.items() if name.startswith(f"{structure}: ")]


def sculpted(structure: str) -> Surface:
    """The surface of a group of nodes."""
    nodes = beans(structure)
    return contoured(_all(nodes), nodes, SPACING, TRIANGLES * len(nodes))


def _all(nodes: list[Branch]) -> Field:
    def field(points: Points) -> Values:
        value = nodes[0].distance(points)
        for node in nodes[1:]:
            value = smooth_min(value, node.distance(points), 0.0)
        return value

    return field


def _recipes(name: str) -> tuple[Recipe, ...]:
    right, count, volume = f"{name}_right", len(beans(f"{name}_right")), (0.3, 8.0)
    return (
        Recipe(right, "lymph node", lambda _: sculpted(right), 0, volume, bodies=count),
        Recipe(f"{name}_left", "lymph node", lambda built: built[right].mirrored(), 0, volume, (right,), bodies=count),
    )


def _lumbar() -> Recipe:
    name: str = "lumbar_lymph_nodes"

    def make(_: Built) -> Surface:
        return sculpted(name)

    return Recipe(name, "lymph node", make, 0, (0.3, 8.0), bodies=len(beans(name)))


RECIPES = (*_recipes("inguinal_lymph_nodes"), *_recipes("external_iliac_lymph_nodes"), _lumbar())
