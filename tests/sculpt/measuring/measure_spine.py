"""The spine measured: end plates, bodies, canals and processes of vertebrae, discs, and the curve they make."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.sculpt.measuring.measure import ACROSS, Array, Solid, crossings, flat, unit

INSET = 2.0  # mm below a plate where its rim is measured
FRONT = 32.0  # mm behind the foremost point of a bone that still belong to its body


@dataclass(frozen=True)
class Plate:
    """An end plate: its middle (3,), the normal (3,) out of the bone and the direction backwards (3,) along it."""

    bone: Solid
    middle: Array
    normal: Array

    @property
    def back(self) -> Array:
        """Backwards along the plate."""
        return unit(np.cross(self.normal, ACROSS)) * np.sign(np.cross(self.normal, ACROSS)[1])

    def rim(self, inset: float = INSET) -> Array:
        """The outline (k, 2, 2) of the section just below the plate, as (across, back)."""
        return flat(self.bone.section(self.middle - inset * self.normal, self.normal), ACROSS, self.back)

    def ends(self) -> tuple[float, float]:
        """Front and back of the body on the midline, along ``back``."""
        front, rear = crossings(self.rim(), 0, 0.0)[:2]
        return float(front), float(rear)

    @property
    def depth(self) -> float:
        """From front to back on the midline."""
        front, rear = self.ends()
        return rear - front

    @property
    def width(self) -> float:
        """The greatest width in front of the pedicles."""
        front, rear = self.ends()
        rim = self.rim().reshape(-1, 2)
        body = rim[rim[:, 1] < front + 0.75 * (rear - front)]
        return float(np.ptp(body[:, 0]))

    @property
    def tilt(self) -> float:
        """Degrees by which the plate faces forward; negative where it faces backward."""
        up = self.normal * np.sign(self.normal[2])
        return float(np.degrees(np.arctan2(-up[1], up[2])))


def plate(bone: Solid, up: float, tilt: float) -> Plate:
    """The upper (``up`` 1) or lower (-1) end plate of a bone that faces about ``tilt`` degrees forward."""
    normal = up * np.array([0.0, -np.sin(np.radians(tilt)), np.cos(np.radians(tilt))])
    size = np.linalg.norm(bone.weighted, axis=1)
    facing = bone.weighted / size[:, None]
    along = np.cross(normal, ACROSS) * np.sign(np.cross(normal, ACROSS)[1])
    depth = bone.centres @ along
    body = (depth < depth.min() + FRONT) & (np.abs(bone.centres[:, 0]) < 22)
    for least in (0.75, 0.85, 0.92, 0.95, 0.95):
        flat_ones = np.flatnonzero(body & (facing @ normal > least))
        height = bone.centres[flat_ones] @ normal
        flat_ones = flat_ones[height > height.max() - 6.0]
        normal = bone.weighted[flat_ones].sum(axis=0) * [0, 1, 1]
        normal = unit(normal)
    middle = np.average(bone.centres[flat_ones], axis=0, weights=size[flat_ones])
    return Plate(bone, middle, normal)


@dataclass(frozen=True)
class Vertebra:
    """A vertebra with its two end plates."""

    bone: Solid
    upper: Plate
    lower: Plate

    @classmethod
    def of(cls, bone: Solid, tilt: float) -> Vertebra:
        """Find the plates of a vertebra that leans about ``tilt`` degrees forward."""
        return cls(bone, plate(bone, 1.0, tilt), plate(bone, -1.0, tilt))

    @property
    def heights(self) -> tuple[float, float]:
        """Of the body's front and of its back wall on the midline."""
        walls = []
        for one in (self.upper, self.lower):
            base = (one.middle - INSET * one.normal) * [0, 1, 1]
            base = base - (base @ one.back) * one.back
            walls.append([base + end * one.back for end in one.ends()])
        front, back = (float(np.linalg.norm(a - b)) + 2 * INSET for a, b in zip(*walls, strict=True))
        return front, back

    @property
    def canal(self) -> tuple[float, float]:
        """Width of the canal between the pedicles, and depth from the body to the lamina's upper edge or below it."""
        up = unit(self.upper.normal - self.lower.normal)
        length = float((self.upper.middle - self.lower.middle) @ up)
        back = np.cross(up, ACROSS) * np.sign(np.cross(up, ACROSS)[1])
        widths, depths = [], []
        for share in np.linspace(0.2, 0.7, 11):
            outline = flat(self.bone.section(self.upper.middle - share * length * up, up), ACROSS, back)
            wall, *beyond = crossings(outline, 0, 0.0)[1:]
            depths.extend(beyond[0] - wall for _ in beyond[:1])
            sides = [crossings(outline, 1, wall + part) for part in (3.0, 5.0, 7.0, 9.0, 11.0)]
            if share <= 0.4:
                widths.append(max(side[side > 0].min() - side[side < 0].max() for side in sides if len(side) > 3))
        return float(np.median(widths)), float(np.median(depths))

    @property
    def span(self) -> float:
        """From tip to tip of the costal processes."""
        return float(np.ptp(self.bone.points[:, 0]))

    @property
    def length(self) -> float:
        """From the front of the body to the tip of the spinous process, across the body's axis."""
        up = unit(self.upper.normal - self.lower.normal)
        back = np.cross(up, ACROSS) * np.sign(np.cross(up, ACROSS)[1])
        return float(np.ptp(self.bone.points @ back))


def disc_heights(disc: Solid, below: Plate, above: Plate) -> tuple[float, float, float]:
    """Height of a disc on the midline near its front edge, in its middle and near its back edge."""
    up = unit(below.normal - above.normal)
    back = np.cross(up, ACROSS) * np.sign(np.cross(up, ACROSS)[1])
    outline = flat(disc.section(np.zeros(3) + 0.01 * ACROSS, ACROSS), back, up)
    front, rear = outline[..., 0].min(), outline[..., 0].max()
    at = [front + share * (rear - front) for share in (0.10, 0.5, 0.90)]
    first, middle, last = (float(np.ptp(crossings(outline, 0, place))) for place in at)
    return first, middle, last
