"""A view as plain data that can be kept in a file, and the way back, which trusts nothing that it reads."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from viewer.model.atlas.atlas import Point
from viewer.model.finger.press import Press
from viewer.model.session.view import Camera, View

FORMAT = 1
FARTHEST = 100_000.0
"""Millimetres from the middle of the body at which a camera may stand."""
MOST_NAMES = 20_000
MOST_LAYERS = 1_000
_ID = re.compile(r"[\w.:-]{1,200}")
_NAMES = ("selection", "shared", "own")
_SETS = ("hidden", "absent")
_SWITCHES = ("ghost", "labels", "overlays")


class NoViewError(ValueError):
    """What was kept is no view."""


def as_record(view: View) -> dict[str, Any]:
    """The view as JSON can hold it. That names are withheld is not kept: nobody asks when it comes back."""
    camera, finger = view.camera, view.finger
    return {
        "format": FORMAT,
        **{name: list(getattr(view, name)) for name in _NAMES},
        **{name: sorted(getattr(view, name)) for name in _SETS},
        **{name: getattr(view, name) for name in _SWITCHES},
        "isolated": None if view.isolated is None else sorted(view.isolated),
        "fact": view.fact,
        "camera": camera
        and {"position": camera.position, "focus": camera.focus, "up": camera.up, "angle": camera.angle},
        "forms": [list(form) for form in view.forms],
        "peeled": [list(layer) for layer in view.peeled],
        "finger": finger and {"start": finger.start, "way": finger.way, "depth": finger.depth},
    }


def view_of(record: object) -> View:
    """The view of a record. Raises NoViewError for whatever could not have been made by ``as_record``."""
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise NoViewError("no view of this format")
    isolated, fact = record.get("isolated"), record.get("fact")
    aspects: dict[str, Any] = {
        **{name: _names(record.get(name)) for name in _NAMES},
        **{name: frozenset(_names(record.get(name))) for name in _SETS},
        **{name: _switch(record.get(name)) for name in _SWITCHES},
    }
    return View(
        **aspects,
        isolated=None if isolated is None else frozenset(_names(isolated)),
        fact=None if fact is None else _names([fact])[0],
        camera=_camera(record.get("camera")),
        forms=_forms(record.get("forms")),
        peeled=_layers(record.get("peeled", [])),
        finger=_finger(record.get("finger")),
    )


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_NAMES:
        raise NoViewError("no list of names")
    if not all(isinstance(name, str) and _ID.fullmatch(name) for name in value):
        raise NoViewError("no name")
    return tuple(dict.fromkeys(value))


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise NoViewError("neither on nor off")
    return value


def _forms(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list) or len(value) > MOST_NAMES:
        raise NoViewError("no list of forms")
    pairs = [_names(pair) for pair in value]
    if any(len(pair) != 2 for pair in pairs):
        raise NoViewError("no form")
    return tuple(sorted({pair[0]: pair[1] for pair in pairs}.items()))


def _layers(value: object) -> tuple[tuple[str, ...], ...]:
    """What was kept by an edition that knew of none has none."""
    if not isinstance(value, list) or len(value) > MOST_LAYERS:
        raise NoViewError("no list of layers")
    return tuple(map(_names, value))


def _camera(value: object) -> Camera | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise NoViewError("no camera")
    camera = Camera(_point(value, "position"), _point(value, "focus"), _point(value, "up"), _number(value.get("angle")))
    if not (_sees(camera) and 0.1 <= camera.angle <= 170.0):
        raise NoViewError("a camera that sees nothing")
    return camera


def _finger(value: object) -> Press | None:
    """What was kept by an edition that knew of none has none."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise NoViewError("no finger")
    press = Press(_point(value, "start"), _point(value, "way"), _number(value.get("depth")))
    if not (abs(math.hypot(*press.way) - 1.0) < 1e-6 and press.depth >= 0):
        raise NoViewError("a finger that aims nowhere")
    return press


def _point(camera: Mapping[str, Any], name: str) -> Point:
    value = camera.get(name)
    if not isinstance(value, list | tuple) or len(value) != 3:
        raise NoViewError("no point")
    x, y, z = map(_number, value)
    return x, y, z


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= FARTHEST:
        raise NoViewError("no number")
    return float(value)


def _sees(camera: Camera) -> bool:
    """Whether it looks somewhere, and not along what is up."""
    way = [a - b for a, b in zip(camera.focus, camera.position, strict=True)]
    x, y, z = _cross(way, camera.up)
    return math.hypot(x, y, z) > 1e-6 * max(1.0, math.hypot(*way))


def _cross(one: Iterable[float], other: Iterable[float]) -> tuple[float, float, float]:
    (a, b, c), (d, e, f) = one, other
    return b * f - c * e, c * d - a * f, a * e - b * d
