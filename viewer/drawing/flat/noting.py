"""What lies flat over the scene, noted down instead of drawn, so that it can be repeated by other means: as vectors."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from vtkmodules.vtkRenderingCore import vtkRenderer

from viewer.drawing.flat.shapes2d import Pixels, Rectangle, Shapes2D
from viewer.drawing.flat.words import Script, Words
from viewer.drawing.style import Colour


@dataclass(frozen=True)
class Line:
    """A line through points, ``width`` pixels wide, its ends cut straight."""

    path: tuple[Pixels, ...]
    width: float
    colour: Colour
    opacity: float


@dataclass(frozen=True)
class Ground:
    """A filled rectangle (left, bottom, right, top) on which words stand."""

    box: Rectangle
    colour: Colour
    opacity: float


@dataclass(frozen=True)
class Circle:
    """A filled circle, or with ``width`` one drawn with a line of so many pixels."""

    centre: Pixels
    radius: float
    colour: Colour
    opacity: float
    width: float = 0.0


@dataclass(frozen=True)
class Said:
    """Words whose vertical middle stands at ``place``; ``key`` says which words they are."""

    key: str
    text: str
    place: Pixels
    script: Script


Shape = Line | Ground | Circle


class NotedShapes(Shapes2D):
    """Shapes in the order in which they were added; none is on the screen."""

    def clear(self) -> None:
        """Takes everything off."""
        super().clear()
        self.noted: list[Shape] = []

    def stroke(self, path: Sequence[Pixels], width: float, colour: Colour, opacity: float = 1.0) -> None:
        """A line through points, ``width`` pixels wide."""
        if math.dist(path[0], path[-1]) > 1e-6 or len(path) > 2:
            self.noted.append(Line(tuple(path), width, colour, opacity))

    def plate(self, box: Rectangle, colour: Colour, opacity: float) -> None:
        """A filled rectangle."""
        self.noted.append(Ground(box, colour, opacity))

    def ring(self, centre: Pixels, radius: float, width: float, colour: Colour, opacity: float = 1.0) -> None:
        """A circle drawn with a line of ``width`` pixels."""
        self.noted.append(Circle(centre, radius, colour, opacity, width))

    def disc(self, centre: Pixels, radius: float, colour: Colour, opacity: float = 1.0) -> None:
        """A filled circle."""
        self.noted.append(Circle(centre, radius, colour, opacity))


class NotedWords(Words):
    """The words of the last frame; none is on the screen."""

    def __init__(self, stage: vtkRenderer) -> None:
        super().__init__(stage)
        self._saying: list[Said] = []
        self.noted: tuple[Said, ...] = ()

    def say(self, key: str, text: str, place: Pixels, script: Script) -> None:
        """Notes a text."""
        self._saying.append(Said(key, text, place, script))

    def settle(self) -> None:
        """These are the words of a frame."""
        self.noted, self._saying = tuple(self._saying), []
