"""The commands that peel the body from the skin inwards, one layer with each press of a key."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from viewer.language import tr
from viewer.model.session.peeling import from_the_skin, last_peeled, not_begun, outermost, peeled, put_back
from viewer.model.session.state import ViewState
from viewer.widgets.viewport.viewport import Viewport

MOST_NAMED = 8


class Peeling(QObject):
    """``message`` says what went or came back."""

    message = Signal(str)

    def __init__(self, state: ViewState, viewport: Viewport) -> None:
        super().__init__(viewport)
        self._state, self._viewport = state, viewport

    def begin(self) -> None:
        """Show everything, with the skin around it."""
        self._state.change(from_the_skin)
        self.message.emit(tr("Everything is shown, from the skin. P takes a layer away, Shift+P puts it back"))

    def peel(self) -> None:
        """Take the outermost layer away; begin where only the skin is there yet."""
        view, atlas = self._state.view, self._state.atlas
        scene = self._viewport.scene
        gone = outermost(atlas, view, scene.problems if scene else ())
        if not_begun(atlas, view):
            self.begin()
        elif gone:
            self._state.change(peeled(gone))
            self.message.emit(tr("Taken away: {names} (Shift+P puts it back)").format(names=self._named(gone)))
        else:
            self.message.emit(tr("No layer is left to take away. Shift+P puts the last one back"))

    def put_back(self) -> None:
        """Put the layer back that was taken away last."""
        back = last_peeled(self._state.view)
        if back:
            self._state.change(put_back)
            self.message.emit(tr("Back again: {names}").format(names=self._named(back)))
        else:
            self.message.emit(tr("No layer was taken away: P takes away the outermost one"))

    def _named(self, structure_ids: Collection[str]) -> str:
        """The names without their sides, each once; of many, the first ones."""
        if self._state.view.unnamed:
            return tr("%n structure(s)", "", len(structure_ids))
        known = [one for name in structure_ids if (one := self._state.atlas.structures.get(name))]
        names = list(dict.fromkeys(one.name(one.shown_in) for one in known))
        more = len(names) - MOST_NAMED
        told = ", ".join(names[:MOST_NAMED])
        return f"{told} {tr('and %n more', '', more)}" if more > 0 else told
