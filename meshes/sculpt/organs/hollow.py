"""Bladder and small bowel, schematic: a half full sac behind the pubic bones, and a mass of coils before everything."""

from __future__ import annotations

import numpy as np

from meshes.sculpt.kernel.bands import Line
from meshes.sculpt.kernel.fields import Field, Points, Values, ellipsoid, smooth_max, smooth_min, smooth_noise, union
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import Surface, sample
from meshes.sculpt.organs.fitted import NERVES, NODES, PSOAS, VESSELS, WALL, Grain, fitted, obstacles
from meshes.sculpt.organs.tubes import AROUND, KIDNEYS, pipe
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_points

BLADDER, BOWEL = Grain(1.2, 6_000, (222.0, 182.0, 140.0)), Grain(1.6, 14_000, (222.0, 158.0, 136.0))
LOOP = 13.0  # mm; radius of a coil
PITCH = 24.0  # mm from coil to coil
BEND = 7.0  # mm by which a coil swings up and down
SUNK = 8.0  # mm below the surface of the mass at which the middle of a coil runs
CORE = 11.0  # mm below that surface to which the grooves between coils reach
FAT = 4.0  # mm left free around the mass: fat, and the omentum before it
ROUND = 6.0  # mm; how round the mass is where it meets what is around it
ROUGHLY = 3.0  # mm; spacing of the lattice on which the room for the mass is measured
MIDDLE = -57.0  # mm; how far before the heads of the femurs the middle of the mass lies


def _bladder(built: Built) -> Surface:
    row = read_points("organs/bladder.csv", ("x", "y", "z", "side", "back", "up", "lean"))["urinary_bladder"]
    turn = np.radians(row[6])
    axes = np.array([[1.0, 0.0, 0.0], [0.0, np.cos(turn), np.sin(turn)], [0.0, -np.sin(turn), np.cos(turn)]])
    box = row[:3] - 50.0, row[:3] + 50.0
    shape = ellipsoid(row[:3].tolist(), axes, row[3:6].tolist())
    return fitted(shape, obstacles(AROUND, built, box), box, BLADDER)


def _coils(mass: Field, low: Points, high: Points, face: float) -> Line:
    """A coil from side to side and from above downwards on the front (``face`` -1) or back (1) of a mass."""
    rows = []
    for number, height in enumerate(np.arange(high[2] - LOOP, low[2] + 0.6 * LOOP, -PITCH)):
        across = np.linspace(low[0], high[0], 40)[:: 1 if number % 2 else -1]
        bent = height + BEND * np.sin(across / 19.0 + 2.1 * number + face)
        rows.append(_on(mass, np.column_stack([across, np.zeros(40), bent]), face * 45.0))
    line = np.vstack(rows)
    radii = LOOP * (1.0 + 0.08 * smooth_noise(line, 30.0, seed=19))
    return Line.through(np.column_stack([line, radii])[::3])


def _on(mass: Field, places: Points, reach: float) -> Points:
    """Those of ``places`` (n, 3) before or behind which the mass lies, moved to a little below its surface."""
    steps = np.linspace(reach, 0.0, 60)
    middle = np.array([0.0, MIDDLE, 0.0])
    columns = places[:, None] + middle + steps[None, :, None] * np.array([0.0, 1.0, 0.0])
    inside = (mass(columns.reshape(-1, 3)) < -SUNK).reshape(len(places), -1)
    return np.asarray(columns[np.arange(len(places)), inside.argmax(axis=1)][inside.any(axis=1)])


def _mass(rows: Points, room: Field) -> Field:
    """What ellipsoids (n, 6), melted together, fill of the room that everything else leaves them."""
    whole = union(30.0, *(ellipsoid(row[:3].tolist(), np.eye(3), row[3:].tolist()) for row in rows))
    return lambda points: smooth_max(whole(points), FAT - room(points), ROUND)


def _before(room: Grid) -> Grid:
    """Room without all that lies behind something: no coil gets behind what lies behind the peritoneum."""
    values, middle = room.values.copy(), round((MIDDLE - room.origin[1]) / room.spacing)
    values[:, middle:] = np.minimum.accumulate(values[:, middle:], axis=1)
    return Grid(values, room.origin, room.spacing)


def _coiled(mass: Field, room: Field, low: Points, high: Points) -> Field:
    """A mass whose surface is coils, with grooves between them, in the room there is."""
    front, back = (pipe(_coils(mass, low, high, face)) for face in (-1.0, 1.0))

    def field(points: Points) -> Values:
        coils = smooth_min(front(points), back(points), 3.0)
        return smooth_max(smooth_min(coils, mass(points) + CORE, 3.0), -room(points), ROUND)

    return field


def _bowel(built: Built) -> Surface:
    rows = np.array(list(read_points("organs/small_bowel.csv", ("x", "y", "z", "side", "back", "up")).values()))
    low, high = (rows[:, :3] - rows[:, 3:]).min(axis=0), (rows[:, :3] + rows[:, 3:]).max(axis=0)
    box = low - 12.0, high + 12.0
    taken = obstacles(AROUND, built, box)
    room = _before(Grid(*sample(taken, box, ROUGHLY)))
    return fitted(_coiled(_mass(rows, room), room, low, high), taken, box, BOWEL)


COLONS = ("ascending_colon", "descending_colon", "sigmoid_colon", "vermiform_appendix", "urinary_bladder")
RECIPES = (
    Recipe("urinary_bladder", "organ", _bladder, 0, (35.0, 110.0), VESSELS),
    Recipe(
        "small_bowel",
        "organ",
        _bowel,
        0,
        (400.0, 1300.0),
        (*PSOAS, *VESSELS, *NODES, *NERVES, *WALL, *KIDNEYS, *COLONS, "diaphragm", "ureter_right", "ureter_left"),
    ),
)
