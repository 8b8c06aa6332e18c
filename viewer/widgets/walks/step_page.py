"""One step of a walk on the page: where one is, what is said, the way on and back, and the way out at any time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.walks.before_touch import needs_asking
from viewer.model.walks.telling import educational, progress
from viewer.model.walks.walk import Walk
from viewer.widgets.chrome import icons, theme
from viewer.widgets.walks.step_text import StepText


class StepPage(QWidget):
    """``gone`` says how many steps to go (1 or -1); the others say what was pressed."""

    gone = Signal(int)
    ended = Signal()
    stopped = Signal()
    checklist_asked = Signal()
    reading_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.where, self.text = QLabel(self), QLabel(self), StepText(self)
        self.speak, self.copy, self.checklist = QToolButton(self), QToolButton(self), QToolButton(self)
        self.go_on_reading = QAction(tr("Go on with the next step by itself"), self)
        self.may_stop = QLabel(tr("The person may stop at any time."), self)
        self.stop = QPushButton(tr("&Stop"), self)
        self.back, self.on = QPushButton(tr("&Back"), self), QPushButton(tr("&Next step"), self)
        self.end = QPushButton(tr("&End"), self)
        self._lay_out()
        self._wire()

    def show_step(self, atlas: Atlas, walk: Walk, number: int, asked: bool) -> None:
        """Read a step; ``asked`` says that somebody is there to be touched, who was asked."""
        touching = needs_asking(walk)
        self.title.setText(walk.steps[number].title)
        study = f" · {tr('for study')}" if touching and not asked else ""
        self.where.setText(progress(walk, number) + study)
        self.text.show_step(atlas, walk, number)
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number + 1 < len(walk.steps))
        for part in (self.may_stop, self.stop, self.checklist):
            part.setVisible(touching)
        self.setAccessibleDescription(f"{self.where.text()}: {self.title.text()}")

    def take_keyboard(self) -> None:
        """To the way on, or at the last step to the way out."""
        (self.on if self.on.isEnabled() else self.end).setFocus(Qt.FocusReason.OtherFocusReason)

    def _wire(self) -> None:
        self.on.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.end.clicked.connect(self.ended)
        self.stop.clicked.connect(self.stopped)
        self.checklist.clicked.connect(self.checklist_asked)
        self.copy.clicked.connect(self.text.copy_step)
        self.speak.clicked.connect(self.reading_asked)

    def _go_on(self) -> None:
        self.gone.emit(1)

    def _go_back(self) -> None:
        self.gone.emit(-1)

    def _lay_out(self) -> None:
        for label, scale in ((self.title, theme.TITLE), (self.where, theme.CAPTION), (self.may_stop, theme.BODY)):
            label.setFont(theme.sized(scale, bold=label is self.title))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.where.setForegroundRole(self.where.foregroundRole().PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP // 2)
        layout.addLayout(self._head())
        layout.addWidget(self.title)
        layout.addWidget(self.text, stretch=1)
        layout.addLayout(self._safety())
        layout.addLayout(self._ways())
        advice = QLabel(educational(), self)
        advice.setFont(theme.sized(theme.CAPTION))
        advice.setForegroundRole(advice.foregroundRole().PlaceholderText)
        layout.addWidget(advice)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.where, stretch=1)
        for button, icon, name in (
            (self.speak, "speak", tr("Read aloud (R)")),
            (self.copy, "copy", tr("Copy this step as text")),
            (self.checklist, "checklist", tr("Before you touch: consent and cautions")),
        ):
            button.setIcon(icons.icon(icon))
            button.setIconSize(QSize(18, 18))
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setMinimumSize(theme.TARGET, theme.TARGET)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.speak.setCheckable(True)
        self._reading_menu()
        return row

    def _reading_menu(self) -> None:
        self.go_on_reading.setCheckable(True)
        self.go_on_reading.setToolTip(tr("When a step was read, the next one is shown and read"))
        menu = QMenu(self.speak)
        menu.addAction(self.go_on_reading)
        self.speak.setMenu(menu)
        self.speak.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def _safety(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.may_stop, stretch=1)
        self.stop.setToolTip(tr("Take the finger off at once (Alt+S)"))
        row.addWidget(self.stop)
        return row

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button, tip in (
            (self.back, tr("The step before (Page Up, Alt+B)")),
            (self.on, tr("The next step (Page Down, Alt+N)")),
            (self.end, tr("End the walk: everything as before (Alt+E)")),
        ):
            button.setToolTip(tip)
            row.addWidget(button, stretch=1)
        return row
