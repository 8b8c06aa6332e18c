"""A finger in the scene: its tip where the press has sunk to, straight along the way and bent outside of the body.

It wears a blue glove, as the arrow of a guided hand is blue, so that it is told from the body. Where tissue covers it,
its silhouette shows through.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper, vtkRenderer

from viewer.drawing import style
from viewer.drawing.flat.guidance import HAND
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.drawing.structures import shading
from viewer.model.finger.keeping_off import FINGERTIP
from viewer.model.finger.press import Press

Vector = npt.NDArray[np.float64]
LENGTH, OUTSIDE = 98.0, 60.0  # mm: of the finger, and how much of it is to be seen outside at least
STRAIGHT = 10.0  # mm outside the skin before it bends
BEND, ROUND = 52.0, 26.0  # degrees, and mm of the bend's radius
THICKENING = 1.22  # how much thicker it is at its root
CREASES, CREASE, CREASE_WIDTH = (26.0, 52.0), 0.08, 3.2  # mm from the tip; how deep as a share; mm
RINGS, CORNERS = 96, 40
THROUGH, SILHOUETTE = 90.0, 0.85  # mm of tissue through which the silhouette shows; how clear it is
GLOVE = style.Material(0.30, 26.0, 0.35)


class Fingertip:
    """The finger of one stage, with its silhouette."""

    def __init__(self, stage: vtkRenderer) -> None:
        self._press: Press | None = None
        self._mapper = vtkPolyDataMapper()
        self._mapper.SetVBOShiftScaleMethod(0)
        self._solid, self._silhouette = _actor(self._mapper, 0.0), _actor(self._mapper, SILHOUETTE)
        for actor in (self._solid, self._silhouette):
            actor.SetVisibility(False)
            stage.AddActor(actor)

    def follow(self, press: Press | None, theme: style.Theme) -> None:
        """Shows the finger of a press, or none."""
        if press is not None and press != self._press:
            self._mapper.SetInputData(finger(press).polydata)
        self._press = press
        for actor in (self._solid, self._silhouette):
            actor.SetVisibility(press is not None)
            actor.GetShaderProperty().GetFragmentCustomUniforms().SetUniform3f("veil", theme.veil)

    def set_frame(self, frame: Frame) -> None:
        """Keeps the depth through which the silhouette shows right in the next frame."""
        shift = -THROUGH * frame.millimetre
        self._silhouette.GetShaderProperty().GetVertexCustomUniforms().SetUniformf("depthShift", shift)


def finger(press: Press) -> Mesh:
    """The surface of a finger that presses."""
    length = max(LENGTH, press.depth + OUTSIDE)
    rows = length * (1.0 - np.cos(np.linspace(0.0, np.pi, RINGS))) / 2
    middles, along = _middle(press, rows)
    aside = np.cross(np.array(press.way), _lean(press))
    turns = np.linspace(0.0, 2 * np.pi, CORNERS, endpoint=False)
    spokes = np.cos(turns)[:, None] * aside + np.sin(turns)[:, None] * np.cross(along, aside)[:, None]
    points = middles[:, None] + _radii(rows, length)[:, None, None] * spokes
    return _skinned(points)


def _lean(press: Press) -> Vector:
    """The unit vector at right angles to the way, towards which the finger bends: to the feet and outwards."""
    way = np.array(press.way)
    wished = np.array([0.6 * np.sign(press.start[0]), -0.25, -0.8])
    lean = wished - (wished @ way) * way
    if np.linalg.norm(lean) < 0.2:
        lean = np.linalg.svd(way[None])[2][1]
    return np.asarray(lean / np.linalg.norm(lean))


def _middle(press: Press, rows: Vector) -> tuple[Vector, Vector]:
    """The places (n, 3) of the finger's middle line, so far from the tip, and its direction from the tip (n, 3)."""
    bent = np.clip(rows - press.depth - STRAIGHT, 0.0, np.radians(BEND) * ROUND) / ROUND
    on = np.maximum(rows - press.depth - STRAIGHT - np.radians(BEND) * ROUND, 0.0)
    out, lean = -np.array(press.way), _lean(press)
    back = np.minimum(rows, press.depth + STRAIGHT) + ROUND * np.sin(bent) + on * np.cos(bent)
    over = ROUND * (1.0 - np.cos(bent)) + on * np.sin(bent)
    places = np.array(press.tip) + back[:, None] * out + over[:, None] * lean
    return places, np.cos(bent)[:, None] * out + np.sin(bent)[:, None] * lean


def _radii(rows: Vector, length: float) -> Vector:
    """How thick the finger is, so far from its tip: round at both ends, with a shallow waist at each joint."""
    grown = FINGERTIP * (1.0 + (THICKENING - 1.0) * np.clip(rows / LENGTH, 0.0, 1.0))
    for crease in CREASES:
        grown *= 1.0 - CREASE * np.exp(-(((rows - crease) / CREASE_WIDTH) ** 2))
    tip = np.clip(1.0 - rows / (1.25 * FINGERTIP), 0.0, 1.0)
    root = np.clip(1.0 - (length - rows) / FINGERTIP, 0.0, 1.0)
    return np.asarray(grown * np.sqrt((1.0 - tip**2.2) * (1.0 - root**2)))


def _skinned(points: Vector) -> Mesh:
    """The surface over rings (n, m, 3), with its normals."""
    rings, corners, _ = points.shape
    number = np.arange(rings * corners).reshape(rings, corners)
    this, beside = number[:-1], np.roll(number, -1, axis=1)[:-1]
    above, over = number[1:], np.roll(number, -1, axis=1)[1:]
    quads = np.stack([this, over, above, this, beside, over], axis=-1).reshape(-1, 3)
    places = points.reshape(-1, 3)
    faces = np.cross(places[quads[:, 1]] - places[quads[:, 0]], places[quads[:, 2]] - places[quads[:, 0]])
    normals = np.zeros_like(places)
    for corner in range(3):
        np.add.at(normals, quads[:, corner], faces)
    normals /= np.maximum(np.linalg.norm(normals, axis=1), 1e-9)[:, None]
    return Mesh(places.astype(np.float32), quads.astype(np.int32), {"Normals": normals.astype(np.float32)})


def _actor(mapper: vtkPolyDataMapper, ghost: float) -> vtkActor:
    actor = vtkActor()
    actor.SetMapper(mapper)
    actor.PickableOff()
    actor.SetForceOpaque(not ghost)
    actor.SetForceTranslucent(bool(ghost))
    actor.GetProperty().SetColor(*HAND)
    actor.GetProperty().SetBackfaceCulling(True)
    shader = actor.GetShaderProperty()
    shader.AddFragmentShaderReplacement(shading.LIGHT_SLOT, True, shading.TISSUE, False)
    shader.AddVertexShaderReplacement(shading.POSITION_SLOT, True, shading.NEARER_VERTEX, False)
    shader.GetVertexCustomUniforms().SetUniformf("depthShift", 0.0)
    uniforms = shader.GetFragmentCustomUniforms()
    for name, value in (("shine", GLOVE.shine), ("tightness", GLOVE.tightness), ("rimLight", GLOVE.rim)):
        uniforms.SetUniformf(name, value)
    for name, value in (("lift", 0.0), ("recede", 0.0), ("ghost", ghost)):
        uniforms.SetUniformf(name, value)
    return actor
