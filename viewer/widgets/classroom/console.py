"""The page for who teaches while the class looks at another screen: notes, what comes next, the time, every button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from viewer.language import mark, tr
from viewer.widgets.asking.ask_class import AskClass
from viewer.widgets.chrome import theme
from viewer.widgets.classroom.answers import Answers
from viewer.widgets.classroom.console_clock import ConsoleClock
from viewer.widgets.classroom.console_parts import ActionButton, button, label, scrolled
from viewer.widgets.classroom.lecture import Lecture
from viewer.widgets.classroom.next_scene import NextScene
from viewer.widgets.side_panel.page import Page

AT_ARMS_LENGTH = 1.5  # times the system's size of type
BELOW = {
    "come_back": mark("Come back"),
    "freeze": mark("Freeze"),
    "blank": mark("Blank"),
    "spotlight": mark("Spotlight"),
}


class Console(Page):
    """Follows the lesson that is given."""

    def __init__(
        self, lecture: Lecture, asking: AskClass, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lecture, self._giving = lecture, lecture.giving
        self.clock, self.answers = ConsoleClock(self), Answers(asking, actions, self)
        self.count, self.title, self.caption = label(theme.BODY), label(theme.DISPLAY, bold=True), label(theme.BODY)
        self.notes, self.next = label(AT_ARMS_LENGTH), NextScene(self)
        self.back = button(tr("Back"), tr("The scene before (Page Up)"), "back")
        self.on = button(tr("Next"), tr("The next scene (Page Down)"), "next")
        self.below = [ActionButton(actions[name], tr(words)) for name, words in BELOW.items()]
        self._lay_out()
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)
        lecture.changed.connect(self.follow)
        lecture.exchanged.connect(self.clock.forget)
        self.follow()

    def follow(self) -> None:
        """Tell of the scene that is on, and of the one after it."""
        giving, scene = self._giving, self._giving.scene
        where = tr("Scene {number} of {count}").format(number=giving.number + 1, count=giving.count)
        self.count.setText(where if scene is not None else _nothing(giving.count))
        if scene is not None and self.notes.text() != scene.notes:
            self._reading.verticalScrollBar().setValue(0)
        for part, words in (
            (self.title, scene.title if scene is not None else ""),
            (self.caption, scene.caption if scene is not None else ""),
            (self.notes, scene.notes if scene is not None else ""),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self.next.follow(giving)
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, theme.STEP, 2 * theme.STEP, 2 * theme.STEP)
        layout.setSpacing(theme.STEP)
        for part in (self.clock, self.count, self.title, self.caption):
            layout.addWidget(part)
        self._reading = scrolled(self._sheet())
        layout.addWidget(self._reading, stretch=1)
        layout.addWidget(self.next)
        grid = QGridLayout()
        grid.setSpacing(theme.STEP)
        for number, each in enumerate((self.back, self.on, *self.below)):
            grid.addWidget(each, number // 2, number % 2)
        layout.addLayout(grid)

    def _sheet(self) -> QWidget:
        """What scrolls: answers first, as somebody waits for them."""
        sheet = QWidget()
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * theme.STEP)
        layout.addWidget(self.answers)
        layout.addWidget(self.notes)
        layout.addStretch()
        return sheet


def _nothing(count: int) -> str:
    if count:
        return tr("Page Down shows the first scene")
    return tr("No lesson is open. J makes one, Ctrl+O opens one; the class sees this picture meanwhile")
