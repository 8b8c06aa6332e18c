"""The notes that the page lists: one row for each, with the number of its pin and its first words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import Structure
from viewer.model.notes.notes import Note
from viewer.model.notes.pins import beginning

ID = Qt.ItemDataRole.UserRole


class NotesList(QListWidget):
    """Rows are plain text. Filling it anew, or choosing a row from the program, signals nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Notes"))
        self.setToolTip(tr("Choose a note to change it or to go to its place; the Delete key deletes it"))

    def fill(
        self, notes: Iterable[Note], numbers: Mapping[str, str], known: Mapping[str, Structure], about: str
    ) -> None:
        """List these notes; ``numbers`` are those of their pins. Those on ``about`` need not say what they are on."""
        kept = self.chosen()
        with QSignalBlocker(self):
            self.clear()
            for note in notes:
                title = known[note.structure].title if note.structure in known else note.structure
                self.addItem(self._row(note, numbers.get(note.id, ""), "" if note.structure == about else title))
        self.choose(kept)

    def chosen(self) -> str:
        """The id of the note that is chosen, or nothing."""
        rows = self.selectedItems()
        return str(rows[0].data(ID)) if rows else ""

    def choose(self, note_id: str) -> bool:
        """Mark the row of a note; False where it is not listed."""
        row = next((row for row in map(self.item, range(self.count())) if row and row.data(ID) == note_id), None)
        if row is None:
            return False
        with QSignalBlocker(self):
            self.setCurrentItem(row)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Where no row is chosen yet, an arrow key chooses the current one instead of passing over it."""
        row = self.currentItem() or self.item(0)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and row is not None and not self.selectedItems():
            self.setCurrentItem(row)
            row.setSelected(True)
        else:
            super().keyPressEvent(event)

    def _row(self, note: Note, number: str, title: str) -> QListWidgetItem:
        words = (f"{title}: " if title else "") + beginning(note.text)
        row = QListWidgetItem(f"{number} · {words}" if number else words)
        row.setData(ID, note.id)
        if number:
            row.setData(Qt.ItemDataRole.AccessibleTextRole, tr("Pin {number}: ").format(number=number) + words)
        return row
