"""Outlines of what a body lacks: where a structure would lie, its contour as a thin broken line and nothing in it.

The contour is found anew for each frame, where the surface turns away from the viewer; whatever lies nearer covers it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
from vtkmodules.vtkCommonDataModel import vtkPlaneCollection, vtkPolyData
from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper, vtkRenderer

from viewer.drawing import style
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.drawing.polydata import cells_of, points_of
from viewer.drawing.structures import shading

Floats = npt.NDArray[np.float64]


class EmptyPlaces:
    """All outlines of empty places on one stage: a line in the ink of the labels on a wider one of the ground."""

    def __init__(self, stage: vtkRenderer, planes: vtkPlaneCollection) -> None:
        """``planes`` cut all outlines."""
        self._meshes: dict[str, Mesh] = {}
        self._line = _Lines(stage, style.EMPTY_DEPTH + 1.0, planes)
        self._halo = _Lines(stage, style.EMPTY_DEPTH, planes)

    def follow(self, meshes: Mapping[str, Mesh], theme: style.Theme) -> None:
        """Outlines just these, by structure id, in the inks of a theme."""
        self._meshes = dict(meshes)
        self._line.paint(theme.ink, 1.0)
        self._halo.paint(theme.bottom, style.EMPTY_HALO)

    def set_frame(self, frame: Frame) -> None:
        """Draws the contours as they are seen in the next frame."""
        paths = [path for mesh in self._meshes.values() for path in contours(mesh, np.array(frame.camera.position))]
        dashes = np.concatenate([np.empty((0, 2, 3)), *(broken(path, frame) for path in paths)])
        self._line.draw(dashes, style.EMPTY_WIDTH * frame.unit, frame)
        self._halo.draw(dashes, (style.EMPTY_WIDTH + style.EMPTY_RIM) * frame.unit, frame)


def contours(mesh: Mesh, eye: Floats) -> list[Floats]:
    """The lines (n, 3) along which a surface turns away from an eye (3,), each from end to end or round.

    The facing of its points is carried over each triangle, so that the line runs smoothly over a coarse mesh.
    """
    points, faces = mesh.points.astype(float), mesh.triangles
    facing = ((eye - points) * mesh.normals.astype(float)).sum(axis=1)
    toward = facing[faces] > 0
    turning = faces[toward.any(axis=1) & ~toward.all(axis=1)]
    crossed: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for corners in turning.tolist():
        one, other = _crossed_edges(corners, facing)
        crossed.setdefault(one, []).append(other)
        crossed.setdefault(other, []).append(one)
    return [_places(np.array(path), points, facing) for path in _chains(crossed)]


def _crossed_edges(corners: list[int], facing: Floats) -> tuple[tuple[int, int], ...]:
    """The two edges of a triangle (three indices of points) across which it turns away."""
    edges = zip(corners, corners[1:] + corners[:1], strict=True)
    return tuple((min(edge), max(edge)) for edge in edges if (facing[edge[0]] > 0) != (facing[edge[1]] > 0))


def _chains(links: Mapping[tuple[int, int], list[tuple[int, int]]]) -> Iterator[list[tuple[int, int]]]:
    """Every knot of ``links`` (its neighbours by knot) in a row, each once; a ring ends where it began."""
    left = dict(links)
    for start in sorted(links, key=lambda knot: len(links[knot])):  # open ends first
        if start in left:
            path, knot = [], start
            while knot in left:
                path.append(knot)
                following = [one for one in left.pop(knot) if one in left]
                knot = following[0] if following else start
            yield [*path, start] if len(path) > 2 and start in links[path[-1]] else path


def _places(path: npt.NDArray[np.int64], points: Floats, facing: Floats) -> Floats:
    """Where on each edge (n, 2) of a path the facing is naught, (n, 3)."""
    first, last = path.T
    share = (facing[first] / (facing[first] - facing[last]))[:, None]
    return np.asarray(points[first] * (1 - share) + points[last] * share)


def broken(path: Floats, frame: Frame) -> Floats:
    """The dashes of a line (m, 3), even on the screen, in straight pieces (n, 2, 3); none of a line too short."""
    flat = frame.to_display(path)[:, :2]
    along = np.concatenate(([0.0], np.cumsum(np.linalg.norm(np.diff(flat, axis=0), axis=1))))
    dash, gap = style.EMPTY_DASH * frame.unit, style.EMPTY_GAP * frame.unit
    if along[-1] < style.EMPTY_SHORTEST * frame.unit:
        return np.empty((0, 2, 3))
    starts = np.arange(0.0, along[-1], dash + gap)
    stops = np.unique(np.concatenate((along, starts, np.minimum(starts + dash, along[-1]))))
    inked = (stops[:-1] + stops[1:]) / 2 % (dash + gap) < dash
    places = np.column_stack([np.interp(stops, along, path[:, axis]) for axis in range(3)])
    return np.stack((places[:-1][inked], places[1:][inked]), axis=1)


class _Lines:
    """One actor that draws lines of even width, ``nearer`` millimetres before the place where they lie."""

    def __init__(self, stage: vtkRenderer, nearer: float, planes: vtkPlaneCollection) -> None:
        self._nearer, self._mapper, self._actor = nearer, vtkPolyDataMapper(), vtkActor()
        self._mapper.SetVBOShiftScaleMethod(0)
        self._mapper.SetClippingPlanes(planes)
        self._actor.SetMapper(self._mapper)
        self._actor.PickableOff()
        self._actor.GetProperty().LightingOff()
        shader = self._actor.GetShaderProperty()
        shader.AddVertexShaderReplacement(shading.POSITION_SLOT, True, shading.NEARER_VERTEX, False)
        shader.GetVertexCustomUniforms().SetUniformf("depthShift", 0.0)
        stage.AddActor(self._actor)

    def paint(self, colour: style.Colour, opacity: float) -> None:
        self._actor.GetProperty().SetColor(*colour)
        self._actor.GetProperty().SetOpacity(opacity)

    def draw(self, pieces: Floats, width: float, frame: Frame) -> None:
        self._actor.SetVisibility(bool(len(pieces)))
        if len(pieces):
            ends = np.arange(2 * len(pieces)).reshape(-1, 2)
            lines = vtkPolyData()
            lines.SetPoints(points_of(pieces.reshape(-1, 3).astype(np.float32)))
            lines.SetLines(cells_of(ends.astype(np.int32)))
            self._mapper.SetInputData(lines)
            self._actor.GetProperty().SetLineWidth(width)
            shift = -self._nearer * frame.millimetre
            self._actor.GetShaderProperty().GetVertexCustomUniforms().SetUniformf("depthShift", shift)
