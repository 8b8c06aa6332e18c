"""Where the program keeps what it notes about itself: beside the user's notes, each in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from viewer.model.notes import notes


def data_folder() -> Path:
    """Where the platform keeps programs' data of this user."""
    return notes.usual_file().parent


def log_file() -> Path:
    """The newest file of the log; older ones have a number behind it."""
    return data_folder() / "log" / "iliopsoas.log"


def sessions_folder() -> Path:
    """What each run that has not ended yet, or ended badly, holds there."""
    return data_folder() / "sessions"
