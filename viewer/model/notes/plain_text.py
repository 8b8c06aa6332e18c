"""Text from outside as plain text: what acts on a screen or turns the writing direction is taken out."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def plain(text: str) -> str:
    """The text with its lines kept, without control characters, marks of direction and half characters."""
    if text.isprintable():
        return text.strip()
    lines = _LINE_ENDS.sub("\n", text.replace("\t", " ")).split("\n")
    return "\n".join(_ACTING.sub("", line).rstrip() for line in lines).strip()
