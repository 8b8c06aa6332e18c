"""Words on a ground of their own, so that they are read over whatever is drawn behind them."""

from __future__ import annotations

from viewer.drawing.flat.shapes2d import Pixels, Shapes2D
from viewer.drawing.flat.words import Script, Words

PADDING = 0.22  # em of ground around words


def say(key: str, text: str, place: Pixels, script: Script, shapes: Shapes2D, words: Words) -> None:  # noqa: PLR0913, PLR0917
    """Says words as ``Words.say`` does, on a plate in the script's ground."""
    (width, height), pad = words.measure(text, script), PADDING * script.size
    left = place[0] - script.align * width / 2
    high = max(height, script.size) / 2 + pad
    box = (left - pad, place[1] - high, left + width + pad, place[1] + high)
    shapes.plate(box, script.ground or script.colour, script.ground_opacity)
    words.say(key, text, place, script)
