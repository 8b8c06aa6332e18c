"""The vertebrae T12 and L1 to L5: body and arch of each level, cut to meet the neighbours at the facets."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt import body
from meshes.sculpt.body import VERTEBRAE, vertebra
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_min
from meshes.sculpt.kernel.surface import Surface, project, sculpt
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.spine import plates
from meshes.sculpt.spine.facets import Joint, joint
from meshes.sculpt.spine.vertebrae import vertebra_arch
from meshes.sculpt.spine.vertebrae.vertebra_body import disc_space, pores, vertebral_body
from meshes.sculpt.spine.vertebrae.vertebra_finish import cartilage, lopsided, relief, roughness
from meshes.sculpt.spine.vertebrae.vertebra_marks import joints_of, marks, warp
from meshes.sculpt.spine.vertebrae.vertebra_own import (
    rib_facet,
    sacral_costal_process,
    thoracic_processes,
    triangular_canal,
)

SPACING = 0.7  # mm
TRIANGLES = 11_000
MARGIN = 6.0  # mm
# Which parts of the drawn arch a level shows (superior and costal process, size of the mammillary one) ...
ARCH: dict[str, tuple[bool, bool, float]] = {"T12": (False, False, 0.0), "L5": (True, False, 0.0)}
# ... what it has of its own instead, and how softly arch and body meet, in mm.
OWN = {"T12": thoracic_processes, "L5": sacral_costal_process}
CANAL = {"L5": triangular_canal}
FILLET = {"L5": 8.0}


def _level(structure_id: str) -> str:
    return structure_id.removeprefix("vertebra_")


@cache
def field(structure_id: str) -> Field:
    """The vertebra ``vertebra_L3`` and so on, in the body. Raises KeyError for another id."""
    level = _level(structure_id)
    if level not in VERTEBRAE:
        raise KeyError(structure_id)
    shape, room = (vertebra(level).place(part) for part in (_bone(level), disc_space(level)))
    skin = relief(level)
    above, below = (joint(name) for name in joints_of(level))

    def cut_to_fit(points: Points) -> Values:
        value = np.maximum(shape(points) - skin(points), room(points))
        if level != "T12":
            value = smooth_max(value, _below(above, points), 0.8)
        return smooth_max(value, _above(below, points), 0.8)

    return cut_to_fit


def _bone(level: str) -> Field:
    """Body and arch in the vertebra's frame, not yet cut at the joints."""
    trunk, bend, own = vertebral_body(level), warp(level), OWN.get(level)
    arch, canal = vertebra_arch.arch(*ARCH.get(level, ())), vertebra_arch.canal()
    vessels = pores(level)

    def bone(points: Points) -> Values:
        folded = lopsided(level, points)
        drawn = bend.form_points(folded)
        value = arch(drawn) * bend.scale
        if own is not None:
            value = smooth_min(value, own()(folded), 5.0)
        value = smooth_min(trunk(points), value, FILLET.get(level, 5.0))
        room = CANAL[level]()(folded) if level in CANAL else canal(drawn) * bend.scale
        value = smooth_max(value, -room, 2.5)
        if level == "T12":
            pad, hollow = rib_facet()
            value = smooth_max(smooth_min(value, pad(folded), 3.5), -hollow(folded), 0.8)
        for vessel in vessels:
            value = smooth_max(value, -vessel(points), 0.8)
        return value

    return bone


def _below(found: Joint, points: Points) -> Values:
    """Positive where the lower bone must not be: on the upper bone's side of the joint and around it."""
    local, away = found.local(points), found.distance(points)
    near = np.minimum(found.width / 2 + 3.0 - np.abs(local[:, 0]), local[:, 1] + 9.0)
    return smooth_min(smooth_min(found.gap / 2 - away, local[:, 2] + found.height / 2 + 1.5, 3.0), near, 2.0)


def _above(found: Joint, points: Points) -> Values:
    """Positive where the upper bone must not be: on the lower bone's side of the joint and around it."""
    local, away = found.local(points), found.distance(points)
    near = np.minimum(found.width / 2 + 3.0 - np.abs(local[:, 0]), np.minimum(local[:, 1] + 5.0, 9.0 - away))
    return smooth_min(smooth_min(away + found.gap / 2, found.height / 2 + 2.0 - local[:, 2], 3.0), near, 2.0)


@cache
def bounds(structure_id: str) -> body.Box:
    """A box in the body that holds the vertebra with a margin."""
    level = _level(structure_id)
    named = np.array([*marks(level).values()])
    rims = [_rim(f"{level}_{end}", plates.corners(f"{level}_{end}")) for end in ("upper", "lower")]
    spread = np.vstack([vertebra(level).to_body(named * side) for side in ([1, 1, 1], [-1, 1, 1])] + rims)
    low, high = spread.min(axis=0) - MARGIN, spread.max(axis=0) + MARGIN
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def _rim(plate: str, flat: npt.ArrayLike) -> Points:
    """Places (n, 2) of a plate in the body, (n, 3)."""
    places = np.asarray(flat, float)
    return body.plates()[plate].to_body(np.column_stack([places, np.zeros(len(places))]))


@cache
def landmarks(level: str) -> dict[str, npt.NDArray[np.float64]]:
    """Named points of a level in the body, right side where paired, each (3,).

    ``upper_front``, ``upper_right``, ``upper_left``, ``upper_back`` and the same of the lower rim; ``waist_right``,
    ``waist_front``; ``costal_process_tip_right``, ``costal_process_front_right``, ``costal_process_root_right``,
    ``superior_facet_right``, ``inferior_facet_right``, ``spinous_tip``, ``canal``.
    """
    found: dict[str, npt.NDArray[np.float64]] = {}
    for end in ("upper", "lower"):
        edge = plates.corners(f"{level}_{end}")
        for name, place in (("front", edge[0]), ("left", edge[4]), ("back", edge[8]), ("right", edge[12])):
            found[f"{end}_{name}"] = _rim(f"{level}_{end}", [place])[0]
    named = {name: point * [-1.0, 1.0, 1.0] for name, point in marks(level).items()}
    local = {
        "superior_facet_right": named["superior_facet_middle"],
        "inferior_facet_right": named["inferior_facet_middle"],
        "costal_process_tip_right": named["costal_tip"],
        "costal_process_root_right": named["costal_root_front"],
        "costal_process_front_right": (named["costal_tip"] + named["costal_root_front"]) / 2,
        "spinous_tip": named["spinous_tip"],
        "canal": (named["canal_front"] + named["canal_roof"]) / 2,
    }
    found.update({name: vertebra(level).to_body(point) for name, point in local.items()})
    for side in ("right", "front"):
        found[f"waist_{side}"] = (found[f"upper_{side}"] + found[f"lower_{side}"]) / 2
    wanted = ("costal_process_front_right", "waist_right", "waist_front")
    return {**found, **{name: _settled(level, found[name]) for name in wanted}}


def _settled(level: str, point: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """A point brought to the vertebra's surface."""
    return np.asarray(project(field(f"vertebra_{level}"), point[None, :], 4.0, rounds=4)[0])


def _recipe(structure_id: str) -> Recipe:
    def make(_: Built) -> Surface:
        surface = sculpt(field(structure_id), bounds(structure_id), SPACING, TRIANGLES)
        level = _level(structure_id)
        return surface.with_arrays(cartilage=cartilage(level, surface.points), rough=roughness(level)(surface.points))

    return Recipe(structure_id, "bone", make, genus=1, volume=(25.0, 90.0))


RECIPES = tuple(_recipe(f"vertebra_{level}") for level in VERTEBRAE)
