"""Damaged meshes that look sound from outside: their tags, the headers of their values, and the values changed."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable, Iterator
from random import Random

import pyvista as pv

from tests.drawing.spheres import sphere
from tests.drawing.vtp_files import LZMA, NONE, ZLIB, Way, written
from tests.faults.mutants import mutants

NUMBERS = (0, 1, 2, 3, 7, 255, 2**15, 2**31 - 1, 2**31, 2**32 - 1, 2**53, 2**63 - 1, 2**63, 2**64 - 1, 10**15, 10**40)
WORDS = (
    b"Int8", b"UInt8", b"Int32", b"UInt32", b"Int64", b"UInt64", b"Float32", b"Float64", b"String", b"Bit", b"ascii",
    b"binary", b"appended", b"raw", b"base64", b"Points", b"Normals", b"Colors", b"connectivity", b"offsets",
    b"PolyData", b"LittleEndian", b"BigEndian", b"vtkZLibDataCompressor", b"vtkLZMADataCompressor",
    b"vtkLZ4DataCompressor", b"", b"-1", b"1e9", b" 3", b"0x3", b"nan", b"&#65;", b"&lt;", b"&a;", b"\xff", b"x" * 5000,
)  # fmt: skip
_RUN = re.compile(rb"[A-Za-z0-9+/]{8,}={0,2}")
_WORD = re.compile(rb'"[^"<>]*"')
_DIGITS = re.compile(rb"\d+")


def small() -> pv.PolyData:
    """A ball of few faces with arrays of several kinds."""
    mesh = pv.Sphere(theta_resolution=5, phi_resolution=5)
    made = sphere((0, 0, 0), 20.0, (200, 180, 160))
    made.copy_from(pv.PolyData.from_regular_faces(mesh.points, mesh.regular_faces))
    made.point_data["Normals"] = mesh.points / 0.5
    made.point_data["Colors"] = (mesh.points * 100 + 100).astype("u1")
    made.point_data["fibre"] = mesh.points.astype("i1")
    return made


def sound() -> list[bytes]:
    """The same mesh in files of many sorts."""
    ways = (
        Way("ascii"), Way("binary", NONE), Way("binary", ZLIB), Way("binary", ZLIB, block=64), Way("binary", LZMA, 64),
        Way("raw", NONE), Way("raw", ZLIB, 64, 0), Way("base64", NONE, 64), Way("base64", ZLIB, ids=32),
    )  # fmt: skip
    return [written(small(), way) for way in ways]


def damaged(count: int, seed: int) -> Iterator[bytes]:
    """As many damaged files; the same seed gives the same."""
    chance, files = Random(seed), sound()
    for number in range(count):
        content = files[number % len(files)]
        for _ in range(chance.randint(1, 3)):
            content = chance.choice(_CHANGES)(content, chance)
        yield content


def _anyhow(content: bytes, chance: Random) -> bytes:
    return next(mutants(content, 1, chance.randrange(2**32)))


def _other_number(content: bytes, chance: Random) -> bytes:
    """A number among the tags (or in ascii) becomes another."""
    return _replaced(content, _DIGITS, lambda old: b"%d" % _near(int(old[:15]), chance), chance)


def _other_word(content: bytes, chance: Random) -> bytes:
    return _replaced(content, _WORD, lambda _: b'"%s"' % chance.choice(WORDS), chance)


def _other_header(content: bytes, chance: Random) -> bytes:
    """A word at the beginning of base64 becomes another; or one anywhere in what is raw."""
    size, place = chance.choice((4, 8)), chance.randrange(5)

    def rewritten(old: bytes) -> bytes:
        return _with_word(_decoded(old), place * size, size, chance)

    start = content.find(b'encoding="raw"')
    if start < 0:
        return _replaced(content, _RUN, lambda old: base64.b64encode(rewritten(old)), chance)
    return _with_word(content, chance.randint(start, len(content)), size, chance)


def _other_values(content: bytes, chance: Random) -> bytes:
    """Bytes within base64 are changed, whatever they mean; the compression, if any, stays sound."""

    def changed(old: bytes) -> bytes:
        raw = _decoded(old)
        with_header = zlib_part(raw)
        return base64.b64encode(with_header(chance) if with_header else _anyhow(raw, chance))

    return _replaced(content, _RUN, changed, chance)


def zlib_part(raw: bytes) -> Callable[[Random], bytes] | None:
    """How to change what is compressed in the bytes of a run, if it is one block."""
    start = raw.find(b"\x78")
    if start < 0:
        return None
    try:
        values = zlib.decompress(raw[start:])
    except zlib.error:
        return None

    def change(chance: Random) -> bytes:
        place = chance.randrange(max(1, len(values)))
        packed = zlib.compress(values[:place] + chance.randbytes(4) + values[place + 4 :])
        return raw[:start] + packed

    return change


def _with_word(raw: bytes, place: int, size: int, chance: Random) -> bytes:
    old = int.from_bytes(raw[place : place + size], "little")
    new = _near(old, chance) % 2 ** (8 * size)
    return raw[:place] + new.to_bytes(size, "little") + raw[place + size :]


def _near(old: int, chance: Random) -> int:
    return chance.choice((old + 1, max(0, old - 1), 2 * old, old // 2, 3 * old, *NUMBERS))


def _decoded(run: bytes) -> bytes:
    plain = run.rstrip(b"=")
    return base64.b64decode(plain[: len(plain) - (len(plain) % 4 == 1)] + b"==")


def _replaced(content: bytes, what: re.Pattern[bytes], by: Callable[[bytes], bytes], chance: Random) -> bytes:
    """One of all that fits a pattern, replaced."""
    found = list(what.finditer(content))
    if not found:
        return content
    one = chance.choice(found)
    return content[: one.start()] + by(one[0]) + content[one.end() :]


_CHANGES = (_anyhow, _other_number, _other_number, _other_word, _other_header, _other_header, _other_values)
