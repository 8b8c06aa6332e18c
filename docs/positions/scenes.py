"""Every position that the walks name: who lies or stands how, on what, and who touches where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from docs.positions.figure import Arm, Leg, Pose
from docs.positions.people import helper, person
from docs.positions.picture import ACCENT, CLOTH, INK, TABLE, Picture

BENT = Leg(28, -41, 64)
SUPINE = Pose((0, 13), pelvis=180, thorax=180, neck=174, head=90, near=BENT, arm=Arm(-11, -4, 1, 5))
HOOK = replace(SUPINE, near=Leg(52, -76, 0), far=Leg(56, -80, 0))
STANDING = Pose((0, 91.1), far=Leg(-89, -91, 0), near=Leg(-88, -92, 0))


def _lying(title: str, pose: Pose = SUPINE, bolster: bool = True) -> Picture:
    """On a table, the head on a flat pillow and, with a bolster, the knees over it."""
    picture = Picture(title, 2.35, (236, 236))
    _table(picture, -96, 96)
    picture.shape(_cushion(-88, -60, 5.2), CLOTH)
    if bolster:
        picture.disc((40.5, 13.4), 13.2, CLOTH)
        picture.disc((40.5, 13.4), 8.4, CLOTH)
    person(picture, pose)
    return picture


def _table(picture: Picture, left: float, right: float) -> None:
    for leg in (left + 9, right - 13):
        picture.box(leg, -2, leg + 4, -31, TABLE, 0.6)
    picture.box(left, 0, right, -6, TABLE, 2.2)


def _cushion(left: float, right: float, high: float, low: float = 0) -> np.ndarray:
    middle = (left + right) / 2
    return np.array(
        [
            (left + 1, low + 0.2), (middle, low), (right - 1, low + 0.2), (right, low + high / 2), (right - 2, low + high - 0.4),
            (middle, low + high), (left + 2, low + high - 0.4), (left, low + high / 2),
        ]
    )  # fmt: skip


def _floor(picture: Picture, left: float, right: float) -> None:
    picture.line([(left, 0), ((left + right) / 2, 0), (right, 0)], 2.2)


def supine_bolster() -> Picture:
    return _lying("On the back, a large bolster under the knees")


def supine_flat_hand() -> Picture:
    picture = _lying("On the back, a flat hand rests on the belly")
    helper(picture, (-2, 23.6), -6, -42, -80, curl=2)
    return picture


def supine_head_lift() -> Picture:
    pose = replace(SUPINE, thorax=177, neck=150, head=58)
    picture = _lying("The head is lifted for a moment while the fingers only rest on the belly", pose)
    helper(picture, (-10, 23.8), -22, -48, -82, curl=10)
    picture.arrow(_arc((-58, 12), 36, 158, 126))
    return picture


def supine_hand_on_belly() -> Picture:
    pose = replace(SUPINE, dents=((-12, 22.6),))
    picture = _lying("Two hands sink into the belly beside its straight muscle, towards the spine", pose)
    helper(picture, (-12, 19.2), -58, -50, -82, curl=10)
    helper(picture, (-18, 27.6), -146, -124, -98, curl=12, flip=-1)
    return picture


def resisted_hip_flexion() -> Picture:
    pose = replace(SUPINE, dents=((-12, 22.6),))
    picture = _lying("One hand stays on the belly, the other holds against the thigh, which pushes gently upwards", pose)
    helper(picture, (-12, 19.2), -58, -50, -82, curl=10)
    helper(picture, (33, 36.6), -160, -132, -100, curl=8, flip=-1)
    picture.arrow([(45, 39), (42.5, 46), (40, 53)])
    return picture


def hand_at_crest() -> Picture:
    picture = _lying("Fingers curl over the front of the crest, pads to the bone")
    helper(picture, (-8.5, 19.2), -40, -46, -80, curl=30)
    return picture


def hand_in_groin() -> Picture:
    picture = _lying("Flat fingers lie in the crease of the groin")
    helper(picture, (4.5, 22.4), -24, -46, -82, curl=8)
    return picture


def knee_lift() -> Picture:
    pose = replace(SUPINE, near=Leg(35, -34, 66), far=BENT)
    picture = _lying("The knee is lifted a finger's width while the hand feels", pose)
    helper(picture, (-5, 20.4), -38, -46, -80, curl=16)
    picture.arrow([(44, 43), (43, 49), (42, 56)])
    return picture


def trunk_curl() -> Picture:
    pose = replace(SUPINE, thorax=160, neck=143, head=44, arm=Arm(-4, 2, 4, 5))
    picture = _lying("Head and shoulders are lifted a little; flat fingers lie in the groin", pose)
    helper(picture, (5, 22.4), -24, -46, -82, curl=8)
    picture.arrow(_arc((-34, 8), 62, 158, 134))
    return picture


SIDE = Pose((0, 0), pelvis=0, thorax=-8, neck=-14, head=-96, near=Leg(-126, 146, 196), far=Leg(-115, 154, 200),
            arm=Arm(-104, -18, -6, 16))  # fmt: skip


def _side(title: str) -> Picture:
    """On the left side, seen from above: the table fills the picture, the front is below."""
    picture = Picture(title, 2.3, (208, 128))
    picture.box(-84, 46, 112, -66, TABLE, 5)
    picture.shape(np.array([(52, 20), (70, 21), (89, 20), (91, 0), (89, -22), (70, -23), (52, -22), (50, 0)]), CLOTH)
    picture.shape(_cushion(-46, -18, 30, -52), CLOTH)
    person(picture, SIDE)
    return picture


def side_lying() -> Picture:
    return _side("On the left side, seen from above: hips and knees bent, pillows under the head and between the knees")


def side_lying_hand() -> Picture:
    picture = _side("On the left side, seen from above: fingers sink into the belly towards the spine")
    helper(picture, (12, -7.5), 96, 82, 100, curl=8)
    return picture


def side_lying_resist() -> Picture:
    picture = _side("On the left side, seen from above: one hand at the belly, one holds against the thigh")
    helper(picture, (12, -7.5), 96, 82, 100, curl=8)
    helper(picture, (-10, -32), 150, 128, 110, curl=8)
    picture.arrow([(-33, -45), (-27, -50), (-19, -54)])
    return picture


def _standing(title: str, pose: Pose, scale: float = 1.62, floor: float = 304) -> Picture:
    picture = Picture(title, scale, (226, floor))
    _floor(picture, -60, 76)
    return picture


def _chair(picture: Picture) -> None:
    for left, right, top in ((44, 47, 88), (78, 81, 46)):
        picture.box(left, top, right, 0, TABLE, 1)
    picture.box(43, 47, 82, 43, TABLE, 1)
    picture.box(43.4, 92, 47.6, 76, TABLE, 1.5)


def standing() -> Picture:
    pose = replace(STANDING, near=Leg(-86, -96, -22), arm=Arm(-66, -8, -4, 14))
    picture = _standing("Standing on the far leg, the near one light, a hand on the back of a chair", pose)
    _chair(picture)
    person(picture, pose)
    return picture


def standing_roots() -> Picture:
    pose = replace(STANDING, near=Leg(-84, -100, -24))
    picture = _standing("Roots grow from the sole of the standing foot into the ground", pose, 1.36, 248)
    person(picture, pose)
    for end, down, width in ((-34, -30, 2.6), (-20, -42, 3.4), (-2, -48, 4.2), (16, -44, 3.8), (34, -32, 3.0), (50, -22, 2.2)):
        middle = 3 + (end - 3) * 0.3
        picture.line([(3 + end * 0.16, -1), (middle, down * 0.45), (end * 0.8, down * 0.7), (end, down)], width, ACCENT)
        picture.line([(end * 0.62, down * 0.6), (end * 0.66 - 4, down * 0.84), (end * 0.66 - 7, down * 0.98)], 1.6, ACCENT)
    return picture


def thigh_to_belly() -> Picture:
    pose = replace(STANDING, near=Leg(18, -92, -16), arm=Arm(-94, -78, -78, 8))
    picture = _standing("The thigh is drawn up towards the belly", pose)
    person(picture, pose)
    picture.arrow(_arc((0, 91), 60, -34, 4))
    return picture


FOLD = replace(STANDING, hip=(-7, 90.6), far=Leg(-84, -92, 0), near=Leg(18, -92, -16), arm=Arm(-72, -40, -34, 8))


def trunk_to_thigh() -> Picture:
    pose = replace(FOLD, pelvis=74, thorax=62, neck=52, head=-26)
    picture = _standing("With a long spine the trunk leans towards the lifted thigh", pose)
    person(picture, pose)
    picture.arrow(_arc((-7, 91), 84, 92, 66))
    return picture


def trunk_meets_thigh() -> Picture:
    pose = replace(FOLD, hip=(-10, 90.2), pelvis=64, thorax=46, neck=38, head=-42, near=Leg(34, -84, -12),
                   far=Leg(-82, -93, 0), arm=Arm(-58, -12, -20, 12))  # fmt: skip
    picture = _standing("Thigh and trunk move towards each other and meet", pose)
    person(picture, pose)
    picture.arrow(_arc((-10, 90), 62, -38, 4))
    picture.arrow(_arc((-10, 90), 86, 84, 58))
    return picture


def half_kneeling() -> Picture:
    pose = Pose((0, 48.2), pelvis=96, thorax=90, near=Leg(-103, 180, 186), far=Leg(0, -90, 0), arm=Arm(-112, -22, -30, 16))
    picture = Picture("Half-kneeling: tailbone under, trunk upright, the pelvis moves forwards", 2.05, (222, 292))
    _floor(picture, -76, 84)
    person(picture, pose)
    picture.arrow([(16, 62), (27, 62), (40, 62)])
    picture.arrow(_arc((-2, 52), 19, 196, 258))
    return picture


def constructive_rest() -> Picture:
    pose = replace(HOOK, arm=Arm(-14, 112, 168, 6, -1, 0.58))
    picture = Picture("On the back, feet standing on the floor, the own hand on the belly", 2.35, (268, 236))
    _floor(picture, -100, 82)
    picture.shape(_cushion(-88, -60, 5.2), CLOTH)
    person(picture, pose)
    picture.arrow([(-24, 33), (-24, 38), (-24, 45)], 2.4)
    return picture


def pelvic_rocking() -> Picture:
    pose = replace(HOOK, pelvis=173, thorax=181)
    picture = Picture("On the back, feet standing: the pelvis tilts back and the small of the back comes to the floor", 2.35, (268, 236))
    _floor(picture, -100, 82)
    picture.shape(_cushion(-88, -60, 5.2), CLOTH)
    person(picture, pose)
    picture.arrow(_arc((0, 13), 24, 62, 128))
    picture.arrow([(-20, -16), (-20, -11), (-20, -4)], 2.4)
    return picture


def leg_over_edge() -> Picture:
    pose = replace(SUPINE, near=Leg(-14, -84, -24), far=Leg(116, -28, 40), arm=Arm(32, 42, 4, 34))
    picture = Picture("On the back at the edge: one knee held at the chest, the other leg hangs over the edge", 2.15, (270, 190))
    _table(picture, -98, 5)
    picture.shape(_cushion(-88, -60, 5.2), CLOTH)
    person(picture, pose)
    picture.arrow([(56, 6), (57, -2), (57, -12)])
    return picture


def _arc(middle: tuple[float, float], radius: float, first: float, last: float) -> np.ndarray:
    turns = np.radians(np.linspace(first, last, 9))
    return np.array(middle) + radius * np.column_stack([np.cos(turns), np.sin(turns)])


SCENES: tuple[Callable[[], Picture], ...] = (
    supine_bolster, supine_flat_hand, supine_head_lift, supine_hand_on_belly, resisted_hip_flexion, hand_at_crest,
    hand_in_groin, knee_lift, trunk_curl, side_lying, side_lying_hand, side_lying_resist, standing, standing_roots,
    thigh_to_belly, trunk_to_thigh, trunk_meets_thigh, half_kneeling, constructive_rest, pelvic_rocking, leg_over_edge,
)  # fmt: skip
