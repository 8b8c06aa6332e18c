"""The file of settings: lines of words under headings, which nothing but words can come out of.

Qt's own reader of such files makes objects of any kind from what stands there, and runs code to do so. Several windows
may have the file open: each writes what it has changed into what is there at that moment.
"""

from __future__ import annotations

import io
import re
from configparser import Error, RawConfigParser
from contextlib import suppress
from pathlib import Path

from viewer.model.file_lock import locked
from viewer.model.regular_file import read_bytes
from viewer.model.whole_file import write_whole

VERSION = 2
"""Of what the file holds and means; files of the first had no number, and told where docks were.

A change that old files cannot bear raises it."""
LARGEST_FILE = 1_000_000
"""Bytes; a real one has a few hundred."""
LONGEST_NUMBER = 10  # digits
FIRST_SECTION = "General"

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_Rows = dict[str, str]  # by "section/name", or by the name alone in the first section


class UnreadableError(Exception):
    """The file holds no settings that could be read."""


class OtherVersionError(Exception):
    """The file is of another version of the program."""

    def __init__(self, newer: bool) -> None:
        super().__init__(newer)
        self.newer = newer


class SettingsFile:
    """What stood in the file when it was read, and what has been put there since.

    Making one raises OSError, UnreadableError, OtherVersionError where the file cannot be used. Without a path there is
    nothing, and nothing is kept.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._rows = _read(path) if path else {}
        self._own: _Rows = {}
        self._refused = False

    def value(self, key: str) -> str | None:
        """What stands there; None where nothing does."""
        return self._rows.get(key)

    def put(self, key: str, value: str) -> None:
        """Write a value, on one line, at once; where the disk refuses one, the others wait for ``save``."""
        if self._rows.get(key) != value:
            self._rows[key] = self._own[key] = value
            if not self._refused:
                self.save()

    def save(self) -> None:
        """Write what is not written yet. A disk that refuses costs nothing but the settings."""
        if self._path and self._own:
            self._refused = True
            with suppress(OSError, UnreadableError, OtherVersionError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                with locked(self._path):
                    write_whole(self._path, _text({**_read(self._path), **self._own}).encode("utf-8"))
                self._own, self._refused = {}, False


def _read(path: Path) -> _Rows:
    try:
        content = read_bytes(path, LARGEST_FILE)
    except FileNotFoundError:
        return {}
    rows = _parsed(content)
    if rows or content.strip():
        _check_version(rows.get("version", "1"))
    return rows


def _parsed(content: bytes) -> _Rows:
    """The values with proper names. Raises UnreadableError."""
    parser = _parser()
    try:
        parser.read_string(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, Error) as error:
        raise UnreadableError from error
    return {
        name if section == FIRST_SECTION else f"{section}/{name}": value.strip('"')
        for section in parser.sections()
        for name, value in parser.items(section)
        if _NAME.fullmatch(section) and _NAME.fullmatch(name) and value.isprintable()
    }


def _text(rows: _Rows) -> str:
    """The file with these values, and the version. The same values give the same text."""
    parser = _parser()
    for key, value in sorted({**rows, "version": str(VERSION)}.items(), key=lambda row: ("/" in row[0], row[0])):
        section, _, name = key.rpartition("/")
        if not parser.has_section(section or FIRST_SECTION):
            parser.add_section(section or FIRST_SECTION)
        parser.set(section or FIRST_SECTION, name, value)
    text = io.StringIO()
    parser.write(text, space_around_delimiters=False)
    return text.getvalue()


def _parser() -> RawConfigParser:
    parser = RawConfigParser(
        delimiters=("=",), comment_prefixes=(";", "#"), strict=False, default_section="", empty_lines_in_values=False
    )
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # names are told apart by their capitals
    return parser


def _check_version(version: str) -> None:
    if not (version.isascii() and version.isdigit() and len(version) < LONGEST_NUMBER):
        raise UnreadableError
    if int(version) != VERSION:
        raise OtherVersionError(int(version) > VERSION)
