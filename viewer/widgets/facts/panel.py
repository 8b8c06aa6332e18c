"""The facts of the structure chosen last. Pointing at a fact, or stepping to it, lights its place in the 3D view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.facts import contents
from viewer.widgets.facts.contents import Page
from viewer.widgets.facts.document import LINK, Chip, FactRange, Sheet

_ROUND = 6.0
POINTING_PAUSE = 60  # ms the pointer rests on a fact before it is lit, so that passing over many costs nothing


class FactsPanel(QTextEdit):
    """Read-only text that can be selected and copied. ``followed`` names a structure that a link leads to, ``asked`` a
    question.
    """

    followed = Signal(str)
    asked = Signal(str)
    rewritten = Signal()

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._colours = theme.DARK
        self._page: Page | None = None
        self._ranges: list[FactRange] = []
        self.headings: list[tuple[str, int]] = []
        self._under: FactRange | None = None
        self._current: FactRange | None = None
        self._pressed = QPointF()
        self._pause = QTimer(self, singleShot=True, interval=POINTING_PAUSE)
        self._pause.timeout.connect(self._glance)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Facts"))
        self.setAccessibleDescription(
            self.tr("Up and Down step through the facts, Enter lights one, Ctrl+Enter follows its link")
        )
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.viewport().setMouseTracking(True)
        state.selection_changed.connect(self.show_selection)
        state.atlas_changed.connect(self._tell_anew)
        state.variants_changed.connect(self._write_again)
        state.fact_changed.connect(self.viewport().update)
        self.show_selection()

    def set_dark(self, dark: bool) -> None:
        """Write in the inks for a dark or a light ground."""
        self._colours = theme.DARK if dark else theme.LIGHT
        self._write()

    def show_selection(self) -> None:
        """Tell of the structure chosen last; of none, how to choose."""
        self._page = None
        self._write()

    def show_page(self, page: Page) -> None:
        """Tell of something else, until the selection changes."""
        self._page = page
        self._write()

    def go_to_first(self, light: bool = True) -> None:
        """The keyboard to the first line that can be stepped to, its place lit or not."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._ranges:
            self._step(1, light)

    # Writing --------------------------------------------------------------------------------------------------

    def _write(self) -> None:
        document = QTextDocument(self)
        document.setDocumentMargin(theme.STEP)
        document.setUndoRedoEnabled(False)
        sheet = Sheet(self._colours, document)
        page = self._page or self._of_selection()
        if page is not None:
            page(sheet, self._state.atlas, self._state.view)
        else:
            self._welcome(sheet)
        self._ranges, self._under, self._current = sheet.ranges, None, None
        self.headings = sheet.headings
        self.setDocument(document)
        self.rewritten.emit()

    def _of_selection(self) -> Page | None:
        titles = [self._state.atlas.structures[name].title for name in self._state.view.selection]
        return contents.structure(self._state.view.selection[-1], titles[:-1]) if titles else None

    def _tell_anew(self) -> None:
        """The selection from another edition of the annotations, scrolled as it was."""
        self._page = None
        self._write_again()

    def _write_again(self) -> None:
        """The same in another body, scrolled as it was."""
        scrolled = self.verticalScrollBar().value()
        self._write()
        self.verticalScrollBar().setValue(scrolled)

    def go_to(self, block: int) -> None:
        """Put a block of the document at the top, and the keyboard there."""
        found = self.document().findBlockByNumber(block)
        self.setTextCursor(QTextCursor(found))
        top = self.document().documentLayout().blockBoundingRect(found).top()
        self.verticalScrollBar().setValue(round(top))
        self._current = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _welcome(self, sheet: Sheet) -> None:
        sheet.note(self.tr("Nothing selected"), theme.DISPLAY, bold=True)
        sheet.note(
            self.tr(
                "Click a structure in the 3D view, or choose one from the list: what is known of it stands here, each"
                " fact with its source."
            )
        )
        sheet.note(self.tr("Drag turns, the wheel zooms."), theme.CAPTION)
        sheet.note(self.tr("/ searches, ? shows all keys."), theme.CAPTION)
        sheet.note(self.tr("M steps through the variations, Shift+M chooses a form."), theme.CAPTION)

    # Pointing -------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Light the fact under the pointer."""
        super().mouseMoveEvent(event)
        self._point_at(self._place_at(event.position()) if not event.buttons() else self._under)
        link = self.anchorAt(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.IBeamCursor)

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
        link = self.anchorAt(event.position().toPoint())
        if link:
            self._follow(link.removeprefix(LINK))
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

    def _follow(self, target: str) -> None:
        (self.asked if ":" in target else self.followed).emit(target)

    def _keep_lit(self, place: FactRange) -> None:
        settled = place.fact if self._state.lit != place.fact else None
        self._state.highlight(settled)

    # Keyboard -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down step through the facts, Enter keeps one lit, Ctrl+Enter follows its link."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._ranges:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self._enter(self._current, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What was only stepped to is let go."""
        super().focusOutEvent(event)
        self._state.glance(None)

    def _step(self, way: int, light: bool = True) -> None:
        self._current = self._next(way)
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(self._current.first)))
        if light:
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
            self._paint_ground(painter, place)
            if place.chip is not None:
                self._paint_chip(painter, self.document().findBlockByNumber(place.first), place.chip)
        painter.end()
        super().paintEvent(event)

    def _seen(self, part: QRect) -> list[FactRange]:
        """The facts in a part of the viewport; what lies beyond need not even be laid out yet."""
        first, last = (self.cursorForPosition(corner).blockNumber() for corner in (part.topLeft(), part.bottomLeft()))
        return [place for place in self._ranges if place.last >= first - 1 and place.first <= last + 1]

    def _paint_ground(self, painter: QPainter, place: FactRange) -> None:
        lit = place.fact == self._state.view.fact
        ring = self.hasFocus() and place == self._current
        if lit or ring:
            painter.setBrush(QColor(self._colours.tint) if lit else Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._colours.accent) if ring else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self._rect(place), _ROUND, _ROUND)

    def _paint_chip(self, painter: QPainter, block: QTextBlock, chip: Chip) -> None:
        """A rounded rim around the words in a block that say how far a fact is agreed."""
        line = block.layout().lineForTextPosition(chip.start)
        if line.isValid():
            left, right = _across(line, chip.start), _across(line, chip.end)
            origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
            painter.setPen(QColor(chip.ink))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(origin.x() + left, origin.y() + line.y() + 1, right - left, line.height() - 2), 4.0, 4.0
            )

    def _rect(self, place: FactRange) -> QRectF:
        """Where a fact stands in the document."""
        document, layout = self.document(), self.document().documentLayout()
        first = layout.blockBoundingRect(document.findBlockByNumber(place.first))
        last = layout.blockBoundingRect(document.findBlockByNumber(place.last))
        room = QRectF(theme.STEP, first.top(), document.textWidth() - 2 * theme.STEP, last.bottom() - first.top())
        return room.adjusted(0.5, -theme.STEP / 2, -0.5, theme.STEP / 2)

    def _place_at(self, point: QPointF) -> FactRange | None:
        block = self.cursorForPosition(point.toPoint()).blockNumber()
        place = next((place for place in self._ranges if place.first <= block <= place.last), None)
        y = point.y() + self.verticalScrollBar().value()
        return place if place and self._rect(place).top() <= y < self._rect(place).bottom() else None


def _across(line: QTextLine, position: int) -> float:
    """How far across the block a position of a line is; Qt answers with the position it took, too."""
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
