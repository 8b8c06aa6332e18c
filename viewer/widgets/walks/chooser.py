"""Which walk, and on which side of the person."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QToolButton, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import Side
from viewer.model.walks.shelf import Shelf
from viewer.model.walks.telling import kind_words
from viewer.model.walks.walk import Kind
from viewer.model.words import side_heading
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert

SIDES = (Side.RIGHT, Side.LEFT)


class Chooser(QWidget):
    """``chosen`` says that another walk, or another side, was chosen by hand."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which = QComboBox(self)
        self.sides = {side: QToolButton(self) for side in SIDES}
        self._group = QButtonGroup(self)
        self._lay_out()
        self.which.activated.connect(self.chosen)
        self.which.currentTextChanged.connect(self._tell_whole)
        self._group.buttonClicked.connect(self.chosen)

    @property
    def walk_id(self) -> str:
        """The walk that is chosen; empty where there is none."""
        return str(self.which.currentData() or "")

    @property
    def side(self) -> Side:
        """The person's side that is chosen."""
        return Side.LEFT if self.sides[Side.LEFT].isChecked() else Side.RIGHT

    def choose(self, walk_id: str, side: Side | None = None) -> None:
        """Choose a walk, if it is there, and a side."""
        self.which.setCurrentIndex(max(self.which.findData(walk_id), min(1, self.which.count() - 1)))
        if side is not None:
            self.sides[side].setChecked(True)

    def list(self, shelf: Shelf) -> None:
        """Offer these walks under what they are, and keep the one that is chosen."""
        kept = self.walk_id
        self.which.clear()
        for kind in Kind:
            walks = [walk for walk in shelf.walks if walk.kind is kind]
            if walks:
                self._add_heading(kind_words(kind))
            for walk in walks:
                self.which.addItem(walk.title, walk.id)
                self.which.setItemData(self.which.count() - 1, str(walk.file), Qt.ItemDataRole.ToolTipRole)
        self.choose(kept)

    def _tell_whole(self, title: str) -> None:
        """A title is often longer than there is room for."""
        tip = tr("Which walk to take (Up and Down step)")
        self.which.setToolTip(inert(f"{title}\n{tip}") if title else tip)

    def _add_heading(self, words: str) -> None:
        self.which.addItem(words)
        model = self.which.model()
        assert isinstance(model, QStandardItemModel)
        heading = model.item(model.rowCount() - 1)
        heading.setEnabled(False)
        heading.setFont(theme.sized(theme.CAPTION, bold=True))

    def _lay_out(self) -> None:
        self.which.setAccessibleName(tr("Walk"))
        self._tell_whole("")
        self.which.setMinimumHeight(theme.TARGET)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP // 2)
        row.addWidget(self.which, stretch=1)
        for side, button in self.sides.items():
            button.setText(side_heading(side))
            button.setAccessibleName(side_heading(side))
            button.setToolTip(tr("The person's right side") if side is Side.RIGHT else tr("The person's left side"))
            button.setCheckable(True)
            button.setMinimumHeight(theme.TARGET)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            row.addWidget(button)
        self.sides[Side.RIGHT].setChecked(True)
