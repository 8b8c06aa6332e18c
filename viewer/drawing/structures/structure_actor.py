"""One structure on the stage: its surface, its proxy for the moving camera, and its outline when selected."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from vtkmodules.vtkCommonDataModel import vtkPlaneCollection
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer

from viewer.drawing import style
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.drawing.structures import shading
from viewer.drawing.structures.outline import Outline
from viewer.drawing.structures.surface import Surface
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


class StructureActor:
    """A structure's surfaces in one renderer. Its look is set, never asked for."""

    def __init__(self, structure: Structure, mesh: Mesh, proxy: Mesh | None) -> None:
        self.structure = structure
        self.mesh = mesh
        self.proxy_mesh = mesh if proxy is None else proxy
        self._shines_through = False
        self._body = Surface(mesh, self.proxy_mesh)
        self._outline = Outline(mesh, self.proxy_mesh)
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
        return self._outline.seen, size**2 / len(self.mesh.triangles)

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
        lift = style.SKIN_LIFT if self.is_skin else theme.lift
        uniforms.SetUniformf("lift", lift if look.chosen else 0.0)
        uniforms.SetUniformf("recede", look.recede)
        uniforms.SetUniformf("ghost", float(look.ghost))
        uniforms.SetUniform3f("veil", theme.veil)
        self._shines_through = look.chosen and self.structure.kind is Kind.NERVE
        self.actor.GetProperty().SetDiffuse(theme.shades.get(self.structure.kind, 1.0))
        self._outline.follow(look.shown and look.chosen and not self.is_skin, look.shared, theme, stage)

    def cut_by(self, planes: vtkPlaneCollection) -> None:
        """Draws only what lies on the positive side of all these planes, whatever will be in the collection."""
        self._body.cut_by(planes)
        self._outline.cut_by(planes)

    def take_proxy(self, proxy: Mesh) -> None:
        """Has this proxy from now on."""
        self.proxy_mesh = proxy
        self._body.take_proxy(proxy)
        self._outline.take_proxy(proxy)

    def show_proxy(self, on: bool) -> None:
        """Draws the proxy (camera moving) or the full one."""
        self._body.show_proxy(on)
        self._outline.show_proxy(on)

    def set_frame(self, frame: Frame) -> None:
        """Keeps the outline's width even in the next frame, and a chosen nerve in front of what covers it."""
        nearer = -style.NERVE_DEPTH * frame.millimetre if self._shines_through else 0.0
        self.actor.GetShaderProperty().GetVertexCustomUniforms().SetUniformf("depthShift", nearer)
        self._outline.set_frame(frame, nearer)


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
