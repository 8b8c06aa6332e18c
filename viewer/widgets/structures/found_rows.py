"""What a search finds besides structures, as rows of the list: places on bones, and words in facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from viewer.language import tr
from viewer.model.answers.find import FactFound, PlaceFound
from viewer.model.atlas.atlas import Atlas
from viewer.widgets.chrome.inert import inert

ID = Qt.ItemDataRole.UserRole
FIND = ID + 1
GROUP = FIND + 1
"""The name of a group, of its row."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class FoundRow:
    """A row of two lines. ``matches`` are the parts (begin, end) of the first that were searched for."""

    find: PlaceFound | FactFound
    first: str
    second: str
    hint: str
    matches: tuple[tuple[int, int], ...] = ()

    def data(self, role: int) -> Any:
        """What Qt asks of a row; readers of screens hear one line."""
        told = {
            Qt.ItemDataRole.DisplayRole: f"{self.first}\n{self.second}",
            Qt.ItemDataRole.AccessibleTextRole: f"{self.first} – {self.second}",
            Qt.ItemDataRole.ToolTipRole: inert(self.hint),
            ID: "",
            FIND: self,
        }
        return told.get(role)


def place_row(atlas: Atlas, found: PlaceFound) -> FoundRow:
    """A place by its name, and the bone that it is on."""
    region = atlas.regions[found.region]
    on = tr("on {bone}").format(bone=atlas.known[found.structure].title)
    return FoundRow(found, found.title, on, f"{found.title}\n{region.latin}\n{on}")


def fact_row(atlas: Atlas, found: FactFound) -> FoundRow:
    """A fact by the part of it that fits, and what it is about."""
    about = atlas.known[found.structure].title
    return FoundRow(found, found.excerpt.text, about, f"{about}\n{found.fact.text}", found.excerpt.matches)


class FoundStructures(QSortFilterProxyModel):
    """The rows that a search leaves: only structures of this body and finds, with the groups they are in."""

    def __init__(self, source: QAbstractItemModel, parent: QObject) -> None:
        super().__init__(parent)
        self._found: Collection[str] = ()
        self.setRecursiveFilteringEnabled(True)
        self.setFilterRole(ID)  # other words or ticks of a row do not make it found
        self.setSourceModel(source)

    def keep(self, found: Collection[str]) -> None:
        """Leave these structures."""
        self._found = frozenset(found)
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:  # noqa: N802
        """Whether a row stays; a group stays with its first structure."""
        one = self.sourceModel().index(row, 0, parent)
        return parent.isValid() and (one.data(ID) in self._found or one.data(FIND) is not None)
