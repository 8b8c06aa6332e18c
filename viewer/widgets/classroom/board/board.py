"""Drawing: what the pen does becomes lines of the view, one step for each; the bar says in which ink, and where."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent

from viewer.language import tr
from viewer.model.atlas.atlas import Point
from viewer.model.session.state import ViewState
from viewer.model.session.stroke import INKS, Stroke
from viewer.model.session.view_changes import drawn, undrawn, wiped
from viewer.widgets.classroom.board.erasing import touched
from viewer.widgets.classroom.board.gesture import Flat, Gesture
from viewer.widgets.classroom.board.ink_bar import WIDTHS, InkBar
from viewer.widgets.classroom.board.under_way import UnderWay
from viewer.widgets.classroom.over_view import in_heights, in_rect
from viewer.widgets.viewport.pen import Pen
from viewer.widgets.viewport.viewport import Viewport

HIDDEN = 12.0  # mm by which something must lie before a line to hide it from the eraser


class Board(QObject):
    """``message`` is what the status bar says of it, ``changed`` comes when the line that is ``under_way`` grows."""

    message = Signal(str)
    changed = Signal()

    def __init__(self, state: ViewState, viewport: Viewport, actions: Mapping[str, QAction]) -> None:
        super().__init__(viewport)
        self._state, self._viewport, self._actions = state, viewport, actions
        self.on, self.on_body, self.erasing = False, False, False
        self.ink, self.width = INKS[0], WIDTHS[1]
        self.under_way: Gesture | None = None
        self._last: tuple[Stroke, ...] = ()
        self._line, self.bar, self._pen = UnderWay(viewport), InkBar(viewport), Pen(viewport)
        self._wire()
        self._follow()

    def done_by(self) -> Mapping[str, Callable[..., object]]:
        """Who carries out which command."""
        return {"draw": self.set_on, "draw_on_body": self._set_on_with_body, "wipe": self.wipe}

    def set_on(self, on: bool, on_body: bool = False) -> None:
        """Let the left button draw, on the picture or ``on_body``, or choose again."""
        self.on_body = on and on_body
        if on != self.on:
            self.on = on
            self._switch()
        self._show_choice()

    def leave(self) -> bool:
        """Draw no longer. Whether one did."""
        was = self.on
        self.set_on(False)
        return was

    def wipe(self) -> None:
        """Nothing drawn any more."""
        self._state.change(wiped())

    def take_back(self) -> None:
        """The line that was drawn last away, with all its pieces."""
        strokes, count = self._state.view.strokes, len(self._last)
        gone = self._last if count and strokes[-count:] == self._last else strokes[-1:]
        self._state.change(undrawn(gone))

    # How it comes and goes ------------------------------------------------------------------------------------

    def _set_on_with_body(self, on: bool) -> None:
        self.set_on(on, on_body=True)

    def _switch(self) -> None:
        self.erasing = False
        self._pen.set_on(self.on)
        view = self._viewport
        view.navigation.set_right_turns(self.on or view.hand.on)
        self.bar.setVisible(self.on)
        if self.on:
            view.installEventFilter(self)
            view.hide_tag()
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            view.setCursor(Qt.CursorShape.CrossCursor)
            self.bar.place()
            self.bar.raise_()
            self.message.emit(tr("Draw with the left button; the right one turns. Esc ends, X wipes"))
        else:
            view.removeEventFilter(self)
            view.unsetCursor()
            self._stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """End with Esc, before the window's own meaning of it; say no name under a hand that draws."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self.leave()
            return True
        return event.type() is QEvent.Type.MouseMove and not event.buttons()  # type: ignore[attr-defined]

    def _show_choice(self) -> None:
        self.bar.show_choice(self.ink, self.width, self.erasing, self.on_body)
        self._actions["draw"].setChecked(self.on and not self.on_body)
        self._actions["draw_on_body"].setChecked(self.on and self.on_body)

    def _follow(self) -> None:
        anything = bool(self._state.view.strokes)
        self._actions["wipe"].setEnabled(anything)
        self.bar.offer(anything)

    # The bar --------------------------------------------------------------------------------------------------

    def choose_ink(self, ink: str) -> None:
        """Draw in this ink from now on."""
        self.ink, self.erasing = ink, False
        self._show_choice()

    def choose_width(self, width: float) -> None:
        """Draw lines as thick as this from now on."""
        self.width, self.erasing = width, False
        self._show_choice()

    def erase(self) -> None:
        """Take lines away with the pen until an ink is chosen."""
        self.erasing = True
        self._show_choice()

    def stick(self, on_body: bool) -> None:
        """Draw on the body, or on the picture."""
        self.set_on(True, on_body)

    # The pen --------------------------------------------------------------------------------------------------

    def _begin(self, place: QPointF, pressure: float, erasing: bool) -> None:
        if self.erasing or erasing:
            self._rub(place)
            return
        self.under_way = Gesture(self.ink, self.width, self._touched if self.on_body else None)
        self._go_on(place, pressure)

    def _go_on(self, place: QPointF, pressure: float) -> None:
        self._viewport.put_off_care()
        if self.under_way is None:
            self._rub(place)
        elif self.under_way.add(self._flat(place), pressure):
            self._show_line()

    def _end(self) -> None:
        """What was drawn belongs to the view; the picture with it comes up under the line that was shown so far."""
        gesture = self.under_way
        if gesture is None:
            return
        strokes = gesture.strokes()
        if strokes:
            self._last = strokes
            self._state.change(drawn(*strokes))
        elif self.on_body:
            self.message.emit(tr("There is nothing to draw on here: begin on a structure"))
        self._stop()

    def _stop(self) -> None:
        self.under_way = None
        self._show_line()

    def _show_line(self) -> None:
        self._line.follow(self.under_way)
        self.changed.emit()

    def _rub(self, place: QPointF) -> None:
        stroke = touched(self._state.view.strokes, self._flat(place), self._seen_at)
        if stroke is not None:
            self._state.change(undrawn((stroke,)))

    # Where things are -----------------------------------------------------------------------------------------

    def _flat(self, place: QPointF) -> Flat:
        return in_heights(place, QRectF(self._viewport.rect()))

    def _touched(self, place: Flat) -> Point | None:
        spot = self._viewport.navigation.spot(in_rect(place, QRectF(self._viewport.rect())))
        return spot.place if spot else None

    def _seen_at(self, point: Point) -> Flat | None:
        """Where a place of the body is seen; None where something lies before it."""
        scene = self._viewport.scene
        if scene is None:
            return None
        x, y = scene.project(point)
        hit, eye = scene.pick(x, y), scene.camera.position
        if hit is not None and math.dist(eye, hit.place) < math.dist(eye, point) - HIDDEN:
            return None
        return self._flat(self._viewport.sight.place(x, y))

    def _wire(self) -> None:
        self._pen.pressed.connect(self._begin)
        self._pen.moved.connect(self._go_on)
        self._pen.released.connect(self._end)
        self._pen.cancelled.connect(self._stop)
        self._viewport.navigation.follow_fingers(self._pen)
        self._viewport.hand.changed.connect(self._make_way)
        self.bar.ink_chosen.connect(self.choose_ink)
        self.bar.width_chosen.connect(self.choose_width)
        self.bar.erasing_chosen.connect(self.erase)
        self.bar.body_chosen.connect(self.stick)
        self.bar.undo_asked.connect(self.take_back)
        self.bar.wipe_asked.connect(self.wipe)
        self.bar.close_asked.connect(self.leave)
        self._state.strokes_changed.connect(self._follow)

    def _make_way(self, finger: bool) -> None:
        """A finger and a pen cannot both have the left button."""
        if finger:
            self.leave()
