"""Places for muscles, named by the bone they follow: "L3" by its vertebra, "L3_L4" by its disc, "pelvis", "femur".

A row of a muscle's table begins with such a name and gives millimetres in that bone's frame. When a bone moves or
turns, gates and slips go with it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from meshes.sculpt import body
from meshes.sculpt.body import Frame
from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.leg import femur

UPRIGHT = np.eye(3)


def frame(name: str) -> Frame:
    """The frame that a row's name begins with.

    A vertebra's and a disc's are their own; "pelvis" is the body's, "femur" stands upright at the apex of the right
    lesser trochanter. Raises KeyError for a name that begins with none of them.
    """
    first, _, rest = name.partition("_")
    second = rest.partition("_")[0]
    if first == "pelvis":
        return Frame(np.zeros(3), UPRIGHT)
    if first == "femur":
        return Frame(lesser_trochanter(), UPRIGHT)
    if f"{first}_{second}" in body.DISCS:
        return _disc(first, second)
    return body.sacral_plate() if first == "S1" else body.vertebra(first)


def lesser_trochanter() -> npt.NDArray[np.float64]:
    """Apex of the right lesser trochanter, (3,)."""
    return np.asarray(femur.landmarks("right")["lesser_trochanter_apex"], float)


def _disc(above: str, below: str) -> Frame:
    lower, upper = body.plates()[f"{above}_lower"], body.plates()[f"{below}_upper"]
    return Frame((lower.origin + upper.origin) / 2.0, upper.axes)


def placed(rows: Mapping[str, npt.NDArray[np.float64]], columns: slice = slice(0, 3)) -> Points:
    """Three coordinate columns of named rows, in the body, (n, 3)."""
    return np.array([frame(name).to_body(row[columns]) for name, row in rows.items()])
