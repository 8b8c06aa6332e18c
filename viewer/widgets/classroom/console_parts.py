"""What the console is made of: words that wrap, and buttons that are found without looking."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QWidget

from viewer.widgets.chrome import icons, theme

LARGE = 44  # pixels that a button is high


class LargeButton(QToolButton):
    """Found without looking. Pressed by the mouse it leaves the keyboard to the lesson."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("raised")
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(20, 20))
        self.setMinimumHeight(LARGE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)


class ActionButton(LargeButton):
    """Does what a command does, under a shorter name."""

    def __init__(self, action: QAction, words: str) -> None:
        super().__init__(words)
        self._action = action
        self.setMinimumHeight(theme.TARGET)
        self.setIcon(action.icon())
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Be what the command is."""
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setChecked(self._action.isChecked())


def button(words: str, tip: str, icon: str) -> LargeButton:
    """One that is no command's."""
    made = LargeButton(words)
    made.setToolTip(tip)
    made.setIcon(icons.icon(icon))
    return made


def label(scale: float, bold: bool = False) -> QLabel:
    """Plain words, as wide as there is room."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.sized(scale, bold))
    made.setWordWrap(True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """As much of something as there is room for; it takes no keys."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
