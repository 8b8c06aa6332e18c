"""What can be done to the scene that is chosen: a button for each deed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from viewer.language import mark, tr
from viewer.widgets.chrome import icons, theme

_DEEDS = (
    ("show", "show", mark("Show the scene (Enter)")),
    ("update", "update", mark("Let the scene show what is shown now")),
    ("up", "up", mark("Move the scene up (Ctrl+Up)")),
    ("down", "down", mark("Move the scene down (Ctrl+Down)")),
    ("copy", "copy", mark("Duplicate the scene")),
    ("delete", "delete", mark("Delete the scene (Delete)")),
)


class SceneButtons(QWidget):
    """``by_name``: "show", "update", "up", "down", "copy", "delete"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.by_name = {name: QToolButton(self) for name, _, _ in _DEEDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP // 2)
        for name, icon, words in _DEEDS:
            button = self.by_name[name]
            button.setIcon(icons.icon(icon))
            button.setIconSize(QSize(20, 20))
            button.setToolTip(tr(words))
            button.setAccessibleName(tr(words))
            button.setMinimumSize(theme.TARGET, theme.TARGET)
            row.addWidget(button)
            if name in ("update", "down"):
                row.addStretch()

    def allow(self, chosen: int, count: int) -> None:
        """What makes sense for this scene of so many."""
        for button in self.by_name.values():
            button.setEnabled(chosen >= 0)
        self.by_name["up"].setEnabled(chosen > 0)
        self.by_name["down"].setEnabled(0 <= chosen < count - 1)
