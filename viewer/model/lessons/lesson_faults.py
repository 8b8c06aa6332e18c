"""Checks what a schema cannot: that all that a lesson names is known, and that what it shows can be seen.

Every check bears data of any shape and passes over what has the wrong one, so that faults of shape and of meaning are
listed together. None of them keeps a lesson from being shown: what is wrong is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from viewer.model.annotations.fact_faults import Found
from viewer.model.annotations.faults import Fault, Steps, did_you_mean, quoted
from viewer.model.annotations.json_lines import Document
from viewer.model.annotations.loose_json import LooseObject, items, named, objects
from viewer.model.annotations.naming_faults import source_faults, structure_fault
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.hand_record import plane_of, strokes_of
from viewer.model.session.record_values import NoViewError
from viewer.model.session.view_record import camera_of, finger_of

FORMAT = 1
MOST_UNKNOWN = 50
"""Structures that are told of one by one."""
_READ: tuple[tuple[str, Callable[[object], object], str], ...] = (
    ("camera", camera_of, "looks nowhere, or along what is up; another position, focus or up is expected"),
    ("finger", finger_of, "aims nowhere; a way of length 1 is expected"),
    ("plane", plane_of, "lies nowhere; a normal of length 1 is expected"),
)


def lesson_faults(document: Document, atlas: Atlas) -> Iterator[Fault]:
    """Everything in a lesson that contradicts the atlas, or that this edition of the program cannot know."""
    data = document.data
    if not isinstance(data, dict):
        return
    seen: set[object] = set()
    scenes = (_scene(("scenes", number), scene, atlas, seen) for number, scene in objects(data, "scenes"))
    for found in (_newer(data), *scenes):
        for steps, text in found:
            yield document.fault(steps, text)


def _newer(data: LooseObject) -> Found:
    edition = data.get("format")
    if isinstance(edition, int) and not isinstance(edition, bool) and edition > FORMAT:
        yield ("format",), "is one of a newer edition of the program; what this one does not know is left out"


def _scene(steps: Steps, scene: LooseObject, atlas: Atlas, seen: set[object]) -> Found:
    yield from source_faults(steps, scene, atlas)
    steps, view = (*steps, "view"), named(scene, "view")
    for key in ("shown", "selection", "absent", "revealed"):
        yield from _unknown((*steps, key), enumerate(items(view, key)), atlas, seen)
    yield from _unknown((*steps, "placed"), zip(*[named(view, "placed")] * 2, strict=True), atlas, seen)
    yield from _absent((*steps, "absent"), items(view, "absent"), atlas)
    yield from _facts(steps, view, atlas)
    yield from _forms((*steps, "forms"), named(view, "forms"), atlas)
    yield from _seen(steps, view)


def _unknown(steps: Steps, names: Iterable[tuple[str | int, Any]], atlas: Atlas, seen: set[object]) -> Found:
    """Each structure that cannot be shown, once, and not all where there are many: a lesson of other data."""
    for place, name in names:
        if not isinstance(name, str) or name in atlas.structures or name in seen:
            continue
        seen.add(name)
        if len(seen) <= MOST_UNKNOWN:
            for text in structure_fault(name, atlas):
                yield (*steps, place), text
        elif len(seen) == MOST_UNKNOWN + 1:
            yield (*steps, place), "is one of many more structures that there are not here"


def _absent(steps: Steps, names: Collection[object], atlas: Atlas) -> Found:
    can_be = atlas.can_be_absent()
    for place, name in enumerate(names):
        if isinstance(name, str) and name in atlas.structures and name not in can_be:
            yield (*steps, place), f"is {quoted(name)}, which nobody lacks"


def _facts(steps: Steps, view: LooseObject, atlas: Atlas) -> Found:
    told = [((*steps, key, place), name) for key in ("shared", "own") for place, name in enumerate(items(view, key))]
    for place, name in (*told, ((*steps, "fact"), view.get("fact"))):
        if isinstance(name, str) and not atlas.knows_fact(name):
            yield place, f"there is no fact {quoted(name)}"


def _forms(steps: Steps, forms: LooseObject, atlas: Atlas) -> Found:
    for name, form in forms.items():
        if isinstance(form, str) and atlas.form(name, form) is None:
            variation = atlas.variation_of(name)
            known = [one.id for one in variation.forms] if variation else []
            yield (*steps, name), f"there is no form {quoted(form)} of {quoted(name)}{did_you_mean(form, known)}"


def _seen(steps: Steps, view: LooseObject) -> Found:
    """What has the right shape and still cannot be seen."""
    for key, read, words in _READ:
        value = view.get(key)
        if isinstance(value, dict) and not _can_be_read(read, _with_usual(key, value)):
            yield (*steps, key), words
    for place, stroke in objects(view, "strokes"):
        if not _can_be_read(strokes_of, [stroke]):
            yield (*steps, "strokes", place), "is no line that can be seen"


def _with_usual(key: str, value: LooseObject) -> LooseObject:
    return {"up": (0.0, 0.0, 1.0), "angle": 22.0, **value} if key == "camera" else value


def _can_be_read(read: Callable[[object], object], value: object) -> bool:
    try:
        read(value)
    except NoViewError:
        return False
    return True
