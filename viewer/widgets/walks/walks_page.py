"""Guided walks: to a muscle by touch, or a movement in steps. Before anybody is touched, consent and cautions; then one
step after another, each shown in the 3D view; and everything as before at the end.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import Side
from viewer.model.atlas.sides import other_side
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import pressed
from viewer.model.walks.before_touch import needs_asking
from viewer.model.walks.telling import aloud
from viewer.model.walks.walk import Kind, Walk, on_side
from viewer.widgets.chrome import theme
from viewer.widgets.side_panel.page import Page
from viewer.widgets.walks.books import Books
from viewer.widgets.walks.checklist import Checklist
from viewer.widgets.walks.chooser import Chooser
from viewer.widgets.walks.scene_steps import PressOn, SceneSteps
from viewer.widgets.walks.speech import Speech
from viewer.widgets.walks.step_page import StepPage
from viewer.widgets.walks.stopped import Stopped
from viewer.widgets.walks.wrong_files import WrongFiles


class WalksPage(Page):
    """``ended`` says that the walk is over, ``under_way_changed`` that there are steps to be taken now, or no longer.

    A walk that is left without ending it waits at its step.
    """

    ended = Signal()
    under_way_changed = Signal()
    message = Signal(str)

    def __init__(self, state: ViewState, press_on: PressOn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self.scene = state, SceneSteps(state, press_on, self)
        self._asked: dict[str, bool] = {}
        """By walk, whether somebody was asked; False where it is read for study."""
        self._ticked: dict[str, frozenset[str]] = {}
        self.walk: Walk | None = None
        self.number = 0
        self.books, self.speech = Books(self), Speech(self)
        self.chooser, self.checklist, self.steps = Chooser(self), Checklist(self), StepPage(self)
        self.stopped, self.wrong, self._stack = Stopped(self), WrongFiles(self), QStackedWidget(self)
        self.trouble = QPushButton(self)
        self._lay_out()
        self._wire()

    @property
    def under_way(self) -> bool:
        """Whether there are steps to be taken now."""
        return self.scene.under_way and self._stack.currentWidget() is self.steps

    def attend(self, seen: bool) -> None:
        """Files are looked at while the page is seen, and nobody reads on behind a closed one."""
        self.books.watch(seen)
        if not seen:
            self._hush()
        elif self.walk is None:
            self.prepare()

    # Which walk -----------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Go on where a walk was left; else begin the first that leads to the structure chosen last, or the first."""
        self.books.read(self._state.atlas)
        if self.walk is None or (not self.scene.under_way and self._proposed() not in ("", self.walk.id)):
            self._propose()
        self._take_keyboard()

    def prepare(self) -> None:
        """What the first walk asks; nothing is shown yet."""
        self.books.read(self._state.atlas)
        self._propose()

    def open_file(self, file: Path) -> None:
        """Take the walk of one file; what is wrong with it is told."""
        walk_id = self.books.open(file, self._state.atlas)
        if walk_id:
            self.chooser.choose(walk_id)
            self._begin_chosen()
        elif self.books.shelf.faults:
            self._stack.setCurrentWidget(self.wrong)
            self.wrong.setFocus()

    def begin_kind(self, kind: Kind) -> None:
        """Begin the first walk of a kind, if there is one and it is not under way."""
        self.books.read(self._state.atlas)
        found = next((walk for walk in self.books.shelf.walks if walk.kind is kind), None)
        if found is not None and not (self.under_way and self.walk is not None and self.walk.id == found.id):
            self.chooser.choose(found.id)
            self._begin_chosen()
        self._take_keyboard()

    def _proposed(self) -> str:
        chosen = self._state.view.selection[-1] if self._state.view.selection else ""
        leading = (walk.id for walk in self.books.shelf.walks if {chosen, other_side(chosen)} & {*walk.structures})
        return next(leading, "")

    def _propose(self) -> None:
        chosen = self._state.view.selection[-1] if self._state.view.selection else ""
        known = self._state.atlas.structures.get(chosen)
        self.chooser.choose(self._proposed(), known.side if known and known.side is not Side.MIDDLE else None)
        self._begin_chosen()

    def _begin_chosen(self) -> None:
        """From its beginning, the scene as before until the first step."""
        self._put_back()
        found = self.books.shelf.walk(self.chooser.walk_id)
        self.walk, self.number = (on_side(found, self.chooser.side) if found else None), 0
        if self.walk is None:
            self._stack.setCurrentWidget(self.wrong)
        elif needs_asking(self.walk) and self.walk.id not in self._asked:
            self._ask()
        elif self.isVisible():
            self.go(0)
        else:
            self._tell()

    def _read_again(self) -> None:
        """The files, or the atlas, are others now; the walk goes on where it is, if there still is one."""
        self.chooser.list(self.books.shelf)
        self._tell_faults()
        if self.walk is None:
            return
        found = self.books.shelf.walk(self.walk.id)
        if found is None:
            self._begin_chosen()
        elif (walk := on_side(found, self.walk.side)) != self.walk:
            self.walk = walk
            if self.scene.under_way and self.isVisible():
                self.go(self.number)

    def _take_atlas(self) -> None:
        if self.walk is not None:
            self.books.read(self._state.atlas)

    # Before touching ------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self.walk is not None:
            self._hush()
            ticked = self._ticked.get(self.walk.id, frozenset())
            self.checklist.ask(self._state.atlas, self.walk, ticked, self._movement() is not None)
            self._see(self.checklist)

    def _take_ticks(self, ticked: frozenset[str]) -> None:
        if self.walk is not None:
            self._ticked[self.walk.id] = ticked

    def _answered(self, asked: bool) -> None:
        if self.walk is not None:
            self._asked[self.walk.id] = asked
            self.go(self.number)
            self._take_keyboard()

    def _movement(self) -> Walk | None:
        return next((walk for walk in self.books.shelf.walks if walk.kind is Kind.MOVEMENT), None)

    def _move_instead(self) -> None:
        self.begin_kind(Kind.MOVEMENT)

    def stop(self) -> None:
        """The finger off at once, and nothing read any longer."""
        self._hush()
        self._state.change(pressed(None))
        self.stopped.offer(self._movement() is not None)
        self._see(self.stopped)
        self.stopped.take_keyboard()

    # Steps ----------------------------------------------------------------------------------------------------

    def step(self, way: int) -> None:
        """One step on or back, as far as there are any."""
        if self.walk is not None and self._stack.currentWidget() is self.steps:
            number = self.number + way
            if 0 <= number < len(self.walk.steps):
                self.go(number)

    def go(self, number: int) -> None:
        """Read and show a step, the first one being 0."""
        if self.walk is not None:
            self.number = max(0, min(number, len(self.walk.steps) - 1))
            self.scene.show(self.walk, self.number)
            self._tell()
            self._read_aloud()

    def _tell(self) -> None:
        if self.walk is not None:
            self.steps.show_step(self._state.atlas, self.walk, self.number, self._asked.get(self.walk.id, True))
            self._see(self.steps)

    def _follow(self, number: int) -> None:
        """Undo goes back through the steps: read the one that is shown."""
        self.number = number
        self._tell()

    def leave(self) -> None:
        """Everything as it was before the walk."""
        self._put_back()
        self.number = 0
        self._tell()
        self.ended.emit()

    def _put_back(self) -> None:
        self._hush()
        self.scene.put_back()

    # Reading aloud --------------------------------------------------------------------------------------------

    def read_aloud(self, on: bool) -> None:
        """Read this step and those after it, or be silent. Where nothing can be read, button and status bar say why."""
        lacks = self.speech.lacks() if on else ""
        self.steps.speak.setChecked(on and not lacks)
        self.steps.speak.setToolTip(lacks or tr("Read aloud (R)"))
        if lacks:
            self.message.emit(lacks)
        self._read_aloud()

    def _read_aloud(self) -> None:
        if self.walk is not None and self.steps.speak.isChecked():
            self.speech.say(aloud(self._state.atlas, self.walk, self.number))
        else:
            self.speech.stop()

    def _go_on_reading(self) -> None:
        if self.steps.go_on_reading.isChecked() and self.steps.speak.isChecked():
            self.step(1)

    def _hush(self) -> None:
        self.steps.speak.setChecked(False)
        self.speech.stop()

    # Building -------------------------------------------------------------------------------------------------

    def _see(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self.under_way_changed.emit()

    def _take_keyboard(self) -> None:
        part = self._stack.currentWidget()
        if isinstance(part, Checklist | StepPage | Stopped):
            part.take_keyboard()
        else:
            self.wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_faults(self) -> None:
        self.wrong.show_faults(self.books.shelf.faults)
        count = len({fault.file for fault in self.books.shelf.faults})
        self.trouble.setText(tr("%n file(s) of walks cannot be read", "", count))
        self.trouble.setVisible(count > 0)

    def _show_faults(self) -> None:
        self._see(self.wrong)
        self.wrong.setFocus()

    def _wire(self) -> None:
        self._state.atlas_changed.connect(self._take_atlas)
        self.scene.led_to.connect(self._follow)
        self.books.changed.connect(self._read_again)
        self.chooser.chosen.connect(self._begin_chosen)
        self.checklist.begun.connect(self._answered)
        self.checklist.ticked.connect(self._take_ticks)
        self.steps.gone.connect(self.step)
        self.steps.stopped.connect(self.stop)
        self.steps.reading_asked.connect(self.read_aloud)
        self.speech.ended.connect(self._go_on_reading)
        self.trouble.clicked.connect(self._show_faults)
        for asking in (self.steps.checklist_asked, self.stopped.asked_again):
            asking.connect(self._ask)
        for moving in (self.checklist.instead_asked, self.stopped.instead_asked):
            moving.connect(self._move_instead)
        for ending in (self.steps.ended, self.stopped.ended):
            ending.connect(self.leave)

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Guided walks"))
        for part in (self.checklist, self.steps, self.stopped, self.wrong):
            self._stack.addWidget(part)
        self.trouble.setFlat(True)
        self.trouble.setToolTip(tr("What is wrong with them, and where"))
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, theme.STEP, theme.STEP)
        layout.addWidget(self.chooser)
        layout.addWidget(self.trouble)
        layout.addWidget(self._stack, stretch=1)
