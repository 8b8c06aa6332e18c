"""The reverse question: it hurts here, so which muscles may refer pain to this place?

The answer is only as good as the charts, which is why every candidate names its zone, and the zone its sources.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Point, Referral, Strength, Structure
from viewer.model.atlas.zones import TOWARD, depth_at, middle
from viewer.model.words import strength_words


@dataclass(frozen=True)
class Candidate:
    """A muscle that may refer pain to a place, with the zone that says so.

    ``depth`` is how far (mm) the place lies inside the zone, ``nearness`` how near to its middle: 0 at the edge, 1 in
    the middle. ``why`` says it in words.
    """

    muscle: Structure
    zone: Referral
    depth: float
    nearness: float
    why: str

    @property
    def strength(self) -> Strength:
        """Whether pain is felt there as a rule, or sometimes."""
        return self.zone.strength


def who_refers_here(
    atlas: Atlas, point: Point, normal: Point, absent: Collection[str] = frozenset()
) -> tuple[Candidate, ...]:
    """The muscles whose zones cover a point of the skin (body mm, outward unit normal), the likeliest first.

    Essential zones come before spill-over, then those come first whose middle is nearer. Each muscle is named once,
    those in ``absent`` not at all.
    """
    found = (_best(muscle, point, normal) for muscle in atlas.known.values() if muscle.id not in absent)
    return tuple(sorted((candidate for candidate in found if candidate), key=_order))


def who_refers_to(atlas: Atlas, fact_id: str, absent: Collection[str] = frozenset()) -> tuple[Candidate, ...]:
    """As ``who_refers_here`` in the middle of the zone that a fact describes. Raises KeyError for any other fact."""
    _, fact = atlas.fact(fact_id)
    if not isinstance(fact, Referral):
        raise KeyError(fact_id)
    point, normal = middle_of(fact)
    return who_refers_here(atlas, point, normal, absent)


def areas(atlas: Atlas) -> tuple[tuple[Structure, Referral], ...]:
    """Every zone that can be asked for by its name, those with the same outline once."""
    zones: dict[object, tuple[Structure, Referral]] = {}
    for muscle in atlas.known.values():
        for referral in muscle.referrals:
            zones.setdefault(referral.zone, (muscle, referral))
    return tuple(zones.values())


def _best(muscle: Structure, point: Point, normal: Point) -> Candidate | None:
    """The zone of a muscle that says most about a point."""
    return min(_covering(muscle, point, normal), key=_order, default=None)


def _covering(muscle: Structure, point: Point, normal: Point) -> Iterator[Candidate]:
    for referral in muscle.referrals:
        depth = depth_at(referral.zone, point, normal)
        if depth > 0.0:
            nearness = min(1.0, depth / middle(referral.zone)[1])
            yield Candidate(muscle, referral, depth, nearness, _why(referral, depth))


def _why(referral: Referral, depth: float) -> str:
    told = tr("{zone}: {strength} area, {depth} mm inside its edge")
    return told.format(zone=referral.name, strength=strength_words(referral.strength), depth=f"{depth:.0f}")


def _order(candidate: Candidate) -> tuple[bool, float]:
    return candidate.strength is not Strength.ESSENTIAL, -candidate.nearness


def middle_of(referral: Referral) -> tuple[Point, Point]:
    """A point in the middle of a zone, and the normal of skin that faces its viewer."""
    zone = referral.zone
    (across, up), _ = middle(zone)
    x, y, z = TOWARD[zone.view]
    facing = (-x, -y, -z)
    return ((across, 0.0, up) if x == 0.0 else (facing[0], across, up)), facing
