"""Lines drawn on the picture: they stay where they are while the body turns behind them, above all that is written."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from vtkmodules.vtkCommonDataModel import vtkPolyData
from vtkmodules.vtkRenderingCore import vtkActor2D, vtkPolyDataMapper2D, vtkRenderer

from viewer.drawing import style
from viewer.drawing.drawn.ribbons import Floats, Numbers, ribbon
from viewer.drawing.frame import Frame
from viewer.drawing.polydata import array_of, cells_of, points_of
from viewer.model.session.stroke import Stroke

FEATHER = 0.6  # pixels on either side of an edge over which a line fades
Layer = tuple[Floats, Numbers, Floats]
"""Points (n, 2) in pixels, triangles (m, 3), colours with opacity (n, 4)."""


class OnPicture:
    """All lines on the picture of one stage; laid out anew for another view, or another size of it."""

    def __init__(self, stage: vtkRenderer) -> None:
        self._actor, self._mapper = vtkActor2D(), vtkPolyDataMapper2D()
        self._actor.SetMapper(self._mapper)
        self._actor.SetVisibility(False)
        self._strokes: tuple[Stroke, ...] = ()
        self._laid_out: object = None
        self._stage, self._among = stage, 0

    def follow(self, strokes: Sequence[Stroke]) -> None:
        """Shows these of a view's strokes."""
        self._strokes = tuple(one for one in strokes if not one.on_body)

    def set_frame(self, frame: Frame) -> None:
        """Lays them out for the next frame, in which all words are in their place."""
        if self._strokes and self._stage.GetViewProps().GetNumberOfItems() != self._among:
            self._stage.RemoveViewProp(self._actor)
            self._stage.AddViewProp(self._actor)  # what comes last lies on top
            self._among = self._stage.GetViewProps().GetNumberOfItems()
        told = self._strokes, frame.size, frame.unit
        if told == self._laid_out:
            return
        self._laid_out = told
        self._actor.SetVisibility(bool(self._strokes))
        if self._strokes:
            self._mapper.SetInputData(_mesh([layer for one in self._strokes for layer in _layers(one, frame)]))


def _layers(stroke: Stroke, frame: Frame) -> list[Layer]:
    """The casing of a line, and its ink over it."""
    height = frame.size[1]
    path = np.array(stroke.places)[:, :2] * height + np.array(frame.half_size)
    half = stroke.width / 2000.0 * height
    return [
        _layer(path, half + style.CASING * frame.unit, style.CASINGS[stroke.ink]),
        _layer(path, half, style.STROKES[stroke.ink]),
    ]


def _layer(path: Floats, half: float, colour: style.Colour) -> Layer:
    """A line that fades at its edge: a ribbon that is opaque, and a broader one around it whose rim is clear."""
    made = ribbon(len(path))
    way = path[made.ahead] - path[made.places]
    length = np.linalg.norm(way, axis=1, keepdims=True)
    along = np.where(length > 1e-9, way / np.maximum(length, 1e-9), (1.0, 0.0))
    aside = np.column_stack((-along[:, 1], along[:, 0]))
    reach = aside * made.offsets[:, :1] + along * made.offsets[:, 1:]
    places = path[made.places]
    inner, outer = places + max(half - FEATHER, 0.0) * reach, places + (half + FEATHER) * reach
    ink, clear = (np.tile((*colour, opacity), (len(places), 1)) for opacity in (1.0, 0.0))
    triangles = np.vstack((_rims(made.triangles, reach), made.triangles))
    return np.vstack((inner, outer)), triangles, np.vstack((ink, clear))


def _rims(triangles: Numbers, reach: Floats) -> Numbers:
    """Two triangles between each outer edge of a ribbon and the same edge of the broader one, whose corners follow;
    ``reach`` is the way (n, 2) from a corner's place to it.
    """
    edges, count = np.concatenate([triangles[:, pair] for pair in ((0, 1), (1, 2), (2, 0))]), len(reach)
    a, b = edges[(reach[edges[:, 0]] * reach[edges[:, 1]]).sum(axis=1) > 0].T  # both on the same side of the line
    return np.concatenate((np.column_stack((a, b, b + count)), np.column_stack((a, b + count, a + count))))


def _mesh(layers: Sequence[Layer]) -> vtkPolyData:
    counts = np.cumsum([0, *(len(points) for points, _, _ in layers)])
    flat = np.concatenate([points for points, _, _ in layers]).astype(np.float32)
    triangles = np.concatenate([some + first for (_, some, _), first in zip(layers, counts, strict=False)])
    colours = np.concatenate([some for _, _, some in layers])
    mesh = vtkPolyData()
    mesh.SetPoints(points_of(np.column_stack((flat, np.zeros(len(flat), np.float32)))))
    mesh.SetPolys(cells_of(triangles.astype(np.int32)))
    mesh.GetPointData().SetScalars(array_of("ink", np.round(255 * colours).astype(np.uint8)))
    return mesh
