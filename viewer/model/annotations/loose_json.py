"""Reads JSON values whose shape is not sure: what has the wrong one is passed over, never an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

LooseObject = Mapping[str, Any]


def items(parent: LooseObject, key: str) -> list[Any]:
    """The list at a key, or nothing."""
    value = parent.get(key)
    return value if isinstance(value, list) else []


def objects(parent: LooseObject, key: str) -> Iterator[tuple[int, LooseObject]]:
    """The objects in the list at a key, with their places in it."""
    return ((number, value) for number, value in enumerate(items(parent, key)) if isinstance(value, dict))


def named(parent: LooseObject, key: str) -> Mapping[str, Any]:
    """The members of the object at a key, or nothing."""
    value = parent.get(key)
    return value if isinstance(value, dict) else {}


def words(values: Iterable[object]) -> list[str]:
    """Those of the values that are text."""
    return [value for value in values if isinstance(value, str)]


def is_number(value: object) -> bool:
    """Whether a value is a number that can be computed with."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9
