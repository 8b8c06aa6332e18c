"""Wrong answers that could be right: what lies near in the atlas and is of the same kind, never what is right too."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from random import Random

from viewer.model.atlas.atlas import Side, Structure
from viewer.model.training.names import Names, short
from viewer.model.training.question import Choice

CHOICES = 4
"""Answers to choose from, the right one among them."""
_NEAREST = 6
"""Of so many neighbours the wrong ones are drawn."""


def among(right: Choice, wrong: Iterable[Choice], draw: Random) -> tuple[Choice, ...]:
    """The right choice among wrong ones, in an order that says nothing; none where nothing is wrong."""
    others = list({one.text.casefold(): one for one in wrong if one.text.casefold() != right.text.casefold()}.values())
    found = [right, *others[: CHOICES - 1]]
    draw.shuffle(found)
    return tuple(found) if others else ()


def neighbours(names: Names, right: Structure, draw: Random, but: Collection[str] = ()) -> list[Choice]:
    """Structures that the right one could be taken for, the likeliest first; each name once.

    Those of its kind come first, of these those of its group, of these what is near in the list. Those in ``but`` are
    left out, and whatever bears its name.
    """
    atlas = names.atlas
    order = {name: place for place, name in enumerate(atlas.structures)}
    near = sorted(
        (one for one in atlas.structures.values() if one.id not in but and not names.same(one, right)),
        key=lambda one: (
            one.kind is not right.kind,
            one.group != right.group,
            one.side not in (right.side, Side.MIDDLE),
            abs(order[one.id] - order.get(right.id, 0)),
        ),
    )
    alike = len({short(one) for one in near if (one.kind, one.group) == (right.kind, right.group)})
    named: dict[str, Choice] = {}
    for one in near:
        named.setdefault(short(one), Choice(short(one), structures=(one.id,)))
    return drawn(tuple(named.values()), draw, max(alike, CHOICES - 1))


def drawn(found: Sequence[Choice], draw: Random, most: int = _NEAREST) -> list[Choice]:
    """The first ones in an order that is drawn, the rest behind them."""
    count = min(most, _NEAREST)
    first, rest = list(found[:count]), list(found[count:])
    draw.shuffle(first)
    return [*first, *rest]
