"""JSON written so that versions of a file can be compared line by line: one thing, or one short list, a line."""

from __future__ import annotations

import json
from collections.abc import Mapping

LONGEST = 100
"""Letters of a list that stands on one line."""


def in_lines(value: object, depth: int = 0) -> str:
    """A value as JSON, indented by one; numbers and texts as short lists stand on one line."""
    if isinstance(value, Mapping) and value:
        return _block("{}", [f"{_flat(str(key))}: {in_lines(one, depth + 1)}" for key, one in value.items()], depth)
    if isinstance(value, list | tuple) and not _fits(value):
        return _block("[]", [in_lines(one, depth + 1) for one in value], depth)
    return _flat(value)


def _block(ends: str, parts: list[str], depth: int) -> str:
    indent = " " * depth
    inside = ",\n".join(f"{indent} {part}" for part in parts)
    return f"{ends[0]}\n{inside}\n{indent}{ends[1]}"


def _fits(values: list[object] | tuple[object, ...]) -> bool:
    plain = not any(isinstance(one, Mapping | list | tuple) for one in values)
    return not values or (plain and len(_flat(values)) <= LONGEST)


def _flat(value: object) -> str:
    return json.dumps(_whole(value), ensure_ascii=False)


def _whole(value: object) -> object:
    """Numbers that are equal are written alike: 22 and 22.0 both as 22."""
    if isinstance(value, list | tuple):
        return [_whole(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
