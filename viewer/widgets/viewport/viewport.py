"""The 3D view as a widget: where Qt and the scene meet.

A waiting card fills it until VTK and the meshes are there; then it follows the state: whatever changes, one frame is
drawn. It holds no truth of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget

from viewer.drawing.presentation import Presentation
from viewer.language import tr
from viewer.model.atlas.atlas import Point
from viewer.model.finger.press import FingerPath, Press
from viewer.model.notes.pins import Pin, Spot
from viewer.model.session.state import ViewState
from viewer.model.session.view import Camera, View
from viewer.widgets.viewport.aiming import Aiming, Pose
from viewer.widgets.viewport.cards import NameTag
from viewer.widgets.viewport.finger_hand import FingerHand
from viewer.widgets.viewport.glide import DURATION, Glide
from viewer.widgets.viewport.idle import Idle
from viewer.widgets.viewport.motion import Motion
from viewer.widgets.viewport.name_hand import NameHand
from viewer.widgets.viewport.navigation import Navigation
from viewer.widgets.viewport.opening import Opening
from viewer.widgets.viewport.section_hand import SectionHand
from viewer.widgets.viewport.sight import Sight
from viewer.widgets.viewport.supply import Supply

if TYPE_CHECKING:
    from viewer.drawing.mesh import Mesh
    from viewer.drawing.read_ahead import ReadAhead
    from viewer.drawing.scene import Scene
    from viewer.model.finger.section import Section
    from viewer.widgets.viewport.canvas import Canvas

SPOT_HEIGHT = 260.0  # mm of the body in view around a place that is flown to
PROJECTED = 0.044  # of the view's height: letters of the name under the pointer that the back row can read


class Viewport(QWidget):
    """Shows the scene. ``loaded`` comes once, when there is something to see, ``completed`` when all is there
    that is not away; ``refused`` if there will not be anything.

    ``felt_more`` comes when what was read since can be met by the finger on the skin. ``problems_changed`` comes when
    other structures than before have no model. ``supply`` reads what is wanted later. ``pictured`` offers frames while
    they are drawn for another screen.
    """

    loaded = Signal()
    completed = Signal()
    felt_more = Signal()
    problems_changed = Signal()
    refused = Signal(str)
    pictured = Signal(QImage)

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reduced_motion, self._glide_time = False, DURATION
        self._state = state
        self._scene: Scene | None = None
        self._canvas: Canvas | None = None
        self._idle: Idle | None = None
        self._first_view: str | None = None
        self._wanted: Camera | None = None
        self._problems: dict[str, str] = {}
        self._presentation = Presentation(handles=True)
        self._shown = (View(), self._presentation)
        QOpenGLWidget(self).resize(0, 0)  # makes the window an OpenGL one from the start: no flash when the scene comes
        self._opening, self.supply, self._tag = Opening(self), Supply(self), NameTag(self)
        self._glide, self._motion, self._aiming = Glide(self), Motion(self), Aiming(state, self)
        self.sight = Sight(self)
        self.navigation, self.hand = Navigation(self, state, self.sight), FingerHand(self, state, self.sight)
        self.section_hand = SectionHand(self, state, self.sight)
        self._name_hand = NameHand(self, state, self.sight, self.navigation.is_asking)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("3D view"))
        self._wire()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Most of the window."""
        return QSize(960, 720)

    @property
    def scene(self) -> Scene | None:
        """The scene, once it is loaded."""
        return self._scene

    def _wire(self) -> None:
        self._state.atlas_changed.connect(self._take_atlas)
        self._state.changed.connect(self.follow)
        self._opening.readied.connect(self._open_stage)
        self._opening.completed.connect(self._complete)
        self._opening.refused.connect(self.refused)
        self.supply.arrived.connect(self._take_up)
        self._glide.moved.connect(self._glide_to)
        self._glide.ended.connect(self._rest)
        self._motion.changed.connect(self._set_moving)
        self.navigation.moving_changed.connect(self._motion.set_moving)
        self.navigation.hovered.connect(self._tag.say_at)
        self.hand.changed.connect(self.navigation.set_right_turns)
        self.section_hand.near.connect(self._hold)

    def load(self, meshes: Path, first_view: str | None = None) -> None:
        """Bring in VTK and the meshes behind the waiting card, then show them, from ``first_view`` if named."""
        self._first_view = first_view
        self._opening.begin(meshes, self._state.atlas, self._state.view)

    def shut(self) -> None:
        """Give back what lives on the graphics card, once, while its context is there."""
        self._glide.stop()
        if self._idle is not None:
            self._idle.stop()
        self.navigation.take(None)
        self.hand.take(None)
        self.section_hand.take(None)
        self._name_hand.take(None)
        self._aiming.take(None)
        self._opening.stop()
        self.supply.stop()
        if self._canvas is not None:
            self._canvas.stop()
        self._canvas = self._scene = self._idle = None

    def _complete(self, proxies: Mapping[str, Mesh]) -> None:
        """Bring the rest that is not away, which nobody sees yet, onto the stage."""
        if self._scene is not None:
            self._scene.take_proxies(proxies)
            self._scene.load()
            self.supply.want(self._scene.awaited)
            self._tell_problems()
            self._idle = Idle(self._motion, self._scene.prepare)
            self._idle.begin()
            self.completed.emit()

    def _take_up(self) -> None:
        """Bring what has been read onto the stage, and what is to be done then."""
        if self._scene is not None:
            if self._scene.lacking:
                self._show()
                if self._scene.hurry():
                    self._motion.hasten()
            else:
                self._scene.show(self._scene_view(), self._presentation)  # nothing of it is to be seen yet
                self.supply.want(self._scene.awaited)
            self._aiming.follow_up()
            if self._state.view.finger is not None:
                self.felt_more.emit()
            self._tell_problems()
        if self._idle is not None:
            self._idle.begin()

    def _open_stage(self, store: ReadAhead) -> None:
        from viewer.drawing.scene import Scene
        from viewer.drawing.style import FIRST
        from viewer.widgets.viewport.canvas import Canvas

        self._canvas = Canvas(self)
        self._scene = Scene(self._canvas.stage, self._state.atlas, store)
        self._fit()
        self._scene.show(self._state.view, self._presentation)
        self._wanted = self._scene.standard_view(self._first_view or FIRST)
        self._state.start_camera(self._wanted)
        self._scene.show(self._state.view, self._presentation)
        self._canvas.resized.connect(self._fit)
        self._canvas.shown.connect(self._learn)
        self._canvas.grabbed.connect(self.pictured)
        self._canvas.grabs = self.sight.frame is not None
        self._canvas.start(self._scene.render)
        self._canvas.show()
        self._canvas.lower()
        self.navigation.take(self._scene)
        self.hand.take(self._scene)
        self.section_hand.take(self._scene)
        self._name_hand.take(self._scene)
        self._aiming.take(self._scene)
        self.supply.take(store)
        self._tell_problems()
        self.loaded.emit()

    def _learn(self, seconds: float) -> None:
        """Draw as finely as this machine can, and count the time without moves from when something was to be seen."""
        if self._scene is not None:
            self._scene.took(seconds)
            self._motion.drawn()

    def follow(self) -> None:
        """Show what the state says; a camera that is newly wanted is glided to, unless a hand holds it."""
        view, scene = self._state.view, self._scene
        if scene is None or view.camera is None:
            return
        if view.camera != self._wanted:
            self._wanted = view.camera
            self._tag.say("")
            if self.navigation.moving or self.reduced_motion or not self._glide_time:
                self._glide.stop()
                self._motion.set_moving(self.navigation.moving)
            else:
                self._glide.go(scene.camera, view.camera, self._glide_time)
                self._motion.go_on()
        self._show()
        self._tell_problems()

    def _tell_problems(self) -> None:
        if self._scene is not None and self._scene.problems != self._problems:
            self._problems = self._scene.problems
            self.problems_changed.emit()

    def _take_atlas(self) -> None:
        """Show what another edition of the annotations says, the camera where it is."""
        self._tag.say("")
        if self._scene is not None:
            self._scene.set_atlas(self._state.atlas)
            self.follow()

    def _show(self) -> None:
        """Let the scene follow the state as it is presented now, and draw one frame."""
        if self._scene is not None:
            self._scene.show(self._scene_view(), self._presentation)
            self.supply.want(self._scene.awaited)
            self._hasten_if_changed()
            self._refresh()

    def _scene_view(self) -> View:
        """What the state says, the camera wherever it is on its way."""
        view = self._state.view
        return replace(view, camera=self._scene.camera) if self._scene and self._glide.under_way else view

    def expect(self, view: View) -> None:
        """Read before long what another view will show, after what this one needs."""
        if self._scene is not None and self._idle is not None:
            self._scene.expect(view)
            self.supply.want(self._scene.awaited)

    def _hasten_if_changed(self) -> None:
        """Where a frame takes long, let what is chosen, shown or put away be seen at once, and with care after."""
        shown, before = (replace(self._state.view, camera=None), self._presentation), self._shown
        changed, self._shown = shown != before, shown
        if _there(shown[0]) != _there(before[0]):
            self._tag.say("")  # another thing may lie under the pointer now
        if changed and self._scene is not None and self._scene.hurry():
            self._motion.hasten()

    def _present(self, wanted: Presentation) -> None:
        if wanted != self._presentation:
            self._presentation = wanted
            self._show()

    @property
    def dark(self) -> bool:
        """Whether it is drawn on dark slate."""
        return self._presentation.dark

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of what is drawn."""
        size = self.sight.size
        return size.width(), size.height()

    @property
    def projected(self) -> bool:
        """Whether names and a caption are written large enough for the back row."""
        return self._presentation.projector

    def set_dark(self, dark: bool) -> None:
        """Draw on dark slate or on paper white."""
        self._opening.set_dark(dark)
        self._present(replace(self._presentation, dark=dark))

    def set_pins(self, pins: tuple[Pin, ...]) -> None:
        """Show these pins of notes, and nothing of those that were shown before."""
        if pins != self._presentation.pins:
            self._tag.say("")
            self._present(replace(self._presentation, pins=pins))

    def put_off_care(self) -> None:
        """A hand does something that no frame drawn with care may hold up: such a frame comes later."""
        self._motion.drawn()

    def hide_tag(self) -> None:
        """Let the name under the pointer go."""
        self._tag.say("")

    @contextmanager
    def gliding(self, duration: int) -> Iterator[None]:
        """Let the camera take so many ms to wherever it is sent within; with 0 it cuts."""
        self._glide_time = duration
        try:
            yield
        finally:
            self._glide_time = DURATION

    def set_caption(self, words: str) -> None:
        """Write this below the picture for a class, or nothing."""
        self._present(replace(self._presentation, caption=words))

    def cover(self, place: QRect | None) -> None:
        """Let no name stand where this part of the view is covered, or anywhere again."""
        high = self.height()
        box = None if place is None else (place.left(), high - place.bottom(), place.right(), high - place.top())
        self._present(replace(self._presentation, covered=box))

    def _hold(self, near: bool) -> None:
        """Light up what the section is moved by, or no longer."""
        self._tag.say("")
        self._present(replace(self._presentation, held=near))

    def set_projector(self, on: bool) -> None:
        """Write names and a caption large enough for the back row, or no longer."""
        self._tag.say("")
        self._present(replace(self._presentation, projector=on))
        self._fit()

    def set_frame(self, size: QSize | None, pixel: float = 1.0) -> None:
        """Draw so many pixels, for a screen of which one at 100 % is ``pixel``, and offer every frame as ``pictured``;
        None draws for the screen that this widget is on, and offers none.
        """
        self.sight.set_frame(size, pixel)
        if self._canvas is not None:
            self._canvas.grabs = size is not None
        self._fit()
        self._refresh()

    def set_asking(self, on: bool) -> None:
        """Mark what is asked for by a question mark, or no longer."""
        self._present(replace(self._presentation, asking=on))

    def seen(self) -> tuple[str, ...]:
        """The structures that are really to be seen in the view, the largest in it first."""
        return self._scene.seen() if self._scene is not None else ()

    def picture(self) -> QImage:
        """The view as it is drawn at rest, without what is only there to be taken hold of; null before anything is
        loaded.
        """
        cut = self._state.view.plane is not None
        self._present(replace(self._presentation, handles=not cut))
        self._motion.end()
        picture = self._canvas.grabFramebuffer() if self._canvas is not None else QImage()
        self._present(replace(self._presentation, handles=True))
        return picture

    def feel(self, press: Press) -> FingerPath | None:
        """What lies on a finger's way; None until there is a body."""
        return self._scene.feel(press) if self._scene is not None else None

    def section(self, press: Press, across: Point) -> Section | None:
        """The cut along a finger's way; None until there is a body."""
        return self._scene.section(press, across) if self._scene is not None else None

    def lay_in_the_middle(self) -> None:
        """Lay a finger on the skin in the middle of the view, if there is skin."""
        place = self.sight.pixels(QPointF(self.rect().center()))
        press = self._scene.press_at(*place) if self._scene is not None else None
        if press is not None:
            self.hand.lay(press)

    def nearest_on(self, structure_id: str, place: Point) -> Point | None:
        """The place of a structure's surface that is nearest to a place; None where it is not there."""
        return self._scene.nearest_on(structure_id, place) if self._scene is not None else None

    def press_on(self, point: Point, aim: Point) -> Press | None:
        """A finger on the skin near a point, aimed at a place; None until there is a body."""
        return self._scene.press_on(point, aim) if self._scene is not None else None

    def look_from(self, name: str) -> None:
        """Go to one of the standard views."""
        self._aiming.look_from(name)

    def look_at(self, name: str, structure_ids: tuple[str, ...], places: tuple[Point, ...]) -> None:
        """See from one of the standard views, so close that these structures, with these places, fill the view."""
        self._aiming.look_at(name, structure_ids, places)

    def frame(self, structure_ids: tuple[str, ...]) -> None:
        """Come so close that these fill the view."""
        self._aiming.frame(structure_ids)

    def pose(self, structure_ids: tuple[str, ...], pose: Pose) -> None:
        """See structures, or a place, as a pose has it."""
        self._aiming.pose(structure_ids, pose)

    def face_section(self, straight: bool = False) -> None:
        """See the section's face: straight, or aslant where it is not well seen as it is."""
        self._aiming.face(straight)

    def middle_of(self, structure_ids: tuple[str, ...]) -> Point | None:
        """The middle of structures; None until there is a body."""
        return self._scene.middle_of(structure_ids) if self._scene is not None else None

    def extent(self, axis: int) -> tuple[float, float]:
        """From where to where, mm along an axis of the body, what is shown reaches."""
        return self._scene.extent(axis) if self._scene is not None else (0.0, 0.0)

    def fly_to(self, spot: Spot, height: float = SPOT_HEIGHT) -> None:
        """Bring a spot of the body into the middle, with so many mm around it in view."""
        self._aiming.fly_to(spot, height)

    def _glide_to(self, camera: Camera) -> None:
        if self._scene is not None:
            self._motion.go_on()
            self._scene.camera = camera
            self._refresh()

    def _rest(self) -> None:
        self._motion.end()
        self.follow()

    def _set_moving(self, moving: bool) -> None:
        if self._scene is not None:
            self._scene.set_moving(moving)
            self._refresh()

    def _refresh(self) -> None:
        if self._canvas is not None:
            self._canvas.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Everything in here fills the view."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._opening.fill(self.rect())
        if self._canvas is not None and self._scene is not None:
            self._canvas.setGeometry(self.rect())
            self._scene.resize(*self.sight.size.toTuple())
        self._present(replace(self._presentation, pixel=self.sight.pixel))
        self._tag.enlarge(round(PROJECTED * self.height()) if self.projected and self.sight.frame is None else None)


def _there(view: View) -> tuple[object, ...]:
    """What decides which structures can be seen."""
    return view.hidden, view.absent, view.isolated, view.forms
