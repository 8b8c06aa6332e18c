"""Reads a JSON file as a person edits it: refuses what plain JSON readers let pass, and knows the line of every value.

``json`` reads fast but forgets lines, keeps the last of doubled keys and takes NaN for a number. So the text is read
with ``json``, and only when something is wrong it is walked a second time, token by token and without recursion, to
find the line of every value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from viewer.model.annotations.faults import Fault, Steps, UnreadableError, quoted
from viewer.model.regular_file import read_bytes

LARGEST_FILE = 20_000_000
"""Bytes; the real file has a few hundred thousand."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_UNREAL = frozenset(("NaN", "Infinity", "-Infinity"))


@dataclass(frozen=True)
class Document:
    """A JSON file that could be read: its data, and its text to find lines in."""

    file: Path
    text: str
    data: Any

    def fault(self, steps: Steps, text: str) -> Fault:
        """A fault without its line; ``located`` adds the lines of many at once."""
        return Fault(self.file, steps, None, text)

    def located(self, faults: list[Fault]) -> list[Fault]:
        """The faults with the lines of what they speak of, or of the nearest thing around it."""
        lines = value_lines(self.text) if faults else {}
        return [Fault(fault.file, fault.steps, _line(lines, fault.steps), fault.text) for fault in faults]


@dataclass(frozen=True)
class _Token:
    text: str
    line: int


def read_document(file: Path, most: int = LARGEST_FILE) -> tuple[Document, list[Fault]]:
    """The document, and what is wrong with it although it can be read: doubled keys, numbers that are none.

    It may have ``most`` bytes. Raises UnreadableError where nothing can be read at all: no file, too large, not UTF-8,
    not JSON.
    """
    return parsed(file, _text(file, most))


def parsed(file: Path, text: str) -> tuple[Document, list[Fault]]:
    """As ``read_document``, of what was read of the file. Raises UnreadableError where it is not JSON."""
    suspicious: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        kept = dict(found)
        if len(kept) < len(found):
            suspicious.append("a key stands twice")
        return kept

    def constant(word: str) -> float:
        suspicious.append(word)
        return 0.0

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        raise _unreadable(file, f"not JSON, column {error.colno}: {error.msg}", error.lineno) from error
    except RecursionError as error:
        raise _unreadable(file, "nested too deeply; brackets within brackets a few steps deep are expected") from error
    except ValueError as error:
        raise _unreadable(file, f"not JSON: {error}") from error
    return Document(file, text, data), list(_odd_values(file, text)) if suspicious else []


def value_lines(text: str) -> dict[Steps, int]:
    """The line, counted from 1, on which each value of a JSON text starts (for members of an object: their key)."""
    lines: dict[Steps, int] = {}
    for steps, token in _walk(text):
        if token.text == ":":
            lines[steps] = token.line
        lines.setdefault(steps, token.line)
    return lines


def _text(file: Path, most: int) -> str:
    try:
        return _decoded(file, read_bytes(file, most))
    except FileNotFoundError as error:
        raise _unreadable(file, "there is no such file") from error
    except OSError as error:
        raise _unreadable(file, f"cannot be read: {error.strerror}") from error


def _decoded(file: Path, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _unreadable(file, "not UTF-8 text; save it again with that encoding", line) from error
    if not text.strip():
        raise _unreadable(file, "is empty; an object in braces { } is expected")
    return text


def _unreadable(file: Path, text: str, line: int | None = None) -> UnreadableError:
    return UnreadableError([Fault(file, (), line, text)])


def _odd_values(file: Path, text: str) -> Iterator[Fault]:
    seen: set[Steps] = set()
    doubled: set[Steps] = set()
    for steps, token in _walk(text):
        if token.text in _UNREAL:
            yield Fault(file, steps, token.line, f"{token.text} is not a number here; a plain number is expected")
        elif token.text == ":" and not any(steps[:depth] in doubled for depth in range(len(steps))):
            if steps in seen:
                doubled.add(steps)
                yield Fault(file, steps, token.line, f"the key {quoted(steps[-1])} stands twice in the same object")
            seen.add(steps)


def _walk(text: str) -> Iterator[tuple[Steps, _Token]]:
    """Every key (its token reads ":") and every value of a valid JSON text, with the way to it."""
    steps: list[str | int] = []
    at_key = False
    held: _Token | None = None
    for token in _tokens(text):
        if token.text == ":" and held is not None:
            steps[-1] = json.loads(held.text)
            yield tuple(steps), _Token(":", held.line)
            at_key = False
        elif token.text == ",":
            last = steps[-1]
            at_key = isinstance(last, str)
            if isinstance(last, int):
                steps[-1] = last + 1
        elif token.text in ("}", "]"):
            steps.pop()
            at_key = False
        elif at_key:
            held = token
        else:
            yield tuple(steps), token
            if token.text in ("{", "["):
                at_key = token.text == "{"
                steps.append("" if at_key else 0)


def _tokens(text: str) -> Iterator[_Token]:
    line, counted_to = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", counted_to, match.start())
        counted_to = match.start()
        yield _Token(match.group(), line)


def _line(lines: Mapping[Steps, int], steps: Steps) -> int:
    while steps and steps not in lines:
        steps = steps[:-1]
    return lines.get(steps, 1)
