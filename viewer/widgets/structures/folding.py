"""Which groups of the list are folded: those that are away at the start, then as the user leaves them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QObject, QSignalBlocker
from PySide6.QtWidgets import QTreeView

from viewer.widgets.structures.found_rows import GROUP


class Folding(QObject):
    """Folds the groups of a tree, by their names. While something is searched for, none is."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree, self._searching = tree, False
        self._known: set[str] = set()
        self._folded: set[str] = set()
        tree.collapsed.connect(self._note_folded)
        tree.expanded.connect(self._note_unfolded)

    def begin_with(self, names: Collection[str]) -> None:
        """Fold these, as far as they were not there before."""
        self._folded |= set(names) - self._known
        self._known |= set(names)

    def follow(self, searching: bool) -> None:
        """Fold and unfold the rows that there are now."""
        self._searching = searching
        model = self._tree.model()
        with QSignalBlocker(self._tree):
            for row in range(model.rowCount()):
                group = model.index(row, 0)
                self._tree.setExpanded(group, searching or group.data(GROUP) not in self._folded)

    def _note_folded(self, group: QModelIndex) -> None:
        if not self._searching:
            self._folded.add(group.data(GROUP))

    def _note_unfolded(self, group: QModelIndex) -> None:
        if not self._searching:
            self._folded.discard(group.data(GROUP))
