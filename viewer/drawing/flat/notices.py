"""Words about the whole picture: the caption of a projected view, and a badge that says how this body differs."""

from __future__ import annotations

from viewer.drawing import style
from viewer.drawing.flat.shapes2d import Rectangle, Shapes2D
from viewer.drawing.flat.words import Align, Script, Words
from viewer.drawing.flat.wrapping import Wrapping, shortened
from viewer.drawing.frame import Frame

Notice = tuple[str, str, Rectangle, Script]
"""A key, words, the rectangle of their plate and how they look."""

LINE = 1.35  # em from line to line
PLATE = 0.85  # opacity at least of the plate behind words
PAD = 0.45  # em of plate around words
INSET = 16.0  # pixels at 100 % from the view's edges
CAPTION_LINES = 3
CAPTION_FLOOR = 0.5  # em below the caption
WIDEST, LONGEST = 0.94, 30.0  # of the view's width, and em: a line that reads well


def lay_out(  # noqa: PLR0913, PLR0917 - two kinds of words, and all that they depend on
    caption: str, badge: str, projector: bool, frame: Frame, theme: style.Theme, words: Words
) -> list[Notice]:
    """The caption in the middle below, and the badge's lines at the lower right, above the caption."""
    found = [_caption(caption, frame, theme, words)] if projector and caption else []
    floor = max([INSET * frame.pixel, *(box[3] + 0.3 * script.size for _, _, box, script in found)])
    share = style.PROJECTOR_LETTERS if projector else 0.0
    size = max(style.BADGE * frame.pixel, share * frame.size[1])
    script = Script(size, theme.ink, bold=projector, ground=theme.bottom, ground_opacity=max(theme.plate, PLATE))
    for number, line in enumerate(reversed(badge.splitlines())):
        found.append(_line(f"badge {number}", line, floor + number * LINE * script.size, script, frame, words))
    return found


def section(words: str, projector: bool, frame: Frame, theme: style.Theme, measured: Words) -> list[Notice]:
    """Where the section lies, in the middle above."""
    if not words:
        return []
    share = style.PROJECTOR_LETTERS if projector else 0.0
    size, density = max(style.SECTION * frame.pixel, share * frame.size[1]), max(theme.plate, PLATE)
    script = Script(size, theme.ink, bold=True, ground=theme.bottom, ground_opacity=density)
    half = measured.measure(words, script)[0] / 2 + PAD * script.size
    middle, top = frame.half_size[0], frame.size[1] - INSET * frame.pixel
    return [("section", words, (middle - half, top - LINE * script.size, middle + half, top), script)]


def write(key: str, text: str, box: Rectangle, script: Script, shapes: Shapes2D, words: Words) -> None:  # noqa: PLR0913, PLR0917
    """Draws words in the middle of their plate."""
    left, bottom, right, top = box
    shapes.plate(box, script.ground or script.colour, script.ground_opacity)
    plain = Script(script.size, script.colour, Align.CENTRE, script.bold)
    words.say(key, text, ((left + right) / 2, (bottom + top) / 2), plain)


def _caption(caption: str, frame: Frame, theme: style.Theme, words: Words) -> Notice:
    """In lines of about the same length, and in smaller letters where it is long; but never too small for a class."""
    for share in (style.PROJECTOR_CAPTION, style.PROJECTOR_LETTERS):
        size = share * frame.size[1]
        script = Script(size, theme.ink, bold=True, ground=theme.bottom, ground_opacity=max(theme.plate, PLATE))
        lines = Wrapping(words, script, min(WIDEST * frame.size[0], LONGEST * size) - 2 * PAD * size).lines(caption)
        if len(lines) <= CAPTION_LINES:
            break
    told = "\n".join(shortened(lines, CAPTION_LINES))
    wide, high = words.measure(told, script)
    half, middle, floor = wide / 2 + PAD * size, frame.half_size[0], CAPTION_FLOOR * size
    return "caption", told, (middle - half, floor, middle + half, floor + max(high, size) + 0.6 * size), script


def _line(key: str, text: str, floor: float, script: Script, frame: Frame, words: Words) -> Notice:  # noqa: PLR0913, PLR0917
    width = words.measure(text, script)[0] + 2 * PAD * script.size
    right = frame.size[0] - INSET * frame.pixel
    return key, text, (right - width, floor, right, floor + LINE * script.size), script
