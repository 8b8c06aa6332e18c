"""Says within milliseconds that a value surely fits a JSON Schema, so that a good file never waits for ``jsonschema``.

The schema is turned into nested Python functions once. Only the keywords in use here are known; a schema with another
one, or a value that may not fit, is answered with "not sure", and then the full validator decides and explains.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[Any], bool]

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
}
_SPOKEN = frozenset(("$schema", "$defs", "title", "description"))
_SAYS_THE_TYPE = frozenset(("type", "$ref", "const", "enum"))


def surely_fits(schema: Mapping[str, Any], value: object) -> bool:
    """Whether a value certainly fits; False also where that is not certain."""
    return _check(schema, schema.get("$defs", {}))(value)


def _check(rule: Mapping[str, Any], definitions: Mapping[str, Any]) -> Check:
    if not rule.keys() & _SAYS_THE_TYPE and rule.keys() - _SPOKEN:
        return _not_sure
    checks = [_type(rule["type"])] if "type" in rule else []
    for keyword, wanted in rule.items():
        if keyword == "$ref":
            checks.append(_check(definitions[wanted.removeprefix("#/$defs/")], definitions))
        elif keyword in _KEYWORDS:
            checks.append(_KEYWORDS[keyword](wanted))
        elif keyword not in _NESTED and keyword not in _SPOKEN and keyword != "type":
            return _not_sure
    if "items" in rule:
        checks.append(_items(_check(rule["items"], definitions)))
    if "properties" in rule or "additionalProperties" in rule or "propertyNames" in rule:
        checks.append(_members(rule, definitions))
    return checks[0] if len(checks) == 1 else _every(checks)


def _every(checks: list[Check]) -> Check:
    def every(value: Any) -> bool:
        for check in checks:  # noqa: SIM110 - a plain loop takes half the time of all() with a generator
            if not check(value):
                return False
        return True

    return every


def _not_sure(_value: object) -> bool:
    return False


def _type(name: str) -> Check:
    types = _TYPES[name]
    if name in ("number", "integer"):
        return lambda value: isinstance(value, types) and not isinstance(value, bool)
    return lambda value: isinstance(value, types)


def _items(check: Check) -> Check:
    return lambda values: all(map(check, values))


def _members(rule: Mapping[str, Any], definitions: Mapping[str, Any]) -> Check:
    known = {key: _check(member, definitions) for key, member in rule.get("properties", {}).items()}
    extra = rule.get("additionalProperties", True)
    other = _check(extra, definitions) if isinstance(extra, dict) else lambda _value: bool(extra)
    name = _check(rule["propertyNames"], definitions) if "propertyNames" in rule else None

    def members(value: Any) -> bool:
        for key, member in value.items():
            if not known.get(key, other)(member) or (name is not None and not name(key)):
                return False
        return True

    return members


def _pattern(wanted: str) -> Check:
    search = re.compile(wanted).search
    return lambda value: search(value) is not None


def _required(wanted: list[str]) -> Check:
    names = frozenset(wanted)
    return lambda value: names <= value.keys()


_KEYWORDS: Mapping[str, Callable[[Any], Check]] = {
    "pattern": _pattern,
    "required": _required,
    "const": lambda wanted: lambda value: type(value) is type(wanted) and value == wanted,
    "enum": lambda wanted: lambda value: isinstance(value, str) and value in wanted,
    "minLength": lambda wanted: lambda value: len(value) >= wanted,
    "maxLength": lambda wanted: lambda value: len(value) <= wanted,
    "minItems": lambda wanted: lambda value: len(value) >= wanted,
    "maxItems": lambda wanted: lambda value: len(value) <= wanted,
    "minProperties": lambda wanted: lambda value: len(value) >= wanted,
    "minimum": lambda wanted: lambda value: value >= wanted,
    "maximum": lambda wanted: lambda value: value <= wanted,
}
_NESTED = frozenset(("properties", "additionalProperties", "propertyNames", "items"))
