"""Brings in Qt, and sees to it that whatever is imported after it is imported as fast as before."""

from __future__ import annotations

import builtins


def bring_in() -> None:
    """Import Qt, unless it is here already.

    PySide takes the place of Python's import, to search the source of every module that is imported from then on for a
    syntax of its own that nothing here uses; each start would pay for that. So Python's own import is put back.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415

    builtins.__import__ = plain
