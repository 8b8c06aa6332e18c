"""What is seen of a question and of its answer: views made of the one that was there before."""

from __future__ import annotations

from dataclasses import replace

from viewer.model.atlas.atlas import Atlas
from viewer.model.session.view import Camera, View
from viewer.model.training.question import Question, Shown


def asked(atlas: Atlas, question: Question, before: View, camera: Camera | None = None) -> View:
    """The question in the body there is, without names; seen as before, or from where it was answered last."""
    shown = _shown(atlas, question.asked, before)
    return replace(shown, unnamed=True, labels=False, camera=camera or before.camera)


def answered(atlas: Atlas, question: Question, before: View, now: View, wrong: tuple[str, ...] = ()) -> View:
    """The right answer, the wrong one beside it, all by their names; seen as it was while asked."""
    shown = question.answered
    there = tuple(name for name in wrong if name in atlas.structures and name not in shown.lit)
    besides = replace(shown, lit=(*there, *shown.lit), present=shown.present.union(there))
    if shown.alone and there:
        besides = replace(besides, alone=shown.alone.union(there))
    return replace(_shown(atlas, besides, before), unnamed=False, labels=True, camera=now.camera, finger=now.finger)


def _shown(atlas: Atlas, shown: Shown, before: View) -> View:
    absent = before.absent if shown.absent is None else shown.absent
    hidden = (atlas.away | shown.put_away) - shown.present - frozenset(shown.lit)
    fact, own = (shown.facts[0], ()) if len(shown.facts) == 1 else (None, shown.facts)
    return View(
        selection=tuple(name for name in shown.lit if name in atlas.structures and name not in absent),
        hidden=hidden - shown.alone,
        absent=absent,
        isolated=(shown.alone - absent) or None,
        ghost=shown.receding,
        overlays=False,
        fact=fact,
        own=own,
        forms=before.forms,
        marks=shown.marks,
    )
