"""From where a scene can be seen: standard views, structures that fill the view, the face of a section."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

import numpy as np

from viewer.drawing import cameras, style
from viewer.drawing.frame import Frame, Vector
from viewer.drawing.slicing import looking
from viewer.drawing.slicing.slicing import Slicing
from viewer.drawing.structures.structure_actor import StructureActor
from viewer.drawing.structures.structure_actors import StructureActors
from viewer.model.atlas.atlas import Atlas, Kind, Point
from viewer.model.atlas.level import Way
from viewer.model.session.plane import CutPlane
from viewer.model.session.view import Camera, View
from viewer.model.slicing.planes import way_of


class Viewpoints:
    """Finds cameras for what stands on the stage; ``next_frame`` tells of the frame that would be drawn now."""

    def __init__(self, actors: StructureActors, slicing: Slicing, next_frame: Callable[[], Frame]) -> None:
        self._actors, self._slicing, self._frame = actors, slicing, next_frame
        self._away, self._view, self._shown = frozenset[str](), View(), tuple[str, ...]()

    def follow(self, atlas: Atlas, view: View, shown: tuple[str, ...]) -> None:
        """This is the view now, of this edition; ``shown`` are those of which something is to be seen."""
        self._away, self._view, self._shown = atlas.away, view, shown

    def standard_view(self, name: str) -> Camera:
        """One of style.STANDPOINTS, framed on muscles that are not away, or on everything where there are none."""
        stand = style.STANDPOINTS[name]
        camera = Camera((0.0, 0.0, 0.0), stand.toward, stand.up, style.ANGLE)
        usual = {name: one for name, one in self._standing.items() if name not in self._away}
        muscles = [name for name, one in usual.items() if one.structure.kind is Kind.MUSCLE]
        ids = muscles or usual or self._standing
        return cameras.framed(self._actors.points(ids), camera, self._aspect, stand.margin)

    def frame(self, ids: Iterable[str], camera: Camera | None = None, places: Collection[Point] = ()) -> Camera:
        """The camera that looks as now, or as this one, with these structures and places filling the view; unchanged
        where there is no model of any.
        """
        known, camera = [one for one in ids if one in self._standing], camera or self._camera
        if not known:
            return camera
        points = np.concatenate((self._actors.points(known), np.asarray(places, float).reshape(-1, 3)))
        return cameras.framed(points, camera, self._aspect, 0.14)

    def spread(self) -> float:
        """How wide what is shown is, as far as the view's height reaches: twice its way from the middle, in heights."""
        frame = self._frame()
        seen = frame.to_display(self._actors.points(self._shown))
        (middle, _), high = frame.half_size, frame.size[1]
        within = seen[(seen[:, 1] > 0) & (seen[:, 1] < high) & (seen[:, 2] > 0)]
        return 2 * float(np.abs(within[:, 0] - middle).max(initial=0.0)) / high

    def posed(self, ids: Iterable[str], camera: Camera, height: float = 0.0, at: Point | None = None) -> Camera:
        """The camera that looks as this one, brought to structures or to a place, with at least so many mm in view."""
        points = self._points(ids) if at is None else np.array([at])
        return cameras.drawn_back(cameras.framed(points, camera, self._aspect, 0.14), height)

    def facing(self, ids: Iterable[str], name: str = "") -> Camera:
        """The camera of a standard view; without a name of the front, the back or the side on which structures lie."""
        stand = style.STANDPOINTS[name or _nearest_view(self._points(ids).mean(axis=0))]
        return Camera((0.0, 0.0, 0.0), stand.toward, stand.up, style.ANGLE)

    def _points(self, ids: Iterable[str]) -> Vector:
        """Some points (n, 3) of those of the structures that are there; of none, those of a cube."""
        return self._actors.points([one for one in ids if one in self._standing])

    def facing_section(self, straight: bool) -> Camera:
        """The camera that sees the section's face, straight or aslant; the same camera where there is no section."""
        plane, face = self._view.plane, self._slicing.face_points()
        if plane is None:
            return self._camera
        if straight and len(face):
            return looking.straight(self._camera, plane, self._framed_face(plane, face), self._aspect)
        return looking.aslant(self._camera, plane, face)

    def _framed_face(self, plane: CutPlane, whole: Vector) -> Vector:
        """What of a face fills the view: all of it across the body; along it what is chosen, else the usual muscles."""
        muscles = [name for name, one in self._standing.items() if one.structure.kind is Kind.MUSCLE]
        wished = (self._view.selection, [name for name in muscles if name not in self._away])
        parts = (self._slicing.face_points(ids) for ids in wished if way_of(plane) is not Way.ACROSS)
        return next((points for points in parts if len(points)), whole)

    def extent(self, axis: int) -> tuple[float, float]:
        """From where to where, mm along an axis of the body, what is shown reaches, whatever of it is cut away."""
        ends = [one.mesh.bounds[2 * axis :][:2] for name, one in self._standing.items() if self._view.shows(name)]
        return min((low for low, _ in ends), default=0.0), max((high for _, high in ends), default=0.0)

    def middle_of(self, ids: Iterable[str]) -> Point:
        """The middle of a box around structures."""
        points = self._points(ids)
        x, y, z = ((points.min(axis=0) + points.max(axis=0)) / 2).tolist()
        return x, y, z

    @property
    def _camera(self) -> Camera:
        return self._frame().camera

    @property
    def _aspect(self) -> float:
        width, height = self._frame().size
        return width / height

    @property
    def _standing(self) -> Mapping[str, StructureActor]:
        return self._actors.standing


def _nearest_view(middle: Vector) -> str:
    """The standard view on whose side something lies."""
    if middle[1] > style.BACK:
        return "posterior"
    if abs(middle[0]) > style.ASIDE:
        return "left" if middle[0] > 0 else "right"
    return "anterior"
