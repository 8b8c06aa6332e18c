"""A learner's answers for other programs: a table (CSV), or JSON, which has the last view of each card too."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from viewer.model.practice.answers import Answer, Learner
from viewer.model.whole_file import write_whole

FORMAT = 1
COLUMNS = ("learner", "card", "when", "right", "sure", "seconds", "said")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(path: Path, learner: Learner, answers: Iterable[Answer], views: Mapping[str, object]) -> None:
    """Write the answers, JSON where the file's name ends so, else CSV; ``views`` are by card. Raises OSError."""
    json_wanted = path.suffix.lower() == ".json"
    write_whole(path, as_json(learner, answers, views) if json_wanted else as_csv(learner, answers))


def as_json(learner: Learner, answers: Iterable[Answer], views: Mapping[str, object]) -> bytes:
    """UTF-8."""
    rows = [_row(answer) for answer in answers]
    data = {"format": FORMAT, "learner": learner.name, "answers": rows, "views": views}
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def as_csv(learner: Learner, answers: Iterable[Answer]) -> bytes:
    """UTF-8 with a mark at its beginning, by which spreadsheets know it; nothing in it is taken for a formula."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for answer in answers:
        row = {"learner": learner.name, **_row(answer)}
        table.writerow([_harmless(row[name]) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _row(answer: Answer) -> dict[str, Any]:
    row = {name: getattr(answer, name) for name in COLUMNS[1:]}
    return {**row, "when": answer.when.isoformat(timespec="seconds")}


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
