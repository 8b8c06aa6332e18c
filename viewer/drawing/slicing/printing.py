"""Faces as one mesh for the graphics card: what fills them, what surrounds them, their rims, each over the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from viewer.drawing.slicing.axes import Axes
from viewer.drawing.slicing.cap_shading import Grain
from viewer.drawing.slicing.faces import Face, ways_in
from viewer.drawing.slicing.filling import OVERLAP, filled
from viewer.drawing.slicing.handle import Handle
from viewer.drawing.slicing.inks import Ink, seen
from viewer.drawing.structures.structure_actor import Look
from viewer.drawing.style import Colour, Theme

Floats = npt.NDArray[np.float32]
Quads = npt.NDArray[np.float64]
Band = tuple[Quads, Quads]
"""Quads (n, 4, 2) along an outline, and the ways in which their corners are moved."""
RIM = 1.5  # pixels at 100 %
BORDER, LIT_BORDER = 2.2, 3.6  # pixels of the frame around the plane
OF_THICKNESS = 0.7  # of a face's half thickness that a rim may take
LAYERS = 3  # ranks of one face: its inside, what surrounds it, its rim


@dataclass(frozen=True, eq=False)
class Slice:
    """One structure's face, and how it is printed; ``shade`` is how light its tissue is."""

    structure: str
    face: Face
    ink: Ink
    look: Look
    shade: float = 1.0


@dataclass
class Print:
    """Quads one after another, four vertices each: where they lie in the plane, and what the shaders want to know."""

    places: list[npt.NDArray[np.float64]] = field(default_factory=list)
    inward: list[npt.NDArray[np.float64]] = field(default_factory=list)
    colours: list[npt.NDArray[np.uint8]] = field(default_factory=list)
    caps: list[Floats] = field(default_factory=list)

    def add(
        self, quads: npt.NDArray[np.float64], inward: npt.NDArray[np.float64], colour: Colour, caps: Floats
    ) -> None:
        """Quads (n, 4, 2) of one colour; ``caps`` (4, 4) says for each of their corners what the shaders know."""
        count = len(quads)
        self.places.append(quads.reshape(-1, 2))
        self.inward.append(inward.reshape(-1, 2))
        self.colours.append(np.tile(np.round(255 * np.array(colour)).astype(np.uint8), (4 * count, 1)))
        self.caps.append(np.tile(caps, (count, 1)))


def printed(slices: Sequence[Slice], theme: Theme, overlap: float = OVERLAP) -> Print:
    """All of some slices, the first lowest; what fills them overlaps by so many mm, which is seen where it is clear."""
    made, faces = Print(), [one.face for one in slices]
    (quads, owners), inward = filled(faces, overlap), ways_in(faces)
    ends = np.searchsorted(owners, np.arange(len(slices) + 1))
    for number, one in enumerate(slices):
        mine, band = quads[ends[number] : ends[number + 1]], _band(one.face, inward[number])
        _print(made, one, mine, band, float(LAYERS * number), theme)
    for one, way in zip(slices, inward, strict=True):
        if one.look.chosen:
            _mark_chosen(made, _band(one.face, way, around=True), float(LAYERS * len(slices)), theme)
    return made


def _print(made: Print, one: Slice, inside: Quads, band: Band, rank: float, theme: Theme) -> None:  # noqa: PLR0913, PLR0917
    """What is within a face, what surrounds it, and its rim."""
    body, shell, edge = (seen(colour, one.look, theme, one.shade) for colour in one.ink.colours)
    made.add(inside, np.zeros_like(inside), body, _caps(rank, (0.0,) * 4, 0.0, one.ink.grain))
    most, wall = OF_THICKNESS * one.face.area / max(one.face.length, 1e-6), one.ink.wall
    if wall:
        made.add(*band, shell, _caps(rank + 1, (0.0, 0.0, wall, wall), most, Grain.NONE))
    made.add(*band, edge, _caps(rank + 2, (0.0, 0.0, -RIM, -RIM), most, Grain.RIM))


def _mark_chosen(made: Print, band: Band, rank: float, theme: Theme) -> None:
    """The line of a theme, and where it has two the other one around it."""
    width = theme.outline_width
    made.add(*band, theme.outline, _caps(rank + 1, (-width / 2, -width / 2, -width, -width), 100.0, Grain.RIM))
    if theme.rim is not None:
        made.add(*band, theme.rim, _caps(rank, (-1.5 * width, -1.5 * width, 0.0, 0.0), 100.0, Grain.RIM))


def bordered(handle: Handle, theme: Theme) -> Print:
    """The frame around a plane."""
    made, corners = Print(), handle.corners()
    face = Face(corners, np.column_stack((np.arange(4), np.roll(np.arange(4), -1))))
    width = LIT_BORDER if handle.lit else BORDER
    caps = _caps(0.0, (0.0, 0.0, -width, -width), 100.0, Grain.RIM)
    made.add(*_band(face, face.inward), theme.outline if handle.lit else theme.leader, caps)
    return made


def _caps(rank: float, reaches: Sequence[float], most: float, grain: Grain) -> Floats:
    return np.array([(rank, reach, most, float(grain)) for reach in reaches], np.float32)


def _band(face: Face, inward: Quads, around: bool = False) -> Band:
    """A band along a face's outline; ``around``: its outer edge is moved outwards too."""
    begin, end = face.pieces.T
    corners = np.column_stack((begin, end, end, begin))
    ways = inward[corners]
    if around:
        ways[:, :2] *= -1
    return face.places[corners], ways


def vertices(made: Print, axes: Axes) -> tuple[Floats, Floats, npt.NDArray[np.uint8], Floats]:
    """Points (n, 3), ways inward (n, 3), colours (n, 3) and caps (n, 4), n a multiple of four."""
    none = np.empty((0, 2))
    places, inward = np.concatenate([none, *made.places]), np.concatenate([none, *made.inward])
    turned = inward[:, :1] * axes.across + inward[:, 1:] * axes.upward
    colours = np.concatenate([np.empty((0, 3), np.uint8), *made.colours])
    caps = np.concatenate([np.empty((0, 4), np.float32), *made.caps])
    return axes.solid(places).astype(np.float32), turned.astype(np.float32), colours, caps
