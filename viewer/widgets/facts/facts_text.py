"""Read-only text whose facts light up: pointing at one, or stepping to it, lights its place in the 3D view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.facts.document import FactRange
from viewer.widgets.facts.fact_painting import paint_chip, paint_ground, range_rect
from viewer.widgets.facts.leads import FOLDING, Lead, LeadKind

POINTING_PAUSE = 60  # ms the pointer rests on a fact before it is lit, so that passing over many costs nothing


class FactsText(QTextEdit):
    """Text that can be selected and copied, of which ``_ranges`` are facts and ``_leads`` what its links lead to.

    ``followed`` names a structure that a link leads to, ``asked`` the lead of a question, ``folded`` one to unfold or
    fold, with whether it is to be open, or None for the other of the two.
    """

    followed = Signal(str)
    asked = Signal(Lead)
    folded = Signal(Lead, object)

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._colours = theme.DARK
        self._leads: list[Lead] = []
        self._ranges: list[FactRange] = []
        self._under: FactRange | None = None
        self._current: FactRange | None = None
        self._pressed = QPointF()
        self._pause = QTimer(self, singleShot=True, interval=POINTING_PAUSE)
        self._pause.timeout.connect(self._glance)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.viewport().setMouseTracking(True)
        state.fact_changed.connect(self.viewport().update)

    def go_to_first(self) -> None:
        """The keyboard to the first line that can be stepped to."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._ranges:
            self._step(1)

    # Pointing -------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Light the fact under the pointer."""
        super().mouseMoveEvent(event)
        self._point_at(self._place_at(event.position()) if not event.buttons() else self._under)
        lead = self._lead_at(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if lead else Qt.CursorShape.IBeamCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where, to tell a click from selecting text."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a link follows it, a click on a fact keeps it lit."""
        super().mouseReleaseEvent(event)
        near = (event.position() - self._pressed).manhattanLength() < QApplication.startDragDistance()
        if event.button() is not Qt.MouseButton.LeftButton or not near or self.textCursor().hasSelection():
            return
        if lead := self._lead_at(event.position()):
            self._follow(lead)
        elif (place := self._place_at(event.position())) and place.fact:
            self._current = place
            self._keep_lit(place)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """The pointer leaving lets the fact go."""
        if event.type() is QEvent.Type.Leave:
            self._point_at(None)
        return super().viewportEvent(event)

    def _point_at(self, place: FactRange | None) -> None:
        if place != self._under:
            self._under = place
            self._pause.start()

    def _glance(self) -> None:
        self._state.glance(self._under.fact if self._under else None)

    def _lead_at(self, point: QPointF) -> Lead | None:
        number = self.anchorAt(point.toPoint())
        return self._leads[int(number)] if number else None

    def _follow(self, lead: Lead) -> None:
        if lead.kind in FOLDING:
            self.folded.emit(lead, None)
        elif lead.kind is LeadKind.STRUCTURE:
            self.followed.emit(lead.id)
        else:
            self.asked.emit(lead)

    def _keep_lit(self, place: FactRange) -> None:
        settled = place.fact if self._state.lit != place.fact else None
        self._state.highlight(settled)

    # Keyboard -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down step through the facts, Right and Left unfold and fold, Enter keeps lit, Ctrl+Enter follows."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        folds = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._ranges:
            self._step(steps[key])
        elif key in folds and self._current and not event.modifiers():
            self._unfold_current(self._current, folds[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self._enter(self._current, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What was only stepped to is let go."""
        super().focusOutEvent(event)
        self._state.glance(None)

    def _step(self, way: int) -> None:
        self._current = self._next(way)
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(self._current.first)))
        self._state.glance(self._current.fact)
        self.viewport().update()

    def _next(self, way: int) -> FactRange:
        """The fact after or before the current one; without one, the nearest after or before the cursor."""
        if self._current is not None:
            return self._ranges[max(0, min(self._ranges.index(self._current) + way, len(self._ranges) - 1))]
        block = self.textCursor().blockNumber()
        later = [place for place in self._ranges if place.first >= block]
        earlier = [place for place in self._ranges if place.last < block]
        return (later or self._ranges[-1:])[0] if way > 0 else (earlier or self._ranges[:1])[-1]

    def _unfold_current(self, place: FactRange, open_: bool) -> None:
        if place.fact:
            self.folded.emit(Lead(LeadKind.SOURCES, place.fact), open_)
        elif place.leads_to and place.leads_to.kind in FOLDING:
            self.folded.emit(place.leads_to, open_)

    def _enter(self, place: FactRange, follow: bool) -> None:
        if place.leads_to and (follow or not place.fact):
            self._follow(place.leads_to)
        else:
            self._keep_lit(place)

    # Painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Grounds of lit facts and of chips, then the text on them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for place in self._seen(event.rect()):
            ring = self.hasFocus() and place == self._current
            lit = bool(place.fact) and place.fact == self._state.view.fact
            paint_ground(painter, self._rect(place), self._colours, lit, ring)
            if place.chip is not None:
                paint_chip(painter, self.document(), place.chip_block, place.chip)
        painter.end()
        super().paintEvent(event)

    def _seen(self, part: QRect) -> list[FactRange]:
        """The facts in a part of the viewport; what lies beyond need not even be laid out yet."""
        first, last = (self.cursorForPosition(corner).blockNumber() for corner in (part.topLeft(), part.bottomLeft()))
        return [place for place in self._ranges if place.last >= first - 1 and place.first <= last + 1]

    def _rect(self, place: FactRange) -> QRectF:
        return range_rect(self.document(), place)

    def _place_at(self, point: QPointF) -> FactRange | None:
        block = self.cursorForPosition(point.toPoint()).blockNumber()
        place = next((place for place in self._ranges if place.first <= block <= place.last), None)
        y = point.y() + self.verticalScrollBar().value()
        return place if place and self._rect(place).top() <= y < self._rect(place).bottom() else None
