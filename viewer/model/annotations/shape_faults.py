"""Compares annotations with their JSON Schema and says in plain words what was expected instead.

The schema file beside the annotations is the one description of their shape, for editors and for this check alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from viewer.model.annotations.faults import MOST_LISTED, Fault, did_you_mean, quoted
from viewer.model.annotations.json_lines import Document
from viewer.model.annotations.quick_check import surely_fits

if TYPE_CHECKING:
    from jsonschema import ValidationError

SCHEMA_NAME = "annotations.schema.json"
_HERE = Path(__file__).resolve()

_TYPES = {
    "object": "an object in braces { }",
    "array": "a list in brackets [ ]",
    "string": "text in quotation marks",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}


def schema() -> dict[str, Any]:
    """The schema that came with the program. Raises FileNotFoundError where the installation lacks it."""
    for folder in (_HERE.parents[2], _HERE.parents[3]):
        if (folder / SCHEMA_NAME).is_file():
            rules: dict[str, Any] = json.loads((folder / SCHEMA_NAME).read_text(encoding="utf-8"))
            return rules
    raise FileNotFoundError(f"{SCHEMA_NAME} is missing from the installation; install the program again")


def shape_faults(document: Document, rules: Mapping[str, Any] | None = None) -> Iterator[Fault]:
    """Every place where the document is not as a schema wants it (that of annotations, where no other is given), up to
    twice as many as are ever listed.
    """
    rules = schema() if rules is None else rules
    if surely_fits(rules, document.data):
        return
    from jsonschema import Draft202012Validator  # noqa: PLC0415  (a tenth of a second, and only faults need it)

    errors = Draft202012Validator(rules).iter_errors(document.data)
    for error in islice(errors, 2 * MOST_LISTED):
        yield from _faults(document, error)


def _faults(document: Document, error: ValidationError) -> Iterator[Fault]:
    steps = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = sorted(error.schema.get("properties", ()))
        for key in error.instance:
            if key not in known:
                expected = f"unknown; expected here: {', '.join(known)}{did_you_mean(key, known)}"
                yield document.fault((*steps, key), expected)
    elif error.validator == "required":
        missing = [key for key in error.validator_value if key not in error.instance]
        yield document.fault(steps, f"lacks {', '.join(missing)}")
    elif "propertyNames" in error.absolute_schema_path:
        yield document.fault((*steps, str(error.instance)), _not_as_described(error))
    else:
        say = _WORDS.get(str(error.validator), _not_as_described)
        yield document.fault(steps, say(error))


def _wrong_type(error: ValidationError) -> str:
    return f"is {_found(error.instance)}; {_TYPES[str(error.validator_value)]} is expected"


def _found(value: object) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer", float: "number"}
    return _TYPES[names.get(type(value), "null")]


def _not_listed(error: ValidationError) -> str:
    known = [str(word) for word in error.validator_value]
    return (
        f"is {quoted(error.instance)}; expected is one of: {', '.join(known)}{did_you_mean(str(error.instance), known)}"
    )


def _not_as_described(error: ValidationError) -> str:
    return f"is {quoted(error.instance)}; {error.schema.get('description', error.validator)} is expected"


def _too_few(error: ValidationError) -> str:
    return f"is empty or too short; at least {error.validator_value} expected"


def _too_many(error: ValidationError) -> str:
    return f"is too long ({len(error.instance)}); at most {error.validator_value} expected"


def _out_of_range(error: ValidationError) -> str:
    return f"is {quoted(error.instance)}; expected is {error.validator} {error.validator_value}"


def _not_the_one(error: ValidationError) -> str:
    return f"is {quoted(error.instance)}; {quoted(error.validator_value)} is expected"


_WORDS: dict[str, Callable[[ValidationError], str]] = {
    "type": _wrong_type,
    "enum": _not_listed,
    "const": _not_the_one,
    **dict.fromkeys(("minItems", "minLength", "minProperties"), _too_few),
    **dict.fromkeys(("maxItems", "maxLength"), _too_many),
    **dict.fromkeys(("minimum", "maximum"), _out_of_range),
}
