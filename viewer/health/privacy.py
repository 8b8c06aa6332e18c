"""Takes out of a text what tells who somebody is: the home folder, and a user's name wherever it stands in a path."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

SHORTEST = 4
"""Letters of a private text that is worth taking out; a shorter one says nothing of a person."""

_HOMES, _NAMES = ("HOME", "USERPROFILE"), ("USER", "LOGNAME", "USERNAME")
"""Variables of the environment that tell who somebody is."""


def scrubbed(text: str, private: Iterable[str] = ()) -> str:
    """The text with ~ for the home folder, and without the user's name in paths and any of the ``private`` texts."""
    for one in sorted({line for words in private for line in _parts(words)}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "[…]", text)
    if "/" not in text and "\\" not in text:
        return text  # no path in it
    for pattern, instead in _patterns(*(os.environ.get(name, "") for name in (*_HOMES, *_NAMES))):
        text = pattern.sub(instead, text)
    return text


def _parts(words: str) -> Iterable[str]:
    """A private text whole and line by line, also as Python writes it within quotes."""
    found = {words.strip(), *(line.strip() for line in words.splitlines())}
    return {one for part in found for one in (part, repr(part)[1:-1]) if len(part) >= SHORTEST}


@cache
def _patterns(*environment: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What to look for, and what to write instead, where the environment names these homes and users."""
    homes = sorted(_spellings(), key=len, reverse=True)
    told = {re.split(r"[/\\]", home)[-1] for home in homes} | set(environment[len(_HOMES) :])
    names = sorted(name for name in told if len(name) > 1)
    flags = re.IGNORECASE if os.name == "nt" else 0
    return (
        *((re.compile(rf"(?<![\w.~-]){re.escape(home)}(?![\w.-])", flags), "~") for home in homes),
        *((re.compile(rf"(?<=[/\\]){re.escape(name)}(?![\w.-])", flags), "[user]") for name in names),
    )


def _spellings() -> set[str]:
    """The home folder as paths may spell it: followed through links, with either slash, with doubled ones."""
    try:
        home = Path.home()
        named = {str(home), os.path.realpath(home)}
    except (OSError, RuntimeError):
        return set()
    named |= {one.replace("\\", "/") for one in named} | {one.replace("\\", "\\\\") for one in named}
    return {one for one in named if len(one) > 1}
