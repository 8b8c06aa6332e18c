"""A whole person drawn into a picture, and the arms of another one who touches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from docs.positions import body
from docs.positions.figure import Flesh, Pose, along, arm, hand, head, leg, shoulder, sleeve, trunk, turned, way
from docs.positions.outline import Field, melted
from docs.positions.picture import ACCENT, CLOTH, FINE, INK, LINE, SKIN, Picture

SHADE = 0.12
"""How much darker what is far away looks."""
WAIST = 0.2
"""Where the shorts end, as a share of the spine."""


def person(picture: Picture, pose: Pose) -> None:
    """Draws a whole person: what is far first."""
    grid, hip = picture.grid, np.array(pose.hip, float)
    if pose.far_arm:
        _limb(picture, arm(grid, shoulder(pose), pose.far_arm), SHADE)
    if pose.far:
        _limb(picture, leg(grid, hip, pose.far), SHADE)
    near, torso = leg(grid, hip, pose.near), trunk(grid, pose)
    skull, hair, face = head(grid, pose)
    whole = melted([melted([torso, near.all], 3.5), skull], 3.0)
    for dent in pose.dents:
        whole = -melted([-whole, grid.ball(np.array(dent), 2.4)], 6.0)
    picture.fill(whole, SKIN)
    _clothes(picture, pose, torso, near, whole)
    picture.fill(hair, INK, 0.82)
    picture.edge(whole)
    _fold(picture, pose, near, np.maximum(whole + 0.8, torso + 0.5))
    picture.edge(torso - 0.6, FINE, np.maximum(whole + 0.7, skull + 0.3))
    for line in face:
        picture.line(line, FINE)
    if pose.arm:
        limb = arm(grid, shoulder(pose), pose.arm)
        _limb(picture, limb, 0, open_within=8.0)


def _fold(picture: Picture, pose: Pose, near: Flesh, within: Field) -> None:
    """The fold of the groin: where the outline of a bent thigh runs over the trunk, in front of the hip."""
    hip = near.joints[0]
    waist, up = along(pose, WAIST)
    clear = np.maximum(9.5 - picture.grid.ball(hip, 0), picture.grid.beyond(hip, -way(pose.pelvis - 90)) + 3)
    below = picture.grid.beyond(waist, way(up)) + 1.5
    picture.edge(near.all, FINE, np.maximum(np.maximum(within, clear), below))


def _clothes(picture: Picture, pose: Pose, torso: Field, near: Flesh, whole: Field) -> None:
    picture.fill(np.maximum(whole, torso - 0.6), CLOTH)
    waist, up = along(pose, WAIST)
    shorts = melted([np.maximum(torso - 0.4, picture.grid.beyond(waist, way(up))), near.cloth], 2.0)
    shorts = np.maximum(shorts, whole)
    picture.fill(shorts, CLOTH)
    picture.fill(shorts, INK, 0.16)
    picture.edge(shorts, FINE, whole + 0.7)


def _limb(picture: Picture, limb: Flesh, shade: float, open_within: float = 0) -> None:
    """Draws a limb; within so many centimetres of its first joint it has no outline and runs into the trunk."""
    picture.fill(limb.all, SKIN)
    cover = np.maximum(limb.cloth, limb.all)
    picture.fill(cover, CLOTH)
    if shade:
        picture.fill(limb.all, INK, shade)
    picture.edge(limb.all, LINE, -picture.grid.ball(limb.joints[0], open_within) if open_within else None)
    picture.edge(cover, FINE, limb.all + 0.7)


@dataclass(frozen=True)
class Reach:
    """The arm of somebody who touches: directions (degrees) of the hand, and from the elbow and from the shoulder.

    ``curl`` is how far the fingers bend at each joint; the palm is turned over where ``flip`` is -1.
    """

    palm: float
    fore: float
    upper: float
    curl: float = 14
    flip: float = 1


def helper(picture: Picture, tip: tuple[float, float], reach: Reach) -> None:
    """Draws the arm of somebody who touches: its fingertips at ``tip``, the upper arm out of the picture."""
    palm, fore, upper, curl, flip = reach.palm, reach.fore, reach.upper, reach.curl, reach.flip
    grid = picture.grid
    towards = [palm - flip * curl * joint for joint in (1, 2)]
    fingers = sum(body.FINGER_LENGTH * 0.95 * way(one) for one in towards)
    wrist = np.array(tip) - body.PALM_LENGTH * 0.97 * way(palm) - fingers
    elbow = wrist - body.FOREARM * way(fore)
    far_end = elbow - 3 * body.UPPER_ARM * way(upper)
    forearm = grid.polygon(turned(sleeve(body.FOREARM_FLESH, body.FOREARM), elbow, fore))
    above = grid.polygon(turned(sleeve(body.UPPER_ARM_FLESH, 3 * body.UPPER_ARM), far_end, upper))
    flesh = melted([above, forearm, grid.ball(elbow, 4.0), hand(grid, wrist, palm, curl, flip)], 2.0)
    hem = grid.beyond(wrist - 0.62 * body.FOREARM * way(fore), way(fore))
    cloth = np.maximum(melted([above, forearm, grid.ball(elbow, 4.0)], 2.0) - 0.7, hem)
    picture.fill(flesh, SKIN)
    picture.edge(flesh)
    picture.fill(cloth, ACCENT)
    picture.edge(cloth)
    _thumb(picture, wrist, palm, flip)


def _thumb(picture: Picture, wrist: np.ndarray, palm: float, flip: float) -> None:
    grid, length = picture.grid, 7.4
    root = wrist + 2.6 * way(palm) - 0.4 * flip * way(palm + 90)
    thumb = grid.polygon(turned(sleeve(THUMB, length), root, palm - 24 * flip))
    picture.fill(thumb, SKIN)
    picture.edge(thumb, FINE, 2.8 - grid.ball(root, 0))


THUMB: body.Profile = (
    (-0.1, 1.5, 1.5),
    (0.2, 1.7, 1.6),
    (0.5, 1.4, 1.3),
    (0.8, 1.2, 1.2),
    (0.95, 0.9, 0.9),
    (1.03, 0.3, 0.3),
)
