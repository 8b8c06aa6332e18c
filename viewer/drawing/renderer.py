"""The empty studio: its lamp, its ground, its camera, and how smooth the edges of what stands in it are."""

from __future__ import annotations

from vtkmodules.vtkRenderingCore import vtkLight, vtkRenderer

from viewer.drawing import style
from viewer.model.session.view import Camera


def light_up(stage: vtkRenderer) -> None:
    """One headlight makes VTK hand the normals to our own studio light; it lights nothing itself."""
    stage.RemoveAllLights()
    lamp = vtkLight()
    lamp.SetLightTypeToHeadlight()
    stage.AddLight(lamp)


def camera(stage: vtkRenderer) -> Camera:
    """Where a stage is looked at from."""
    eye = stage.GetActiveCamera()
    return Camera(eye.GetPosition(), eye.GetFocalPoint(), eye.GetViewUp(), eye.GetViewAngle())


def aim(stage: vtkRenderer, wanted: Camera) -> None:
    """Look at a stage from elsewhere."""
    eye = stage.GetActiveCamera()
    eye.SetPosition(*wanted.position)
    eye.SetFocalPoint(*wanted.focus)
    eye.SetViewUp(*wanted.up)
    eye.SetViewAngle(wanted.angle)


def smooth(stage: vtkRenderer, wished: bool) -> None:
    """Smooths edges after drawing, unless the window's multisampling does (VTK draws nothing with both)."""
    stage.SetUseFXAA(wished and stage.GetRenderWindow().GetMultiSamples() <= 1)


def lay_ground(stage: vtkRenderer, theme: style.Theme) -> None:
    """Dark slate or paper white, a shade lighter above."""
    stage.SetBackground(*theme.bottom)
    stage.SetBackground2(*theme.top)
    stage.SetGradientBackground(True)
