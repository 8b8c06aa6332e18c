"""A flat cut through the whole body, in body millimetres (LPS)."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.model.atlas.atlas import Point


@dataclass(frozen=True)
class CutPlane:
    """A plane through the place ``at``; what lies on the side to which ``normal`` (a unit vector) points is away."""

    at: Point
    normal: Point
