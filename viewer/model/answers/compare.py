"""Two structures side by side: what they share and where they differ, row by row, every entry with its fact.

Attachments are matched by the end and the bone, nerves by root, zones by their outline, and everything else by the name
that a fact bears in both ("action.flex_thigh").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from viewer.language import tr
from viewer.model.answers import body_words
from viewer.model.answers.describe import USUAL_BODY
from viewer.model.answers.fact_lines import words
from viewer.model.atlas.atlas import (
    Atlas,
    Attachment,
    Fact,
    Innervation,
    Part,
    Referral,
    Status,
    Structure,
    TriggerPoint,
)
from viewer.model.atlas.nerves import way_to
from viewer.model.session.view import View
from viewer.model.words import end_words


class Aspect(StrEnum):
    """What is compared, in the order of the table."""

    ATTACHMENTS = "attachments"
    ROOTS = "roots"
    NERVES = "nerves"
    ACTIONS = "actions"
    SHAPE = "shape"
    FEEL = "feel"
    REFERRAL = "referral"


@dataclass(frozen=True)
class Entry:
    """What one structure has in a row: words, how far they are agreed, and the id of the fact."""

    text: str
    status: Status
    fact: str


@dataclass(frozen=True)
class Row:
    """One row: what both structures have, or what one of them has. ``title`` names it, or is empty."""

    aspect: Aspect
    title: str
    first: tuple[Entry, ...]
    second: tuple[Entry, ...]

    @property
    def shared(self) -> bool:
        """Whether both have it."""
        return bool(self.first and self.second)


@dataclass(frozen=True)
class Lighting:
    """Ids of the facts of a table whose places can be lit: those of both structures, and those of one alone."""

    shared: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]


@dataclass(frozen=True)
class _Item:
    """An entry, and the key by which it finds the other structure's."""

    key: object
    title: str
    entry: Entry


_Finder = Callable[[Atlas, Structure], Iterable[_Item]]


def aspect_words(aspect: Aspect) -> str:
    """What is compared, as the head of a row."""
    return {
        Aspect.ATTACHMENTS: tr("Attachments"),
        Aspect.ROOTS: tr("Roots"),
        Aspect.NERVES: tr("Nerves"),
        Aspect.ACTIONS: tr("Actions"),
        Aspect.SHAPE: tr("Shape"),
        Aspect.FEEL: tr("Feel"),
        Aspect.REFERRAL: tr("Referral"),
    }[aspect]


def compare(atlas: Atlas, first_id: str, second_id: str, view: View = USUAL_BODY) -> tuple[Row, ...]:
    """The table of two structures, modelled or not, as they are in the body of a view.

    In each aspect what is shared comes first. Raises KeyError.
    """
    known = (atlas.known[one] for one in (first_id, second_id))
    first, second = (replace(one, attachments=body_words.attachments(atlas, view, one)) for one in known)
    rows: list[Row] = []
    for aspect, found in _FINDERS.items():
        rows += _rows(aspect, list(found(atlas, first)), list(found(atlas, second)))
    return tuple(rows)


def facts_to_highlight(atlas: Atlas, rows: Iterable[Row]) -> Lighting:
    """What of a table has a place in the 3D view. Nerves are those of the usual readings; none is told twice."""
    shared: dict[str, None] = {}
    own: tuple[dict[str, None], dict[str, None]] = ({}, {})
    for row in rows:
        for entries, alone in zip((row.first, row.second), own, strict=True):
            (shared if row.shared else alone).update(dict.fromkeys(_placed(atlas, row, entries)))
    first, second = (tuple(fact for fact in alone if fact not in shared) for alone in own)
    return Lighting(tuple(shared), first, second)


def _placed(atlas: Atlas, row: Row, entries: Iterable[Entry]) -> Iterable[str]:
    for owner, fact in (atlas.fact(entry.fact) for entry in entries):
        if isinstance(fact, Attachment | TriggerPoint | Referral):
            yield fact.id
        elif isinstance(fact, Innervation) and fact.most:
            for nerve in way_to(atlas, owner.id, fact):
                yield from _of_nerve(atlas.known[nerve], row)


def _of_nerve(nerve: Structure, row: Row) -> Iterable[str]:
    """The usual reading of a nerve: it lights the nerve itself. In a row of a root level, only that root's."""
    root = any(reading.roots == (row.title,) for reading in nerve.roots)
    return (reading.id for reading in nerve.roots if reading.most and (root or row.aspect is not Aspect.ROOTS))


def _rows(aspect: Aspect, first: list[_Item], second: list[_Item]) -> list[Row]:
    titles = {item.key: item.title for item in (*second, *first)}
    keys = dict.fromkeys(item.key for item in (*first, *second))
    rows = [Row(aspect, titles[key], _of(first, key), _of(second, key)) for key in keys]
    return sorted(rows, key=lambda row: not row.shared)


def _of(items: list[_Item], key: object) -> tuple[Entry, ...]:
    return tuple(item.entry for item in items if item.key == key)


def _item(key: object, title: str, fact: Fact, text: str = "") -> _Item:
    return _Item(key, title, Entry(text or words(fact), fact.status, fact.id))


def _attachments(atlas: Atlas, structure: Structure) -> Iterable[_Item]:
    for fact in structure.attachments:
        title = f"{atlas.known[fact.structure].title} ({end_words(fact.end)})"
        yield _item((fact.end, fact.structure), title, fact, fact.region)


def _roots(_atlas: Atlas, structure: Structure) -> Iterable[_Item]:
    """Those of the usual reading; the other readings stand among the nerves."""
    usual = [(fact, fact.roots) for fact in structure.innervation if fact.most]
    usual_of_nerve = [(fact, fact.roots) for fact in structure.roots if fact.most]
    return [_item(level, level, fact, level) for fact, levels in (*usual, *usual_of_nerve) for level in levels]


def _nerves(_atlas: Atlas, structure: Structure) -> Iterable[_Item]:
    return [_item(fact.nerve, fact.nerve, fact) for fact in structure.innervation]


def _actions(_atlas: Atlas, structure: Structure) -> Iterable[_Item]:
    return [_by_name(structure, fact) for fact in structure.actions]


def _shape(_atlas: Atlas, structure: Structure) -> Iterable[_Item]:
    told = (fact for section in structure.more for fact in section.facts)
    return [_by_name(structure, fact) for fact in told if fact.id.startswith(f"{structure.id}.shape.")]


def _feel(_atlas: Atlas, structure: Structure) -> Iterable[_Item]:
    return [_by_name(structure, step) for step in structure.palpation if step.part in (Part.FEEL, Part.STOP)]


def _referral(_atlas: Atlas, structure: Structure) -> Iterable[_Item]:
    yield from (_item(trigger.place, trigger.name, trigger) for trigger in structure.trigger_points)
    yield from (_item(referral.zone, referral.name, referral) for referral in structure.referrals)


def _by_name(structure: Structure, fact: Fact) -> _Item:
    """Found by the fact's id without the structure's."""
    return _item(fact.id.removeprefix(f"{structure.id}."), "", fact)


_FINDERS: Mapping[Aspect, _Finder] = {
    Aspect.ATTACHMENTS: _attachments,
    Aspect.ROOTS: _roots,
    Aspect.NERVES: _nerves,
    Aspect.ACTIONS: _actions,
    Aspect.SHAPE: _shape,
    Aspect.FEEL: _feel,
    Aspect.REFERRAL: _referral,
}
