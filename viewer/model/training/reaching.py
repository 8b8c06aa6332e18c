"""A finger that is to reach something: how right it is, and what would make it better.

The rule: 1.0 only where the tip is in the target or within 3 mm of it and nothing was entered that a finger must keep
off. Within 10 mm 0.6, within 20 mm 0.3, else 0. At another place of the target than was asked for, at most 0.6. Where a
vessel, a nerve, a node or an organ was entered that the way may not pass, at most 0.3, wherever the tip is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Point, Side, Structure
from viewer.model.finger.keeping_off import FINGERTIP, KEEP_OFF
from viewer.model.finger.press import FingerPath
from viewer.model.training.judging import Verdict
from viewer.model.training.names import within
from viewer.model.training.question import Target

REACHED, NEAR, FAR = 3.0, 10.0, 20.0
"""Millimetres from the tip to the target."""
SCORES = ((REACHED, 1.0), (NEAR, 0.6), (FAR, 0.3))
ELSEWHERE, ENTERED = 0.6, 0.3
"""At most so much where the place is another one, and where something was entered that is to be kept off."""
_GRAZED = 0.5
"""Millimetres of a crossing that do not count as entered."""
_MOST_NEAR = 3


@dataclass(frozen=True)
class Reached:
    """Where a finger has come: its way, and the place of the target's surface that is nearest to its tip."""

    path: FingerPath
    nearest: Point


def pressed(atlas: Atlas, target: Target, reached: Reached) -> Verdict:
    """How right a finger is. Raises KeyError for a target that the atlas does not know."""
    goal, path = atlas.known[target.structure], reached.path
    apart = 0.0 if _is_inside(path, goal.id) else math.dist(path.press.tip, reached.nearest)
    off = _off(target, path.press.tip) if apart <= REACHED else 0.0
    entered = tuple(_entered(atlas, target, path))
    right = next((score for most, score in SCORES if apart <= most), 0.0)
    right = min(right, ELSEWHERE if off else 1.0, ENTERED if entered else 1.0)
    words = _missed(atlas, goal, reached, apart) if apart > REACHED else _met(goal, path, target, off)
    if entered:
        words = _harmful(goal, entered, apart)
    here = _structure_at_tip(atlas, path)
    wrong = (here.id,) if here is not None and here.id != goal.id else ()
    said = tr("{mm} mm deep, {place}").format(mm=round(path.press.depth), place=_where(here, path))
    return Verdict(right, said, words, wrong, notes=tuple(_notes(atlas, path)))


def _is_inside(path: FingerPath, structure_id: str) -> bool:
    depth = path.press.depth
    return any(one.structure == structure_id and one.enter <= depth <= one.leave for one in path.crossings)


def _off(target: Target, tip: Point) -> float:
    """How far (mm) from the place that was asked for, beyond what is allowed."""
    if target.at is None:
        return 0.0
    return max(0.0, math.dist(target.at, tip) - target.within)


def _entered(atlas: Atlas, target: Target, path: FingerPath) -> Iterator[Structure]:
    """What the way has gone into that it should not."""
    for name in dict.fromkeys(one.structure for one in path.crossings if one.enter + _GRAZED < path.press.depth):
        one = atlas.structures.get(name)
        if one is not None and one.kind in KEEP_OFF and name not in target.through and name != target.structure:
            yield one


def _structure_at_tip(atlas: Atlas, path: FingerPath) -> Structure | None:
    depth = path.press.depth
    names = [one.structure for one in path.crossings if one.enter <= depth < one.leave]
    return atlas.structures.get(names[-1]) if names else None


def _where(here: Structure | None, path: FingerPath) -> str:
    if here is not None:
        return tr("in {name}").format(name=within(here))
    return tr("between the layers") if path.press.depth > 0 else tr("on the skin")


def _harmful(goal: Structure, entered: tuple[Structure, ...], apart: float) -> str:
    """Never leads on from there, however near the target is."""
    told = tr("It went through {names}: a finger keeps off that. Take it out, and begin at another place.")
    words = told.format(names=", ".join(map(within, entered)))
    far = tr("From there it is {mm} mm to {name}.").format(mm=round(apart), name=within(goal))
    return f"{words} {far}" if apart > REACHED else words


def _met(goal: Structure, path: FingerPath, target: Target, off: float) -> str:
    if off and target.at is not None:
        way = tuple(b - a for a, b in zip(path.press.tip, target.at, strict=True))
        told = tr("That is {name}, but {mm} mm from the place that was asked for. {advice}")
        return told.format(name=within(goal), mm=round(math.hypot(*way)), advice=_advice(goal.side, way))
    if _is_inside(path, goal.id):
        return tr("The fingertip is in {name}.").format(name=within(goal))
    return tr("The fingertip touches {name}.").format(name=within(goal))


def _missed(atlas: Atlas, goal: Structure, reached: Reached, apart: float) -> str:
    """How far off, in which direction, where the tip is, and where to go."""
    press = reached.path.press
    way = tuple(b - a for a, b in zip(press.tip, reached.nearest, strict=True))
    along = sum(a * b for a, b in zip(way, press.way, strict=True))
    aside = tuple(a - along * b for a, b in zip(way, press.way, strict=True))
    place = _where(_structure_at_tip(atlas, reached.path), reached.path)
    if abs(along) >= math.hypot(*aside):
        told = (
            tr("{mm} mm short of it: you are {place}. Sink deeper.")
            if along > 0
            else tr("{mm} mm too deep: you are {place}. Let the finger come out a little.")
        )
        return told.format(mm=round(apart), place=place)
    told = tr("{mm} mm beside it: you are {place}. {advice}")
    return told.format(mm=round(apart), place=place, advice=_advice(goal.side, aside))


def _advice(side: Side, way: tuple[float, ...]) -> str:
    """Where to go, by the largest part of the way; medially is towards the middle of the body."""
    x, y, z = way
    if abs(z) >= max(abs(x), abs(y)):
        return tr("Go up, towards the head.") if z > 0 else tr("Go down, towards the feet.")
    if abs(y) > abs(x):
        return tr("Go towards the back.") if y > 0 else tr("Go towards the front.")
    medially = (x > 0) == (side is Side.RIGHT)
    return tr("Go medially.") if medially else tr("Go laterally.")


def _notes(atlas: Atlas, path: FingerPath) -> Iterator[str]:
    """What was passed, what was near."""
    depth = path.press.depth
    passed = dict.fromkeys(one.structure for one in path.crossings if one.enter < depth)
    names = [within(atlas.structures[name]) for name in passed if name in atlas.structures]
    if names:
        yield tr("Passed on the way: {names}.").format(names=", ".join(names))
    beside = [one for one in path.near if 0 < one.apart <= FINGERTIP and one.depth <= depth + FINGERTIP]
    near = [one for one in beside if one.structure in atlas.structures and one.structure not in passed]
    for one in near[:_MOST_NEAR]:
        told = tr("Mind: {name} lies {mm} mm beside the way.")
        yield told.format(name=within(atlas.structures[one.structure]), mm=round(one.apart))
