"""Lymph nodes as a few schematic beans along the vessels: inguinal, external iliac and lumbar."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values, ellipsoid
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.kernel.tubes import Branch, contoured
from meshes.sculpt.recipe import Built, Recipe, paired
from meshes.sculpt.tables import Vector, read_points

TABLE = "vessels/lymph_nodes.csv"
COLUMNS = ("x", "y", "z", "dx", "dy", "dz", "long", "wide")
SPACING = 0.5  # mm
TRIANGLES = 500  # of one node
BEND = 0.14  # of its length by which a bean is bent towards its hilum
FLAT = 0.8  # of its width that a node is thick


@dataclass(frozen=True)
class Bean:
    """One node: an ellipsoid of ``size`` (3,) mm (long, thick, wide) in ``axes`` (3, 3), its rows, bent to the back."""

    middle: Vector
    axes: Points
    size: Vector

    def distance(self, points: Points) -> Values:
        """About the signed distance of points (n, 3), (n,)."""
        local = (points - self.middle) @ self.axes.T
        local[:, 1] -= BEND * self.size[0] * ((2.0 * local[:, 0] / self.size[0]) ** 2 - 0.5)
        return ellipsoid((0.0, 0.0, 0.0), np.eye(3), (self.size / 2).tolist())(local)

    @property
    def core(self) -> Branch:
        """A tube about it, to look for its surface along."""
        t = np.linspace(-0.5, 0.5, 9)[:, None]
        return Branch(self.middle + t * self.size[0] * self.axes[0], np.full(9, self.size[2]), np.full(9, self.size[1]))


def beans(structure: str) -> list[Bean]:
    """The nodes of a structure of the right side or the midline. Raises TableError."""
    rows = read_points(TABLE, COLUMNS)
    return [_bean(row) for name, row in rows.items() if name.startswith(f"{structure}: ")]


def _bean(row: Vector) -> Bean:
    along = row[3:6] / np.linalg.norm(row[3:6])
    back = np.array([0.0, 1.0, 0.0]) - along[1] * along
    back /= np.linalg.norm(back)
    return Bean(row[:3], np.stack([along, back, np.cross(along, back)]), row[[6, 7, 7]] * (1.0, FLAT, 1.0))


def sculpted(structure: str) -> Surface:
    """The surface of a group of nodes."""
    nodes = beans(structure)
    return contoured(_all(nodes), [node.core for node in nodes], SPACING, TRIANGLES * len(nodes))


def _all(nodes: list[Bean]) -> Field:
    return lambda points: np.asarray(np.minimum.reduce([node.distance(points) for node in nodes]))


def _recipes(name: str) -> tuple[Recipe, ...]:
    right, count, volume = f"{name}_right", len(beans(f"{name}_right")), (0.3, 8.0)
    return paired(Recipe(right, "lymph node", lambda _: sculpted(right), 0, volume, bodies=count))


def _lumbar() -> Recipe:
    name: str = "lumbar_lymph_nodes"

    def make(_: Built) -> Surface:
        return sculpted(name)

    return Recipe(name, "lymph node", make, 0, (0.3, 8.0), bodies=len(beans(name)))


RECIPES = (*_recipes("inguinal_lymph_nodes"), *_recipes("external_iliac_lymph_nodes"), _lumbar())
