"""What stands out of the sacrum: its superior articular processes and the cornua beside the hiatus.

Given in the frame of the S1 plate for the left side; points of the right side are folded over.
"""

from __future__ import annotations

import numpy as np

from meshes.sculpt.fields import Field, Points, Values, round_cone
from meshes.sculpt.sacrum_mass import numbers


def folded(points: Points) -> Points:
    """Points (n, 3) brought to the left side."""
    return np.column_stack([np.abs(points[:, 0]), points[:, 1:]])


def facet_axes() -> Points:
    """Directions of the left articular process as rows: across its facet, out of its facet, upwards."""
    table = numbers()
    turn, lean, splay = (np.radians(table[f"process_{angle}"]) for angle in ("turn", "lean", "splay"))
    outward = np.array([-np.cos(turn), np.sin(turn), np.sin(lean)])
    upwards = np.array([np.sin(splay), 0.0, 1.0])
    outward /= np.linalg.norm(outward)
    across = np.cross(outward, upwards)
    across /= np.linalg.norm(across)
    return np.stack([across, outward, np.cross(across, outward)])


def facet_centre() -> Points:
    """Middle of the left superior articular process, (3,)."""
    table = numbers()
    return np.array([table[f"process_{axis}"] for axis in "xyz"])


def articular_process() -> Field:
    """The superior articular process: a thick blade with rounded edges, its facet looking back and inwards."""
    table, axes, centre = numbers(), facet_axes(), facet_centre()
    half = np.array([table[f"process_half_{size}"] for size in ("width", "thickness", "height")])
    edge = 0.85 * half[1]

    def field(points: Points) -> Values:
        local = (folded(points) - centre) @ axes.T
        narrow = np.array([1.0, 0.0, 0.0]) * np.clip(local[:, 2:] / half[2], 0.0, 1.0) * 2.0
        reach = np.abs(local) - (half - edge) + narrow
        outside = np.linalg.norm(np.maximum(reach, 0.0), axis=1)
        return np.asarray(outside + np.minimum(reach.max(axis=1), 0.0) - edge)

    return field


def cornu() -> Field:
    """The horn beside the hiatus, pointing down."""
    table = numbers()
    top = np.array([table[f"cornu_{axis}"] for axis in "xyz"])
    tip = top + table["cornu_length"] * np.array([-0.05, -0.22, -1.0])
    horn = round_cone(top.tolist(), tip.tolist(), table["cornu_radius"], 0.72 * table["cornu_radius"])
    return lambda points: horn(folded(points))
