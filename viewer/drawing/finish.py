"""How finely a stage is drawn at the moment: all it has while nothing changes, what goes quickly while the camera moves
or where a change is to be seen at once.
"""

from __future__ import annotations

from vtkmodules.vtkRenderingCore import vtkRenderer

from viewer.drawing import renderer, style
from viewer.drawing.pace import Pace
from viewer.drawing.structures.structure_actors import StructureActors

SOON = 0.05  # seconds: a change that is seen later than that feels late
QUICK = 0.1  # seconds: a frame at rest that takes no longer may have four times the triangles


class Finish:
    """Sets a stage and its structures to a quality. The window has fewer pixels than are to be filled where a move
    takes too long otherwise: ``fineness`` is their share along each side.
    """

    def __init__(self, stage: vtkRenderer, actors: StructureActors) -> None:
        self.moving, self.fineness = False, 1.0
        self._full_took, self._most = 0.0, style.MOST
        self._stage, self._actors, self._pace = stage, actors, Pace()
        self._size: tuple[int, int] = stage.GetRenderWindow().GetSize()
        self._drawn = self._quality = style.AT_REST
        self._take(self._quality)

    @property
    def hurried(self) -> bool:
        """Whether a frame for a camera that rests is drawn quickly."""
        return not self.moving and self._quality is not style.AT_REST

    @property
    def coarse(self) -> bool:
        """Whether the next frame is to be there quickly."""
        return self._quality.proxies

    def set_moving(self, moving: bool) -> None:
        """From the next frame on draw for a camera that moves, or for one that rests."""
        self.moving = moving
        self._take(self._pace.quality if moving else style.AT_REST)

    def resize(self, width: int, height: int) -> None:
        """Fill so many pixels from the next frame on."""
        if (width, height) != self._size:
            self._size = width, height
            self._pace.forget()
            if self.moving:
                self._take(self._pace.quality)
            self._fit()

    def hurry(self) -> bool:
        """Draw quickly until ``set_moving``, if it would take long otherwise. Whether it would."""
        if not self.moving and self._full_took > SOON:
            self._take(style.MOVING[style.FIRST_MOVING])
        return self.hurried

    def begin_frame(self) -> None:
        """A frame is drawn now, of which ``took`` will tell: by then another quality may be wanted."""
        self._drawn = self._quality

    def took(self, seconds: float) -> None:
        """Tell how long the last frame took, for those to come."""
        if self._drawn is style.AT_REST:
            self._full_took = seconds
            if seconds < QUICK and self._actors.triangles > self._most:
                self._most *= 4
        if self.moving and self._drawn is self._pace.quality:
            self._pace.took(seconds)
            if self._pace.quality is not self._quality:
                self._take(self._pace.quality)

    def _take(self, quality: style.Quality) -> None:
        self._quality = quality
        renderer.smooth(self._stage, quality.fxaa)
        self._stage.SetUseOIT(quality.sorted)
        self._actors.show_proxy(quality.proxies)
        if not quality.proxies and self._actors.triangles > self._most:
            self._actors.show_at_most(self._most)
        if quality.fineness != self.fineness:
            self.fineness = quality.fineness
            self._fit()

    def _fit(self) -> None:
        self._stage.GetRenderWindow().SetSize(*(max(1, round(side * self.fineness)) for side in self._size))
