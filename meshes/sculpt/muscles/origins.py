"""Where fascicles hold on: rows of a slip table spread out over the surface of the bones and discs they name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.muscles import anchors
from meshes.sculpt.muscles.surroundings import Side, field, settle
from meshes.sculpt.recipe import Slip

COLUMNS = ("x1", "y1", "z1", "x2", "y2", "z2", "spread", "count")
LATER: dict[Side, int] = {"right": 0, "left": 40}  # where in that sequence a side begins
EVEN = np.array([0.7548776662, 0.5698402910])  # the plane's most even additive sequence (Roberts 2018)


@dataclass(frozen=True)
class Origins:
    """Fascicle ends: ``points`` (n, 3), the ``carrier`` of each ("" where it holds on to none) and its ``slip``."""

    points: Points
    carrier: tuple[str, ...]
    slip: tuple[str, ...]

    def slips(self, end: Literal["origin", "insertion"], radius: float) -> list[Slip]:
        """The ends gathered by slip and carrier, those on no carrier left out."""
        keys = list(zip(self.slip, self.carrier, strict=True))
        named = dict.fromkeys(key for key in keys if key[1])
        return [
            Slip(name, end, carrier, self.points[[key == (name, carrier) for key in keys]], radius)
            for name, carrier in named
        ]

    def starting(self, prefix: str) -> npt.NDArray[np.bool_]:
        """Which ends (n,) belong to a slip whose name ends so."""
        return np.array([name.endswith(prefix) for name in self.slip])


def joined(parts: Sequence[Origins]) -> Origins:
    """Several sets of ends as one."""
    return Origins(
        np.vstack([part.points for part in parts]),
        tuple(name for part in parts for name in part.carrier),
        tuple(name for part in parts for name in part.slip),
    )


def spread(name: str, row: Values, side: Side = "right") -> Points:
    """Evenly scattered points (n, 3) along a row's line, up to its spread above and below it; each side its own."""
    count = int(row[7])
    share = ((np.arange(1, count + 1) + LATER[side])[:, None] * EVEN) % 1.0
    along = (np.argsort(np.argsort(share[:, 0])) + 0.5) / count
    local = row[:3] + along[:, None] * (row[3:6] - row[:3])
    local[:, 2] += row[6] * (2.0 * share[:, 1] - 1.0)
    return anchors.frame(name).to_body(local)


def on_surface(name: str, points: Points, carriers: Sequence[str], side: Side = "right") -> Origins:
    """Points moved to the surface of the nearest of ``carriers``, which then holds them."""
    settled = points
    for _ in range(2):  # what settles on one bone at a seam may lie inside its neighbour, and goes on to that
        nearest = np.argmin([field(carrier, side)(settled) for carrier in carriers], axis=0)
        settled = settled.copy()
        for number, carrier in enumerate(carriers):
            if (nearest == number).any():
                settled[nearest == number] = settle(settled[nearest == number], carrier, side)
    return Origins(settled, tuple(carriers[i] for i in nearest), (name,) * len(points))


def carriers_of(name: str) -> tuple[str, ...]:
    """The bones and disc that a row of the spine's slips lies on: a vertebra, or a disc with its two neighbours."""
    first, second = name.split("_")[:2]
    if name.endswith("_disc"):
        return f"vertebra_{first}", f"disc_{first}_{second}", f"vertebra_{second}"
    return (f"vertebra_{first}",)


def arch(name: str, row: Values, bow: float, side: Side = "right") -> tuple[Points, Points]:
    """A tendinous arch from margin to margin of a waist, bowed out by ``bow`` mm: its course (21, 3), its starts.

    Both ends settle on the vertebra.
    """
    place = anchors.frame(name)
    top, bottom = settle(place.to_body(np.stack([row[:3], row[3:6]])), carriers_of(name)[0], side)
    t = np.linspace(0.0, 1.0, 21)[:, None]
    outward = place.axes @ (np.array([1.0, 0.25, 0.0]) * np.sign(row[0]))
    course = top + t * (bottom - top) + 4.0 * bow * t * (1.0 - t) * outward
    count = int(row[7])
    return course, course[np.linspace(6, 17, count).round().astype(int)]


def by_name(rows: Mapping[str, Values], ending: str) -> dict[str, Values]:
    """The rows whose name ends so, in file order."""
    return {name: row for name, row in rows.items() if name.endswith(ending)}


def on_own_bones(side: Side, slips: Sequence[Slip]) -> list[Slip]:
    """Slips brought to their side, where the left ones settle on its bones, which are not quite the mirror image."""
    found = on_side(side, slips)
    return found if side == "right" else [replace(slip, points=settle(slip.points, slip.carrier)) for slip in found]


def on_side(side: Side, slips: Sequence[Slip]) -> list[Slip]:
    """Slips found in the right muscle's place, brought to their side."""
    if side == "right":
        return list(slips)
    flip = np.array([-1.0, 1.0, 1.0])
    return [replace(slip, carrier=slip.carrier.replace("_right", "_left"), points=slip.points * flip) for slip in slips]
