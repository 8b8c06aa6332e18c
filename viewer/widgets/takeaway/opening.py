"""Hands a file that was just made, or its folder, to the program that the desktop has for it. Never an address."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_here(path: Path) -> bool:
    """Whether the desktop had something to open a file or a folder of this computer with."""
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))
