"""Drawings of how a person lies or stands: SVG files of plain shapes, which can load nothing and run nothing.

What draws SVG knows pictures, links, fonts, styles and scripts, and some of it reads other files. So a drawing is
checked against the few elements and attributes that a line drawing needs, before anything draws it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.parsers import expat

from viewer.language import tr
from viewer.model.regular_file import read_bytes

LARGEST_DRAWING = 200_000
"""Bytes."""
MOST_ELEMENTS, DEEPEST = 3_000, 8
FARTHEST = 10_000.0
"""The largest number that a drawing may hold."""
NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
INK = "currentColor"
"""What stands in a drawing for the ink of the page."""

_SVG = "http://www.w3.org/2000/svg "
_SHAPES = frozenset(("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc"))
_MEASURES = ("d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "points", "width", "height", "viewBox")
_STROKES = ("width", "opacity", "linecap", "linejoin", "miterlimit", "dasharray")
_ATTRIBUTES = frozenset(
    (
        *_MEASURES, *(f"stroke-{one}" for one in _STROKES), "stroke", "fill", "fill-opacity", "fill-rule", "color",
        "opacity", "transform", "id", "version", "role", "aria-label", "aria-labelledby", "preserveAspectRatio",
    )
)  # fmt: skip
_COLOUR = re.compile(r"none|currentColor|#[0-9A-Fa-f]{3,8}|[a-z]{3,20}")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORM = re.compile(r"(?:\s*(?:translate|rotate|scale)\([-+.,\s\deE]*\)[,\s]*)*")
_DECLARATION = re.compile(r"<!(?!--)|<\?(?!xml )")


class DrawingError(Exception):
    """Why a drawing is not shown; the message can be shown."""


def drawing_file(name: str, beside: Path, ours: Path) -> Path | None:
    """The file of a drawing: beside the walk's own file, else the program's; None where there is none.

    A name that is more than letters, digits and underscores names none, so none can lead elsewhere.
    """
    if NAME.fullmatch(name):
        for folder in dict.fromkeys((beside / "positions", ours / "positions")):
            if (file := folder / f"{name}.svg").is_file():
                return file
    return None


def read_drawing(file: Path) -> str:
    """The text of a drawing that holds plain shapes alone. Raises DrawingError."""
    try:
        text = read_bytes(file, LARGEST_DRAWING).decode("utf-8-sig")
        wrong = _Shapes().fault(text)
    except (OSError, UnicodeDecodeError) as error:
        raise DrawingError(
            tr("it cannot be read: {why}").format(why=getattr(error, "strerror", None) or error)
        ) from error
    except (expat.ExpatError, ValueError) as error:
        raise DrawingError(tr("it is not SVG: {why}").format(why=error)) from error
    if wrong:
        raise DrawingError(wrong)
    return text


class _Shapes:
    """Goes through the tags of one drawing."""

    def __init__(self) -> None:
        self._wrong = ""
        self._depth = self._count = 0
        self._names: set[str] = set()
        self._parser: Any = expat.ParserCreate(namespace_separator=" ")  # its stubs do not know every handler
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close

    def fault(self, text: str) -> str:
        """The first thing that a drawing may not hold, or nothing. Raises ExpatError for what is no XML."""
        if _DECLARATION.search(text):
            return tr("it holds a declaration, such as a document type or a style sheet; only shapes are shown")
        self._parser.Parse(text, True)
        if {"stroke-dasharray", "transform"} <= self._names:
            self._note(tr("it holds both dashes and a transform; one of them can be shown at a time"))
        return self._wrong

    def _open(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth, self._count = self._depth + 1, self._count + 1
        self._names.update(attributes)
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            self._note(
                tr("it holds too many shapes, or shapes in shapes; {most} are enough").format(most=MOST_ELEMENTS)
            )
        else:
            self._note(next(_faults(tag, attributes, first=self._count == 1), ""))

    def _close(self, _tag: str) -> None:
        self._depth -= 1

    def _note(self, wrong: str) -> None:
        self._wrong = self._wrong or wrong


def _faults(tag: str, attributes: Mapping[str, str], first: bool) -> Iterator[str]:
    name = tag.removeprefix(_SVG)
    if name not in _SHAPES or not tag.startswith(_SVG) or first != (name == "svg"):
        yield tr("it holds {name}, which is no plain shape").format(name=name[:40])
    if first and not _is_box(attributes.get("viewBox", "")):
        yield tr("its viewBox is missing, or too flat; four numbers are expected")
    for key, value in attributes.items():
        if key not in _ATTRIBUTES or not _is_plain(key, value):
            yield tr("{name} has {key}, which is not shown").format(name=name[:40], key=key[:40])


def _is_plain(key: str, value: str) -> bool:
    if key in ("fill", "stroke", "color"):
        return _COLOUR.fullmatch(value.strip()) is not None
    if key == "transform":
        return _TRANSFORM.fullmatch(value) is not None and _small(value)
    if key == "stroke-dasharray":
        return all(float(number) >= 0.5 for number in _NUMBER.findall(value)) and _small(value)
    return key in ("id", "role", "aria-label", "aria-labelledby") or ("url" not in value and _small(value))


def _small(value: str) -> bool:
    return all(abs(float(number)) <= FARTHEST for number in _NUMBER.findall(value))


def _is_box(value: str) -> bool:
    numbers = [float(number) for number in _NUMBER.findall(value)]
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)) or min(numbers[2:]) <= 0:
        return False
    return 0.25 <= numbers[2] / numbers[3] <= 4.0
