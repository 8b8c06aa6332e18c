"""The positions of a person who stands or kneels.

What a drawing shows stands in the docstring of its function; it becomes the drawing's title.
"""

from __future__ import annotations

from dataclasses import replace

from docs.positions.figure import Arm, Leg, Pose
from docs.positions.people import person
from docs.positions.picture import ACCENT, TABLE, Picture, arc

LIGHT = Leg(-78, -104, -10)
STANDING = Pose((0, 91.1), far=Leg(-89, -91, 0), near=LIGHT)
LIFTED = Leg(18, -92, -16)
FOLDED = replace(STANDING, hip=(-7, 90.6), far=Leg(-84, -92, 0), near=LIFTED, arm=Arm(-72, -40, -34, 8))
ROOTS = ((-34, -30, 2.6), (-20, -42, 3.4), (-2, -48, 4.2), (16, -44, 3.8), (34, -32, 3.0), (50, -22, 2.2))
"""Where each ends, and how wide it is in pixels."""


def standing() -> Picture:
    """Standing on the far leg, the near one light, a hand on the back of a chair."""
    picture = _on_ground()
    _chair(picture)
    person(picture, replace(STANDING, arm=Arm(-70, -27, -8, 16)))
    return picture


def standing_roots() -> Picture:
    """Roots grow from the sole of the standing foot into the ground."""
    picture = _on_ground(1.36, 248)
    person(picture, STANDING)
    for end, down, width in ROOTS:
        bend = (3 + (end - 3) * 0.3, down * 0.45)
        picture.line([(3 + end * 0.16, -1), bend, (end * 0.8, down * 0.7), (end, down)], width, ACCENT)
        twig = [(end * 0.62, down * 0.6), (end * 0.66 - 4, down * 0.84), (end * 0.66 - 7, down * 0.98)]
        picture.line(twig, 1.6, ACCENT)
    return picture


def thigh_to_belly() -> Picture:
    """The thigh is drawn up towards the belly."""
    picture = _on_ground()
    person(picture, replace(STANDING, near=LIFTED, arm=Arm(-94, -78, -78, 8)))
    picture.arrow(arc((0, 91), 74, -34, -4))
    return picture


def trunk_to_thigh() -> Picture:
    """With a long spine the trunk leans towards the lifted thigh."""
    picture = _on_ground()
    person(picture, replace(FOLDED, pelvis=74, thorax=62, neck=52, head=-26))
    picture.arrow(arc((-7, 91), 92, 94, 70))
    return picture


def trunk_meets_thigh() -> Picture:
    """Thigh and trunk move towards each other and meet."""
    pose = replace(FOLDED, hip=(-10, 90.2), pelvis=62, thorax=44, neck=36, head=-44)
    pose = replace(pose, near=Leg(36, -84, -12), far=Leg(-82, -93, 0), arm=Arm(-56, -14, -22, 12))
    picture = _on_ground()
    person(picture, pose)
    picture.arrow(arc((-10, 90), 74, -40, -12))
    picture.arrow(arc((-10, 90), 90, 82, 58))
    return picture


def half_kneeling() -> Picture:
    """Half-kneeling: tailbone under, trunk upright, the pelvis moves forwards."""
    picture = Picture(2.05, (222, 292))
    picture.line([(-76, 0), (4, 0), (84, 0)], 2.2)
    person(
        picture,
        Pose(
            (0, 48.2), pelvis=96, thorax=90, near=Leg(-103, 180, 186), far=Leg(0, -90, 0), arm=Arm(-112, -22, -30, 16)
        ),
    )
    picture.arrow([(16, 64), (27, 64), (40, 64)])
    picture.arrow(arc((-2, 52), 20, 190, 250))
    return picture


def _on_ground(scale: float = 1.62, floor: float = 304) -> Picture:
    picture = Picture(scale, (226, floor))
    picture.line([(-60, 0), (8, 0), (88, 0)], 2.2)
    return picture


def _chair(picture: Picture) -> None:
    picture.box((78, 46), (81, 0), TABLE, 1)
    picture.box((44, 88), (47, 0), TABLE, 1)
    picture.box((43, 47), (82, 43), TABLE, 1)
    picture.box((43.4, 93), (47.6, 76), TABLE, 1.5)
