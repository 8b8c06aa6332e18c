"""Draws all positions anew: ``python -m docs.positions``, or only those that are named."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.positions.scenes import SCENES

FOLDER = Path(__file__).resolve().parents[2] / "viewer" / "walks" / "positions"


def main(wanted: list[str]) -> None:
    """Writes the drawings whose names are wanted; all where none is named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        if not wanted or scene.__name__ in wanted:
            (FOLDER / f"{scene.__name__}.svg").write_text(scene().text(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
