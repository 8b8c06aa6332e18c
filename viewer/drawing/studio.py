"""A stage without a window: the same scene, drawn off screen twice as fine and averaged, one view after another.

A large picture is drawn in tiles, so that it takes no more memory than a small one: 8K on a school's computer.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from ctypes.util import find_library
from dataclasses import replace
from pathlib import Path
from types import TracebackType

import numpy as np
import numpy.typing as npt
import pyvista as pv
import vtkmodules.vtkRenderingFreeType  # noqa: F401 - lets VTK write
from vtkmodules.vtkCommonCore import vtkLogger, vtkObject, vtkUnsignedCharArray
from vtkmodules.vtkCommonTransforms import vtkTransform
from vtkmodules.vtkRenderingCore import vtkRenderer, vtkRenderWindow
from vtkmodules.vtkRenderingOpenGL2 import vtkOSOpenGLRenderWindow

from viewer.drawing.flat.lettering import Pens
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.presentation import Presentation
from viewer.drawing.scene import Scene
from viewer.drawing.style import FIRST, Colour
from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.view import View

FINENESS = 2  # times finer than asked for, along each side
SAMPLES = 4  # per pixel of the fine picture, unless that is so large that it would take minutes
MOST_SAMPLED = 10_000_000  # fine pixels
LARGEST = 8192  # pixels along a side up to which pictures are drawn finer
MOST_PIXELS = 70_000_000  # of a picture: more would take more memory than a classroom's computer has
TILE = 4_000_000  # fine pixels that are drawn at once

Pixels = npt.NDArray[np.uint8]


class NoPictureError(Exception):
    """No picture could be made; the message says why and what to do."""


WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)


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
        self._fineness, self._stage = fineness, vtkRenderer()
        self._window = _window_of(self._stage)
        self.resize(size)
        self.scene = Scene(self._stage, atlas, store, pens(self._stage))

    def __enter__(self) -> Studio:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._window.Finalize()

    def resize(self, size: tuple[int, int]) -> None:
        """Draw pictures of so many pixels from now on. Raises NoPictureError."""
        _refuse_too_large(size)
        self._size = size
        self.finer = self._fineness if self._fineness * max(size) <= LARGEST else 1
        """How many pixels are drawn for one of the picture, along each side."""
        self._tiles = math.ceil(math.sqrt(size[0] * size[1] * self.finer**2 / TILE))
        self._window.SetSize(*self._tile)
        self._window.SetTileScale(self._tiles)
        self._window.SetMultiSamples(SAMPLES if size[0] * size[1] * self.finer**2 <= MOST_SAMPLED else 0)

    def aimed(self, view: View, view_name: str | None = None) -> View:
        """The view with a camera: its own, or that of a standard view; where none is named the first one, from which a
        section is seen too.
        """
        if view.camera is not None:
            return view
        self.scene.load(view)
        self.scene.camera = self.scene.viewpoints.standard_view(view_name or FIRST)
        camera = self.scene.camera if view_name else self.scene.viewpoints.facing_section(straight=False)
        return replace(view, camera=camera)

    def picture(
        self,
        view: View,
        presentation: Presentation,
        view_name: str | None = None,
        ground: Colour | None = None,
        tell: Callable[[int, int], object] = lambda _done, _of: None,
    ) -> Pixels:
        """A view's picture, (height, width, 3), first row lowest; ``aimed`` if it has no camera. ``ground`` is the
        presentation's unless told. Raises NoPictureError.
        """
        self._show(view, presentation, view_name, ground)
        whole = np.empty((self._size[1], self._size[0], 3), np.uint8)
        for number in range(self._tiles**2):
            tell(number, self._tiles**2)
            self._put(whole, number % self._tiles, number // self._tiles)
        return whole

    def cut_out(
        self,
        view: View,
        presentation: Presentation,
        view_name: str | None = None,
        tell: Callable[[int, int], object] = lambda _done, _of: None,
    ) -> Pixels:
        """A view's picture without a ground, (height, width, 4): what it looks like on black and on white says how much
        of the ground each pixel lets through.
        """
        many = 2 * self._tiles**2
        dark = self.picture(view, presentation, view_name, BLACK, lambda done, _: tell(done, many))
        pale = self.picture(view, presentation, view_name, WHITE, lambda done, of: tell(of + done, many))
        return _without_ground(dark, pale)

    def _show(self, view: View, presentation: Presentation, view_name: str | None, ground: Colour | None) -> None:
        self.scene.show(self.aimed(view, view_name), presentation)
        if ground is not None:
            self._stage.SetBackground(*ground)
            self._stage.SetBackground2(*ground)

    @property
    def _tile(self) -> tuple[int, int]:
        """Width and height of a tile in fine pixels, a whole number of the picture's."""
        width, height = (self.finer * math.ceil(side / self._tiles) for side in self._size)
        return width, height

    def _put(self, whole: Pixels, column: int, row: int) -> None:
        """Draw one tile into its place, the first row being the lowest of the picture."""
        share = 1.0 / self._tiles
        self._window.SetTileViewport(column * share, row * share, (column + 1) * share, (row + 1) * share)
        self._stage.GetActiveCamera().SetUserTransform(self._onto(column, row))
        self.scene.render()
        tile = _coarser(self._grab(), self.finer)
        left, under = column * tile.shape[1], row * tile.shape[0]
        room = whole[under : under + tile.shape[0], left : left + tile.shape[1]]
        room[:] = tile[: room.shape[0], : room.shape[1]]

    def _onto(self, column: int, row: int) -> vtkTransform | None:
        """What enlarges a tile's part of the view to all of it; the camera stays as it is."""
        if self._tiles == 1:
            return None
        enlarging = vtkTransform()
        enlarging.Translate(self._tiles - 1.0 - 2 * column, self._tiles - 1.0 - 2 * row, 0.0)
        enlarging.Scale(self._tiles, self._tiles, 1.0)
        return enlarging

    def _grab(self) -> Pixels:
        """The tile just drawn, (height, width, 3), first row lowest. Raises NoPictureError."""
        width, height = self._tile
        found = vtkUnsignedCharArray()
        self._window.GetPixelData(0, 0, width - 1, height - 1, 0, found, 0)
        if found.GetNumberOfTuples() != width * height:
            raise NoPictureError(_too_large(self._size))
        return np.asarray(pv.convert_array(found), np.uint8).reshape(height, width, 3)


def _refuse_too_large(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise NoPictureError(_too_large(size))


def _too_large(size: tuple[int, int]) -> str:
    told = tr("No picture: {width} x {height} pixels are more than can be drawn here. Ask for fewer.")
    return told.format(width=size[0], height=size[1])


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


def _without_ground(dark: Pixels, pale: Pixels) -> Pixels:
    """What was drawn on black and on white, as colour and cover (height, width, 4)."""
    whole = np.empty((*dark.shape[:2], 4), np.uint8)
    for row, (black, white) in enumerate(zip(dark, pale, strict=True)):  # row by row: a large one fits into the memory
        colour = black.astype(np.float32)
        cover = 255 - np.clip(white - colour, 0, 255).mean(axis=1, keepdims=True)
        whole[row, :, :3] = np.clip(np.round(255 * colour / np.maximum(cover, 1)), 0, 255)
        whole[row, :, 3:] = np.round(cover)
    return whole


def _coarser(pixels: Pixels, finer: int) -> Pixels:
    """Each block of ``finer`` x ``finer`` pixels averaged into one."""
    height, width = pixels.shape[0] // finer, pixels.shape[1] // finer
    if finer == 1:
        return pixels
    sums = pixels.reshape(height, finer, width, finer, 3).sum(axis=(1, 3), dtype=np.uint16)
    return np.asarray((sums + finer**2 // 2) // finer**2, np.uint8)
