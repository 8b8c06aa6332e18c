"""What is left of a lesson's file that is no JSON any more, as one that was cut off: its scenes before that place."""

from __future__ import annotations

import json
import re
from pathlib import Path

from viewer.model.regular_file import read_bytes

_SCENES = re.compile(r'"scenes"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


def before_the_cut(file: Path, most: int) -> str:
    """The text as far as it is whole, closed behind the last whole scene; empty where there is none.

    Its lines are those of the file, of which there may be ``most`` bytes.
    """
    try:
        text = _as_far_as_it_is_text(read_bytes(file, most))
    except OSError:
        return ""
    begun = _SCENES.search(text)
    if begun is None:
        return ""
    end = _end_of_last(text, begun.end())
    return f"{text[:end]}]}}" if end else ""


def _as_far_as_it_is_text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return content[: error.start].decode("utf-8-sig", errors="ignore")


def _end_of_last(text: str, start: int) -> int:
    """Where the last object ends that is whole, of those that stand from ``start`` on; 0 where there is none."""
    decoder, end = json.JSONDecoder(), 0
    place = _behind_gap(text, start)
    while text.startswith("{", place):
        try:
            _, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            break
        place = _behind_gap(text, end)
    return end


def _behind_gap(text: str, place: int) -> int:
    gap = _BETWEEN.match(text, place)
    return gap.end() if gap else place
