"""A lesson for tests, made from what the 3D view shows."""

from __future__ import annotations

from dataclasses import replace

from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.session.view import View
from viewer.window import Window

SHOWN = (
    ("anterior", ()),
    ("posterior", ("psoas_major_right",)),
    ("left", ("iliacus_left", "femur_left")),
    ("right", ("psoas_minor_right",)),
    ("superior", ()),
    ("anterior", ("femur_right",)),
    ("posterior", ("iliacus_right",)),
)


def lesson(window: Window) -> Lesson:
    """Seven scenes: other sides, other structures chosen, put away and named; one withholds names."""
    scene = window.viewport.scene
    assert scene is not None
    plain = window.state.view
    views = [replace(plain, camera=scene.viewpoints.standard_view(name), selection=chosen) for name, chosen in SHOWN]
    views[1] = replace(views[1], ghost=True)
    views[2] = replace(views[2], labels=True, overlays=True)
    views[3] = replace(views[3], unnamed=True)
    views[6] = replace(views[6], hidden=plain.hidden | {"femur_right", "sacrum"})
    return Lesson("The iliopsoas", scenes=tuple(_scene(number, view) for number, view in enumerate(views, start=1)))


def _scene(number: int, view: View) -> LessonScene:
    return LessonScene(f"Title {number}", view, f"Caption {number}", f"Notes of scene {number}")
