"""Which questions a round asks, in which order: what is due first, then what is new, mixed so that nothing tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from viewer.model.training.deck import Card
from viewer.model.training.question import Sort


class Amount(StrEnum):
    """Which cards are asked."""

    DUE_FIRST = "due first"
    DUE = "due"
    NEW = "new"
    ALL = "all"


@dataclass(frozen=True)
class Wish:
    """Which cards and how many; the same ``seed`` gives the same round."""

    amount: Amount
    count: int
    seed: int


def chosen(
    cards: Mapping[str, Card],
    due: Sequence[str],
    answered: Collection[str],
    wish: Wish,
) -> tuple[Card, ...]:
    """Some of the cards. ``due`` are the names of those to come back, weakest first."""
    back = [cards[name] for name in due if name in cards]
    draw = Random(wish.seed)
    others = {
        Amount.DUE: [],
        Amount.DUE_FIRST: [one for one in cards.values() if one.id not in answered],
        Amount.NEW: [one for one in cards.values() if one.id not in answered],
        Amount.ALL: list(cards.values()),
    }[wish.amount]
    begun = back if wish.amount in (Amount.DUE, Amount.DUE_FIRST) else []
    return tuple(_spread([*begun[: wish.count], *_mixed(others, draw)])[: wish.count])


def _mixed(cards: Iterable[Card], draw: Random) -> list[Card]:
    """Each sort in turn, in an order drawn anew, so that the sort with most cards does not fill the round."""
    piles: dict[Sort, list[Card]] = {}
    for card in cards:
        piles.setdefault(card.sort, []).append(card)
    for pile in piles.values():
        draw.shuffle(pile)
    order = list(piles.values())
    draw.shuffle(order)
    longest = max(map(len, order), default=0)
    return [pile[turn] for turn in range(longest) for pile in order if turn < len(pile)]


def _spread(cards: Sequence[Card]) -> list[Card]:
    """Each structure once as long as there are others: one answer would give away the next."""
    first, again, seen = list[Card](), list[Card](), set[str]()
    for card in dict.fromkeys(cards):
        about = card.about.removesuffix("_right").removesuffix("_left")
        (again if about in seen else first).append(card)
        seen.add(about)
    return first + again
