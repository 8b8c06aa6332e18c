"""What is written and drawn flat over the scene: labels, trigger points, pins, the compass, the caption for a class.

It follows the view when told to and lays itself out anew for each frame.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from vtkmodules.vtkRenderingCore import vtkRenderer

from viewer.drawing import style
from viewer.drawing.flat import compass, finger_way, guidance, label_ink, label_plan, notices, pins, plane_grip
from viewer.drawing.flat.finger_way import Way
from viewer.drawing.flat.label_plan import Asked, Named, Section
from viewer.drawing.flat.labels import Labels
from viewer.drawing.flat.shapes2d import Pixels, Rectangle, Shapes2D, holds, meet
from viewer.drawing.flat.words import Script, Words
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.drawing.overlays.overlays import Mark
from viewer.drawing.slicing.handle import Handle
from viewer.model.atlas.atlas import Landmark, Point, Structure
from viewer.model.notes.pins import Pin


@dataclass(frozen=True)
class Text:
    """What is to be written: structures to ``name`` (None: none), marks, pins, a badge, a class-size caption, where the
    section lies; and what is ``covered`` by something else, pixels at 100 %.
    """

    name: Asked | None = None
    marks: tuple[Mark, ...] = ()
    projector: bool = False
    caption: str = ""
    badge: str = ""
    pins: tuple[Pin, ...] = ()
    section: str = ""
    covered: Rectangle | None = None


@dataclass(frozen=True)
class Guide:
    """What guides a hand: landmarks on the skin, where it starts and aims, the ``way`` of a finger that presses, and
    the ``handle`` of a section.
    """

    landmarks: tuple[Landmark, ...] = ()
    hand: tuple[Point, Point] | None = None
    way: Way | None = None
    handle: Handle | None = None


@dataclass(frozen=True)
class Pens:
    """What draws and writes the flat layer; ``names``: names of structures too, else only their places."""

    shapes: Shapes2D
    words: Words
    names: bool = True


class Lettering:
    """The flat layer of one renderer."""

    def __init__(  # noqa: PLR0913, PLR0917 - where it writes, and all that it asks of the scene
        self,
        stage: vtkRenderer,
        structures: Mapping[str, Structure],
        met: Callable[[str, Pixels], Point | None],
        section: Section,
        covered: Callable[[Point], bool],
        pens: Pens | None = None,
    ) -> None:
        """``met`` finds the place of a structure that is seen at a pixel, ``section`` knows what it left of surfaces,
        ``covered`` says whether a place is not seen.
        """
        self._structures, self._covered = structures, covered
        self._heads: tuple[pins.Head, ...] = ()
        self._behind: dict[Pin, bool] = {}
        self._moving, self._reach = False, pins.REACH
        pens = pens or Pens(Shapes2D(), Words(stage))
        self._shapes, self._words, self._draws_names = pens.shapes, pens.words, pens.names
        self._labels, self._named = Labels(self._words, met, section), tuple[Named, ...]()
        self._text, self._theme, self._guide = Text(), style.DARK, Guide()
        self._star: compass.Star | None = None
        self._noticed = list[notices.Notice]()
        self._laid_out: tuple[Frame, Text, style.Theme, Guide] | None = None
        stage.AddViewProp(self._shapes.actor)

    def add(self, structure_id: str, mesh: Mesh) -> None:
        """Lets a structure be named."""
        self._labels.add(structure_id, mesh)
        self._laid_out = None

    def set_structures(self, structures: Mapping[str, Structure]) -> None:
        """Names them as these are named from the next frame on."""
        self._structures, self._laid_out = structures, None
        self._labels.forget()

    def follow(self, text: Text, theme: style.Theme, guide: Guide = Guide()) -> None:
        """Writes this from the next frame on."""
        if _uncut(text.name) != _uncut(self._text.name):
            self._labels.forget()
        self._text, self._theme, self._guide = text, theme, guide

    def set_moving(self, moving: bool) -> None:
        """Which pins are covered is found anew when the camera rests, not in every frame of a move."""
        self._moving, self._laid_out = moving, None

    @property
    def named(self) -> tuple[Named, ...]:
        """The names in the frame that was drawn last."""
        return self._named

    def seen(self, shown: Collection[str], ghosts: Collection[str], frame: Frame) -> tuple[str, ...]:
        """Those of the structures that are ``shown`` of which something is to be seen, the largest first."""
        return self._labels.seen(shown, ghosts, frame)

    def name_at(self, x: float, y: float) -> str | None:
        """The structure whose name was written at a display pixel; None beside the names."""
        found = (one.wish.structure for one in reversed(self._named) if holds(one.placed.box, (x, y)))
        return next(found, None)

    def name_place(self, structure_id: str, frame: Frame) -> Pixels | None:
        """The middle of a name that was written, from the middle of the view, in its heights; None where it was not."""
        (wide, high), half = frame.size, 0.5
        boxes = (one.placed.box for one in self._named if one.wish.structure == structure_id)
        places = ((half * (box[0] + box[2] - wide) / high, half * (box[1] + box[3] - high) / high) for box in boxes)
        return next(places, None)

    def pin_at(self, x: float, y: float) -> Pin | None:
        """The pin that was drawn at a display pixel, the foremost one; None beside them."""
        found = (head.pin for head in reversed(self._heads) if head.is_at(x, y, self._reach))
        return next(found, None)

    def standard_view_at(self, x: float, y: float, frame: Frame) -> str | None:
        """The standard view that the compass, as it was drawn last, offers at a display pixel; None beside it."""
        return compass.standard_view_at(x, y, self._star or self._place_star(frame, self._notices(frame)), frame)

    def lay_out(self, frame: Frame) -> None:
        """Puts everything in its place for a frame; it stays where nothing changed since the last."""
        told = (frame, self._text, self._theme, self._guide)
        if told == self._laid_out:
            return
        self._laid_out = told
        self._shapes.clear()
        self._noticed = self._notices(frame)
        self._star = self._place_star(frame, self._noticed)
        side = self._size(frame, style.SIDE_LETTER)
        self._label(frame, side)
        for mark in self._text.marks:
            self._mark(mark, frame)
        self._draw_guide(frame)
        self._draw_pins(frame)
        compass.draw_star(self._star, self._shapes, self._words, frame, self._theme)
        compass.draw_sides(self._words, frame, self._theme, side)
        for key, words, box, script in self._noticed:
            notices.write(key, words, box, script, self._shapes, self._words)
        self._shapes.dry()
        self._words.settle()

    def _place_star(self, frame: Frame, noticed: Sequence[notices.Notice]) -> compass.Star:
        """In its corner, or above a caption that reaches into it."""
        letters = style.PROJECTOR_LETTERS * frame.size[1] if self._text.projector else None
        star = compass.star_of(frame, letters)
        (corner, *_), gap = compass.places(star, frame, 0.0), 0.3 * star.letters
        under = [box[3] + gap for key, _, box, _ in noticed if key == "caption" and meet(box, corner)]
        return compass.star_of(frame, letters, max(under, default=0.0))

    def _draw_guide(self, frame: Frame) -> None:
        script = Script(
            self._size(frame, style.LABEL), self._theme.ink, ground=self._theme.bottom, ground_opacity=self._theme.plate
        )
        guidance.draw_landmarks(self._guide.landmarks, self._shapes, self._words, frame, script)
        if self._guide.hand is not None:
            guidance.draw_hand(self._guide.hand, self._shapes, frame)
        if self._guide.way is not None:
            finger_way.draw(self._guide.way, self._shapes, frame)
            finger_way.tell(self._guide.way, self._shapes, self._words, frame, script)
        if self._guide.handle is not None:
            plane_grip.draw(self._guide.handle, self._shapes, frame, self._theme)

    def _draw_pins(self, frame: Frame) -> None:
        self._heads = pins.lay_out(self._text.pins, frame, self._size(frame, style.PIN_LETTERS))
        self._reach = pins.REACH * frame.unit
        if not self._moving:
            self._behind = {head.pin: self._covered(head.pin.place) for head in self._heads}
        pins.draw(self._heads, self._behind, self._shapes, self._words, frame)

    def _size(self, frame: Frame, size: float) -> float:
        """The em of letters in pixels; a class at the back of the room reads them too in projector mode."""
        share = style.PROJECTOR_LETTERS if self._text.projector else 0.0
        return max(size * frame.pixel, share * frame.size[1])

    def _label(self, frame: Frame, side: float) -> None:
        self._named = ()
        if self._text.name is not None:
            script = Script(label_plan.letters(frame, self._text.name.projector), self._theme.ink)
            self._named = self._labels.lay_out(
                self._text.name, self._structures, frame, script, lambda: self._taken(frame, side), self._moving
            )
            for named in self._named if self._draws_names else ():
                label_ink.draw(named, self._text.name, script, self._theme, self._shapes, self._words, frame.unit)

    def _taken(self, frame: Frame, side: float) -> list[Rectangle]:
        """Where no name may stand."""
        star = [] if self._star is None else compass.places(self._star, frame, side)
        grip = [] if self._guide.handle is None else [plane_grip.place(self._guide.handle, frame)]
        covered = () if self._text.covered is None else [_scaled(self._text.covered, frame.pixel)]
        return [*star, *grip, *covered, *(box for _, _, box, _ in self._noticed)]

    def _mark(self, mark: Mark, frame: Frame) -> None:
        """A disc with a cross, seen through whatever covers its place."""
        x, y, depth = frame.to_display(mark.place)[0].tolist()
        if depth <= 0:
            return
        radius = style.MARK_RADIUS * frame.unit * (1.35 if mark.lit else 1.0)
        arm = 0.52 * radius
        if mark.lit:
            self._shapes.disc((x, y), 2.2 * radius, style.MARK, 0.22)
            self._shapes.ring((x, y), 1.6 * radius, 1.6 * frame.unit, style.MARK, 0.9)
        self._shapes.disc((x, y), radius + 1.6 * frame.unit, style.MARK_INK, 0.9)
        if mark.shared:
            self._shapes.ring((x, y), style.MARK_FRAME * radius, 4.2 * frame.unit, style.MARK_INK, 0.8)
            self._shapes.ring((x, y), style.MARK_FRAME * radius, 2.2 * frame.unit, style.MARK)
        self._shapes.disc((x, y), radius, style.MARK)
        for path in (((x - arm, y), (x + arm, y)), ((x, y - arm), (x, y + arm))):
            self._shapes.stroke(path, 1.9 * frame.unit, style.MARK_INK)

    def _notices(self, frame: Frame) -> list[notices.Notice]:
        text, theme, words = self._text, self._theme, self._words
        large = text.projector or (text.name is not None and text.name.projector)
        found = notices.lay_out(text.caption, text.badge, large, frame, theme, words)
        return [*found, *notices.section(text.section, large, frame, theme, words)]


def _uncut(name: Asked | None) -> Asked | None:
    """What is asked for, wherever it is cut: while a section is led about, names are followed and not planned anew."""
    return None if name is None else replace(name, cut=None)


def _scaled(box: Rectangle, by: float) -> Rectangle:
    left, bottom, right, top = box
    return by * left, by * bottom, by * right, by * top
