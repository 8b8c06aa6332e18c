"""What lasts between runs: the window's shape and a few preferences. A bad value falls back alone.

A file that this version of the program cannot make sense of as a whole is kept under another name, and a new one begun.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QStandardPaths

from viewer.language import tr
from viewer.model.atlas.atlas import LANGUAGES
from viewer.model.session.settings_file import VERSION, OtherVersionError, SettingsFile, UnreadableError

__all__ = ["APPEARANCES", "FIRST_PAGE", "VERSION", "Settings", "usual_file"]

APPEARANCES = ("system", "light", "dark")
PICTURES = {
    "size": ("window", "1920x1080", "3840x2160", "7680x4320"),
    "ground": ("same", "transparent", "white"),
    "names": ("same", "with", "without"),
}
"""How pictures are saved: the choices of each aspect, the usual one first."""
FIRST_PAGE = "facts"
MOST_RECENT = 6
_BETWEEN_PATHS = "|"
_DIGITS = 6  # a width of more is none


class Settings:
    """Typed access to the settings file; ``note`` tells the user what happened to one that could not be used."""

    def __init__(self, path: Path | None = None) -> None:
        self.note, self._file = _opened(path or usual_file())

    @property
    def appearance(self) -> str:
        """One of APPEARANCES."""
        return self._word("appearance", APPEARANCES)

    @appearance.setter
    def appearance(self, name: str) -> None:
        self._file.put("appearance", name)

    @property
    def language(self) -> str:
        """In which of LANGUAGES structures are named."""
        return self._word("language", LANGUAGES)

    @language.setter
    def language(self, code: str) -> None:
        self._file.put("language", code)

    @property
    def reduced_motion(self) -> bool:
        """Whether camera moves cut instead of easing."""
        return self._flag("reduced_motion")

    @reduced_motion.setter
    def reduced_motion(self, on: bool) -> None:
        self._put_flag("reduced_motion", on)

    @property
    def greeted(self) -> bool:
        """Whether the welcome was put away."""
        return self._flag("greeted")

    @greeted.setter
    def greeted(self, on: bool) -> None:
        self._put_flag("greeted", on)

    @property
    def by_processor(self) -> bool:
        """Whether the processor is to draw, whatever the graphics card offers."""
        return self._flag("by_processor")

    @by_processor.setter
    def by_processor(self, on: bool) -> None:
        self._put_flag("by_processor", on)

    @property
    def told_of_processor(self) -> bool:
        """Whether it was said once that the processor draws."""
        return self._flag("told_of_processor")

    @told_of_processor.setter
    def told_of_processor(self, on: bool) -> None:
        self._put_flag("told_of_processor", on)

    @property
    def pins(self) -> bool:
        """Whether the 3D view shows the pins of the user's notes."""
        return self._file.value("pins") != "false"

    @pins.setter
    def pins(self, on: bool) -> None:
        self._put_flag("pins", on)

    @property
    def recent_lessons(self) -> tuple[str, ...]:
        """Paths of the lessons that were opened or saved last, the last one first."""
        return tuple(filter(None, (self._file.value("lessons/recent") or "").split(_BETWEEN_PATHS)))[:MOST_RECENT]

    @recent_lessons.setter
    def recent_lessons(self, paths: Sequence[str]) -> None:
        one_line = (path for path in dict.fromkeys(paths) if path.isprintable() and _BETWEEN_PATHS not in path)
        self._file.put("lessons/recent", _BETWEEN_PATHS.join(list(one_line)[:MOST_RECENT]))

    @property
    def stage_screen(self) -> str:
        """The name of the screen that the class sees; empty where none was chosen."""
        return self._file.value("stage_screen") or ""

    @stage_screen.setter
    def stage_screen(self, name: str) -> None:
        self._file.put("stage_screen", name)

    def picture(self, aspect: str) -> str:
        """Which of its PICTURES was chosen last."""
        return self._word(f"picture/{aspect}", PICTURES[aspect])

    def choose_picture(self, aspect: str, choice: str) -> None:
        """Choose this one from now on."""
        self._file.put(f"picture/{aspect}", choice)

    @property
    def handout(self) -> tuple[str, ...]:
        """How handouts were wished for last, in words of its dialog."""
        return tuple(filter(None, (self._file.value("handout") or "").split(",")))

    @handout.setter
    def handout(self, words: Sequence[str]) -> None:
        self._file.put("handout", ",".join(words))

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, as Qt saves it; empty where none is known."""
        return _bytes(self._file.value("window/geometry"))

    @geometry.setter
    def geometry(self, data: QByteArray) -> None:
        self._file.put("window/geometry", b64encode(data.data()).decode("ascii"))

    @property
    def page(self) -> str:
        """The page that the side panel shows; empty while it is closed."""
        page = self._file.value("layout/page")
        return FIRST_PAGE if page is None else page

    @page.setter
    def page(self, name: str) -> None:
        self._file.put("layout/page", name)

    @property
    def floated(self) -> tuple[str, ...]:
        """The pages that have windows of their own."""
        return tuple(filter(None, (self._file.value("layout/floated") or "").split(",")))

    @floated.setter
    def floated(self, names: Sequence[str]) -> None:
        self._file.put("layout/floated", ",".join(names))

    @property
    def list_folded(self) -> bool:
        """Whether the list of structures is folded to a strip."""
        return self._flag("layout/list_folded")

    @list_folded.setter
    def list_folded(self, on: bool) -> None:
        self._put_flag("layout/list_folded", on)

    @property
    def list_width(self) -> int:
        """Pixels; 0 for the usual width."""
        return self._pixels("layout/list_width")

    @list_width.setter
    def list_width(self, pixels: int) -> None:
        self._file.put("layout/list_width", str(pixels))

    @property
    def panel_width(self) -> int:
        """Pixels; 0 for the usual width."""
        return self._pixels("layout/panel_width")

    @panel_width.setter
    def panel_width(self, pixels: int) -> None:
        self._file.put("layout/panel_width", str(pixels))

    def save(self) -> None:
        """Write to disk; a disk that refuses costs nothing but the settings."""
        self._file.save()

    def _pixels(self, key: str) -> int:
        value = self._file.value(key) or ""
        return int(value) if value.isascii() and value.isdigit() and len(value) < _DIGITS else 0

    def _word(self, key: str, allowed: Sequence[str]) -> str:
        value = self._file.value(key)
        return value if value is not None and value in allowed else allowed[0]

    def _flag(self, key: str) -> bool:
        return self._file.value(key) == "true"

    def _put_flag(self, key: str, on: bool) -> None:
        self._file.put(key, "true" if on else "false")


def usual_file() -> Path:
    """Where the platform keeps programs' settings of this user."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "Iliopsoas" / "Iliopsoas.ini"


def _bytes(value: str | None) -> QByteArray:
    try:
        return QByteArray(b64decode(value or "", validate=True))
    except (binascii.Error, ValueError):
        return QByteArray()


def _opened(path: Path) -> tuple[str, SettingsFile]:
    """The file, or a new one where it could not be used; and words for the user then."""
    try:
        return "", SettingsFile(path)
    except OtherVersionError as error:
        fault = (
            tr("Your settings are of a newer version.") if error.newer else tr("Your settings are of an older version.")
        )
    except (OSError, UnreadableError):
        fault = tr("Your settings could not be read.")
    note, aside = _put_aside(path, fault)
    return note, SettingsFile(path if aside else None)


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
