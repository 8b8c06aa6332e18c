"""What undo and redo walk through: frozen views, and deeds to other things, in the order in which they were done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from viewer.language import tr
from viewer.model.session.view import View

STEPS_KEPT = 500


@dataclass(frozen=True)
class Deed:
    """Something done to what is no part of the view. ``words`` name it within a sentence: "note deleted".

    ``undo`` and ``redo`` may raise; then the deed stays as it is.
    """

    words: str
    undo: Callable[[], None]
    redo: Callable[[], None]


_Entry = View | Deed


class History:
    """Where the session began, the view that was settled last, and what lies behind and before it."""

    def __init__(self, first: View) -> None:
        self.first = self.settled = first
        self._past: list[_Entry] = []
        self._future: list[_Entry] = []

    @property
    def behind(self) -> str:
        """Words for what undo would take back; empty where there is nothing."""
        return self._words(self._past)

    @property
    def before(self) -> str:
        """Words for what redo would do again; empty where there is nothing."""
        return self._words(self._future)

    def step(self, view: View) -> bool:
        """Settle on a view, remembering the one before; False where it is the same one."""
        if view == self.settled:
            return False
        self._remember(self.settled)
        self.settled = view
        return True

    def amend(self, view: View) -> bool:
        """Let the step that was taken last lead to this view instead; False where it does so already."""
        changed = view != self.settled
        self.settled = view
        return changed

    def remember(self, deed: Deed) -> None:
        """A deed was done: the next step back takes it back."""
        self._remember(deed)

    def deeds(self) -> tuple[Deed, ...]:
        """The deeds that lie behind, in the order in which they were done."""
        return tuple(entry for entry in self._past if isinstance(entry, Deed))

    def back(self) -> bool:
        """Take the last step or deed back; False where there is none. Raises what the deed raises."""
        if self._past and isinstance(deed := self._past[-1], Deed):
            deed.undo()
        return self._walk(self._past, self._future)

    def forward(self) -> bool:
        """Do again what was undone last; False where there is nothing. Raises what the deed raises."""
        if self._future and isinstance(deed := self._future[-1], Deed):
            deed.redo()
        return self._walk(self._future, self._past)

    def rewrite(self, change: Callable[[View], View]) -> None:
        """Let every view that is remembered become another one."""

        def rewritten(entry: _Entry) -> _Entry:
            return entry if isinstance(entry, Deed) else change(entry)

        self.first, self.settled = change(self.first), change(self.settled)
        self._past, self._future = list(map(rewritten, self._past)), list(map(rewritten, self._future))

    def _remember(self, entry: _Entry) -> None:
        self._past = [*self._past[-STEPS_KEPT + 1 :], entry]
        self._future.clear()

    def _walk(self, source: list[_Entry], target: list[_Entry]) -> bool:
        if not source:
            return False
        entry = source.pop()
        target.append(entry if isinstance(entry, Deed) else self.settled)
        self.settled = self.settled if isinstance(entry, Deed) else entry
        return True

    def _words(self, entries: list[_Entry]) -> str:
        if not entries:
            return ""
        return entries[-1].words if isinstance(entries[-1], Deed) else _difference(entries[-1], self.settled)


def _difference(one: View, other: View) -> str:
    """What tells two views apart, in a word or two."""
    told = (
        (("absent", "forms"), tr("body")),
        (("peeled",), tr("layers")),
        (("isolated", "hidden"), tr("shown and hidden")),
        (("selection",), tr("selection")),
        (("ghost",), tr("ghosts")),
        (("labels",), tr("labels")),
        (("overlays",), tr("overlays")),
        (("fact", "shared", "own", "marks"), tr("what is lit")),
        (("finger",), tr("finger")),
        (("unnamed", "revealed"), tr("names")),
        (("plane",), tr("section")),
        (("strokes",), tr("drawing")),
        (("placed",), tr("places of names")),
    )
    for aspects, words in told:
        if any(getattr(one, name) != getattr(other, name) for name in aspects):
            return words
    return tr("camera")
