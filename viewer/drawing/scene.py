"""The stage: one actor per structure, made to follow a View.

Everything shown derives from (atlas, view); showing the same view again changes nothing. ``show`` never draws:
whoever asked for the change calls ``render`` once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt
import pyvista as pv
from vtkmodules.vtkRenderingCore import vtkLight, vtkRenderer, vtkRenderWindow

from viewer.drawing import cameras, style
from viewer.drawing.mesh_files import MeshProblem, MeshStore
from viewer.drawing.picking import Hit, Rays
from viewer.drawing.specimen import Frame, Look, Specimen
from viewer.model.atlas import Atlas, Kind, Point
from viewer.model.view import Camera, View

Progress = Callable[[int, int], None]


class Scene:
    """The structures of an atlas in a plotter's view. ``problems`` says why structures have no model."""

    def __init__(self, plotter: pv.Plotter, atlas: Atlas, store: MeshStore) -> None:
        self.problems: dict[str, str] = {}
        self._plotter, self._atlas, self._store = plotter, atlas, store
        self._specimens: dict[str, Specimen] = {}
        self._rays = Rays({})
        self._view = View()
        self._theme = style.DARK
        self._pixel = 1.0
        self._light_up()
        self.set_theme(dark=True)

    def load(self, progress: Progress | None = None) -> None:
        """Reads every structure's mesh and puts it on the stage, skin last. Does not draw."""
        wanted = sorted(self._atlas.structures.values(), key=lambda structure: structure.kind is Kind.SKIN)
        for done, structure in enumerate(wanted):
            try:
                mesh = self._store.load(structure.id)
            except MeshProblem as problem:
                self.problems[structure.id] = problem.reason
            else:
                self._add(Specimen(structure, mesh, self._store.load_light(structure.id)))
            if progress is not None:
                progress(done + 1, len(wanted))
        self._rays = Rays({structure_id: one.mesh for structure_id, one in self._specimens.items() if not one.is_skin})

    def show(self, view: View) -> None:
        """Makes everything on the stage follow a view. Does not draw."""
        self._view = view
        for structure_id, specimen in self._specimens.items():
            specimen.follow(self._look(structure_id), self._theme, self._stage)
        if view.camera is not None and view.camera != self.camera:
            self.camera = view.camera

    def render(self) -> None:
        """Draws one frame."""
        self._prepare_frame()
        self._window.Render()

    def pick(self, x: float, y: float) -> Hit | None:
        """What is shown at a display pixel (origin lower left), the skin never in the way; None for the ground."""
        start, end = self._world(x, y, 0.0), self._world(x, y, 1.0)
        return self._rays.first(start, end, self._shown())

    def project(self, point: Point) -> tuple[float, float]:
        """The display pixel (origin lower left) of a body point."""
        self._stage.SetWorldPoint(*point, 1.0)
        self._stage.WorldToDisplay()
        x, y, _ = self._stage.GetDisplayPoint()
        return x, y

    @property
    def camera(self) -> Camera:
        """Where the viewer stands now."""
        eye = self._stage.GetActiveCamera()
        return Camera(eye.GetPosition(), eye.GetFocalPoint(), eye.GetViewUp(), eye.GetViewAngle())

    @camera.setter
    def camera(self, camera: Camera) -> None:
        eye = self._stage.GetActiveCamera()
        eye.SetPosition(*camera.position)
        eye.SetFocalPoint(*camera.focus)
        eye.SetViewUp(*camera.up)
        eye.SetViewAngle(camera.angle)

    def standard_view(self, name: str) -> Camera:
        """One of style.STANDPOINTS, framed on the muscles (or on everything, where there are none)."""
        stand = style.STANDPOINTS[name]
        camera = Camera((0.0, 0.0, 0.0), stand.toward, stand.up, style.ANGLE)
        muscles = [structure_id for structure_id, one in self._specimens.items() if one.structure.kind is Kind.MUSCLE]
        return cameras.framed(self._points(muscles or self._specimens), camera, self._aspect)

    def frame(self, ids: Iterable[str]) -> Camera:
        """The camera that looks as now, with these structures filling the view; unchanged where none has a model."""
        known = [structure_id for structure_id in ids if structure_id in self._specimens]
        return cameras.framed(self._points(known), self.camera, self._aspect, 0.14) if known else self.camera

    def set_moving(self, moving: bool) -> None:
        """Light meshes and quick edges while the camera moves, everything when it rests. Does not draw."""
        quality = style.MOVING if moving else style.AT_REST
        self._stage.SetUseFXAA(quality.fxaa)
        for specimen in self._specimens.values():
            specimen.set_light(quality.light)

    def set_theme(self, dark: bool) -> None:
        """Dark slate or paper white. Does not draw."""
        self._theme = style.DARK if dark else style.LIGHT
        self._stage.SetBackground(*self._theme.bottom)
        self._stage.SetBackground2(*self._theme.top)
        self._stage.SetGradientBackground(True)
        self.show(self._view)

    @property
    def _stage(self) -> vtkRenderer:
        stage: vtkRenderer = self._plotter.renderer
        return stage

    @property
    def _window(self) -> vtkRenderWindow:
        window: vtkRenderWindow | None = self._plotter.render_window
        if window is None:
            raise RuntimeError("the plotter was closed")
        return window

    @property
    def _size(self) -> tuple[int, int]:
        width, height = self._window.GetSize()
        return max(width, 1), max(height, 1)

    @property
    def _aspect(self) -> float:
        width, height = self._size
        return width / height

    def _light_up(self) -> None:
        """One headlight makes VTK hand the normals to our own studio light; it lights nothing itself."""
        self._stage.RemoveAllLights()
        lamp = vtkLight()
        lamp.SetLightTypeToHeadlight()
        self._stage.AddLight(lamp)

    def _add(self, specimen: Specimen) -> None:
        self._specimens[specimen.structure.id] = specimen
        self._stage.AddActor(specimen.actor)
        specimen.follow(self._look(specimen.structure.id), self._theme, self._stage)

    def _shown(self) -> list[str]:
        return [structure_id for structure_id in self._specimens if self._view.shows(structure_id)]

    def _look(self, structure_id: str) -> Look:
        view = self._view
        selected = structure_id in view.selection
        rest = bool(view.selection) and not selected
        return Look(view.shows(structure_id), selected, style.RECEDE if rest else 0.0, rest and view.ghost)

    def _points(self, ids: Iterable[str]) -> npt.NDArray[np.float64]:
        """Some points (n, 3) of structures, enough to frame them."""
        meshes = (self._specimens[structure_id].mesh for structure_id in ids)
        parts = [np.asarray(mesh.points[:: max(1, mesh.n_points // 400)], float) for mesh in meshes]
        return np.vstack(parts) if parts else np.array([[-100.0, -100.0, -100.0], [100.0, 100.0, 100.0]])

    def _world(self, x: float, y: float, depth: float) -> npt.NDArray[np.float64]:
        self._stage.SetDisplayPoint(x, y, depth)
        self._stage.DisplayToWorld()
        place = np.array(self._stage.GetWorldPoint())
        return np.asarray(place[:3] / place[3])

    def _prepare_frame(self) -> None:
        """What depends on camera and size: the depth range, the width of outlines."""
        eye = self._stage.GetActiveCamera()
        near, far = self._depth_range()
        eye.SetClippingRange(near, far)
        width, height = self._size
        away = eye.GetDistance()
        millimetre = 2 * far * near / ((far - near) * away * away)
        frame = Frame((width / 2, height / 2), self._pixel, millimetre)
        for specimen in self._specimens.values():
            specimen.set_frame(frame)

    def _depth_range(self) -> tuple[float, float]:
        """Near and far planes around everything on the stage, whatever is shown, so that depth never jumps."""
        boxes = [tuple(one.mesh.bounds) for one in self._specimens.values()] or [(-1.0, 1.0) * 3]
        corners = np.array(boxes).reshape(-1, 3, 2)
        low, high = corners[:, :, 0].min(axis=0), corners[:, :, 1].max(axis=0)
        radius = float(np.linalg.norm(high - low)) / 2 + 10.0
        middle = math.dist((low + high) / 2, self.camera.position)
        return max(middle - radius, 0.004 * (middle + radius), 1.0), middle + radius
