"""How finely a moving camera is drawn: as finely as frames stay short, found by measuring them."""

from __future__ import annotations

from collections import deque
from statistics import median

from viewer.drawing import style
from viewer.drawing.style import Quality

LONGEST = 1 / 30  # seconds that a frame of a move may take
JUDGED = 3  # frames that are measured before another quality is tried


class Pace:
    """Steps through ``style.MOVING``: coarser as soon as frames take too long, finer while they leave time enough.

    A quality that was too slow is not tried again until ``forget``, so that nothing flickers between two.
    """

    def __init__(self) -> None:
        self._times = deque[float](maxlen=JUDGED)
        self.forget()

    def forget(self) -> None:
        """Start anew: the view has another size, say."""
        self._level, self._finest = style.FIRST_MOVING, 0
        self._times.clear()

    @property
    def quality(self) -> Quality:
        """What the next frame of a move is drawn with."""
        return style.MOVING[self._level]

    def took(self, seconds: float) -> None:
        """Tell how long a frame of a move took."""
        self._times.append(seconds)
        if len(self._times) < JUDGED:
            return
        usual = median(self._times)
        if usual > LONGEST and self._level + 1 < len(style.MOVING):
            self._finest = self._level + 1
            self._try(self._finest)
        elif self._level > self._finest and usual * self.quality.finer_costs < LONGEST:
            self._try(self._level - 1)

    def _try(self, level: int) -> None:
        self._level = level
        self._times.clear()
