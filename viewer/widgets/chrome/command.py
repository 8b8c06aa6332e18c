"""One thing that the program can do, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """One thing to do. ``name`` is what the window connects it by; ``tip`` says more than the menu's ``text``."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    icon: str = ""
    switch: bool = False
    value: str = ""

    @property
    def id(self) -> str:
        """Unique among the commands."""
        return f"{self.name}:{self.value}" if self.value else self.name
