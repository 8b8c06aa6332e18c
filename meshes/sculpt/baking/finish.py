"""Surface life: what a sculpted surface gets before it is written - shade of its own hollows, colour, footprints.

Colours are those of anatomical plates. Ambient occlusion is baked into them, because a classroom's computer cannot
afford it while drawing: each point looks around itself through the structure's own solid and darkens where it sees
little sky. Footprints of muscles are stored on the bones as signed distances, so that they can be drawn with a
smooth edge.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Points, Values, smooth_noise
from meshes.sculpt.kernel.surface import Surface, adjacency
from meshes.sculpt.kernel.voxels import held
from meshes.sculpt.recipe import Recipe, Slip

BONE = (233, 222, 196)
BONE_HOLLOW = (150, 112, 74)
ROUGH = (212, 190, 152)
CARTILAGE = (205, 221, 228)
DISC = (182, 204, 217)
BELLY_LIGHT = (192, 72, 60)
BELLY_DARK = (138, 38, 36)
BELLY_HOLLOW = (88, 22, 22)
PERIMYSIUM = (214, 146, 124)
TENDON = (229, 216, 190)
LIGAMENT = (226, 219, 200)
LIGAMENT_HOLLOW = (140, 120, 92)
SKIN = (224, 187, 163)
SKIN_FLUSH = (208, 142, 118)
SKIN_HOLLOW = (146, 92, 74)
BURSA = (142, 186, 208)
NERVE = (232, 200, 92)
NERVE_DEEP = (198, 156, 58)
ARTERY = (222, 44, 40)
ARTERY_LIGHT = (240, 98, 84)
VEIN = (84, 98, 182)
VEIN_LIGHT = (122, 130, 206)
NODE = (142, 150, 104)
NODE_DEEP = (108, 114, 82)

DIRECTIONS = 96  # rays from each point
REACH = 45.0  # mm; what lies further off does not shade
STEPS = 12  # looks along each ray
FOOTPRINT_STEP = 0.25  # mm to one unit of a stored footprint


def colours(recipe: Recipe, surface: Surface) -> npt.NDArray[np.uint8]:
    """The finished colour of each point, (n, 3)."""
    paints = {"muscle": _muscle, "disc": _disc, "ligament": _ligament, "skin": _skin, "nerve": _nerve}
    paints |= {"artery": _artery, "vein": _vein, "lymph node": _node}
    paints |= {"organ": _organ, "bursa": _bursa}
    paint = paints.get(recipe.kind, _bone)
    return np.clip(np.round(paint(surface)), 0, 255).astype(np.uint8)


def _bone(surface: Surface) -> Points:
    """Ivory with a periosteal unevenness, warmer where ligaments and muscles attach, glassy on joint surfaces."""
    tone = 1.0 + 0.022 * smooth_noise(surface.points, 14.0, seed=5) + 0.012 * smooth_noise(surface.points, 4.0, seed=6)
    base = np.asarray(BONE) * tone[:, None]
    base = _mix(base, ROUGH, 0.55 * _array(surface, "rough"))
    base = _mix(base, CARTILAGE, 0.85 * _array(surface, "cartilage"))
    return _shade(base, BONE_HOLLOW, openness(surface))


def _disc(surface: Surface) -> Points:
    """Bluish white with the faint rings of the annulus, which run along the plates."""
    rings = 1.0 + 0.035 * np.sin(_array(surface, "layer") * 3.0 + smooth_noise(surface.points, 9.0, seed=7))
    return _shade(np.asarray(DISC) * rings[:, None], (92, 104, 116), openness(surface))


def _muscle(surface: Surface) -> Points:
    """Uneven carmine with streaks and pale perimysium along the fibres; tendon fades in between them."""
    fine = _array(surface, "streak")
    streak = 0.5 + 0.42 * fine + 0.16 * smooth_noise(surface.points, 17.0, seed=10)
    belly = _mix(np.tile(BELLY_DARK, (len(streak), 1)).astype(float), BELLY_LIGHT, streak)
    belly = _mix(belly, PERIMYSIUM, 0.5 * np.clip(1.6 * fine - 0.7, 0.0, 0.6))
    sheen = np.asarray(TENDON) * (0.93 + 0.08 * streak)[:, None]
    even = _array(surface, "tendon")
    tendon = np.clip(even + 1.6 * fine * even * (1.0 - even) * (1.0 - 0.5 * even), 0.0, 1.0)
    base = belly * (1 - tendon)[:, None] + sheen * tendon[:, None]
    hollow = _mix(np.tile(BELLY_HOLLOW, (len(streak), 1)).astype(float), (128, 104, 80), tendon)
    return _shade(base, hollow, openness(surface))


def _ligament(surface: Surface) -> Points:
    """Off-white with a silky gleam in fine bands along the fibres."""
    fibre = surface.arrays["fibre"]
    along = np.einsum("ij,ij->i", surface.points, fibre)[:, None] * fibre
    across = surface.points - 0.97 * along  # drawn out to bands, for along a fibre little changes
    band = 0.6 * smooth_noise(across, 1.8, seed=13) + 0.4 * smooth_noise(across, 0.9, seed=14)
    base = np.asarray(LIGAMENT) * (1.0 + 0.055 * band)[:, None]
    return _shade(base, LIGAMENT_HOLLOW, openness(surface))


def _skin(surface: Surface) -> Points:
    """Flesh tone, faintly uneven, redder where blood shines through and in folds."""
    broad, small = smooth_noise(surface.points, 48.0, seed=11), smooth_noise(surface.points, 15.0, seed=12)
    base = np.asarray(SKIN) * (1.0 + 0.012 * small)[:, None]
    base = _mix(base, SKIN_FLUSH, 0.6 * _array(surface, "flush") + 0.06 + 0.05 * broad)
    return _shade(base, SKIN_HOLLOW, openness(surface))


def _nerve(surface: Surface) -> Points:
    """Yellow, softly uneven as the fat in its sheath is; too thin for shade of its own."""
    uneven = 0.6 * smooth_noise(surface.points, 11.0, seed=8) + 0.4 * smooth_noise(surface.points, 3.0, seed=9)
    return _mix(np.tile(NERVE, (len(surface.points), 1)).astype(float), NERVE_DEEP, 0.22 + 0.22 * uneven)


def _artery(surface: Surface) -> Points:
    """Clear red, far brighter than muscle's carmine, with a soft variation of its sheen."""
    return _vessel(surface, ARTERY, ARTERY_LIGHT, seed=15)


def _vein(surface: Surface) -> Points:
    """Blue-violet with a soft variation of its sheen."""
    return _vessel(surface, VEIN, VEIN_LIGHT, seed=17)


def _vessel(surface: Surface, base: npt.ArrayLike, light: npt.ArrayLike, seed: int) -> Points:
    sheen = 0.6 * smooth_noise(surface.points, 16.0, seed) + 0.4 * smooth_noise(surface.points, 5.0, seed + 1)
    return _mix(np.tile(np.asarray(base, float), (len(sheen), 1)), light, 0.22 + 0.2 * sheen)


def _node(surface: Surface) -> Points:
    """Olive, darker in patches."""
    patches = 0.7 * smooth_noise(surface.points, 5.0, seed=19) + 0.3 * smooth_noise(surface.points, 1.8, seed=20)
    return _mix(np.tile(np.asarray(NODE, float), (len(patches), 1)), NODE_DEEP, 0.35 + 0.3 * patches)


def _organ(surface: Surface) -> Points:
    """Its own even colour, moist and a little uneven, as no real organ is: it is schematic."""
    uneven = (
        1.0 + 0.02 * smooth_noise(surface.points, 16.0, seed=16) + 0.012 * smooth_noise(surface.points, 5.0, seed=17)
    )
    base = surface.arrays["hue"] * uneven[:, None]
    return _mix(base, 0.45 * surface.arrays["hue"], 0.9 * (1.0 - openness(surface)) ** 1.25)


def _bursa(surface: Surface) -> Points:
    """Bluish, as the thin sac that holds a film of fluid is drawn in atlases."""
    tone = 1.0 + 0.02 * smooth_noise(surface.points, 6.0, seed=18)
    return np.asarray(BURSA) * tone[:, None]


def _array(surface: Surface, name: str) -> Values:
    return surface.arrays.get(name, np.zeros(len(surface.points)))


def _mix(base: Points, other: npt.ArrayLike, weight: Values) -> Points:
    return base + (np.asarray(other, float) - base) * np.clip(weight, 0, 1)[:, None]


def _shade(base: Points, hollow: npt.ArrayLike, open_sky: Values) -> Points:
    """Darken towards the hollow's own colour (as light between walls of that colour does), never to black."""
    return _mix(base, np.asarray(hollow, float), 0.85 * (1.0 - open_sky) ** 1.25)


def openness(surface: Surface) -> Values:
    """How much of the sky each point sees past the structure itself, 0 (deep pit) to 1 (open), (n,)."""
    solid, origin, step = _solid(surface)
    rays = _sphere(DIRECTIONS)
    start = surface.points + surface.normals * (1.2 * step)
    lengths = step * 1.5 * (REACH / (step * 1.5)) ** (np.arange(STEPS) / (STEPS - 1))
    seen, weight_sum = np.zeros(len(start)), np.zeros(len(start))
    for ray in rays:
        weight = np.maximum(surface.normals @ ray, 0.0)
        facing = weight > 0.05
        seen[facing] += weight[facing] * _clear(solid, (start[facing] - origin) / step, ray / step, lengths)
        weight_sum[facing] += weight[facing]
    return _even_out(surface, seen / np.maximum(weight_sum, 1e-9))


def _clear(solid: npt.NDArray[np.bool_], cells: Points, ray: Points, lengths: Values) -> Values:
    """1 where a ray meets nothing, less the nearer the first wall stands."""
    clear, blocked = np.ones(len(cells)), np.zeros(len(cells), bool)
    limit = np.array(solid.shape) - 1
    for length in lengths:
        i, j, k = np.clip(np.round(cells + ray * length).astype(np.int64), 0, limit).T
        hit = solid[i, j, k] & ~blocked
        clear[hit] = 0.6 * length / REACH
        blocked |= hit
    return clear


def _solid(surface: Surface) -> tuple[npt.NDArray[np.bool_], Points, float]:
    """Which cells of a grid lie inside, with a free margin; the grid's origin and step in mm."""
    low, high = surface.points.min(axis=0), surface.points.max(axis=0)
    step = float(np.clip((high - low).max() / 240.0, 0.7, 2.0))
    counts = np.ceil((high - low) / step).astype(int) + 5
    return held(surface, tuple(counts), low - 2 * step, step), low - 2 * step, step


def _sphere(count: int) -> Points:
    """Directions spread evenly over the sphere (Fibonacci spiral), (count, 3)."""
    i = np.arange(count) + 0.5
    z, turn = 1.0 - 2.0 * i / count, np.pi * (1.0 + 5.0**0.5) * i
    ring = np.sqrt(1.0 - z * z)
    return np.stack([ring * np.cos(turn), ring * np.sin(turn), z], axis=1)


def _even_out(surface: Surface, values: Values, rounds: int = 2) -> Values:
    """Average with the neighbours, so that the grain of the grid does not show."""
    links = adjacency(len(values), surface.faces)
    count = np.asarray(links.sum(axis=1)).ravel()
    for _ in range(rounds):
        values = 0.5 * values + 0.5 * (links @ values) / count
    return values


def footprints(carrier: str, surface: Surface, slips: Iterable[tuple[str, Slip]]) -> dict[str, npt.NDArray[np.int8]]:
    """For each muscle end that holds on here, the signed distance of each point to its footprint.

    ``slips`` are (muscle id, slip). Keys are ``footprint_<muscle>_<end>``; values (n,) in quarter millimetres,
    negative inside, clamped to one signed byte.
    """
    found: dict[str, Values] = {}
    for muscle, slip in slips:
        if slip.carrier == carrier:
            name = f"footprint_{muscle}_{slip.end}"
            distance = cKDTree(slip.points).query(surface.points)[0] - slip.radius
            found[name] = np.minimum(found.get(name, np.inf), distance)
    return {name: np.clip(np.round(d / FOOTPRINT_STEP), -127, 127).astype(np.int8) for name, d in found.items()}
