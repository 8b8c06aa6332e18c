"""From what was asked on the command line to data: the atlas, and the View that the session or picture starts with."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from viewer.arguments import Refused
from viewer.language import tr
from viewer.model.annotations.faults import AnnotationsError
from viewer.model.annotations.load import load
from viewer.model.annotations.mesh_faults import mesh_names
from viewer.model.atlas.atlas import USUAL, Atlas, Side, Structure
from viewer.model.session.plane import CutPlane
from viewer.model.session.view import View
from viewer.model.slicing.planes import across

SIDES: Mapping[str, Collection[Side]] = {
    "both": (Side.RIGHT, Side.LEFT),
    "left": (Side.LEFT,),
    "right": (Side.RIGHT,),
    "absent": (),
}


def atlas(asked: Namespace) -> Atlas:
    """The annotations that were asked for. Raises Refused with every fault in them."""
    try:
        return load(asked.annotations, mesh_names(asked.meshes)).named_in(asked.named_in)
    except AnnotationsError as faults:
        raise Refused(faults) from faults


def view(asked: Namespace, atlas: Atlas) -> View:
    """What the options ask to be shown. Groups that are away stay so, but for those that something is chosen of.

    Raises Refused for unknown or absent structures, unknown variations, unknown forms and unknown levels.
    """
    absent = _absent(asked.variants, atlas)
    forms = _forms(asked.form, absent, atlas)
    chosen = tuple(structure(name, atlas).id for name in dict.fromkeys(asked.select))
    for name in chosen:
        if name in absent:
            raise Refused(tr("{name} cannot be selected in a body in which it is absent").format(name=name))
        if name not in atlas.structures:
            told = tr("{name} is not modelled, so it cannot be selected; --describe tells what is known of it")
            raise Refused(told.format(name=name))
    wanted = {atlas.structures[name].group for name in chosen}
    hidden = frozenset(name for name in atlas.away if atlas.structures[name].group not in wanted)
    return View(selection=chosen, absent=absent, hidden=hidden, forms=forms, plane=_plane(asked.section, atlas))


def _plane(level: str | None, atlas: Atlas) -> CutPlane | None:
    """The section at a level, by its name. Raises Refused, naming all that there are."""
    if level is None:
        return None
    found = next((one for one in atlas.levels if one.name.casefold() == level.casefold()), None)
    if found is None:
        names = ", ".join(dict.fromkeys(one.name for one in atlas.levels)) or "–"
        raise Refused(tr("there is no level {name}; there are: {names}").format(name=repr(level[:80]), names=names))
    return across(found.place, found.ways[0])


def structure(structure_id: str, atlas: Atlas) -> Structure:
    """A structure by its id, modelled or not. Raises Refused, naming the nearest ids."""
    found = atlas.known.get(structure_id)
    if found is None:
        near = get_close_matches(structure_id[:80], atlas.known, n=3)
        told = tr("there is no structure {name}.").format(name=repr(structure_id[:80]))
        hint = tr("Did you mean {names}?").format(names=", ".join(near)) if near else tr("--list prints all of them.")
        raise Refused(f"{told} {hint}")
    return found


def _absent(variants: Mapping[str, str], atlas: Atlas) -> frozenset[str]:
    by_option = {name.replace("_", "-"): variation for name, variation in atlas.variations.items()}
    gone: set[str] = set()
    for option, presence in variants.items():
        if option not in by_option:
            told = tr("unknown option {option}; variations are {options}")
            raise Refused(told.format(option=f"--{option}", options=", ".join(f"--{name}" for name in by_option)))
        members = by_option[option].members
        gone.update(name for side, name in members.items() if side not in SIDES[presence])
    return frozenset(gone)


def _forms(asked: Collection[tuple[str, str]], absent: Collection[str], atlas: Atlas) -> tuple[tuple[str, str], ...]:
    forms: dict[str, str] = {}
    for name, form in asked:
        there_are = _forms_of(structure(name, atlas).id, atlas)
        if name in absent:
            raise Refused(tr("{name} can have no form in a body in which it is absent").format(name=name))
        if form not in there_are:
            told = tr("there is no form {form} of {name}; there are {forms}")
            raise Refused(told.format(form=repr(form[:80]), name=name, forms=", ".join(there_are)))
        forms[name] = there_are[form]
    return tuple(sorted((name, form) for name, form in forms.items() if form != USUAL))


def _forms_of(structure_id: str, atlas: Atlas) -> Mapping[str, str]:
    """The forms of a structure as they are asked for, and their ids. Raises Refused where there is but one."""
    variation = atlas.variation_of(structure_id)
    if variation is None or not variation.forms:
        varying = [name for one in atlas.variations.values() if one.forms for name in one.members.values()]
        told = tr("{name} has no forms to choose from; these have: {names}")
        raise Refused(told.format(name=structure_id, names=", ".join(varying) or "–"))
    return {"usual": USUAL, **{form.id: form.id for form in variation.forms}}
