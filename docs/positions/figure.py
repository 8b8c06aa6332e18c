"""A person in a pose, seen from the right side: joints placed by angles, flesh around them, clothes over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from docs.positions import body
from docs.positions.outline import Field, Grid, Points, melted

SOFT = 3.0
"""Centimetres over which limbs melt into one another."""


@dataclass(frozen=True)
class Leg:
    """Directions in degrees, from the hip down: 0 to the right of the picture, 90 up. The foot's is heel to toe."""

    thigh: float = -90
    shank: float = -90
    foot: float = 0


@dataclass(frozen=True)
class Arm:
    """Directions of upper arm, forearm and hand; ``curl`` is how far the fingers bend at each of their joints.

    The palm lies to the right of its direction, to the left where ``flip`` is -1. A forearm that points towards or
    away from the viewer looks ``short``.
    """

    upper: float = -90
    fore: float = -84
    hand: float = -82
    curl: float = 8
    flip: float = 1
    short: float = 1


@dataclass(frozen=True)
class Pose:
    """A whole body. ``pelvis`` and ``thorax`` are the directions of the spine below and above, towards the head;
    at ``dents`` fingers press the skin in.
    """

    hip: tuple[float, float]
    pelvis: float = 90
    thorax: float = 90
    neck: float = 78
    head: float = 0
    near: Leg = field(default_factory=Leg)
    far: Leg | None = None
    arm: Arm | None = field(default_factory=Arm)
    far_arm: Arm | None = None
    dents: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Flesh:
    """The fields of one limb and where its joints are; ``cloth`` is the part of it that is covered."""

    all: Field
    cloth: Field
    joints: tuple[Points, ...]


def way(degrees: float) -> Points:
    """The unit vector in a direction."""
    turn = np.radians(degrees)
    return np.array([np.cos(turn), np.sin(turn)])


def turned(shape: Points, place: Points, degrees: float) -> Points:
    """A shape drawn with its far end to +x, turned and moved to where it belongs."""
    along, across = way(degrees), way(degrees + 90)
    return place + shape[:, :1] * along + shape[:, 1:] * across


def rounded(corners: Points, between: int = 4) -> Points:
    """A closed shape through the same corners, without corners."""
    steps = np.linspace(0, 1, between, endpoint=False)[:, None]
    before, after = np.roll(corners, 1, axis=0), np.roll(corners, -1, axis=0)
    later = np.roll(corners, -2, axis=0)
    parts = [
        0.5 * (2 * b + (c - a) * steps + (2 * a - 5 * b + 4 * c - d) * steps**2 + (3 * b - a - 3 * c + d) * steps**3)
        for a, b, c, d in zip(before, corners, after, later, strict=True)
    ]
    return np.concatenate(parts)


def sleeve(profile: body.Profile, length: float) -> Points:
    """The outline of a straight part whose near joint is the origin and whose far end is at +x, its front up."""
    shares = np.array(profile)
    front = np.column_stack([shares[:, 0] * length, shares[:, 1]])
    back = np.column_stack([shares[:, 0] * length, -shares[:, 2]])
    return rounded(np.concatenate([front, back[::-1]]))


def leg(grid: Grid, hip: Points, pose: Leg) -> Flesh:
    """A leg with bare foot; half of the thigh is covered."""
    knee = hip + body.THIGH * way(pose.thigh)
    ankle = knee + body.SHANK * way(pose.shank)
    thigh = grid.polygon(turned(sleeve(body.THIGH_FLESH, body.THIGH), hip, pose.thigh))
    shank = grid.polygon(turned(sleeve(body.SHANK_FLESH, body.SHANK), knee, pose.shank))
    foot = grid.polygon(turned(rounded(body.FOOT), ankle, pose.foot))
    hem = grid.beyond(hip + 0.52 * body.THIGH * way(pose.thigh), way(pose.thigh))
    flesh = melted([thigh, shank, grid.ball(knee, 5.4), foot], SOFT)
    return Flesh(flesh, np.maximum(thigh - 0.7, hem), (hip, knee, ankle))


def arm(grid: Grid, shoulder: Points, pose: Arm) -> Flesh:
    """An arm with its hand; half of the upper arm is covered."""
    elbow = shoulder + body.UPPER_ARM * way(pose.upper)
    length = body.FOREARM * pose.short
    wrist = elbow + length * way(pose.fore)
    upper = grid.polygon(turned(sleeve(body.UPPER_ARM_FLESH, body.UPPER_ARM), shoulder, pose.upper))
    fore = grid.polygon(turned(sleeve(body.FOREARM_FLESH, length), elbow, pose.fore))
    hem = grid.beyond(shoulder + 0.5 * body.UPPER_ARM * way(pose.upper), way(pose.upper))
    flesh = melted([upper, fore, grid.ball(elbow, 3.9), hand(grid, wrist, pose.hand, pose.curl, pose.flip)], 2.0)
    return Flesh(flesh, np.maximum(upper - 0.7, hem), (shoulder, elbow, wrist))


def hand(grid: Grid, wrist: Points, palm: float, curl: float, flip: float = 1) -> Field:
    """A hand whose fingers curl towards the palm, which lies to the right of its direction (left where flipped)."""
    mirror = np.array([1.0, flip])
    parts = [grid.polygon(turned(sleeve(body.PALM, body.PALM_LENGTH) * mirror, wrist, palm))]
    place, towards = wrist + body.PALM_LENGTH * 0.97 * way(palm), palm
    for _ in range(2):
        towards -= flip * curl
        parts.append(grid.polygon(turned(sleeve(body.FINGER, body.FINGER_LENGTH) * mirror, place, towards)))
        place = place + body.FINGER_LENGTH * 0.92 * way(towards)
    return melted(parts, 1.2)


def spine(pose: Pose) -> tuple[Points, Points]:
    """Places along the line of the trunk and the direction (degrees) at each, from below the hip to the neck."""
    shares = np.linspace(-0.2, 1.1, 66)
    bend = np.clip((shares - 0.05) / 0.6, 0, 1)
    angles = pose.pelvis + (pose.thorax - pose.pelvis) * bend * bend * (3 - 2 * bend)
    steps = np.diff(shares)[:, None] * body.TRUNK * np.array([way(one) for one in (angles[1:] + angles[:-1]) / 2])
    places = np.concatenate([[[0.0, 0.0]], np.cumsum(steps, axis=0)])
    start = np.array([np.interp(0, shares, places[:, axis]) for axis in (0, 1)])
    return np.column_stack([shares, places - start + np.array(pose.hip)]), angles


def along(pose: Pose, share: float) -> tuple[Points, float]:
    """The place and the direction (degrees) of the spine at a share of its length."""
    line, angles = spine(pose)
    place = np.array([np.interp(share, line[:, 0], line[:, axis]) for axis in (1, 2)])
    return place, float(np.interp(share, line[:, 0], angles))


def trunk(grid: Grid, pose: Pose) -> Field:
    """The trunk without limbs and neck."""
    front, back = [], []
    for share, ahead, behind in body.TRUNK_FLESH:
        place, angle = along(pose, share)
        front.append(place + ahead * way(angle - 90))
        back.append(place - behind * way(angle - 90))
    return grid.polygon(rounded(np.array(front + back[::-1])))


def head(grid: Grid, pose: Pose) -> tuple[Field, Field, Sequence[Points]]:
    """Neck and head, the hair, and the lines of the face."""
    base, angle = along(pose, 1.0)
    base = base - 1.5 * way(angle - 90)
    top = base + body.NECK * way(pose.neck)
    mirrored = sleeve(body.NECK_FLESH, body.NECK) * np.array([1, -1])
    neck = grid.polygon(turned(mirrored, base, pose.neck))
    skull = grid.polygon(turned(rounded(body.HEAD), top, pose.head))
    hair = grid.polygon(turned(rounded(body.HAIR), top, pose.head))
    lines = [turned(line, top, pose.head) for line in (body.EAR, body.EYE, body.BROW)]
    return melted([neck, skull], 2.0), hair, lines


def shoulder(pose: Pose) -> Points:
    """Where the arms hang from."""
    place, angle = along(pose, 0.86)
    return place - 0.5 * way(angle - 90)
