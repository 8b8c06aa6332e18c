"""A cut through the body along a finger's way: filled outlines in the plane of the cut."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.model.atlas.atlas import Point
from viewer.model.finger.press import Press

Outline = npt.NDArray[np.float64]
"""A closed line (n, 2): mm across from the finger's way, and mm deep below the place on the skin where it stands."""


@dataclass(frozen=True)
class Cut:
    """What the plane takes from one structure; a point lies inside it where an odd number of outlines surround it."""

    structure: str
    outlines: tuple[Outline, ...]


@dataclass(frozen=True)
class Section:
    """The plane that holds a press's way and ``across`` (a unit vector at right angles to it, the picture's right).

    The way is the line (0, 0) to (0, depth). ``cuts`` are in the order of the atlas, the skin (the whole body) first.
    """

    press: Press
    across: Point
    cuts: tuple[Cut, ...] = ()
