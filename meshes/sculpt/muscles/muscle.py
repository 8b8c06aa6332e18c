"""The last steps that all muscles share: striae pressed into the surface, then the arrays that bake and viewer read."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_step
from meshes.sculpt.kernel.grids import Grid, distance_to
from meshes.sculpt.kernel.surface import Surface, normals, unit
from meshes.sculpt.muscles.fascicles import Bundle
from meshes.sculpt.muscles.fibres import Fibres
from meshes.sculpt.muscles.solidify import carved, meshed, softened, taubin, thinned, without_slivers
from meshes.sculpt.muscles.surroundings import Side
from meshes.sculpt.muscles.topology import without_tunnels
from meshes.sculpt.recipe import Built

JOINT = ("hip_joint_capsule", "iliofemoral_ligament", "pubofemoral_ligament", "iliopsoas_bursa", "iliolumbar_ligament")
"""What psoas and iliacus lie on besides bone."""
BONE_GAP = 0.3  # mm between muscle and bone
MUSCLE_GAP = 0.4  # mm between two muscles
BLUR = 0.15  # mm; how near to bone or muscle a gap may be filled
FINE, COARSE = 1.5, 3.6  # mm; breadth of streaks
STRIA, FURROW = 0.16, 0.16  # mm; depth of the fine striae on a belly, and of the broad ones
PALE = (2.2, 5.0)  # mm from a tendinous origin within which all is tendon, and beyond which none is


def freed(body: Grid, hard: Field, *others: Field, sliver: float = 0.0) -> Grid:
    """A body cut free of the bones and of other muscles, in one piece without tunnels.

    Edges that the cuts left thinner than twice ``sliver`` mm are taken away.
    """
    body = carved(body, hard, BONE_GAP)
    for other in others:
        body = carved(body, other, MUSCLE_GAP)
    return without_tunnels(
        softened(without_slivers(body, sliver)),
        lambda at: np.min([field(at) for field in (hard, *others)], axis=0) < BLUR,
    )


def finished(bundle: Bundle, solid: Grid, pale: Values, triangles: int, seed: int) -> Surface:
    """The surface of a solid with its fibres on it.

    ``pale`` (n, s) tells for each sample of the bundle how tendinous it is, 0 to 1; ``triangles`` how many to keep.
    Attaches the arrays "fibre", "arc", "tendon" and "streak".
    """
    fibres = Fibres(bundle)
    raw = meshed(solid)
    pressed = thinned(striated(raw, fibres, pale, seed), triangles)
    near = fibres.near(pressed.points)
    tendon = np.maximum(np.clip(fibres.carried(pale, near), 0.0, 1.0), _tips(bundle, pale, pressed.points))
    return pressed.with_arrays(
        fibre=unit(fibres.carried(bundle.directions(), near)),
        arc=np.clip(fibres.carried(arcs(bundle), near), 0.0, 1.0),
        tendon=tendon,
        streak=np.clip(streaks(fibres, pressed.points, seed), -1.0, 1.0),
    )


def _tips(bundle: Bundle, pale: Values, points: Points) -> Values:
    """How tendinous points (n, 3) are because a fascicle with a tendinous tip begins near by, (n,)."""
    starts = bundle.paths[pale[:, 0] > 0.5, 0]
    away = np.asarray(cKDTree(starts).query(points)[0])
    return 1.0 - smooth_step((away - PALE[0]) / (PALE[1] - PALE[0]))


def striated(raw: Surface, fibres: Fibres, pale: Values, seed: int) -> Surface:
    """The surface with fine striae along the fibres, fainter on tendon."""
    belly = 1.0 - 0.6 * fibres.carried(pale, fibres.near(raw.points))
    relief = STRIA * fibres.streaks(raw.points, FINE, seed) + FURROW * fibres.streaks(raw.points, COARSE, seed + 1)
    points = taubin(raw.points + (belly * relief)[:, None] * raw.normals, raw.faces, 1)
    return Surface(points, raw.faces, normals(points, raw.faces))


def streaks(fibres: Fibres, points: Points, seed: int) -> Values:
    """Brightness of the fibre streaks, about -1 to 1: fine ones, in step with the striae, over broad ones."""
    return 0.65 * fibres.streaks(points, FINE, seed) + 0.5 * fibres.streaks(points, COARSE, seed + 1)


def on_side(side: Side, surface: Surface) -> Surface:
    """A surface built in the right muscle's place, brought to its side."""
    return surface if side == "right" else surface.mirrored()


def before(side: Side, built: Built) -> list[Field]:
    """What stands already, as fields in the right muscle's place."""
    return [distance_to(on_side(side, surface)) for surface in built.values()]


def arcs(bundle: Bundle) -> Values:
    """How far along its fascicle each sample lies, 0 at the origin, 1 at the insertion, (n, s)."""
    lengths = bundle.lengths()
    return np.asarray(lengths / lengths[:, -1:])


def paling(bundle: Bundle, tips: Values, begins: Values, fade: float) -> Values:
    """How tendinous each sample is, (n, s).

    ``tips`` (n,) is the length of the pale tip at the origin and ``begins`` (n,) the length of the tendon before the
    insertion, in mm; the belly turns pale over ``fade`` mm.
    """
    along = bundle.lengths()
    left = along[:, -1:] - along
    tip = (tips > 0)[:, None] * (1.0 - smooth_step((along - 0.5 * tips[:, None]) / np.maximum(tips[:, None], 0.5)))
    return np.maximum(tip, 1.0 - smooth_step((left - begins[:, None]) / fade))
