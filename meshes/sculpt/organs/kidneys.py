"""The kidneys, schematic: beans beside psoas and before quadratus lumborum, hilum forwards and inwards."""

from __future__ import annotations

from functools import partial

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values, ellipsoid, smooth_max
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.organs.fitted import ABOVE, PSOAS, VESSELS, WALL, Grain, fitted, obstacles
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_points

COLUMNS = ("x", "y", "z", "long", "wide", "thick", "lean", "turn", "tilt")
AROUND = ("vertebra_T12", "vertebra_L1", "vertebra_L2", "vertebra_L3", "rib_12_right", "rib_12_left")
SINUS = 0.42  # of the kidney's length: radius of what the hilum is hollowed by
GRAIN = Grain(1.4, 7_000, (148.0, 78.0, 64.0))


def bean(row: Values) -> Field:
    """The field of a kidney from its row of the table."""
    middle, (long, wide, thick) = row[:3], row[3:6] / 2.0
    side = np.sign(middle[0])
    lean, turn, tilt = np.radians(row[6:9])
    up = np.array([-side * np.sin(lean), np.sin(tilt), np.cos(lean)])
    up /= np.linalg.norm(up)
    inward = np.array([-side * np.cos(turn), -np.sin(turn), 0.0])
    inward -= (inward @ up) * up
    inward /= np.linalg.norm(inward)
    axes = np.stack([inward, np.cross(up, inward), up])
    body = ellipsoid(middle.tolist(), axes, (wide, thick, long))
    deep = SINUS * long
    hollow = ellipsoid((middle + (wide + 0.55 * deep) * inward).tolist(), axes, (deep, 0.62 * deep, 0.8 * deep))

    def field(points: Points) -> Values:
        return smooth_max(body(points), -hollow(points), 9.0)

    return field


def _made(name: str, built: Built) -> Surface:
    row = read_points("organs/kidneys.csv", COLUMNS)[name]
    box = row[:3] - 72.0, row[:3] + 72.0
    return fitted(bean(row), obstacles(AROUND, built, box), box, GRAIN)


YIELDS = (*PSOAS, *VESSELS[:2], *WALL, *ABOVE)
RECIPES = tuple(
    Recipe(name, "organ", partial(_made, name), 0, (90.0, 200.0), YIELDS) for name in ("kidney_right", "kidney_left")
)
