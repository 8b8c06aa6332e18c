from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import pyvista as pv
from vtkmodules.vtkRenderingCore import vtkWindowToImageFilter

from tests.drawing import spheres
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.presentation import Presentation
from viewer.drawing.scene import Scene
from viewer.model.atlas.atlas import Atlas, Point
from viewer.model.session.view import View

Picture = npt.NDArray[np.int64]


class Stage:
    """A scene with the means to look at what it drew."""

    def __init__(self, scene: Scene, plotter: pv.Plotter) -> None:
        self.scene, self.plotter = scene, plotter
        self._presentation = Presentation()

    def present(self, **aspects: Any) -> None:
        """Presents what is shown another way from now on: any aspects of a Presentation."""
        self._presentation = replace(self._presentation, **aspects)

    def draw(self, view: View) -> Picture:
        """The picture of a view, (height, width, 3), first row lowest as in display pixels."""
        self.scene.show(view, self._presentation)
        self.scene.render()
        reader = vtkWindowToImageFilter()
        reader.SetInput(self.plotter.render_window)
        reader.ReadFrontBufferOff()
        reader.ShouldRerenderOff()
        reader.Update()
        image = pv.ImageData(reader.GetOutput())
        return np.asarray(image.active_scalars, int).reshape(image.dimensions[1], image.dimensions[0], 3)

    def colour_at(self, picture: Picture, place: Point) -> Picture:
        x, y = self.scene.project(place)
        return np.asarray(picture[int(y), int(x)])


Opener = Callable[..., Stage]


@pytest.fixture
def open_stage(caplog: pytest.LogCaptureFixture) -> Iterator[Opener]:
    """Opens stages off screen; closes them after the test, which fails if VTK complained (of a shader, say)."""
    opened: list[pv.Plotter] = []

    def _open(atlas: Atlas, folder: Path, size: tuple[int, int] = (320, 240), view: View | None = None) -> Stage:
        plotter = pv.Plotter(off_screen=True, window_size=list(size), lighting="none")
        opened.append(plotter)
        assert plotter.render_window is not None
        plotter.render_window.SetMultiSamples(0)
        scene = Scene(plotter.renderer, atlas, MeshStore(folder))
        scene.load(view)
        scene.camera = scene.viewpoints.standard_view("anterior")
        return Stage(scene, plotter)

    yield _open
    for plotter in opened:
        plotter.close()
    assert [record.getMessage() for record in caplog.get_records("call") if record.levelname == "ERROR"] == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return spheres.write(tmp_path, spheres.bodies())


@pytest.fixture
def store(folder: Path) -> Path:
    """A folder of small meshes, one of them with a proxy."""
    table = json.loads((folder / "manifest.json").read_text())["meshes"]
    table["stone"]["proxy"] = spheres.entry(folder / "rope.vtp", 10)
    spheres.write_manifest(folder, table)
    return folder


@pytest.fixture
def stage(open_stage: Opener, folder: Path) -> Stage:
    """The three spheres from the front, all of them in view."""
    stage = open_stage(spheres.atlas(), folder)
    stage.scene.camera = stage.scene.viewpoints.frame(("stone", "rope"))
    return stage
