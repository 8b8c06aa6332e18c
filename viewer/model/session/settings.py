"""What lasts between runs: the window's shape and a few preferences. A bad value falls back alone.

A file that this version of the program cannot make sense of as a whole is kept under another name, and a new one begun.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from viewer.language import tr
from viewer.model.atlas.atlas import LANGUAGES
from viewer.model.file_lock import locked
from viewer.model.regular_file import read_bytes

APPEARANCES = ("system", "light", "dark")
VERSION = 2
"""Of what the file holds and means; files of the first had no number, and told where docks were.

A change that old files cannot bear raises it."""
LARGEST_FILE = 1_000_000
"""Bytes; a real one has a few thousand."""
LONGEST_NUMBER = 10  # digits
NOWHERE = f"{os.devnull}/settings.ini"
"""Where nothing can be written."""
FIRST_PAGE = "facts"
_DIGITS = 6  # a width of more is none


class Settings:
    """Typed access to the settings file; ``note`` tells the user what happened to one that could not be used."""

    def __init__(self, path: Path | None = None) -> None:
        file = path or usual_file()
        self.note, usable = _made_usable(file)
        self._store = _open(file if usable else Path(NOWHERE))
        self._store.setValue("version", VERSION)

    @property
    def appearance(self) -> str:
        """One of APPEARANCES."""
        return self._word("appearance", APPEARANCES)

    @appearance.setter
    def appearance(self, name: str) -> None:
        self._store.setValue("appearance", name)

    @property
    def language(self) -> str:
        """In which of LANGUAGES structures are named."""
        return self._word("language", LANGUAGES)

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def reduced_motion(self) -> bool:
        """Whether camera moves cut instead of easing."""
        return self._flag("reduced_motion")

    @reduced_motion.setter
    def reduced_motion(self, on: bool) -> None:
        self._store.setValue("reduced_motion", on)

    @property
    def greeted(self) -> bool:
        """Whether the welcome was put away."""
        return self._flag("greeted")

    @greeted.setter
    def greeted(self, on: bool) -> None:
        self._store.setValue("greeted", on)

    @property
    def pins(self) -> bool:
        """Whether the 3D view shows the pins of the user's notes."""
        return str(self._store.value("pins")).lower() != "false"

    @pins.setter
    def pins(self, on: bool) -> None:
        self._store.setValue("pins", on)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, as Qt saves it; empty where none is known."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, data: QByteArray) -> None:
        self._store.setValue("window/geometry", data)

    @property
    def page(self) -> str:
        """The page that the side panel shows; empty while it is closed."""
        return str(self._laid_out("page", FIRST_PAGE))

    @page.setter
    def page(self, name: str) -> None:
        self._lay_out("page", name)

    @property
    def floated(self) -> tuple[str, ...]:
        """The pages that have windows of their own."""
        names = self._laid_out("floated", "")
        return tuple(filter(None, names.split(","))) if isinstance(names, str) else ()

    @floated.setter
    def floated(self, names: Sequence[str]) -> None:
        self._lay_out("floated", ",".join(names))

    @property
    def list_folded(self) -> bool:
        """Whether the list of structures is folded to a strip."""
        return str(self._laid_out("list_folded", "")).lower() == "true"

    @list_folded.setter
    def list_folded(self, on: bool) -> None:
        self._lay_out("list_folded", on)

    @property
    def list_width(self) -> int:
        """Pixels; 0 for the usual width."""
        return self._pixels("list_width")

    @list_width.setter
    def list_width(self, pixels: int) -> None:
        self._lay_out("list_width", pixels)

    @property
    def panel_width(self) -> int:
        """Pixels; 0 for the usual width."""
        return self._pixels("panel_width")

    @panel_width.setter
    def panel_width(self, pixels: int) -> None:
        self._lay_out("panel_width", pixels)

    def save(self) -> None:
        """Write to disk; a disk that refuses costs nothing but the settings."""
        self._store.sync()

    def _laid_out(self, key: str, usual: str) -> object:
        value = self._store.value(f"layout/{key}")
        return usual if value is None else value

    def _lay_out(self, key: str, value: object) -> None:
        self._store.setValue(f"layout/{key}", value)

    def _pixels(self, key: str) -> int:
        value = str(self._laid_out(key, "0"))
        return int(value) if value.isascii() and value.isdigit() and len(value) < _DIGITS else 0

    def _word(self, key: str, allowed: Sequence[str]) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) and value in allowed else allowed[0]

    def _flag(self, key: str) -> bool:
        return str(self._store.value(key)).lower() == "true"

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def usual_file() -> Path:
    """Where Qt keeps settings of this user. Qt is asked for another name, for it reads whatever it is asked for."""
    other = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Iliopsoas-none")
    return Path(other.fileName()).parent / "Iliopsoas" / "Iliopsoas.ini"


def _open(file: Path) -> QSettings:
    return QSettings(str(file), QSettings.Format.IniFormat)


def _made_usable(file: Path) -> tuple[str, bool]:
    """Words for the user where the file could not be used as it is, and whether it, or a new one, can be used now."""
    try:
        with locked(file):  # Qt would wait half a minute for a lock that nobody takes away, each time that it writes
            pass
    except BlockingIOError as error:
        return tr("Your settings are in use: {why}. The program keeps nothing.").format(why=error.strerror), False
    except OSError:
        pass  # nothing can be written there, which costs nothing but the settings
    fault = _unreadable(file) or _unfit(_open(file))
    return _put_aside(file, fault) if fault else ("", True)


def _unreadable(file: Path) -> str:
    """Why the file may not be given to Qt, which would read anything, also what never ends."""
    try:
        read_bytes(file, LARGEST_FILE)
    except FileNotFoundError:
        return ""
    except OSError:
        return tr("Your settings could not be read.")
    return ""


def _unfit(store: QSettings) -> str:
    """Why the file cannot be used, as a sentence; nothing where it can, or where there is none."""
    keys = store.allKeys()  # reads the file; only then its status is known
    if store.status() is not QSettings.Status.NoError:
        return tr("Your settings could not be read.")
    version = str(store.value("version", "1"))
    if not keys or version == str(VERSION):
        return ""
    if not (version.isascii() and version.isdigit() and len(version) < LONGEST_NUMBER):
        return tr("Your settings could not be read.")
    if int(version) > VERSION:
        return tr("Your settings are of a newer version.")
    return tr("Your settings are of an older version.")


def _put_aside(file: Path, fault: str) -> tuple[str, bool]:
    """Give a file a name of its own beside the old one. Returns the words for the user, and whether it went well."""
    number = 1
    while (aside := file.with_name(f"{file.stem}-kept-{number}{file.suffix}")).exists():
        number += 1
    try:
        file.rename(aside)
    except OSError as error:
        told = tr("{fault} They stay as they are ({why}); the program starts as new and keeps nothing.")
        return told.format(fault=fault, why=error.strerror), False
    told = tr("{fault} They are kept as {file}; the program starts as new.")
    return told.format(fault=fault, file=aside.name), True
