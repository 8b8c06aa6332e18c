"""The tables of the drawn arch, and the points that each of them must name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.tables import Vector, read_points

Array = npt.NDArray[np.float64]

_EDGES = {
    "lamina": (
        "top_middle top_middle_outer top_near top_corner pedicle_upper pedicle_side pars_upper pars "
        "pars_lower inferior_side_upper inferior_side inferior_tip_side inferior_tip inferior_inner "
        "lower_corner lower_near lower_middle lower_middle_outer"
    ),
    "superior": (
        "base_front front_lower front tip top top_back mammillary_upper mammillary mammillary_lower "
        "back_lower base_back base base_inner"
    ),
    "costal": (
        "root_inner_lower root_lower lower_near lower_middle lower_far tip_lower tip tip_upper upper_far "
        "upper_middle upper_near root_upper root_inner_upper"
    ),
    "spinous": (
        "root_upper upper_near upper upper_far tip_upper tip_back_upper tip_back tip_back_lower tip_lower "
        "lower_far lower lower_near root_lower root"
    ),
}
_DEPTHS = {
    "lamina": (
        "top_middle middle_upper middle middle_lower top_near near_upper near top_outer plate_upper plate "
        "plate_lower pars_top pars_inner pars_outer pars pedicle inferior_root inferior_root_outer "
        "inferior_inner inferior inferior_outer inferior_tip"
    ),
    "superior": ("tip tip_back front middle back mammillary front_base base back_base root"),
    "costal": ("root near near_upper near_lower neck middle middle_upper middle_lower far far_upper far_lower tip"),
    "spinous": (
        "root_upper root root_lower upper_near near lower_near upper middle lower upper_far far lower_far "
        "tip_upper tip tip_lower"
    ),
}
_PEDICLE = "within_body root neck isthmus behind_isthmus pars"
_CANAL = "front front_near front_far recess side side_behind lamina roof_near roof"


@cache
def sheet_edge(sheet: str) -> Array:
    """The named points (n, 2) of a sheet's outline, along and up, in order. Raises TableError."""
    return _rows("vertebrae/vertebra_edges.csv", ("along", "up"), _EDGES, sheet)


@cache
def sheet_depths(sheet: str) -> Array:
    """The named depths (n, 4) of a sheet: along, up, middle, half thickness. Raises TableError."""
    return _rows("vertebrae/vertebra_depths.csv", ("along", "up", "middle", "half"), _DEPTHS, sheet)


def _rows(file: str, columns: tuple[str, ...], names: Mapping[str, str], sheet: str) -> Array:
    required = [f"{part} {name}" for part, listed in names.items() for name in listed.split()]
    found = read_points(file, columns, required=required)
    return np.array([found[f"{sheet} {name}"] for name in names[sheet].split()])


@cache
def pedicle_sections() -> Array:
    """The pedicle's sections (n, 5): back, across, up, half widths across and up. Raises TableError."""
    columns = ("back", "across", "up", "half_across", "half_up")
    return _listed(read_points("vertebrae/vertebra_pedicle.csv", columns, required=_PEDICLE.split()), _PEDICLE)


@cache
def canal_wall(file: str = "vertebrae/vertebra_canal.csv") -> Array:
    """Half a canal's wall seen from above (n, 2): across, back, from its front to its roof. Raises TableError.

    ``file`` names the table: the drawn form's, or that of a level with a canal of its own.
    """
    return _listed(read_points(file, ("across", "back"), required=_CANAL.split()), _CANAL)


def _listed(rows: Mapping[str, Vector], names: str) -> Array:
    return np.array([rows[name] for name in names.split()])


@cache
def knob(name: str) -> tuple[Vector, Vector]:
    """Middle and half widths, each (3,), of the ``mammillary`` or ``accessory`` process. Raises TableError."""
    columns = ("across", "back", "up", "half_across", "half_back", "half_up")
    row = read_points("vertebrae/vertebra_knobs.csv", columns, required=("mammillary", "accessory"))[name]
    return row[:3], row[3:]
