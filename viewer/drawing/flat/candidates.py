"""The names to be had in a frame: what is seen well enough, in which words, and how many of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from viewer.drawing.flat import anchors, compass, leaders, naming
from viewer.drawing.flat.label_ground import is_within
from viewer.drawing.flat.label_plan import (
    FILLING,
    QUESTION,
    QUESTION_SIZE,
    Asked,
    Named,
    Stock,
    is_small,
    pixels_of,
    size_of,
)
from viewer.drawing.flat.leaders import Placed
from viewer.drawing.flat.naming import Wish
from viewer.drawing.flat.shapes2d import Pixels, Rectangle
from viewer.drawing.flat.words import Script
from viewer.drawing.frame import Frame
from viewer.model.atlas.atlas import Point, Structure


@dataclass(frozen=True)
class Candidates:
    """Finds the names of one frame; what lies under one of the ``taken`` rectangles is not seen."""

    stock: Stock
    asked: Asked
    structures: Mapping[str, Structure]
    frame: Frame
    script: Script
    taken: Sequence[Rectangle] = ()

    def seen(self, sight: anchors.Sight) -> tuple[list[Named], list[Named], list[Named]]:
        """The names that were put by hand, those to be had, and for a class those that come where one of these finds no
        place; the first ones first. Names that stand on a structure take nobody's room but a class's.
        """
        most, hand = self._most(), dict(self.asked.by_hand)
        enough = 2 * most if self.asked.projector else most
        by_hand: list[Named] = []
        names: list[Named] = []
        for wish in self._wishes(sight):
            pixels = self._pixels(wish, sight)
            if wish.structure in hand:
                by_hand.extend(self._by_hand(one, hand[wish.structure]) for one in self._beside(wish, pixels))
            elif self.asked.projector and len(by_hand) + len(names) >= enough:
                break
            elif (named := self._on_it(wish, pixels) if wish.on_it else None) is not None:
                names.append(named)
            elif sum(not one.on_it for one in names) < enough and self._may_be_beside(wish):
                names.extend(self._beside(wish, pixels))
        room = max(most - len(by_hand), 0) if self.asked.projector else len(names)
        return by_hand, names[:room], names[room:]

    def on_it(self, wish: Wish, sight: anchors.Sight) -> Named | None:
        """The name on its structure, where it fits on what is seen of it."""
        return None if wish.structure in self.asked.questions else self._on_it(wish, self._pixels(wish, sight))

    def _pixels(self, wish: Wish, sight: anchors.Sight) -> dict[Point, Pixels]:
        """The places at which a structure can be pointed at, and where they are in the view."""
        places = sight.places[wish.structure]
        seen = zip(places, pixels_of(places, self.frame), strict=True)
        return {place: pixel for place, pixel in seen if not self._is_taken(pixel)}

    def _may_be_beside(self, wish: Wish) -> bool:
        return not wish.on_it or wish.structure in self.asked.selected

    def _is_taken(self, pixel: Pixels) -> bool:
        x, y = pixel
        return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in self.taken)

    def _most(self) -> int:
        """How many names there may be."""
        if self.asked.only is not None:
            return max(naming.IN_PROJECTOR, len(self.asked.only))
        if self.asked.projector:
            return naming.IN_PROJECTOR
        room = self.frame.size[0] * self.frame.size[1] / self.frame.pixel**2 / naming.ROOM
        return max(round(room), naming.FEWEST)

    def _wishes(self, sight: anchors.Sight) -> list[Wish]:
        asked = self.asked
        plain = "R" in compass.side_letters(self.frame.camera)
        namer = naming.Namer(asked.selected, asked.related, dict(asked.remarks), plain)
        scale = self.frame.pixels_per_millimetre
        hand = dict(asked.by_hand)
        named = [name for name in sight.places if name != FILLING]
        seen = [self.structures[name] for name in named if asked.only is None or name in asked.only]
        wishes = naming.in_order(
            [self._asked_for(namer.wish(one)) for one in seen
             if one.id in hand or namer.matters(one, scale * self.stock.thickness(one.id), self.script.size)]
        )  # fmt: skip
        wishes = naming.said_once(wishes) if asked.projector and asked.only is None else wishes
        return sorted(wishes, key=lambda wish: wish.structure not in hand)

    def _asked_for(self, wish: Wish) -> Wish:
        """The wish, or a question mark for it."""
        if wish.structure not in self.asked.questions:
            return wish
        return replace(wish, words=QUESTION, short=QUESTION, on_it=False)

    def _on_it(self, wish: Wish, pixels: Mapping[Point, Pixels]) -> Named | None:
        """The name on its structure, where it fits on what is seen of it."""
        own = replace(self.script, bold=True)
        width, height = self.stock.measure(wish.words, own)
        for point, (x, y) in pixels.items():
            box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            room = (box[0], box[1] - wish.air * height, box[2], box[3] + wish.air * height)
            solid = wish.structure not in self.asked.clear
            if solid and is_within(box, self.frame) and self._fits(wish.structure, room):
                return Named(wish, wish.words, point, point, Placed(wish.structure, box, True, ()))
        return None

    def _fits(self, name: str, box: Rectangle) -> bool:
        left, bottom, right, top = box
        edges = ((x, y) for x in (left, (left + right) / 2, right) for y in (bottom, (bottom + top) / 2, top))
        return all(self.stock.met(name, edge) is not None for edge in edges)

    def _beside(self, wish: Wish, pixels: Mapping[Point, Pixels]) -> list[Named]:
        """The name with the first place at which its structure is really seen; none where it is not."""
        bold = self.asked.projector or wish.structure in self.asked.selected
        words = wish.short if is_small(self.frame) else wish.words
        width, height = self.stock.measure(words, replace(self.script, bold=bold))
        if wish.structure in self.asked.questions:
            width = height = QUESTION_SIZE * self.script.size
        for point, pixel in pixels.items():
            if wish.structure in self.asked.empty or self.stock.met(wish.structure, pixel) is not None:
                box = (0.0, 0.0, width, height)
                return [Named(wish, words, point, point, Placed(wish.structure, box, True, (pixel,)))]
        return []

    def _by_hand(self, named: Named, place: Pixels) -> Named:
        """The name where it was put, moved into the view where it would stand out of it."""
        (width, height), (wide, high) = size_of(named.placed.box), self.frame.size
        x = min(max(wide / 2 + place[0] * high - width / 2, 0.0), max(wide - width, 0.0))
        y = min(max(high / 2 + place[1] * high - height / 2, 0.0), max(high - height, 0.0))
        anchor = pixels_of([named.point], self.frame)[0]
        box = (x, y, x + width, y + height)
        placed = Placed(named.wish.structure, box, x + width / 2 < anchor[0], leaders.joined(box, anchor))
        return replace(named, placed=placed)
