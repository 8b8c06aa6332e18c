"""What is written and drawn flat over the scene: labels, trigger points, pins, the compass, the caption for a class.

It follows the view when told to and lays itself out anew for each frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyvista as pv
from vtkmodules.vtkRenderingCore import vtkRenderer

from viewer.drawing import style
from viewer.drawing.flat import anchors, compass, guidance, label_layout, pins
from viewer.drawing.flat.shapes2d import Pixels, Shapes2D
from viewer.drawing.flat.words import Align, Script, Words
from viewer.drawing.frame import Frame
from viewer.drawing.overlays.overlays import Mark
from viewer.model.atlas.atlas import Kind, Landmark, Point, Structure
from viewer.model.notes.pins import Pin

RANKS = {Kind.MUSCLE: 1, Kind.BONE: 2, Kind.NERVE: 3, Kind.LIGAMENT: 4, Kind.CARTILAGE: 5}


@dataclass(frozen=True)
class Text:
    """What is to be written: the structures to name (the selected ones first), marks, and a class-size caption.

    ``seen`` are all shown structures; ``clear`` those of them that are ghosts and hide nothing. ``empty`` are missing
    ones whose place is outlined. ``remarks`` are words that go with the names of structures (ids and words).
    """

    seen: tuple[str, ...] = ()
    clear: frozenset[str] = frozenset()
    selected: tuple[str, ...] = ()
    labels: bool = False
    marks: tuple[Mark, ...] = ()
    projector: bool = False
    caption: str | None = None
    empty: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    pins: tuple[Pin, ...] = ()


@dataclass(frozen=True)
class Guide:
    """What guides a hand: landmarks on the skin, and where it starts and aims."""

    landmarks: tuple[Landmark, ...] = ()
    hand: tuple[Point, Point] | None = None


class Lettering:
    """The flat layer of one renderer."""

    def __init__(
        self,
        stage: vtkRenderer,
        structures: Mapping[str, Structure],
        truly_there: Callable[[str, Pixels], bool],
        covered: Callable[[Point], bool],
    ) -> None:
        """``truly_there`` says whether a structure is what is seen at a pixel, ``covered`` whether a place is not."""
        self._structures, self._truly_there, self._covered = structures, truly_there, covered
        self._heads: tuple[pins.Head, ...] = ()
        self._behind: dict[Pin, bool] = {}
        self._moving, self._reach = False, pins.REACH
        self._points: dict[str, npt.NDArray[np.float64]] = {}
        self._shapes, self._words = Shapes2D(), Words(stage)
        self._text, self._theme, self._guide = Text(), style.DARK, Guide()
        self._laid_out: tuple[Frame, Text, style.Theme, Guide] | None = None
        stage.AddViewProp(self._shapes.actor)

    def add(self, structure_id: str, mesh: pv.PolyData) -> None:
        """Lets a structure be named."""
        self._points[structure_id] = anchors.scatter(mesh)
        self._laid_out = None

    def set_structures(self, structures: Mapping[str, Structure]) -> None:
        """Names them as these are named from the next frame on."""
        self._structures, self._laid_out = structures, None

    def follow(self, text: Text, theme: style.Theme, guide: Guide = Guide()) -> None:
        """Writes this from the next frame on."""
        self._text, self._theme, self._guide = text, theme, guide

    def set_moving(self, moving: bool) -> None:
        """Which pins are covered is found anew when the camera rests, not in every frame of a move."""
        self._moving, self._laid_out = moving, None

    def pin_at(self, x: float, y: float) -> Pin | None:
        """The pin that was drawn at a display pixel, the foremost one; None beside them."""
        found = (head.pin for head in reversed(self._heads) if head.is_at(x, y, self._reach))
        return next(found, None)

    def lay_out(self, frame: Frame) -> None:
        """Puts everything in its place for a frame; it stays where nothing changed since the last."""
        told = (frame, self._text, self._theme, self._guide)
        if told == self._laid_out:
            return
        self._laid_out = told
        self._shapes.clear()
        side = self._size(frame, style.SIDE_LETTER)
        if self._text.labels:
            self._label(frame, 14 * frame.pixel + 1.6 * side)
        for mark in self._text.marks:
            self._mark(mark, frame)
        self._draw_guide(frame)
        self._draw_pins(frame)
        compass.draw_star(self._shapes, self._words, frame, self._theme)
        compass.draw_sides(self._words, frame, self._theme, side)
        if self._text.projector and self._text.caption:
            self._caption(self._text.caption, frame)
        self._shapes.dry()
        self._words.settle()

    def _draw_guide(self, frame: Frame) -> None:
        script = Script(self._size(frame, style.LABEL), self._theme.ink, ground=self._theme.bottom)
        guidance.draw_landmarks(self._guide.landmarks, self._shapes, self._words, frame, script)
        if self._guide.hand is not None:
            guidance.draw_hand(self._guide.hand, self._shapes, frame)

    def _draw_pins(self, frame: Frame) -> None:
        self._heads = pins.lay_out(self._text.pins, frame, self._size(frame, style.PIN_LETTERS))
        self._reach = pins.REACH * frame.pixel
        if not self._moving:
            self._behind = {head.pin: self._covered(head.pin.place) for head in self._heads}
        pins.draw(self._heads, self._behind, self._shapes, self._words, frame)

    def _size(self, frame: Frame, size: float) -> float:
        """The em of letters in pixels; a class at the back of the room reads them too in projector mode."""
        share = style.PROJECTOR_LETTERS if self._text.projector else 0.0
        return max(size * frame.pixel, share * frame.size[1])

    def _label(self, frame: Frame, margin: float) -> None:
        script = Script(self._size(frame, style.LABEL), self._theme.ink)
        named = (*self._text.seen, *self._text.empty)
        seen = {one: self._points[one] for one in named if one in self._points}
        sight = anchors.look(seen, self._text.clear.union(self._text.empty), frame)
        line = script.size
        bottom = 3.2 * line if self._text.projector and self._text.caption else line
        sheet = label_layout.Sheet(frame.size, sight.extent(), margin, line, bottom, gap=2.2 * line)
        chosen = [one for one in sight.anchors if self._chosen(one)]

        def forbidden(box: label_layout.Box, structure_id: str) -> bool:
            return any(sight.covers(box, one) for one in (structure_id, *chosen))

        plain = "R" in compass.side_letters(frame.camera)
        told = dict(self._text.remarks)
        names = {one: _name(self._structures[one], plain, told.get(one, "")) for one in sight.anchors}
        for placed in label_layout.lay_out(self._labels(names, sight, script), sheet, forbidden):
            own = replace(script, bold=self._chosen(placed.structure), colour=self._colour(placed.structure))
            self._write(placed, names[placed.structure], sight.covers(placed.box), own, frame)

    def _labels(self, names: Mapping[str, str], sight: anchors.Sight, script: Script) -> list[label_layout.Label]:
        labels = []
        for one, anchor in sight.anchors.items():
            if one in self._text.empty or self._truly_there(one, anchor):
                width, height = self._words.measure(names[one], replace(script, bold=self._chosen(one)))
                rank = 0 if self._chosen(one) else RANKS.get(self._structures[one].kind, 9)
                labels.append(label_layout.Label(one, anchor, width, max(height, script.size), rank))
        return labels

    def _colour(self, structure_id: str) -> style.Colour:
        return self._theme.quiet if structure_id in self._text.empty else self._theme.ink

    def _chosen(self, structure_id: str) -> bool:
        return structure_id in self._text.selected

    def _write(self, placed: label_layout.Placed, name: str, over: bool, script: Script, frame: Frame) -> None:
        left, bottom, right, top = placed.box
        align = Align.RIGHT if placed.on_left else Align.LEFT
        ground = self._theme.bottom if over else None
        opaque = (
            0.85 if script.colour == self._theme.quiet else script.ground_opacity
        )  # quiet words need a quiet ground
        place = (right if placed.on_left else left, (bottom + top) / 2)
        own = replace(script, align=align, ground=ground, ground_opacity=opaque)
        self._words.say(placed.structure, name, place, own)
        self._shapes.stroke(placed.leader, 3.2 * frame.pixel, self._theme.bottom, 0.45)
        self._shapes.stroke(placed.leader, 1.1 * frame.pixel, self._theme.leader)
        self._shapes.disc(placed.leader[-1], 3.2 * frame.pixel, self._theme.bottom, 0.6)
        self._shapes.disc(placed.leader[-1], 2.2 * frame.pixel, self._theme.leader)

    def _mark(self, mark: Mark, frame: Frame) -> None:
        """A disc with a cross, seen through whatever covers its place."""
        x, y, depth = frame.to_display(mark.place)[0].tolist()
        if depth <= 0:
            return
        radius = style.MARK_RADIUS * frame.pixel * (1.35 if mark.lit else 1.0)
        arm = 0.52 * radius
        if mark.lit:
            self._shapes.disc((x, y), 2.2 * radius, style.MARK, 0.22)
            self._shapes.ring((x, y), 1.6 * radius, 1.6 * frame.pixel, style.MARK, 0.9)
        self._shapes.disc((x, y), radius + 1.6 * frame.pixel, style.MARK_INK, 0.9)
        if mark.shared:
            self._shapes.ring((x, y), style.MARK_FRAME * radius, 4.2 * frame.pixel, style.MARK_INK, 0.8)
            self._shapes.ring((x, y), style.MARK_FRAME * radius, 2.2 * frame.pixel, style.MARK)
        self._shapes.disc((x, y), radius, style.MARK)
        for path in (((x - arm, y), (x + arm, y)), ((x, y - arm), (x, y + arm))):
            self._shapes.stroke(path, 1.9 * frame.pixel, style.MARK_INK)

    def _caption(self, caption: str, frame: Frame) -> None:
        size = style.PROJECTOR_CAPTION * frame.size[1]
        script = Script(size, self._theme.ink, Align.CENTRE, bold=True, ground=self._theme.bottom, ground_opacity=0.85)
        self._words.say("caption", f" {caption} ", (frame.half_size[0], 1.2 * size), script)


def _name(structure: Structure, sides_plain: bool, remark: str) -> str:
    """The name on a plate; the side is told only where right and left are not plain to see."""
    name = structure.english[:1].upper() + structure.english[1:] if sides_plain else structure.title
    return f"{name}: {remark}" if remark else name
