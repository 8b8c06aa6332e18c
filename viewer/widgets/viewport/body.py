"""What can be asked of the body in the view, by whoever has no view of the scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.atlas.atlas import Point
from viewer.model.finger.press import FingerPath, Press

if TYPE_CHECKING:
    from viewer.drawing.scene import Scene
    from viewer.model.finger.section import Section


class Body:
    """Answers once there is a scene; before that, and after it, there is nothing to be met."""

    def __init__(self) -> None:
        self._scene: Scene | None = None

    def take(self, scene: Scene | None) -> None:
        """Ask of what is in this scene from now on."""
        self._scene = scene

    def feel(self, press: Press) -> FingerPath | None:
        """What lies on a finger's way; None until there is a body."""
        return self._scene.feel(press) if self._scene is not None else None

    def section(self, press: Press, across: Point) -> Section | None:
        """The cut along a finger's way; None until there is a body."""
        return self._scene.section(press, across) if self._scene is not None else None

    def nearest_on(self, structure_id: str, place: Point) -> Point | None:
        """The place of a structure's surface that is nearest to a place; None where it is not there."""
        return self._scene.nearest_on(structure_id, place) if self._scene is not None else None

    def press_on(self, point: Point, aim: Point) -> Press | None:
        """A finger on the skin near a point, aimed at a place; None until there is a body."""
        return self._scene.press_on(point, aim) if self._scene is not None else None

    def middle_of(self, structure_ids: tuple[str, ...]) -> Point | None:
        """The middle of structures; None until there is a body."""
        return self._scene.viewpoints.middle_of(structure_ids) if self._scene is not None else None

    def extent(self, axis: int) -> tuple[float, float]:
        """From where to where, mm along an axis of the body, what is shown reaches."""
        return self._scene.viewpoints.extent(axis) if self._scene is not None else (0.0, 0.0)

    def seen(self) -> tuple[str, ...]:
        """The structures that are really to be seen in the view, the largest in it first."""
        return self._scene.seen() if self._scene is not None else ()
