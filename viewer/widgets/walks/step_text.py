"""Where a step is read: a document that follows the width and the look of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Side
from viewer.model.walks.telling import as_text
from viewer.model.walks.walk import Kind, Walk
from viewer.widgets.chrome import theme
from viewer.widgets.walks.position import drawn, position_svg
from viewer.widgets.walks.step_sheet import StepSheet

HIGHEST = {Kind.TOUCH: 170, Kind.APART: 170, Kind.MOVEMENT: 320}
"""Pixels that a drawing is high at most: of a movement it is what matters most."""
SHARE, LOWEST = 0.5, 90
"""Of the height of the page a drawing has so much at most, so that there are words below it; and pixels at least."""
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


class StepText(QTextEdit):
    """Shows one step of a walk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Atlas, Walk, int] | None = None
        self._svg, self._writing = "", False
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setToolTip(tr("What this step says (Ctrl+C copies what is chosen)"))

    def show_step(self, atlas: Atlas, walk: Walk, number: int) -> None:
        """Read a step from its beginning."""
        self._shown, self._svg = (atlas, walk, number), position_svg(walk, walk.steps[number])
        self.setAccessibleName(walk.steps[number].title)
        self._write()
        self.verticalScrollBar().setValue(0)

    def copy_step(self) -> None:
        """All of the step as text into the clipboard."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(as_text(*self._shown))

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """What is copied is text, without a trace of the icons."""
        data = QMimeData()
        text = self.textCursor().selection().toPlainText()
        data.setText(text.replace(f"{_OBJECT} ", "").replace(_OBJECT, ""))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The drawing follows the size."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._write()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The inks follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        """Write all anew; once more, not in between, where a scroll bar that comes or goes changes the width."""
        if self._shown is None or self._writing:
            return
        self._writing = True
        for _ in range(2):
            width = self.viewport().width()
            self._write_for(width, *self._shown)
            if self.viewport().width() == width:
                break
        self._writing = False

    def _write_for(self, width: int, atlas: Atlas, walk: Walk, number: int) -> None:
        place, colours = self.verticalScrollBar().value(), self._colours()
        self.clear()
        sheet = StepSheet(self.document(), colours, self.devicePixelRatioF())
        if self._svg:
            high = min(HIGHEST[walk.kind], max(LOWEST, round(SHARE * self.viewport().height())))
            room = QSize(max(120, width - theme.STEP), high)
            mirrored = walk.side is Side.LEFT
            picture = drawn(self._svg, room, colours, self.devicePixelRatioF(), mirrored)
            sheet.drawing(picture, tr("Drawing: how the person lies or stands"))
        sheet.step(walk.steps[number], atlas)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # what was written pushed it on, and focus would scroll to it
        self.verticalScrollBar().setValue(place)

    def _colours(self) -> theme.Colours:
        return theme.DARK if self.palette().window().color().lightness() < 128 else theme.LIGHT
