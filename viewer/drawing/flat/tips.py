"""Where a leader ends: a little way in on what it names, so that it covers no more of it than its tip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from viewer.drawing.flat import anchors, leaders
from viewer.drawing.flat.label_plan import Named, Stock
from viewer.drawing.flat.shapes2d import Pixels
from viewer.drawing.frame import Frame
from viewer.model.atlas.atlas import Point

STEP = 3.0  # pixels at 100 % from one place that is looked at to the next
DEPTH = 0.022  # of the view's height that a leader runs in on what it names
TRIED = 8  # places at which a structure is looked for


@dataclass(frozen=True)
class Tips:
    """Ends leaders in one frame."""

    stock: Stock
    sight: anchors.Sight
    frame: Frame

    def shorten(self, named: Named) -> Named:
        """The name with a leader that ends soon after it has reached what it names."""
        if not named.placed.lines:
            return named
        for pixel in self._places(named):
            if (point := self.stock.met(named.wish.structure, pixel)) is not None:
                return self._ended(named, pixel, point)
        return named

    def _places(self, named: Named) -> Iterator[Pixels]:
        """Where the last piece of its leader may end, the outermost first."""
        step = STEP * self.frame.pixel
        places = leaders.along(named.placed.lines[-1], step)
        own = [i for i, place in enumerate(places) if self._is_own(named.wish.structure, place)]
        deep = int(self.frame.size[1] * DEPTH / step)
        for first in own[:: max(len(own) // TRIED, 1)]:
            for into in (deep, deep // 2):
                if first + into < len(places) - 1:
                    yield places[first + into]

    def _is_own(self, structure_id: str, pixel: Pixels) -> bool:
        """Whether points of the structure are the nearest around a pixel, as far as the coarse grid knows."""
        column, row = (int(part // self.sight.cell) for part in pixel)
        rows, columns = self.sight.seen.shape
        if not (0 <= row < rows and 0 <= column < columns):
            return False
        number = self.sight.seen[row, column]
        return bool(number >= 0 and self.sight.ids[number] == structure_id)

    @staticmethod
    def _ended(named: Named, pixel: Pixels, point: Point) -> Named:
        return replace(named, point=point, placed=leaders.aimed(named.placed, pixel))
