"""The section of a stage: it cuts what stands there by the graphics card, fills the faces, and knows what is away."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from vtkmodules.vtkCommonDataModel import vtkPlane, vtkPlaneCollection
from vtkmodules.vtkRenderingCore import vtkRenderer

from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.drawing.picking import Rays
from viewer.drawing.slicing.axes import Vector, axes_of, is_beyond, kept_part, reach
from viewer.drawing.slicing.caps import GHOST, GROUND, Caps
from viewer.drawing.slicing.faces import Face, cut
from viewer.drawing.slicing.handle import Handle, around
from viewer.drawing.slicing.inks import ORDER, Ink, ink, unshown
from viewer.drawing.slicing.printing import Slice, bordered
from viewer.drawing.structures.looks import Looks
from viewer.drawing.structures.structure_actor import StructureActor
from viewer.drawing.style import DARK, Theme
from viewer.model.atlas.atlas import Point
from viewer.model.notes.pins import Spot
from viewer.model.session.plane import CutPlane

BEHIND = 5.0  # mm
SPACING = 4.0  # mm between places on a face
NOWHERE = CutPlane((0.0, 0.0, 0.0), (0.0, 0.0, 1.0))
Key = tuple[str, bool]
"""A structure, and whether its proxy is meant."""


class Slicing:
    """What a plane does to the structures that are ``standing``, by id. ``planes`` are to cut whatever is drawn."""

    def __init__(self, stage: vtkRenderer, standing: Mapping[str, StructureActor]) -> None:
        self.planes, self._plane = vtkPlaneCollection(), vtkPlane()
        self._standing = standing
        self._cut: CutPlane | None = None
        self._looks, self._theme = Looks(), DARK
        self._met: dict[Key, tuple[Mesh, Face | None]] = {}
        self._inks: dict[str, tuple[Mesh, Ink]] = {}
        self._solid, self._ghosts, self._ground = Caps(stage), Caps(stage, GHOST), Caps(stage, GROUND)
        self._border = Caps(stage, both_sides=True)
        self._whole = False
        self.handle: Handle | None = None
        """What the plane is moved by, where it can be."""
        self.seen_handle: Handle | None = None
        """The same, while it is drawn."""
        self._order, self._filled = list[str](), frozenset[str]()
        self._drawn: object = None
        self._bordered: tuple[Handle | None, Handle | None, Theme] = (None, None, DARK)

    def take(self, plane: CutPlane | None) -> None:
        """Cut by this plane from now on, or by none."""
        if plane == self._cut:
            return
        self._met.clear()
        if (plane is None) != (self._cut is None):
            self.planes.RemoveAllItems() if plane is None else self.planes.AddItem(self._plane)
        self._cut = plane
        if plane is not None:
            self._plane.SetOrigin(*plane.at)
            self._plane.SetNormal(*(0.0 - part for part in plane.normal))

    def is_there(self, structure_id: str) -> bool:
        """Whether anything is left of a structure that stands."""
        return self._cut is None or reach(self._cut, self._standing[structure_id].mesh.bounds)[0] < 0

    def is_away(self, place: Point) -> bool:
        """Whether a place is cut away."""
        return self._cut is not None and is_beyond(self._cut, place)

    def follow(self, looks: Looks, whole: bool, theme: Theme) -> None:
        """Show the faces of all that is to be seen, as it is to be seen; ``whole``: of a body with all that it has."""
        self._looks, self._whole, self._theme = looks, whole, theme
        self._order, self._filled = self._from_low_to_high(), self._filling()

    def offer(self, shown: Collection[str], handles: bool, lit: bool, discreet: bool) -> None:
        """Show what the plane is moved by, or nothing; where it is ``discreet``, only while a hand is near it."""
        handle = None
        if self._cut is not None and handles:
            boxes = [np.reshape(one.mesh.bounds, (3, 2)) for name, one in self._standing.items() if name in shown]
            handle = around(self._cut, np.array(boxes).reshape(-1, 3, 2), lit)
        self.seen_handle = None if discreet and not lit else handle
        told = handle, self.seen_handle, self._theme
        if told != self._bordered:
            self.handle, self._bordered = handle, told
            made = None if self.seen_handle is None else bordered(self.seen_handle, self._theme)
            self._border.put(made, axes_of(self._cut or NOWHERE))

    def set_frame(self, frame: Frame, coarse: bool) -> None:
        """Have the faces ready for the next frame; ``coarse``: where they are not known yet, those of proxies do."""
        if self._cut is not None:
            coarse = coarse and not self._knows_all()
            self._lay_out(coarse)
            for caps in (self._solid, self._ghosts, self._ground, self._border):
                caps.set_frame(frame, axes_of(self._cut), not coarse)
        elif self._drawn is not None:
            self._lay_out(coarse=False)

    def first(self, rays: Rays, start: Vector, end: Vector, among: Collection[str]) -> Spot | None:
        """The first of some structures on a line of sight, be it met on the face or behind it."""
        if self._cut is None:
            return rays.first(start, end, among)
        kept = kept_part(axes_of(self._cut), start, end)
        if kept is None:
            return None
        on_face = self._on_face(kept[0], among) if kept[2] else None
        if on_face is None and kept[2] and self._on_face(kept[0], self._filled):
            return None  # what fills the body hides what lies behind it
        return on_face or rays.first(kept[0], kept[1], among)

    def _filling(self) -> frozenset[str]:
        """The skins whose faces are filled."""
        each, skins = self._looks.each, (name for name, one in self._standing.items() if one.is_skin)
        return frozenset(name for name in skins if name in each and each[name].shown and not each[name].ghost)

    def face_points(self, among: Collection[str] | None = None) -> Vector:
        """Places (n, 3) around the faces of these structures, or of all, enough to frame them; none where there are
        none.
        """
        if self._cut is None:
            return np.empty((0, 3))
        names = [name for name in self._order if among is None or name in among]
        faces = [face for name in names if (face := self._face(name, coarse=True))]
        boxes = [np.stack(face.box) for face in faces]
        return axes_of(self._cut).solid(np.concatenate([np.empty((0, 2)), *boxes]))

    def left_of(self, structure_id: str, points: Vector) -> Vector:
        """Of points (n, 3) on a structure's surface those that are left, with places all over its face."""
        if self._cut is None or structure_id not in self._standing:
            return points
        axes = axes_of(self._cut)
        face = self._face(structure_id, coarse=True)
        filled = face.filled(SPACING) if face else np.empty((0, 2))
        return np.concatenate((points[axes.beyond(points) < 0], axes.solid(filled)))

    def filling(self) -> Vector:
        """Places (n, 3) all over what fills the body, a little behind its face: all else lies on it or is hidden."""
        if self._cut is None:
            return np.empty((0, 3))
        axes, faces = axes_of(self._cut), (self._face(name, coarse=True) for name in self._filled)
        found = [axes.solid(face.filled(SPACING)) - BEHIND * axes.normal for face in faces if face]
        return np.concatenate([np.empty((0, 3)), *found])

    def _on_face(self, place: Vector, among: Collection[str]) -> Spot | None:
        """The uppermost of these at a place of the plane."""
        assert self._cut is not None
        x, y = axes_of(self._cut).flat(place)[0].tolist()
        for name in reversed(self._order):
            face = self._face(name, coarse=not self._knows((name, False))) if name in among else None
            if face and face.holds(x, y):
                return Spot(name, (float(place[0]), float(place[1]), float(place[2])))
        return None

    def _from_low_to_high(self) -> list[str]:
        """What is shown and may have a face, the lowest first."""
        shown = (name for name, look in self._looks.each.items() if look.shown and name in self._standing)
        return sorted(shown, key=lambda name: ORDER.index(self._standing[name].structure.kind))

    def _knows(self, key: Key) -> bool:
        mesh = self._met.get(key, (None, None))[0]
        return mesh is self._standing[key[0]].mesh

    def _knows_all(self) -> bool:
        return all(self._knows((name, False)) for name in self._order)

    def _face(self, name: str, coarse: bool) -> Face | None:
        assert self._cut is not None
        one, key = self._standing[name], (name, coarse)
        mesh = one.proxy_mesh if coarse else one.mesh
        if key not in self._met or self._met[key][0] is not mesh:
            low, high = reach(self._cut, mesh.bounds)
            self._met[key] = mesh, cut(mesh, axes_of(self._cut)) if low < 0 <= high else None
        return self._met[key][1]

    def _lay_out(self, coarse: bool) -> None:
        """Print the faces anew where anything of them changed."""
        told = (
            self._cut,
            coarse,
            self._looks,
            self._theme,
            self._whole,
            [id(self._standing[name].mesh) for name in self._order],
        )
        if told == self._drawn:
            return
        self._drawn = told if self._cut is not None else None
        slices = [] if self._cut is None else self._slices(coarse)
        axes = axes_of(self._cut or NOWHERE)
        ground = [one for one in slices if self._is_ground(one.structure)]
        others = [one for one in slices if not self._is_ground(one.structure)]
        self._ground.show(ground, axes, self._theme)
        self._solid.show([one for one in others if not one.look.ghost], axes, self._theme)
        self._ghosts.show([one for one in others if one.look.ghost], axes, self._theme)

    def _is_ground(self, name: str) -> bool:
        """Whether this is the body around what is shown of it: what fills it otherwise is not said to be fat."""
        return self._standing[name].is_skin and not self._whole

    def _slices(self, coarse: bool) -> list[Slice]:
        faces = ((name, self._face(name, coarse)) for name in self._order)
        return [self._slice(name, face) for name, face in faces if face]

    def _slice(self, name: str, face: Face) -> Slice:
        shade = self._theme.shades.get(self._standing[name].structure.kind, 1.0)
        return Slice(name, face, self._ink(name), self._looks.each[name], shade)

    def _ink(self, name: str) -> Ink:
        """How a structure is printed."""
        found = self._own_ink(name)
        return unshown(found, self._theme) if self._is_ground(name) else found

    def _own_ink(self, name: str) -> Ink:
        one = self._standing[name]
        if name not in self._inks or self._inks[name][0] is not one.mesh:
            self._inks[name] = one.mesh, ink(one.structure, one.mesh)
        return self._inks[name][1]
