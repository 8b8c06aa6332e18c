"""Places at which a body is usually cut, by the names that everybody calls them: L3, the femoral heads, the middle."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from viewer.model.atlas.facts import Point


class Way(StrEnum):
    """Which way a section runs: across the body, from front to back along it, from side to side along it."""

    ACROSS = "across"
    SAGITTAL = "sagittal"
    FRONTAL = "frontal"


@dataclass(frozen=True)
class Level:
    """A place that sections in these ``ways`` are named after. What it is named after is ``high`` mm thick there.

    Sections start at the levels that are ``first``.
    """

    id: str
    name: str
    place: Point
    ways: tuple[Way, ...]
    sources: tuple[str, ...]
    high: float = 0.0
    first: bool = False
