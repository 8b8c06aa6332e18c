"""What can become of a view: each function gives a change, which makes one view of another and touches nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from viewer.model.atlas.atlas import USUAL, Atlas, Side, Variation
from viewer.model.finger.press import Press
from viewer.model.session.body import Body
from viewer.model.session.plane import CutPlane
from viewer.model.session.stroke import Stroke
from viewer.model.session.view import UNLIT, Camera, View

Change = Callable[[View], View]

# Selection ----------------------------------------------------------------------------------------------------


def selected(atlas: Atlas, structure_ids: Iterable[str]) -> Change:
    """These chosen and nothing else. Absent and unknown ones are left out; another selection lets the light go."""
    wished = tuple(dict.fromkeys(name for name in structure_ids if name in atlas.structures))

    def change(view: View) -> View:
        chosen = tuple(name for name in wished if name not in view.absent)
        return view if chosen == view.selection else replace(view, selection=chosen, **UNLIT)

    return change


def toggled(atlas: Atlas, structure_id: str) -> Change:
    """One added to the selection, or taken away."""

    def change(view: View) -> View:
        left = tuple(name for name in view.selection if name != structure_id)
        return selected(atlas, left if left != view.selection else (*left, structure_id))(view)

    return change


# Visibility ---------------------------------------------------------------------------------------------------


def put_away(structure_ids: Iterable[str]) -> Change:
    """These hidden."""
    names = frozenset(structure_ids)
    return lambda view: replace(view, hidden=view.hidden | names)


def brought_back(structure_ids: Iterable[str]) -> Change:
    """These no longer hidden, and among what is isolated."""
    names = frozenset(structure_ids)

    def change(view: View) -> View:
        isolated = None if view.isolated is None else view.isolated | names
        return replace(view, hidden=view.hidden - names, isolated=isolated)

    return change


def isolated(structure_ids: Collection[str]) -> Change:
    """These alone; without any, all that was left out by isolating is there again."""
    names = frozenset(structure_ids)
    return lambda view: replace(view, isolated=names or None, hidden=view.hidden - names)


def all_shown(atlas: Atlas) -> Change:
    """All that was put away or left out there again. Groups that are away and were left so come only where nothing else
    is left to bring back.
    """

    def change(view: View) -> View:
        back = replace(view, hidden=_left_away(atlas, view), isolated=None, peeled=())
        return back if back != view else replace(view, hidden=frozenset())

    return change


def _left_away(atlas: Atlas, view: View) -> frozenset[str]:
    """The structures of those groups that are away of which nothing is shown, nor was until it was peeled."""
    seen = {*atlas.away.difference(view.hidden), *(name for layer in view.peeled for name in layer)}
    groups = {atlas.structures[name].group for name in seen & atlas.away}
    return frozenset(name for name in atlas.away & view.hidden if atlas.structures[name].group not in groups)


# Modes --------------------------------------------------------------------------------------------------------


def ghosted(on: bool) -> Change:
    """What is not selected recedes, or no longer."""
    return lambda view: replace(view, ghost=on)


def labelled(on: bool) -> Change:
    """Names stand beside the structures, or no longer."""
    return lambda view: replace(view, labels=on)


def overlaid(on: bool) -> Change:
    """Attachments, zones and trigger points of the selection are shown, or no longer."""
    return lambda view: replace(view, overlays=on)


# The body -----------------------------------------------------------------------------------------------------


def present_sides(view: View, variation: Variation) -> frozenset[Side]:
    """The sides on which a view's body has the structure."""
    return frozenset(side for side, name in variation.members.items() if name not in view.absent)


def with_sides(variation: Variation, sides: Collection[Side]) -> Change:
    """A body that has the structure on these sides only; what becomes absent leaves the selection."""
    gone = frozenset(name for side, name in variation.members.items() if side not in sides)
    return lambda view: _in_body(view, (view.absent - frozenset(variation.members.values())) | gone, dict(view.forms))


def with_form(atlas: Atlas, structure_id: str, form_id: str) -> Change:
    """A body with a structure in a form, USUAL for the usual one. If it lacked the structure, it has it then.

    Forms and structures that are not known change nothing.
    """
    known = form_id == USUAL or atlas.form(structure_id, form_id) is not None

    def change(view: View) -> View:
        return _in_body(view, view.absent - {structure_id}, {**dict(view.forms), structure_id: form_id})

    return change if known else lambda view: view


def with_body(body: Body) -> Change:
    """One of a class of bodies: what it lacks, and the forms that it has."""

    def change(view: View) -> View:
        forms = {name: form for name, form in view.forms if name not in body.members}
        return _in_body(view, (view.absent - body.members) | body.absent, {**forms, **dict(body.forms)})

    return change


def _in_body(view: View, absent: frozenset[str], forms: Mapping[str, str]) -> View:
    """The view without what is absent from its selection and from what is isolated."""
    kept = tuple(sorted((name, form) for name, form in forms.items() if form != USUAL))
    left = tuple(name for name in view.selection if name not in absent)
    alone = None if view.isolated is None else (view.isolated - absent) or None
    changed = replace(view, absent=absent, forms=kept, selection=left, isolated=alone)
    return changed if left == view.selection else replace(changed, **UNLIT)


# Light and camera ---------------------------------------------------------------------------------------------


def lit(fact_id: str | None, shared: Iterable[str] = (), own: Iterable[str] = ()) -> Change:
    """The place of one fact lit; or facts at once: what two structures share, and what one of them has alone."""
    aspects = {"fact": fact_id, "shared": tuple(shared), "own": tuple(own)}
    return lambda view: replace(view, **aspects)  # type: ignore[arg-type]  # each aspect has its own type


def seen_from(camera: Camera) -> Change:
    """The same, seen from elsewhere."""
    return lambda view: replace(view, camera=camera)


def withheld(on: bool) -> Change:
    """No name told or written of anything, or all of them again."""
    return lambda view: replace(view, unnamed=on, revealed=())


def revealed(structure_ids: Iterable[str]) -> Change:
    """Of all the names that are withheld, these told."""
    names = tuple(structure_ids)
    return lambda view: replace(view, revealed=tuple(dict.fromkeys((*view.revealed, *names))))


def pressed(press: Press | None) -> Change:
    """A finger on the skin, or none."""
    return lambda view: replace(view, finger=press)


# A class in front of it ---------------------------------------------------------------------------------------


def cut_by(plane: CutPlane | None) -> Change:
    """Everything cut by a plane, or whole."""
    return lambda view: replace(view, plane=plane)


def drawn(*strokes: Stroke) -> Change:
    """More lines drawn by hand."""
    return lambda view: replace(view, strokes=(*view.strokes, *strokes))


def undrawn(strokes: Collection[Stroke]) -> Change:
    """These lines taken away again."""
    return lambda view: replace(view, strokes=tuple(one for one in view.strokes if one not in strokes))


def wiped() -> Change:
    """Nothing drawn by hand."""
    return lambda view: replace(view, strokes=())


def name_placed(structure_id: str, place: tuple[float, float] | None) -> Change:
    """A name put somewhere, or back to where there is room for it."""

    def change(view: View) -> View:
        others = {name: at for name, at in view.placed if name != structure_id}
        placed = others if place is None else {**others, structure_id: place}
        return replace(view, placed=tuple(sorted(placed.items())))

    return change
