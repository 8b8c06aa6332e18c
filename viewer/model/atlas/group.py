"""A branch of the list of structures: what belongs together, and may stay away until it is wanted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """A group by its name. Structures of one that is ``away`` are hidden at the start, and not even read."""

    name: str
    away: bool = False
