"""All sources together, each with what rests on it; a fact that is entered here is gone to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.answers.fact_lines import reference, words
from viewer.model.atlas.atlas import Atlas, Fact, Source, Structure
from viewer.model.words import status_words
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert

FACT = Qt.ItemDataRole.UserRole
SOURCE = FACT + 1


class SourcesDialog(QDialog):
    """Sources as rows, the facts that cite them below. ``chosen`` is the id of a fact to go to."""

    chosen = Signal(str)

    def __init__(self, atlas: Atlas, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Sources"))
        self.resize(100 * theme.STEP, 80 * theme.STEP)
        self.field, self.tree = QLineEdit(self), QTreeWidget(self)
        self._citing: Mapping[str, Sequence[tuple[Structure, Fact]]] = {}
        self._lay_out()
        self.show_sources(atlas)
        self.field.textChanged.connect(self._filter)
        self.tree.itemExpanded.connect(self._fill)
        self.tree.itemActivated.connect(self._go)

    def show_sources(self, atlas: Atlas) -> None:
        """List the sources of an edition of the annotations."""
        self.tree.clear()
        self._citing = {source.id: atlas.citing(source.id) for source in atlas.sources.values()}
        self.tree.addTopLevelItems([self._row(source) for source in atlas.sources.values()])
        self._filter(self.field.text())

    def _row(self, source: Source) -> QTreeWidgetItem:
        words, citing = reference(source), self._citing[source.id]
        row = QTreeWidgetItem([words, str(len(citing))])
        row.setToolTip(0, inert(words))
        row.setData(0, SOURCE, source.id)
        if citing:
            row.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return row

    def _fill(self, row: QTreeWidgetItem) -> None:
        """What rests on a source, once it is to be seen: all of it at once would take long."""
        for owner, fact in self._citing[row.data(0, SOURCE)] if row.childCount() == 0 else ():
            told = QTreeWidgetItem([f"{owner.title}: {words(fact)}", status_words(fact.status)])
            told.setData(0, FACT, fact.id)
            told.setToolTip(0, inert(words(fact)))
            row.addChild(told)

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
