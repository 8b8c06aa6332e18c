"""What a class sees on the projector: every word high and clear enough, what is chosen plain without any hue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import pyvista as pv

from tests.drawing.conftest import Picture, Stage
from tests.first_wave import beyond
from viewer.drawing.flat.words import Align, Script, Words
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.scene import Scene
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Atlas, Kind
from viewer.model.finger.press import Press
from viewer.model.session.view import View

ROOT = Path(__file__).parents[2]
SIZE = (1024, 768)
CHOSEN = "psoas_major_left"
CAPTION = (
    "The psoas major arises from the bodies and discs of T12 to L5, and from the transverse processes behind; "
    "the lumbar plexus lies between both layers."
)
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
"""Linear light as these eyes have it (Machado, Oliveira and Fernandes, 2009)."""
Floats = npt.NDArray[np.float64]
Said = tuple[str, tuple[float, float], Script]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(ROOT / "annotations.json")


@pytest.fixture(scope="module")
def body(atlas: Atlas) -> Iterator[Stage]:
    plotter = pv.Plotter(off_screen=True, window_size=list(SIZE), lighting="none")
    assert plotter.render_window is not None
    plotter.render_window.SetMultiSamples(0)
    scene = Scene(plotter.renderer, atlas, MeshStore(ROOT / "meshes" / "baked"))
    scene.load(View(hidden=beyond(atlas)))
    scene.camera = scene.viewpoints.standard_view("first")
    yield Stage(scene, plotter)
    plotter.close()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[str, Said]:
    """What was written into the picture: by its key the words, their place and how they look."""
    found: dict[str, Said] = {}
    write = Words.say

    def say(self: Words, key: str, text: str, place: tuple[float, float], script: Script) -> None:
        found[key] = (text, place, script)
        write(self, key, text, place, script)

    monkeypatch.setattr(Words, "say", say)
    return found


def light(picture: Picture | Floats) -> Floats:
    """Linear light (…, 3) of a picture's colours."""
    share = np.asarray(picture, float) / 255.0
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def luminance(linear: Floats) -> Floats:
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def contrast(one: Floats, other: Floats) -> Floats:
    """Contrast (…) of two luminances, from 1 to 21."""
    bright, dark = np.maximum(one, other), np.minimum(one, other)
    return (bright + 0.05) / (dark + 0.05)


def around(body: Stage, said: Said) -> tuple[slice, slice]:
    """The rows and columns of a picture in which a text stands."""
    text, (x, y), script = said
    width, height = body.scene._lettering._words.measure(text, script)
    left = x - {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[script.align] * width
    pad = 2 if script.ground or script.align is not Align.CENTRE else -1
    rows = slice(round(y - height / 2) - pad, round(y + height / 2) + pad + 1)
    return rows, slice(round(left) - pad, round(left + width) + pad + 1)


def ink_of(crop: Picture, script: Script) -> npt.NDArray[np.bool_]:
    return np.asarray(np.abs(crop - 255 * np.array(script.colour)).max(axis=2) < 40)


def grown(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """With two pixels around, which are neither ink nor ground."""
    wide = np.pad(mask, 2)
    rolled = [np.roll(wide, (y, x), (0, 1)) for y in range(-2, 3) for x in range(-2, 3)]
    return np.asarray(np.any(rolled, axis=0)[2:-2, 2:-2])


def full(atlas: Atlas, body: Stage) -> View:
    """All that can be written: names, badge, marks, a finger's depth."""
    press = body.scene.press_at(330, 520)
    assert press is not None
    finger = Press(press.start, press.way, 20.0)
    absent = frozenset(["psoas_minor_left"])
    return View(hidden=beyond(atlas), labels=True, selection=(CHOSEN,), absent=absent, finger=finger)


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("caption", ["", CAPTION])
def test_every_word_is_high_and_clear_enough(
    atlas: Atlas, body: Stage, said: dict[str, Said], dark: bool, caption: str
) -> None:
    body.present(projector=True, dark=dark, caption=caption)
    picture = body.draw(full(atlas, body))
    assert {"caption", "badge 0", "side 0.0", "finger", CHOSEN, "vertebra_L3", "star A"} <= said.keys()
    for key, one in said.items():
        crop = picture[around(body, one)]
        ink = ink_of(crop, one[2])
        rows, lines = np.flatnonzero(ink.any(axis=1)), one[0].count("\n") + 1
        assert (rows.max() - rows.min() + 1) / lines >= 0.03 * SIZE[1], (key, one[0])
        ground, colour = luminance(light(crop[~grown(ink)])), luminance(light(crop[ink]))
        assert len(ground) > 30, key
        assert contrast(np.median(colour), ground).min() >= 7.0, (key, one[0])


def seen_by(picture: Picture, eyes: str) -> Floats:
    """The luminance of a picture as these eyes see it, or as a beamer in a bright room or a grey print shows it."""
    linear = light(picture)
    if eyes in ("deuteranopia", "protanopia"):
        matrix = DEUTERANOPIA if eyes == "deuteranopia" else PROTANOPIA
        return luminance(np.clip(linear @ np.array(matrix).T, 0.0, 1.0))
    return luminance(linear)


def edges(body: Stage, structure_id: str) -> list[tuple[int, int]]:
    """Rows of the picture with the rightmost column in which a structure is seen there."""
    points = body.scene._standing[structure_id].mesh.points[::40]
    places = np.array([body.scene.project(tuple(point)) for point in points.tolist()])
    (left, low), (right, high) = places.min(axis=0), places.max(axis=0)
    found = []
    for y in range(int(max(low, 130)), int(min(high, SIZE[1])), 24):
        spots = ((x, body.scene.pick(x, y)) for x in range(int(right) + 2, int(left) - 2, -2))
        found += [(y, x) for x, spot in spots if spot is not None and spot.structure == structure_id][:1]
    return found


def middling(body: Stage, seen: Floats, structure_id: str) -> float:
    """The luminance of a structure where it is to be seen."""
    points = body.scene._standing[structure_id].mesh.points[::60]
    places = [body.scene.project(tuple(point)) for point in points.tolist()]
    spots = [(x, y, body.scene.pick(x, y)) for x, y in places if 0 < x < SIZE[0] and 0 < y < SIZE[1]]
    found = [seen[int(y), int(x)] for x, y, spot in spots if spot is not None and spot.structure == structure_id]
    assert len(found) >= 10, structure_id
    return float(np.median(found))


@pytest.mark.parametrize("eyes", ["grey", "deuteranopia", "protanopia"])
@pytest.mark.parametrize("dark", [True, False])
def test_what_is_chosen_is_plain_without_any_hue(atlas: Atlas, body: Stage, dark: bool, eyes: str) -> None:
    view = View(hidden=beyond(atlas), overlays=False, selection=(CHOSEN,))
    body.present(projector=True, dark=dark, caption="")
    seen = seen_by(body.draw(view), eyes)
    places = edges(body, CHOSEN)
    across = [seen[y, x - 3 : x + 14] for y, x in places]
    steps = np.array([contrast(line.max(), line.min()) for line in across])
    assert len(steps) >= 15
    assert steps.min() >= 1.6, "a step all along its edge"
    assert (steps >= 7.0).mean() >= 0.4, "a light line in a dark one, wherever nothing lies before it"
    twin, own = (middling(body, seen, name) for name in ("psoas_major_right", CHOSEN))
    assert contrast(np.float64(own), np.float64(twin)) >= 1.6
    assert (own > twin) is dark


PALE_AND_DEEP = {"abdominal_aorta": "inferior_vena_cava", "vertebra_L4": CHOSEN}


@pytest.mark.parametrize("dark", [True, False])
def test_tissues_differ_in_lightness(atlas: Atlas, body: Stage, dark: bool) -> None:
    vessels = {one.id for one in atlas.structures.values() if one.kind in (Kind.ARTERY, Kind.VEIN)}
    body.present(projector=True, dark=dark, caption="")
    picture = body.draw(View(hidden=beyond(atlas) - vessels, overlays=False))
    for eyes in ("grey", "deuteranopia", "protanopia"):
        seen = seen_by(picture, eyes)
        for pale, deep in PALE_AND_DEEP.items():
            one, other = (np.float64(middling(body, seen, name)) for name in (pale, deep))
            assert one > other, (eyes, pale)
            assert contrast(one, other) >= 1.4, (eyes, pale)


def test_no_name_points_at_what_lies_under_the_caption(atlas: Atlas, body: Stage) -> None:
    thighs = body.scene.viewpoints.frame(("femur_left", "femur_right"), body.scene.viewpoints.standard_view("anterior"))
    position, focus = ((x, y, z + 110.0) for x, y, z in (thighs.position, thighs.focus))
    higher = replace(thighs, position=position, focus=focus)
    view, low = View(hidden=beyond(atlas), labels=True, selection=("femur_left", "femur_right"), camera=higher), {}
    for caption in ("", CAPTION):
        body.present(projector=True, caption=caption)
        body.draw(view)
        boxes = [box for key, _, box, _ in body.scene._lettering._notices(body.scene._frame()) if key == "caption"]
        named = body.scene._lettering.named
        assert len(named) >= 4
        low[caption] = [body.scene.project(one.point)[1] for one in named]
    assert min(low[CAPTION]) > boxes[0][3] > min(low[""])
