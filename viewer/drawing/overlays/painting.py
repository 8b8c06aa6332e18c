"""Footprints and referral zones as actors: each is made when first asked for, kept, and shown or hidden after.

Footprints are painted twice: on the bone itself, and faintly through the tissue that covers them, so that a selected
muscle does not hide the places it holds on to.
"""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from vtkmodules.vtkCommonDataModel import vtkPlaneCollection
from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper, vtkRenderer

from viewer.drawing import style
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.drawing.overlays import patches
from viewer.drawing.overlays.overlays import Footprint, Overlays, Painted
from viewer.drawing.structures import shading
from viewer.model.atlas import zones
from viewer.model.atlas.atlas import End, Strength, Zone

Key = tuple[Any, ...]


class Painting:
    """All paint on the stage."""

    def __init__(self, stage: vtkRenderer, planes: vtkPlaneCollection) -> None:
        """``planes`` cut all paint."""
        self._stage, self._planes = stage, planes
        self._meshes: dict[str, Mesh] = {}
        self._skin: Mesh | None = None
        self._actors: dict[Key, list[vtkActor]] = {}
        self._through: list[vtkActor] = []

    def add(self, name: str, mesh: Mesh, is_skin: bool) -> None:
        """Lets a mesh be painted on, by its name; zones go on the skin."""
        self._meshes[name] = mesh
        if is_skin:
            self._skin = mesh

    def follow(self, overlays: Overlays) -> None:
        """Shows just these overlays."""
        shown: dict[Key, Footprint | Painted] = {}
        for footprint in overlays.footprints:
            shown[self._footprint(footprint)] = footprint
        for painted in sorted(overlays.zones, key=lambda zone: zone.strength is Strength.ESSENTIAL):
            shown[self._zone(painted)] = painted
        for key, actors in self._actors.items():
            for actor in actors:
                actor.SetVisibility(key in shown)
                if key in shown:
                    uniforms = actor.GetShaderProperty().GetFragmentCustomUniforms()
                    uniforms.SetUniformf("lit", float(shown[key].lit))
                    uniforms.SetUniformf("framed", float(shown[key].shared))

    def lacking(self, overlays: Overlays) -> set[str]:
        """The meshes without which it is not known where a muscle touches a bone that has no footprint of it."""
        missing = (one for one in overlays.footprints if not self._can_cover(one))
        return {one.muscle for one in missing if one.bone in self._meshes}

    def prepare(self, overlays: Overlays) -> bool:
        """Make one of the overlays that there are not yet, to be shown later; says whether there was one to make."""
        known = len(self._actors)
        footprints = (self._footprint(one) for one in overlays.footprints)
        zones_painted = (self._zone(one) for one in overlays.zones)
        return any(len(self._actors) > known for _ in itertools.chain(footprints, zones_painted))

    def set_frame(self, frame: Frame) -> None:
        """Keeps the depth through which footprints show right in the next frame."""
        for actor in self._through:
            if actor.GetVisibility():
                depth = -style.FOOTPRINT_DEPTH * frame.millimetre
                actor.GetShaderProperty().GetVertexCustomUniforms().SetUniformf("depthShift", depth)

    def _footprint(self, footprint: Footprint) -> Key:
        key = (footprint.bone, footprint.array)
        if key not in self._actors and self._can_cover(footprint):
            patch = self._covered(footprint)
            self._actors[key] = [_footprint_actor(patch, footprint.end, own) for own in (True, False)] if patch else []
            self._through += self._actors[key][1:]
            self._put_up(key)
        return key

    def _can_cover(self, footprint: Footprint) -> bool:
        """Whether all is there that tells where a footprint is, or that there is none."""
        bone = self._meshes.get(footprint.bone)
        return bone is not None and (footprint.array in bone.arrays or footprint.muscle in self._meshes)

    def _covered(self, footprint: Footprint) -> Mesh | None:
        bone, muscle = self._meshes.get(footprint.bone), self._meshes.get(footprint.muscle)
        painted = bone and patches.footprint_patch(bone, footprint.array, style.FOOTPRINT_LIFT)
        return painted or (bone and muscle and patches.contact_patch(bone, muscle, style.FOOTPRINT_LIFT))

    def _zone(self, painted: Painted) -> Key:
        key = (painted.zone, painted.strength, painted.spared)
        if key not in self._actors and self._skin is not None:
            patch = patches.zone_patch(self._skin, painted.zone, painted.spared, style.ZONE_LIFT)
            self._actors[key] = [_zone_actor(patch, painted.zone, painted.strength)] if patch else []
            self._put_up(key)
        return key

    def _put_up(self, key: Key) -> None:
        for actor in self._actors[key]:
            actor.SetVisibility(False)
            actor.GetMapper().SetClippingPlanes(self._planes)
            self._stage.AddActor(actor)


def _footprint_actor(patch: Mesh, end: End, on_bone: bool) -> vtkActor:
    actor = _painted(patch, shading.FOOTPRINT, style.FOOTPRINTS[end])
    actor.GetProperty().SetBackfaceCulling(True)
    actor.SetForceOpaque(on_bone)
    actor.SetForceTranslucent(not on_bone)
    uniforms = actor.GetShaderProperty().GetFragmentCustomUniforms()
    uniforms.SetUniformf("hatched", float(end is End.ORIGIN))
    uniforms.SetUniform3f("hatchWay", (2 * np.pi / style.HATCH_SPACING * patches.diagonal(patch)).tolist())
    uniforms.SetUniformf("strength", 1.0 if on_bone else style.FOOTPRINT_THROUGH)
    uniforms.SetUniform3f("rimColour", style.FOOTPRINT_RIMS[end])
    uniforms.SetUniformf("shine", 0.1)
    uniforms.SetUniformf("tightness", 18.0)
    uniforms.SetUniformf("rimLight", 0.0)
    return actor


def _zone_actor(patch: Mesh, zone: Zone, strength: Strength) -> vtkActor:
    actor = _painted(patch, shading.ZONE, style.ZONES[strength])
    actor.ForceTranslucentOn()
    uniforms = actor.GetShaderProperty().GetFragmentCustomUniforms()
    uniforms.SetUniformf("stippled", float(strength is Strength.SPILLOVER))
    uniforms.SetUniformf("softness", style.ZONE_EDGES[strength])
    uniforms.SetUniformf("spacing", style.DOT_SPACING)
    axis = [0.0, 0.0, 0.0]
    axis[zones.across(zone)] = 1.0
    uniforms.SetUniform3f("across", axis)
    return actor


def _painted(patch: Mesh, code: str, colour: style.Colour) -> vtkActor:
    """An actor whose fragments know their body place and the distance to the patch's edge."""
    mapper = vtkPolyDataMapper()
    mapper.SetInputData(patch.polydata)
    mapper.ScalarVisibilityOff()
    mapper.SetVBOShiftScaleMethod(0)  # the patterns need body millimetres, not VTK's rescaled ones
    mapper.MapDataArrayToVertexAttribute("edgeDistance", "edgeDistance", 0, -1)
    actor = vtkActor()
    actor.SetMapper(mapper)
    actor.GetProperty().SetColor(*colour)
    shader = actor.GetShaderProperty()
    shader.AddVertexShaderReplacement(shading.DECLARE_SLOT, True, shading.PAINT_VERTEX_DECLARE, False)
    shader.AddVertexShaderReplacement(shading.POSITION_SLOT, True, shading.PAINT_VERTEX, False)
    shader.AddFragmentShaderReplacement(shading.DECLARE_SLOT, True, shading.PAINT_FRAGMENT_DECLARE, False)
    shader.AddFragmentShaderReplacement(shading.LIGHT_SLOT, True, code, False)
    shader.GetVertexCustomUniforms().SetUniformf("depthShift", 0.0)
    return actor
