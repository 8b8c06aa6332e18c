"""The screens that Qt sees."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def screens() -> list[str]:
    """Each screen's size in its own pixels, and how much larger than these Qt's are."""
    found = []
    for one in QGuiApplication.screens():
        size, scale = one.size(), one.devicePixelRatio()
        found.append(f"{round(size.width() * scale)}x{round(size.height() * scale)} @ {scale:g}")
    return found
