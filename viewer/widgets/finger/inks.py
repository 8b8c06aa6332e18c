"""The colours of a section: those of the scene, made fit for a flat plate, on paper or on slate."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from PySide6.QtGui import QColor

from viewer.drawing.style import SWATCHES, Colour
from viewer.model.atlas.atlas import Kind

BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
FAT: Colour = (0.957, 0.871, 0.659)
LOBULE: Colour = (0.966, 0.894, 0.706)
FINGER: Colour = (0.902, 0.737, 0.639)
NAIL: Colour = (0.975, 0.886, 0.847)
CAUTION: Colour = (0.851, 0.373, 0.008)
"""Orange: told from every tissue by the colour-blind too, and never without its sign."""
SHADES = (-0.07, 0.0, 0.06)  # by which neighbours of one kind differ


@dataclass(frozen=True)
class Paper:
    """What a plate is printed on: its ground, its ink, quiet lines, and how far tissues are dimmed on it."""

    ground: Colour
    ink: Colour
    quiet: Colour
    dim: float


ON_PAPER = Paper((1.0, 0.998, 0.985), (0.11, 0.12, 0.13), (0.40, 0.41, 0.42), 0.0)
ON_SLATE = Paper((0.105, 0.121, 0.140), (0.94, 0.93, 0.90), (0.66, 0.69, 0.71), 0.10)


@dataclass(frozen=True)
class Tissue:
    """One structure's colours: its body, what is strewn in it, and its edge."""

    body: QColor
    grain: QColor
    edge: QColor


def tissue(structure_id: str, kind: Kind, paper: Paper) -> Tissue:
    """The colours of a structure; both sides of a pair have the same."""
    base = SWATCHES[kind]
    if kind is Kind.MUSCLE:
        base = mixed(mixed(base, WHITE, 0.16), (0.80, 0.42, 0.34), 0.35)
    if kind is Kind.MUSCLE or kind is Kind.ORGAN:
        shade = SHADES[crc32(structure_id.removesuffix("_right").removesuffix("_left").encode()) % len(SHADES)]
        base = mixed(base, WHITE if shade > 0 else BLACK, abs(shade))
    grain = mixed(base, WHITE if kind is not Kind.BONE else (0.62, 0.46, 0.28), 0.13 if kind is not Kind.BONE else 0.42)
    return Tissue(on(paper, base), on(paper, grain), on(paper, mixed(base, (0.10, 0.04, 0.03), 0.62)))


def on(paper: Paper, colour: Colour) -> QColor:
    """A tissue's colour as it is printed on a paper."""
    return QColor.fromRgbF(*mixed(colour, BLACK, paper.dim))


def plain(colour: Colour, opacity: float = 1.0) -> QColor:
    """A colour as it is."""
    return QColor.fromRgbF(*colour, opacity)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """So much of the other in the one."""
    red, green, blue = ((1 - share) * a + share * b for a, b in zip(one, other, strict=True))
    return red, green, blue
