"""A picture without a window, written as PNG.

It is written beside its goal first and moved there when whole, so a picture that was there is never half lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyvista as pv
from vtkmodules.vtkIOImage import vtkPNGWriter

from viewer.drawing.presentation import Presentation
from viewer.drawing.studio import WHITE, NoPictureError, Pixels, Studio
from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.view import View
from viewer.model.whole_file import write_whole

LETTERS_FOR = 1080  # a picture of this height has letters as on a screen; larger ones have larger letters
GROUNDS = ("dark", "light", "white")


@dataclass(frozen=True)
class Paper:
    """What a picture is drawn on: its ``size`` (width and height in pixels), one of the GROUNDS, whose inks are used,
    and whether that ground is left out (``transparent``).
    """

    size: tuple[int, int]
    ground: str = "dark"
    transparent: bool = False


def draw(  # noqa: PLR0913, PLR0917 - all that a picture is made of
    atlas: Atlas,
    meshes_folder: Path,
    view: View,
    view_name: str | None,
    paper: Paper,
    out: Path,
    tell: Callable[[int, int], object] = lambda _done, _of: None,
) -> dict[str, str]:
    """Writes what the window's 3D view would show. Returns the structures without a model and why.

    ``view_name`` is a standard view, None the first one; the view's own camera goes before it. ``tell`` hears how many
    parts are drawn. Raises NoPictureError and ManifestError.
    """
    with Studio(atlas, meshes_folder, paper.size) as studio:
        letters = studio.finer * max(1.0, paper.size[1] / LETTERS_FOR)
        presentation = Presentation(dark=paper.ground == "dark", pixel=letters)
        if paper.transparent:
            pixels = studio.cut_out(view, presentation, view_name, tell)
        else:
            pixels = studio.picture(view, presentation, view_name, WHITE if paper.ground == "white" else None, tell)
        write_png(out, pixels)
        return studio.scene.problems


def write_png(out: Path, pixels: Pixels) -> None:
    """Writes a picture (height, width, 3), or one that is seen through (height, width, 4). Raises NoPictureError."""
    try:
        write_whole(out, _png(pixels))
    except OSError as fault:
        told = tr("No picture: {file} cannot be written ({why}).").format(file=out, why=fault.strerror)
        raise NoPictureError(told) from fault


def _png(pixels: Pixels) -> bytes:
    image = pv.ImageData(dimensions=(pixels.shape[1], pixels.shape[0], 1))
    image.point_data["colour"] = pixels.reshape(-1, pixels.shape[2])
    image.GetPointData().SetActiveScalars("colour")
    writer = vtkPNGWriter()
    writer.SetInputData(image)
    writer.WriteToMemoryOn()
    writer.Write()
    return np.asarray(pv.convert_array(writer.GetResult())).tobytes()
