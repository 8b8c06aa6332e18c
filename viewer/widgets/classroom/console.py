"""The page for who teaches while the class looks at another screen: notes, what comes next, the time, every button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from viewer.language import mark, tr
from viewer.widgets.chrome import icons, theme
from viewer.widgets.classroom.console_clock import ConsoleClock
from viewer.widgets.classroom.lecture import Lecture
from viewer.widgets.side_panel.page import Page

AT_ARMS_LENGTH = 1.5  # times the system's size of type
BELOW = {
    "come_back": mark("Come back"),
    "freeze": mark("Freeze"),
    "blank": mark("Blank"),
    "spotlight": mark("Spotlight"),
}
LARGE = 44  # pixels that a button is high which is found without looking


class Console(Page):
    """Follows the lesson that is given."""

    def __init__(self, lecture: Lecture, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lecture, self._giving = lecture, lecture.giving
        self.clock = ConsoleClock(self)
        self.count, self.title, self.caption = _label(theme.BODY), _label(theme.DISPLAY, bold=True), _label(theme.BODY)
        self.notes, self.next = _label(AT_ARMS_LENGTH), _label(theme.TITLE)
        self.back = _button(tr("Back"), tr("The scene before (Page Up)"), "undo")
        self.on = _button(tr("Next"), tr("The next scene (Page Down)"), "redo")
        self.below = [ActionButton(actions[name], tr(words)) for name, words in BELOW.items()]
        self._lay_out()
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)
        lecture.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Tell of the scene that is on, and of the one after it."""
        giving, scene, after = self._giving, self._giving.scene, self._giving.next_scene
        where = tr("Scene {number} of {count}").format(number=giving.number + 1, count=giving.count)
        self.count.setText(where if scene is not None else _nothing(giving.count))
        for label, words in (
            (self.title, scene.title if scene is not None else ""),
            (self.caption, scene.caption if scene is not None else ""),
            (self.notes, scene.notes if scene is not None else ""),
            (self.next, after.title if after is not None else tr("End of the lesson") if scene is not None else ""),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._next_head.setVisible(self.next.isVisibleTo(self))
        self.back.setEnabled(giving.number > 0)
        self.on.setEnabled(giving.count > 0)
        if self._lecture.under_way:
            self.clock.begin()

    def begin(self) -> None:
        """The keyboard stays with the view: the lesson's keys are there."""

    def _step_back(self) -> None:
        self._lecture.step(-1)

    def _step_on(self) -> None:
        self._lecture.step(1)

    def _lay_out(self) -> None:
        self._next_head = _label(theme.CAPTION)
        self._next_head.setText(tr("Next"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, theme.STEP, 2 * theme.STEP, 2 * theme.STEP)
        layout.setSpacing(theme.STEP)
        for part in (self.clock, self.count, self.title, self.caption):
            layout.addWidget(part)
        layout.addWidget(_scrolled(self.notes), stretch=1)
        layout.addWidget(self._next_head)
        layout.addWidget(self.next)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.STEP)
        for number, button in enumerate((self.back, self.on, *self.below)):
            grid.addWidget(button, number // 2, number % 2)
        return grid


def _nothing(count: int) -> str:
    if count:
        return tr("Page Down shows the first scene")
    return tr("No lesson is open. J makes one, Ctrl+O opens one; the picture is shown as it is")


def _label(scale: float, bold: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.sized(scale, bold))
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label


def _button(words: str, tip: str, icon: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setIcon(icons.icon(icon))
    return _large(button)


class ActionButton(QToolButton):
    """Does what a command does, under a shorter name."""

    def __init__(self, action: QAction, words: str) -> None:
        super().__init__()
        self._action = action
        self.setText(words)
        self.setIcon(action.icon())
        self.setCheckable(action.isCheckable())
        _large(self)
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Be what the command is."""
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setChecked(self._action.isChecked())


def _large(button: QToolButton) -> QToolButton:
    """Found without looking, and pressed without taking the keyboard from the lesson."""
    button.setAccessibleName(button.text())
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(20, 20))
    button.setMinimumSize(0, LARGE)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setObjectName("raised")
    policy = button.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    button.setSizePolicy(policy)
    return button


def _scrolled(label: QLabel) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(label)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
