"""The views that undo and redo walk through: plain lists of frozen values, which know nothing of who shows them."""

from __future__ import annotations

from collections.abc import Callable

from viewer.model.session.view import View

STEPS_KEPT = 500


class History:
    """Where the session began, the view that was settled last, and what lies behind and before it."""

    def __init__(self, first: View) -> None:
        self.first = self.settled = first
        self._past: list[View] = []
        self._future: list[View] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to go forward again."""
        return bool(self._future)

    def step(self, view: View) -> bool:
        """Settle on a view, remembering the one before; False where it is the same one."""
        if view == self.settled:
            return False
        self._past = [*self._past[-STEPS_KEPT + 1 :], self.settled]
        self._future.clear()
        self.settled = view
        return True

    def back(self) -> bool:
        """Settle on the view before; False where there is none."""
        return self._walk(self._past, self._future)

    def forward(self) -> bool:
        """Settle on the view that was undone last; False where there is none."""
        return self._walk(self._future, self._past)

    def rewrite(self, change: Callable[[View], View]) -> None:
        """Let every view that is remembered become another one."""
        self.first, self.settled = change(self.first), change(self.settled)
        self._past, self._future = list(map(change, self._past)), list(map(change, self._future))

    def _walk(self, source: list[View], target: list[View]) -> bool:
        if not source:
            return False
        target.append(self.settled)
        self.settled = source.pop()
        return True
