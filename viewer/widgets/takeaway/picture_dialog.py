"""A picture of the 3D view: how large, on which ground, with names or without. What was chosen is kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from viewer.language import mark, tr
from viewer.model.session.settings import PICTURES, Settings
from viewer.widgets.chrome import theme

WIDTH = 48 * theme.STEP
ASPECTS: Mapping[str, str] = {"size": mark("&Size"), "ground": mark("&Ground"), "names": mark("&Names")}
TIPS: Mapping[str, str] = {
    "size": mark("In pixels; large ones have larger letters too, and take a while"),
    "ground": mark("Transparent: to be laid on a slide or a poster"),
    "names": mark("Written beside the structures"),
}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "size": {
        "window": mark("As in the window, {width} x {height}"),
        "1920x1080": mark("Full HD, 1920 x 1080"),
        "3840x2160": mark("4K, 3840 x 2160"),
        "7680x4320": mark("8K, 7680 x 4320: for a poster"),
    },
    "ground": {"same": mark("As it is"), "transparent": mark("Transparent"), "white": mark("White")},
    "names": {"same": mark("As it is"), "with": mark("With names"), "without": mark("Without names")},
}


class PictureDialog(QDialog):
    """``wanted`` comes when a picture is to be saved as the settings say now."""

    wanted = Signal()

    def __init__(self, settings: Settings, size: tuple[int, int], parent: QWidget) -> None:
        """``size`` is that of the view in pixels."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Save a picture"))
        self._settings = settings
        self.boxes = {aspect: self._box(aspect, size) for aspect in ASPECTS}
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = self.buttons.addButton(tr("Sa&ve as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setToolTip(tr("Where the picture is to be kept"))
        save.setDefault(True)
        self._lay_out()
        self.buttons.accepted.connect(self._give)
        self.buttons.rejected.connect(self.reject)

    def _box(self, aspect: str, size: tuple[int, int]) -> QComboBox:
        box = QComboBox(self)
        for choice in PICTURES[aspect]:
            box.addItem(tr(CHOICES[aspect][choice]).format(width=size[0], height=size[1]), choice)
        box.setCurrentIndex(box.findData(self._settings.picture(aspect)))
        box.setAccessibleName(tr(ASPECTS[aspect]).replace("&", ""))
        box.setToolTip(tr(TIPS[aspect]))
        box.setMinimumHeight(theme.TARGET)
        return box

    def _lay_out(self) -> None:
        form, layout = QFormLayout(), QVBoxLayout(self)
        for aspect, box in self.boxes.items():
            label = QLabel(tr(ASPECTS[aspect]), self)
            label.setBuddy(box)
            form.addRow(label, box)
        layout.setContentsMargins(*[3 * theme.STEP] * 4)
        layout.setSpacing(2 * theme.STEP)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(WIDTH)

    def _give(self) -> None:
        for aspect, box in self.boxes.items():
            self._settings.choose_picture(aspect, str(box.currentData()))
        self.accept()
        self.wanted.emit()
