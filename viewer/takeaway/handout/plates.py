"""The picture of each scene, drawn off screen on white without a word; what lies flat on it is kept as vectors."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

import numpy as np
from PySide6.QtGui import QImage
from vtkmodules.vtkRenderingCore import vtkRenderer

from viewer.drawing.flat.label_plan import Named
from viewer.drawing.flat.lettering import Pens
from viewer.drawing.flat.noting import NotedShapes, NotedWords, Said, Shape
from viewer.drawing.flat.words import Script
from viewer.drawing.presentation import Presentation
from viewer.drawing.studio import Pixels, Studio
from viewer.drawing.style import LABEL
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.stroke import Stroke
from viewer.model.session.view import View

FINENESS = 250  # pixels to the inch
FADING = round(3.5 / 25.4 * FINENESS)  # pixels at each edge
LETTERS = 8.2  # points, of names
_SAMPLE, _EM = "Psoas major, right", 100.0


@dataclass(frozen=True)
class Plate:
    """A picture, and all that lies flat on it, in pixels of a window of ``size``, origin lower left."""

    picture: QImage
    size: tuple[int, int]
    pixel: float
    shapes: tuple[Shape, ...]
    said: tuple[Said, ...]
    named: tuple[Named, ...]
    sample: tuple[str, float]
    """Some words, and how many ems wide they were when places were found for words."""


class Plates:
    """Draws one scene after another; close it. With ``names`` they are among what lies flat, else only their places."""

    def __init__(self, atlas: Atlas, meshes: Path, names: bool) -> None:
        """Raises NoPictureError and ManifestError."""
        self._names = names
        self._studio = Studio(atlas, meshes, (64, 64), self._pens, fineness=1)

    def __enter__(self) -> Plates:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._studio.__exit__(kind, fault, trace)

    def spread(self, view: View) -> tuple[View, float]:
        """The view with all its names and a camera, and how many of its heights what it shows is wide. Where a scene
        asks for names they stay away, as its answer comes with another scene; on a test every name is asked for.
        """
        asks = view.unnamed and self._names
        told = self._studio.aimed(view if asks else replace(view, labels=True, unnamed=False, revealed=()))
        self._studio.scene.show(told, Presentation(dark=False, paper=True))
        return told, self._studio.scene.viewpoints.spread()

    def draw(self, view: View, width: float, height: float, back: float) -> Plate:
        """The plate of a view for a place of so many mm on paper, seen from where all is ``back`` times smaller. Raises
        NoPictureError.
        """
        size = (round(width / 25.4 * FINENESS), round(height / 25.4 * FINENESS))
        self._studio.resize(size)
        pixel = self._studio.finer * (LETTERS / 72 * FINENESS) / LABEL
        presentation = Presentation(dark=False, paper=True, pixel=pixel)
        pixels = self._studio.picture(_drawn_back(view, back), presentation)
        finest = (size[0] * self._studio.finer, size[1] * self._studio.finer)
        named = self._studio.scene.named
        wide = self._words.measure(_SAMPLE, Script(_EM, (0.0, 0.0, 0.0)))[0] / _EM
        return Plate(
            _image(pixels), finest, pixel, tuple(self._shapes.noted), self._words.noted, named, (_SAMPLE, wide)
        )

    @property
    def problems(self) -> dict[str, str]:
        """Structures without a model, and why."""
        return self._studio.scene.problems

    def _pens(self, stage: vtkRenderer) -> Pens:
        self._shapes, self._words = NotedShapes(), NotedWords(stage)
        return Pens(self._shapes, self._words, self._names)


def _drawn_back(view: View, times: float) -> View:
    """The view with everything so many times smaller, what was drawn and placed by hand too."""
    assert view.camera is not None, "it was aimed"
    slope = math.tan(math.radians(view.camera.angle) / 2) * times
    return replace(
        view,
        camera=replace(view.camera, angle=math.degrees(2 * math.atan(slope))),
        strokes=tuple(one if one.on_body else _smaller(one, times) for one in view.strokes),
        placed=tuple((name, (x / times, y / times)) for name, (x, y) in view.placed),
    )


def _smaller(stroke: Stroke, times: float) -> Stroke:
    places = tuple((x / times, y / times, z) for x, y, z in stroke.places)
    return replace(stroke, places=places, width=stroke.width / times)


def _fading(pixels: Pixels) -> Pixels:
    """The picture with edges that fade into the paper, so that nothing looks as if it was cut off."""
    faded = pixels.copy()
    for edges in (faded, faded.transpose(1, 0, 2)):
        for side in (edges, edges[::-1]):
            left = np.linspace(0.0, 1.0, FADING)[:, None, None]
            side[:FADING] = np.round(255 - (255 - side[:FADING]) * left)
    return faded


def _image(pixels: Pixels) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(_fading(pixels)[::-1].tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
