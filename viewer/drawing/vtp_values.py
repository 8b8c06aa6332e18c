"""The values of the arrays of a .vtp file: ascii, base64 or raw; plain, or in blocks compressed by zlib or lzma.

Everything that a file promises is compared with what was expected before memory is taken for it, and nothing is
decompressed beyond its promise.
"""

from __future__ import annotations

import binascii
import lzma
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from viewer.drawing.vtp_head import ArrayHead, Head, Unreadable, broken
from viewer.language import tr

MOST_BLOCKS = 20_000
"""In a file: of VTK's 32 KiB each, 650 MB."""
MOST_FOR_LZMA = 100_000_000  # bytes that a decompressor may work with
LONGEST_NUMBER = 32  # characters
MOST_TEXT = 20_000_000
"""Characters of numbers in a file: as text they take a hundred times as long to read."""
_TYPES = {
    "Int8": "i1", "UInt8": "u1", "Int16": "i2", "UInt16": "u2", "Int32": "i4", "UInt32": "u4",
    "Int64": "i8", "UInt64": "u8", "Float32": "f4", "Float64": "f8",
}  # fmt: skip
_ORDERS = {"LittleEndian": "<", "BigEndian": ">"}
_WORDS = {"UInt32": "u4", "UInt64": "u8"}
_SPACE = b" \t\r\n\v\f"
_OF_NUMBERS = b"+-.0123456789eEinfaINFA" + _SPACE
_PARTS = re.compile(rb".{1,50000}[^ \t\r\n\v\f]*", re.DOTALL)
"""Of a text, without splitting a number: other threads have their turn between them."""

Values = npt.NDArray[Any]
T = TypeVar("T")
Inflate = Callable[[memoryview, int], bytes]


class _Source(Protocol):
    """Bytes in the order in which they were written."""

    def take(self, count: int) -> bytes | memoryview:
        """The next so many. Raises Unreadable where there are fewer."""


class ValueReader:
    """Reads arrays of one file, which together may have ``most`` bytes."""

    def __init__(self, data: bytes, head: Head, most: int) -> None:
        """Raises Unreadable where the file is written in a way that is not read."""
        self._data, self._head = data, head
        self._left, self._blocks_left, self._text_left = most, MOST_BLOCKS, MOST_TEXT
        self._order = _known(_ORDERS, head.file.get("byte_order", "LittleEndian"))
        self._word = np.dtype(self._order + _known(_WORDS, head.file.get("header_type", "UInt32")))
        self._inflate = _inflating(head.file.get("compressor", ""))

    def read(self, array: ArrayHead, rows: int) -> Values:
        """The values, (rows,) or (rows, components), in their own type. Raises Unreadable."""
        kind = np.dtype(self._order + _known(_TYPES, array.attributes.get("type", "")))
        count = rows * array.components
        self._left -= count * kind.itemsize
        if self._left < 0:
            raise broken(tr("its arrays are too large"))
        values = self._values(array, kind, count).astype(kind.newbyteorder("="), copy=False)
        return values if array.components == 1 else values.reshape(rows, array.components)

    def _values(self, array: ArrayHead, kind: np.dtype[Any], count: int) -> Values:
        if array.format == "ascii":
            self._text_left -= array.stop - array.start
            if self._text_left < 0:
                raise Unreadable(tr("its numbers are written as very long text; save it in binary form"))
            return _numbers(self._data[array.start : array.stop], kind, count)
        source, size = self._source(array), count * kind.itemsize
        content = self._in_blocks(source, size) if self._inflate else self._plain(source, size)
        return np.frombuffer(content, kind)

    def _source(self, array: ArrayHead) -> _Source:
        if array.format == "binary":
            return _Base64(self._data[array.start : array.stop].translate(None, _SPACE))
        if array.format != "appended" or not self._head.appended:
            raise broken(tr("{name} is written in an unknown way").format(name=repr(array.name[:40])))
        start = self._head.start + array.offset
        text = memoryview(self._data)[start : max(start, self._head.stop)]
        kinds: dict[str, Callable[[memoryview], _Source]] = {"raw": _Raw, "base64": _Base64}
        return _known(kinds, self._head.appended)(text)

    def _plain(self, source: _Source, size: int) -> bytearray:
        (promised,) = self._header(source, 1)
        _check(promised, size)
        return bytearray(source.take(size))

    def _in_blocks(self, source: _Source, size: int) -> bytearray:
        blocks, whole, last = self._header(source, 3)
        self._blocks_left -= blocks
        if self._blocks_left < 0:
            raise broken(tr("too many blocks"))
        sizes = [*[whole] * (blocks - 1), last or whole][:blocks]
        _check(sum(sizes), size)
        packed = self._header(source, blocks)
        return bytearray().join(self._inflated(memoryview(source.take(sum(packed))), packed, sizes))

    def _header(self, source: _Source, words: int) -> list[int]:
        found: list[int] = np.frombuffer(source.take(words * self._word.itemsize), self._word).tolist()
        return found

    def _inflated(self, content: memoryview, packed: Iterable[int], sizes: Iterable[int]) -> Iterator[bytes]:
        assert self._inflate
        start = 0
        for length, size in zip(packed, sizes, strict=True):
            yield self._inflate(content[start : start + length], size)
            start += length


class _Raw:
    """Bytes as they are."""

    def __init__(self, content: memoryview) -> None:
        self._content = content

    def take(self, count: int) -> memoryview:
        """The next so many. Raises Unreadable where there are fewer."""
        taken, self._content = self._content[:count], self._content[count:]
        if len(taken) < count:
            raise broken(tr("it ends too soon"))
        return taken


class _Base64:
    """Bytes in base64, where each run ends in its own padding."""

    def __init__(self, text: bytes | memoryview) -> None:
        self._text = memoryview(text)
        self._ahead = b""

    def take(self, count: int) -> bytes:
        """The next so many. Raises Unreadable where there are fewer."""
        made = self._ahead + self._decoded(-(-(count - len(self._ahead)) // 3) * 4)
        if len(made) < count:
            raise broken(tr("it ends too soon"))
        self._ahead = made[count:]
        return made[:count] if self._ahead else made

    def _decoded(self, characters: int) -> bytes:
        piece, self._text = self._text[:characters], self._text[characters:]
        if len(piece) < characters:
            raise broken(tr("it ends too soon"))
        try:
            return binascii.a2b_base64(piece, strict_mode=True)
        except binascii.Error as error:
            raise broken(tr("no sound base64")) from error


def _numbers(text: bytes, kind: np.dtype[Any], count: int) -> Values:
    """As many numbers as are expected from a text. Raises Unreadable."""
    if text.translate(None, _OF_NUMBERS):
        raise broken(tr("something other than numbers"))
    parts = [_some_numbers(part.split(), kind) for part in _PARTS.findall(text)]
    found: Values = np.concatenate([*parts, np.empty(0, kind)])
    _check(found.nbytes, count * kind.itemsize)
    return found


def _some_numbers(words: list[bytes], kind: np.dtype[Any]) -> Values:
    if max(map(len, words), default=0) > LONGEST_NUMBER:
        raise broken(tr("something other than numbers"))
    try:
        if kind.kind != "f":
            return np.fromiter(map(int, words), kind)
        with np.errstate(over="ignore"):  # what is too large for single precision is infinite
            return np.fromiter(map(float, words), np.float64).astype(kind)
    except (ValueError, OverflowError) as error:
        raise broken(tr("something other than numbers")) from error


def _inflating(compressor: str) -> Inflate | None:
    known = {"": None, "vtkZLibDataCompressor": _from_zlib, "vtkLZMADataCompressor": _from_lzma}
    if compressor not in known:
        told = tr("it is compressed by {name}; save it compressed by zlib or not at all")
        raise Unreadable(told.format(name=repr(compressor[:40])))
    return known[compressor]


def _from_zlib(block: memoryview, size: int) -> bytes:
    try:
        worker = zlib.decompressobj()
        return _whole(worker.decompress(block, size + 1), worker.eof, size)
    except zlib.error as error:
        raise broken(tr("no sound compression")) from error


def _from_lzma(block: memoryview, size: int) -> bytes:
    try:
        worker = lzma.LZMADecompressor(lzma.FORMAT_XZ, MOST_FOR_LZMA)
        return _whole(worker.decompress(block, size + 1), worker.eof, size)
    except lzma.LZMAError as error:
        raise broken(tr("no sound compression")) from error


def _whole(made: bytes, ended: bool, size: int) -> bytes:
    if len(made) != size or not ended:
        raise broken(tr("a block is not as long as it should be"))
    return made


def _known(table: Mapping[str, T], word: str) -> T:
    if word not in table:
        raise broken(tr("{word} is not known").format(word=repr(word[:40])))
    return table[word]


def _check(promised: int, expected: int) -> None:
    if promised != expected:
        why = tr("{promised} bytes where there should be {expected}")
        raise broken(why.format(promised=f"{promised:,}", expected=f"{expected:,}"))
