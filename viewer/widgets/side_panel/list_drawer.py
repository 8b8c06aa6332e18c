"""The list of structures with a head to fold it by, and the strip that it folds to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.widgets.chrome import icons, theme
from viewer.widgets.side_panel.cover import Cover

STRIP = theme.TARGET + theme.STEP


class ListDrawer(QFrame):
    """Stands beside the 3D view or over it. ``left`` is Esc where it stands over it."""

    fold_asked = Signal()
    left = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("drawer")
        self._over = False
        self.setAutoFillBackground(True)
        title = QLabel(tr("Structures"), self)
        title.setFont(theme.sized(theme.BODY, bold=True))
        head = QHBoxLayout()
        head.setContentsMargins(2 * theme.STEP, theme.STEP // 2, theme.STEP // 2, 0)
        head.addWidget(title, stretch=1)
        self.fold = _button(self, "fold", tr("Fold the list to a strip (Ctrl+B)"))
        self.fold.clicked.connect(self.fold_asked)
        head.addWidget(self.fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self._content, self._cover = content, Cover(self)
        layout.addWidget(content)
        layout.addWidget(self._cover)

    def withhold(self, on: bool) -> None:
        """Hide the list with all its names, or show it again."""
        self._content.setVisible(not on)
        self._cover.setVisible(on)

    def set_over(self, over: bool) -> None:
        """Have an edge where it stands over the 3D view."""
        self._over = over
        self.setProperty("over", over)
        self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        """Esc is for what stands over the view before it is for anything else."""
        if self._over and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().event(event)


class Strip(QWidget):
    """Keeps the list's place: as wide as the list beside the view, or a strip with what brings the list back."""

    unfold_asked = Signal()
    search_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.unfold = _button(self, "list", tr("Show the list of structures (Ctrl+B)"))
        self.search = _button(self, "search", tr("Search structures (/)"))
        self.unfold.clicked.connect(self.unfold_asked)
        self.search.clicked.connect(self.search_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.STEP // 2, theme.STEP // 2, theme.STEP // 2, 0)
        layout.setSpacing(theme.STEP // 2)
        for button in (self.unfold, self.search):
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def fold(self, folded: bool) -> None:
        """Be a strip, or keep the place of the list."""
        for button in (self.unfold, self.search):
            button.setVisible(folded)
        self.setMinimumWidth(STRIP)
        self.setMaximumWidth(STRIP if folded else 16777215)


def _button(parent: QWidget, icon: str, tip: str) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icons.icon(icon))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setMinimumSize(theme.TARGET, theme.TARGET)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
