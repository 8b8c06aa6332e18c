"""Who drives what: from a muscle to its nerves, from a nerve to its muscles, from a root level to all that it reaches.

Every answer names the reading that says so, because texts differ: ``most`` marks the usual one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from viewer.model.atlas.atlas import Atlas, Innervation, NerveRoots, Side, Structure

REGIONS = "CTLS"
_Reading = TypeVar("_Reading", Innervation, NerveRoots)


@dataclass(frozen=True)
class Supply:
    """That a nerve reaches a muscle, as one reading has it."""

    nerve: Structure
    muscle: Structure
    reading: Innervation


@dataclass(frozen=True)
class Branch:
    """That a nerve comes out of another, as one reading has it."""

    stem: Structure
    nerve: Structure
    reading: NerveRoots


@dataclass(frozen=True)
class Reach:
    """Where a root level goes: the roots themselves, the nerves that it joins, and the muscles that it drives."""

    level: str
    roots: tuple[Structure, ...]
    nerves: tuple[tuple[Structure, NerveRoots], ...]
    muscles: tuple[tuple[Structure, Innervation], ...]


def nerves_of(atlas: Atlas, muscle_id: str) -> tuple[Supply, ...]:
    """The nerves of the scene that reach a muscle, each once with the most usual reading that names it.

    Raises KeyError for an unknown structure.
    """
    muscle, found = atlas.known[muscle_id], dict[str, Supply]()
    for reading in _usual_first(muscle.innervation):
        for nerve in reading.nerve_structures:
            found.setdefault(nerve, Supply(atlas.known[nerve], muscle, reading))
    return tuple(found.values())


def muscles_of(atlas: Atlas, nerve_id: str) -> tuple[Supply, ...]:
    """The muscles that a nerve reaches by itself, the usual readings first. Raises KeyError."""
    nerve = atlas.known[nerve_id]
    muscles = (one.id for one in atlas.known.values() if one.innervation)
    found = (supply for muscle in muscles for supply in nerves_of(atlas, muscle) if supply.nerve is nerve)
    return tuple(sorted(found, key=lambda supply: not supply.reading.most))


def stems_of(atlas: Atlas, nerve_id: str) -> tuple[Branch, ...]:
    """What a nerve comes out of, each once with the most usual reading that names it. Raises KeyError."""
    nerve, found = atlas.known[nerve_id], dict[str, Branch]()
    for reading in _usual_first(nerve.roots):
        for stem in reading.springs_from:
            found.setdefault(stem, Branch(atlas.known[stem], nerve, reading))
    return tuple(found.values())


def given_off(atlas: Atlas, nerve_id: str) -> tuple[Branch, ...]:
    """The nerves that come out of a nerve or root, the usual readings first. Raises KeyError."""
    stem = atlas.known[nerve_id]
    nerves = (one.id for one in atlas.known.values() if one.roots)
    found = (branch for nerve in nerves for branch in stems_of(atlas, nerve) if branch.stem is stem)
    return tuple(sorted(found, key=lambda branch: not branch.reading.most))


def way_to(atlas: Atlas, muscle_id: str, reading: Innervation | None = None) -> tuple[str, ...]:
    """Ids of the nerves to light for a muscle: those of a reading (the usual one if None) and, of the roots that they
    come from, the ones that the reading names. Raises KeyError.
    """
    reading = reading or next((one for one in atlas.known[muscle_id].innervation if one.most), None)
    if reading is None:
        return ()
    stems = (branch.stem for nerve in reading.nerve_structures for branch in stems_of(atlas, nerve))
    named = (stem.id for stem in stems if any(level in reading.roots for one in stem.roots for level in one.roots))
    return tuple(dict.fromkeys((*reading.nerve_structures, *named)))


def levels(atlas: Atlas) -> tuple[str, ...]:
    """Every root level that is spoken of, from above down."""
    named = {level for one in atlas.known.values() for reading in one.roots for level in reading.roots}
    named |= {level for one in atlas.known.values() for reading in one.innervation for level in reading.roots}
    return tuple(sorted(named, key=lambda level: (REGIONS.index(level[0]), int(level[1:]))))


def reached_from(atlas: Atlas, level: str, side: Side | None = None) -> Reach:
    """All that a root level such as "L2" reaches, on one side or on both; the usual readings first."""
    here = [one for one in atlas.known.values() if side in (None, one.side)]
    nerves = [(one, reading) for one in here for reading in _usual_first(one.roots, level)[:1]]
    muscles = [(one, reading) for one in here for reading in _usual_first(one.innervation, level)[:1]]
    return Reach(
        level,
        roots=tuple(one for one, reading in nerves if not reading.springs_from),
        nerves=tuple(sorted((pair for pair in nerves if pair[1].springs_from), key=lambda pair: not pair[1].most)),
        muscles=tuple(sorted(muscles, key=lambda pair: not pair[1].most)),
    )


def _usual_first(readings: tuple[_Reading, ...], level: str = "") -> list[_Reading]:
    """The readings that name a level, or all of them, the usual one first."""
    named = (one for one in readings if not level or level in one.roots)
    return sorted(named, key=lambda one: not one.most)
