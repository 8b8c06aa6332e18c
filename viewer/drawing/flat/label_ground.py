"""What labels may and may not lie on."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from viewer.drawing.flat import anchors
from viewer.drawing.flat.shapes2d import Rectangle, meet
from viewer.drawing.frame import Frame


class Ground:
    """What labels may and may not lie on."""

    def __init__(
        self, sight: anchors.Sight, muscles: Collection[str], chosen: frozenset[str], taken: Sequence[Rectangle]
    ) -> None:
        self.sight, self._chosen, self._taken = sight, chosen, taken
        self._muscle, self.drawn = sight.where(muscles), sight.seen >= 0
        self._own: dict[str, anchors.Grid] = {}

    def forbids(self, box: Rectangle, name: str, frame: Frame) -> bool:
        """Whether a box leaves the view, covers what it names or what is chosen, or something that stands there."""
        if not is_within(box, frame) or any(meet(box, other) for other in self._taken):
            return True
        return bool(anchors.within(self._where(name), box, self.sight.cell).any())

    def dislikes(self, box: Rectangle) -> bool:
        """Whether a box covers a muscle."""
        return bool(anchors.within(self._muscle, box, self.sight.cell).any())

    def blocked(self, name: str, others: Sequence[Rectangle], frame: Frame) -> anchors.Grid:
        """The cells that a label must not touch."""
        cells = self._muscle | self._where(name)
        for box in (*self._taken, *others):
            anchors.within(cells, box, self.sight.cell)[:] = True
        rows, columns = (int(length // self.sight.cell) for length in frame.size[::-1])
        cells[rows:], cells[:, columns:] = True, True
        return cells

    def _where(self, name: str) -> anchors.Grid:
        if name not in self._own:
            self._own[name] = self.sight.where({name, *self._chosen})
        return self._own[name]


def is_within(box: Rectangle, frame: Frame) -> bool:
    """Whether a rectangle lies in the view."""
    return box[0] >= 0 and box[1] >= 0 and box[2] <= frame.size[0] and box[3] <= frame.size[1]
