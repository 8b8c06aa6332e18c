"""A teacher's own notes on the structure chosen last: written, changed, thrown away, exported. Plain text only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.model.notes import Note, Notes, NotesError
from viewer.model.notes_export import as_markdown
from viewer.model.notes_file import as_json
from viewer.model.state import ViewState
from viewer.widgets import theme

ID = Qt.ItemDataRole.UserRole
BEGINNING = 80  # letters of a note that its row shows


class NotesPage(QWidget):
    """The notes of the selection, or all of them where nothing is selected."""

    def __init__(self, state: ViewState, notes: Notes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._notes = state, notes
        self.about, self.trouble = QLabel(self), QLabel(notes.trouble, self)
        self.list, self.text = QListWidget(self), QPlainTextEdit(self)
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._wire()
        self.show_notes()

    def show_notes(self) -> None:
        """List the notes on the structure chosen last."""
        about = self._about()
        titles = self._state.atlas.known
        self.about.setText(
            self.tr("Notes on {title}").format(title=titles[about].title) if about else self.tr("All notes")
        )
        self.list.clear()
        for note in self._notes.on(about) if about else self._notes.all():
            self.list.addItem(self._row(note, about))
        self.text.clear()
        self._follow()

    def _row(self, note: Note, about: str) -> QListWidgetItem:
        owner = self._state.atlas.known.get(note.structure)
        head = "" if about or owner is None else f"{owner.title}: "
        beginning = " ".join(note.text.split())
        short = beginning if len(beginning) <= BEGINNING else f"{beginning[:BEGINNING]}…"
        row = QListWidgetItem(head + short)
        row.setData(ID, note.id)
        return row

    def _about(self) -> str:
        return self._state.view.selection[-1] if self._state.view.selection else ""

    def _chosen(self) -> Note | None:
        rows = self.list.selectedItems()
        return next((note for note in self._notes.all() if rows and note.id == rows[0].data(ID)), None)

    def _follow(self) -> None:
        """Put the chosen note where it can be changed."""
        note = self._chosen()
        if note is not None:
            self.text.setPlainText(note.text)
        for name in ("change", "delete"):
            self.buttons[name].setEnabled(note is not None)

    # Doing ----------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Keep what is written as a new note."""
        self._try(lambda: self._notes.add(self.text.toPlainText(), self._about()))

    def change(self) -> None:
        """Give the chosen note the words that are written."""
        if (note := self._chosen()) is not None:
            self._try(lambda: self._notes.rewrite(note.id, self.text.toPlainText()))

    def delete(self) -> None:
        """Throw the chosen note away."""
        if (note := self._chosen()) is not None:
            self._try(lambda: self._notes.delete(note.id))

    def export(self) -> None:
        """Ask where to, and write all notes there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = self.tr("Markdown (*.md);;JSON (*.json)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export notes"), str(Path(folder) / "notes.md"), kinds)
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write all notes to a file, as JSON where its name ends so, else as Markdown; say why not."""
        notes = self._notes.all()
        words = as_json(notes) if path.suffix == ".json" else as_markdown(notes, self._state.atlas)
        try:
            path.write_text(words, encoding="utf-8")
        except OSError as error:
            self._complain(self.tr("The notes cannot be written to {path}: {why}").format(path=path, why=error))
        else:
            self._complain("")

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except NotesError as error:
            self._complain(str(error))
        else:
            self._complain("")

    def _complain(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    # Building -------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.list.itemSelectionChanged.connect(self._follow)
        self._notes.changed.connect(self.show_notes)
        self._state.selection_changed.connect(self.show_notes)
        self._state.atlas_changed.connect(self.show_notes)
        QShortcut(QKeySequence("Ctrl+Return"), self.text, self.add, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("Delete"), self.list, self.delete, context=Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        for label in (self.about, self.trouble):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.about.setFont(theme.sized(theme.BODY, bold=True))
        self.trouble.setVisible(bool(self._notes.trouble))
        self.list.setAccessibleName(self.tr("Notes"))
        self.list.setToolTip(self.tr("Choose a note to change it (Delete throws it away)"))
        self.text.setAccessibleName(self.tr("Text of the note"))
        self.text.setPlaceholderText(self.tr("Write a note; Ctrl+Enter keeps it"))
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(14 * theme.STEP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, theme.STEP, theme.STEP)
        for part in (self.about, self.trouble, self.list, self.text):
            layout.addWidget(part)
        layout.addLayout(self._row_of_buttons())

    def _row_of_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, words, tip, deed in (
            ("add", self.tr("Add"), self.tr("Keep it as a new note (Ctrl+Enter)"), self.add),
            ("change", self.tr("Change"), self.tr("Give the chosen note these words"), self.change),
            ("delete", self.tr("Delete"), self.tr("Throw the chosen note away (Delete in the list)"), self.delete),
            ("export", self.tr("Export…"), self.tr("All notes as Markdown or JSON"), self.export),
        ):
            button = QPushButton(words, self)
            button.setToolTip(tip)
            button.clicked.connect(deed)
            self.buttons[name] = button
            row.addWidget(button)
        return row
