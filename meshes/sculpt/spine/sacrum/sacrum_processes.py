"""What stands out of the sacrum: its superior articular processes and the cornua beside the hiatus.

Everything is given in the frame of the S1 plate and is the same on both sides; the articular process is built upon
the joint it shares with the fifth lumbar vertebra.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.kernel.fields import Field, Points, Values, round_cone, smooth_max, smooth_min
from meshes.sculpt.spine import facets
from meshes.sculpt.spine.sacrum.sacrum_mass import numbers, rounded

JOINT = "L5_S1"
CORNU_WAY = np.array([-0.05, -0.52, -0.85])  # down and forwards, along the bone's curve


def folded(points: Points) -> Points:
    """Points (n, 3) brought to the left side."""
    return np.column_stack([np.abs(points[:, 0]), points[:, 1:]])


@cache
def articular_process() -> Field:
    """The superior articular process: a thick blade behind the joint's surface, on a stout root."""
    table, joint, plate = numbers(), facets.joint(JOINT), body.sacral_plate()
    half = np.array([joint.width / 2 + table["process_rim"], joint.height / 2 + table["process_rim"]])
    root = _root()

    def blade(points: Points) -> Values:
        placed = plate.to_body(points)
        local, into = joint.local(placed), joint.distance(placed) - joint.gap / 2
        down = np.clip(0.5 - local[:, 2] / (2 * half[1]), 0.0, 1.0)
        thickness = table["process_thickness_top"] * (1 - down) + table["process_thickness_root"] * down
        reach = np.abs(local[:, [0, 2]]) - half + table["process_corner"]
        edge = np.linalg.norm(np.maximum(reach, 0.0), axis=1) + np.minimum(reach.max(axis=1), 0.0)
        slab = rounded(edge - table["process_corner"], into - thickness, 0.6 * thickness)
        return smooth_max(smooth_min(slab, root(points), table["process_weld"]), -into, 1.6)

    return blade


def _root() -> Field:
    """What joins the articular process to the pedicle and the lamina."""
    table = numbers()
    upper, lower = (np.array([table[f"root_{end}_{axis}"] for axis in "xyz"]) for end in ("upper", "lower"))
    stem = round_cone(upper.tolist(), lower.tolist(), table["root_upper_radius"], table["root_lower_radius"])
    return lambda points: stem(folded(points))


def cornu() -> Field:
    """The horn beside the hiatus, pointing down."""
    table = numbers()
    top = np.array([table[f"cornu_{axis}"] for axis in "xyz"])
    tip = top + table["cornu_length"] * CORNU_WAY
    horn = round_cone(top.tolist(), tip.tolist(), table["cornu_radius"], 0.55 * table["cornu_radius"])
    return lambda points: horn(folded(points))
