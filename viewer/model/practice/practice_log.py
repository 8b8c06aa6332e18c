"""The log of what was practised: whose, what, how right and how sure. It stays on this machine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from viewer.language import tr
from viewer.model.notes import notes
from viewer.model.notes.plain_text import plain
from viewer.model.practice.answers import Answer, CardState, Day, Learner
from viewer.model.session.record_values import NoViewError
from viewer.model.session.view import View
from viewer.model.session.view_record import view_of

if TYPE_CHECKING:
    from viewer.model.practice.keeping import Keeping

FIRST = "first"
"""The id of the learner whom every log begins with."""
LONGEST_NAME = 60


def usual_file() -> Path:
    """Beside the notes of this user."""
    return notes.usual_file().with_name("practice.sqlite3")


class PracticeLog(QObject):
    """The answers of everybody who learns here; what is read and added is the current learner's.

    The file is opened when something is first asked of it. ``changed`` comes after each deed. ``now`` is always given:
    nothing here looks at a clock.
    """

    changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or usual_file()
        self._learner = Learner("", "")
        self._lost = ""

    @cached_property
    def _keeping(self) -> Keeping:
        from viewer.model.practice.keeping import Keeping

        return Keeping(self.path)

    @property
    def note(self) -> str:
        """What is wrong with the file, for the user, and what to do; empty where nothing is."""
        self._settle()
        told = [self._keeping.trouble, self._lost]
        if not self._keeping.is_kept:
            told.append(tr("You can go on; but as long as that is so, what you answer is lost when the program ends."))
        return " ".join(filter(None, told))

    @property
    def is_kept(self) -> bool:
        """Whether what is answered is on the disk."""
        self._settle()
        return self._keeping.is_kept

    def close(self) -> None:
        """Give the file back; whoever asks next opens it again."""
        self._keeping.close()

    # Learners -------------------------------------------------------------------------------------------------

    @property
    def learner(self) -> Learner:
        """The current one: at first who was used last."""
        self._settle()
        return self._learner

    def learners(self) -> tuple[Learner, ...]:
        """All of them, in the order in which they came."""
        from viewer.model.practice import figures

        self._settle()
        return self._keeping.read(figures.learners)

    def add_learner(self, name: str) -> Learner:
        """One more, who is the current one from now on. Raises ValueError, to be shown, for a name that is none."""
        from viewer.model.practice import deeds

        learner = Learner(uuid4().hex, self._free_name(name))
        self._keeping.do(partial(deeds.add_learner, learner=learner.id, name=learner.name))
        self.use_learner(learner.id)
        return learner

    def use_learner(self, learner_id: str) -> None:
        """Let another one be the current one."""
        from viewer.model.practice import deeds

        self._keeping.do(partial(deeds.use_learner, learner=learner_id))
        self._settle(learner_id)
        self.changed.emit()

    def rename_learner(self, learner_id: str, name: str) -> None:
        """Another name. Raises ValueError, to be shown, for a name that is none."""
        from viewer.model.practice import deeds

        name = self._free_name(name, learner_id)
        self._keeping.do(partial(deeds.rename_learner, learner=learner_id, name=name))
        self._settle()
        self.changed.emit()

    def delete_learner(self, learner_id: str) -> bool:
        """Take away a learner with all answers, from the disk too.

        False where some of it stays there: another window holds it, or the file cannot be written now.
        """
        from viewer.model.practice import deeds

        self._keeping.do(partial(deeds.delete_learner, learner=learner_id))
        swept = self._keeping.sweep()
        self._settle()
        self.changed.emit()
        return swept

    def damaged_files(self) -> list[Path]:
        """Damaged logs that were kept aside: nobody is deleted from those."""
        from viewer.model.practice import log_file

        return log_file.set_aside(self.path)

    # Answers --------------------------------------------------------------------------------------------------

    def add(self, answer: Answer) -> None:
        """Keep an answer of the current learner."""
        from viewer.model.practice import deeds

        learner = self._learner if self._learner.id else self.learner
        self._lost = ""
        self._keeping.do(partial(deeds.add_answer, learner=learner.id, answer=answer))
        if self.learner.id != learner.id:
            self._lost = tr("{name} was deleted in another window; the last answer was not kept.").format(
                name=learner.name
            )
        self.changed.emit()

    def due(self, now: datetime, limit: int, known: Callable[[str], bool] = bool) -> tuple[str, ...]:
        """The cards that are to come back now, weakest first; of those only that are ``known``."""
        from viewer.model.practice import figures

        learner = self.learner.id
        return self._keeping.read(lambda db: figures.due(db, learner, now, limit, known))

    def cards(self, now: datetime) -> tuple[CardState, ...]:
        """How well each card is known that was ever answered, weakest first."""
        from viewer.model.practice import figures

        learner = self.learner.id
        return self._keeping.read(lambda db: figures.cards(db, learner, now))

    def strength(self, card: str, now: datetime) -> float:
        """How well a card is known, from 0 (never answered) to 1."""
        from viewer.model.practice import deeds, schedule

        learner = self.learner.id
        memory = self._keeping.read(lambda db: deeds.memory(db, learner, card))
        return schedule.strength(memory, now) if memory else 0.0

    def history(self, card: str) -> tuple[Answer, ...]:
        """The answers to a card, oldest first; the last one with its view."""
        from viewer.model.practice import figures

        learner = self.learner.id
        return self._keeping.read(lambda db: figures.history(db, learner, card))

    def last_view(self, card: str) -> View | None:
        """The view in which a card was answered last; None where none was kept that could be shown."""
        from viewer.model.practice import figures

        learner = self.learner.id
        try:
            return view_of(self._keeping.read(lambda db: figures.view(db, learner, card)))
        except NoViewError:
            return None

    def days(self) -> tuple[Day, ...]:
        """What was answered on which day, oldest first."""
        from viewer.model.practice import figures

        learner = self.learner.id
        return self._keeping.read(lambda db: figures.days(db, learner))

    def answered_count(self) -> int:
        """How many answers the current learner gave."""
        return sum(day.answers for day in self.days())

    def export(self, path: Path) -> None:
        """Write the current learner's answers, CSV or JSON by the file's name. Raises OSError."""
        from viewer.model.practice import export, figures

        learner = self.learner
        answers, views = self._keeping.read(
            lambda db: (list(figures.all_answers(db, learner.id)), figures.all_views(db, learner.id))
        )
        export.export(path, learner, answers, views)

    # Who ------------------------------------------------------------------------------------------------------

    def _settle(self, wished: str = "") -> None:
        """Have a current learner who is there: the wished one, else the one before, else who was used last."""
        from viewer.model.practice import deeds, figures

        there = {one.id: one for one in self._keeping.read(figures.learners)}
        if not there:
            self._keeping.do(partial(deeds.add_learner, learner=FIRST, name=tr("Me")))
            there = {one.id: one for one in self._keeping.read(figures.learners)}
        last = self._keeping.read(figures.last_learner)
        self._learner = there.get(wished) or there.get(self._learner.id) or last or self._learner

    def _free_name(self, name: str, of: str = "") -> str:
        """The name as plain text on one line, with a number after it where somebody else has it."""
        name = " ".join(plain(name).split())[:LONGEST_NAME].strip()
        if not name:
            raise ValueError(tr("A name has at least one letter."))
        taken = {one.name.casefold() for one in self.learners() if one.id != of}
        free, number = name, 1
        while free.casefold() in taken:
            number += 1
            free = f"{name} ({number})"
        return free
