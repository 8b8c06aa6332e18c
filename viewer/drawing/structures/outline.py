"""The line around a structure that is chosen, as broad near as far; for a class two of them, light and dark."""

from __future__ import annotations

from vtkmodules.vtkCommonDataModel import vtkPlaneCollection
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer

from viewer.drawing import style
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.drawing.structures import shading
from viewer.drawing.structures.surface import Surface


class Outline:
    """The lines around one structure, one around the other; made when they are first seen."""

    def __init__(self, mesh: Mesh, proxy: Mesh) -> None:
        self._mesh, self._proxy_mesh = mesh, proxy
        self._lines: list[Surface] = []
        self._planes: vtkPlaneCollection | None = None
        self._on_proxy, self._width, self._seen = False, 0.0, 0

    @property
    def seen(self) -> bool:
        """Whether there is a line."""
        return self._seen > 0

    def take_proxy(self, proxy: Mesh) -> None:
        """Has this proxy from now on."""
        self._proxy_mesh = proxy
        for line in self._lines:
            line.take_proxy(proxy)

    def cut_by(self, planes: vtkPlaneCollection) -> None:
        """Draws only what lies on the positive side of all these planes, whatever will be in the collection."""
        self._planes = planes
        for line in self._lines:
            line.cut_by(planes)

    def show_proxy(self, on: bool) -> None:
        """Draws around the proxy or the full one."""
        self._on_proxy = on
        for line in self._lines:
            line.show_proxy(on)

    def follow(self, wanted: bool, heavy: bool, theme: style.Theme, stage: vtkRenderer) -> None:
        """Shows the lines of a theme, or none; a ``heavy`` one is broader."""
        colours = [theme.outline, theme.rim] if theme.rim is not None else [theme.outline]
        self._seen = len(colours) if wanted else 0
        self._width = style.SHARED_WIDTH if heavy else theme.outline_width
        while len(self._lines) < self._seen:
            self._lines.append(self._new(stage))
        for number, line in enumerate(self._lines):
            line.actor.SetVisibility(number < self._seen)
        for line, colour in zip(self._lines, colours, strict=False):
            line.actor.GetShaderProperty().GetFragmentCustomUniforms().SetUniform3f("outlineColour", colour)

    def set_frame(self, frame: Frame, nearer: float) -> None:
        """Keeps the width of each line even in the next frame; an outer one lies behind the inner one."""
        for number, line in enumerate(self._lines[: self._seen], start=1):
            uniforms = line.actor.GetShaderProperty().GetVertexCustomUniforms()
            uniforms.SetUniform2f("halfSize", frame.half_tile)
            uniforms.SetUniformf("outlineWidth", number * self._width * frame.unit)
            uniforms.SetUniformf("depthShift", number**2 * style.OUTLINE_DEPTH * frame.millimetre + nearer)

    def _new(self, stage: vtkRenderer) -> Surface:
        line = Surface(self._mesh, self._proxy_mesh)
        line.show_proxy(self._on_proxy)
        if self._planes is not None:
            line.cut_by(self._planes)
        _dress_outline(line.actor)
        stage.AddActor(line.actor)
        return line


def _dress_outline(actor: vtkActor) -> None:
    """Lets an actor show only as a line of even width around its mesh."""
    shader = actor.GetShaderProperty()
    shader.AddVertexShaderReplacement(shading.POSITION_SLOT, True, shading.OUTLINE_VERTEX, False)
    shader.AddFragmentShaderReplacement(shading.LIGHT_SLOT, True, shading.OUTLINE, False)
    actor.GetProperty().SetFrontfaceCulling(True)
    actor.ForceOpaqueOn()
