"""A view that is kept comes back the same; what was not kept by us is refused, whatever it is."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model.atlas.atlas import Atlas
from viewer.model.finger.press import Press
from viewer.model.session.plane import CutPlane
from viewer.model.session.record_values import NoViewError
from viewer.model.session.stroke import INKS, Stroke
from viewer.model.session.view import Camera, View
from viewer.model.session.view_record import as_record, view_of

CAMERA = Camera((0.0, -900.0, 12.5), (0.0, 0.0, 100.0), (0.0, 0.1, 0.99), 22.0)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.fixture(scope="module")
def full(atlas: Atlas) -> View:
    names = tuple(atlas.structures)
    forms = [
        (name, form.id) for one in atlas.variations.values() for name in one.members.values() for form in one.forms
    ]
    assert forms
    facts = [fact.id for fact in atlas.structures[names[0]].facts()]
    return View(
        selection=names[:2], hidden=frozenset(names[3:7]), absent=atlas.can_be_absent(), isolated=frozenset(names[:3]),
        ghost=True, labels=True, overlays=False, fact=facts[0], shared=tuple(facts[:2]), own=(), camera=CAMERA,
        forms=tuple(sorted(dict(forms).items())), peeled=(names[3:5], names[5:6]),
        finger=Press((-61.0, -103.0, 120.5), (0.6, 0.8, 0.0), 62.0), plane=CutPlane((0.0, 1.5, 120.0), (0.0, 0.6, 0.8)),
        strokes=(Stroke(((-0.5, 0.25, 0.0), (0.1, 0.3, 0.0))), Stroke(((60.0, -20.5, 81.0),) * 9, INKS[-1], 9.5, True)),
        placed=tuple(sorted(((names[1], (-0.41, 0.2)), (names[2], (0.6, -0.05))))),
    )  # fmt: skip


def test_what_an_older_edition_has_kept_comes_back(full: View) -> None:
    record, unknown = as_record(full), {"peeled": (), "finger": None, "plane": None, "strokes": (), "placed": ()}
    for aspect in unknown:
        del record[aspect]
    assert view_of(record) == replace(full, **unknown)


def test_a_hand_written_normal_becomes_exact_and_stays_so() -> None:
    read = view_of({**as_record(View()), "plane": {"at": [0, 0, 1], "normal": [0, 0.7071, 0.7071]}})
    assert read.plane is not None
    assert abs(math.hypot(*read.plane.normal) - 1.0) < 1e-12
    assert view_of(as_record(read)) == read


def test_what_was_kept_comes_back(full: View) -> None:
    for view in (View(), full, replace(full, isolated=None, fact=None, camera=None)):
        assert view_of(json.loads(json.dumps(as_record(view)))) == view


@pytest.mark.parametrize(
    ("aspect", "value"),
    [
        ("format", 2),
        ("selection", "skin"),
        ("selection", ["../../etc/passwd"]),
        ("hidden", [["skin"]]),
        ("ghost", 1),
        ("fact", ["a"]),
        ("fact", "x" * 1000),
        ("forms", [["psoas_minor_left"]]),
        ("isolated", {}),
        ("peeled", "skin"),
        ("peeled", ["skin"]),
        ("peeled", [["../skin"]]),
        ("peeled", [[]] * 1001),
        ("camera", {"position": [0, 0, 0], "focus": [0, 0, 0], "up": [0, 0, 1], "angle": 22}),
        ("camera", {"position": [0, 0, -9], "focus": [0, 0, 0], "up": [0, 0, 1], "angle": 22}),
        ("camera", {"position": [0, 1e300, 0], "focus": [0, 0, 0], "up": [0, 0, 1], "angle": 22}),
        ("camera", {"position": [0, float("nan"), 0], "focus": [0, 0, 0], "up": [0, 0, 1], "angle": 22}),
        ("camera", {"position": [0, 9, 0], "focus": [0, 0, 0], "up": [0, 0, 1], "angle": 0}),
        ("camera", [0, 0, 1]),
        ("finger", [0, 0, 1]),
        ("finger", {"start": [0, 0, 0], "way": [0, 1, 0]}),
        ("finger", {"start": [0, 0, 0], "way": [0, 2, 0], "depth": 3}),
        ("finger", {"start": [0, 0, 0], "way": [0, 1, 0], "depth": -3}),
        ("finger", {"start": [0, 1e300, 0], "way": [0, 1, 0], "depth": 3}),
        ("plane", [0, 0, 1]),
        ("plane", {"at": [0, 0, 0], "normal": [0, 0, 2]}),
        ("plane", {"at": [0, 0], "normal": [0, 0, 1]}),
        ("plane", {"at": [0, float("inf"), 0], "normal": [0, 0, 1]}),
        ("strokes", {}),
        ("strokes", [{"places": []}]),
        ("strokes", [{"places": [[0, 0]]}]),
        ("strokes", [{"places": [[0, 0, 5]]}]),
        ("strokes", [{"places": [[0, 50, 0]]}]),
        ("strokes", [{"places": [[0, 0, 0]], "ink": "pink"}]),
        ("strokes", [{"places": [[0, 0, 0]], "ink": ["red"]}]),
        ("strokes", [{"places": [[0, 0, 0]], "width": 0}]),
        ("strokes", [{"places": [[0, 0, 0]], "width": 1e6}]),
        ("strokes", [{"places": [[0, 0, 0]], "on_body": 1}]),
        ("strokes", [{"places": [[0, 0, 0]] * 2001}]),
        ("strokes", [{"places": [[0, 0, 0]]}] * 2001),
        ("placed", []),
        ("placed", {"psoas_major_left": [0, 0, 0]}),
        ("placed", {"psoas_major_left": [0, 1000]}),
        ("placed", {"../skin": [0, 0]}),
    ],
)
def test_what_could_not_have_been_kept_is_refused(full: View, aspect: str, value: object) -> None:
    with pytest.raises(NoViewError):
        view_of({**as_record(full), aspect: value})


@given(JSON)
def test_nonsense_is_refused(value: object) -> None:
    with pytest.raises(NoViewError):
        view_of(value)


@given(st.sampled_from(sorted(as_record(View(camera=CAMERA)))), JSON)
def test_one_aspect_of_nonsense_is_a_view_or_refused(aspect: str, value: object) -> None:
    try:
        view = view_of({**as_record(View(camera=CAMERA)), aspect: value})
    except NoViewError:
        view = View()
    assert view_of(as_record(view)) == view


@given(st.sampled_from(("at", "normal", "places", "ink", "width", "on_body")), JSON)
def test_nonsense_within_what_hands_did_is_a_view_or_refused(part: str, value: object) -> None:
    plane = {"at": [0, 0, 1], "normal": [0, 0, 1], part: value}
    strokes = [{"places": [[0, 0, 0]], "ink": "red", part: value}]
    for aspect in ({"plane": plane}, {"strokes": strokes}, {"placed": {"skin": value}}):
        try:
            view = view_of({**as_record(View()), **aspect})
        except NoViewError:
            view = View()
        assert view_of(as_record(view)) == view
