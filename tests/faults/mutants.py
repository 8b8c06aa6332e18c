"""Files that were sound once: bytes changed, lost, doubled, moved, cut, and words put in that readers stumble over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

MOST_CHANGES = 4
LONGEST_PIECE = 200
WORDS = (
    b"null", b"true", b"-1", b"0", b"1e999", b"-0.0", b"99999999999999999999", b"NaN", b"Infinity", b'""', b"{}", b"[]",
    b"[[[[[[[[", b"{", b"}", b"]", b",", b":", b'"', b"\\", b"\\u0000", b"\\ud800", b"\xff\xfe", b"\x00",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\r\n", b"\n", b"=", b"[General]", b"@ByteArray(", b"@Variant(\\0\\0\\0", b"@Invalid()", b"%U", b"\\x",
    b"version", b"2", b"format", b"id", b"<img src=x>", "\u202e".encode(), b"../../etc/passwd", b"A" * 5_000,
)  # fmt: skip


def mutants(sound: bytes, count: int, seed: int) -> Iterator[bytes]:
    """As many damaged forms of a file; the same seed gives the same."""
    chance = Random(seed)
    for _ in range(count):
        content = sound
        for _ in range(chance.randint(1, MOST_CHANGES)):
            content = chance.choice(_CHANGES)(content, chance)
        yield content


def _piece(content: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randint(0, len(content))
    return start, min(len(content), start + chance.choice((1, 1, 2, 4, chance.randint(0, LONGEST_PIECE))))


def _overwritten(content: bytes, chance: Random) -> bytes:
    start, end = _piece(content, chance)
    return content[:start] + chance.randbytes(end - start) + content[end:]


def _flipped(content: bytes, chance: Random) -> bytes:
    start, _ = _piece(content, chance)
    return (
        content[:start]
        + bytes(one ^ 1 << chance.randrange(8) for one in content[start : start + 1])
        + content[start + 1 :]
    )


def _lost(content: bytes, chance: Random) -> bytes:
    start, end = _piece(content, chance)
    return content[:start] + content[end:]


def _cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _doubled(content: bytes, chance: Random) -> bytes:
    start, end = _piece(content, chance)
    place = chance.randint(0, len(content))
    return content[:place] + content[start:end] + content[place:]


def _with_word(content: bytes, chance: Random) -> bytes:
    start, end = _piece(content, chance)
    return content[:start] + chance.choice(WORDS) + content[chance.choice((start, end)) :]


def _other_number(content: bytes, chance: Random) -> bytes:
    """A digit somewhere becomes a word."""
    places = [
        place for place in (chance.randint(0, len(content)) for _ in range(60)) if content[place : place + 1].isdigit()
    ]
    place = places[0] if places else 0
    return content[:place] + chance.choice(WORDS) + content[place + 1 :]


_CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _overwritten, _flipped, _flipped, _lost, _cut, _doubled, _with_word, _with_word, _other_number
)  # fmt: skip
