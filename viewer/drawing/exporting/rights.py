"""Whose the anatomy is, and what it is not for: words that go along with everything that leaves the program."""

from __future__ import annotations

from viewer import paths
from viewer.language import tr

AUTHORS = "Iliopsoas anatomy viewer"
LICENCE = "CC BY 4.0"
LICENCE_PLACE = "https://creativecommons.org/licenses/by/4.0/"


def made_by() -> str:
    """The program with its version."""
    return f"Iliopsoas {paths.version()}"


def copyright_line() -> str:
    """Whose it is and under which licence, in one line of English."""
    return f"{AUTHORS}, {LICENCE} ({LICENCE_PLACE})"


def caution() -> str:
    """What it is not for."""
    return tr("Educational, not clinical advice.")
