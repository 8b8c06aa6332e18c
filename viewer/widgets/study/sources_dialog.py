"""All sources together, each with what rests on it; a fact that is entered here is gone to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.answers.fact_lines import reference, words
from viewer.model.atlas.atlas import Atlas, Fact, Source, Structure
from viewer.model.words import status_words
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert

FACT = Qt.ItemDataRole.UserRole


class SourcesDialog(QDialog):
    """Sources as rows, the facts that cite them below. ``chosen`` is the id of a fact to go to."""

    chosen = Signal(str)

    def __init__(self, atlas: Atlas, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Sources"))
        self.resize(100 * theme.STEP, 80 * theme.STEP)
        self.field, self.tree = QLineEdit(self), QTreeWidget(self)
        self._lay_out()
        self.show_sources(atlas)
        self.field.textChanged.connect(self._filter)
        self.tree.itemActivated.connect(self._go)

    def show_sources(self, atlas: Atlas) -> None:
        """List the sources of an edition of the annotations."""
        self.tree.clear()
        for source in atlas.sources.values():
            self.tree.addTopLevelItem(self._row(source, atlas.citing(source.id)))
        self._filter(self.field.text())

    def _row(self, source: Source, citing: tuple[tuple[Structure, Fact], ...]) -> QTreeWidgetItem:
        row = QTreeWidgetItem([reference(source), str(len(citing))])
        row.setToolTip(0, inert(reference(source)))
        for owner, fact in citing:
            told = QTreeWidgetItem([f"{owner.title}: {words(fact)}", status_words(fact.status)])
            told.setData(0, FACT, fact.id)
            told.setToolTip(0, inert(words(fact)))
            row.addChild(told)
        return row

    def _filter(self, typed: str) -> None:
        """Leave the sources that every typed word stands in."""
        asked = typed.casefold().split()
        for row in (self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount())):
            if row is not None:
                row.setHidden(not all(word in row.text(0).casefold() for word in asked))

    def _go(self, row: QTreeWidgetItem) -> None:
        if fact := row.data(0, FACT):
            self.chosen.emit(fact)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(tr("Search sources"))
        self.field.setAccessibleName(tr("Search sources"))
        self.field.setClearButtonEnabled(True)
        self.tree.setAccessibleName(tr("Sources and what cites them"))
        self.tree.setToolTip(tr("Right opens what rests on a source, Enter goes to a fact"))
        self.tree.setHeaderLabels([tr("Source"), tr("Cited by")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, self.tree.header().ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        for part in (self.field, self.tree, buttons):
            layout.addWidget(part)
