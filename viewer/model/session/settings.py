"""What lasts between runs: the window's shape and a few preferences. A bad value falls back alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from viewer.model.atlas.atlas import LANGUAGES

APPEARANCES = ("system", "light", "dark")


class Settings:
    """Typed access to the settings file; ``note`` is a sentence for the user where it could not be read."""

    def __init__(self, path: Path | None = None) -> None:
        self._store = _open(path)
        self._store.allKeys()  # reads the file; only then its status is known
        self.note = ""
        if self._store.status() is not QSettings.Status.NoError:
            self.note = f"The settings in {self._store.fileName()} could not be read; the program starts as new."

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
    def layout(self) -> QByteArray:
        """Where the docks are, as Qt saves it; empty where none is known."""
        return self._bytes("window/layout")

    @layout.setter
    def layout(self, data: QByteArray) -> None:
        self._store.setValue("window/layout", data)

    def save(self) -> None:
        """Write to disk; a disk that refuses costs nothing but the settings."""
        self._store.sync()

    def _word(self, key: str, allowed: Sequence[str]) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) and value in allowed else allowed[0]

    def _flag(self, key: str) -> bool:
        return str(self._store.value(key)).lower() == "true"

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _open(path: Path | None) -> QSettings:
    if path is not None:
        return QSettings(str(path), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Iliopsoas", "Iliopsoas")
