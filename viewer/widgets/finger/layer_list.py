"""What lies under the finger, from the skin inwards, as a table: name, depth, thickness, and where the tip is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.finger.telling import Layer
from viewer.widgets.chrome import theme
from viewer.widgets.finger import inks

STRUCTURE = Qt.ItemDataRole.UserRole
SWATCH = 14
NAME, DEEP, THICK = range(3)


class LayerList(QTreeWidget):
    """``chosen`` names the structure of a row that was entered."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Layer, ...] = ()
        self.setAccessibleName(tr("What lies under the finger, from the skin inwards"))
        self.setToolTip(tr("Depth and thickness along the way; Enter or a click selects in the 3D view"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHeaderLabels((tr("Layer"), tr("from mm"), tr("thick mm")))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.headerItem().setTextAlignment(DEEP, Qt.AlignmentFlag.AlignRight)
        self.headerItem().setTextAlignment(THICK, Qt.AlignmentFlag.AlignRight)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def fill(self, layers: Sequence[Layer], atlas: Atlas) -> None:
        """Tell of these layers; what has stayed is only told where it changed."""
        if tuple(layers) == self._told:
            return
        self._told = tuple(layers)
        with QSignalBlocker(self):
            while self.topLevelItemCount() > len(layers):
                self.takeTopLevelItem(self.topLevelItemCount() - 1)
            while self.topLevelItemCount() < len(layers):
                self.addTopLevelItem(QTreeWidgetItem())
            for number, layer in enumerate(layers):
                self._write(self.topLevelItem(number), layer, atlas)
        self._fit()

    def mark(self, selection: Sequence[str]) -> None:
        """Mark the row of what is selected in the scene."""
        with QSignalBlocker(self):
            rows = (self.topLevelItem(number) for number in range(self.topLevelItemCount()))
            row = next((row for row in rows if row and row.data(NAME, STRUCTURE) in selection), None)
            self.setCurrentItem(row)  # type: ignore[arg-type]  # None takes the mark away
            if row is None:
                self.clearSelection()

    def _write(self, row: QTreeWidgetItem | None, layer: Layer, atlas: Atlas) -> None:
        assert row is not None
        star = "*" if layer.schematic else ""
        name = f"{layer.number}  {layer.text}{star}" if layer.number else layer.text
        texts = (f"▶ {name}" if layer.here else name, _mm(layer.enter), _mm(layer.thick) if layer.thick else "")
        font = theme.sized(theme.BODY, bold=layer.here)
        for column, text in enumerate(texts):
            row.setText(column, text)
            row.setFont(column, font)
            row.setForeground(column, QBrush() if layer.structure else self.palette().placeholderText())
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignVCenter | _ALIGNED[column])
        row.setData(NAME, STRUCTURE, layer.structure)
        row.setIcon(NAME, _swatch(layer, atlas))
        row.setToolTip(NAME, spoken(layer))
        row.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, spoken(layer))

    def _fit(self) -> None:
        """As high as its rows: what surrounds it scrolls."""
        rows = self.topLevelItemCount()
        high = self.sizeHintForRow(0) if rows else QFontMetrics(self.font()).height()
        self.setFixedHeight(rows * high + self.header().sizeHint().height() + 4)

    def _choose(self, row: QTreeWidgetItem) -> None:
        if structure := row.data(NAME, STRUCTURE):
            self.chosen.emit(structure)


def spoken(layer: Layer) -> str:
    """A layer as it is read aloud."""
    told = tr("{name}, from {enter} to {leave} mm, {thick} mm thick")
    words = told.format(name=layer.text, enter=_mm(layer.enter), leave=_mm(layer.leave), thick=_mm(layer.thick))
    remarks = (
        (layer.schematic, tr("schematic: its place is shown, not its shape")),
        (layer.here, tr("the fingertip is here")),
    )
    return "; ".join((words, *(remark for holds, remark in remarks if holds)))


def _mm(length: float) -> str:
    return f"{length:.0f}" if length >= 10 or length == 0 else f"{length:.1f}"


_ALIGNED = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignRight)


def _swatch(layer: Layer, atlas: Atlas) -> QPixmap:
    """The colour that it has in the picture."""
    swatch = QPixmap(SWATCH, SWATCH)
    swatch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(swatch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(inks.on(inks.ON_PAPER, inks.FAT))
    if layer.structure:
        colour = inks.tissue(layer.structure, atlas.structures[layer.structure].kind, inks.ON_PAPER).body
    painter.setBrush(colour)
    painter.setPen(colour.darker(170))
    painter.drawRoundedRect(1, 1, SWATCH - 3, SWATCH - 3, 3, 3)
    painter.end()
    return swatch
