"""Training in the window: the page, the course, the log of practice, and the clicks in the 3D view that answer."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from viewer.language import tr
from viewer.model.notes.pins import Spot
from viewer.model.practice.answers import FAIRLY_SURE
from viewer.model.practice.practice_log import PracticeLog
from viewer.model.session.state import ViewState
from viewer.model.training import judging, reaching
from viewer.model.training.deck import Card, deck
from viewer.model.training.rounds import Wish, chosen
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.training.course import Course, Stage, now
from viewer.widgets.training.keys import Keys
from viewer.widgets.training.question_files import QuestionFiles
from viewer.widgets.training.standpoint import Standpoint
from viewer.widgets.viewport.viewport import Viewport

if TYPE_CHECKING:
    from viewer.widgets.training.train_page import TrainPage

PAGE = "train"
_MOST_DUE = 500


class Training(QObject):
    """``gone_to`` names a structure to choose and read of, ``message`` is what the status bar says, ``progress_asked``
    leads to how far the learner is.
    """

    gone_to = Signal(str)
    message = Signal(str)
    progress_asked = Signal()

    def __init__(
        self, window: QMainWindow, state: ViewState, viewport: Viewport, panel: SidePanel, log: PracticeLog
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._viewport, self._panel, self.log = window, state, viewport, panel, log
        self.course = Course(state, log, Standpoint(viewport), self)
        self._page: TrainPage | None = None
        self._keys: Keys | None = None
        self._dark = True
        self.files = QuestionFiles(state, self)
        self.files.opened.connect(self._tell_of_files)
        self.files.message.connect(self.message)
        panel.pages.add(PageName(PAGE, tr("Train"), discreet=True), self._make)
        panel.changed.connect(self._leave_with_panel)
        viewport.navigation.answered_at.connect(self._answer_at)
        self.course.changed.connect(self._follow)
        state.atlas_changed.connect(self._take_atlas)

    def take_keys(self, actions: Mapping[str, QAction]) -> None:
        """Answer by keys, which these actions have at other times."""
        self._keys = Keys(self._window, self.course, actions.values())
        self._keys.numbered.connect(self._number)
        self._keys.entered.connect(self._enter)

    def set_dark(self, dark: bool) -> None:
        """For a dark or a light ground."""
        self._dark = dark
        if self._page is not None:
            self._page.set_dark(dark)

    # Rounds ---------------------------------------------------------------------------------------------------

    def cards(self) -> Mapping[str, Card]:
        """Every question that there is for the body that is shown."""
        scene = self._viewport.scene
        lacking = scene.problems if scene else ()
        return deck(self._state.atlas, self._state.view.absent, lacking, self.files.questions)

    def titles(self) -> Mapping[str, str]:
        """What to call each card that can be asked."""
        self.files.read()
        return {name: card.title for name, card in self.cards().items()}

    def practise(self, names: Sequence[str]) -> None:
        """A round of the cards with these names, as far as they can be asked here."""
        there = self.cards()
        self.ask([there[name] for name in names if name in there], random.randrange(2**31))
        if not self.course.running:
            self.message.emit(self._why_not(any_left=True))

    def begin(self, seed: int | None = None) -> None:
        """A round as the form has it; the same seed asks the same of the same learner."""
        assert self._page is not None
        self.files.read()
        form, seed = self._page.form, random.randrange(2**31) if seed is None else seed
        wanted = form.wanted(self.cards())
        due = self.log.due(now(), _MOST_DUE, wanted.__contains__)
        answered = {one.card for one in self.log.cards(now())}
        self.ask(chosen(wanted, due, answered, Wish(form.which, form.how_many, seed)), seed)
        if not self.course.running:
            self.message.emit(self._why_not(any_left=bool(wanted)))

    def leave(self) -> bool:
        """End the round that is on. False where there is none."""
        running = self.course.running
        self.course.leave()
        return running

    def ask(self, cards: Sequence[Card], seed: int = 0) -> None:
        """A round of these cards."""
        self._panel.open(PAGE)
        self.course.begin(cards, seed)

    def _why_not(self, *, any_left: bool) -> str:
        if self._state.view.camera is None:
            return tr("The 3D view is still being prepared. Try again in a moment")
        return (
            tr("There is nothing of that to be asked now. Choose more") if any_left else tr("Choose what to be asked")
        )

    def _ask_missed_again(self) -> None:
        there = self.cards()
        missed = [one.question.card for one in self.course.results if not one.verdict.is_right]
        self.ask([there[name] for name in missed if name in there], random.randrange(2**31))

    # Files and editions ---------------------------------------------------------------------------------------

    def open_questions(self) -> None:
        """Ask for a file of a teacher's questions."""
        self.files.ask_for_file(self._window)

    def _tell_of_files(self) -> None:
        """What was opened can be asked for; what is wrong with it is listed."""
        self._panel.open(PAGE)
        self._offer()
        if not self.course.running:
            self.page.show_form()

    def _take_atlas(self) -> None:
        if self._page is not None:
            self.files.read()
            self._offer()
        self.course.take_deck(self.cards() if self.course.running else {})

    # Answers --------------------------------------------------------------------------------------------------

    def _answer_at(self, spot: Spot | None, place: QPointF) -> None:
        question = self.course.question
        if question is None or self.course.stage not in (Stage.ASKING, Stage.SURENESS):
            return
        if question.zones:
            skin = self._viewport.navigation.skin_at(place)
            if skin is not None:
                self.course.answer(judging.touched(question, *skin))
        elif question.targets and spot is not None:
            self._state.select(spot.structure)  # marked, not named, as long as nobody said how sure it is
            self.course.answer(judging.clicked(self._state.atlas, question, spot.structure))

    def _choose(self, number: int) -> None:
        question = self.course.question
        if question is not None and number < len(question.choices):
            self.course.answer(judging.chosen(question, question.choices[number]))

    def _type(self, text: str) -> None:
        if self.course.question is not None:
            self.course.answer(judging.typed(self._state.atlas, self.course.question, text))

    def _place(self) -> None:
        """The finger is where it was to go."""
        question, press = self.course.question, self._state.view.finger
        path = self._viewport.body.feel(press) if press is not None else None
        if question is None or question.finger is None or self.course.stage is not Stage.ASKING:
            return
        nearest = (
            self._viewport.body.nearest_on(question.finger.structure, path.press.tip) if path is not None else None
        )
        if path is None:
            self.course.again.emit(tr("Press on the skin first."))
        elif path.awaited or nearest is None:
            told = tr("%n structure(s) are still being read. Try again in a moment.", "", max(1, len(path.awaited)))
            self.course.again.emit(told)
        else:
            self.course.answer(reaching.pressed(self._state.atlas, question.finger, reaching.Reached(path, nearest)))

    def _number(self, digit: int) -> None:
        if digit == 0:
            self.course.give_up()
        elif self.course.stage is Stage.SURENESS:
            if digit <= len(self.page.asking.sureness.buttons):
                self.course.tell(digit)
        else:
            self.page.asking.choices.choose(digit - 1)

    def _enter(self) -> None:
        if self.course.stage is Stage.ASKING:
            self._place()
        elif self.course.stage is Stage.SURENESS:
            self.course.tell(FAIRLY_SURE)
        else:
            self.course.go_on()

    # Page -----------------------------------------------------------------------------------------------------

    @property
    def page(self) -> TrainPage:
        """The page, made when it is first asked for."""
        self._panel.pages.page(PAGE)
        assert self._page is not None
        return self._page

    def _make(self) -> TrainPage:
        from viewer.widgets.training.train_page import TrainPage

        self._page = page = TrainPage(self._state, self.course, self._viewport, self._panel)
        page.set_dark(self._dark)
        page.form.begun.connect(self.begin)
        page.progress_asked.connect(self.progress_asked)
        page.asking.chosen.connect(self._choose)
        page.asking.typed.connect(self._type)
        page.asking.placed.connect(self._place)
        page.asking.more_asked.connect(self.gone_to)
        page.ending.gone_to.connect(self.gone_to)
        page.ending.again.connect(self._ask_missed_again)
        self.files.faults_changed.connect(page.form.tell_faults)
        self.log.changed.connect(self._follow_log)
        QTimer.singleShot(0, self, self._fill)  # the page is seen before files and log are read
        return page

    def _fill(self) -> None:
        self.files.read()
        self._offer()

    def _follow_log(self) -> None:
        """Another learner, or another window, has other cards to come back."""
        if not self.course.running:
            self._offer()

    def _offer(self) -> None:
        assert self._page is not None
        there = self.cards()
        due = len(self.log.due(now(), _MOST_DUE, there.__contains__))
        self._page.form.offer(there.values(), due, self._whose(), self.log.note)

    def _whose(self) -> str:
        """Who learns, where several do on this machine."""
        return self.log.learner.name if len(self.log.learners()) > 1 else ""

    def _follow(self) -> None:
        asked = self.course.stage in (Stage.ASKING, Stage.SURENESS)
        self._viewport.navigation.answering = asked
        question = self.course.question
        placing = self.course.stage is Stage.ASKING and question is not None and question.finger is not None
        self._viewport.hand.want(PAGE, placing)
        if not self.course.running and self._page is not None:
            self._offer()

    def _leave_with_panel(self) -> None:
        """Who closes the panel leaves the round; who reads another page finds it waiting."""
        if self.course.running and not self._panel.current and not self._panel.shows(PAGE):
            self.course.leave()
