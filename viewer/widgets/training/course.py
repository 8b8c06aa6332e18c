"""A round of questions from its first to its last: what is asked now, what was answered, what is shown of it.

While it runs the session stands apart, so that undo leads into no other question, and out of none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from viewer.model.practice.answers import GUESSED, Answer
from viewer.model.practice.practice_log import PracticeLog
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.model.session.view_record import as_record
from viewer.model.training import judging, showing
from viewer.model.training.deck import Card
from viewer.model.training.judging import Verdict
from viewer.model.training.question import Question, Shown
from viewer.widgets.training.standpoint import Standpoint


class Stage(Enum):
    """How far a round is."""

    IDLE = auto()
    ASKING = auto()
    SURENESS = auto()
    TOLD = auto()


@dataclass(frozen=True)
class Result:
    """A question with what came of it."""

    question: Question
    verdict: Verdict
    sure: int


def now() -> datetime:
    """The time that an answer gets."""
    return datetime.now(UTC)


class Course(QObject):
    """``changed`` says that the stage is another one, ``again`` that an answer was too general to be judged."""

    changed = Signal()
    again = Signal(str)

    def __init__(
        self,
        state: ViewState,
        log: PracticeLog,
        standpoint: Standpoint,
        parent: QObject | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__(parent)
        self._state, self._log, self._standpoint, self._clock = state, log, standpoint, clock
        self.stage = Stage.IDLE
        self.question: Question | None = None
        self.verdict: Verdict | None = None
        self.results: list[Result] = []
        self._cards: Sequence[Card] = ()
        self._seed = 0
        self._before: View | None = None
        self._begun = self._clock()

    @property
    def running(self) -> bool:
        """Whether a question, or the answer to one, is there."""
        return self.stage is not Stage.IDLE

    @property
    def place(self) -> tuple[int, int]:
        """Which question this is, counted from 1, and of how many."""
        return len(self.results) + (self.stage is not Stage.TOLD), len(self._cards)

    def begin(self, cards: Sequence[Card], seed: int) -> None:
        """Ask these, one after another. Nothing happens without any, or before there is something to see."""
        self.leave()
        if not cards or self._state.view.camera is None:
            return
        self._cards, self._seed, self.results = tuple(cards), seed, []
        self._before = self._state.view
        self._state.stand_apart()
        self._ask()

    def answer(self, verdict: Verdict) -> None:
        """What was answered; it is judged aloud when it was said how sure it is. Another answer takes its place."""
        if self.stage not in (Stage.ASKING, Stage.SURENESS):
            return
        if not verdict.final:
            self.again.emit(verdict.words)
            return
        self.verdict = verdict
        self._go_to(Stage.SURENESS)

    def give_up(self) -> None:
        """Not to know is an answer too."""
        if self.stage in (Stage.ASKING, Stage.SURENESS) and self.question is not None:
            self.verdict = judging.given_up(self.question)
            self.tell(GUESSED)

    def tell(self, sure: int) -> None:
        """Judge the answer, keep it, and show the right one on the body."""
        if self.question is None or self.verdict is None or self.stage is Stage.TOLD:
            return
        self.results.append(Result(self.question, self.verdict, sure))
        self._keep(self.question, self.verdict, sure)
        self._show(self.question, self.verdict)
        self._go_to(Stage.TOLD)

    def go_on(self) -> None:
        """The next question; the end of the round after the last."""
        if self.stage is Stage.TOLD:
            if len(self.results) < len(self._cards):
                self._ask()
            else:
                self.leave()

    def leave(self) -> None:
        """End here; everything is as it was before the round."""
        if self.running:
            self.question = self.verdict = None
            self._before = None
            self.stage = Stage.IDLE
            self._state.rejoin()
            self.changed.emit()

    def take_deck(self, cards: Mapping[str, Card]) -> None:
        """Go on with the questions of another edition of the annotations, as far as it has them."""
        there = list(self._cards[: len(self.results)])
        self._cards = (*there, *(cards[one.id] for one in self._cards[len(there) :] if one.id in cards))
        asked = self.question is not None and self.stage is not Stage.TOLD
        if asked and self.question is not None and self.question.card not in cards:
            self.leave()

    def _ask(self) -> None:
        assert self._before is not None
        self.question = self._cards[len(self.results)].question(self._seed)
        self.verdict = None
        kept = self._log.last_view(self.question.card)
        view = showing.asked(self._state.atlas, self.question, self._before, kept.camera if kept else None)
        self._see(view, None if kept and kept.camera else self.question.asked)
        self._begun = self._clock()
        self._go_to(Stage.ASKING)

    def _show(self, question: Question, verdict: Verdict) -> None:
        assert self._before is not None
        view = showing.answered(self._state.atlas, question, self._before, self._state.view, verdict.wrong)
        shown, press = question.answered, self._state.view.finger
        if question.finger is not None and press is not None:
            shown = replace(shown, at=press.tip)
        self._see(view, shown, verdict.wrong if shown.framed else (), turned=False)

    def _see(self, view: View, shown: Shown | None, besides: tuple[str, ...] = (), turned: bool = True) -> None:
        """Show a view with which undo begins, from where what it shows is seen best, or as it says itself."""
        with self._state.one_step():
            self._state.change(lambda _: view)
            if shown is not None:
                self._standpoint.take(shown, besides, turned)
        self._state.stand_apart()

    def _keep(self, question: Question, verdict: Verdict, sure: int) -> None:
        when = self._clock()
        seconds = max(0.0, (when - self._begun).total_seconds())
        view = as_record(self._state.view)
        self._log.add(Answer(question.card, verdict.right, sure, seconds, when, verdict.said, view))

    def _go_to(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()
