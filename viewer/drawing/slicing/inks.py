"""The colours of a face: those of the scene, as a tissue looks where it was cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np

from viewer.drawing.mesh import Mesh
from viewer.drawing.slicing.cap_shading import Grain
from viewer.drawing.structures.structure_actor import Look
from viewer.drawing.style import SWATCHES, Colour, Theme
from viewer.model.atlas.atlas import Kind, Structure

BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
FAT: Colour = (0.950, 0.862, 0.650)
SHADES = (-0.07, 0.0, 0.06)  # by which neighbours of one kind differ
ORDER = (
    Kind.SKIN, Kind.ORGAN, Kind.BONE, Kind.CARTILAGE, Kind.MUSCLE, Kind.LIGAMENT, Kind.BURSA, Kind.LYMPH_NODE,
    Kind.VEIN, Kind.ARTERY, Kind.NERVE,
)  # fmt: skip
"""Where two overlap, the later one is seen."""
GRAINS = {
    Kind.SKIN: Grain.LOBULES,
    Kind.BONE: Grain.SPONGE,
    Kind.MUSCLE: Grain.BUNDLES,
    Kind.NERVE: Grain.CABLES,
}
WALLS = {Kind.SKIN: 2.2, Kind.BONE: 1.5, Kind.ARTERY: 1.1, Kind.VEIN: 0.6}
"""How thick, mm, what surrounds a tissue is: skin around fat, cortex around sponge, a vessel's wall around blood."""
BLOOD = {Kind.ARTERY: (0.52, 0.09, 0.08), Kind.VEIN: (0.20, 0.22, 0.42)}


@dataclass(frozen=True)
class Ink:
    """A tissue's inside, what surrounds it (``wall`` mm thick; 0: nothing), its edge, and its grain."""

    body: Colour
    shell: Colour
    edge: Colour
    wall: float = 0.0
    grain: Grain = Grain.NONE

    @property
    def colours(self) -> tuple[Colour, Colour, Colour]:
        """Of its inside, of what surrounds it, of its edge."""
        return self.body, self.shell, self.edge


def ink(structure: Structure, mesh: Mesh) -> Ink:
    """How a structure is printed; both sides of a pair alike."""
    kind = structure.kind
    base = _base(structure, mesh)
    body, shell = base, base
    if kind is Kind.SKIN:
        body, shell = FAT, mixed(SWATCHES[Kind.SKIN], (0.78, 0.52, 0.42), 0.35)
    elif kind is Kind.BONE:
        body, shell = mixed(base, (0.80, 0.62, 0.44), 0.38), mixed(base, WHITE, 0.42)
    elif kind in BLOOD:
        body, shell = BLOOD[kind], base
    return Ink(body, shell, mixed(base, (0.10, 0.04, 0.03), 0.66), WALLS.get(kind, 0.0), GRAINS.get(kind, Grain.NONE))


def _base(structure: Structure, mesh: Mesh) -> Colour:
    """Its colour in the scene, without light; muscles differ a little from their neighbours."""
    if structure.kind is not Kind.MUSCLE:
        red, green, blue = (np.median(mesh.arrays["Colors"], axis=0) / 255.0).tolist()
        return red, green, blue
    colour = mixed(mixed(SWATCHES[Kind.MUSCLE], WHITE, 0.14), (0.80, 0.42, 0.34), 0.30)
    name = structure.id.removesuffix("_right").removesuffix("_left")
    shade = SHADES[crc32(name.encode()) % len(SHADES)]
    return mixed(colour, WHITE if shade > 0 else BLACK, abs(shade))


def unshown(ground: Ink, theme: Theme) -> Ink:
    """A body's ground where not all that lies in it is shown: plain, and calmer than any tissue."""
    return replace(ground, body=mixed(ground.body, theme.veil, 0.55), grain=Grain.NONE)


def seen(colour: Colour, look: Look, theme: Theme, shade: float = 1.0) -> Colour:
    """A colour as a structure's look has it: brighter where it is chosen, veiled where it recedes; ``shade`` is how
    light the theme has its tissue.
    """
    lift = theme.lift if look.chosen else 0.0
    red, green, blue = (min(1.0, shade * part * (1.0 + lift) + 0.10 * lift) for part in colour)
    return mixed((red, green, blue), theme.veil, look.recede)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """So much of the other in the one."""
    red, green, blue = ((1 - share) * a + share * b for a, b in zip(one, other, strict=True))
    return red, green, blue
