"""What a recipe is: the structure it makes, what it needs, and what must be true of the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from meshes.sculpt.surface import Surface

Built = Mapping[str, Surface]


@dataclass(frozen=True)
class Recipe:
    """One structure.

    ``make`` gets the surfaces of the structures named in ``needs`` and returns this one in body millimetres.
    ``tables`` are the files of ``tables/`` it reads (besides body.csv). ``genus`` is the number of handles its
    surface must have (1 for a vertebra's canal), ``volume`` the range in cubic cm that is believable.
    """

    id: str
    kind: str
    make: Callable[[Built], Surface]
    genus: int
    volume: tuple[float, float]
    needs: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
