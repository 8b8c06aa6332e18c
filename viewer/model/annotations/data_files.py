"""Files of data that refer to the annotations and lie beside them or anywhere, such as walks and questions: read, or
refused with every fault at its place.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from viewer.model.annotations.faults import MOST_LISTED, AnnotationsError, Fault
from viewer.model.annotations.json_lines import Document, read_document
from viewer.model.annotations.shape_faults import shape_faults

MOST_FILES = 200
"""In one folder."""

JsonObject = Mapping[str, Any]
Check = Callable[[Document], Iterable[Fault]]
"""Finds what a schema cannot; it bears data of any shape."""


class DataFileError(Exception):
    """A file that does not hold what it should; ``faults`` are all that is wrong, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.line or 0))[:MOST_LISTED]
        super().__init__("\n".join(map(str, self.faults)))


def files_in(folder: Path) -> list[Path]:
    """The files of data in a folder, by name, without schemas; none where it cannot be read."""
    try:
        return sorted(file for file in folder.glob("*.json") if not file.name.endswith(".schema.json"))[:MOST_FILES]
    except OSError:
        return []


def read_data(file: Path, most: int, schema: Path, check: Check) -> JsonObject:
    """What a file of at most so many bytes holds, which fits the schema and stands the check. Raises DataFileError."""
    try:
        document, faults = read_document(file, most)
    except AnnotationsError as error:
        raise DataFileError(error.faults) from error
    found = list(islice(all_faults(document, schema, check), 2 * MOST_LISTED))
    if faults or found:
        raise DataFileError([*faults, *document.located(found)])
    data: JsonObject = document.data
    return data


def all_faults(document: Document, schema: Path, check: Check) -> Iterable[Fault]:
    """What a schema and a check find wrong with a file, as it is found."""
    try:
        yield from shape_faults(document, _rules(schema))
        yield from check(document)
    except RecursionError:
        yield document.fault((), "nested too deeply; brackets within brackets a few steps deep are expected")


@cache
def _rules(schema: Path) -> JsonObject:
    rules: JsonObject = json.loads(schema.read_text(encoding="utf-8"))
    return rules
