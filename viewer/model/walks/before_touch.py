"""What is asked before anybody is touched: consent first, then what speaks against it, from the facts of the atlas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viewer.model.atlas.atlas import Atlas, PalpationStep, Part
from viewer.model.walks.walk import Kind, Walk


def consents(atlas: Atlas, walk: Walk) -> tuple[PalpationStep, ...]:
    """What to ask and to offer the person first."""
    return _facts(atlas, walk, Part.CONSENT)


def cautions(atlas: Atlas, walk: Walk) -> tuple[PalpationStep, ...]:
    """What speaks against touching here."""
    return _facts(atlas, walk, Part.CAUTION)


def needs_asking(walk: Walk) -> bool:
    """Whether a walk begins with all of this."""
    return walk.kind is Kind.TOUCH


def _facts(atlas: Atlas, walk: Walk, part: Part) -> tuple[PalpationStep, ...]:
    """Those about what the walk leads to; those about anything where nothing is known of that."""
    own = tuple(_of(atlas, walk.structures, part))
    return own or tuple(_of(atlas, atlas.known, part))


def _of(atlas: Atlas, structures: Iterable[str], part: Part) -> Iterator[PalpationStep]:
    """The same fact about several structures once."""
    seen: set[str] = set()
    for name in structures:
        for fact in atlas.known[name].palpation if name in atlas.known else ():
            own = fact.id.removeprefix(f"{name}.")
            if fact.part is part and own not in seen:
                seen.add(own)
                yield fact
