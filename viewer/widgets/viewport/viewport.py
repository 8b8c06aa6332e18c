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

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.model.session.view import Camera, View
from viewer.widgets.viewport.aiming import Aiming
from viewer.widgets.viewport.body import Body
from viewer.widgets.viewport.cards import NameTag
from viewer.widgets.viewport.finger_hand import FingerHand
from viewer.widgets.viewport.glide import DURATION, Glide
from viewer.widgets.viewport.idle import Idle
from viewer.widgets.viewport.motion import Motion
from viewer.widgets.viewport.name_hand import NameHand
from viewer.widgets.viewport.navigation import Navigation
from viewer.widgets.viewport.opening import Opening
from viewer.widgets.viewport.presenting import Presenting
from viewer.widgets.viewport.section_hand import SectionHand
from viewer.widgets.viewport.sight import Sight
from viewer.widgets.viewport.supply import Supply

if TYPE_CHECKING:
    from viewer.drawing.mesh import Mesh
    from viewer.drawing.read_ahead import ReadAhead
    from viewer.drawing.scene import Scene
    from viewer.widgets.viewport.canvas import Canvas

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
        self.presenting, self.body = Presenting(self), Body()
        self._shown = (View(), self.presenting.now)
        QOpenGLWidget(self).resize(0, 0)  # makes the window an OpenGL one from the start: no flash when the scene comes
        self._opening, self.supply, self._tag = Opening(self), Supply(self), NameTag(self)
        self._glide, self._motion, self.aiming = Glide(self), Motion(self), Aiming(state, self)
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
        self.section_hand.near.connect(self.presenting.set_held)
        self.presenting.changed.connect(self._present)

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
        self.aiming.take(None)
        self.body.take(None)
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
                self._scene.show(self._scene_view(), self.presenting.now)  # nothing of it is to be seen yet
                self.supply.want(self._scene.awaited)
            self.aiming.follow_up()
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
        self._scene.show(self._state.view, self.presenting.now)
        self._wanted = self._scene.viewpoints.standard_view(self._first_view or FIRST)
        self._state.start_camera(self._wanted)
        self._scene.show(self._state.view, self.presenting.now)
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
        self.aiming.take(self._scene)
        self.body.take(self._scene)
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
            self._scene.show(self._scene_view(), self.presenting.now)
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
        shown, before = (replace(self._state.view, camera=None), self.presenting.now), self._shown
        changed, self._shown = shown != before, shown
        if _there(shown[0]) != _there(before[0]):
            self._tag.say("")  # another thing may lie under the pointer now
        if changed and self._scene is not None and self._scene.hurry():
            self._motion.hasten()

    def _present(self) -> None:
        self._tag.say("")
        self._enlarge_tag()
        self._show()

    @property
    def dark(self) -> bool:
        """Whether it is drawn on dark slate."""
        return self.presenting.now.dark

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of what is drawn."""
        size = self.sight.size
        return size.width(), size.height()

    @property
    def projected(self) -> bool:
        """Whether names and a caption are written large enough for the back row."""
        return self.presenting.now.projector

    def set_dark(self, dark: bool) -> None:
        """Draw on dark slate or on paper white."""
        self._opening.set_dark(dark)
        self.presenting.set_dark(dark)

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

    def set_frame(self, size: QSize | None, pixel: float = 1.0) -> None:
        """Draw so many pixels, for a screen of which one at 100 % is ``pixel``, and offer every frame as ``pictured``;
        None draws for the screen that this widget is on, and offers none.
        """
        self.sight.set_frame(size, pixel)
        if self._canvas is not None:
            self._canvas.grabs = size is not None
        self._fit()
        self._refresh()

    def picture(self) -> QImage:
        """The view as it is drawn at rest, without what is only there to be taken hold of; null before anything is
        loaded.
        """
        cut = self._state.view.plane is not None
        self.presenting.set_handles(not cut)
        self._motion.end()
        picture = self._canvas.grabFramebuffer() if self._canvas is not None else QImage()
        self.presenting.set_handles(True)
        return picture

    def lay_in_the_middle(self) -> None:
        """Lay a finger on the skin in the middle of the view, if there is skin."""
        place = self.sight.pixels(QPointF(self.rect().center()))
        press = self._scene.press_at(*place) if self._scene is not None else None
        if press is not None:
            self.hand.lay(press)

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
        self.presenting.set_pixel(self.sight.pixel)
        self._enlarge_tag()

    def _enlarge_tag(self) -> None:
        """The name under the pointer is as large as all others on a stage."""
        self._tag.enlarge(round(PROJECTED * self.height()) if self.projected and self.sight.frame is None else None)


def _there(view: View) -> tuple[object, ...]:
    """What decides which structures can be seen."""
    return view.hidden, view.absent, view.isolated, view.forms
