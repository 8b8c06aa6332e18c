"""A small walk that is sound, as data, for tests to spoil."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CAUTION = {"part": "caution", "text": "A pulse: move away.", "status": "agreed", "sources": ["muscolino2019"]}
DO = {"part": "do", "text": "Sink in with the breath out.", "status": "partly", "sources": ["sajko2009", "gray41"]}
SMALL: dict[str, Any] = {
    "format": 1,
    "id": "small",
    "title": "A small walk",
    "kind": "touch",
    "structures": ["psoas_major_right"],
    "summary": [DO],
    "steps": [
        {
            "id": "sink",
            "title": "Sink in",
            "position": "supine",
            "says": [DO, CAUTION],
            "view": "right",
            "shown": ["skin", "psoas_major_right", "vertebra_L4"],
            "ghosted": ["hip_bone_right"],
            "marks": ["halfway"],
            "finger": {"start": [-61, -103, 120], "aim": [-45, -20, 110], "depth": 60},
        },
        {
            "id": "look",
            "title": "Look from the front",
            "says": [DO],
            "camera": {"position": [-100, -900, 80], "focus": [-30, 0, 60], "up": [0, 0, 1]},
        },
    ],
}
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    '<path d="M10 60 L190 60" fill="none" stroke="currentColor" stroke-width="3"/></svg>'
)


def small(**changes: Any) -> dict[str, Any]:
    """The small walk, some of its members otherwise."""
    return {**json.loads(json.dumps(SMALL)), **changes}


def changed(way: str, value: Any) -> dict[str, Any]:
    """The small walk with one value otherwise, by the way to it: ``steps.0.finger.start``."""
    data = small()
    *outer, last = [int(step) if step.isdigit() else step for step in way.split(".")]
    place: Any = data
    for step in outer:
        place = place[step]
    place[last] = value
    return data


def written(folder: Path, data: Any, name: str = "small.json") -> Path:
    """A walk as a file, its drawing beside it."""
    (folder / "positions").mkdir(parents=True, exist_ok=True)
    (folder / "positions" / "supine.svg").write_text(DRAWING, encoding="utf-8")
    file = folder / name
    file.write_text(data if isinstance(data, str) else json.dumps(data, indent=1), encoding="utf-8")
    return file
