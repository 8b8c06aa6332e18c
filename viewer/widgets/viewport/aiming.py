"""Where the camera is to go: to standard views, structures, spots of the body; also to what is still being read.

What is gone to before it is there is aimed at once more when it has come, as part of the same step.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.model.atlas.atlas import Point
from viewer.model.notes.pins import Spot
from viewer.model.session.state import ViewState
from viewer.model.session.view import Camera

if TYPE_CHECKING:
    from viewer.drawing.scene import Scene

SPOT_HEIGHT = 260.0  # mm of the body in view around a place that is flown to

Aim = Callable[[Camera], Camera]
"""The camera that is wanted, found from the one there is."""


@dataclass(frozen=True)
class Pose:
    """How something is to be seen: with at least ``height`` mm around it, ``at`` a place in the middle in its stead.

    It is seen from the standard ``view`` where one is named, else, where it is to be ``turned``, from the side on which
    it lies; else as before.
    """

    height: float
    view: str = ""
    at: Point | None = None
    turned: bool = True


@dataclass(frozen=True)
class _Late:
    """An aim at structures that are not there yet, and the camera that it has led to so far."""

    ids: Collection[str]
    aim: Aim
    camera: Camera


class Aiming(QObject):
    """Sends the state's camera to places of a scene."""

    def __init__(self, state: ViewState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._scene: Scene | None = None
        self._late: _Late | None = None

    def take(self, scene: Scene | None) -> None:
        """Aim at what is in this scene from now on."""
        self._scene, self._late = scene, None

    def look_from(self, name: str) -> None:
        """Go to one of the standard views."""
        if self._scene is not None:
            self._state.set_camera(self._scene.viewpoints.standard_view(name))

    def frame(self, structure_ids: tuple[str, ...]) -> None:
        """Come so close that these fill the view."""
        scene = self._scene
        if scene is not None:
            scene.show(replace(self._state.view, camera=scene.camera))  # a step in the making comes first
            self._go(scene, structure_ids, lambda camera: scene.viewpoints.frame(structure_ids, camera))

    def look_at(self, name: str, structure_ids: tuple[str, ...], places: tuple[Point, ...]) -> None:
        """See from one of the standard views, so close that these structures, with these places, fill the view; without
        any, all that there is.
        """
        scene = self._scene
        if scene is not None and structure_ids:
            scene.show(replace(self._state.view, camera=scene.camera))
            seen = scene.viewpoints
            self._go(scene, structure_ids, lambda _: seen.frame(structure_ids, seen.standard_view(name), places))
        else:
            self.look_from(name)

    def pose(self, structure_ids: tuple[str, ...], pose: Pose) -> None:
        """See structures, or a place, as a pose has it."""
        scene = self._scene
        if scene is not None:
            scene.show(replace(self._state.view, camera=scene.camera))

            def aim(camera: Camera) -> Camera:
                facing = scene.viewpoints.facing(structure_ids, pose.view) if pose.turned or pose.view else camera
                return scene.viewpoints.posed(structure_ids, facing, pose.height, pose.at)

            self._go(scene, structure_ids, aim)

    def face(self, straight: bool = False) -> None:
        """See the section's face: straight, or aslant where it is not well seen as it is."""
        scene = self._scene
        if scene is not None:
            scene.show(replace(self._state.view, camera=scene.camera))
            self._state.set_camera(scene.viewpoints.facing_section(straight))

    def fly_to(self, spot: Spot, height: float = SPOT_HEIGHT) -> None:
        """Bring a spot of the body into the middle, with so many mm around it in view."""
        from viewer.drawing import cameras

        scene = self._scene
        if scene is not None:

            def aim(camera: Camera) -> Camera:
                return cameras.toward(camera, spot.place, scene.normal_at(spot.structure, spot.place), height)

            self._go(scene, (spot.structure,), aim)

    def follow_up(self) -> None:
        """Aim again at what was not there, if all of it has come and nobody has turned to something else."""
        late, scene = self._late, self._scene
        if late is not None and scene is not None and not scene.lacks(late.ids):
            self._late = None
            if self._state.view.camera == late.camera:
                self._state.arrive(late.aim(late.camera))

    def _go(self, scene: Scene, ids: Collection[str], aim: Aim) -> None:
        camera = aim(scene.camera)
        self._late = _Late(ids, aim, camera) if scene.lacks(ids) else None
        self._state.set_camera(camera)
