"""The structures at the left: a search field above a tree that shows, hides and chooses them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Qt,
    QThreadPool,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QToolButton, QTreeView, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.answers import search
from viewer.model.answers.find import FactFound, Finder, Found, PlaceFound
from viewer.model.notes.pins import Spot
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.model.session.view_changes import with_form
from viewer.widgets.chrome import icons, theme
from viewer.widgets.structures.folding import Folding
from viewer.widgets.structures.found_painting import FoundPainting
from viewer.widgets.structures.found_rows import FIND, ID, FoundRow, FoundStructures
from viewer.widgets.structures.structure_model import StructureModel


class StructureList(QWidget):
    """Searchable, checkable, in step with the state. ``entered`` names what to come close to; ``left`` is Esc.

    ``place_entered`` is a Spot to select the bone of and to come close to, ``fact_entered`` a structure and its fact,
    ``fact_shown`` that fact once its structure is told of.
    """

    entered = Signal(str)
    place_entered = Signal(object)
    fact_entered = Signal(str, str)
    fact_shown = Signal(str)
    left = Signal()

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._finder = state, Finder(state.atlas)
        self._chosen_now: View | None = None
        self._chosen_by_press: View | None = None
        self._joining: View | None = None
        self._clicked = False
        """What choosing rows led to: just now, with the mouse's last press, and with the first click of two."""
        self.field, self.tree = QLineEdit(self), QTreeView(self)
        self._nothing = QLabel(self)
        self._nothing.setText(
            tr(
                "No matches. Try part of a name (psoas, lesser troch), in English, Latin, German or Spanish; a short "
                "form (ASIS, TFL); or a word that a fact would use (flexion, groin)."
            )
        )
        self._model = StructureModel(state, self)
        self._found = FoundStructures(self._model, self)
        self._lay_out()
        self._folding = Folding(self.tree)
        self._wire()
        self.search()

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say of structures why they have no model."""
        self._model.set_problems(problems)

    def focus_search(self) -> None:
        """Let the keyboard type into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def listed(self) -> list[str]:
        """Ids of the structures whose rows are there now, from above."""
        groups = [self._found.index(row, 0) for row in range(self._found.rowCount())]
        return [
            name
            for group in groups
            for row in range(self._found.rowCount(group))
            if (name := self._found.index(row, 0, group).data(ID))
        ]

    def text_of(self, structure_id: str) -> str:
        """What the row of a structure says."""
        return str(self._model.index_of(structure_id).data())

    def search(self) -> None:
        """Leave the rows that what is typed finds in this body."""
        found = self._fitting()
        with QSignalBlocker(self.tree.selectionModel()):  # rows that a search hides stay chosen
            self._model.set_finds(found)
            self._found.keep(found.structures)
        self._nothing.setVisible(not found)
        self.tree.setVisible(bool(found))
        self._folding.begin_with([group.name for group in self._state.atlas.groups if group.away])
        self._folding.follow(searching=bool(self.field.text().strip()))
        self.show_selection()

    def prepare_search(self) -> None:
        """Make ready for searching, beside whatever else goes on."""
        QThreadPool.globalInstance().start(self._finder.prepare)

    def finish(self) -> None:
        """Leave nothing at work."""
        QThreadPool.globalInstance().waitForDone()

    def _read_again(self) -> None:
        self._finder = Finder(self._state.atlas)
        self.prepare_search()
        with QSignalBlocker(self.tree.selectionModel()):
            self._model.read_again()
        self.search()

    def show_selection(self) -> None:
        """Mark the rows of what is chosen."""
        choice, marked = self.tree.selectionModel(), QItemSelection()
        for name in self._state.view.selection:
            row = self._found.mapFromSource(self._model.index_of(name))
            if row.isValid():
                marked.select(row, row)
        with QSignalBlocker(choice):
            choice.select(marked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if indexes := marked.indexes():
            choice.setCurrentIndex(indexes[-1], QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(indexes[-1])
        self.tree.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keys of the search field that lead out of it."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # Esc ends the search; it must not clear the selection as well
        elif watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._leave_field(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _leave_field(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.field.clear()
            self.left.emit()
        elif key == Qt.Key.Key_Down:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _fitting(self) -> Found:
        """What is typed finds also what has no mesh; without it, only what is in the scene."""
        return self._finder.find(self.field.text(), self._state.view.absent)

    def _enter_first(self) -> None:
        if not self.field.text().strip():
            return
        found = self._fitting()
        if found.structures and not found.place_first:
            self._enter(found.structures[0])
        elif found:
            self._enter_find(found.places[0] if found.places else found.facts[0])

    def _enter_row(self, row: QModelIndex) -> None:
        joining, self._joining = self._joining, None
        clicked, self._clicked = self._clicked, False
        if name := row.data(ID):
            self._enter(name, joining)
        elif not clicked:
            self._click(row)

    def _click(self, row: QModelIndex) -> None:
        """A find has nothing to be chosen for but going there."""
        if isinstance(found := row.data(FIND), FoundRow):
            self._enter_find(found.find)

    def _enter_find(self, find: PlaceFound | FactFound) -> None:
        if isinstance(find, FactFound):
            self.fact_entered.emit(find.structure, find.fact.id)
            self.fact_shown.emit(find.fact.id)
        else:
            self.place_entered.emit(Spot(find.structure, find.place))

    def _join_clicks(self) -> None:
        """The first click of two has chosen the row: entering it belongs to the same action."""
        self._joining, self._clicked = self._chosen_by_press, True

    def _press(self) -> None:
        self._chosen_by_press, self._chosen_now = self._chosen_now, None

    def _enter(self, name: str, joining: View | None = None) -> None:
        """Go to a structure, in the form that was searched for."""
        if name in self._state.atlas.unmodelled:
            self.entered.emit(name)
            return
        form = search.form_meant(self._state.atlas, name, self.field.text())
        with self._state.one_step(joining=joining):
            if form is not None:
                self._state.change(with_form(self._state.atlas, name, form))
            self.entered.emit(name)

    def _choose(self) -> None:
        rows = self.tree.selectionModel().selectedIndexes()
        marked = [row.data(ID) for row in rows if not row.data(FIND)]
        if rows and not marked:
            return
        if marked and marked[-1] in self._state.atlas.unmodelled:
            self.entered.emit(marked[-1])
            if len(rows) > 1:
                self.show_selection()  # of what cannot be chosen only the row that was meant stays marked
            return
        kept = [name for name in self._state.view.selection if name in marked]
        self._state.select(*kept, *(name for name in marked if name not in kept))
        self._chosen_now = self._state.view

    def _wire(self) -> None:
        self.field.textChanged.connect(self.search)
        self.field.returnPressed.connect(self._enter_first)
        self.field.installEventFilter(self)
        self.tree.selectionModel().selectionChanged.connect(self._choose)
        self.tree.pressed.connect(self._press)
        self.tree.clicked.connect(self._click)
        self.tree.doubleClicked.connect(self._join_clicks)
        self.tree.activated.connect(self._enter_row)
        self._state.selection_changed.connect(self.show_selection)
        self._state.variants_changed.connect(self.search)
        self._state.atlas_changed.connect(self._read_again)

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Structures"))
        self.field.setAccessibleName(tr("Search structures"))
        self.field.setPlaceholderText(tr("Search structures"))
        self.field.setClearButtonEnabled(True)
        for action in self.field.findChildren(QAction):
            action.setIcon(icons.icon("clear"))
        for button in self.field.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the search"))
        self.tree.setAccessibleName(tr("Structures"))
        self.tree.setModel(self._found)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(2 * theme.STEP)
        self.tree.setItemDelegate(FoundPainting(self.tree))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # level and side stand at the end of a name
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(2 * theme.STEP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, 0)
        layout.setSpacing(theme.STEP)
        for part in (self.field, self._nothing, self.tree):
            layout.addWidget(part, stretch=int(part is self.tree))
        layout.addStretch(0)
