"""Lines drawn on the body: they turn with it, are as broad near as far, and hidden by what lies before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from vtkmodules.vtkCommonDataModel import vtkPolyData
from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper, vtkRenderer

from viewer.drawing import style
from viewer.drawing.drawn.ribbons import ribbon
from viewer.drawing.frame import Frame
from viewer.drawing.polydata import array_of, cells_of, points_of
from viewer.drawing.structures import shading
from viewer.model.atlas.atlas import Point
from viewer.model.session.stroke import Stroke

NEARER = 5.4  # mm before the surface: a broad line on a curved one must not sink in
CASING_NEARER = 2.6

DECLARE = """
//VTK::PositionVC::Dec
in vec3 ahead;
in vec3 offset;
"""
PLACE = """
//VTK::PositionVC::Impl
  vec4 next = MCDCMatrix * vec4(ahead, 1.0);
  vec2 way = (next.xy / next.w - gl_Position.xy / gl_Position.w) * halfSize;
  vec2 along = length(way) > 1e-6 ? normalize(way) : vec2(1.0, 0.0);
  float reach = offset.z * viewHeight + grown;
  gl_Position.xy += (vec2(-along.y, along.x) * offset.x + along * offset.y) * reach / halfSize * gl_Position.w;
  gl_Position.z += depthShift * gl_Position.w;
"""
PAINT = """
  fragOutput0 = vec4(diffuseColor, 1.0);
"""


class OnBody:
    """All lines on the body of one stage: each in its ink, on a broader one that sets it off from what is behind."""

    def __init__(self, stage: vtkRenderer) -> None:
        self._inks, self._casings = _Band(stage, NEARER), _Band(stage, CASING_NEARER, ends_only=True)
        self._told: object = ()

    def follow(self, strokes: Sequence[Stroke], is_away: Callable[[Point], bool], told: object) -> None:
        """Shows these of a view's strokes, but for what ``is_away``; nothing is made anew while ``told`` stays."""
        if told == self._told:
            return
        self._told = told
        lines = [(one, part) for one in strokes if one.on_body for part in _left(one.places, is_away)]
        self._inks.take([(part, one.width, style.STROKES[one.ink]) for one, part in lines])
        self._casings.take([(part, one.width, style.CASINGS[one.ink]) for one, part in lines])

    def set_frame(self, frame: Frame) -> None:
        """Keeps the width of every line even in the next frame."""
        self._inks.set_frame(frame, 0.0)
        self._casings.set_frame(frame, style.CASING * frame.unit)


class _Band:
    """One actor with lines of several widths and colours."""

    def __init__(self, stage: vtkRenderer, nearer: float, ends_only: bool = False) -> None:
        """``ends_only``: joints within a line would show before a piece that lies farther off."""
        self._ends_only = ends_only
        self._nearer, self._mapper, self._actor = nearer, vtkPolyDataMapper(), vtkActor()
        self._mapper.SetVBOShiftScaleMethod(0)
        self._mapper.SetColorModeToDirectScalars()
        for name in ("ahead", "offset"):
            self._mapper.MapDataArrayToVertexAttribute(name, name, 0, -1)
        self._actor.SetMapper(self._mapper)
        self._actor.PickableOff()
        self._actor.ForceOpaqueOn()
        self._actor.SetVisibility(False)
        shader = self._actor.GetShaderProperty()
        shader.AddVertexShaderReplacement(shading.DECLARE_SLOT, True, DECLARE, False)
        shader.AddVertexShaderReplacement(shading.POSITION_SLOT, True, PLACE, False)
        shader.AddFragmentShaderReplacement(shading.LIGHT_SLOT, True, PAINT, False)
        stage.AddActor(self._actor)

    def take(self, lines: Sequence[tuple[Sequence[Point], float, style.Colour]]) -> None:
        """Shows these: places, width in thousandths of the view's height, colour."""
        self._actor.SetVisibility(bool(lines))
        if lines:
            self._mapper.SetInputData(_mesh(lines, self._ends_only))

    def set_frame(self, frame: Frame, grown: float) -> None:
        """Draws each line broader by ``grown`` pixels on either side."""
        uniforms = self._actor.GetShaderProperty().GetVertexCustomUniforms()
        uniforms.SetUniform2f("halfSize", frame.half_tile)
        uniforms.SetUniformf("viewHeight", frame.size[1])
        uniforms.SetUniformf("grown", grown)
        uniforms.SetUniformf("depthShift", -self._nearer * frame.millimetre)


def _mesh(lines: Sequence[tuple[Sequence[Point], float, style.Colour]], ends_only: bool) -> vtkPolyData:
    points, ahead, offsets, colours, triangles, count = [], [], [], [], [], 0
    for places, width, colour in lines:
        line, made = np.array(places, np.float32), ribbon(len(places), ends_only)
        points.append(line[made.places])
        ahead.append(line[made.ahead])
        offsets.append(np.column_stack((made.offsets, np.full(len(made.offsets), width / 2000.0))))
        colours.append(np.tile(np.round(255 * np.array(colour)).astype(np.uint8), (len(made.places), 1)))
        triangles.append(made.triangles + count)
        count += len(made.places)
    mesh = vtkPolyData()
    mesh.SetPoints(points_of(np.concatenate(points)))
    mesh.SetPolys(cells_of(np.concatenate(triangles).astype(np.int32)))
    data = mesh.GetPointData()
    data.SetScalars(array_of("ink", np.concatenate(colours)))
    data.AddArray(array_of("ahead", np.concatenate(ahead)))
    data.AddArray(array_of("offset", np.concatenate(offsets).astype(np.float32)))
    return mesh


def _left(places: Sequence[Point], is_away: Callable[[Point], bool]) -> list[list[Point]]:
    """The parts of a line that were not cut away."""
    parts: list[list[Point]] = [[]]
    for place in places:
        if not is_away(place):
            parts[-1].append(place)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]
