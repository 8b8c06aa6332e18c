"""Which overlays a view asks for: footprints on bones, trigger points, referral zones. A pure function of the two.

A lit fact shows just its own place, strongly; facts lit together show theirs, framed where two structures share them.
Otherwise a selected muscle shows where it holds on, where it hurts
and what it refers to, and a selected bone or disc shows all that it carries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from viewer.model.atlas.atlas import (
    Atlas,
    Attachment,
    End,
    Fact,
    Innervation,
    Kind,
    Landmark,
    NerveRoots,
    PalpationStep,
    Point,
    Referral,
    Strength,
    Structure,
    TriggerPoint,
    Zone,
)
from viewer.model.atlas.nerves import way_to
from viewer.model.session.view import View


@dataclass(frozen=True)
class Footprint:
    """Where one end of a muscle is painted on a bone or disc; both go by the names of the meshes that show them.

    ``shared`` with another muscle, it has a frame.
    """

    muscle: str
    bone: str
    end: End
    lit: bool
    shared: bool = False

    @property
    def array(self) -> str:
        """The name of the bone mesh's array with the signed distance to this footprint."""
        return f"footprint_{self.muscle}_{self.end}"


@dataclass(frozen=True)
class Mark:
    """A trigger point at its place (body millimetres), ``shared`` by two muscles or not."""

    place: Point
    lit: bool
    shared: bool = False


@dataclass(frozen=True)
class Painted:
    """A referral zone on the skin, ``shared`` by two muscles or not. ``spared`` are the essential zones that a
    spill-over zone leaves free.
    """

    zone: Zone
    strength: Strength
    lit: bool
    spared: tuple[Zone, ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class Overlays:
    """All that is painted at one moment, without doubles.

    ``nerves`` are lit through the tissue around them, the ``shared`` ones with a heavier line; ``related`` do not
    recede when the selection stands out: the nerves of a selected muscle, the muscles of a selected nerve.
    ``landmarks`` are marked on the skin, and ``hand`` is where a hand starts and what it aims at. ``empty`` are the
    structures that this body lacks and whose place is outlined.
    """

    footprints: tuple[Footprint, ...] = ()
    marks: tuple[Mark, ...] = ()
    zones: tuple[Painted, ...] = ()
    nerves: tuple[str, ...] = ()
    shared: frozenset[str] = frozenset()
    related: frozenset[str] = frozenset()
    landmarks: tuple[Landmark, ...] = ()
    hand: tuple[Point, Point] | None = None
    empty: tuple[str, ...] = ()


def wanted(atlas: Atlas, view: View) -> Overlays:
    """The overlays of a view. An unknown fact or structure asks for none."""
    empty = tuple(name for name in atlas.structures if name in view.absent and _is_outlined(view, name))
    painted = _wanted(atlas, view)
    marked = view.marks or painted.landmarks
    if view.unnamed:
        marked = tuple(replace(mark, name="") for mark in marked)
    return replace(painted, empty=empty, landmarks=marked)


def _is_outlined(view: View, structure_id: str) -> bool:
    """Whether the place of a structure that this body lacks is outlined: nothing else keeps it from being seen. While
    names are withheld, only when it was revealed that it is missing.
    """
    if view.unnamed:
        return structure_id in view.revealed
    return view.overlays and structure_id not in view.hidden and view.isolated is None


def _wanted(atlas: Atlas, view: View) -> Overlays:
    lit = _lit_fact(atlas, view)
    if lit is not None and isinstance(lit[1], PalpationStep):
        return Overlays(landmarks=lit[1].marks, hand=lit[1].hand)
    if lit is not None:
        return _of_facts(atlas, view, [lit], lit=True)
    if view.shared or view.own:
        return _together(atlas, view)
    if not view.overlays:
        return Overlays()
    facts = [pair for one in view.selection if view.shows(one) for pair in _placed_facts(atlas, view, one)]
    return replace(_of_facts(atlas, view, facts, lit=False), nerves=(), related=_related(atlas, view))


def _together(atlas: Atlas, view: View) -> Overlays:
    """The places of facts that two structures share, and of those that one has alone."""
    own, shared = (
        _of_facts(atlas, view, [pair for name in names if (pair := _placed(atlas, view, name))], lit=True)
        for names in (view.own, view.shared)
    )
    return Overlays(
        own.footprints + tuple(replace(one, shared=True) for one in shared.footprints),
        own.marks + tuple(replace(one, shared=True) for one in shared.marks),
        own.zones + tuple(replace(one, shared=True) for one in shared.zones),
        tuple(dict.fromkeys(own.nerves + shared.nerves)),
        frozenset(shared.nerves),
    )


def _lit_fact(atlas: Atlas, view: View) -> tuple[Structure, Fact] | None:
    """The fact that is lit, where it has a place in this body."""
    return None if view.fact is None else _placed(atlas, view, view.fact)


def _placed(atlas: Atlas, view: View, fact_id: str) -> tuple[Structure, Fact] | None:
    try:
        structure, fact = atlas.fact(fact_id)
    except KeyError:
        return None
    placed = (
        isinstance(fact, Attachment | Innervation | NerveRoots | TriggerPoint | Referral | PalpationStep)
        and structure.id not in view.absent
        and fact.id not in atlas.lacking(dict(view.forms))
    )
    return (structure, fact) if placed else None


def _placed_facts(atlas: Atlas, view: View, structure_id: str) -> Iterator[tuple[Structure, Fact]]:
    """A structure's own facts, and for a bone or disc those of the muscles that hold on to it."""
    structure = atlas.structures.get(structure_id)
    if structure is None:
        return
    lacking = atlas.lacking(dict(view.forms))
    yield from ((structure, fact) for fact in structure.facts() if fact.id not in lacking)
    if structure.kind is not Kind.MUSCLE:
        for muscle, fact in atlas.carried_by(structure_id):
            if muscle.id not in view.absent and fact.id not in lacking:
                yield muscle, fact


def _of_facts(atlas: Atlas, view: View, facts: list[tuple[Structure, Fact]], lit: bool) -> Overlays:
    """The places of facts. A zone needs shown skin to be painted on unless it was asked for by itself."""
    footprints = (
        Footprint(_mesh(atlas, view, structure.id), _mesh(atlas, view, fact.structure), fact.end, lit)
        for structure, fact in facts
        if isinstance(fact, Attachment) and view.shows(fact.structure)
    )
    marks = (Mark(fact.place, lit) for _, fact in facts if isinstance(fact, TriggerPoint))
    zones = (_painted(structure, fact, lit) for structure, fact in facts if isinstance(fact, Referral))
    # The same place is often told of by several facts (both layers of psoas, both parts of iliopsoas).
    return Overlays(
        tuple(dict.fromkeys(footprints)),
        tuple(dict.fromkeys(marks)),
        tuple(dict.fromkeys(zones)),
        tuple(dict.fromkeys(nerve for structure, fact in facts for nerve in _nerves(atlas, structure, fact))),
    )


def _mesh(atlas: Atlas, view: View, structure_id: str) -> str:
    return atlas.mesh(structure_id, view.form(structure_id))


def _nerves(atlas: Atlas, structure: Structure, fact: Fact) -> tuple[str, ...]:
    """The nerves that a fact lights: those that reach a muscle with their roots, or the nerve that it tells of."""
    if isinstance(fact, Innervation):
        return way_to(atlas, structure.id, fact)
    return (structure.id,) if isinstance(fact, NerveRoots) and structure.modelled else ()


def _related(atlas: Atlas, view: View) -> frozenset[str]:
    pairs = (
        (structure.id, nerve)
        for structure in atlas.structures.values()
        for fact in structure.innervation
        if fact.most
        for nerve in fact.nerve_structures
    )
    chosen = {one for one in view.selection if view.shows(one)}
    return frozenset(other for pair in pairs for one, other in (pair, pair[::-1]) if one in chosen)


def _painted(structure: Structure, referral: Referral, lit: bool) -> Painted:
    spared: tuple[Zone, ...] = ()
    if referral.strength is Strength.SPILLOVER:
        essential = (other.zone for other in structure.referrals if other.strength is Strength.ESSENTIAL)
        spared = tuple(zone for zone in essential if zone.view == referral.zone.view)
    return Painted(referral.zone, referral.strength, lit, spared)
