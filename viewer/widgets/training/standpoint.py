"""From where a question is seen: near to what it shows, from the side on which that lies."""

from __future__ import annotations

from viewer.widgets.viewport.viewport import Viewport


class Standpoint:
    """Places the camera of the 3D view."""

    def __init__(self, viewport: Viewport) -> None:
        self._viewport = viewport

    def take(self, structures: tuple[str, ...], standard_view: str) -> None:
        """Look from a standard view, where one is named, at structures that are to fill the picture."""
        if standard_view:
            self._viewport.look_from(standard_view)
        if structures:
            self._viewport.frame(structures)
