"""What the session shows now, and how it got there: the one mutable truth, which undo and redo walk through.

``ViewState`` holds one frozen ``View``. Every change replaces it, says which aspect changed, and, where it is a step
worth returning to, remembers the view before. A camera under way and a fact under the pointer show at once but are no
steps. What changes nothing signals nothing. One user action is one step and one ``changed``: where it takes several
changes, they are made within ``one_step``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from viewer.model.atlas.atlas import Atlas
from viewer.model.finger.press import Press
from viewer.model.session import view_changes
from viewer.model.session.history import Deed, History
from viewer.model.session.limited_to import carried_over
from viewer.model.session.plane import CutPlane
from viewer.model.session.view import UNLIT, Camera, View
from viewer.model.session.view_changes import Change

LED = ("camera", "finger", "plane", "placed")
"""The aspects of a View that a hand leads about, to be seen before they have come to rest."""


class ViewState(QObject):
    """The session's View, its history, and a signal for each aspect of it."""

    selection_changed = Signal()
    visibility_changed = Signal()
    variants_changed = Signal()
    modes_changed = Signal()
    fact_changed = Signal()
    camera_changed = Signal()
    finger_changed = Signal()
    names_changed = Signal()
    plane_changed = Signal()
    strokes_changed = Signal()
    placed_changed = Signal()
    atlas_changed = Signal()
    changed = Signal()
    history_changed = Signal(str, str)
    """Words for what undo would take back, and for what redo would do again; empty where there is nothing."""

    def __init__(self, atlas: Atlas, view: View | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.atlas = atlas
        self._view = view or View()
        self._history = History(self._view)
        self._aside: History | None = None
        """Where one goes on when what stands apart has ended."""
        self._settled = self._view
        """Where the step in the making leads to; else what the history settled on."""
        self._in_step = False

    @property
    def view(self) -> View:
        """What is shown at this moment."""
        return self._view

    def set_atlas(self, atlas: Atlas) -> None:
        """Go on with another edition of the annotations. What it does not know leaves every view, also those behind."""
        old, self.atlas = self.atlas, atlas
        before, self._view = self._view, carried_over(self._view, old, atlas)
        for history in filter(None, (self._history, self._aside)):
            history.rewrite(lambda view: carried_over(view, old, atlas))
        self._settled = self._history.settled
        self.atlas_changed.emit()
        self._tell_changes(before)

    @property
    def apart(self) -> object | None:
        """What stands apart now, to be told from what stood apart before; None while nothing does."""
        return self._history if self._aside is not None else None

    # Steps ----------------------------------------------------------------------------------------------------

    @contextmanager
    def one_step(self, joining: View | None = None) -> Iterator[None]:
        """Gather all that changes within: one step, told once at the end. What raises within changes nothing.

        With ``joining``, the view that the last step led to, this belongs to the same action as that step did: one
        undo takes both back. Whoever reads ``view`` within finds what was changed so far.
        """
        outermost, before, settled = not self._in_step, self._view, self._settled
        self._in_step = True
        try:
            yield
        except BaseException:
            self._view, self._settled = before, settled
            raise
        finally:
            self._in_step = not outermost
        if outermost:
            self._finish(before, joining)

    def _finish(self, before: View, joining: View | None) -> None:
        history = self._history
        if self._settled != history.settled:
            history.step(_led(history.settled, before))  # what was under way had come to rest
            (history.amend if history.settled == joining else history.step)(self._settled)
            self._tell_history()
        self._tell_changes(before)

    def change(self, change: Change) -> None:
        """Let the view become another one, in one step."""
        with self.one_step():
            self._settled = change(_led(self._settled, self._view))
            self._view = change(self._view)

    def _pass(self, change: Change) -> None:
        """Show what is no step."""
        with self.one_step():
            self._view = change(self._view)

    # The most frequent changes --------------------------------------------------------------------------------

    def select(self, *structure_ids: str) -> None:
        """Choose these and nothing else; without any, clear. Absent and unknown ones are left out."""
        self.change(view_changes.selected(self.atlas, structure_ids))

    def set_hidden(self, structure_ids: Iterable[str], hidden: bool) -> None:
        """Put structures away, or bring them back (also into what is isolated)."""
        self.change((view_changes.put_away if hidden else view_changes.brought_back)(structure_ids))

    @property
    def lit(self) -> str | None:
        """The fact that was chosen to stay lit, whatever the pointer is over."""
        return self._settled.fact

    def highlight(self, fact_id: str | None, shared: Iterable[str] = (), own: Iterable[str] = ()) -> None:
        """Choose what stays lit: the place of a fact; or what two structures share, and what one of them has alone."""
        self.change(view_changes.lit(fact_id, shared, own))

    def glance(self, fact_id: str | None, shared: Iterable[str] = (), own: Iterable[str] = ()) -> None:
        """Light facts while they are looked at; without any, go back to what was chosen. No step."""
        glanced = view_changes.lit(fact_id or None, shared, own)
        nothing = glanced(self._view) == replace(self._view, **UNLIT)
        chosen = self._settled
        self._pass(view_changes.lit(chosen.fact, chosen.shared, chosen.own) if nothing else glanced)

    # Camera ---------------------------------------------------------------------------------------------------

    def start_camera(self, camera: Camera) -> None:
        """Take the camera the scene framed itself with, as where the session began."""
        history = self._history
        history.first, history.settled = replace(history.first, camera=camera), replace(history.settled, camera=camera)
        self._settled = history.settled
        self._pass(view_changes.seen_from(camera))

    def set_camera(self, camera: Camera, final: bool = True) -> None:
        """Stand elsewhere; ``final=False`` while a drag is still under way."""
        (self.change if final else self._pass)(view_changes.seen_from(camera))

    def arrive(self, camera: Camera) -> None:
        """Stand where the last step was to lead, which could not be known before: no step of its own."""
        with self.one_step(joining=self._history.settled):
            self.set_camera(camera)

    # Finger ---------------------------------------------------------------------------------------------------

    def press(self, press: Press | None, final: bool = True) -> None:
        """Press on the skin, or no longer; ``final=False`` while a finger is still under way."""
        (self.change if final else self._pass)(view_changes.pressed(press))

    def cut(self, plane: CutPlane | None, final: bool = True) -> None:
        """Cut everything by a plane, or no longer; ``final=False`` while the plane is still under way."""
        (self.change if final else self._pass)(view_changes.cut_by(plane))

    def place_name(self, structure_id: str, place: tuple[float, float] | None, final: bool = True) -> None:
        """Put a name somewhere by hand, or back; ``final=False`` while it is still under way."""
        (self.change if final else self._pass)(view_changes.name_placed(structure_id, place))

    # History --------------------------------------------------------------------------------------------------

    def start_over(self) -> None:
        """Everything as it was when the session began, in one step that can be undone."""
        self.change(lambda _: self._history.first)

    def stand_apart(self) -> None:
        """Begin a history of its own with what is shown now: undo and ``start_over`` lead no further back than here,
        until ``rejoin``. What stands apart already begins anew here.
        """
        self._end_move()
        self._aside = self._aside or self._history
        begun = History(self._settled)
        for deed in self._history.deeds() if self._history is not self._aside else ():
            begun.remember(deed)
        self._take_history(begun)

    def rejoin(self) -> None:
        """All as it was before standing apart, with the deeds that were done since."""
        apart, self._history = self._history, self._aside or self._history
        if self._aside is not None:
            self._aside = None
            for deed in apart.deeds():
                self._history.remember(deed)
            self._take_history(self._history)

    def _take_history(self, history: History) -> None:
        before, self._history = self._view, history
        self._view = self._settled = history.settled
        self._tell_history()
        self._tell_changes(before)

    def remember(self, deed: Deed) -> None:
        """Something else than the view was changed; undo takes it back when its turn comes."""
        self._end_move()
        self._history.remember(deed)
        self._tell_history()

    def undo(self) -> None:
        """Take back what was done last, if there is anything. Raises what taking back a deed raises."""
        self._end_move()
        self._walk(self._history.back)

    def redo(self) -> None:
        """Do again what was undone last, if there is anything. Raises what doing a deed again raises."""
        self._end_move()
        self._walk(self._history.forward)

    def _end_move(self) -> None:
        """What is under way counts as a step from now on."""
        self.change(lambda view: view)

    def _walk(self, walk: Callable[[], bool]) -> None:
        if walk():
            before, self._view = self._view, self._history.settled
            self._settled = self._view
            self._tell_history()
            self._tell_changes(before)

    # Telling --------------------------------------------------------------------------------------------------

    def _tell_changes(self, before: View) -> None:
        told = [signal for signal, aspects in self._aspects() if _differ(before, self._view, aspects)]
        for signal in told:
            signal.emit()
        if told:
            self.changed.emit()

    def _aspects(self) -> tuple[tuple[Any, tuple[str, ...]], ...]:
        return (
            (self.variants_changed, ("absent", "forms")),
            (self.visibility_changed, ("hidden", "isolated")),
            (self.selection_changed, ("selection",)),
            (self.modes_changed, ("ghost", "labels", "overlays")),
            (self.fact_changed, ("fact", "shared", "own", "marks")),
            (self.camera_changed, ("camera",)),
            (self.finger_changed, ("finger",)),
            (self.names_changed, ("unnamed", "revealed")),
            (self.plane_changed, ("plane",)),
            (self.strokes_changed, ("strokes",)),
            (self.placed_changed, ("placed",)),
        )

    def _tell_history(self) -> None:
        self.history_changed.emit(self._history.behind, self._history.before)


def _led(view: View, by: View) -> View:
    """A view, with what a hand can lead about as in another one."""
    return replace(view, **{name: getattr(by, name) for name in LED})


def _differ(before: View, after: View, aspects: tuple[str, ...]) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in aspects)
