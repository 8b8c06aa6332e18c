"""What the pointer's intentions do: turn and shift the camera, choose structures, name what lies under the mouse.

A move is shown with every event and becomes one step of the history when it ends.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from viewer.model.answers.body_words import title
from viewer.model.atlas.atlas import Point
from viewer.model.notes.pins import Spot
from viewer.model.session.state import ViewState
from viewer.model.session.view import Camera
from viewer.model.session.view_changes import toggled
from viewer.widgets.viewport.mouse_input import MouseInput
from viewer.widgets.viewport.pen import Pen
from viewer.widgets.viewport.sight import Sight

if TYPE_CHECKING:
    from viewer.drawing.scene import Scene, Under

HOVER_PAUSE = 25  # ms the pointer rests before what lies under it is looked up
HOVER_SHARE = 0.1  # of the time that looking up may take: where it takes long it is done more seldom
LONGEST_PAUSE = 500  # ms
SETTLE_PAUSE = 350  # ms without another notch or key after which zooming or nudging is one finished step
DEGREES_PER_PIXEL = 0.35


class Navigation(QObject):
    """Handles the scene shown in a widget. ``moving_changed`` says when the camera begins and ends to move."""

    moving_changed = Signal(bool)
    hovered = Signal(str, QPointF)
    """The words for what lies under the pointer: the title of a structure, the first ones of a note; or none."""
    pin_clicked = Signal(str)
    menu_asked = Signal(QPointF)
    answered_at = Signal(object, QPointF)
    """The Spot or None that was clicked while clicks are ``answering`` a question, and where in the widget."""
    skin_pointed_at = Signal(tuple, tuple)
    """A place on the skin and the outward normal there, clicked where no structure is."""

    def __init__(self, widget: QWidget, state: ViewState, sight: Sight | None = None) -> None:
        super().__init__(widget)
        self.tilt_locked, self.moving, self.asking, self.answering = True, False, False, False
        self._widget, self._state, self._sight = widget, state, sight or Sight(widget)
        self._scene: Scene | None = None
        self._pivot: Point = (0.0, 0.0, 0.0)
        self._hover_place = QPointF()
        self._hover_timer = QTimer(self, singleShot=True, interval=HOVER_PAUSE)
        self._settle_timer = QTimer(self, singleShot=True, interval=SETTLE_PAUSE)
        self._mouse = MouseInput(widget)
        self._wire(self._mouse)

    def take(self, scene: Scene | None) -> None:
        """Handle this scene from now on; None lets go of it."""
        self._scene = scene
        if scene is None:
            self._hover_timer.stop()
            self._settle_timer.stop()

    def at(self, place: QPointF) -> Spot | None:
        """What is shown at a place of the widget."""
        if self._scene is None:
            return None
        return self._scene.pick(*self._sight.pixels(place))

    def spot(self, place: QPointF) -> Spot | None:
        """The spot of the body at a place of the widget: on a structure, or on the skin where it is shown."""
        hit = self.at(place) or (self._scene.pick_skin(*self._sight.pixels(place)) if self._scene else None)
        return hit if hit and self._state.view.shows(hit.structure) else None

    def spot_in_middle(self) -> Spot | None:
        """The spot of the structure chosen last that is nearest to the middle of the view; else the spot there."""
        chosen, middle = self._state.view.selection[-1:], QPointF(self._widget.rect().center())
        if self._scene and chosen and self._state.view.shows(chosen[0]):
            return self._scene.place_near(*self._sight.pixels(middle), chosen[0])
        return self.spot(middle)

    def set_asking(self, on: bool) -> None:
        """Let the next click point at the skin, whatever lies under it, or choose structures again."""
        self.asking = on
        if on:
            self._widget.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self._widget.unsetCursor()

    def is_asking(self) -> bool:
        """Whether a click means something else now than what is clicked."""
        return self.asking or self.answering

    def set_right_turns(self, on: bool) -> None:
        """Let dragging with the right button turn the body, where the left one has something else to do."""
        self._mouse.right_turns = on

    def point_at_skin(self, place: QPointF) -> None:
        """Tell of the skin at a place of the widget, if the body is there and its skin is shown or asked for."""
        hit = self._scene.pick_skin(*self._sight.pixels(place)) if self._scene else None
        if hit and self._scene and (self.asking or self._state.view.shows(hit.structure)):
            self.skin_pointed_at.emit(hit.place, self._scene.normal_at(hit.structure, hit.place))

    def skin_at(self, place: QPointF) -> tuple[Point, Point] | None:
        """The skin at a place of the widget, whether it is shown or not, and the outward normal there."""
        hit = self._scene.pick_skin(*self._sight.pixels(place)) if self._scene else None
        normal = self._scene.normal_at(hit.structure, hit.place) if hit and self._scene else None
        return (hit.place, normal) if hit and normal else None

    def follow_fingers(self, fingers: Pen) -> None:
        """Let two fingers on the glass turn and zoom."""
        fingers.grabbed.connect(self._grab)
        fingers.turned.connect(self._turn)
        fingers.zoomed.connect(self._zoom)
        fingers.let_go.connect(self._settle)

    def _wire(self, mouse: MouseInput) -> None:
        mouse.grabbed.connect(self._grab)
        mouse.turned.connect(self._turn)
        mouse.shifted.connect(self._shift)
        mouse.released.connect(self._settle)
        mouse.nudged.connect(self._nudge)
        mouse.zoomed.connect(self._zoom)
        mouse.clicked.connect(self._click)
        mouse.menu_asked.connect(self._ask_menu)
        mouse.hovered.connect(self._hover)
        mouse.left.connect(self._leave)
        self._settle_timer.timeout.connect(self._settle)
        self._hover_timer.timeout.connect(self._name)

    # Moving ---------------------------------------------------------------------------------------------------

    def _grab(self) -> None:
        self._leave()
        self._pivot = self._middle()
        self._settle_timer.stop()
        self._set_moving(True)

    def _nudge(self) -> None:
        if not self.moving:
            self._grab()
        self._settle_timer.start()

    def _settle(self) -> None:
        self._set_moving(False)
        if self._state.view.camera is not None:
            self._state.set_camera(self._state.view.camera)

    def _turn(self, x: float, y: float) -> None:
        from viewer.drawing import cameras

        if camera := self._camera():
            turned = cameras.orbit(camera, x * DEGREES_PER_PIXEL, -y * DEGREES_PER_PIXEL, self.tilt_locked, self._pivot)
            self._state.set_camera(turned, final=False)

    def _shift(self, x: float, y: float) -> None:
        from viewer.drawing import cameras

        if camera := self._camera():
            high = max(self._widget.height(), 1)
            self._state.set_camera(cameras.pan(camera, x / high, -y / high), final=False)

    def _zoom(self, place: QPointF, notches: float) -> None:
        from viewer.drawing import cameras

        if camera := self._camera():
            self._nudge()
            width, high = self._widget.width(), max(self._widget.height(), 1)
            x, y = (place.x() - width / 2) / high, (high / 2 - place.y()) / high
            self._state.set_camera(cameras.zoom_at(camera, x, y, notches), final=False)

    def _camera(self) -> Camera | None:
        """Where a move starts: where the scene stands now, in the middle of a glide too."""
        return self._scene.camera if self._scene else None

    def _middle(self) -> Point:
        """What to turn around: the surface in the middle of the view, else what the camera looks at."""
        hit = self.at(QPointF(self._widget.rect().center()))
        camera = self._camera()
        return hit.place if hit else camera.focus if camera else self._pivot

    def _set_moving(self, moving: bool) -> None:
        if moving != self.moving:
            self.moving = moving
            self.moving_changed.emit(moving)

    # Choosing and naming --------------------------------------------------------------------------------------

    def _click(self, place: QPointF, adding: bool) -> None:
        under = self._under(place)
        if under is None:
            return
        if under.pin is not None and not self.asking:
            self.pin_clicked.emit(under.pin.note)
        elif self._scene and under.standard_view:
            self._state.set_camera(self._scene.viewpoints.standard_view(under.standard_view))
        elif self.asking:
            self.point_at_skin(place)
        elif self.answering:
            self.answered_at.emit(under.spot, place)
        else:
            self._choose(under.spot, place, adding)

    def _choose(self, spot: Spot | None, place: QPointF, adding: bool) -> None:
        if adding:
            if spot is not None:
                self._state.change(toggled(self._state.atlas, spot.structure))
            return
        self._state.select(*([spot.structure] if spot else []))
        if spot is None:
            self.point_at_skin(place)

    def _ask_menu(self, place: QPointF) -> None:
        hit = self.at(place)
        meant = self._name_at(place) or (hit.structure if hit is not None else None)
        if meant is not None and meant not in self._state.view.selection:
            self._state.select(meant)
        self._leave()
        self.menu_asked.emit(place)

    def _name_at(self, place: QPointF) -> str | None:
        """The structure whose name is written at a place of the widget."""
        return self._scene.name_at(*self._sight.pixels(place)) if self._scene else None

    def _hover(self, place: QPointF) -> None:
        self._hover_place = place
        if not self._widget.rect().contains(place.toPoint()):
            self._leave()
        elif not self._hover_timer.isActive() and not self.moving:
            self._hover_timer.start()

    def _name(self) -> None:
        start = time.perf_counter()
        self.hovered.emit("" if self.moving else self._words_at(self._hover_place), self._hover_place)
        self._hover_timer.setInterval(pause_after(time.perf_counter() - start))

    def _words_at(self, place: QPointF) -> str:
        under, atlas = self._under(place), self._state.atlas
        if under is None:
            return ""
        if under.pin is not None:
            return under.pin.words
        known = under.spot and under.spot.structure in atlas.structures
        return title(atlas, self._state.view, under.spot.structure) if under.spot and known else ""

    def _under(self, place: QPointF) -> Under | None:
        return self._scene.under(*self._sight.pixels(place)) if self._scene else None

    def _leave(self) -> None:
        self._hover_timer.stop()
        self.hovered.emit("", self._hover_place)


def pause_after(seconds: float) -> int:
    """How long, ms, not to look up what lies under the pointer after that took so long."""
    return round(min(max(HOVER_PAUSE, 1000 * seconds / HOVER_SHARE), LONGEST_PAUSE))
