"""The sacrum's solid without its canal: the mass between the four surfaces, and the body of S1 under its plate.

Given in the frame of the S1 plate; the sections of the S1 body shrink from the plate down to its waist, so that the
promontory overhangs the pelvic surface.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_min
from meshes.sculpt.spine.sacrum import sacrum_sheets
from meshes.sculpt.tables import read_numbers

_REQUIRED = (
    *("body_depth", "body_shift", "body_narrow_across", "body_narrow_along", "body_weld", "plate_edge"),
    *("edge_upper", "edge_lateral", "least_half_thickness"),
    *("process_rim", "process_corner", "process_thickness_top", "process_thickness_root", "process_weld"),
    *(f"root_{end}_{what}" for end in ("upper", "lower") for what in ("x", "y", "z", "radius")),
    *("apex_y", "apex_z", "apex_tilt", "apex_edge"),
    *("cornu_x", "cornu_y", "cornu_z", "cornu_length", "cornu_radius"),
    *(
        "ear_gap",
        "ear_margin",
        "ear_middle",
        "ear_half_width",
        "ear_height",
        "ear_edge",
        "unevenness",
        "roughness",
        "knobbliness",
        "asymmetry",
    ),
)


@cache
def numbers() -> dict[str, float]:
    """The sacrum's single measurements, name -> value. Raises TableError."""
    return read_numbers("sacrum/sacrum.csv", required=_REQUIRED)


def mass() -> Field:
    """Everything but the canal, the foramina and the articular processes."""
    weld = numbers()["body_weld"]
    return lambda points: smooth_min(between_sheets(points), upper_body(points), weld)


def between_sheets(points: Points) -> Values:
    """Alae, lateral masses and the fused bodies and laminae, (n,)."""
    table = numbers()
    x, y, z = points.T
    plan, depth, profile = points[:, [0, 2]], points[:, [0, 1]], points[:, [1, 2]]
    pelvic, dorsal = sacrum_sheets.front(), sacrum_sheets.back()
    front_y, back_y = pelvic.height(plan), dorsal.height(plan)
    ahead = (front_y - y) / pelvic.steepness(plan)
    behind = (y - back_y) / dorsal.steepness(plan)
    outline, radius = sacrum_sheets.border()
    edge = np.maximum(np.minimum(radius.height(plan), 0.46 * (back_y - front_y)), table["least_half_thickness"])
    plate = rounded(np.maximum(ahead, behind), outline.height(plan), edge)
    plate = rounded(plate, _beyond_apex(points), table["apex_edge"])
    upper, lateral = sacrum_sheets.top(), sacrum_sheets.side()
    above = (z - upper.height(depth)) / upper.steepness(depth)
    beside = (np.abs(x) - lateral.height(profile) - _ear_height(profile)) / lateral.steepness(profile)
    return smooth_max(smooth_max(plate, above, table["edge_upper"]), beside, table["edge_lateral"])


def _beyond_apex(points: Points) -> Values:
    """How far points lie beyond the face for the coccyx, which looks down and forwards as the bone's end does, (n,)."""
    table = numbers()
    tilt = np.radians(table["apex_tilt"])
    return np.asarray(
        -(points[:, 1] - table["apex_y"]) * np.sin(tilt) - (points[:, 2] - table["apex_z"]) * np.cos(tilt)
    )


def _ear_height(profile: Points) -> Values:
    """How far the auricular surface may stand out of the lateral sheet, (n,); the hip bone then cuts it to fit."""
    table = numbers()
    within = np.clip(0.5 - sacrum_sheets.ear().height(profile) / table["ear_margin"], 0.0, 1.0)
    furthest = table["ear_half_width"] + sacrum_sheets.ear_shift()
    room = np.clip(furthest - sacrum_sheets.side().height(profile), 0.0, table["ear_height"])
    return room * within**2 * (3.0 - 2.0 * within)


def rounded(a: Values, b: Values, radius: Values | float) -> Values:
    """Intersection whose edge is a quarter circle of the given radius."""
    return np.minimum(np.maximum(a, b), -radius) + np.hypot(np.maximum(a + radius, 0.0), np.maximum(b + radius, 0.0))


def upper_body(points: Points) -> Values:
    """The body of S1 from its plate to its waist, (n,)."""
    table = numbers()
    x, y, z = points.T
    down = np.clip(-z / table["body_depth"], 0.0, 1.0)
    across, along = 1.0 - table["body_narrow_across"] * down, 1.0 - table["body_narrow_along"] * down
    flat = np.stack([x / across, (y - table["body_shift"] * down) / along], axis=1)
    beside = sacrum_sheets.plate_edge().height(flat) * np.minimum(across, along)
    above = z - sacrum_sheets.plate_height().height(points[:, :2])
    below = -table["body_depth"] - z
    return smooth_max(smooth_max(beside, above, table["plate_edge"]), below, 6.0)
