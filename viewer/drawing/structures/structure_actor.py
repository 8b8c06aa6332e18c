"""One structure on the stage: its surface, its proxy for the moving camera, and its outline when selected."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from vtkmodules.vtkCommonDataModel import vtkPlaneCollection
from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper, vtkRenderer

from viewer.drawing import style
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.drawing.structures import shading
from viewer.model.atlas.atlas import Kind, Structure


@dataclass(frozen=True)
class Look:
    """How a structure appears at one moment: ``chosen`` outlined and brighter (selected, or lit by a fact), ``recede``
    0..1, ``ghost`` a silhouette, ``shared`` outlined with a heavier line.
    """

    shown: bool = True
    chosen: bool = False
    recede: float = 0.0
    ghost: bool = False
    shared: bool = False


class Surface:
    """An actor that draws either of two meshes. Each has a mapper of its own: exchanging meshes would upload them anew,
    and actors that share a mapper rebuild its shaders at every frame.
    """

    def __init__(self, full: Mesh, proxy: Mesh) -> None:
        self.actor = vtkActor()
        self._full, self._on = _mapper(full), False
        self._proxy = self._full if proxy is full else _mapper(proxy)
        self._mapped: tuple[str, ...] = ()
        self._planes: vtkPlaneCollection | None = None
        self.show_proxy(False)

    def map(self, array: str) -> None:
        """Hands a point array to the shaders under its own name."""
        self._mapped += (array,)
        for mapper in (self._full, self._proxy):
            mapper.MapDataArrayToVertexAttribute(array, array, 0, -1)

    def cut_by(self, planes: vtkPlaneCollection) -> None:
        """Draws only what lies on the positive side of all these planes, whatever will be in the collection."""
        self._planes = planes
        for mapper in (self._full, self._proxy):
            mapper.SetClippingPlanes(planes)

    def take_proxy(self, proxy: Mesh) -> None:
        """Has this proxy from now on."""
        self._proxy = _mapper(proxy)
        for array in self._mapped:
            self._proxy.MapDataArrayToVertexAttribute(array, array, 0, -1)
        if self._planes is not None:
            self._proxy.SetClippingPlanes(self._planes)
        self.show_proxy(self._on)

    def show_proxy(self, on: bool) -> None:
        """Draws the proxy (camera moving) or the full one."""
        self._on = on
        self.actor.SetMapper(self._proxy if on else self._full)


class StructureActor:
    """A structure's surfaces in one renderer. Its look is set, never asked for."""

    def __init__(self, structure: Structure, mesh: Mesh, proxy: Mesh | None) -> None:
        self.structure = structure
        self.mesh = mesh
        self.proxy_mesh = mesh if proxy is None else proxy
        self._proxy = self._shines_through = self._shared = False
        self._body = Surface(mesh, self.proxy_mesh)
        self._outline: Surface | None = None
        self._planes: vtkPlaneCollection | None = None
        self._followed: tuple[Look, style.Theme] | None = None
        _dress(self.actor, structure.kind)
        if structure.kind is Kind.MUSCLE and all("fibre" in one.arrays for one in (mesh, self.proxy_mesh)):
            self._body.map("fibre")
            _dress_muscle(self.actor)

    @property
    def actor(self) -> vtkActor:
        """The structure's own surface, without its outline."""
        return self._body.actor

    def worth(self) -> tuple[bool, float]:
        """How much is gained by drawing it in full: more where it is chosen, and the larger it is for its triangles."""
        x0, x1, y0, y1, z0, z1 = self.mesh.bounds
        size = math.dist((x0, y0, z0), (x1, y1, z1))
        return self._outline is not None and bool(self._outline.actor.GetVisibility()), size**2 / len(
            self.mesh.triangles
        )

    def few_points(self) -> npt.NDArray[np.float64]:
        """Some hundred points (n, 3) of the surface, enough to frame it."""
        return self.mesh.points[:: max(1, len(self.mesh.points) // 400)].astype(float)

    @property
    def is_skin(self) -> bool:
        """Whether this is the body surface, which is always seen through."""
        return self.structure.kind is Kind.SKIN

    def follow(self, look: Look, theme: style.Theme, stage: vtkRenderer) -> None:
        """Shows the structure as ``look`` says."""
        if self._followed == (look, theme):
            return
        self._followed = look, theme
        self.actor.SetVisibility(look.shown)
        translucent = look.ghost or self.is_skin
        self.actor.SetForceTranslucent(translucent)
        self.actor.SetForceOpaque(not translucent)
        uniforms = self.actor.GetShaderProperty().GetFragmentCustomUniforms()
        lift = style.SKIN_LIFT if self.is_skin else style.LIFT
        uniforms.SetUniformf("lift", lift if look.chosen else 0.0)
        uniforms.SetUniformf("recede", look.recede)
        uniforms.SetUniformf("ghost", float(look.ghost))
        uniforms.SetUniform3f("veil", theme.veil)
        self._shines_through = look.chosen and self.structure.kind is Kind.NERVE
        self._shared = look.shared
        self._follow_outline(look.shown and look.chosen and not self.is_skin, theme, stage)

    def cut_by(self, planes: vtkPlaneCollection) -> None:
        """Draws only what lies on the positive side of all these planes, whatever will be in the collection."""
        self._planes = planes
        for surface in (self._body, self._outline):
            if surface is not None:
                surface.cut_by(planes)

    def take_proxy(self, proxy: Mesh) -> None:
        """Has this proxy from now on."""
        self.proxy_mesh = proxy
        for surface in (self._body, self._outline):
            if surface is not None:
                surface.take_proxy(proxy)

    def show_proxy(self, on: bool) -> None:
        """Draws the proxy (camera moving) or the full one."""
        self._proxy = on
        for surface in (self._body, self._outline):
            if surface is not None:
                surface.show_proxy(on)

    def set_frame(self, frame: Frame) -> None:
        """Keeps the outline's width even in the next frame, and a chosen nerve in front of what covers it."""
        nearer = -style.NERVE_DEPTH * frame.millimetre if self._shines_through else 0.0
        self.actor.GetShaderProperty().GetVertexCustomUniforms().SetUniformf("depthShift", nearer)
        if self._outline is not None and self._outline.actor.GetVisibility():
            uniforms = self._outline.actor.GetShaderProperty().GetVertexCustomUniforms()
            uniforms.SetUniform2f("halfSize", frame.half_size)
            width = style.SHARED_WIDTH if self._shared else style.OUTLINE_WIDTH
            uniforms.SetUniformf("outlineWidth", width * frame.pixel)
            uniforms.SetUniformf("depthShift", style.OUTLINE_DEPTH * frame.millimetre + nearer)

    def _follow_outline(self, wanted: bool, theme: style.Theme, stage: vtkRenderer) -> None:
        if wanted and self._outline is None:
            self._outline = Surface(self.mesh, self.proxy_mesh)
            self._outline.show_proxy(self._proxy)
            if self._planes is not None:
                self._outline.cut_by(self._planes)
            _dress_outline(self._outline.actor)
            stage.AddActor(self._outline.actor)
        if self._outline is not None:
            self._outline.actor.SetVisibility(wanted)
            colours = self._outline.actor.GetShaderProperty().GetFragmentCustomUniforms()
            colours.SetUniform3f("outlineColour", theme.outline)


def _mapper(mesh: Mesh) -> vtkPolyDataMapper:
    mapper = vtkPolyDataMapper()
    mapper.SetInputData(mesh.polydata)
    mapper.SetScalarModeToUsePointFieldData()
    mapper.SelectColorArray("Colors")
    mapper.SetColorModeToDirectScalars()
    mapper.SetVBOShiftScaleMethod(0)  # normals and points in the same units, as the outline needs them
    return mapper


def _dress(actor: vtkActor, kind: Kind) -> None:
    """Gives an actor the studio's light and its tissue's material."""
    material = style.MATERIALS[kind]
    shader = actor.GetShaderProperty()
    code = shading.SKIN if kind is Kind.SKIN else shading.TISSUE
    shader.AddFragmentShaderReplacement(shading.LIGHT_SLOT, True, code, False)
    if kind is Kind.NERVE:
        shader.AddVertexShaderReplacement(shading.POSITION_SLOT, True, shading.NEARER_VERTEX, False)
        shader.GetVertexCustomUniforms().SetUniformf("depthShift", 0.0)
    uniforms = shader.GetFragmentCustomUniforms()
    uniforms.SetUniformf("shine", material.shine)
    uniforms.SetUniformf("tightness", material.tightness)
    uniforms.SetUniformf("rimLight", material.rim)
    actor.GetProperty().SetBackfaceCulling(True)


def _dress_muscle(actor: vtkActor) -> None:
    """Lets the shine of a muscle follow its fibres."""
    shader = actor.GetShaderProperty()
    shader.ClearAllShaderReplacements()
    shader.AddVertexShaderReplacement(shading.DECLARE_SLOT, True, shading.FIBRE_VERTEX_DECLARE, False)
    shader.AddVertexShaderReplacement(shading.POSITION_SLOT, True, shading.FIBRE_VERTEX, False)
    shader.AddFragmentShaderReplacement(shading.DECLARE_SLOT, True, shading.FIBRE_FRAGMENT_DECLARE, False)
    shader.AddFragmentShaderReplacement(shading.LIGHT_SLOT, True, shading.MUSCLE, False)


def _dress_outline(actor: vtkActor) -> None:
    """Lets an actor show only as a line of even width around its mesh."""
    shader = actor.GetShaderProperty()
    shader.AddVertexShaderReplacement(shading.POSITION_SLOT, True, shading.OUTLINE_VERTEX, False)
    shader.AddFragmentShaderReplacement(shading.LIGHT_SLOT, True, shading.OUTLINE, False)
    actor.GetProperty().SetFrontfaceCulling(True)
    actor.ForceOpaqueOn()
