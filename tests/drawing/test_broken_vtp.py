from __future__ import annotations

import base64
import re
import struct
import tracemalloc
import zlib

import numpy as np
import pytest

from tests.drawing.vtp_files import LZMA, NONE, Way, reason, triangle, written
from viewer.drawing import vtp, vtp_values

ASCII, INLINE, RAW, PACKED = (written(triangle(), way) for way in (Way("ascii"), Way(), Way("raw", NONE), Way("raw")))
VALUES = RAW.index(b"_", RAW.index(b"<AppendedData")) + 1
PLAIN = written(triangle(), Way("binary", NONE))


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


def in_place_of(data: bytes, section: bytes, text: bytes) -> bytes:
    """The file with the text of the first array of a section replaced."""
    found = re.search(rb"<%s.*?<DataArray[^>]*>" % section, data, re.DOTALL)
    assert found
    return data[: found.end()] + text + data[data.index(b"<", found.end()) :]


def blocks(*words: int, content: bytes = b"") -> bytes:
    return base64.b64encode(struct.pack(f"<{len(words)}I", *words)) + base64.b64encode(content)


POINTS = np.eye(3, dtype=np.float32).tobytes()
ZEROS = zlib.compress(bytes(10_000_000))
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd">'

BROKEN = {
    "nothing": (b"", "no XML"),
    "words": (b"this is not a mesh", "no XML"),
    "wide letters": (INLINE.decode().encode("utf-16"), "no XML"),
    "zeros": (bytes(1000), "no XML"),
    "other XML": (b"<svg/>", "no PolyData"),
    "another sort": (replaced(INLINE, b'type="PolyData"', b'type="ImageData"'), "no PolyData"),
    "no piece": (b'<VTKFile type="PolyData"><PolyData/></VTKFile>', "no PolyData"),
    "half": (INLINE[: len(INLINE) // 2], "no sound XML"),
    "raw, cut in its tags": (RAW[: RAW.index(b"<AppendedData") + 8], "no sound XML"),
    "raw, cut in its values": (RAW[: VALUES + 60], "ends too soon"),
    "raw, without values": (RAW[:VALUES], "ends too soon"),
    "raw, far away": (replaced(RAW, b'offset="0"', b'offset="99999999999"'), "ends too soon"),
    "appended elsewhere": (replaced(INLINE, b'format="binary"', b'format="appended" offset="0"'), "unknown way"),
    "unknown format": (replaced(INLINE, b'format="binary"', b'format="telegraph"'), "unknown way"),
    "a name that means more": (
        replaced(INLINE, b'Name="Colors" NumberOfComponents="3" format="binary"', b'Name="&#10;&lt;b>" format="x"'),
        r"'\\n<b>' is written"),
    "unknown encoding": (replaced(RAW, b'encoding="raw"', b'encoding="rot13"'), "'rot13' is not known"),
    "unknown order": (replaced(INLINE, b"LittleEndian", b"MiddleEndian"), "'MiddleEndian' is not known"),
    "unknown header": (replaced(INLINE, b"UInt32", b"UInt16"), "'UInt16' is not known"),
    "unknown type": (replaced(INLINE, b'type="Float32"', b'type="Float16"'), "'Float16' is not known"),
    "a type of bits": (replaced(INLINE, b'type="UInt8"', b'type="Bit"'), "'Bit' is not known"),
    "no count": (replaced(INLINE, b'NumberOfPoints="3"', b'NumberOfPoints="three"'), "NumberOfPoints is no number"),
    "a long one": (replaced(INLINE, b'NumberOfPoints="3"', b'NumberOfPoints="' + b"9" * 5000 + b'"'), "no number"),
    "below zero": (replaced(INLINE, b'NumberOfPoints="3"', b'NumberOfPoints="-3"'), "NumberOfPoints is no number"),
    "more points": (replaced(INLINE, b'NumberOfPoints="3"', b'NumberOfPoints="4"'), "36 bytes where .* be 48"),
    "far more": (replaced(INLINE, b'NumberOfPoints="3"', b'NumberOfPoints="999999999"'), "arrays are too large"),
    "more faces": (replaced(INLINE, b'NumberOfPolys="1"', b'NumberOfPolys="2"'), "8 bytes where there should be 16"),
    "too many": (replaced(INLINE, b'NumberOfPolys="1"', b'NumberOfPolys="5000001"'), "more than 5,000,000"),
    "two a point": (replaced(INLINE, b'"Points" NumberOfComponents="3"', b'"Points" NumberOfComponents="2"'), "no p"),
    "no a point": (replaced(INLINE, b'"Colors" NumberOfComponents="3"', b'"Colors" NumberOfComponents="0"'), "9 bytes"),
    "no points": (re.sub(rb"<Points>.*</Points>", b"", INLINE, flags=re.DOTALL), "no points"),
    "no ends": (replaced(INLINE, b'"offsets"', b'"onsets"'), "no faces"),
    "no corners": (replaced(INLINE, b'"connectivity"', b'"loneliness"'), "no faces"),
    "split corners": (re.sub(rb'type="Int64"( IdType="1")?', b'type="Float64"', INLINE), "no faces"),
    "no base64": (in_place_of(INLINE, b"Points", b"A*BC" * 9), "no sound base64"),
    "odd base64": (in_place_of(INLINE, b"Points", b"AAAAA"), "ends too soon"),
    "padded base64": (in_place_of(PLAIN, b"Points", b"JAA=AAAA" * 12), "no sound base64"),
    "no values": (in_place_of(INLINE, b"Points", b""), "ends too soon"),
    "no compression": (in_place_of(INLINE, b"Points", blocks(1, 36, 0, 36, content=POINTS)), "no sound compression"),
    "cut compression": (
        in_place_of(INLINE, b"Points", blocks(1, 36, 0, 8, content=zlib.compress(POINTS)[:8])), "not as long"),
    "too little": (
        in_place_of(INLINE, b"Points", blocks(1, 36, 0, len(ZEROS[:20]), content=ZEROS[:20])), "not as long"),
    "a bomb": (in_place_of(INLINE, b"Points", blocks(1, 36, 0, len(ZEROS), content=ZEROS)), "not as long"),
    "much in a small file": (replaced(INLINE, b'NumberOfPoints="3"', b'NumberOfPoints="4200000"'), "are too large"),
    "a promised bomb": (in_place_of(INLINE, b"Points", blocks(1, 10**7, 0, len(ZEROS), content=ZEROS)), "10,000,000"),
    "no blocks": (in_place_of(INLINE, b"Points", blocks(0, 36, 0)), "0 bytes where there should be 36"),
    "below no blocks": (in_place_of(INLINE, b"Points", blocks(0, 0, 36)), "where there should be 36"),
    "many blocks": (in_place_of(INLINE, b"Points", blocks(2**32 - 1, 0, 36)), "too many blocks"),
    "long blocks": (in_place_of(INLINE, b"Points", blocks(1, 36, 0, 2**32 - 1)), "ends too soon"),
    "letters": (in_place_of(ASCII, b"Points", b"1 2 3 4 5 6 7 8 x"), "other than numbers"),
    "zero bytes": (in_place_of(ASCII, b"Points", b"1 2 3 4 5 6 7 8 9\0"), "other than numbers"),
    "signs": (in_place_of(ASCII, b"Points", b"1 2 3 4 5 -- 7 8 9"), "other than numbers"),
    "few numbers": (in_place_of(ASCII, b"Points", b"1 2 3 4 5 6 7 8"), "32 bytes where there should be 36"),
    "many numbers": (in_place_of(ASCII, b"Points", b"1 2 3 4 5 6 7 8 9 10"), "40 bytes where there should be 36"),
    "long numbers": (in_place_of(ASCII, b"Points", b"1" * 1_000_000), "other than numbers"),
    "a number broken by a name": (in_place_of(ASCII, b"Points", b"1 2 3 4 5 6 7 8 nein"), "other than numbers"),
    "no numbers": (in_place_of(ASCII, b"Points", b" "), "bytes where there should be 36"),
    "numbers too large": (re.sub(rb"200", b"256", ASCII), "other than numbers"),
    "definitions": (LAUGHS + INLINE[INLINE.index(b"<VTKFile") :], "definitions"),
    "definitions elsewhere": (OUTSIDE + INLINE[INLINE.index(b"<VTKFile") :], "definitions"),
    "depths": (b'<VTKFile type="PolyData">' + b"<a>" * 10_000, "nested too deeply"),
    "tags": (b'<VTKFile type="PolyData">' + b"<a/>" * 1_000_000, "too many tags"),
    "a tag": (b'<VTKFile type="PolyData" more="' + b"x" * 2_000_000 + b'"/>', "too long"),
    "an entity": (replaced(INLINE, b'Name="Colors"', b'Name="&lol;"'), "no sound XML"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "words"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told(data: bytes, words: str) -> None:
    told = reason(data)
    assert re.search(words, told)
    assert "\n" not in told
    assert len(told) < 200


@pytest.mark.parametrize("data", [ASCII, INLINE, PLAIN, RAW, PACKED], ids=["ascii", "inline", "plain", "raw", "packed"])
def test_a_cut_at_any_place_is_noticed(data: bytes) -> None:
    end = data.find(b"\n  </AppendedData>")
    told = [reason(data[:length]) for length in range(end if end >= 0 else data.rindex(b"</VTKFile>"))]
    assert len(told) > 1000


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vtp, "MOST_BYTES", len(INLINE) - 1)
    assert "larger than" in reason(INLINE)
    monkeypatch.setattr(vtp, "MOST_BYTES", len(INLINE))
    assert vtp.read(INLINE)


def test_what_unfolds_is_held_back_as_it_unfolds() -> None:
    data = in_place_of(INLINE, b"Points", blocks(1, 36, 0, len(ZEROS), content=ZEROS))
    reason(data)  # once, so that what is made the first time does not count
    tracemalloc.start()
    try:
        reason(data)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert 10_000 < most < 500_000, "of ten million bytes"


def test_numbers_as_very_long_text_are_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    length = sum(map(len, re.findall(rb"<DataArray[^>]*(?<!/)>([^<]*)", ASCII)))
    monkeypatch.setattr(vtp_values, "MOST_TEXT", length)
    assert vtp.read(ASCII)
    monkeypatch.setattr(vtp_values, "MOST_TEXT", 150)
    assert "save it in binary form" in reason(ASCII)


def test_many_blocks_in_many_arrays_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vtp_values, "MOST_BLOCKS", 5)
    assert vtp.read(INLINE), "one for each array"
    monkeypatch.setattr(vtp_values, "MOST_BLOCKS", 4)
    assert "too many blocks" in reason(INLINE)


def test_a_compression_that_wants_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(triangle(), Way(compressor=LZMA))
    assert vtp.read(data)
    monkeypatch.setattr(vtp_values, "MOST_FOR_LZMA", 10_000)
    assert "no sound compression" in reason(data)


def test_a_name_is_never_looked_for_in_the_values_of_another() -> None:
    """Tags within values are none: values end at the first."""
    data = in_place_of(ASCII, b"Points", b'1 2 3 <DataArray Name="Points" type="Float32">4 5 6 7 8 9</DataArray>')
    assert "12 bytes where there should be 36" in reason(data)
