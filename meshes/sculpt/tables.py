"""Tables of landmarks and measurements: read, checked, and refused as a whole when a row cannot be right.

Two kinds of CSV file stand in ``tables/``, in a folder for each group of structures. A table of *numbers* has the
columns ``name, value, unit, low, high, source``; a value outside ``low..high`` is impossible. A table of *points* has
``name``, one or more coordinate columns and ``source``. Lines that begin with ``#`` are comments. Every fault of a file
is reported at once.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FOLDER = Path(__file__).parent / "tables"
FAR = 2000.0  # mm; no landmark of a body lies further from the origin

Vector = npt.NDArray[np.float64]


class TableError(ValueError):
    """A table cannot be used; the message lists each fault as file, line, row name and what was expected."""


@dataclass(frozen=True)
class Row:
    """One line of a table: where it stands (line number, from 1) and its cells by column name."""

    line: int
    cells: Mapping[str, str]

    @property
    def name(self) -> str:
        """The row's name, empty where there is none."""
        return self.cells.get("name") or ""


def read_numbers(file: str, required: Collection[str] = (), folder: Path = FOLDER) -> dict[str, float]:
    """Read a table of numbers as name -> value.

    Raises TableError for a missing, doubled, unreadable or impossible row.
    """
    path = folder / file
    rows, faults = _rows(path, ("name", "value", "unit", "low", "high", "source"))
    numbers: dict[str, float] = {}
    for row in rows:
        found = [_number(row, column, faults) for column in ("value", "low", "high")]
        if any(number is None for number in found):
            continue
        value, low, high = (number for number in found if number is not None)
        if not low <= value <= high:
            faults.append(f"line {row.line}, {row.name}: {value:g} is impossible, expected {low:g} to {high:g}")
        numbers[row.name] = value
    _finish(path, rows, required, faults)
    return numbers


def read_points(
    file: str, columns: tuple[str, ...] = ("x", "y", "z"), required: Collection[str] = (), folder: Path = FOLDER
) -> dict[str, Vector]:
    """Read a table of points as name -> array of the given columns, in file order.

    Raises TableError for a missing, doubled, unreadable or impossible row.
    """
    path = folder / file
    rows, faults = _rows(path, ("name", *columns, "source"))
    points: dict[str, Vector] = {}
    for row in rows:
        found = [_number(row, column, faults) for column in columns]
        if any(number is None for number in found):
            continue
        values = np.array(found, dtype=float)
        if np.abs(values).max() > FAR:
            faults.append(
                f"line {row.line}, {row.name}: {values.tolist()} lies outside a body, expected within {FAR:g}"
            )
        points[row.name] = values
    _finish(path, rows, required, faults)
    return points


def read_words(file: str, column: str, folder: Path = FOLDER) -> dict[str, str]:
    """Read one column of words as name -> word, in file order. Raises TableError where a row has none."""
    path = folder / file
    rows, faults = _rows(path, ("name", column, "source"))
    words = {row.name: row.cells.get(column, "") for row in rows}
    faults.extend(f"line {row.line}, {row.name}: no {column}" for row in rows if not row.cells.get(column))
    _finish(path, rows, (), faults)
    return words


def _rows(path: Path, columns: tuple[str, ...]) -> tuple[list[Row], list[str]]:
    """The rows of a CSV file, and the faults of its header."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path.name}: cannot be read: {error}") from error
    kept = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not kept:
        raise TableError(f"{path.name}: is empty, expected the columns {', '.join(columns)}")
    header = [cell.strip() for cell in next(csv.reader([kept[0][1]]))]
    missing = [column for column in columns if column not in header]
    if missing:
        raise TableError(f"{path.name}: line {kept[0][0]}: no column {', '.join(missing)}")
    rows = [
        Row(number, dict(zip(header, map(str.strip, next(csv.reader([line]))), strict=False)))
        for number, line in kept[1:]
    ]
    return rows, [
        f"line {row.line}, {row.name or '(no name)'}: no source" for row in rows if not row.cells.get("source")
    ]


def _number(row: Row, column: str, faults: list[str]) -> float | None:
    """The cell as a finite number, or None with a fault noted."""
    text = row.cells.get(column, "")
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if math.isfinite(value):
        return value
    faults.append(f"line {row.line}, {row.name}: {column} is {text!r}, expected a number")
    return None


def _finish(path: Path, rows: list[Row], required: Collection[str], faults: list[str]) -> None:
    """Note missing and doubled names; raise when anything is wrong."""
    faults.extend(_doubled(rows))
    present = {row.name for row in rows}
    faults.extend(f"{name}: is missing, expected one row" for name in required if name not in present)
    if faults:
        raise TableError(f"{path.name}: " + f"\n{path.name}: ".join(faults))


def _doubled(rows: list[Row]) -> Iterator[str]:
    first: dict[str, int] = {}
    for row in rows:
        if row.name in first:
            yield f"line {row.line}, {row.name}: stands on line {first[row.name]} already, expected once"
        first.setdefault(row.name, row.line)
