"""Each scene of a lesson as a picture in a folder: 1.png, 2.png and so on, as the 3D view shows it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from viewer.arguments import Refused
from viewer.drawing.mesh_files import ManifestError
from viewer.drawing.picture import LETTERS_FOR, write_png
from viewer.drawing.presentation import Presentation
from viewer.drawing.studio import NoPictureError, Studio
from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.takeaway.lesson import lesson
from viewer.takeaway.progress import say


def run(asked: Namespace, atlas: Atlas) -> None:
    """Draw all of them, and say how far it is. Raises Refused."""
    scenes = lesson(asked, atlas).scenes
    _make(asked.pictures)
    try:
        with Studio(atlas, asked.meshes, asked.size) as studio:
            presentation = Presentation(
                dark=asked.ground == "dark", pixel=studio.finer * max(1.0, asked.size[1] / LETTERS_FOR)
            )
            for number, scene in enumerate(scenes, start=1):
                write_png(asked.pictures / f"{number}.png", studio.picture(scene.view, presentation))
                say(number, len(scenes))
    except (ManifestError, NoPictureError) as error:
        raise Refused(error) from error


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        told = tr("No pictures: the folder {folder} cannot be made ({why}).")
        raise Refused(told.format(folder=folder, why=fault.strerror)) from fault
