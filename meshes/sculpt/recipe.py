"""What a recipe is: the structure it makes, what it needs, and what must be true of the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.kernel.surface import Surface

Built = Mapping[str, Surface]


@dataclass(frozen=True)
class Slip:
    """One bundle of a muscle where it holds on.

    ``points`` (n, 3) are the ends of its fascicles on the surface of the structure ``carrier``; each covers a disc of
    ``radius`` mm there. All slips of one end together are the muscle's footprint.
    """

    name: str
    end: Literal["origin", "insertion"]
    carrier: str
    points: Points
    radius: float


@dataclass(frozen=True)
class Recipe:
    """One structure.

    ``make`` gets the surfaces of the structures named in ``needs`` and returns this one in body millimetres.
    ``genus`` is the number of handles its surface must have (1 for a vertebra's canal), ``volume`` the range in cubic
    cm that is believable. ``slips`` tells where a muscle holds on; ``bodies`` how many pieces there are.
    """

    id: str
    kind: str
    make: Callable[[Built], Surface]
    genus: int
    volume: tuple[float, float]
    needs: tuple[str, ...] = ()
    slips: Callable[[], Sequence[Slip]] | None = None
    bodies: int = 1


def paired(right: Recipe, slips: Callable[[], Sequence[Slip]] | None = None) -> tuple[Recipe, Recipe]:
    """The recipe of a right structure and that of its mirror image, which holds on with ``slips``."""
    left = right.id.replace("_right", "_left")
    return right, replace(right, id=left, make=partial(_mirrored, right.id), needs=(right.id,), slips=slips)


def _mirrored(right: str, built: Built) -> Surface:
    return built[right].mirrored()
