"""The scenes of a lesson in their order: chosen, shown, moved by mouse and by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from viewer.language import tr
from viewer.widgets.chrome.inert import inert
from viewer.widgets.lessons.scene_row import Row, SceneRow

HIGH_ENOUGH = 136  # pixels, for a row


class SceneList(QListWidget):
    """``entered`` asks for a scene to be shown, ``moved`` for one to take the place of another, ``deleted`` for one to
    go, ``renaming`` for the chosen one's title; all counted from 0.
    """

    entered = Signal(int)
    deleted = Signal(int)
    renaming = Signal()
    moved = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Scenes of the lesson"))
        self.setToolTip(
            tr("Enter or double click shows a scene; drag it, or Ctrl+Up and Ctrl+Down, to move it; Delete deletes it")
        )
        self._painting = SceneRow(self)
        self.setItemDelegate(self._painting)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setMinimumHeight(HIGH_ENOUGH)

    @property
    def chosen(self) -> int:
        """The number of the scene that is chosen; -1 where none is."""
        return self.currentRow()

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._painting.rows

    def fill(self, rows: Sequence[Row], chosen: int) -> None:
        """List these. Signals nothing."""
        self._painting.rows = rows
        with QSignalBlocker(self):
            while self.count() > len(rows):
                self.takeItem(self.count() - 1)
            while self.count() < len(rows):
                self.addItem(QListWidgetItem())
            for number, row in enumerate(rows):
                self._put(self.item(number), row)
            self.setCurrentRow(min(chosen, len(rows) - 1))
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())
        self.viewport().update()

    def _put(self, item: QListWidgetItem, row: Row) -> None:
        item.setData(Qt.ItemDataRole.AccessibleTextRole, row.aloud)
        item.setToolTip(inert(row.aloud))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter shows, Delete deletes, Ctrl or Alt with an arrow moves."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        lifted = event.modifiers() in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen >= 0:
            self.entered.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Delete and self.chosen >= 0:
            self.deleted.emit(self.chosen)
        elif event.key() == Qt.Key.Key_F2:
            self.renaming.emit()
        elif way and lifted:
            self.move_by(way)
        else:
            super().keyPressEvent(event)

    def move_by(self, way: int) -> None:
        """Ask for the chosen scene to go one up (-1) or down (1)."""
        if self.chosen >= 0 and 0 <= self.chosen + way < self.count():
            self.moved.emit(self.chosen, self.chosen + way)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """The lesson changes, and the list follows it: nothing is moved here."""
        start, to = self.chosen, self._place(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if event.source() is self and start >= 0 and to != start:
            self.moved.emit(start, to)

    def _place(self, event: QDropEvent) -> int:
        """Where what is dropped will stand once it is away from where it was."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self.count() - 1
        below = event.position().y() > self.visualRect(index).center().y()
        gap = index.row() + int(below)
        return gap - 1 if gap > self.chosen else gap

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Rows are as high as their pictures, and these as wide as there is room for."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show what is under the pointer."""
        super().mouseDoubleClickEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.entered.emit(row)
