"""How far a learner has come: what is known and what fades, right answers over the days, and what to practise next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.practice.answers import CardState, Day
from viewer.model.practice.practice_log import PracticeLog
from viewer.model.practice.telling import areas, judged, points
from viewer.widgets.chrome import theme
from viewer.widgets.practice.area_bars import AreaBars
from viewer.widgets.practice.learner_bar import LearnerBar
from viewer.widgets.practice.plot_place import PlotPlace
from viewer.widgets.practice.weakest_list import WeakestList
from viewer.widgets.side_panel.page import Page

WEAKEST = 5
Cards = Callable[[], Mapping[str, str]]
"""All cards that can be asked now, with what to call them."""


class ProgressPage(Page):
    """``practise_asked`` carries the cards to practise, weakest first; ``begin_asked`` leaves open which.

    ``clock`` tells the time.
    """

    practise_asked = Signal(tuple)
    begin_asked = Signal()

    def __init__(
        self,
        log: PracticeLog,
        cards: Cards,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._log, self._cards, self._clock = log, cards, clock
        self._weak: tuple[str, ...] = ()
        self._coming = QTimer(self)
        self._coming.setSingleShot(True)
        self._coming.timeout.connect(self.refresh)
        self.trouble, self.head, self.first, self.told = (QLabel(self) for _ in range(4))
        self.learners = LearnerBar(log, self)
        self.bars, self.plot = AreaBars(self), PlotPlace(self)
        self.judged, self.weakest, self.place = QLabel(self), WeakestList(self), QLabel(self)
        self.practise = QPushButton(self)
        self.export, self.delete = QPushButton(tr("E&xport…"), self), QPushButton(tr("&Delete…"), self)
        self._lay_out()
        self.practise.clicked.connect(self._ask_to_practise)
        self.export.clicked.connect(self._ask_where_to)
        self.delete.clicked.connect(self.learners.ask_to_delete)
        self.learners.told.connect(self._say)
        log.changed.connect(self._follow)

    def begin(self) -> None:
        """The keyboard to what is done next."""
        self.practise.setFocus(Qt.FocusReason.OtherFocusReason)

    def prepare(self) -> None:
        """When the program starts its window is seen first."""
        self._coming.start(0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Another day may have come, and other windows may have added answers."""
        super().showEvent(event)
        if not self._coming.isActive():
            self.refresh()

    def refresh(self) -> None:
        """Write everything anew."""
        cards, days = self._cards(), self._log.days()
        states = [one for one in self._log.cards(self._clock()) if one.card in cards]
        self.trouble.setText(self._log.note)
        self.trouble.setVisible(bool(self._log.note))
        self.learners.follow()
        self.bars.show_areas(areas(states, cards))
        self._tell(days, states, cards)
        self.place.setText(tr("Kept on this computer alone, in {file}").format(file=self._log.path))

    def export_to(self, path: Path) -> None:
        """Write the learner's answers to a file, JSON where its name ends so, else CSV; say what came of it."""
        try:
            self._log.export(path)
        except OSError as error:
            why = error.strerror or str(error)
            self._say(tr("The answers cannot be written to {path}: {why}").format(path=path, why=why))
        else:
            self._say(tr("Saved {file}").format(file=path.name))

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _tell(self, days: tuple[Day, ...], states: list[CardState], cards: Mapping[str, str]) -> None:
        begun = bool(days)
        self.plot.show_points(points(days))
        for part in (self.plot, self.judged, self.weakest, self.export, self.delete):
            part.setVisible(begun)
        self.first.setVisible(not begun)
        self.head.setText(_head(days, states) if begun else tr("Nothing is practised yet."))
        self.judged.setText(judged(days) if begun else "")
        weak = [one for one in states if not one.firm][:WEAKEST]
        self._weak = tuple(one.card for one in weak)
        self.weakest.show_cards(weak, cards)
        self.practise.setText(tr("&Practise these") if weak else tr("&Practise"))

    def _ask_to_practise(self) -> None:
        if self._weak:
            self.practise_asked.emit(self._weak)
        else:
            self.begin_asked.emit()

    def _ask_where_to(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = tr("Table (*.csv);;JSON (*.json)")
        path, _ = QFileDialog.getSaveFileName(self, tr("Export answers"), str(Path(folder) / "practice.csv"), kinds)
        if path:
            self.export_to(Path(path))

    # Building -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Your progress"))
        for label in (self.trouble, self.head, self.first, self.told, self.judged, self.place):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.first.setText(
            tr(
                "Ten questions take some five minutes. What you miss comes back tomorrow, and what you know comes back "
                "just before you would forget it."
            )
        )
        self.trouble.setFont(theme.sized(theme.BODY, bold=True))
        self.head.setFont(theme.sized(theme.TITLE, bold=True))
        self.told.hide()
        self.place.setFont(theme.sized(theme.CAPTION))
        self.place.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.practise.setToolTip(tr("Questions on what is weakest (Alt+P)"))
        self.practise.setDefault(True)
        self.export.setToolTip(tr("All your answers as a table or as JSON (Alt+X)"))
        self.delete.setToolTip(tr("All that is kept of this learner (Alt+D)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scrolled())
        for before, after in pairwise((self.learners.more, self.practise, self.plot.in_words, self.export)):
            self.setTabOrder(before, after)

    def _scrolled(self) -> QScrollArea:
        page, area, buttons = QWidget(self), QScrollArea(self), QHBoxLayout()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * theme.STEP, 0, 2 * theme.STEP, theme.STEP)
        column.setSpacing(theme.STEP + theme.STEP // 2)
        top = (self.learners, self.trouble, self.head, self.first, self.weakest, self.practise)
        for part in (*top, self.bars, self.plot, self.judged):
            column.addWidget(part)
        for button in (self.export, self.delete):
            buttons.addWidget(button)
        column.addLayout(buttons)
        for part in (self.told, self.place):
            column.addWidget(part)
        column.addStretch()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area


def _head(days: tuple[Day, ...], states: list[CardState]) -> str:
    count, dates = sum(one.answers for one in days), len({one.day for one in days})
    answers, on_days = tr("%n answer(s)", "", count), tr("on %n day(s)", "", dates)
    to_repeat = sum(not one.firm for one in states)
    known = tr("%n card(s) known", "", len(states) - to_repeat)
    return f"{answers} {on_days}: {known}, " + tr("%n to repeat.", "cards", to_repeat)
