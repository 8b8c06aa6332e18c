"""A stage without a window: the same scene, drawn off screen twice as fine and averaged, one view after another."""

from __future__ import annotations

from collections.abc import Callable
from ctypes.util import find_library
from dataclasses import replace
from pathlib import Path
from types import TracebackType

import numpy as np
import numpy.typing as npt
import pyvista as pv
from vtkmodules.vtkCommonCore import vtkLogger, vtkObject
from vtkmodules.vtkRenderingCore import vtkRenderer, vtkRenderWindow, vtkWindowToImageFilter
from vtkmodules.vtkRenderingOpenGL2 import vtkOSOpenGLRenderWindow

from viewer.drawing.flat.lettering import Pens
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.presentation import Presentation
from viewer.drawing.scene import Scene
from viewer.drawing.style import FIRST
from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.view import View

FINENESS = 2  # times finer than asked for, along each side
SAMPLES = 4  # per pixel of the fine picture, unless that is so large that it would take gigabytes
MOST_SAMPLED = 10_000_000  # fine pixels
LARGEST = 8192  # pixels along a side up to which pictures are drawn finer
MOST_PIXELS = 70_000_000  # of a picture: more would take more memory than a classroom's computer has

Pixels = npt.NDArray[np.uint8]


class NoPictureError(Exception):
    """No picture could be made; the message says why and what to do."""


class Studio:
    """A ``scene`` off screen for pictures of ``size`` (width, height) pixels; every mesh is read once. Close it."""

    def __init__(
        self,
        atlas: Atlas,
        meshes_folder: Path,
        size: tuple[int, int],
        pens: Callable[[vtkRenderer], Pens | None] = lambda _: None,
        fineness: int = FINENESS,
    ) -> None:
        """``pens`` makes those that draw the flat layer of a stage; drawn is ``fineness`` times finer than asked for.
        Raises NoPictureError and ManifestError.
        """
        store = MeshStore(meshes_folder)
        _refuse_too_large(size)
        stage = vtkRenderer()
        self._window = _window_of(stage)
        self._fineness, self._size, self.finer = fineness, size, 1
        """How many pixels are drawn for one of the picture, along each side."""
        self.resize(size)
        self.scene = Scene(stage, atlas, store, pens(stage))

    def __enter__(self) -> Studio:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._window.Finalize()

    def resize(self, size: tuple[int, int]) -> None:
        """Draw pictures of so many pixels from now on. Raises NoPictureError."""
        _refuse_too_large(size)
        self._size, self.finer = size, self._fineness if self._fineness * max(size) <= LARGEST else 1
        self._window.SetSize(size[0] * self.finer, size[1] * self.finer)
        self._window.SetMultiSamples(SAMPLES if size[0] * size[1] * self.finer**2 <= MOST_SAMPLED else 0)

    def aimed(self, view: View, view_name: str | None = None) -> View:
        """The view with a camera: its own, or that of a standard view, the first one where none is named."""
        if view.camera is not None:
            return view
        self.scene.load(view)
        return replace(view, camera=self.scene.standard_view(view_name or FIRST))

    def picture(self, view: View, presentation: Presentation, view_name: str | None = None) -> Pixels:
        """A view's picture, (height, width, 3), first row lowermost; it is ``aimed`` if it has no camera. Raises
        NoPictureError.
        """
        self.scene.show(self.aimed(view, view_name), presentation)
        self.scene.render()
        return _coarser(_grab(self._window, self._size, self.finer), self.finer)


def _too_large(size: tuple[int, int]) -> str:
    told = tr("No picture: {width} x {height} pixels are more than can be drawn here. Ask for fewer.")
    return told.format(width=size[0], height=size[1])


def _refuse_too_large(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise NoPictureError(_too_large(size))


def _window_of(stage: vtkRenderer) -> vtkRenderWindow:
    """An off-screen window for a stage. Raises NoPictureError where nothing can draw."""
    talkative = bool(vtkObject.GetGlobalWarningDisplay())
    vtkObject.GlobalWarningDisplayOff()  # VTK's own words on a missing display would only bury ours
    vtkLogger.SetStderrVerbosity(vtkLogger.VERBOSITY_OFF)
    try:
        window = vtkRenderWindow()
        window.SetOffScreenRendering(True)
        window.AddRenderer(stage)
        if not _can_draw(window):
            told = tr("No picture: there is no OpenGL here. Install a graphics driver or Mesa (libegl1, libgl1).")
            raise NoPictureError(told)
    finally:
        vtkObject.SetGlobalWarningDisplay(talkative)
        vtkLogger.SetStderrVerbosity(vtkLogger.VERBOSITY_WARNING)
    return window


def _can_draw(window: vtkRenderWindow) -> bool:
    """Whether a window has OpenGL behind it. VTK's last resort says yes even where its library is missing, and
    crashes when it is used."""
    if isinstance(window, vtkOSOpenGLRenderWindow):
        return find_library("OSMesa") is not None
    return bool(window.SupportsOpenGL())


def _grab(window: vtkRenderWindow, size: tuple[int, int], finer: int) -> Pixels:
    """The frame just drawn, (height, width, 3), first row lowermost. Raises NoPictureError."""
    reader = vtkWindowToImageFilter()
    reader.SetInput(window)
    reader.ReadFrontBufferOff()
    reader.ShouldRerenderOff()
    reader.SetInputBufferTypeToRGB()
    reader.Update()
    image = pv.ImageData(reader.GetOutput())
    width, height = size[0] * finer, size[1] * finer
    if image.dimensions != (width, height, 1):
        raise NoPictureError(_too_large(size))
    return np.asarray(image.active_scalars, np.uint8).reshape(height, width, 3)


def _coarser(pixels: Pixels, finer: int) -> Pixels:
    """Each block of ``finer`` x ``finer`` pixels averaged into one."""
    height, width = pixels.shape[0] // finer, pixels.shape[1] // finer
    if finer == 1:
        return pixels
    sums = pixels.reshape(height, finer, width, finer, 3).sum(axis=(1, 3), dtype=np.uint16)
    return np.asarray((sums + finer**2 // 2) // finer**2, np.uint8)
