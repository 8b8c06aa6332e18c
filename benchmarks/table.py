"""Figures and how they are printed: a table that a person reads, and that docs/performance.md takes over as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """What was ``measured``, beside what it is compared with, and the ``goal``; all as they are to be read."""

    what: str
    measured: str
    beside: str = "–"
    ratio: str = "–"
    goal: str = "–"


HEAD = Figure("What", "Ours", "Beside", "Ratio", "Goal")


def compared(what: str, values: tuple[float, float], name: str, goal: str, unit: str = "s") -> Figure:
    """A figure beside that of something else, measured in the same run: two ``values``, ours first."""
    ours, other = values
    return Figure(what, shown(ours, unit), f"{name} {shown(other, unit)}", f"{ours / other:.2f}", goal)


def shown(value: float, unit: str) -> str:
    """Seconds (``s``, or ``ms`` for the same in thousandths) or mebibytes (``MiB``) as they are read."""
    if unit == "ms":
        return f"{1000 * value:.0f} ms" if value >= 0.01 else f"{1000 * value:.1f} ms"
    return f"{value:.2f} s" if unit == "s" else f"{value:.0f} {unit}"


def typical(values: Iterable[float]) -> float:
    """The median."""
    return median(list(values))


def lines(figures: Iterable[Figure]) -> list[str]:
    """The table in Markdown."""
    rows = [[one.what, one.measured, one.beside, one.ratio, one.goal] for one in (HEAD, *figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    head, *others = (" | ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)) for row in rows)
    return [f"| {head} |", f"|{'|'.join('-' * (wide + 2) for wide in widths)}|", *(f"| {one} |" for one in others)]
