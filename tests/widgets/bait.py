"""A file that notices when anybody opens it, and annotations whose every text would have it loaded if it were HTML."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from viewer import paths

_OPENED = 0x20  # IN_OPEN
_TOLD_IN = (
    "author", "cells", "columns", "de", "english", "es", "group", "heading", "latin", "layer", "name", "nerve",
    "population", "region", "synonyms", "text", "title", "unit", "where",
)  # fmt: skip
"""The keys of the annotations whose values people read."""
LONGEST = 600


class Bait:
    """What looks like a picture to HTML."""

    def __init__(self, file: Path, watch: int) -> None:
        self.html = f'<img src="{file.as_uri()}"><script>1</script> '
        self._watch = watch

    def taken(self) -> bool:
        """Whether the file was opened since this was asked last."""
        try:
            return bool(os.read(self._watch, 4096))
        except BlockingIOError:
            return False


@contextmanager
def laid(folder: Path) -> Iterator[Bait]:
    """Bait in a folder, for as long as the context lasts."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux tells so simply that a file was opened")
    file = folder / "bait.png"
    file.write_bytes(b"no picture")
    system = ctypes.CDLL(None, use_errno=True)
    watch = system.inotify_init1(os.O_NONBLOCK)
    assert system.inotify_add_watch(watch, os.fsencode(file), _OPENED) > 0, os.strerror(ctypes.get_errno())
    try:
        yield Bait(file, watch)
    finally:
        os.close(watch)


def annotations_with(words: str, folder: Path) -> Path:
    """The real annotations, each of its texts beginning with these words."""
    data = json.loads(paths.annotations_file().read_text(encoding="utf-8"))
    schema = paths.annotations_file().with_name("annotations.schema.json")
    (folder / schema.name).write_bytes(schema.read_bytes())
    file = folder / "annotations.json"
    file.write_text(json.dumps(_with(words, data, "")), encoding="utf-8")
    return file


def _with(words: str, value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return {name: _with(words, one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_with(words, one, key) for one in value]
    return f"{words}{value}"[:LONGEST] if isinstance(value, str) and key in _TOLD_IN else value
