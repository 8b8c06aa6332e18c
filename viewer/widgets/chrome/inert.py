"""Text from files in tool tips and boxes, where Qt guesses whether a text is HTML and would load what that names."""

from __future__ import annotations

from PySide6.QtGui import Qt


def inert(text: str) -> str:
    """What Qt shows as this text, letter by letter, wherever it guesses."""
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal) if Qt.mightBeRichText(text) else text
