"""What the session shows now, and how it got there: the one mutable truth, which undo and redo walk through.

``ViewState`` holds one frozen ``View``. Every setter replaces it, says which aspect changed, and, where it is a step
worth returning to, remembers the view before. A camera under way and a fact under the pointer show at once but are no
steps. Setting what is already so signals nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from viewer.model.atlas.atlas import USUAL, Atlas, Side
from viewer.model.session.body import Body
from viewer.model.session.history import History
from viewer.model.session.limited_to import fitted
from viewer.model.session.view import UNLIT, Camera, View


class ViewState(QObject):
    """The session's View, its history, and a signal for each aspect of it."""

    selection_changed = Signal()
    visibility_changed = Signal()
    variants_changed = Signal()
    modes_changed = Signal()
    fact_changed = Signal()
    camera_changed = Signal()
    atlas_changed = Signal()
    changed = Signal()
    can_undo_changed = Signal(bool)
    can_redo_changed = Signal(bool)

    def __init__(self, atlas: Atlas, view: View | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.atlas = atlas
        self._view = view or View()
        self._history = History(self._view)

    @property
    def view(self) -> View:
        """What is shown at this moment."""
        return self._view

    def shown(self) -> tuple[str, ...]:
        """Ids of the structures that are to be seen, as listed."""
        return tuple(name for name in self.atlas.structures if self._view.shows(name))

    def set_atlas(self, atlas: Atlas) -> None:
        """Go on with another edition of the annotations. What it does not know leaves every view, also those behind."""
        self.atlas = atlas
        before, self._view = self._view, fitted(self._view, atlas)
        self._history.rewrite(lambda view: fitted(view, atlas))
        self.atlas_changed.emit()
        self._tell_changes(before)

    # Selection ------------------------------------------------------------------------------------------------

    def select(self, *structure_ids: str) -> None:
        """Choose these and nothing else; without any, clear. Absent and unknown ones are left out."""
        chosen = tuple(dict.fromkeys(name for name in structure_ids if self._is_there(name)))
        if chosen != self._view.selection:
            self._step(selection=chosen, **UNLIT)

    def toggle_selected(self, structure_id: str) -> None:
        """Add one to the selection, or take it away."""
        now = self._view.selection
        self.select(*([name for name in now if name != structure_id] if structure_id in now else [*now, structure_id]))

    def _is_there(self, structure_id: str) -> bool:
        return structure_id in self.atlas.structures and structure_id not in self._view.absent

    # Visibility -----------------------------------------------------------------------------------------------

    def set_hidden(self, structure_ids: Iterable[str], hidden: bool) -> None:
        """Put structures away, or bring them back (also into what is isolated)."""
        names = frozenset(structure_ids)
        if hidden:
            self._step(hidden=self._view.hidden | names)
            return
        isolated = None if self._view.isolated is None else self._view.isolated | names
        self._step(hidden=self._view.hidden - names, isolated=isolated)

    def isolate(self, structure_ids: Collection[str] | None) -> None:
        """Show these alone; None shows everything else again."""
        if structure_ids is None:
            self._step(isolated=None)
        elif structure_ids:
            names = frozenset(structure_ids)
            self._step(isolated=names, hidden=self._view.hidden - names)

    def show_all(self) -> None:
        """Bring back what was hidden or left out by isolating."""
        self._step(hidden=frozenset(), isolated=None)

    # Modes ----------------------------------------------------------------------------------------------------

    def set_ghost(self, on: bool) -> None:
        """Let what is not selected recede."""
        self._step(ghost=on)

    def set_labels(self, on: bool) -> None:
        """Write names beside the structures."""
        self._step(labels=on)

    def set_overlays(self, on: bool) -> None:
        """Show attachments, zones and trigger points of the selection."""
        self._step(overlays=on)

    # Variants -------------------------------------------------------------------------------------------------

    def present_sides(self, variation_id: str) -> frozenset[Side]:
        """The sides on which this body has the structure."""
        members = self.atlas.variations[variation_id].members
        return frozenset(side for side, name in members.items() if name not in self._view.absent)

    def set_variant(self, variation_id: str, sides: Collection[Side]) -> None:
        """Say on which sides this body has the structure; what becomes absent leaves the selection."""
        members = self.atlas.variations[variation_id].members
        gone = {name for side, name in members.items() if side not in sides}
        absent = (self._view.absent - frozenset(members.values())) | gone
        self._step(absent=absent, **self._without(absent))

    def set_form(self, structure_id: str, form_id: str) -> None:
        """Say which form a structure has, USUAL for the usual one. A body that lacked the structure has it then.

        Forms and structures that are not known change nothing.
        """
        if form_id != USUAL and self.atlas.form(structure_id, form_id) is None:
            return
        forms = {**dict(self._view.forms), structure_id: form_id}
        self._set_body(self._view.absent - {structure_id}, forms)

    def set_body(self, body: Body) -> None:
        """Show one of a class of bodies: what it lacks, and the forms that it has, in one step."""
        members = body.members
        absent = (self._view.absent - members) | body.absent
        forms = {name: form for name, form in self._view.forms if name not in members}
        self._set_body(absent, {**forms, **dict(body.forms)})

    def _set_body(self, absent: frozenset[str], forms: Mapping[str, str]) -> None:
        kept = tuple(sorted((name, form) for name, form in forms.items() if form != USUAL))
        self._step(absent=absent, forms=kept, **self._without(absent))

    def _without(self, absent: frozenset[str]) -> dict[str, Any]:
        view = self._view
        left = tuple(name for name in view.selection if name not in absent)
        isolated = None if view.isolated is None else (view.isolated - absent) or None
        changes: dict[str, Any] = {"selection": left, "isolated": isolated}
        return changes if left == view.selection else {**changes, **UNLIT}

    # Facts ----------------------------------------------------------------------------------------------------

    @property
    def lit(self) -> str | None:
        """The fact that was chosen to stay lit, whatever the pointer is over."""
        return self._history.settled.fact

    def glance(self, fact_id: str | None) -> None:
        """Light a fact's place while the pointer is over it; None goes back to what was chosen. No step."""
        self.glance_together((), ()) if fact_id is None else self._replace(fact=fact_id)

    def highlight(self, fact_id: str | None) -> None:
        """Choose the fact whose place stays lit."""
        self._step(fact=fact_id)

    def glance_together(self, shared: Iterable[str], own: Iterable[str]) -> None:
        """Light facts at once while they are looked at; without any, go back to what was chosen. No step."""
        glanced = {"fact": None, "shared": tuple(shared), "own": tuple(own)}
        self._replace(**{name: vars(self._history.settled)[name] for name in UNLIT} if glanced == UNLIT else glanced)

    def highlight_together(self, shared: Iterable[str], own: Iterable[str]) -> None:
        """Choose facts to stay lit at once: what two structures share, and what one of them has alone."""
        self._step(fact=None, shared=tuple(shared), own=tuple(own))

    # Camera ---------------------------------------------------------------------------------------------------

    def start_camera(self, camera: Camera) -> None:
        """Take the camera the scene framed itself with, as where the session began."""
        history = self._history
        history.first, history.settled = replace(history.first, camera=camera), replace(history.settled, camera=camera)
        self._replace(camera=camera)

    def set_camera(self, camera: Camera, final: bool = True) -> None:
        """Stand elsewhere; ``final=False`` while a drag is still under way."""
        if final:
            self._step(camera=camera)
        else:
            self._replace(camera=camera)

    def take(self, view: View) -> None:
        """Show another view in one step."""
        self._step(**vars(view))

    def start_over(self) -> None:
        """Everything as it was when the session began, in one step that can be undone."""
        self._step(**vars(self._history.first))

    # History --------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Back to the step before, if there is one."""
        if self._history.back():
            self._settle()

    def redo(self) -> None:
        """Forward again, if something was undone."""
        if self._history.forward():
            self._settle()

    def _settle(self) -> None:
        self._show(self._history.settled)
        self._tell_history()

    def _step(self, **changes: Any) -> None:
        if self._history.step(replace(self._history.settled, **changes)):
            self._tell_history()
        self._replace(**changes)

    def _replace(self, **changes: Any) -> None:
        self._show(replace(self._view, **changes))

    def _show(self, view: View) -> None:
        before, self._view = self._view, view
        self._tell_changes(before)

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
            (self.fact_changed, ("fact", "shared", "own")),
            (self.camera_changed, ("camera",)),
        )

    def _tell_history(self) -> None:
        self.can_undo_changed.emit(self._history.can_undo)
        self.can_redo_changed.emit(self._history.can_redo)


def _differ(before: View, after: View, aspects: tuple[str, ...]) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in aspects)
