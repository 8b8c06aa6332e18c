"""The facet joints: one bent surface for each, which the bone above and the bone below are both cut to.

The middle of a joint belongs to its disc, not to one of the two bones, so the facets meet in whatever posture
``body.csv`` gives the spine. The lower bone's facet is hollow and looks backwards and to the midline, the upper
bone's facet is rounded and sits within it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from meshes.sculpt.body import DISCS, Frame, plates
from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.tables import read_numbers

JOINTS = ("T11_T12", *DISCS)
_WHAT = ("across", "back", "up", "angle", "lean", "width", "height", "radius")


@cache
def numbers() -> dict[str, float]:
    """The joints' measurements, name -> value. Raises TableError."""
    return read_numbers("vertebrae/facets.csv", required=(*(f"{w}_{j}" for w in _WHAT for j in JOINTS), "gap"))


@dataclass(frozen=True)
class Joint:
    """The right one of a pair of facet joints, in the body; the left one is its mirror image.

    ``frame``: origin in the middle of the joint; x across the facet from its front to its back edge, y out of the
    upper bone's facet (into the lower bone), z up along the joint. ``width``, ``height`` of the facets, ``radius``
    of the bend about z and ``gap`` between the two bones, in mm.
    """

    frame: Frame
    width: float
    height: float
    radius: float
    gap: float

    def distance(self, points: Points) -> Values:
        """Signed distance (n,) to the joint's surface on either side: negative on the upper bone's side."""
        local = self.local(points)
        return np.asarray(np.hypot(local[:, 0], local[:, 1] + self.radius) - self.radius)

    def local(self, points: Points) -> Points:
        """Body points (n, 3) of either side in the right joint's frame."""
        folded = np.stack([-np.abs(points[:, 0]), points[:, 1], points[:, 2]], axis=1)
        return self.frame.to_local(folded)

    def within(self, points: Points) -> Values:
        """Signed distance (n,) to the facet's edge, measured along the joint: negative over the cartilage."""
        local = self.local(points)
        half = np.array([self.width, self.height]) / 2
        reach = np.linalg.norm(local[:, [0, 2]] / half, axis=1)
        return np.asarray((reach - 1.0) * half.mean())


@cache
def disc_frame(disc: str) -> Frame:
    """The frame of a disc: halfway between its two plates, z up, y to the back."""
    if disc == "T11_T12":
        return plates()["T12_upper"]
    above, _, below = disc.partition("_")
    upper, lower = plates()[f"{above}_lower"], plates()[f"{below}_upper"]
    up = upper.axes[:, 2] + lower.axes[:, 2]
    up = up / np.linalg.norm(up)
    axes = np.stack([[1.0, 0.0, 0.0], np.cross(up, [1.0, 0.0, 0.0]), up], axis=1)
    return Frame((upper.origin + lower.origin) / 2, axes)


@cache
def joint(name: str) -> Joint:
    """The right facet joint beside a disc, for example ``L4_L5`` or ``L5_S1``, or ``T11_T12``.

    Raises KeyError for another name and TableError for a faulty table.
    """
    table, disc = numbers(), disc_frame(name)
    across, back, up, angle, lean, width, height, radius = (table[f"{what}_{name}"] for what in _WHAT)
    out, down = np.radians(angle), np.radians(lean)
    normal = np.array([-np.cos(out) * np.cos(down), -np.sin(out) * np.cos(down), -np.sin(down)])
    sideways = np.array([-np.sin(out), np.cos(out), 0.0])
    axes = disc.axes @ np.stack([sideways, normal, np.cross(sideways, normal)], axis=1)
    return Joint(Frame(disc.to_body([-across, back, up]), axes), width, height, radius, table["gap"])
