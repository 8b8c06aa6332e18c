"""A view as plain data that can be kept in a file, and the way back, which trusts nothing that it reads."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from viewer.model.finger.press import Press
from viewer.model.session.hand_record import (
    placed_as_record,
    placed_of,
    plane_as_record,
    plane_of,
    strokes_as_record,
    strokes_of,
)
from viewer.model.session.record_values import MOST_NAMES, NoViewError, names_of, number_of, point_of, switch_of
from viewer.model.session.view import Camera, View

FORMAT = 1
MOST_LAYERS = 1_000
_NAMES = ("selection", "shared", "own")
_SETS = ("hidden", "absent")
_SWITCHES = ("ghost", "labels", "overlays")


def as_record(view: View) -> dict[str, Any]:
    """The view as JSON can hold it. That names are withheld is not kept: nobody asks when it comes back."""
    return {
        "format": FORMAT,
        **{name: list(getattr(view, name)) for name in _NAMES},
        **{name: sorted(getattr(view, name)) for name in _SETS},
        **{name: getattr(view, name) for name in _SWITCHES},
        "isolated": None if view.isolated is None else sorted(view.isolated),
        "fact": view.fact,
        "camera": camera_as_record(view.camera),
        "forms": [list(form) for form in view.forms],
        "peeled": [list(layer) for layer in view.peeled],
        "finger": finger_as_record(view.finger),
        "plane": plane_as_record(view.plane),
        "strokes": strokes_as_record(view.strokes),
        "placed": placed_as_record(view.placed),
    }


def camera_as_record(camera: Camera | None) -> dict[str, Any] | None:
    """Where one stands, as JSON can hold it."""
    if camera is None:
        return None
    return {"position": camera.position, "focus": camera.focus, "up": camera.up, "angle": camera.angle}


def finger_as_record(finger: Press | None) -> dict[str, Any] | None:
    """Where a finger presses, as JSON can hold it."""
    if finger is None:
        return None
    return {"start": finger.start, "way": finger.way, "depth": finger.depth}


def view_of(record: object) -> View:
    """The view of a record. Raises NoViewError for whatever could not have been made by ``as_record``."""
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise NoViewError("no view of this format")
    isolated, fact = record.get("isolated"), record.get("fact")
    aspects: dict[str, Any] = {
        **{name: names_of(record.get(name)) for name in _NAMES},
        **{name: frozenset(names_of(record.get(name))) for name in _SETS},
        **{name: switch_of(record.get(name)) for name in _SWITCHES},
    }
    return View(
        **aspects,
        isolated=None if isolated is None else frozenset(names_of(isolated)),
        fact=None if fact is None else names_of([fact])[0],
        camera=camera_of(record.get("camera")),
        forms=_forms(record.get("forms")),
        peeled=_layers(record.get("peeled", [])),
        finger=finger_of(record.get("finger")),
        plane=plane_of(record.get("plane")),
        strokes=strokes_of(record.get("strokes", [])),
        placed=placed_of(record.get("placed", {})),
    )


def _forms(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list) or len(value) > MOST_NAMES:
        raise NoViewError("no list of forms")
    pairs = [names_of(pair) for pair in value]
    if any(len(pair) != 2 for pair in pairs):
        raise NoViewError("no form")
    return tuple(sorted({pair[0]: pair[1] for pair in pairs}.items()))


def _layers(value: object) -> tuple[tuple[str, ...], ...]:
    """What was kept by an edition that knew of none has none."""
    if not isinstance(value, list) or len(value) > MOST_LAYERS:
        raise NoViewError("no list of layers")
    return tuple(map(names_of, value))


def camera_of(value: object) -> Camera | None:
    """Where one stood. Raises NoViewError."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise NoViewError("no camera")
    camera = Camera(
        point_of(value.get("position")),
        point_of(value.get("focus")),
        point_of(value.get("up")),
        number_of(value.get("angle")),
    )
    if not (_sees(camera) and 0.1 <= camera.angle <= 170.0):
        raise NoViewError("a camera that sees nothing")
    return camera


def finger_of(value: object) -> Press | None:
    """Where a finger pressed. Raises NoViewError. What was kept by an edition that knew of none has none."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise NoViewError("no finger")
    press = Press(point_of(value.get("start")), point_of(value.get("way")), number_of(value.get("depth")))
    if not (abs(math.hypot(*press.way) - 1.0) < 1e-6 and press.depth >= 0):
        raise NoViewError("a finger that aims nowhere")
    return press


def _sees(camera: Camera) -> bool:
    """Whether it looks somewhere, and not along what is up."""
    way = [a - b for a, b in zip(camera.focus, camera.position, strict=True)]
    x, y, z = _cross(way, camera.up)
    return math.hypot(x, y, z) > 1e-6 * max(1.0, math.hypot(*way))


def _cross(one: Iterable[float], other: Iterable[float]) -> tuple[float, float, float]:
    (a, b, c), (d, e, f) = one, other
    return b * f - c * e, c * d - a * f, a * e - b * d
