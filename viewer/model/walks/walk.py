"""A guided walk as frozen data: what is done, asked and felt at each step, and what the scene shows with it.

Walks are written for the right side; ``on_side`` mirrors them. Places are body millimetres (LPS).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from viewer.model.atlas.facts import Landmark, Point, Side, Status
from viewer.model.atlas.sides import mirrored, other_side
from viewer.model.finger.press import Press
from viewer.model.session.view import Camera


class Kind(StrEnum):
    """Whether a walk touches somebody, has a person move, or tells structures apart."""

    TOUCH = "touch"
    APART = "apart"
    MOVEMENT = "movement"


class Purpose(StrEnum):
    """What a statement is for, in the order in which statements are read."""

    CAUTION = "caution"
    DO = "do"
    HAND = "hand"
    ASK = "ask"
    FEEL = "feel"
    WRONG = "wrong"
    WHY = "why"


@dataclass(frozen=True)
class Statement:
    """A sentence or two, with how far it is agreed and who says it (ids of sources).

    ``of`` is the structure of the walk that it holds for alone; empty where it holds for all.
    """

    part: Purpose
    text: str
    status: Status
    sources: tuple[str, ...]
    of: str = ""


@dataclass(frozen=True)
class Reach:
    """A finger that stands at ``start`` on the skin, aims at ``aim``, and has sunk ``depth`` mm."""

    start: Point
    aim: Point
    depth: float

    @property
    def press(self) -> Press:
        """The same as a press, its way of length 1."""
        x, y, z = (to - at for to, at in zip(self.aim, self.start, strict=True))
        length = math.hypot(x, y, z)
        return Press(self.start, (x / length, y / length, z / length), self.depth)


@dataclass(frozen=True)
class Step:
    """One step. ``position`` names the drawing of how the person lies or stands; empty where there is none.

    ``view`` is a standard view, or empty where there is a ``camera`` or the camera stays. ``shown`` stay solid,
    ``ghosted`` recede, the rest is away; both empty: everything stays as it is.
    """

    id: str
    title: str
    says: tuple[Statement, ...]
    position: str = ""
    view: str = ""
    camera: Camera | None = None
    shown: tuple[str, ...] = ()
    ghosted: tuple[str, ...] = ()
    marks: tuple[Landmark, ...] = ()
    finger: Reach | None = None

    def ordered(self) -> tuple[Statement, ...]:
        """What it says, cautions first, each part in the order of the file."""
        order = list(Purpose)
        return tuple(sorted(self.says, key=lambda said: order.index(said.part)))


@dataclass(frozen=True)
class Walk:
    """Steps in order. ``structures`` are the ids of what it leads to, ``file`` is where it was read from."""

    id: str
    title: str
    kind: Kind
    structures: tuple[str, ...]
    summary: tuple[Statement, ...]
    steps: tuple[Step, ...]
    file: Path
    side: Side = Side.RIGHT


def on_side(walk: Walk, side: Side) -> Walk:
    """The walk on the other side where it is not on this one: x negated, right and left swapped."""
    if walk.side is side:
        return walk
    steps = tuple(map(_mirrored, walk.steps))
    summary = _of_other_side(walk.summary)
    return replace(walk, side=side, structures=_swapped_all(walk.structures), summary=summary, steps=steps)


def _mirrored(step: Step) -> Step:
    camera, finger = step.camera, step.finger
    return replace(
        step,
        says=_of_other_side(step.says),
        view={"right": "left", "left": "right"}.get(step.view, step.view),
        camera=camera and replace(camera, position=mirrored(camera.position), focus=mirrored(camera.focus),
                                  up=mirrored(camera.up)),
        shown=_swapped_all(step.shown),
        ghosted=_swapped_all(step.ghosted),
        marks=tuple(replace(mark, places=tuple(map(mirrored, mark.places))) for mark in step.marks),
        finger=finger and replace(finger, start=mirrored(finger.start), aim=mirrored(finger.aim)),
    )  # fmt: skip


def _of_other_side(says: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(replace(said, of=other_side(said.of)) for said in says)


def _swapped_all(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(other_side, names))
