"""Draws all positions anew: ``python -m docs.positions``, or only those that are named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType

from docs.positions import lying, upright
from docs.positions.picture import Picture

FOLDER = Path(__file__).resolve().parents[2] / "viewer" / "walks" / "positions"


def scenes() -> Iterator[tuple[str, Callable[[], Picture]]]:
    """The name and the function of every drawing."""
    for module in (lying, upright):
        for name, made in vars(module).items():
            if isinstance(made, FunctionType) and made.__module__ == module.__name__ and not name.startswith("_"):
                yield name, made


def main(wanted: list[str]) -> None:
    """Writes the drawings whose names are wanted; all where none is named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, scene in scenes():
        if not wanted or name in wanted:
            text = scene().text((scene.__doc__ or "").rstrip("."))
            (FOLDER / f"{name}.svg").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
