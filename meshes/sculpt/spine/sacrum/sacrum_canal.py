"""The hollows of the sacrum: its canal down to the hiatus and the four pairs of branching foramina.

Each pair of foramina opens from the canal through one root, which splits into a wide pelvic and a narrow dorsal
tunnel, as the spinal nerves do. Eighteen mouths on one branching tunnel make 17 handles: the canal's entrance and
the hiatus, eight pelvic and eight dorsal foramina.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.kernel.curves import spline
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_min, tube
from meshes.sculpt.spine.sacrum import sacrum_sheets
from meshes.sculpt.spine.sacrum.flat_tube import FlatTube
from meshes.sculpt.spine.sacrum.sacrum_sheets import SAGITTAL
from meshes.sculpt.tables import read_points

MOUTHS = 18
GENUS = MOUTHS - 1  # one branching tunnel with 18 mouths
BRANCH_REACH = 20.0  # mm; above and below its root a branch is out of the way
FLARE = 1.2  # how much wider a tunnel is where it has left the bone
LEVELS = ("S1", "S2", "S3", "S4")
_FORAMEN = (
    *("root_z", "front_x", "front_z", "front_height", "front_width"),
    *("back_x", "back_z", "back_height", "back_width"),
)


def hollows() -> Field:
    """The canal with all its branches; negative in the hollow."""
    branches = [(branch(level), _row(level)["root_z"]) for level in LEVELS]

    def field(points: Points) -> Values:
        folded = np.column_stack([np.abs(points[:, 0]), points[:, 1:]])
        value = canal().distance(points)
        for tunnel, root_z in branches:
            near = np.abs(points[:, 2] - root_z) < BRANCH_REACH
            value[near] = smooth_min(value[near], tunnel(folded[near]), 2.0)
        return value

    return field


@cache
def canal() -> FlatTube:
    """The canal without its branches: a flattened tube, narrower behind than in front. Raises TableError."""
    named = read_points("sacrum/sacrum_canal.csv", ("y", "z", "half_width", "half_depth"))
    return FlatTube(np.array(list(named.values())), SAGITTAL, taper=0.22)


def branch(level: str) -> Field:
    """Root, pelvic and dorsal tunnel of one foramen of the left side, for points with x >= 0."""
    row = _row(level)
    front_y, back_y = mouths(level)
    start, root = _stem(level)
    inner = canal().station(root[1], root[2])
    narrow = min(row["back_width"], 0.8 * inner[3])
    pelvic = _tunnel(root, (row["front_x"], front_y, row["front_z"]), (3.0, -6.0, -1.0), row["front_width"], narrow)
    dorsal = _tunnel(root, (row["back_x"], back_y, row["back_z"]), (1.0, 6.0, 1.0), row["back_width"], narrow)
    stem = tube([start, root], [0.8 * inner[3], narrow])
    tall_front, tall_back = row["front_height"] / row["front_width"], row["back_height"] / row["back_width"]

    def field(points: Points) -> Values:
        ahead = pelvic(_flattened(points, row["front_z"], tall_front))
        behind = dorsal(_flattened(points, row["back_z"], tall_back))
        return smooth_min(smooth_min(stem(points), ahead, 3.0), behind, 3.0)

    return field


def axis() -> Points:
    """Points along the middle of the canal, (n, 3), from its entrance to the hiatus."""
    named = read_points("sacrum/sacrum_canal.csv", ("y", "z"))
    names = list(named)
    inner = np.array([named[name] for name in names[names.index("entrance") : names.index("hiatus") + 1]])
    path = spline(inner, step=1.0)
    return np.column_stack([np.zeros(len(path)), path])


def routes(level: str) -> tuple[Points, Points]:
    """The way from the canal through the left pelvic and through the left dorsal foramen, (n, 3) each.

    ``level`` is one of LEVELS. Raises KeyError for another.
    """
    row, (front_y, back_y) = _row(level), mouths(level)
    start, root = _stem(level)
    ways = ((row["front_x"], front_y, row["front_z"]), (row["back_x"], back_y, row["back_z"]))
    pelvic, dorsal = (np.linspace(root, mouth, 20) for mouth in ways)
    inner = np.linspace(start, root, 10)
    return np.vstack([inner, pelvic]), np.vstack([inner, dorsal])


def mouths(level: str) -> tuple[float, float]:
    """How far back (y) the pelvic and the dorsal mouth of a foramen lie."""
    row = _row(level)
    return (
        float(sacrum_sheets.front().height(np.array([[row["front_x"], row["front_z"]]]))[0]),
        float(sacrum_sheets.back().height(np.array([[row["back_x"], row["back_z"]]]))[0]),
    )


def _stem(level: str) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Where the root of a pair of foramina leaves the canal, and where it splits in two."""
    row, (front_y, back_y) = _row(level), mouths(level)
    depth = front_y + 0.66 * (back_y - front_y)
    inner = canal().station(depth, row["root_z"])
    return (0.35 * inner[2], inner[0], inner[1]), (0.8 * row["back_x"], depth, row["root_z"])


def _row(level: str) -> dict[str, float]:
    """The measurements of one pair of foramina, column -> mm."""
    row = read_points("sacrum/sacrum_foramina.csv", _FORAMEN, required=LEVELS)[level]
    return dict(zip(_FORAMEN, row.tolist(), strict=True))


def _tunnel(
    root: tuple[float, float, float],
    mouth: tuple[float, ...],
    outwards: tuple[float, ...],
    width: float,
    narrow: float,
) -> Field:
    """A tunnel that widens soon behind the root and flares a little as it leaves the bone."""
    inner, outer = np.array(root), np.array(mouth)
    middle = 0.4 * inner + 0.6 * outer
    path = np.stack([inner, middle, outer, outer + np.array(outwards)])
    return tube(path, [narrow, 0.8 * width, width, FLARE * width], 1.5)


def _flattened(points: Points, level: float, tall: float) -> Points:
    """Points with z squeezed towards a level, so that a round tunnel becomes ``tall`` times higher than wide."""
    squeezed = points.copy()
    squeezed[:, 2] = level + (points[:, 2] - level) / tall
    return squeezed
