"""The head of a .vtp file: what it says of its arrays and where in the file their values stand, no value read yet.

A file of VTK's XML is mostly long runs of text between few tags, and what is appended raw is no XML at all. So the tags
alone are cut out and given to the XML parser, which never sees more of a file than a bounded head, whatever its size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn
from xml.parsers import expat

from viewer.language import tr

LARGEST_HEAD = 1_000_000  # bytes of tags
MOST_TAGS = 20_000
DEEPEST = 16
MOST_DIGITS = 15
_BEFORE_APPENDED = 1_000  # characters in which its underscore is looked for


class Unreadable(Exception):  # noqa: N818 - of one file, told as the reason why a structure has no model
    """Why a file is no mesh that can be drawn, as a ``reason`` to show."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def broken(why: str) -> Unreadable:
    """The error for bytes that are not what the format asks for."""
    return Unreadable(tr("it is unreadable as VTK PolyData: {why}").format(why=why))


@dataclass(frozen=True)
class ArrayHead:
    """What a file says of one array. Its text, if it has any, stands from ``start`` to ``stop`` in the file."""

    attributes: Mapping[str, str]
    start: int
    stop: int

    @property
    def name(self) -> str:
        """As it is called, perhaps empty."""
        return self.attributes.get("Name", "")

    @property
    def format(self) -> str:
        """How it is written: ascii, binary or appended."""
        return self.attributes.get("format", "ascii")

    @property
    def components(self) -> int:
        """How many numbers a row has. Raises Unreadable."""
        return number(self.attributes, "NumberOfComponents", 1)

    @property
    def offset(self) -> int:
        """Where it begins in what is appended. Raises Unreadable."""
        return number(self.attributes, "offset")


@dataclass
class Head:
    """All that the tags of a file say. ``arrays`` are gathered by the section of the piece in which they stand."""

    file: Mapping[str, str] = field(default_factory=dict)
    piece: Mapping[str, str] | None = None
    arrays: dict[str, list[ArrayHead]] = field(default_factory=dict)
    appended: str = ""
    """The encoding of what is appended, which stands from ``start`` to ``stop``."""
    start: int = 0
    stop: int = 0

    def count(self, of: str) -> int:
        """How many points, polygons and so on the piece has. Raises Unreadable."""
        return number(self.piece or {}, f"NumberOf{of}", 0)


def number(attributes: Mapping[str, str], name: str, otherwise: int | None = None) -> int:
    """A whole number from 0 among attributes. Raises Unreadable where it is none."""
    text = attributes.get(name)
    if text is None and otherwise is not None:
        return otherwise
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise broken(tr("{name} is no number").format(name=name))
    return int(text)


def read_head(data: bytes) -> Head:
    """What the tags of a file say. Raises Unreadable where they are no XML of one piece of PolyData."""
    end, closing, start = _end_of_tags(data)
    head = _Tags(data, end).read(closing)
    if head.file.get("type") != "PolyData" or head.piece is None:
        raise broken(tr("no PolyData in it"))
    head.start = start
    head.stop = data.find(b"<", start) if head.appended == "base64" else len(data)
    return head


def _end_of_tags(data: bytes) -> tuple[int, bytes, int]:
    """Where the tags end that can be parsed, which would close them, and where the appended data begin if any."""
    opened = data.find(b"<AppendedData")
    if opened < 0:
        return len(data), b"", len(data)
    end = data.find(b">", opened) + 1
    start = data.find(b"_", end, end + _BEFORE_APPENDED) + 1
    if not end or not start:
        raise broken(tr("it ends too soon"))
    return end, b"</AppendedData></VTKFile>", start


class _Tags:
    """The tags of a file, parsed without the text between them."""

    def __init__(self, data: bytes, end: int) -> None:
        if data.count(b"<", 0, end) > MOST_TAGS:
            raise broken(tr("too many tags"))
        self._data, self._end = data, end
        self._texts: dict[int, tuple[int, int]] = {}
        self._path: list[str] = []
        self._head = Head()
        self._parser: Any = expat.ParserCreate("UTF-8")  # its type stubs do not know every handler
        self._parser.StartElementHandler = self._opened
        self._parser.EndElementHandler = self._closed
        self._parser.StartDoctypeDeclHandler = _refuse_definitions

    def read(self, closing: bytes) -> Head:
        """What they say. Raises Unreadable."""
        tags = b"".join(self._cut()) + closing
        try:
            self._parser.Parse(tags, True)
        except expat.ExpatError as error:
            raise broken(tr("no sound XML ({fault})").format(fault=expat.ErrorString(error.code))) from error
        return self._head

    def _cut(self) -> Iterator[bytes]:
        """Every tag; the text behind each is noted by where the tag will begin among all tags."""
        begins, start = 0, self._data.find(b"<", 0, self._end)
        if start < 0 or self._data[:start].strip(b"\xef\xbb\xbf \t\r\n"):
            raise broken(tr("no XML"))
        while start >= 0:
            following = self._data.find(b"<", start + 1, self._end)
            stop = following if following >= 0 else self._end
            close = self._data.rfind(b">", start, stop) + 1 or stop
            self._texts[begins] = close, stop
            begins += close - start
            if begins > LARGEST_HEAD:
                raise broken(tr("its tags are too long"))
            yield self._data[start:close]
            start = following

    def _opened(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if len(self._path) > DEEPEST:
            raise broken(tr("nested too deeply"))
        match tuple(self._path):
            case ("VTKFile",):
                self._head.file = attributes
            case ("VTKFile", "PolyData", "Piece"):
                self._begin_piece(attributes)
            case ("VTKFile", "PolyData", "Piece", section, "DataArray"):
                text = self._texts[self._parser.CurrentByteIndex]
                self._head.arrays.setdefault(section, []).append(ArrayHead(attributes, *text))
            case ("VTKFile", "AppendedData"):
                self._head.appended = attributes.get("encoding", "base64")

    def _begin_piece(self, attributes: dict[str, str]) -> None:
        if self._head.piece is not None:
            raise Unreadable(tr("it is in several pieces; save it as one"))
        self._head.piece = attributes

    def _closed(self, _name: str) -> None:
        self._path.pop()


def _refuse_definitions(*_: object) -> NoReturn:
    raise broken(tr("definitions of entities are not read"))
