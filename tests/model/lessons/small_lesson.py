"""A small lesson that is sound, as data and as what is read of it, and lessons by chance."""

from __future__ import annotations

import json
import math
from typing import Any

from hypothesis import strategies as st

from viewer.model.atlas.atlas import Atlas, Landmark
from viewer.model.finger.press import Press
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.scene_view import planned
from viewer.model.notes.plain_text import plain
from viewer.model.session.plane import CutPlane
from viewer.model.session.stroke import INKS, Stroke
from viewer.model.session.view import Camera, View

SMALL: dict[str, Any] = {
    "format": 1,
    "title": "Small",
    "scenes": [
        {
            "title": "The muscle",
            "caption": "From spine to thigh.",
            "notes": "Ask first.",
            "sources": ["gray41"],
            "view": {
                "shown": ["psoas_major_right", "vertebra_L4", "femur_right"],
                "camera": {"position": [-100, -900, 80], "focus": [-30, 0, 60]},
                "selection": ["psoas_major_right"],
                "forms": {},
                "finger": {"start": [-61, -103, 120], "way": [0, 1, 0], "depth": 60},
                "plane": {"at": [0, 0, 60], "normal": [0, 0, 1]},
                "strokes": [{"places": [[0, 0, 0], [0.1, 0.2, 0]], "ink": "yellow"}],
                "placed": {"psoas_major_right": [0.3, -0.1]},
                "marks": [{"name": "Here", "places": [[-61, -103, 120]]}],
            },
        },
        {"title": "Absent", "view": {"shown": ["psoas_major_left"], "absent": ["psoas_minor_right"], "labels": True}},
    ],
}


def changed(way: str, value: Any) -> dict[str, Any]:
    """The small lesson with one value otherwise, by the way to it: ``scenes.0.view.ghost``."""
    data: Any = json.loads(json.dumps(SMALL))
    *steps, last = [int(step) if step.isdigit() else step for step in way.split(".")]
    parent = data
    for step in steps:
        parent = parent[step]
    if last == len(parent) and isinstance(parent, list):
        parent.append(value)
    else:
        parent[last] = value
    return data


def lessons(atlas: Atlas) -> st.SearchStrategy[Lesson]:
    """Any lesson that the program can make."""
    made = st.builds(
        LessonScene, title=_line(), view=_views(atlas), caption=_text(), notes=_text(), sources=_some(atlas.sources, 3)
    )
    return st.builds(Lesson, title=_line(), about=_text(), scenes=st.lists(made, max_size=4).map(tuple))


def _views(atlas: Atlas) -> st.SearchStrategy[View]:
    names, facts = list(atlas.structures), [fact.id for one in atlas.structures.values() for fact in one.facts()][:200]
    off = st.floats(-20, 20)
    forms = [
        (name, form.id) for one in atlas.variations.values() for name in one.members.values() for form in one.forms
    ]
    return st.builds(
        View,
        selection=_some(names, 3),
        hidden=_some(names, 40).map(frozenset),
        absent=_some(sorted(atlas.can_be_absent()), 2).map(frozenset),
        isolated=st.none() | _some(names, 30).filter(bool).map(frozenset),
        ghost=st.booleans(),
        labels=st.booleans(),
        overlays=st.booleans(),
        fact=_some(facts, 1).map(lambda found: found[0] if found else None),
        shared=_some(facts, 3),
        own=_some(facts, 3),
        camera=st.none() | _cameras(),
        forms=_some(forms, 2).map(lambda pairs: tuple(sorted(dict(pairs).items()))),
        peeled=st.just(()) | st.just((("skin",),)),
        finger=st.none() | st.builds(Press, _points(), _ways(), st.floats(0, 150)),
        marks=st.lists(st.builds(Landmark, st.just(""), _line(), _many(_points()), st.just(())), max_size=2).map(tuple),
        unnamed=st.booleans(),
        revealed=_some(names, 2),
        plane=st.none() | st.builds(CutPlane, _points(), _ways()),
        strokes=st.lists(_strokes(off), max_size=3).map(tuple),
        placed=_some(names, 3).map(lambda found: tuple((name, (0.25, -1.5)) for name in sorted(found))),
    ).map(lambda view: planned(view, atlas))  # fmt: skip


def _cameras() -> st.SearchStrategy[Camera]:
    return st.builds(lambda place, angle: Camera(place, (place[0], place[1] + 500, place[2] + 1), angle=angle),
                     _points(900), st.floats(1, 120))  # fmt: skip


def _strokes(off: st.SearchStrategy[float]) -> st.SearchStrategy[Stroke]:
    look = {"ink": st.sampled_from(INKS), "width": st.floats(0.5, 50)}
    flat = st.builds(Stroke, places=_many(st.tuples(off, off, st.just(0.0))), on_body=st.just(False), **look)
    return flat | st.builds(Stroke, places=_many(_points()), on_body=st.just(True), **look)


def _ways() -> st.SearchStrategy[tuple[float, float, float]]:
    return st.floats(0, 6.25).map(lambda turn: (math.cos(turn), math.sin(turn), 0.0))


def _points(most: float = 5000) -> st.SearchStrategy[tuple[float, float, float]]:
    return st.tuples(*[st.floats(-most, most)] * 3)


def _many(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(one, min_size=1, max_size=6).map(tuple)


def _some(known: Any, most: int) -> st.SearchStrategy[Any]:
    """By their numbers: hypothesis writes out all that a strategy chooses from."""
    listed = list(known)
    numbers = st.lists(st.integers(0, len(listed) - 1), max_size=most, unique=True)
    return numbers.map(lambda chosen: tuple(listed[number] for number in chosen))


def _text() -> st.SearchStrategy[str]:
    return st.text(max_size=60).map(plain)


def _line() -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=("C", "Z")), max_size=30).map(plain)
