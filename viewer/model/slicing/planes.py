"""The planes of a section: which way one runs, where it lies on its way, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from viewer.model.atlas.atlas import Point
from viewer.model.atlas.level import Way
from viewer.model.session.plane import CutPlane

AXES: Mapping[Way, int] = {Way.SAGITTAL: 0, Way.FRONTAL: 1, Way.ACROSS: 2}
"""The body's axis along which a section of each way is moved."""
USUAL: Mapping[Way, float] = {Way.ACROSS: 1.0, Way.SAGITTAL: 1.0, Way.FRONTAL: -1.0}
"""The side that is away at first: what lies above, on the left, in front."""
NEXT: Mapping[Way, Way] = {Way.ACROSS: Way.SAGITTAL, Way.SAGITTAL: Way.FRONTAL, Way.FRONTAL: Way.ACROSS}


def across(place: Point, way: Way, toward: float | None = None) -> CutPlane:
    """The plane of a way through a place; ``toward`` (1 or -1) says on which side of its axis the body is away."""
    normal = [0.0, 0.0, 0.0]
    normal[AXES[way]] = USUAL[way] if toward is None else toward
    return CutPlane(place, (normal[0], normal[1], normal[2]))


def way_of(plane: CutPlane) -> Way:
    """The way that a plane runs, or nearly runs."""
    return max(AXES, key=lambda way: abs(plane.normal[AXES[way]]))


def along(plane: CutPlane) -> float:
    """Where a plane lies on the axis of its way, mm."""
    return plane.at[AXES[way_of(plane)]]


def put(plane: CutPlane, along: float) -> CutPlane:
    """The plane moved to a place on the axis of its way, mm."""
    at = list(plane.at)
    at[AXES[way_of(plane)]] = along
    return replace(plane, at=(at[0], at[1], at[2]))


def shifted(plane: CutPlane, by: float) -> CutPlane:
    """The plane moved along its normal, mm."""
    x, y, z = (place + by * part for place, part in zip(plane.at, plane.normal, strict=True))
    return replace(plane, at=(x, y, z))


def flipped(plane: CutPlane) -> CutPlane:
    """The same plane with the other side away."""
    x, y, z = (0.0 - part for part in plane.normal)
    return replace(plane, normal=(x, y, z))


def turned(plane: CutPlane) -> CutPlane:
    """The plane of the next way through the same place."""
    return across(plane.at, NEXT[way_of(plane)])
