"""Asking a class: every name is gone, one structure after another is asked for, and its name is revealed; or a body is
shown, and what it lacks.

What is asked for is what is chosen, so a click on another structure asks for that one. While it lasts the session
stands apart, so that undo leads to no name. A scene that withholds names by itself is asked in its place.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from viewer.language import tr
from viewer.model.atlas.atlas import Variation
from viewer.model.lessons import asking
from viewer.model.lessons.asking import Answer
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.model.session.view_changes import Change, brought_back, revealed, selected, with_body, withheld
from viewer.widgets.viewport.viewport import Viewport

OURS = ("ask_class", "which_absent", "reveal", "ask_next")


class AskClass(QObject):
    """``changed`` says that it is on or off, asks for another thing, or told an answer; ``message`` is what the status
    bar says. ``seed`` gives a number for each body that is drawn.
    """

    changed = Signal()
    message = Signal(str)

    def __init__(
        self,
        state: ViewState,
        viewport: Viewport,
        actions: Mapping[str, QAction],
        parent: QObject | None = None,
        seed: Callable[[], int] = lambda: random.randrange(2**31),
    ) -> None:
        super().__init__(parent)
        self._state, self._viewport, self._seed = state, viewport, seed
        self._actions = {name: actions[name] for name in OURS}
        self._began: object | None = None
        """What stands apart since this began."""
        self._variation: Variation | None = None
        self._passed: list[str] = []
        self._told: tuple[object, ...] = ()
        state.changed.connect(self._follow)
        state.history_changed.connect(self._offer)
        self._offer()

    def done_by(self) -> Mapping[str, Callable[..., object]]:
        """Who carries out which command."""
        does = (self.toggle, self.toggle_bodies, self.reveal, self.next)
        return dict(zip(OURS, does, strict=True))

    # What is asked --------------------------------------------------------------------------------------------

    @property
    def on(self) -> bool:
        """Whether names are withheld from a class; not so while somebody else asks."""
        return self._state.view.unnamed and self._state.apart is self._began

    @property
    def in_scene(self) -> bool:
        """Whether it is what is shown that withholds names, and nobody was asked to."""
        return self.on and self._began is None

    @property
    def asked(self) -> str | None:
        """The structure that is asked for."""
        view = self._state.view
        chosen = view.selection[-1:] if self.on and self._variation is None else ()
        return next((name for name in chosen if name in self._state.atlas.structures and view.shows(name)), None)

    @property
    def told(self) -> bool:
        """Whether what is asked for was revealed."""
        wanted = self._wanted()
        return self.on and bool(wanted) and all(map(self._state.view.tells, wanted))

    @property
    def answer(self) -> Answer | None:
        """The answer, for the eyes of who asks; None while nothing is asked."""
        atlas, view, asked = self._state.atlas, self._state.view, self.asked
        if self.on and self._variation is not None:
            return asking.body_answer(atlas, view, self._variation)
        return asking.answer(atlas, view, asked) if asked is not None else None

    def _wanted(self) -> tuple[str, ...]:
        """What is to be revealed."""
        if self._variation is not None:
            return tuple(self._variation.members.values())
        return (self.asked,) if self.asked is not None else ()

    # Beginning and ending -------------------------------------------------------------------------------------

    def toggle(self, on: bool) -> None:
        """Ask for structures, or have all as it was before."""
        self._end()
        if on and self._may_begin():
            chosen = [name for name in self._state.view.selection[-1:] if self._state.view.shows(name)]
            first = chosen or list(self._queue()[:1])
            self._begin(None, selected(self._state.atlas, first))
            self.message.emit(tr("Every name is gone: Y reveals one, Shift+Y asks for the next, U or Esc ends"))
        self._offer()

    def toggle_bodies(self, on: bool) -> None:
        """Ask what a body lacks, or have all as it was before."""
        self._end()
        seed = self._seed()
        variation = asking.a_variation(self._state.atlas, seed)
        if on and variation is not None and self._may_begin():
            self._begin(variation, _bodily(self._state, variation, seed))
            self.message.emit(tr("A body as it may come in: Y reveals what it lacks, Shift+Y brings the next one"))
        self._offer()

    def end(self) -> None:
        """All as it was before."""
        self._end()
        self._offer()

    def leave(self) -> bool:
        """End what somebody was asked to begin. False where there is nothing of that sort."""
        asked = self._began is not None
        if asked:
            self.end()
        return asked

    def _may_begin(self) -> bool:
        if self._state.apart is not None:
            self.message.emit(tr("Answer or leave the questions of this round first"))
        return self._state.apart is None and self._state.view.camera is not None

    def _begin(self, variation: Variation | None, first: Change) -> None:
        self._passed, self._variation = [], variation
        self._state.stand_apart()
        self._began = self._state.apart
        self._show(first, withheld(True))

    def _end(self) -> None:
        on, began = self.on, self._began
        self._let_go()
        if on and began is not None:
            self._state.rejoin()
        elif on:
            self._state.change(withheld(False))

    def _let_go(self) -> None:
        self._began, self._variation, self._passed = None, None, []

    # Asking and revealing -------------------------------------------------------------------------------------

    def reveal(self) -> None:
        """Tell the answer; where nothing is asked, or it was told, ask for the next."""
        if self._wanted() and not self.told:
            self._show(revealed(self._wanted()))
        else:
            self.next()

    def next(self) -> None:
        """Ask for another structure of those that are seen, or show another body."""
        if not self.on:
            return
        if self._variation is not None:
            self._show(_bodily(self._state, self._variation, self._seed()), withheld(True))
        elif following := self._following():
            self._show(selected(self._state.atlas, following[:1]))
        else:
            self.message.emit(tr("Everything that is seen has its name"))

    def _following(self) -> tuple[str, ...]:
        """What may be asked for now; what was passed over comes again when nothing else is left."""
        self._passed.extend(filter(None, [self.asked]))
        found = self._queue(*self._passed)
        if not found:
            self._passed = [self.asked] if self.asked else []
            found = self._queue(*self._passed)
        return found

    def _queue(self, *passed: str) -> tuple[str, ...]:
        done = (*self._state.view.revealed, *passed)
        return asking.queue(self._state.atlas, self._viewport.body.seen(), done)

    def _show(self, *changes: Change) -> None:
        """One step; where the session stands apart, undo begins with it."""
        with self._state.one_step():
            for change in changes:
                self._state.change(change)
        if self._began is not None:
            self._state.stand_apart()
            self._began = self._state.apart
        self._follow()
        self._offer()

    # Following ------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        if self._began is not None and self._state.apart is not self._began:
            self._let_go()  # a round of questions has begun, or ended what stood apart
        elif self._began is not None and not self._state.view.unnamed:
            self._give_way(self._state.view)
        self._viewport.presenting.set_asking(self.on and self._variation is None)
        view = self._state.view
        told = (self.on, self.asked, self._variation, view.revealed, view.absent, view.forms, self._state.atlas)
        if told != self._told:
            self._told = told
            self._offer()
            self.changed.emit()

    def _give_way(self, view: View) -> None:
        """A view with names has come, a scene of a lesson for one: it follows what was there before the questions."""
        self._let_go()
        self._state.rejoin()
        self._state.change(lambda _: view)

    def _offer(self) -> None:
        """Offer what can be done now."""
        on = self.on
        for name in ("reveal", "ask_next"):
            self._actions[name].setEnabled(on)
        for name, bodies in (("ask_class", False), ("which_absent", True)):
            self._actions[name].setEnabled(on or self._state.apart is None)
            self._actions[name].setChecked(on and (self._variation is not None) is bodies)


def _bodily(state: ViewState, variation: Variation, seed: int) -> Change:
    """A body that is drawn, nothing in it chosen, what may be missing not put away."""
    body = asking.a_body(variation, seed)
    steps = (selected(state.atlas, ()), brought_back(variation.members.values()), with_body(body))

    def change(view: View) -> View:
        for step in steps:
            view = step(view)
        return view

    return change
