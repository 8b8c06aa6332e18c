"""What is particular to the body that a view shows, in words: what it lacks, and the forms that it has."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Attachment, Form, Structure, Variation
from viewer.model.session.view import View
from viewer.model.words import side_words, withheld

ABSENT = "absent"
"""Stands for no form at all, where one of the forms is to be chosen."""


def form(atlas: Atlas, view: View, structure_id: str) -> Form | None:
    """The form that a structure has in this body; None for the usual one and for what is missing."""
    return None if structure_id in view.absent else atlas.form(structure_id, view.form(structure_id))


def remark(atlas: Atlas, view: View, structure_id: str) -> str:
    """ "absent", or the name of a form that is not the usual one, as within a sentence; else nothing."""
    if structure_id in view.absent:
        return tr("absent")
    found = form(atlas, view, structure_id)
    return found.word if found else ""


def remarks(atlas: Atlas, view: View) -> tuple[tuple[str, str], ...]:
    """Structure ids with their remarks, of all that differ from the usual body."""
    names = (name for name in atlas.structures if name in view.absent or view.form(name))
    return tuple((name, told) for name in names if (told := remark(atlas, view, name)))


def attachments(atlas: Atlas, view: View, structure: Structure) -> tuple[Attachment, ...]:
    """Where a structure holds on in this body: without those that its form lacks."""
    lacking = atlas.lacking(dict(view.forms))
    return tuple(one for one in structure.attachments if one.id not in lacking)


def title(atlas: Atlas, view: View, structure_id: str) -> str:
    """A structure's title with what is particular to it: "Psoas minor, left: two-headed". Raises KeyError.

    Where the view withholds names, it is the same for all but the revealed ones.
    """
    if not view.tells(structure_id):
        return withheld()
    told = remark(atlas, view, structure_id)
    name = atlas.known[structure_id].title
    return f"{name}: {told}" if told else name


def badge(atlas: Atlas, view: View) -> str:
    """A line for each variation in which this body differs from the usual one. While names are withheld, one for each
    whose members are all revealed, whether it differs or not.
    """
    told = ((one.title, _told(atlas, view, one)) for one in atlas.variations.values())
    return "\n".join(f"{name}: {words}" for name, words in told if words)


def difference(atlas: Atlas, view: View, variation: Variation) -> str:
    """How a body differs from the usual one in a variation: "left only"; nothing where it does not."""
    return "; ".join(_differences(atlas, view, variation))


def _told(atlas: Atlas, view: View, variation: Variation) -> str:
    if not all(map(view.tells, variation.members.values())):
        return ""
    return difference(atlas, view, variation) or (tr("on both sides") if view.unnamed else "")


def _differences(atlas: Atlas, view: View, variation: Variation) -> Iterator[str]:
    there = [side for side, name in variation.members.items() if name not in view.absent]
    if len(there) < len(variation.members):
        only = tr("{side} only").format(side=", ".join(map(side_words, there)))
        yield only if there else tr("absent")
    told = {side: remark(atlas, view, variation.members[side]) for side in there}
    if len(there) > 1 and len(set(told.values())) == 1:
        both = tr("{form} on both sides")
        yield from (both.format(form=word) for word in set(told.values()) if word)
    else:
        yield from (f"{side_words(side)} {word}" for side, word in told.items() if word)
