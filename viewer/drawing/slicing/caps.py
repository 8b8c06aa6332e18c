"""The actors that show faces: one for what is solid, one for ghosts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from vtkmodules.vtkCommonDataModel import vtkPolyData
from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper, vtkRenderer

from viewer.drawing import cameras
from viewer.drawing.frame import Frame
from viewer.drawing.polydata import array_of, cells_of, points_of
from viewer.drawing.slicing import cap_shading
from viewer.drawing.slicing.axes import Axes
from viewer.drawing.slicing.filling import OVERLAP
from viewer.drawing.slicing.printing import Print, Slice, printed, vertices
from viewer.drawing.structures import shading
from viewer.drawing.style import Theme

RANK = 0.004  # mm that each rank lies before the one below
FLATTEST = 0.2  # cosine of the slant up to which rims grow, so that they are not lost
SOLID, GHOST, GROUND = (1.0, 1.0), (0.16, 0.55), (0.55, 1.0)
"""How much faces hide of what lies behind them, and their rims: those of ghosts little, a ground half of it."""


class Caps:
    """One actor for many faces, which ``cover`` what lies behind them."""

    def __init__(self, stage: vtkRenderer, cover: tuple[float, float] = SOLID, both_sides: bool = False) -> None:
        self._mapper, self._actor = vtkPolyDataMapper(), vtkActor()
        self._overlap = OVERLAP if cover == SOLID else 0.0
        self._mapper.SetScalarModeToUsePointFieldData()
        self._mapper.SelectColorArray("Colors")
        self._mapper.SetColorModeToDirectScalars()
        self._mapper.SetVBOShiftScaleMethod(0)
        for name in ("inward", "cap"):
            self._mapper.MapDataArrayToVertexAttribute(name, name, 0, -1)
        self._actor.SetMapper(self._mapper)
        self._actor.PickableOff()
        self._actor.SetVisibility(False)
        self._actor.SetForceTranslucent(cover != SOLID)
        self._actor.SetForceOpaque(cover == SOLID)
        _dress(self._actor, *cover)
        self._actor.GetProperty().SetBackfaceCulling(not both_sides)
        stage.AddActor(self._actor)

    def show(self, slices: Sequence[Slice], axes: Axes, theme: Theme) -> None:
        """These faces from now on, the first lowest."""
        self.put(printed(slices, theme, self._overlap) if slices else None, axes)

    def put(self, made: Print | None, axes: Axes) -> None:
        """This print from now on, or none."""
        self._actor.SetVisibility(made is not None)
        if made is None:
            return
        points, inward, colours, caps = vertices(made, axes)
        faces = vtkPolyData()
        faces.SetPoints(points_of(points))
        faces.SetPolys(cells_of(np.arange(len(points), dtype=np.int32).reshape(-1, 4)))
        for name, values in (("Colors", colours), ("inward", inward), ("cap", caps)):
            faces.GetPointData().AddArray(array_of(name, values))
        self._mapper.SetInputData(faces)
        uniforms = self._actor.GetShaderProperty().GetFragmentCustomUniforms()
        uniforms.SetUniform3f("faceAcross", axes.across.tolist())
        uniforms.SetUniform3f("faceUpward", axes.upward.tolist())

    def set_frame(self, frame: Frame, axes: Axes, fine: bool) -> None:
        """Keeps rims even in the next frame, which has grain if it is drawn ``fine``."""
        if self._actor.GetVisibility():
            shader = self._actor.GetShaderProperty()
            facing = abs(float(np.dot(cameras.axes(frame.camera)[2], axes.normal)))
            millimetres = frame.unit / frame.pixels_per_millimetre / max(facing, FLATTEST) ** 0.6
            shader.GetVertexCustomUniforms().SetUniformf("rimPixel", millimetres)
            shader.GetVertexCustomUniforms().SetUniformf("rankDepth", RANK * frame.millimetre)
            shader.GetFragmentCustomUniforms().SetUniformf("rimPixel", 1.0 / frame.pixels_per_millimetre)
            shader.GetFragmentCustomUniforms().SetUniformf("fine", float(fine))


def _dress(actor: vtkActor, cover: float, rim_cover: float) -> None:
    actor.GetProperty().LightingOff()
    shader = actor.GetShaderProperty()
    shader.AddVertexShaderReplacement(shading.DECLARE_SLOT, True, cap_shading.VERTEX_DECLARE, False)
    shader.AddVertexShaderReplacement(shading.POSITION_SLOT, True, cap_shading.VERTEX, False)
    shader.AddFragmentShaderReplacement(shading.DECLARE_SLOT, True, cap_shading.FRAGMENT_DECLARE, False)
    shader.AddFragmentShaderReplacement(shading.LIGHT_SLOT, True, cap_shading.FRAGMENT, False)
    for name in ("rimPixel", "rankDepth"):
        shader.GetVertexCustomUniforms().SetUniformf(name, 0.0)
    uniforms = shader.GetFragmentCustomUniforms()
    for name, value in (("rimPixel", 1.0), ("fine", 0.0), ("cover", cover), ("rimCover", rim_cover)):
        uniforms.SetUniformf(name, value)
    for name in ("faceAcross", "faceUpward"):
        uniforms.SetUniform3f(name, (0.0, 0.0, 0.0))
