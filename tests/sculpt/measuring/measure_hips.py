"""Pelvis and thigh measured: spines, tubercles and distances, the socket, the head, neck, shaft and condyles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tests.sculpt.measuring.measure import Array, Solid, angle, ball, flat, spread, unit

MIRROR = np.array([-1.0, 1.0, 1.0])
RIM = 6.0  # mm beyond the lunate surface's sphere within which the crest of its rim is looked for
SECTOR, NOTCH = 10.0, 8.0  # degrees; mm below the cup's centre at which its notch begins
STATIONS = (30, 40, 50, 60, 70)  # per cent of the thigh bone's length from below


@dataclass(frozen=True)
class HipBone:
    """A right hip bone of a person who stands, so that front and top are what they are named."""

    bone: Solid

    @cached_property
    def marks(self) -> dict[str, Array]:
        """Bony landmarks: of each prominence the middle of its cap in the direction in which it stands out."""
        x, y, z = self.bone.points.T
        top, low = self.socket[0][2], z.min()
        height = z.max() - low
        at = (z - low) / height
        wing = z > top + 0.1 * height
        found = self.bone.furthest
        return {
            "asis": found((0, -1, -0.35), wing & (x < -80), 1.0),
            "aiis": found((0, -1, 0), (at > 0.42) & (at < 0.51) & (x < -80), 1.0),
            "psis": found((0.1, 1, -0.3), wing & (at > 0.6), 1.5),
            "piis": found((0.5, 1, -0.7), (at > 0.55) & (at < 0.72) & (y > 40), 0.5),
            "ischial_spine": found((0.5, 1, 0), (at > 0.27) & (at < 0.47), 0.5),
            "tubercle": found((0, -1, 0), (at < 0.35) & (x > -45), 1.0),
            "summit": found((0, 0, 1), wing),
        }

    def distance(self, first: str, second: str) -> float:
        """Millimetres between two landmarks; ``_left`` marks that of the other side."""
        places = [
            self.marks[name.removesuffix("_left")] * (MIRROR if name.endswith("_left") else 1)
            for name in (first, second)
        ]
        return float(np.linalg.norm(places[0] - places[1]))

    @cached_property
    def socket(self) -> tuple[Array, float]:
        """Centre and radius of the sphere of the lunate surface, which lies around the fossa."""
        middle, radius, fossa = np.array([self.bone.points[:, 0].mean(), 0.0, 0.0]), 26.0, 0.0
        for grip in (8.0, 5.0, 2.5, 2.5, 2.0, 1.5, 1.0, 0.8, 0.8):
            way = self.bone.points - middle
            away = np.linalg.norm(way, axis=1)
            inward = -np.einsum("ij,ij->i", self.bone.outward, way) / away
            near = (inward > 0.93) & (np.abs(away - radius) < grip)
            floor = unit((way[near] / away[near, None]).mean(axis=0))
            around = near & (way @ floor < np.cos(np.radians(fossa)) * away)
            middle, radius = ball(self.bone.points[around])
            fossa = min(40.0, fossa + 10.0)
        return middle, radius

    @cached_property
    def rim(self) -> float:
        """Diameter of the circle through the crest of the acetabulum's rim, the notch left out.

        The crest is where, from inside the cup, the bone first looks out along the cup's axis.
        """
        middle, radius = self.socket
        way = self.bone.points - middle
        away = np.linalg.norm(way, axis=1)
        lunate = (np.abs(away - radius) < 1.0) & (np.einsum("ij,ij->i", self.bone.outward, way) < -0.9 * away)
        opening = -unit((way[lunate] / away[lunate, None]).mean(axis=0))
        aside = unit(np.cross(opening, (0.0, 0.0, 1.0)))
        across = np.stack([way @ aside, way @ np.cross(aside, opening)], axis=1)
        outward = (self.bone.outward @ opening > 0.9) & (away < radius + RIM) & (way @ opening > -NOTCH)
        crest = _innermost(across[outward])
        system = np.c_[2 * crest, np.ones(len(crest))]
        x, y, rest = np.linalg.lstsq(system, (crest**2).sum(axis=1), rcond=None)[0]
        return float(2 * np.sqrt(rest + x * x + y * y))


def _innermost(places: Array) -> Array:
    """Of each sector around the origin the place (2,) that lies nearest to it."""
    sector, away = np.floor(np.degrees(np.arctan2(*places.T)) / SECTOR), np.linalg.norm(places, axis=1)
    return np.array([places[sector == one][away[sector == one].argmin()] for one in np.unique(sector)])


@dataclass(frozen=True)
class Femur:
    """A right femur that stands upright."""

    bone: Solid

    @cached_property
    def head(self) -> tuple[Array, float]:
        """Centre and radius of the head."""
        inward = np.array([0.8, -0.1, 0.6])
        top = self.bone.furthest(inward, self.bone.points[:, 2] > self.bone.points[:, 2].max() - 45)
        near = np.linalg.norm(self.bone.points - top, axis=1) < 22
        middle, radius = ball(self.bone.points[near])
        for _ in range(6):
            way = self.bone.points - middle
            away = np.linalg.norm(way, axis=1)
            on = (np.abs(away - radius) < 0.7) & (way @ unit(inward) > -0.1 * away)
            middle, radius = ball(self.bone.points[on])
        return middle, radius

    @cached_property
    def backs(self) -> tuple[Array, Array]:
        """Hindmost points of the medial and the lateral condyle."""
        x, _, z = self.bone.points.T
        distal = z < z.min() + 60
        middle = (x[distal].min() + x[distal].max()) / 2
        return self.bone.furthest((0, 1, 0), distal & (x > middle)), self.bone.furthest(
            (0, 1, 0), distal & (x < middle)
        )

    @cached_property
    def axis(self) -> Array:
        """Upwards along the mechanical axis: from between the condyles to the head."""
        z = self.bone.points[:, 2]
        distal = self.bone.points[z < z.min() + 45]
        knee = (distal.min(axis=0) + distal.max(axis=0)) / 2
        return unit(self.head[0] - knee)

    @cached_property
    def across(self) -> Array:
        """To the person's left along the hind edges of the condyles, at right angles to the axis."""
        way = self.backs[0] - self.backs[1]
        return unit(way - (way @ self.axis) * self.axis)

    @property
    def length(self) -> float:
        """From the head's top to the lowest condyle along the axis."""
        return float(np.ptp(self.bone.points @ self.axis))

    def station(self, per_cent: float) -> tuple[float, float, Array]:
        """Breadth and depth of the shaft at a height from below, and the middle of its outline (3,)."""
        low = (self.bone.points @ self.axis).min()
        ends = self.bone.section((low + per_cent / 100 * self.length) * self.axis, self.axis)
        outline = flat(ends, self.across, np.cross(self.axis, self.across)).reshape(-1, 2)
        breadth, depth = np.ptp(outline, axis=0)
        return float(breadth), float(depth), (ends.reshape(-1, 3).min(axis=0) + ends.reshape(-1, 3).max(axis=0)) / 2

    @property
    def girth(self) -> float:
        """Around the middle of the shaft."""
        low = (self.bone.points @ self.axis).min()
        ends = self.bone.section((low + self.length / 2) * self.axis, self.axis)
        return float(np.linalg.norm(ends[:, 0] - ends[:, 1], axis=1).sum())

    @cached_property
    def shaft(self) -> Array:
        """Upwards along the shaft's upper half."""
        way = spread(np.array([self.station(one)[2] for one in (50, 54, 58, 62, 66, 70)]))[1]
        return way * np.sign(way[2])

    @cached_property
    def neck(self) -> tuple[Array, float, float, float]:
        """Direction from the neck to the head; least breadth up and down, front to back, and how far it is away."""
        centre, _ = self.head
        way = unit(np.array([1.0, -0.15, 1.0]))
        for _ in range(6):
            middles = [self._neck_section(centre - away * way, way)[2] for away in np.arange(20.0, 30.0, 2.0)]
            way = unit(centre - np.mean(middles, axis=0))
        sections = [(*self._neck_section(centre - away * way, way)[:2], away) for away in np.arange(17.0, 33.0, 1.0)]
        high, deep, away = min(sections, key=lambda one: one[0] * one[1])
        return way, high, deep, away

    def _neck_section(self, origin: Array, way: Array) -> tuple[float, float, Array]:
        """Height, depth and middle of the neck where a plane across it cuts, trochanters left out."""
        up = unit(self.axis - (self.axis @ way) * way)
        front = np.cross(way, up)
        ends = self.bone.section(origin, way)
        ends = ends[np.linalg.norm(ends.mean(axis=1) - origin, axis=1) < 27]
        outline = flat(ends, up, front).reshape(-1, 2)
        low, high = outline.min(axis=0), outline.max(axis=0)
        middle = (low + high) / 2
        return *(high - low), origin + (middle[0] - origin @ up) * up + (middle[1] - origin @ front) * front

    @property
    def neck_shaft_angle(self) -> float:
        """Degrees between neck and shaft."""
        return angle(self.neck[0], -self.shaft)

    @property
    def anteversion(self) -> float:
        """Degrees by which the neck points forward of the condyles' hind edges, seen along the axis."""
        front = np.cross(self.axis, self.across) * np.sign(-np.cross(self.axis, self.across)[1])
        return float(np.degrees(np.arctan2(self.neck[0] @ front, self.neck[0] @ self.across)))

    @property
    def epicondyles(self) -> float:
        """Greatest breadth of the lower end."""
        distal = self.bone.points[self.bone.points[:, 2] < self.bone.points[:, 2].min() + 60]
        return float(np.ptp(distal @ self.across))

    @cached_property
    def lesser_trochanter(self) -> Array:
        """Apex of the lesser trochanter."""
        from_top = (self.bone.points @ self.axis).max() - self.bone.points @ self.axis
        return self.bone.furthest((0.6, 0.8, 0.0), (from_top > 65) & (from_top < 110))
