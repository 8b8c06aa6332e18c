"""How a name is drawn: plain on the ground, on a plate over the drawing, in dark ink on bone."""

from __future__ import annotations

from dataclasses import replace

from viewer.drawing import style
from viewer.drawing.flat.label_plan import Asked, Named
from viewer.drawing.flat.shapes2d import Pixels, Rectangle, Shapes2D
from viewer.drawing.flat.words import Align, Script, Words

SOLID = 0.88  # opacity at least of the plate behind quiet words
ON_BONE = 0.50
PADDING = 3.0  # pixels at 100 % of plate around words


def draw(  # noqa: PLR0913, PLR0917 - what to draw, how, and where
    named: Named, asked: Asked, script: Script, theme: style.Theme, shapes: Shapes2D, words: Words, unit: float
) -> None:
    """Draws one name and its leader; ``unit`` is how many pixels one at 100 % is."""
    left, bottom, right, top = named.placed.box
    name, quiet = named.wish.structure, named.wish.structure in asked.empty
    chosen = name in asked.selected
    if named.on_it:
        own = replace(script, bold=True, align=Align.CENTRE, colour=style.ON_BONE)
        density = max(theme.plate, SOLID) if asked.projector or chosen else ON_BONE
        shapes.plate(_padded(named.placed.box, unit), style.ON_BONE_PLATE, density)
        words.say(name, named.words, ((left + right) / 2, (bottom + top) / 2), own)
        return
    if name in asked.questions:
        _draw_question(named, script, theme, shapes, words, unit)
        return
    colour = theme.quiet if quiet else theme.ink
    own = replace(script, bold=asked.projector or chosen, colour=colour)
    own = replace(own, align=Align.RIGHT if named.placed.on_left else Align.LEFT)
    if named.over or asked.projector:
        shapes.plate(
            _padded(named.placed.box, unit), theme.bottom, max(theme.plate, SOLID if quiet or asked.projector else 0.0)
        )
    _draw_leader(named, theme, shapes, unit)
    words.say(name, named.words, (right if named.placed.on_left else left, (bottom + top) / 2), own)


def _draw_question(  # noqa: PLR0913, PLR0917 - as above
    named: Named, script: Script, theme: style.Theme, shapes: Shapes2D, words: Words, unit: float
) -> None:
    """A disc in the ink of names, the mark cut out of it: seen from far off, in greys too."""
    left, bottom, right, top = named.placed.box
    middle, radius = ((left + right) / 2, (bottom + top) / 2), (top - bottom) / 2
    _draw_leader(named, theme, shapes, 1.4 * unit, middle)
    shapes.disc(middle, radius + 2.0 * unit, theme.bottom, SOLID)
    shapes.disc(middle, radius, theme.ink)
    own = replace(script, size=0.72 * (top - bottom), bold=True, align=Align.CENTRE, colour=theme.bottom)
    words.say(named.wish.structure, named.words, middle, own)


def _draw_leader(named: Named, theme: style.Theme, shapes: Shapes2D, unit: float, start: Pixels | None = None) -> None:
    leader = named.placed.leader if start is None else (start, named.placed.leader[-1])
    shapes.stroke(leader, 3.2 * unit, theme.bottom, 0.45)
    shapes.stroke(leader, 1.1 * unit, theme.leader)
    shapes.disc(leader[-1], 3.2 * unit, theme.bottom, 0.6)
    shapes.disc(leader[-1], 2.2 * unit, theme.leader)


def _padded(box: Rectangle, unit: float) -> Rectangle:
    pad = PADDING * unit
    return box[0] - pad, box[1] - 0.5 * pad, box[2] + pad, box[3] + 0.5 * pad
