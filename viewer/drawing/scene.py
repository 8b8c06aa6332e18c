"""The stage: everything that an atlas knows to show, made to follow a View.

All that is shown derives from (atlas, view); showing the same view again changes nothing. ``show`` never
draws: whoever asked for the change calls ``render`` once.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from vtkmodules.vtkRenderingCore import vtkRenderer, vtkRenderWindow

from viewer.drawing import renderer, style
from viewer.drawing.drawn.on_body import OnBody
from viewer.drawing.drawn.on_picture import OnPicture
from viewer.drawing.finish import Finish
from viewer.drawing.flat import finger_way, texts
from viewer.drawing.flat.label_plan import Named
from viewer.drawing.flat.lettering import Guide, Lettering, Pens
from viewer.drawing.frame import Frame, Vector
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.overlays.empty_places import EmptyPlaces
from viewer.drawing.overlays.fingertip import Fingertip
from viewer.drawing.overlays.overlays import Overlays, wanted
from viewer.drawing.overlays.painting import Painting
from viewer.drawing.picking import SUNK, Rays
from viewer.drawing.presentation import Presentation
from viewer.drawing.slicing.slicing import Slicing
from viewer.drawing.structures import looks
from viewer.drawing.structures.structure_actor import Look, StructureActor
from viewer.drawing.structures.structure_actors import StructureActors
from viewer.drawing.touch import Touch
from viewer.drawing.viewpoints import Viewpoints
from viewer.model.atlas.atlas import Atlas, Kind, Point, Structure
from viewer.model.finger.press import FingerPath, Press
from viewer.model.finger.section import Section
from viewer.model.notes.pins import Pin, Spot
from viewer.model.session.view import Camera, View


@dataclass(frozen=True)
class Under:
    """What lies under the pointer: a note's pin, a standard view that the compass offers, a spot of the body."""

    pin: Pin | None
    standard_view: str | None
    spot: Spot | None


class Scene:
    """The structures of an atlas on a stage of a window, each in the form that it has in the body of the View.

    Those whose meshes are still to be read are ``awaited``, first those that are ``lacking`` in what is shown: once
    they are there, ``show`` puts them up. ``pens`` draw the flat layer, if others than usual.
    """

    def __init__(self, stage: vtkRenderer, atlas: Atlas, store: MeshStore, pens: Pens | None = None) -> None:
        self._stage, self._atlas, self._actors = stage, atlas, StructureActors(store)
        self._view, self._presentation = View(), Presentation()
        self.awaited, self.lacking = tuple[str, ...](), tuple[str, ...]()
        self._kept_ready, self._expected = frozenset[str](), tuple[str, ...]()
        self._looks = looks.Looks()
        self._bounding_sphere: tuple[Vector, float] | None = None
        renderer.light_up(self._stage)
        self._finish = Finish(stage, self._actors)
        self._rays, self._unprepared = Rays(), tuple[str, ...]()
        self._touch = Touch(self._actors, self._rays)
        self._slicing = Slicing(self._stage, self._standing)
        self._painting = Painting(self._stage, self._slicing.planes)
        self._empty = EmptyPlaces(self._stage, self._slicing.planes)
        self._fingertip = Fingertip(self._stage)
        self.viewpoints = Viewpoints(self._actors, self._slicing, self._frame)
        self._on_body, self._on_picture = OnBody(self._stage), OnPicture(self._stage)
        self._lettering = Lettering(self._stage, atlas.structures, self._met, self._slicing, self._is_covered, pens)

    def load(self, view: View | None = None) -> None:
        """Puts the usual form of each structure on the stage, whether it is shown or not; of what is away only what
        this view, or the one there is, needs. Does not draw.
        """
        self._kept_ready = frozenset(self._atlas.structures) - self._atlas.away
        self.show(view or self._view)

    def expect(self, view: View) -> None:
        """Await what another view cannot do without, after all that this one needs. Does not draw."""
        needed = self._to_be_there(view, wanted(self._atlas, view))
        missing = tuple(one for one in needed if not self._actors.knows(one))
        if missing != self._expected:
            self._expected = missing
            self.show(replace(self._view, camera=self.camera))  # it may be on its way

    def _bring(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Puts those of these structures on the stage that were never asked for and are at hand, skin last. Returns
        those that are not.
        """
        missing = [one for one in ids if not self._actors.knows(one)]
        ready = [self._atlas.structures[one] for one in missing if self._actors.at_hand(one)]
        for structure in sorted(ready, key=lambda structure: structure.kind is Kind.SKIN):
            self._put_up(structure, structure.id)
        return tuple(one for one in missing if not self._actors.knows(one))

    def _to_be_there(self, view: View, overlays: Overlays) -> list[str]:
        """The structures that a view cannot do without, and those that are kept ready; what is chosen first."""
        needed = {
            *overlays.nerves,
            *(self._touch.missing(self._atlas, view) if view.finger else ()),
            *overlays.empty,
            *self._painting.lacking(overlays),
            *self._kept_ready,
        }
        chosen = [one for one in view.selection if one in self._atlas.structures and view.shows(one)]
        others = (one for one in self._atlas.structures if one in needed or view.shows(one))
        return list(dict.fromkeys((*chosen, *others)))

    def take_proxies(self, proxies: Mapping[str, Mesh]) -> None:
        """Let meshes that came without have these proxies from now on, by the names of the meshes."""
        self._actors.take_proxies(proxies)

    def prepare(self) -> bool:
        """Do a little of what will be needed soon, in a few milliseconds; says whether there was anything to do."""
        if self._rays.prepare() or self._touch.prepare():
            return True
        if self._unprepared and not self._painting.prepare(wanted(self._atlas, View(selection=self._unprepared[-1:]))):
            self._unprepared = self._unprepared[:-1]
        return bool(self._unprepared)

    @property
    def named(self) -> tuple[Named, ...]:
        """The names in the frame that was drawn last, in pixels of the window."""
        return self._lettering.named

    @property
    def problems(self) -> dict[str, str]:
        """Why structures of this body have no model, by their ids."""
        return {name: reason for name, reason in self._actors.problems().items() if name in self._atlas.structures}

    def set_atlas(self, atlas: Atlas) -> None:
        """Go on with another edition of what is known; what it names anew is read. Does not draw."""
        self._atlas = atlas
        self._unprepared = tuple(one for one in self._unprepared if one in atlas.structures)
        self._lettering.set_structures(atlas.structures)
        self.load()

    def show(self, view: View, presentation: Presentation | None = None) -> None:
        """Makes everything on the stage follow a view, presented as before unless told otherwise. Does not draw."""
        self._view, self._presentation = view, presentation or self._presentation
        overlays, theme = wanted(self._atlas, view), self._presentation.theme
        self.lacking = self._bring(self._to_be_there(view, overlays))
        self._expected = self._bring(one for one in self._expected if one in self._atlas.structures)
        self.awaited = tuple(dict.fromkeys((*self.lacking, *self._expected)))
        self._take_forms()
        renderer.lay_ground(self._stage, theme)
        self._slicing.take(view.plane)
        self._looks = looks.derive(self._known_standing(), view, overlays, theme.recede, self._slicing.is_there)
        self.viewpoints.follow(self._atlas, view, self._looks.shown)
        shown = frozenset(filter(view.shows, self._atlas.structures))
        self._slicing.follow(self._looks, shown.union(view.absent).issuperset(self._atlas.structures), theme)
        how = self._presentation
        self._slicing.offer(shown, how.handles, how.held, discreet=how.projector)
        for structure_id, structure_actor in self._standing.items():
            structure_actor.follow(self._looks.each.get(structure_id, Look(shown=False)), theme, self._stage)
        self._painting.follow(overlays)
        self._empty.follow(self._actors.usual_proxies(overlays.empty), theme)
        told = texts.told(self._atlas, view, self._presentation, overlays, self._looks)
        text = texts.left_by(told, self._slicing.is_away)
        self._fingertip.follow(view.finger, theme)
        self._on_body.follow(view.strokes, self._slicing.is_away, (view.strokes, view.plane))
        self._on_picture.follow(view.strokes)
        felt = None if view.finger is None or view.unnamed else self.feel(view.finger)
        way = None if felt is None else finger_way.way_of(felt, self._atlas.structures)
        self._lettering.follow(text, theme, Guide(overlays.landmarks, overlays.hand, way, self._slicing.seen_handle))
        if view.camera is not None and view.camera != self.camera:
            self.camera = view.camera

    def took(self, seconds: float) -> None:
        """Tell how long the last frame took until it was to be seen: those to come are drawn accordingly."""
        self._finish.took(seconds)

    def render(self) -> None:
        """Draws one frame."""
        self._finish.begin_frame()
        frame = self._frame()
        self._stage.GetActiveCamera().SetClippingRange(frame.near, frame.far)
        for structure_actor in self._standing.values():
            structure_actor.set_frame(frame)
        self._painting.set_frame(frame)
        self._empty.set_frame(frame)
        self._fingertip.set_frame(frame)
        self._on_body.set_frame(frame)
        self._slicing.set_frame(frame, self._finish.coarse)
        self._lettering.lay_out(frame)
        self._on_picture.set_frame(frame)
        self._window.Render()

    def pick(self, x: float, y: float) -> Spot | None:
        """What is shown at a display pixel (origin lower left); None for the ground.

        The skin is never in the way, and ghosts only where nothing solid lies behind them.
        """
        start, end = self._ray(x, y)
        return self._first(start, end, self._looks.solid) or self._first(start, end, self._looks.ghosts)

    def is_handle_at(self, x: float, y: float) -> bool:
        """Whether a display pixel is where the section is taken hold of."""
        handle, place = self._slicing.handle, (x * self._finish.fineness, y * self._finish.fineness)
        return handle is not None and handle.is_at(self._frame(), *place)

    def pull(self, x: float, y: float) -> float:
        """How far, mm along its normal, a drag by so many display pixels (upwards positive) moves the section."""
        way = x * self._finish.fineness, y * self._finish.fineness
        return self._slicing.handle.pull(self._frame(), *way) if self._slicing.handle is not None else 0.0

    def is_cut_away(self, place: Point) -> bool:
        """Whether a place of the body lies on the side of the section that is away."""
        return self._slicing.is_away(place)

    def place_near(self, x: float, y: float, structure_id: str) -> Spot | None:
        """The place of a structure at a display pixel, or the one nearest to it; None where it has no model."""
        _, end = self._ray(x, y)
        return self._rays.nearest(np.asarray(self.camera.position, float), end, structure_id)

    def under(self, x: float, y: float) -> Under:
        """What is drawn at a display pixel: on top a pin, then a letter of the compass, then what ``pick`` finds."""
        place = x * self._finish.fineness, y * self._finish.fineness
        lettering = self._lettering
        return Under(lettering.pin_at(*place), lettering.standard_view_at(*place, self._frame()), self.pick(x, y))

    def seen(self) -> tuple[str, ...]:
        """The structures of which something is to be seen in the next frame, the largest in the picture first."""
        return self._lettering.seen(self._looks.shown, self._looks.ghosts, self._frame())

    def name_at(self, x: float, y: float) -> str | None:
        """The structure whose name was written at a display pixel; None beside the names."""
        return self._lettering.name_at(x * self._finish.fineness, y * self._finish.fineness)

    def name_place(self, structure_id: str) -> tuple[float, float] | None:
        """The middle of a name that was written, from the middle of the view, in its heights; None where it was not."""
        return self._lettering.name_place(structure_id, self._frame())

    def pick_skin(self, x: float, y: float) -> Spot | None:
        """The place on the body's surface at a display pixel, whether the skin is shown or not; None beside it."""
        return self._touch.skin_met(*self._ray(x, y))

    def press_at(self, x: float, y: float) -> Press | None:
        """A finger laid on the skin at a display pixel, aimed straight in; None beside the body."""
        return self._touch.laid(*self._ray(x, y))

    def press_on(self, point: Point, aim: Point) -> Press | None:
        """A finger on the skin where it lies nearest to a point, aimed at a place; None where there is no skin."""
        return self._touch.put_on(point, aim)

    def feel(self, press: Press) -> FingerPath:
        """All that lies on the way of a finger in this body, be it shown or not."""
        return self._touch.feel(press, self._atlas, self._view)

    def section(self, press: Press, across: Point) -> Section:
        """The cut through this body that holds a finger's way and ``across``, a unit vector at right angles to it."""
        return self._touch.section(press, across, self._atlas, self._view)

    def nearest_on(self, structure_id: str, place: Point) -> Point | None:
        """The place of a structure's surface that is nearest to a place; None where it has no model."""
        return self._rays.closest(place, structure_id)

    def normal_at(self, structure_id: str, place: Point) -> Point | None:
        """The outward unit normal of a structure's surface at a place; None where it has no model."""
        return self._rays.normal(structure_id, place)

    def project(self, point: Point) -> tuple[float, float]:
        """The display pixel (origin lower left) of a body point."""
        x, y, _ = self._frame().to_display(point)[0].tolist()
        return x / self._finish.fineness, y / self._finish.fineness

    @property
    def camera(self) -> Camera:
        """Where the viewer stands now."""
        return renderer.camera(self._stage)

    @camera.setter
    def camera(self, camera: Camera) -> None:
        renderer.aim(self._stage, camera)

    def lacks(self, ids: Iterable[str]) -> bool:
        """Whether one of these structures was not brought onto the stage yet."""
        return any(one in self._atlas.structures and not self._actors.knows(one) for one in ids)

    def set_moving(self, moving: bool) -> None:
        """Draw as finely as goes quickly while the camera moves, everything when it rests. Does not draw."""
        self._lettering.set_moving(moving)
        self._finish.set_moving(moving)

    def hurry(self) -> bool:
        """Draw quickly until ``set_moving`` if a frame takes long here; says whether it does."""
        return self._finish.hurry()

    def resize(self, width: int, height: int) -> None:
        """Fill so many pixels from the next frame on."""
        self._finish.resize(width, height)

    @property
    def _window(self) -> vtkRenderWindow:
        window: vtkRenderWindow | None = self._stage.GetRenderWindow()
        if window is None:
            raise RuntimeError("the stage was closed")
        return window

    @property
    def _standing(self) -> Mapping[str, StructureActor]:
        return self._actors.standing

    def _take_forms(self) -> None:
        """Exchanges those structure_actors whose form is another in this body."""
        known = self._atlas.structures
        wanted = {name: self._atlas.mesh(name, form) for name, form in self._view.forms if name in known}
        for name, mesh in list(self._actors.exchanges(wanted)):
            if before := self._standing.get(name):
                before.follow(Look(shown=False), self._presentation.theme, self._stage)
            if name in known:
                self._put_up(known[name], mesh)

    def _put_up(self, structure: Structure, mesh: str) -> None:
        structure_actor = self._actors.give(structure, mesh)
        if structure_actor is None:
            return
        self._bounding_sphere = None
        self._stage.AddActor(structure_actor.actor)
        structure_actor.cut_by(self._slicing.planes)
        self._painting.add(mesh, structure_actor.mesh, structure_actor.is_skin)
        self._rays.add(structure.id, structure_actor.mesh)
        self._touch.add(structure.id, structure_actor.mesh)
        self._unprepared = (structure.id, *self._unprepared)
        if not structure_actor.is_skin:
            self._lettering.add(structure.id, structure_actor.proxy_mesh)

    def _known_standing(self) -> dict[str, Structure]:
        """The structures of this edition that have a model."""
        return {name: one.structure for name, one in self._standing.items() if name in self._atlas.structures}

    def _is_covered(self, place: Point) -> bool:
        hit = self._first(np.asarray(self.camera.position, float), np.asarray(place, float), self._looks.solid)
        return hit is not None and math.dist(hit.place, place) > SUNK

    def _first(self, start: Vector, end: Vector, among: Collection[str]) -> Spot | None:
        """The first of these structures on a way, of which the section left something there."""
        return self._slicing.first(self._rays, start, end, among)

    def _met(self, structure_id: str, pixel: tuple[float, float]) -> Point | None:
        """The place of a structure that is seen at a pixel; of a ghost, where nothing solid lies before it."""
        start, end = self._frame().ray(*pixel)
        hit = self._first(start, end, self._looks.solid)
        if structure_id not in self._looks.ghosts:
            return hit.place if hit is not None and hit.structure == structure_id else None
        ghost, eye = self._first(start, end, (structure_id,)), self.camera.position
        if ghost is None or (hit is not None and math.dist(eye, hit.place) < math.dist(eye, ghost.place)):
            return None
        return ghost.place

    def _frame(self) -> Frame:
        """The next frame's geometry; its depths enclose everything there is, shown or not, so that none jumps."""
        width, height = self._window.GetSize()
        if self._bounding_sphere is None:
            self._bounding_sphere = self._actors.bounding_sphere()
        middle, radius = self._bounding_sphere
        away = math.dist(middle, self.camera.position)
        near, far = max(away - radius, 0.004 * (away + radius), 1.0), away + radius
        pixel = self._presentation.pixel * self._finish.fineness
        thick = max(1.0, height / style.PROJECTOR_HIGH / pixel) if self._presentation.projector else 1.0
        tiles = self._window.GetTileScale()[0]
        return Frame(self.camera, (max(width, 1), max(height, 1)), pixel, near, far, thick, tiles)

    def _ray(self, x: float, y: float) -> tuple[Vector, Vector]:
        """The line of sight (3,), (3,) through a display pixel."""
        return self._frame().ray(x * self._finish.fineness, y * self._finish.fineness)
