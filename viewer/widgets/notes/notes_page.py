"""A teacher's own notes on the structure chosen last, or on places: written, changed, deleted, exported. Plain text
only. Ctrl+Z in the text undoes typing, and elsewhere what was done last: to a note, or in the view.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.notes.notes import Note, Notes, NotesError
from viewer.model.notes.notes_export import export
from viewer.model.notes.pins import Spot, pins
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.notes.note_buttons import NoteButtons
from viewer.widgets.notes.note_text import NoteText
from viewer.widgets.notes.notes_list import NotesList
from viewer.widgets.side_panel.page import Page


class NotesPage(Page):
    """The notes of the selection, or all of them where nothing is selected.

    ``chosen`` names the note that is chosen (or none), ``gone_to`` the spot of one that was chosen by hand,
    ``proposed`` the spot that the next note will have (or None). ``left`` gives the keyboard back to the scene.
    """

    chosen = Signal(str)
    gone_to = Signal(object)
    proposed = Signal(object)
    left = Signal()

    def __init__(self, state: ViewState, notes: Notes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._notes = state, notes
        self._spot: Spot | None = None
        self._put_in = self._kept = ""
        self.about, self.trouble = QLabel(self), QLabel(notes.trouble, self)
        self.list, self.text = NotesList(self), NoteText(self)
        deeds = {one.__name__: one for one in (self.add, self.change, self.delete, self.export)}
        self._deeds = NoteButtons(deeds, self)
        self.buttons = self._deeds.by_name
        self._lay_out()
        self._wire()
        self.show_notes()

    def begin(self) -> None:
        """The keyboard to the words of a new note."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_notes(self, elsewhere: bool = False) -> None:
        """List the notes on the structure chosen last. Words that are not kept yet stay.

        ``elsewhere`` says that another window changed them: then words that were typed over those of a note stay too.
        """
        about, known = self._about(), self._state.atlas.known
        numbers = {pin.note: pin.head for pin in pins(self._notes.all())}
        self.list.fill(self._notes.on(about) if about else self._notes.all(), numbers, known, about)
        self._tell()
        self._follow(typed_stay=elsewhere)

    def open(self, note_id: str) -> None:
        """Choose a note, also where the selection hid it; an unknown one is the one that is being written."""
        note = self._note(note_id)
        if note is None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.list.choose(note_id):
            self._state.select(note.structure)
            self.list.choose(note_id)
        self._follow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_on(self, spot: Spot) -> None:
        """Let the next note be on a place."""
        self._propose(spot)
        self.list.clearSelection()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up_place(self) -> bool:
        """Let the next note have no place; its words stay. False where it had none."""
        had = self._spot is not None
        self._propose(None)
        return had

    def _propose(self, spot: Spot | None) -> None:
        if spot != self._spot:
            self._spot = spot
            self.proposed.emit(spot)
            self._tell()

    def _about(self) -> str:
        return self._state.view.selection[-1] if self._state.view.selection else ""

    def _title(self, structure: str) -> str:
        known = self._state.atlas.known.get(structure)
        return known.title if known else structure

    def _note(self, note_id: str) -> Note | None:
        return next((note for note in self._notes.all() if note.id == note_id), None)

    # Following ------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Say what a note that is added will be on."""
        about = self._about()
        words = tr("Notes on {title}").format(title=self._title(about)) if about else tr("All notes")
        if self._spot is not None:
            place = tr("New note on a place of {title} (Esc gives the place up)")
            words = place.format(title=self._title(self._spot.structure))
        self.about.setText(words)

    def _choose(self) -> None:
        """A note was chosen by hand: put it where it can be changed, and go to its place."""
        self._follow()
        note = self._note(self.list.chosen())
        if note is not None and note.place is not None:
            self.gone_to.emit(Spot(note.structure, note.place))

    def _follow(self, typed_stay: bool = False) -> None:
        note = self._note(self.list.chosen())
        if not self._typed() or (note is not None and not typed_stay):
            self._put(note.text if note is not None else "")
        for name in ("change", "delete"):
            self.buttons[name].setEnabled(note is not None)
        self.chosen.emit(note.id if note else "")

    def _put(self, words: str) -> None:
        """Words that are kept somewhere, so that they may give way to others."""
        self.text.put(words)
        self._put_in, self._kept = self.text.toPlainText(), words

    def _typed(self) -> bool:
        return self.text.toPlainText() != self._put_in

    def _read_selection(self) -> None:
        self.show_notes()

    def _read_again(self) -> None:
        if self._spot is not None and self._spot.structure not in self._state.atlas.structures:
            self.give_up_place()
        self.show_notes()

    # Doing ----------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Keep what is written as a new note, on the place that was chosen for it if there is one."""
        words, spot = self.text.toPlainText(), self._spot
        kept = self._try(lambda: self._notes.add(words, *((spot.structure, spot.place) if spot else (self._about(),))))
        if kept:
            self.give_up_place()
            self.list.clearSelection()
            self._put("")

    def change(self) -> None:
        """Give the chosen note the words that are written."""
        if note_id := self.list.chosen():
            self._try(lambda: self._notes.rewrite(note_id, self.text.toPlainText(), over=self._kept))

    def delete(self) -> None:
        """Delete the chosen note."""
        if note_id := self.list.chosen():
            self._try(lambda: self._notes.delete(note_id))

    def export(self) -> None:
        """Ask where to, and write all notes there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = tr("Markdown (*.md);;JSON (*.json)")
        path, _ = QFileDialog.getSaveFileName(self, tr("Export notes"), str(Path(folder) / "notes.md"), kinds)
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write all notes to a file, as JSON where its name ends so, else as Markdown; say why not."""
        try:
            export(path, self._notes.all(), self._state.atlas)
        except OSError as error:
            self._complain(tr("The notes cannot be written to {path}: {why}").format(path=path, why=error.strerror))
        else:
            self._complain("")

    def _try(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except NotesError as error:
            self._complain(str(error))
            return False
        self._complain("")
        return True

    def _tell_cut(self, letters: int) -> None:
        self._complain(tr("%n letter(s) of what was pasted had no room in a note", "", letters))

    def _complain(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Esc gives up the place of a new note, and nothing else meanwhile."""
        if self._spot is not None and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() is QEvent.Type.KeyPress:
                self.give_up_place()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    # Building -------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.list.itemSelectionChanged.connect(self._choose)
        self.text.shortened.connect(self._tell_cut)
        self._notes.changed.connect(self.show_notes)
        self._state.selection_changed.connect(self._read_selection)
        self._state.atlas_changed.connect(self._read_again)
        for part in (self.list, self.text, *self.buttons.values()):
            part.installEventFilter(self)
        for key, part, do in (("Ctrl+Return", self.text, self.add), ("Delete", self.list, self.delete)):
            QShortcut(QKeySequence(key), part, do).setContext(Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        for label in (self.about, self.trouble):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.about.setFont(theme.sized(theme.BODY, bold=True))
        self.trouble.setVisible(bool(self._notes.trouble))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, theme.STEP, theme.STEP)
        for part in (self.about, self.trouble, self.list, self.text):
            layout.addWidget(part)
        layout.addWidget(self._deeds)
