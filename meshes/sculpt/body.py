"""One coherent adult: where each bone stands. Every recipe asks here, so all of them fit together.

The frame is LPS in millimetres: x to the person's left, y to the back, z up; the origin lies midway between the
centres of the two femoral heads. The person stands, so the spine keeps its lordosis and the pelvis its tilt. The
spine is stacked from the sacral plate upwards: disc, vertebra, disc, ... each as high and as wedged as ``body.csv``
says.

``from_reference`` brings a point that was measured on BodyParts3D's man to the same place of this adult's pelvis
or thigh; it scales only, and recipes move on from there to the population's means.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.fields import Field, Points, moved
from meshes.sculpt.tables import read_numbers

Box = tuple[tuple[float, float, float], tuple[float, float, float]]

VERTEBRAE = ("T12", "L1", "L2", "L3", "L4", "L5")
DISCS = ("T12_L1", "L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1")
REFERENCE_HIP = np.array([-81.4, -92.9, 820.2])  # BodyParts3D: centre of the right femoral head (sphere fit)
REFERENCE_MIDDLE = 0.2  # BodyParts3D: x of the mid-sagittal plane


@dataclass(frozen=True)
class Frame:
    """A local frame: ``origin`` (3,) in the body and ``axes`` (3, 3), whose columns are its x, y, z there."""

    origin: npt.NDArray[np.float64]
    axes: npt.NDArray[np.float64]

    def to_body(self, points: npt.ArrayLike) -> Points:
        """Local points (..., 3) in body coordinates."""
        return np.asarray(points, float) @ self.axes.T + self.origin

    def to_local(self, points: npt.ArrayLike) -> Points:
        """Body points (..., 3) in local coordinates."""
        return (np.asarray(points, float) - self.origin) @ self.axes

    def box_around(self, box: Box) -> Box:
        """The box of the body that holds a local box: its lowest and its highest corner."""
        corners = np.array(np.meshgrid(*zip(*box, strict=True))).reshape(3, -1).T
        placed = self.to_body(corners)
        low, high = placed.min(axis=0), placed.max(axis=0)
        return (float(low[0]), float(low[1]), float(low[2])), (float(high[0]), float(high[1]), float(high[2]))

    def place(self, field: Field) -> Field:
        """A field drawn in local coordinates, standing in the body."""
        return moved(field, self.axes, self.origin)


@cache
def numbers() -> dict[str, float]:
    """The adult's table, name -> value. Raises TableError."""
    return read_numbers("body.csv", required=_REQUIRED)


_REQUIRED = (
    *("stature", "size", "hip_centre_lateral", "sacral_slope", "pelvic_tilt", "hip_to_sacral_plate"),
    *(f"{what}_disc_{disc}" for what in ("wedge", "height") for disc in DISCS),
    *(f"{what}_{level}" for what in ("wedge", "height") for level in VERTEBRAE),
)


def hip_centre(side: str = "right") -> npt.NDArray[np.float64]:
    """Centre of a femoral head and its acetabulum, (3,)."""
    lateral = numbers()["hip_centre_lateral"]
    return np.array([-lateral if side == "right" else lateral, 0.0, 0.0])


def tilted(origin: npt.ArrayLike, tilt: float) -> Frame:
    """A frame on the midline turned about x: z is the normal of a plate that faces ``tilt`` degrees forward."""
    angle = np.radians(tilt)
    up = np.array([0.0, -np.sin(angle), np.cos(angle)])
    back = np.array([0.0, np.cos(angle), np.sin(angle)])
    return Frame(np.asarray(origin, float), np.stack([[1.0, 0.0, 0.0], back, up], axis=1))


@cache
def sacral_plate() -> Frame:
    """Middle of the upper plate of S1; z is its normal, y its backward direction."""
    table = numbers()
    angle = np.radians(table["pelvic_tilt"])
    return tilted(table["hip_to_sacral_plate"] * np.array([0.0, np.sin(angle), np.cos(angle)]), table["sacral_slope"])


@cache
def plates() -> dict[str, Frame]:
    """Middle of each end plate, frame z out of the sacrum's side (upwards): ``L5_lower``, ``L5_upper``, ..."""
    table, found = numbers(), {"S1_upper": sacral_plate()}
    below, tilt = sacral_plate(), table["sacral_slope"]
    for disc, level in zip(reversed(DISCS), reversed(VERTEBRAE), strict=True):
        for name, height, wedge in (
            (f"{level}_lower", table[f"height_disc_{disc}"], table[f"wedge_disc_{disc}"]),
            (f"{level}_upper", table[f"height_{level}"], table[f"wedge_{level}"]),
        ):
            middle = tilted(below.origin, tilt - wedge / 2)
            tilt -= wedge
            below = tilted(middle.to_body([0.0, 0.0, height]), tilt)
            found[name] = below
    return found


@cache
def vertebra(level: str) -> Frame:
    """The frame of a vertebra: origin in the middle of its body, z up along it, y towards its spinous process."""
    lower, upper = plates()[f"{level}_lower"], plates()[f"{level}_upper"]
    along = upper.origin - lower.origin
    return tilted((upper.origin + lower.origin) / 2, np.degrees(np.arctan2(-along[1], along[2])))


def from_reference(points: npt.ArrayLike) -> Points:
    """Points (..., 3) of BodyParts3D's right pelvis or thigh, at the same place of this adult."""
    table, given = numbers(), np.asarray(points, float)
    moved_points = (given - np.array([REFERENCE_MIDDLE, REFERENCE_HIP[1], REFERENCE_HIP[2]])) * table["size"]
    widen = table["hip_centre_lateral"] / (table["size"] * (REFERENCE_MIDDLE - REFERENCE_HIP[0]))
    return np.asarray(moved_points * np.array([widen, 1.0, 1.0]))
