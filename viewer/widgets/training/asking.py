"""One question in the panel: what is asked, the answers to choose from, a field to type in, how sure one is, and then
what is to be said of the answer.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.model.training.explaining import reasons
from viewer.model.training.question import Question
from viewer.widgets.chrome import theme
from viewer.widgets.training.choices import RIGHT, WRONG, Choices
from viewer.widgets.training.course import Course, Stage
from viewer.widgets.training.cut_picture import CutPicture
from viewer.widgets.training.explanation import Explanation
from viewer.widgets.training.here import Here
from viewer.widgets.training.sureness import Sureness, sure_words
from viewer.widgets.viewport.viewport import Viewport


class Asking(QWidget):
    """Follows a course. ``typed`` and ``chosen`` are answers, ``more_asked`` names a structure to read of."""

    chosen = Signal(int)
    typed = Signal(str)
    more_asked = Signal(str)
    placed = Signal()

    def __init__(self, state: ViewState, course: Course, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._course, self._viewport = state, course, viewport
        self.where, self.text, self.how, self.verdict = (QLabel(self) for _ in range(4))
        self.choices, self.field, self.sureness = Choices(self), QLineEdit(self), Sureness(self)
        self.why, self.here, self.section = Explanation(state, self), Here(state, viewport, self), CutPicture(self)
        self.unknown, self.on = QPushButton(tr("I do not &know"), self), QPushButton(tr("&Next"), self)
        self.more, self.end = QPushButton(tr("&More about it"), self), QPushButton(tr("&End"), self)
        self._area = QScrollArea(self)
        self._dress()
        self._lay_out()
        self._wire()

    def follow(self) -> None:
        """Show how far the course is."""
        question, stage = self._course.question, self._course.stage
        if question is None:
            return
        number, of = self._course.place
        self.where.setText(tr("Question {n} of {of}").format(n=number, of=of))
        self.text.setText(question.text)
        if stage is Stage.ASKING:
            self._ask(question)
        if stage is Stage.SURENESS:
            self._repeat()
        if stage is Stage.TOLD:
            self._tell(question)
        self._show_parts(question, stage)
        self.begin()
        QTimer.singleShot(0, self, self._scroll)  # once all parts have their places

    def _scroll(self) -> None:
        """In a low window what is new comes first."""
        if self._course.stage is Stage.TOLD:
            self._area.ensureWidgetVisible(self.verdict)
        else:
            self._area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave room for words below the section."""
        super().resizeEvent(event)
        self.section.fit(self.height())

    def begin(self) -> None:
        """The keyboard to where the next thing is to be done."""
        stage, reason = self._course.stage, Qt.FocusReason.OtherFocusReason
        if stage is Stage.TOLD:
            self.on.setFocus(reason)
        elif stage is Stage.SURENESS:
            self.sureness.begin()
        elif self._course.question is not None and self._course.question.finger is not None:
            self.here.begin()
        else:
            (self.choices.buttons[0] if self.choices.buttons else self._viewport).setFocus(reason)

    def say_again(self, words: str) -> None:
        """The answer was too general."""
        self.how.setText(words)
        self.how.show()
        self.field.selectAll()

    def _ask(self, question: Question) -> None:
        self.choices.offer(question.choices)
        self.field.clear()
        self.how.setText(_how(question))
        self.why.tell(None)
        self.setAccessibleDescription(question.text)
        for button in self.choices.buttons:
            button.setAccessibleDescription(question.text)

    def _repeat(self) -> None:
        """What was answered, as long as it can still be changed. What was shown with a hand is not named before it is
        judged: its name would tell whether it is right.
        """
        verdict, question = self._course.verdict, self._course.question
        assert verdict is not None
        assert question is not None
        if question.choices or question.can_be_typed:
            self.how.setText(tr("Your answer: {answer}").format(answer=verdict.said))
        elif question.finger is not None:
            self.how.setText(tr("Your answer: where the finger is now"))
        else:
            self.how.setText(tr("Your answer: what you clicked. Another click changes it."))

    def _tell(self, question: Question) -> None:
        verdict, sure = self._course.verdict, self._course.results[-1].sure
        assert verdict is not None
        self.choices.judge()
        mark = RIGHT if verdict.is_right else WRONG if verdict.right == 0 else "\N{ALMOST EQUAL TO}"
        self.verdict.setText(f"{mark}  {verdict.words}")
        self.verdict.setAccessibleName(verdict.words)
        self.how.setText(tr("You were: {sure}").format(sure=sure_words(sure)))
        self.why.tell(question, verdict.notes)
        self.section.tell(self._state, self._viewport, question)
        why = " ".join(line.text for line in reasons(self._state.atlas, question))
        self.setAccessibleDescription(" ".join((verdict.words, *verdict.notes, why)))
        self.on.setAccessibleDescription(self.accessibleDescription())
        self.on.setText(tr("&Next") if len(self._course.results) < self._course.place[1] else tr("&Finish"))

    def _show_parts(self, question: Question, stage: Stage) -> None:
        asking, told = stage in (Stage.ASKING, Stage.SURENESS), stage is Stage.TOLD
        self.field.setVisible(stage is Stage.ASKING and question.can_be_typed)
        self.how.setVisible(bool(self.how.text()))
        self.unknown.setVisible(asking)
        self.here.setVisible(stage is Stage.ASKING and question.finger is not None)
        self.section.setVisible(told and question.finger is not None and self._state.view.finger is not None)
        self.sureness.setVisible(stage is Stage.SURENESS)
        for part in (self.verdict, self.why, self.on):
            part.setVisible(told)
        self.more.setVisible(told and question.about in self._state.atlas.known)

    def _wire(self) -> None:
        self.choices.chosen.connect(self.chosen)
        self.field.returnPressed.connect(self._type)
        self.here.said.connect(self.placed)
        self.sureness.said.connect(self._course.tell)
        self.unknown.clicked.connect(self._course.give_up)
        self.on.clicked.connect(self._course.go_on)
        self.end.clicked.connect(self._course.leave)
        self.more.clicked.connect(self._ask_more)

    def _type(self) -> None:
        if self.field.text().strip():
            self.typed.emit(self.field.text())

    def _ask_more(self) -> None:
        if self._course.question is not None:
            self.more_asked.emit(self._course.question.about)

    def _dress(self) -> None:
        for label, scale in (
            (self.where, theme.CAPTION),
            (self.text, theme.TITLE),
            (self.how, theme.BODY),
            (self.verdict, theme.BODY),
        ):
            label.setFont(theme.sized(scale, bold=label in (self.text, self.verdict)))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.field.setPlaceholderText(tr("… or type its name, then Enter"))
        self.field.setAccessibleName(tr("Type the name"))
        self.field.setToolTip(tr("Any of its names, in English, Latin, German or Spanish"))
        for button, tip in (
            (self.unknown, tr("See the answer; it comes back soon (key 0)")),
            (self.on, tr("On to the next question (Enter)")),
            (self.more, tr("All facts of this structure; the round waits (Q leads back)")),
            (self.end, tr("End the round here; everything is as before (Esc)")),
        ):
            button.setToolTip(tip)
            button.setAutoDefault(True)  # Enter presses it
            button.setMinimumHeight(theme.TARGET)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.where, stretch=1)
        head.addWidget(self.end)
        for button in (self.on, self.more, self.unknown):
            foot.addWidget(button)
        foot.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._scrolled(), stretch=1)
        layout.addLayout(foot)

    def _scrolled(self) -> QScrollArea:
        """All but what leads on, which is always to be seen."""
        page, area = QWidget(), self._area
        words = QVBoxLayout(page)
        words.setContentsMargins(0, 0, 0, 0)
        asked = (self.text, self.choices, self.field, self.how, self.here, self.sureness)
        for part in (*asked, self.verdict, self.section):
            words.addWidget(part)
        self.why.setMinimumHeight(20 * theme.STEP)
        words.addWidget(self.why, stretch=1)
        words.addStretch(0)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area


def _how(question: Question) -> str:
    """What to do besides choosing."""
    if question.targets and not question.choices:
        return tr("Click it in the 3D view. Drag turns, P takes a layer away.")
    if question.targets:
        return tr("Choose, or click it in the 3D view.")
    if question.finger is not None:
        told = tr("Press on the skin, drag to aim, push with the wheel or + and −. Drag with the right button to turn.")
        names = ", ".join(dict.fromkeys(mark.name for mark in question.asked.marks))
        return f"{told} {tr('Rings: {names}.').format(names=names)}" if names else told
    if question.zones:
        return tr("Click the place on the body in the 3D view.")
    return ""
