"""Where the named points of each vertebra lie, and the warp that carries one drawn form to every level.

The arch is drawn once in detail, after L3. At each level its points lie elsewhere: most are measured
(``vertebrae/vertebra_marks.csv``), those of the facets follow from the joints (``vertebrae/facets.csv``), so that
neighbours meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.interpolate import RBFInterpolator

from meshes.sculpt.body import VERTEBRAE, vertebra
from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.spine.facets import JOINTS, joint
from meshes.sculpt.tables import Vector, read_points

Array = npt.NDArray[np.float64]
FORM = "form"
SMOOTHING = 0.3
_JOINT_COLUMNS = ("across", "back", "up", "angle", "lean", "width", "height")
_MIDLINE = (
    *("canal_front", "canal_roof", "lamina_top", "lamina_bottom", "spinous_root", "spinous_upper"),
    *("spinous_tip_upper", "spinous_tip", "spinous_tip_lower", "spinous_lower"),
)
_PAIRED = (
    *("pedicle_medial", "pedicle_lateral", "pedicle_upper", "pedicle_lower", "pars_lateral", "lower_inner_corner"),
    *(
        "lamina_back",
        "lamina_front",
        "inferior_back",
        "spinous_tip_side",
        "spinous_side",
        "body_side",
        "costal_root_front",
        "costal_tip",
    ),
)
_LUMBAR = (
    *("mammillary", "superior_outer", "costal_root_upper", "costal_root_lower", "costal_root_back"),
    *("costal_tip_upper", "costal_tip_lower"),
)
_REQUIRED = (
    *(f"{name}_{level}" for name in (*_MIDLINE, *_PAIRED) for level in (FORM, *VERTEBRAE)),
    *(f"{name}_{level}" for name in _LUMBAR for level in (FORM, *VERTEBRAE[1:])),
)


@cache
def _table() -> dict[str, Vector]:
    return read_points("vertebrae/vertebra_marks.csv", ("across", "back", "up"), required=_REQUIRED)


def joints_of(level: str) -> tuple[str, str]:
    """The joints above and below a vertebra: ``L3`` has ``L2_L3`` and ``L3_L4``."""
    place = next(i for i, name in enumerate(JOINTS) if name.startswith(f"{level}_"))
    return JOINTS[place - 1], JOINTS[place]


@cache
def marks(level: str) -> dict[str, Vector]:
    """The named points of a level (or of the drawn ``form``): across from the midline (positive), back, up.

    In the vertebra's own frame. Raises TableError for a faulty table.
    """
    tail = f"_{level}"
    found = {name.removesuffix(tail): point for name, point in _table().items() if name.endswith(tail)}
    for which, name in zip(("superior", "inferior"), ("", "") if level == FORM else joints_of(level), strict=True):
        spots = _form_joint(which) if level == FORM else _body_joint(level, name)
        found.update({f"{which}_facet_{spot}": point for spot, point in spots.items()})
    return found


def _form_joint(which: str) -> dict[str, Vector]:
    row = read_points("vertebrae/vertebra_form_joints.csv", _JOINT_COLUMNS, required=("superior", "inferior"))[which]
    (out, down), (width, height) = np.radians(row[3:5]), row[5:]
    across = np.array([np.sin(out), np.cos(out), 0.0])
    up = np.array([np.cos(out) * np.sin(down), -np.sin(out) * np.sin(down), np.cos(down)])
    return _spots(row[:3], across * width / 2, up * height / 2)


def _body_joint(level: str, name: str) -> dict[str, Vector]:
    found, frame = joint(name), vertebra(level)
    middle = frame.to_local(found.frame.origin) * [-1.0, 1.0, 1.0]
    axes = frame.axes.T @ found.frame.axes * np.array([[-1.0], [1.0], [1.0]])
    return _spots(middle, axes[:, 0] * found.width / 2, axes[:, 2] * found.height / 2)


def _spots(middle: Array, across: Array, up: Array) -> dict[str, Vector]:
    return {
        "middle": middle,
        "front": middle - across,
        "back": middle + across,
        "top": middle + up,
        "foot": middle - up,
    }


@dataclass(frozen=True)
class Warp:
    """Carries fields drawn on the form to a level. ``scale``: how many mm there stand for one of the form's."""

    to_form: RBFInterpolator
    scale: float

    def form_points(self, points: Points) -> Points:
        """Points (n, 3) of the vertebra's frame with across >= 0, on the form."""
        return np.asarray(self.to_form(points))


@cache
def warp(level: str) -> Warp:
    """The warp from a level to the drawn form, a thin-plate spline through all points that both have."""
    there, form = marks(level), marks(FORM)
    names = [
        name for name in form if name in there and not (level == "T12" and name.startswith(("superior", "costal")))
    ]
    here, drawn = np.array([there[n] for n in names]), np.array([form[n] for n in names])
    here, drawn = _both_sides(here), _both_sides(drawn)
    spline = RBFInterpolator(here, drawn, kernel="thin_plate_spline", smoothing=SMOOTHING)
    spread = [np.linalg.norm(p - p.mean(axis=0), axis=1).mean() for p in (here, drawn)]
    return Warp(spline, float(spread[0] / spread[1]))


def _both_sides(points: Array) -> Array:
    """Points with the mirror images of those off the midline, so that the warp keeps the midline plane."""
    return np.vstack([points, points[points[:, 0] > 0] * [-1.0, 1.0, 1.0]])
