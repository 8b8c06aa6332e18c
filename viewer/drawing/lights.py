"""What VTK needs set once so that the studio's own light (see ``shading``) and smooth edges come out right."""

from __future__ import annotations

from vtkmodules.vtkRenderingCore import vtkLight, vtkRenderer, vtkRenderWindow


def light_up(stage: vtkRenderer) -> None:
    """One headlight makes VTK hand the normals to our own studio light; it lights nothing itself."""
    stage.RemoveAllLights()
    lamp = vtkLight()
    lamp.SetLightTypeToHeadlight()
    stage.AddLight(lamp)


def smooth(stage: vtkRenderer, window: vtkRenderWindow, wished: bool) -> None:
    """Smooths edges after drawing, unless the window's multisampling does (VTK draws nothing with both)."""
    stage.SetUseFXAA(wished and window.GetMultiSamples() <= 1)
