"""The positions on the back and on the side: who lies how, on what, and who touches where.

What a drawing shows stands in the docstring of its function; it becomes the drawing's title.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from docs.positions.figure import Arm, Leg, Pose
from docs.positions.outline import Points
from docs.positions.people import Reach, helper, person
from docs.positions.picture import CLOTH, TABLE, Picture, arc

BENT = Leg(28, -41, 64)
SUPINE = Pose((0, 13), pelvis=180, thorax=180, neck=174, head=90, near=BENT, arm=Arm(-11, -4, 1, 5))
PRESSED = replace(SUPINE, dents=((-12, 22.6),))
HOOK = replace(SUPINE, near=Leg(52, -76, 0), far=Leg(56, -80, 0))
SIDE = Pose((0, 0), pelvis=0, thorax=-8, neck=-14, head=-96, near=Leg(-126, 146, 196), far=Leg(-115, 154, 200),
            arm=Arm(-104, -18, -6, 16))  # fmt: skip
SIDE_PRESSED = replace(SIDE, dents=((12, -10.4),))


def supine_bolster() -> Picture:
    """On the back, a large bolster under the knees."""
    return _on_table()


def supine_flat_hand() -> Picture:
    """On the back, a flat hand rests on the belly."""
    picture = _on_table()
    helper(picture, (-2, 23.6), Reach(palm=-6, fore=-42, upper=-80, curl=2))
    return picture


def supine_head_lift() -> Picture:
    """The head is lifted for a moment, while the fingers only rest on the belly."""
    picture = _on_table(replace(SUPINE, thorax=177, neck=150, head=58))
    helper(picture, (-10, 23.8), Reach(palm=-22, fore=-48, upper=-82, curl=10))
    picture.arrow(arc((-58, 12), 36, 158, 126))
    return picture


def supine_hand_on_belly() -> Picture:
    """Two hands, one on the other, sink into the belly beside its straight muscle, towards the spine."""
    picture = _on_table(PRESSED)
    helper(picture, (-12, 19.2), Reach(palm=-58, fore=-50, upper=-82, curl=10))
    helper(picture, (-18, 27.6), Reach(palm=-146, fore=-124, upper=-98, curl=12, flip=-1))
    return picture


def resisted_hip_flexion() -> Picture:
    """One hand stays on the belly, the other holds against the thigh, which pushes gently upwards."""
    picture = _on_table(PRESSED)
    helper(picture, (-12, 19.2), Reach(palm=-58, fore=-50, upper=-82, curl=10))
    helper(picture, (32, 37.2), Reach(palm=-160, fore=-132, upper=-100, curl=8, flip=-1))
    picture.arrow([(20.5, 38), (18, 43.5), (14.5, 50)])
    return picture


def hand_at_crest() -> Picture:
    """Fingers curl over the front of the crest of the hip bone, their pads to the bone."""
    picture = _on_table(replace(SUPINE, dents=((-9, 22.9),)))
    helper(picture, (-8.5, 19.4), Reach(palm=-36, fore=-44, upper=-80, curl=30))
    return picture


def hand_in_groin() -> Picture:
    """Flat fingers lie in the crease of the groin."""
    picture = _on_table()
    helper(picture, (5.5, 23.2), Reach(palm=-18, fore=-44, upper=-82, curl=6))
    return picture


def knee_lift() -> Picture:
    """The knee is lifted a finger's width while the hand feels."""
    picture = _on_table(replace(SUPINE, near=Leg(34, -34, 66), far=BENT))
    helper(picture, (-5, 21.4), Reach(palm=-34, fore=-44, upper=-80, curl=16))
    picture.arrow([(44, 44), (43.5, 49), (42.5, 57)])
    return picture


def trunk_curl() -> Picture:
    """Head and shoulders are lifted a little; flat fingers lie in the groin."""
    picture = _on_table(replace(SUPINE, thorax=160, neck=143, head=44, arm=Arm(-14, -6, 0, 5)))
    helper(picture, (5.5, 23.2), Reach(palm=-18, fore=-44, upper=-82, curl=6))
    picture.arrow(arc((-34, 8), 62, 158, 134))
    return picture


def side_lying() -> Picture:
    """On the side, seen from above: hips and knees bent, pillows under the head and between the knees."""
    return _from_above(SIDE)


def side_lying_hand() -> Picture:
    """On the side, seen from above: fingers sink into the belly towards the spine."""
    picture = _from_above(SIDE_PRESSED)
    helper(picture, (12, -6.8), Reach(palm=96, fore=82, upper=100, curl=8))
    return picture


def side_lying_resist() -> Picture:
    """On the side, seen from above: one hand at the belly, the other holds against the thigh."""
    picture = _from_above(SIDE_PRESSED)
    helper(picture, (12, -6.8), Reach(palm=96, fore=82, upper=100, curl=8))
    helper(picture, (-10.5, -30.5), Reach(palm=146, fore=124, upper=108, curl=8))
    picture.arrow([(-19, -48), (-11, -51), (-2, -51.5)])
    return picture


def constructive_rest() -> Picture:
    """On the back, the feet standing on the floor, the own hand on the belly, which rises with the breath in."""
    picture = _on_floor(replace(HOOK, arm=Arm(-14, 112, 168, 6, -1, 0.58)))
    picture.arrow([(-24, 33), (-24, 38), (-24, 46)])
    return picture


def pelvic_rocking() -> Picture:
    """On the back, the feet pressed down: the pelvis tilts back, the small of the back comes to the floor."""
    picture = _on_floor(replace(HOOK, pelvis=174, thorax=181))
    picture.arrow(arc((-8, 13), 29, 66, 122))
    picture.arrow([(62, 20), (62, 14), (62, 4)])
    return picture


def leg_over_edge() -> Picture:
    """On the back at the edge of a bed: one knee held at the chest, the other leg hangs over the edge."""
    picture = Picture(2.15, (270, 190))
    _table(picture, -98, 5)
    picture.shape(_cushion(-88, -60, 5.2), CLOTH)
    person(picture, replace(SUPINE, near=Leg(-14, -84, -24), far=Leg(116, -28, 40), arm=Arm(32, 42, 4, 34)))
    picture.arrow([(56, 6), (57, -2), (57, -12)])
    return picture


def _on_table(pose: Pose = SUPINE) -> Picture:
    """On a table, the head on a flat pillow and the knees over a bolster."""
    picture = Picture(2.35, (236, 236))
    _table(picture, -96, 96)
    picture.shape(_cushion(-88, -60, 5.2), CLOTH)
    picture.disc((40.5, 13.4), 13.2, CLOTH)
    picture.disc((40.5, 13.4), 8.4, CLOTH)
    person(picture, pose)
    return picture


def _on_floor(pose: Pose) -> Picture:
    picture = Picture(2.35, (268, 220))
    picture.line([(-100, 0), (-9, 0), (82, 0)], 2.2)
    picture.shape(_cushion(-88, -60, 5.2), CLOTH)
    person(picture, pose)
    return picture


def _from_above(pose: Pose) -> Picture:
    """On the side: the table fills the picture, the front of the body is below."""
    picture = Picture(2.3, (208, 128))
    picture.box((-84, 46), (112, -66), TABLE, 5)
    head_cushion = [(52, 20), (70, 21), (89, 20), (91, 0), (89, -22), (70, -23), (52, -22), (50, 0)]
    picture.shape(np.array(head_cushion), CLOTH)
    picture.shape(_cushion(-46, -18, 30, -52), CLOTH)
    person(picture, pose)
    return picture


def _table(picture: Picture, left: float, right: float) -> None:
    for leg in (left + 9, right - 13):
        picture.box((leg, -2), (leg + 4, -31), TABLE, 0.6)
    picture.box((left, 0), (right, -6), TABLE, 2.2)


def _cushion(left: float, right: float, high: float, low: float = 0) -> Points:
    middle = (left + right) / 2
    below = [(left + 1, low + 0.2), (middle, low), (right - 1, low + 0.2), (right, low + high / 2)]
    above = [(right - 2, low + high - 0.4), (middle, low + high), (left + 2, low + high - 0.4), (left, low + high / 2)]
    return np.array(below + above, float)
