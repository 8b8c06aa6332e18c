"""Words about the whole picture: the caption of a projected view, and a badge that says how this body differs."""

from __future__ import annotations

from viewer.drawing import style
from viewer.drawing.flat.shapes2d import Rectangle, Shapes2D
from viewer.drawing.flat.words import Align, Script, Words
from viewer.drawing.frame import Frame

Notice = tuple[str, str, Rectangle, Script]
"""A key, words, the rectangle of their plate and how they look."""

LINE = 1.35  # em from line to line of the badge
PAD = 0.45  # em of plate around words
INSET = 16.0  # pixels at 100 % from the view's edges


def lay_out(  # noqa: PLR0913, PLR0917 - two kinds of words, and all that they depend on
    caption: str, badge: str, projector: bool, frame: Frame, theme: style.Theme, words: Words
) -> list[Notice]:
    """The caption in the middle below, and the badge's lines at the lower right, above the caption."""
    found = [_caption(caption, frame, theme, words)] if projector and caption else []
    floor = max([INSET * frame.pixel, *(box[3] + 0.3 * script.size for _, _, box, script in found)])
    share = style.PROJECTOR_BADGE if projector else 0.0
    script = Script(
        max(style.BADGE * frame.pixel, share * frame.size[1]), theme.ink, bold=projector, ground=theme.bottom
    )
    for number, line in enumerate(reversed(badge.splitlines())):
        found.append(_line(f"badge {number}", line, floor + number * LINE * script.size, script, frame, words))
    return found


def section(words: str, projector: bool, frame: Frame, theme: style.Theme, measured: Words) -> list[Notice]:
    """Where the section lies, in the middle above."""
    if not words:
        return []
    share = style.PROJECTOR_LETTERS if projector else 0.0
    script = Script(max(style.SECTION * frame.pixel, share * frame.size[1]), theme.ink, bold=True, ground=theme.bottom)
    half = measured.measure(words, script)[0] / 2 + PAD * script.size
    middle, top = frame.half_size[0], frame.size[1] - INSET * frame.pixel
    return [("section", words, (middle - half, top - LINE * script.size, middle + half, top), script)]


def write(key: str, text: str, box: Rectangle, script: Script, shapes: Shapes2D, words: Words) -> None:  # noqa: PLR0913, PLR0917
    """Draws words in the middle of their plate."""
    left, bottom, right, top = box
    shapes.plate(box, script.ground or script.colour, 0.85)
    plain = Script(script.size, script.colour, Align.CENTRE, script.bold)
    words.say(key, text, ((left + right) / 2, (bottom + top) / 2), plain)


def _caption(caption: str, frame: Frame, theme: style.Theme, words: Words) -> Notice:
    size = style.PROJECTOR_CAPTION * frame.size[1]
    script = Script(size, theme.ink, bold=True, ground=theme.bottom)
    half = words.measure(caption, script)[0] / 2 + PAD * size
    middle = frame.half_size[0]
    return "caption", caption, (middle - half, 0.55 * size, middle + half, 1.85 * size), script


def _line(key: str, text: str, floor: float, script: Script, frame: Frame, words: Words) -> Notice:  # noqa: PLR0913, PLR0917
    width = words.measure(text, script)[0] + 2 * PAD * script.size
    right = frame.size[0] - INSET * frame.pixel
    return key, text, (right - width, floor, right, floor + LINE * script.size), script
