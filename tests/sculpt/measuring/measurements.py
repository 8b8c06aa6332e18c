"""Every measurement of the body by name, taken from the baked meshes alone.

``python -m tests.sculpt.measuring.measurements`` prints them beside the published values, as the table of
docs/anatomy.md.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np

from meshes.sculpt.baking.bake import BAKED
from tests.sculpt.measuring import measure_flesh as flesh
from tests.sculpt.measuring.measure import ACROSS, Array, Solid
from tests.sculpt.measuring.measure_hips import STATIONS, Femur, HipBone
from tests.sculpt.measuring.measure_spine import Plate, Vertebra, disc_heights, plate

PUBLISHED = Path(__file__).parent / "published.csv"
LEANS = {"T12": -16.0, "L1": -16.0, "L2": -13.0, "L3": -6.0, "L4": 6.0, "L5": 20.0}  # first guess, degrees forward
S1_LEAN = 35.0
VOLUME = ", volume"
DISTANCES = (
    ("asis", "asis_left"), ("psis", "psis_left"), ("aiis", "aiis_left"), ("tubercle", "tubercle_left"),
    ("ischial_spine", "ischial_spine_left"), ("piis", "piis_left"), ("asis", "psis"), ("asis", "aiis"),
    ("asis", "tubercle"), ("asis", "ischial_spine"), ("aiis", "ischial_spine"), ("tubercle", "ischial_spine"),
    ("psis", "piis"), ("piis", "ischial_spine"),
)  # fmt: skip


@dataclass(frozen=True)
class Published:
    """One published value: what it is called, its range, its unit, the value as published, and by whom."""

    name: str
    low: float
    high: float
    unit: str
    value: str
    source: str


def published() -> tuple[Published, ...]:
    """The rows of published.csv."""
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(line for line in file if not line.startswith("#")))
    return tuple(Published(row[0], float(row[1]), float(row[2]), *row[3:]) for row in rows[1:])


class Body:
    """The structures in a folder of baked meshes, and what is measured of several of them together."""

    def __init__(self, folder: Path = BAKED) -> None:
        self._folder = folder
        self._read: dict[str, Solid] = {}

    def __getitem__(self, structure: str) -> Solid:
        if structure not in self._read:
            self._read[structure] = Solid.read(self._folder / f"{structure}.vtp")
        return self._read[structure]

    @property
    def names(self) -> tuple[str, ...]:
        """Every structure, proxies left out."""
        return tuple(path.stem for path in sorted(self._folder.glob("*.vtp")) if ".proxy" not in path.name)

    @cached_property
    def vertebrae(self) -> dict[str, Vertebra]:
        """T12 to L5 with their end plates."""
        return {level: Vertebra.of(self[f"vertebra_{level}"], lean) for level, lean in LEANS.items()}

    @cached_property
    def sacral_plate(self) -> Plate:
        """The upper plate of S1."""
        return plate(self["sacrum"], 1.0, S1_LEAN)

    @cached_property
    def gaps(self) -> dict[str, tuple[Plate, Plate]]:
        """The plates below and above each disc, by the disc's name."""
        below = {**{level: one.upper for level, one in self.vertebrae.items()}, "S1": self.sacral_plate}
        return {f"{a}_{b}": (below[b], self.vertebrae[a].lower) for a, b in pairwise(below)}

    @cached_property
    def hip_bone(self) -> HipBone:
        """The right hip bone."""
        return HipBone(self["hip_bone_right"])

    @cached_property
    def femur(self) -> Femur:
        """The right femur."""
        return Femur(self["femur_right"])

    def height_of(self, level: str) -> float:
        """z of a vertebral body's middle, or of a disc's."""
        pair = self.gaps.get(level) or (self.vertebrae[level].upper, self.vertebrae[level].lower)
        return float((pair[0].middle[2] + pair[1].middle[2]) / 2)


def measured(body: Body) -> dict[str, float]:
    """Every measurement by name; mm, degrees, cm2 and cm3."""
    return dict([*_spine(body), *_curve(body), *_pelvis(body), *_femur(body), *_muscles(body)])


def _spine(body: Body) -> Iterator[tuple[str, float]]:
    for level, bone in body.vertebrae.items():
        for side, one in (("upper", bone.upper), ("lower", bone.lower)):
            yield f"{level} {side} plate, width", one.width
            yield f"{level} {side} plate, depth", one.depth
        front, back = bone.heights
        yield from ((f"{level} body, height in front", front), (f"{level} body, height behind", back))
        yield f"{level} body, mean height", (front + back) / 2
        yield from zip((f"{level} canal, width", f"{level} canal, depth"), bone.canal, strict=True)
        yield from ((f"{level} processes, span", bone.span), (f"{level} whole depth", bone.length))
    for name, (below, above) in body.gaps.items():
        heights = disc_heights(body[f"disc_{name}"], below, above)
        yield from zip((f"disc {name}, {place}" for place in ("front", "middle", "back")), heights, strict=True)


def _curve(body: Body) -> Iterator[tuple[str, float]]:
    slope, bones = body.sacral_plate.tilt, body.vertebrae
    lean = {level: (one.upper.tilt + one.lower.tilt) / 2 for level, one in bones.items()}
    hip, middle = body.femur.head[0], body.sacral_plate.middle
    tilt = float(np.degrees(np.arctan2(middle[1] - hip[1], middle[2] - hip[2])))
    yield "lordosis T12 to S1", slope - bones["T12"].upper.tilt
    yield "lordosis L1 to S1", slope - bones["L1"].upper.tilt
    yield "lordosis L1 to L5", lean["L5"] - lean["L1"]
    yield from (("sacral slope", slope), ("pelvic tilt", tilt), ("pelvic incidence", slope + tilt))


def _pelvis(body: Body) -> Iterator[tuple[str, float]]:
    bone, front = body.hip_bone, body.sacral_plate
    for first, second in DISTANCES:
        yield f"{first} to {second}".replace("_", " "), bone.distance(first, second)
    promontory = _on_midline(front, front.ends()[0])
    yield "promontory to tubercles", float(np.linalg.norm((promontory - bone.marks["tubercle"])[1:]))
    yield "sacrum, height", _lowest(body["sacrum"], promontory)
    yield from (("socket, diameter", 2 * bone.socket[1]), ("acetabular rim, diameter", bone.rim))
    yield "sacrum, width", float(np.ptp(body["sacrum"].points[:, 0]))
    yield "socket to head, centres", float(np.linalg.norm(bone.socket[0] - body.femur.head[0]))


def _on_midline(one: Plate, back: float) -> Array:
    """The place (3,) on a plate's rim that lies so far back on the midline."""
    base = (one.middle - 2.0 * one.normal) * (1 - ACROSS)
    return np.asarray(base + (back - base @ one.back) * one.back)


def _lowest(sacrum: Solid, promontory: Array) -> float:
    """From the promontory to the lowest point near the midline."""
    middle = sacrum.points[np.abs(sacrum.points[:, 0]) < 6]
    return float(np.linalg.norm(middle[middle[:, 2].argmin()] - promontory))


def _femur(body: Body) -> Iterator[tuple[str, float]]:
    bone = body.femur
    yield from (("femur, length", bone.length), ("head, diameter", 2 * bone.head[1]))
    yield from (("neck-shaft angle", bone.neck_shaft_angle), ("anteversion", bone.anteversion))
    _, high, deep, away = bone.neck
    yield from (("neck, height", high), ("neck, depth", deep), ("neck, from the head's centre", away))
    yield from (("epicondyles, breadth", bone.epicondyles), ("middle of the shaft, girth", bone.girth))
    yield "condyles, backs apart", float(np.linalg.norm(bone.backs[0] - bone.backs[1]))
    for per_cent in STATIONS:
        breadth, deep, _ = bone.station(per_cent)
        yield from ((f"shaft at {per_cent} %, breadth", breadth), (f"shaft at {per_cent} %, depth", deep))


def _muscles(body: Body) -> Iterator[tuple[str, float]]:
    psoas, iliacus, apex = body["psoas_major_right"], body["iliacus_right"], body.femur.lesser_trochanter
    for level in ("L1", "L2", "L3", "L4", "L4_L5", "L5"):
        yield f"psoas major at {level}, area", flesh.level_area(psoas, body.height_of(level))
    yield "psoas major at L4_L5, depth", flesh.depth(psoas, body.height_of("L4_L5"))
    for row in published():
        if row.name.endswith(VOLUME):
            yield row.name, body[f"{row.name.removesuffix(VOLUME).replace(' ', '_')}_right"].volume
    yield "psoas major before the hip, tendon's width", flesh.narrowest(psoas, (-35.0, 15.0))
    yield "psoas major to the lesser trochanter", flesh.nearest(psoas, apex)
    yield "iliacus to the lesser trochanter", flesh.nearest(iliacus, apex)


def _table() -> Iterator[str]:
    found = measured(Body())
    yield "| What | Here | Published | Range | Source |\n|---|---:|---|---|---|\n"
    for row in published():
        bounds = f"{row.low:g} to {row.high:g}"
        yield f"| {row.name} | {found[row.name]:.1f} {row.unit} | {row.value} | {bounds} | {row.source} |\n"


if __name__ == "__main__":
    sys.stdout.writelines(_table())
