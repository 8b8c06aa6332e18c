"""A body that differs from the usual one in what it has and in which form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Body:
    """One body: ``members`` are the ids of the pair, ``absent`` those that it lacks, ``forms`` (structure id, form id)
    the forms that differ from the usual one.
    """

    members: frozenset[str]
    absent: frozenset[str]
    forms: tuple[tuple[str, str], ...] = ()
