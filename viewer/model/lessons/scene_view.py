"""A scene's view as it stands in a lesson's file, and back: what cannot be understood is left out, never an error.

A file says what is shown, not what is hidden, so that a scene stays what it was when the body gains structures.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from viewer.model.annotations.loose_json import LooseObject, items, named, objects, words
from viewer.model.atlas.atlas import Atlas, Landmark, Point
from viewer.model.notes.plain_text import plain
from viewer.model.session.hand_record import (
    placed_as_record,
    placed_of,
    plane_as_record,
    plane_of,
    strokes_as_record,
    strokes_of,
)
from viewer.model.session.limited_to import fitted
from viewer.model.session.record_values import NoViewError, names_of, point_of
from viewer.model.session.stroke import Stroke
from viewer.model.session.view import Camera, View
from viewer.model.session.view_record import camera_as_record, camera_of, finger_as_record, finger_of

LONGEST_LINE = 200
"""Letters of a title or a name."""
_SWITCHES = ("ghost", "labels", "overlays", "unnamed")
_FACTS = ("shared", "own")
_USUAL_CAMERA = Camera((0.0, 0.0, 0.0), (0.0, 0.0, 0.0))
_USUAL_STROKE = Stroke(())
_Made = TypeVar("_Made")


def planned(view: View, atlas: Atlas) -> View:
    """The view as a scene holds it: what is not shown is hidden, however it came to be so."""
    known = fitted(view, atlas)
    hidden = frozenset(name for name in atlas.structures if not known.shows(name)) - known.absent
    present = tuple(name for name in known.selection if name not in known.absent)
    return replace(known, selection=present, hidden=hidden, isolated=None, peeled=())


def captured(view: View, atlas: Atlas) -> View:
    """What is shown now as a scene: as planned, its numbers no finer than anybody sees."""
    camera, strokes = view.camera, view.strokes
    if camera is not None:
        position, focus, up = _rounded(camera.position, 2), _rounded(camera.focus, 2), _rounded(camera.up, 6)
        camera = replace(camera, position=position, focus=focus, up=up)
    strokes = tuple(
        replace(one, places=tuple(_rounded(at, 2 if one.on_body else 4) for at in one.places)) for one in strokes
    )
    return planned(replace(view, camera=camera, strokes=strokes), atlas)


def _rounded(place: Point, digits: int) -> Point:
    x, y, z = (round(part, digits) for part in place)
    return x, y, z


def scene_record(view: View, atlas: Atlas) -> dict[str, Any]:
    """A view as JSON can hold it, without what is as usual."""
    aspects = {
        "camera": _camera_record(view.camera),
        **{name: list(getattr(view, name)) for name in ("selection", *_FACTS, "revealed")},
        **{name: getattr(view, name) for name in _SWITCHES},
        "fact": view.fact,
        "absent": sorted(view.absent),
        "forms": dict(view.forms),
        "finger": finger_as_record(view.finger),
        "plane": plane_as_record(view.plane),
        "strokes": [_stroke_record(one) for one in strokes_as_record(view.strokes)],
        "placed": placed_as_record(view.placed),
        "marks": [_mark_record(mark) for mark in view.marks],
    }
    told = {name: value for name, value in aspects.items() if value not in (None, [], {}, _usual(name))}
    return {"shown": sorted(name for name in atlas.structures if view.shows(name)), **told}


def view_of_scene(record: LooseObject, atlas: Atlas) -> View:
    """The view of a record, as far as it is understood and all that it names is known."""
    shown, fact = frozenset(words(items(record, "shown"))), record.get("fact")
    can_be_absent = atlas.can_be_absent()
    absent = frozenset(name for name in words(items(record, "absent")) if name in can_be_absent)
    chosen = _ids(record, "selection", atlas.structures)
    aspects: dict[str, Any] = {
        **{key: tuple(filter(atlas.knows_fact, _ids(record, key))) for key in _FACTS},
        **{name: _switch(record, name) for name in _SWITCHES},
    }
    return View(
        selection=tuple(name for name in chosen if name not in absent),
        hidden=frozenset(atlas.structures) - shown - absent,
        absent=absent,
        fact=fact if isinstance(fact, str) and atlas.knows_fact(fact) else None,
        **aspects,
        camera=_understood(camera_of, _camera(record)),
        forms=tuple(sorted((name, form) for name, form in _forms(record) if atlas.form(name, form))),
        finger=_understood(finger_of, record.get("finger")),
        marks=tuple(filter(None, (_mark(mark, atlas) for _, mark in objects(record, "marks")))),
        revealed=_ids(record, "revealed", atlas.structures),
        plane=_understood(plane_of, record.get("plane")),
        strokes=tuple(one for stroke in items(record, "strokes") for one in _understood(strokes_of, [stroke]) or ()),
        placed=tuple(
            one for name, place in _placed(record, atlas) for one in _understood(placed_of, {name: place}) or ()
        ),
    )


def _usual(aspect: str) -> object:
    """What a switch is where it is not told."""
    return getattr(View(), aspect) if aspect in _SWITCHES else None


def _understood(read: Callable[[object], _Made], value: object) -> _Made | None:
    try:
        return read(value)
    except NoViewError:
        return None


def _ids(record: LooseObject, key: str, known: Container[str] | None = None) -> tuple[str, ...]:
    """Ids at a key, each once."""
    return tuple(name for name in dict.fromkeys(words(items(record, key))) if known is None or name in known)


def _switch(record: LooseObject, name: str) -> bool:
    value, usual = record.get(name), getattr(View(), name)
    return bool(value if isinstance(value, bool) else usual)


def _placed(record: LooseObject, atlas: Atlas) -> Iterable[tuple[str, object]]:
    return sorted((name, place) for name, place in named(record, "placed").items() if name in atlas.structures)


def _forms(record: LooseObject) -> Iterable[tuple[str, str]]:
    return ((name, form) for name, form in named(record, "forms").items() if isinstance(form, str))


# Camera, strokes and marks, without what is as usual ----------------------------------------------------------


def _camera_record(camera: Camera | None) -> dict[str, Any] | None:
    told = camera_as_record(camera)
    if told is None:
        return None
    return {key: value for key, value in told.items() if key not in _LEFT_OUT or value != getattr(_USUAL_CAMERA, key)}


def _camera(record: LooseObject) -> object:
    camera = record.get("camera")
    return {**_LEFT_OUT, **camera} if isinstance(camera, dict) else camera


_LEFT_OUT: Mapping[str, Any] = {"up": _USUAL_CAMERA.up, "angle": _USUAL_CAMERA.angle}


def _stroke_record(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if key == "places" or value != getattr(_USUAL_STROKE, key)}


def _mark_record(mark: Landmark) -> dict[str, Any]:
    told: dict[str, Any] = {"id": mark.id, "name": mark.name, "places": [list(place) for place in mark.places]}
    told["sources"] = list(mark.sources)
    return {key: value for key, value in told.items() if value or key == "name"}


def _mark(told: LooseObject, atlas: Atlas) -> Landmark | None:
    name, places = told.get("name"), _understood(_places, told.get("places"))
    if not isinstance(name, str) or not places:
        return None
    (known,) = _understood(names_of, [told.get("id")]) or ("",)
    return Landmark(known, plain(name)[:LONGEST_LINE], places, _ids(told, "sources", atlas.sources))


def _places(value: object) -> tuple[Point, ...]:
    """Raises NoViewError."""
    return tuple(map(point_of, value)) if isinstance(value, list) else ()
