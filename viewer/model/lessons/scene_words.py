"""Words for a scene: the title that is proposed for it, what it holds, and the sources that bear what is lit in it."""

from __future__ import annotations

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import LessonScene
from viewer.model.lessons.scene_view import LONGEST_LINE
from viewer.model.session.view import View
from viewer.model.slicing.levels import heading

MOST_NAMED = 2
"""Structures that a title names."""


def proposed_title(view: View, atlas: Atlas) -> str:
    """What a scene of this view may be called: what is chosen in it, else what is lit or cut, else that it is all."""
    chosen = [atlas.structures[name].title for name in view.selection if name in atlas.structures]
    if not chosen and view.fact is not None and atlas.knows_fact(view.fact):
        chosen = [atlas.fact(view.fact)[0].title]
    if len(chosen) > MOST_NAMED:
        return tr("{name} and %n more", "", len(chosen) - 1).format(name=chosen[-1])[:LONGEST_LINE]
    if chosen:
        return tr("{one} and {other}").format(one=chosen[0], other=chosen[1]) if len(chosen) > 1 else chosen[0]
    return heading(atlas, view.plane) if view.plane is not None else tr("Overview")


def title_of(scene: LessonScene, atlas: Atlas) -> str:
    """Its own title, or the one that would be proposed for it."""
    return scene.title or proposed_title(scene.view, atlas)


def holds(scene: LessonScene, atlas: Atlas) -> tuple[str, ...]:
    """What is special about a scene, in a word or two each."""
    view = scene.view
    told = (
        (scene.caption, tr("caption")),
        (scene.notes, tr("notes")),
        (view.unnamed, tr("names withheld")),
        (view.plane, heading(atlas, view.plane) if view.plane is not None else ""),
        (view.strokes, tr("drawing")),
        (view.finger, tr("finger")),
        (view.absent or view.forms, tr("another body")),
    )
    return tuple(words for there, words in told if there)


def sources_of_lit(view: View, atlas: Atlas) -> tuple[str, ...]:
    """Ids of the sources of every fact that is lit in a view."""
    facts = [fact for fact in (view.fact, *view.shared, *view.own) if fact is not None and atlas.knows_fact(fact)]
    return tuple(dict.fromkeys(source for fact in facts for source in atlas.fact(fact)[1].sources))
