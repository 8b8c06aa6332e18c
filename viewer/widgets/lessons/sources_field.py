"""The sources that bear what a scene says: listed, added by author or title, taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert

ID = Qt.ItemDataRole.UserRole
MOST_ROWS = 4


class SourcesField(QWidget):
    """``changed`` gives the ids in their order, when a hand changed them."""

    changed = Signal(tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list, self.which, self.propose = _Chosen(self), QComboBox(self), QPushButton(self)
        self._proposed: tuple[str, ...] = ()
        self._lay_out()
        self.which.activated.connect(self._add)
        self.propose.clicked.connect(self._add_proposed)
        self.list.deleted.connect(self._take_away)

    @property
    def ids(self) -> tuple[str, ...]:
        """Those that are listed."""
        return tuple(str(self.list.item(row).data(ID)) for row in range(self.list.count()))

    def offer(self, atlas: Atlas) -> None:
        """Let these be chosen from."""
        with QSignalBlocker(self.which):
            self.which.clear()
            self.which.addItem("", "")
            for source in sorted(atlas.sources.values(), key=lambda one: one.short.casefold()):
                self.which.addItem(f"{source.short}: {source.title}", source.id)
            self.which.setCurrentIndex(0)

    def show_ids(self, ids: Sequence[str], proposed: Sequence[str], atlas: Atlas) -> None:
        """List these; ``proposed`` are those of what is lit in the scene."""
        self._proposed = tuple(name for name in proposed if name not in ids)
        self.propose.setText(tr("Add the %n source(s) of what is lit", "", len(self._proposed)))
        self.propose.setVisible(bool(self._proposed))
        if tuple(ids) != self.ids:
            self.list.clear()
            for name in ids:
                source = atlas.sources[name]
                row = QListWidgetItem(f"{source.short}: {source.title}")
                row.setData(ID, name)
                row.setToolTip(inert(f"{source.short}: {source.title}. {source.where}"))
                self.list.addItem(row)
        rows = min(max(len(ids), 1), MOST_ROWS)
        self.list.setVisible(bool(ids))
        self.list.setFixedHeight(rows * (self.list.fontMetrics().lineSpacing() + 4) + theme.STEP)

    def _add(self) -> None:
        chosen = str(self.which.currentData() or "")
        self.which.setCurrentIndex(0)
        if chosen and chosen not in self.ids:
            self.changed.emit((*self.ids, chosen))

    def _add_proposed(self) -> None:
        self.changed.emit((*self.ids, *self._proposed))

    def _take_away(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.changed.emit((*self.ids[:row], *self.ids[row + 1 :]))

    def _lay_out(self) -> None:
        self.list.setAccessibleName(tr("Sources of the scene"))
        self.list.setToolTip(tr("Sources of caption and notes; Delete takes one away"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.which.setEditable(True)
        self.which.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.which.setAccessibleName(tr("Add a source"))
        self.which.setToolTip(tr("Add a source: type an author or some of the title"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumHeight(theme.TARGET)
        if (line := self.which.lineEdit()) is not None:
            line.setPlaceholderText(tr("Add a source: author or title"))
        completer = QCompleter(self.which.model(), self.which)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.which.setCompleter(completer)
        self.propose.setToolTip(tr("The sources of the facts that are lit in this scene"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP // 2)
        for part in (self.list, self.propose, self.which):
            layout.addWidget(part)


class _Chosen(QListWidget):
    """``deleted``: the Delete key was pressed."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
