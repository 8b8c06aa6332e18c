"""What is drawn and written of a finger's way."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.drawing import spheres
from viewer.drawing import style
from viewer.drawing.flat import finger_way
from viewer.drawing.flat.shapes2d import Shapes2D
from viewer.drawing.flat.words import Align, Script
from viewer.drawing.frame import Frame
from viewer.model.atlas.atlas import Kind
from viewer.model.finger.press import Crossing, FingerPath, Press
from viewer.model.session.view import Camera

PATH = FingerPath(
    Press((0.0, -80.0, 0.0), (0.6, 0.8, 0.0), 40.4),
    (Crossing("rope", 20.0, 60.0), Crossing("wire", 35.0, 45.0), Crossing("unknown", 70.0, 80.0)),
    through=150.0,
)
WAY = finger_way.way_of(PATH, spheres.atlas().structures)
FRONT = Frame(Camera((0.0, -600.0, 0.0), (0.0, 0.0, 0.0)), (800, 600))


@dataclass
class Said:
    """Words that are only heard."""

    lines: list[tuple[str, float, Align]] = field(default_factory=list)

    def measure(self, text: str, script: Script) -> tuple[float, float]:
        return 0.5 * script.size * len(text), script.size

    def say(self, _: str, text: str, place: tuple[float, float], script: Script) -> None:
        self.lines.append((text, place[0], script.align))


def test_each_stretch_has_the_colour_of_its_tissue() -> None:
    muscle, nerve = style.SWATCHES[Kind.MUSCLE], style.SWATCHES[Kind.NERVE]
    assert WAY.stretches == ((20.0, 60.0, muscle), (35.0, 45.0, nerve))


@pytest.mark.parametrize(("behind", "align"), [(False, Align.LEFT), (True, Align.RIGHT)])
def test_the_depth_is_written_ahead_of_the_tip(behind: bool, align: Align) -> None:
    frame = Frame(Camera((0.0, 600.0, 0.0), (0.0, 0.0, 0.0)), (800, 600)) if behind else FRONT
    said = Said()
    finger_way.tell(WAY, Shapes2D(), said, frame, Script(14.0, (0.0, 0.0, 0.0)))
    ((text, x, aligned),) = said.lines
    start, tip = (frame.to_display(place)[0, 0] for place in (PATH.press.start, PATH.press.tip))
    assert (text, aligned) == ("40 mm", align)
    assert (x > tip > start) if align is Align.LEFT else (x < tip < start)


def test_nothing_is_drawn_of_what_lies_behind_the_viewer() -> None:
    away = Frame(Camera((0.0, 600.0, 0.0), (0.0, 1200.0, 0.0)), (800, 600))
    said, shapes = Said(), Shapes2D()
    finger_way.draw(WAY, shapes, away)
    finger_way.tell(WAY, shapes, said, away, Script(14.0, (0.0, 0.0, 0.0)))
    shapes.dry()
    assert (said.lines, shapes.actor.GetVisibility()) == ([], 0)
    finger_way.draw(WAY, shapes, FRONT)
    shapes.dry()
    assert shapes.actor.GetVisibility() == 1
