"""From where a question is seen: near to what it shows, from the side on which that lies, with what is around it."""

from __future__ import annotations

from viewer.model.training.question import Shown
from viewer.widgets.viewport.aiming import Pose
from viewer.widgets.viewport.viewport import Viewport

AROUND = 330.0  # mm of the body in view at least: a bone alone could not be told from its neighbours


class Standpoint:
    """Places the camera of the 3D view."""

    def __init__(self, viewport: Viewport) -> None:
        self._viewport = viewport

    def take(self, shown: Shown, besides: tuple[str, ...] = (), turned: bool = True) -> None:
        """See what is shown and what is to be seen ``besides``; stay where nothing is to fill the view.

        Unless it is to be ``turned`` it is seen from the side from which it was seen before.
        """
        structures = tuple(dict.fromkeys((*shown.framed, *besides)))
        if structures or shown.at is not None:
            self._viewport.aiming.pose(structures, Pose(AROUND, shown.view, shown.at, turned))
