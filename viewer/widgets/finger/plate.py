"""A section made ready for printing: which part of it is in the frame, what is strewn in each tissue, what is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from viewer.model.atlas.atlas import Atlas, Kind, Structure
from viewer.model.finger.planes import Plane
from viewer.model.finger.press import FingerPath, Press
from viewer.model.finger.section import Cut, Outline, Section
from viewer.model.finger.telling import layers
from viewer.widgets.finger import outlines
from viewer.widgets.finger.outlines import Box, Places

GRAINS: Mapping[Kind, tuple[float, float]] = {
    Kind.MUSCLE: (2.1, 1.3),
    Kind.BONE: (1.9, 2.4),
    Kind.NERVE: (1.2, 0.4),
    Kind.ORGAN: (2.6, 1.9),
}
"""By kinds: mm from grain to grain, and how far inside the edge they begin."""
LOBULES = (4.6, 3.0)
ORDER = (
    Kind.SKIN, Kind.ORGAN, Kind.BONE, Kind.CARTILAGE, Kind.MUSCLE, Kind.BURSA, Kind.LIGAMENT, Kind.LYMPH_NODE,
    Kind.VEIN, Kind.ARTERY, Kind.NERVE,
)  # fmt: skip
"""Which is printed above which where they touch."""
BLEED = 4.0  # mm that are printed beyond the frame, where its edge is covered
HEM = 1.0  # mm along the frame's inside in which nothing is pointed at


@dataclass(frozen=True)
class Subject:
    """What a picture shows: a section, the way that it was cut along, in which plane, and what is warned of."""

    atlas: Atlas
    path: FingerPath
    section: Section
    plane: Plane
    warned: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Piece:
    """What the frame holds of one structure: ``size`` mm². ``heart`` is the place to point at, ``room`` mm inside."""

    structure: Structure
    outlines: tuple[Outline, ...]
    grains: Places
    heart: Places
    room: float
    size: float


@dataclass(frozen=True)
class Plate:
    """A subject within a box (mm), its pieces in the order in which they are printed; the skin is ``body``.

    ``met`` are the structures on the way, in the order of their numbers, and the tip is ``here`` if it is in any.
    """

    subject: Subject
    box: Box
    body: Piece | None
    pieces: tuple[Piece, ...]
    met: tuple[str, ...]
    here: str

    @property
    def press(self) -> Press:
        """The finger."""
        return self.subject.path.press


def plate(subject: Subject, box: Box, grained: bool = True, named: bool = True) -> Plate:
    """A section as it is printed; ``grained=False`` and ``named=False`` are quick, for a finger that moves."""
    known = subject.atlas.structures
    cuts = [cut for cut in subject.section.cuts if cut.structure in known]
    pieces = [piece for cut in cuts if (piece := _piece(known[cut.structure], cut, box, grained, named))]
    pieces.sort(key=lambda piece: ORDER.index(piece.structure.kind))
    body = next((piece for piece in pieces if piece.structure.kind is Kind.SKIN), None)
    passed = layers(subject.path, subject.atlas)
    met = tuple(dict.fromkeys(layer.structure for layer in passed if layer.number))
    here = next((layer.structure for layer in passed if layer.here and layer.number), "")
    return Plate(subject, box, body, tuple(piece for piece in pieces if piece is not body), met, here)


def _piece(structure: Structure, cut: Cut, box: Box, grained: bool, named: bool) -> Piece | None:
    parts = _parts(cut.outlines, _grown(box, BLEED))
    if not parts:
        return None
    spacing, margin = LOBULES if structure.kind is Kind.SKIN else GRAINS.get(structure.kind, (0.0, 0.0))
    grains = outlines.strewn(parts, spacing, margin) if grained and spacing else np.empty((0, 2))
    if not named:
        return Piece(structure, parts, grains, parts[0].mean(axis=0), 0.0, 0.0)
    seen = _parts(parts, _grown(box, -HEM))
    heart, room = outlines.heart(seen) if seen else (parts[0][0], 0.0)
    return Piece(structure, parts, grains, heart, room, outlines.area(seen))


def _parts(whole: Sequence[Outline], box: Box) -> tuple[Outline, ...]:
    clipped = (outlines.clipped(outline, box) for outline in whole)
    return tuple(part for part in clipped if len(part) > 2)


def _grown(box: Box, by: float) -> Box:
    left, right, top, bottom = box
    return left - by, right + by, top - by, bottom + by
