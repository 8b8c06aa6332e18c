"""The structures as Qt's tree of rows: groups above, structures below, a tick for what is shown. All derived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from viewer.drawing.style import SWATCHES
from viewer.language import tr
from viewer.model.answers.body_words import title
from viewer.model.answers.describe import NEVER_MODELLED
from viewer.model.answers.find import Found
from viewer.model.atlas.atlas import Kind, Structure
from viewer.model.session.state import ViewState
from viewer.model.words import not_modelled
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert
from viewer.widgets.structures.found_rows import GROUP, ID, FoundRow, fact_row, place_row

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_CHANGING = [_Role.DisplayRole, _Role.CheckStateRole, _Role.FontRole, _Role.ToolTipRole]
"""What the body and what is shown change of a row. Which rows are found is another matter."""
_GROUP = 0  # the internal id of a group's row; a structure's is its group's row plus one


class StructureModel(QAbstractItemModel):
    """Two levels of rows over (atlas, state). Ticking a row is a call on the state; the state ticks the row."""

    def __init__(self, state: ViewState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._problems: Mapping[str, str] = {}
        self._groups: dict[str, list[Structure]] = {}
        self._finds: dict[str, list[FoundRow]] = {}
        self._names: list[str] = []
        self._told: dict[str, tuple[object, ...]] = self._tell()
        self._sort_into_groups()
        self._swatches = {kind: _swatch(kind) for kind in Kind}
        for signal in (state.visibility_changed, state.variants_changed):
            signal.connect(self.refresh)

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say of structures why they have no model."""
        if problems != self._problems:
            self._problems = dict(problems)
            self.refresh()

    def read_again(self) -> None:
        """Every row from another edition of the annotations."""
        self.beginResetModel()
        self._sort_into_groups()
        self.endResetModel()

    def _sort_into_groups(self) -> None:
        atlas = self._state.atlas
        self._groups = {name: [atlas.known[one] for one in ids] for name, ids in atlas.members.items()}
        self._names = list(self._groups)
        self._finds = {}

    def set_finds(self, found: Found) -> None:
        """Rows of places and of facts besides those of structures: facts below them, places where they fit."""
        atlas = self._state.atlas
        places = {tr("Places on bones"): [place_row(atlas, one) for one in found.places]}
        facts = {tr("In the facts"): [fact_row(atlas, one) for one in found.facts]}
        finds = {name: rows for name, rows in (places | facts).items() if rows}
        if finds or self._finds:
            above = [name for name in places if name in finds and found.place_first]
            self.beginResetModel()
            self._finds = finds
            self._names = [*above, *self._groups, *(name for name in finds if name not in above)]
            self.endResetModel()

    def refresh(self) -> None:
        """Read the ticks and words of what has changed again: each row that is read costs time."""
        before, self._told = self._told, self._tell()
        for row, name in enumerate(self._names):
            group, members = self.index(row, 0), enumerate(self._groups.get(name, ()))
            changed = [place for place, one in members if self._told.get(one.id) != before.get(one.id)]
            for index in (*(self.index(place, 0, group) for place in changed), *([group] if changed else ())):
                self.dataChanged.emit(index, index, _CHANGING)

    def _tell(self) -> dict[str, tuple[object, ...]]:
        """All that the words and the tick of each structure with a mesh follow from."""
        view, forms = self._state.view, dict(self._state.view.forms)
        return {
            name: (view.shows(name), name in view.absent, forms.get(name), self._problems.get(name))
            for name in self._state.atlas.structures
        }

    def index_of(self, structure_id: str) -> QModelIndex:
        """A structure's row."""
        for row, name in enumerate(self._names):
            for place, structure in enumerate(self._groups.get(name, ())):
                if structure.id == structure_id:
                    return self.createIndex(place, 0, row + 1)
        return QModelIndex()

    # What Qt asks for -----------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        """The row-th group, or the row-th structure of a group."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads this name
        """The group of a structure."""
        inside = index.isValid() and index.internalId() != _GROUP
        return self.createIndex(index.internalId() - 1, 0, _GROUP) if inside else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """How many rows below."""
        if not parent.isValid():
            return len(self._names)
        return len(self._rows(parent.row())) if parent.internalId() == _GROUP else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, ARG002, B008
        """One."""
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Groups can be ticked, structures chosen too."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        if index.internalId() == _GROUP:
            ticked = self._names[index.row()] in self._groups
            return flag.ItemIsEnabled | flag.ItemIsUserCheckable if ticked else flag.ItemIsEnabled
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        structure = self._row(index)
        if isinstance(structure, FoundRow):
            return usual
        there = structure.modelled and structure.id not in self._problems
        return usual | flag.ItemIsUserCheckable if there else usual

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, tick, swatch and id of a row."""
        if not index.isValid():
            return None
        if index.internalId() == _GROUP:
            return self._of_group(self._names[index.row()], role)
        structure = self._row(index)
        if isinstance(structure, FoundRow):
            return structure.data(role)
        return self._of_structure(structure, role) if structure.modelled else _of_unmodelled(structure, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802, ARG002
        """A name for the one column."""
        return tr("Structures") if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Ticking shows, unticking hides: a structure or its whole group."""
        row = None if index.internalId() == _GROUP else self._row(index)
        ticks = bool(self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable)
        if role != Qt.ItemDataRole.CheckStateRole or not ticks or isinstance(row, FoundRow):
            return False
        hidden = Qt.CheckState(value) is Qt.CheckState.Unchecked
        if row is None:
            members = self._groups[self._names[index.row()]]
            self._state.set_hidden([one.id for one in members if one.modelled], hidden)
        else:
            self._state.set_hidden([row.id], hidden)
        return True

    def _rows(self, group: int) -> Sequence[Structure | FoundRow]:
        name = self._names[group]
        return self._groups[name] if name in self._groups else self._finds[name]

    def _row(self, index: _Index) -> Structure | FoundRow:
        return self._rows(index.internalId() - 1)[index.row()]

    def _of_group(self, name: str, role: int) -> Any:
        away = self._state.view.absent.union(self._problems, self._state.atlas.unmodelled)
        members = [one.id for one in self._groups.get(name, ()) if one.id not in away]
        shown = sum(self._state.view.shows(member) for member in members)
        if role == Qt.ItemDataRole.DisplayRole:
            part = str(shown) if shown == len(members) else tr("{n} of {of}").format(n=shown, of=len(members))
            return f"{name}  {part}" if members else name
        if role == Qt.ItemDataRole.CheckStateRole:
            return _tick(shown, len(members)) if members else None
        if role == Qt.ItemDataRole.FontRole:
            return theme.sized(theme.BODY, bold=True)
        return {ID: "", GROUP: name}.get(role)

    def _of_structure(self, structure: Structure, role: int) -> Any:
        problem = self._problems.get(structure.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(structure) + (f" – {self._no_model(problem)}" if problem else "")
        if role == Qt.ItemDataRole.CheckStateRole:
            return None if problem else _tick(int(self._state.view.shows(structure.id)), 1)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._swatches[structure.kind]
        if role == Qt.ItemDataRole.ToolTipRole:
            more = f"\n{self._no_model(problem)}" if problem else ""
            return inert(f"{self._title(structure)}\n{structure.latin}{more}")
        if role == Qt.ItemDataRole.FontRole:
            return _slanted() if problem else None
        return structure.id if role == ID else None

    def _title(self, structure: Structure) -> str:
        return title(self._state.atlas, self._state.view, structure.id)

    def _no_model(self, problem: str) -> str:
        return tr("no model: {problem}").format(problem=problem)


def _of_unmodelled(structure: Structure, role: int) -> Any:
    """A row of what is known by name and facts alone: nothing to tick. A topic or a region never has a mesh to miss."""
    if role == Qt.ItemDataRole.DisplayRole:
        return " – ".join(filter(None, (structure.title, _missing(structure))))
    if role == Qt.ItemDataRole.ToolTipRole:
        return inert("\n".join(filter(None, (structure.title, structure.latin, _missing(structure)))))
    if role == Qt.ItemDataRole.FontRole:
        return _slanted()
    return structure.id if role == ID else None


def _missing(structure: Structure) -> str:
    return "" if structure.kind in NEVER_MODELLED else not_modelled()


def _tick(shown: int, of: int) -> Qt.CheckState:
    if shown == 0:
        return Qt.CheckState.Unchecked
    return Qt.CheckState.Checked if shown == of else Qt.CheckState.PartiallyChecked


def _slanted() -> QFont:
    font = theme.sized(theme.BODY)
    font.setItalic(True)
    return font


def _swatch(kind: Kind) -> QIcon:
    picture = QPixmap(28, 28)
    picture.setDevicePixelRatio(2.0)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor.fromRgbF(*SWATCHES[kind]))
    painter.setPen(QColor(0, 0, 0, 60))
    painter.drawRoundedRect(QRect(1, 1, 11, 11), 3, 3)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # a chosen row's colour stays its own
    return icon
