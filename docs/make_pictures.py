"""Draw every structure from four sides beside its names: ``python -m docs.make_pictures`` writes ``docs/structures``.

Each sheet has a row for a structure (small ones share a row), in the program's own light and materials. Of pairs it is
the right one. ``docs/structures.md`` shows the sheets.
"""

from __future__ import annotations

import io
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyvista as pv
from PIL import Image
from vtkmodules.vtkRenderingCore import vtkLight, vtkRenderWindow, vtkWindowToImageFilter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs.picture_sheets import FROM, SHEETS, Row, Sheet  # noqa: E402
from viewer import paths  # noqa: E402 - found once the root is on the path
from viewer.drawing import cameras, style  # noqa: E402
from viewer.drawing.flat.words import Script, Words  # noqa: E402
from viewer.drawing.frame import Frame  # noqa: E402
from viewer.drawing.mesh_files import MeshStore  # noqa: E402
from viewer.drawing.structures.structure_actor import Look, StructureActor  # noqa: E402
from viewer.model.annotations.load import load  # noqa: E402
from viewer.model.atlas.atlas import Atlas, Kind  # noqa: E402
from viewer.model.session.view import Camera  # noqa: E402
from viewer.model.whole_file import write_whole  # noqa: E402

OUT = ROOT / "docs" / "structures"
PAGE = ROOT / "docs" / "structures.md"
THEME = style.DARK
WIDE = 316  # pixels of a picture of one side
FINER = 2  # drawn so many times finer, then averaged
COLOURS = 256  # of a sheet, which keeps its file small
Pixels = npt.NDArray[np.uint8]


class Studio:
    """A small off-screen stage on which one row after the other is drawn."""

    def __init__(self, atlas: Atlas, store: MeshStore) -> None:
        self._atlas, self._store = atlas, store
        self._plotter = pv.Plotter(off_screen=True, lighting="none")
        self._window = _window(self._plotter)
        self._stage = self._plotter.renderer
        self._words = Words(self._stage)
        self._window.SetMultiSamples(4)
        lamp = vtkLight()
        lamp.SetLightTypeToHeadlight()
        self._stage.AddLight(lamp)
        self._stage.SetBackground(*THEME.bottom)

    def sheet(self, sheet: Sheet) -> Pixels:
        """All rows of a sheet, one below the other: (height, width, 3)."""
        return np.vstack([self._row(row) for row in sheet.rows])

    def close(self) -> None:
        """Gives the stage back."""
        self._plotter.close()

    def _row(self, row: Row) -> Pixels:
        structure_actors = [self._specimen(mesh) for mesh in row.meshes]
        for structure_actor in structure_actors:
            self._stage.AddActor(structure_actor.actor)
            structure_actor.follow(Look(), THEME, self._stage)
        views = [self._view(structure_actors, side, row) for side in row.sides]
        away = max(cameras.distance(view) for view in views)
        tiles = [
            self._tile(structure_actors, _from(view, away), FROM[side], row.tall)
            for view, side in zip(views, row.sides, strict=True)
        ]
        for structure_actor in structure_actors:
            self._stage.RemoveActor(structure_actor.actor)
        return np.hstack([self._names(row), *tiles])

    def _specimen(self, mesh: str) -> StructureActor:
        """What a mesh shows; a form of a structure looks as that structure does.

        The program only looks through the skin; here its relief is to be seen, so it is drawn as solid as the rest.
        """
        structure = self._atlas.structures[self._shown(mesh)[0]]
        solid = replace(structure, kind=Kind.LIGAMENT) if structure.kind is Kind.SKIN else structure
        return StructureActor(solid, self._store.load(mesh), None)

    def _shown(self, mesh: str) -> tuple[str, str]:
        """The structure that a mesh shows, and the name of the form it shows it in."""
        for variation in self._atlas.variations.values():
            for form in variation.forms:
                for side, name in form.meshes.items():
                    if name == mesh:
                        return variation.members[side], form.name
        return mesh, ""

    def _view(self, structure_actors: Sequence[StructureActor], side: str, row: Row) -> Camera:
        stand = style.STANDPOINTS[side]
        camera = Camera((0.0, 0.0, 0.0), stand.toward, stand.up, style.ANGLE)
        points = np.vstack([structure_actor.few_points() for structure_actor in structure_actors])
        return cameras.framed(points, camera, WIDE / row.tall, margin=0.09)

    def _tile(self, structure_actors: Sequence[StructureActor], camera: Camera, words: str, tall: int) -> Pixels:
        """One side of a row, with the words below it."""
        size = (WIDE * FINER, tall * FINER)
        away = cameras.distance(camera)
        frame = Frame(camera, size, float(FINER), 0.3 * away, 2.5 * away)
        self._window.SetSize(*size)
        self._stand(camera)
        self._stage.GetActiveCamera().SetClippingRange(frame.near, frame.far)
        for structure_actor in structure_actors:
            structure_actor.set_frame(frame)
        self._words.say("side", words, (12 * FINER, 14 * FINER), Script(13.0 * FINER, THEME.quiet))
        return self._drawn()

    def _names(self, row: Row) -> Pixels:
        """What the row shows, in English and Latin, on a tile of its own."""
        self._window.SetSize(WIDE * FINER, row.tall * FINER)
        height = row.tall - 30.0
        for number, (text, latin) in enumerate(self._lines(row)):
            script = Script((14.0 if latin else 17.0) * FINER, THEME.quiet if latin else THEME.ink, bold=not latin)
            self._words.say(f"line {number}", text, (18 * FINER, height * FINER), script)
            height -= 21 if latin else 23
        return self._drawn()

    def _lines(self, row: Row) -> Iterable[tuple[str, bool]]:
        """The lines of text beside a row, English ones first, and whether each is Latin."""
        shown = [self._shown(mesh) for mesh in row.meshes]
        for name, form in shown:
            structure = self._atlas.structures[name]
            title = f"{structure.title}: {form.lower()}" if form else structure.title
            yield from ((line, False) for line in textwrap.wrap(title, 29))
        for latin in dict.fromkeys(self._atlas.structures[name].latin for name, _ in shown):
            yield from ((line, True) for line in textwrap.wrap(latin, 36))

    def _stand(self, camera: Camera) -> None:
        eye = self._stage.GetActiveCamera()
        eye.SetPosition(*camera.position)
        eye.SetFocalPoint(*camera.focus)
        eye.SetViewUp(*camera.up)
        eye.SetViewAngle(camera.angle)

    def _drawn(self) -> Pixels:
        """The stage as it is now, (height, width, 3)."""
        self._words.settle()
        self._window.Render()
        reader = vtkWindowToImageFilter()
        reader.SetInput(self._window)
        reader.ReadFrontBufferOff()
        reader.ShouldRerenderOff()
        reader.SetInputBufferTypeToRGB()
        reader.Update()
        image = pv.ImageData(reader.GetOutput())
        width, height = image.dimensions[0] // FINER, image.dimensions[1] // FINER
        fine = np.array(image.active_scalars, np.uint8).reshape(height * FINER, width * FINER, 3)[::-1]
        return np.asarray(fine.reshape(height, FINER, width, FINER, 3).mean(axis=(1, 3)), np.uint8)


def _window(plotter: pv.Plotter) -> vtkRenderWindow:
    """The window of a plotter. Raises RuntimeError where nothing can be drawn."""
    window: vtkRenderWindow | None = plotter.render_window
    if window is None:
        raise RuntimeError("no pictures: there is no OpenGL here")
    return window


def _from(camera: Camera, away: float) -> Camera:
    """The same camera, standing so far from its focus: so all sides of a structure are drawn to one scale."""
    share = away / cameras.distance(camera)
    place = np.asarray(camera.focus) + share * (np.asarray(camera.position) - np.asarray(camera.focus))
    return replace(camera, position=tuple(place.tolist()))


def _write(pixels: Pixels, path: Path) -> None:
    image = Image.fromarray(pixels).quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.FLOYDSTEINBERG)
    content = io.BytesIO()
    image.save(content, format="PNG", optimize=True)
    write_whole(path, content.getvalue())


def _page(sheets: Iterable[Sheet]) -> str:
    """The text of docs/structures.md."""
    parts = [
        "# The structures from four sides\n",
        "Every mesh as the program draws it, beside its English and Latin names; of pairs the right one; the left has"
        " the same form, mirrored. The sides of a row share one scale."
        " `python -m docs.make_pictures` draws them anew.\n",
    ]
    parts += [f"## {sheet.heading}\n\n![{sheet.heading}](structures/{sheet.name}.png)\n" for sheet in sheets]
    return "\n".join(parts)


def _baked(store: MeshStore) -> Iterator[Sheet]:
    """The sheets with those of their rows whose meshes are all baked."""
    for sheet in SHEETS:
        rows = tuple(row for row in sheet.rows if set(row.meshes) <= set(store.ids()))
        if rows:
            yield replace(sheet, rows=rows)


def main() -> None:
    """Write every sheet, or those named on the command line, then the page that shows them all."""
    OUT.mkdir(exist_ok=True)
    store = MeshStore(paths.meshes_folder())
    sheets = tuple(_baked(store))
    studio = Studio(load(paths.annotations_file()), store)
    for sheet in sheets:
        if sheet.name in (sys.argv[1:] or [sheet.name]):
            _write(studio.sheet(sheet), OUT / f"{sheet.name}.png")
    studio.close()
    write_whole(PAGE, _page(sheets).encode("utf-8"))


if __name__ == "__main__":
    main()
