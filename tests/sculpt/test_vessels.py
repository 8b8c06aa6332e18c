"""The vessels: at their levels, as wide as people's, in their order, and through nothing that was there before them."""

from __future__ import annotations

import numpy as np
import pytest
import pyvista as pv

from meshes.sculpt import body
from meshes.sculpt.baking import bake, recipes
from meshes.sculpt.baking.checks import check
from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.kernel.grids import distance_to
from meshes.sculpt.kernel.surface import Surface, normals
from meshes.sculpt.kernel.tubes import Branch
from meshes.sculpt.muscles import anchors
from meshes.sculpt.muscles.surroundings import settle
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.tables import TableError, read_points
from meshes.sculpt.vessels import lymph_nodes, vessel_places, vessels
from meshes.sculpt.vessels.vessel_lines import FLIP, Lines, around, numbers, wall
from meshes.sculpt.vessels.vessel_pieces import cut, stretches
from tests.sculpt.measuring.measure import Solid
from tests.sculpt.measuring.overlaps import depths

STRUCTURES = tuple(stretches())
FLAT, PRESSED = "anterior_longitudinal_ligament", 1.0  # a band of 2 mm at most, and mm by which vessels dent it
DEEPEST = 0.3  # mm by which anything may stand in another
UNDER_SKIN, NEAR_SKIN = 2.5, 8.0  # mm


def baked(structure: str) -> Surface | None:
    """A finished structure, or None where it has not been baked yet."""
    path = bake.BAKED / f"{structure}.vtp"
    if not path.exists():
        return None
    mesh = pv.read(path)
    points, faces = np.asarray(mesh.points, float), mesh.faces.reshape(-1, 4)[:, 1:].astype(np.int64)
    return Surface(points, faces, normals(points, faces))


@pytest.fixture(scope="module")
def built() -> dict[str, Surface]:
    """What stands in the vessels' way, as it was baked last."""
    found = {name: surface for name in vessels.FIXED if (surface := baked(name))}
    assert {*vessels.BONES, *vessels.MUSCLES} <= set(found)
    return found


@pytest.fixture(scope="module")
def every(built: dict[str, Surface]) -> Lines:
    """All lines, led among the real bones, muscles and nerves."""
    bone, soft = numbers()["bone_clearance"], numbers()["soft_clearance"]
    return Lines(around(built, {name: bone if name in vessels.BONES else soft for name in built}))


def ring(tube: Branch) -> Points:
    """Points on the wall of a tube, (n, 3)."""
    return wall(np.column_stack([tube.line, tube.wide, tube.thick])[::2]).reshape(-1, 3)


def nearest(every: Lines, line: str, place: str) -> tuple[Points, float, float]:
    """A line at one of its places: where it runs, how wide and how thick it is."""
    tube, sample = every.branch(line), every.sample(line, place)
    return tube.line[sample], float(tube.wide[sample]), float(tube.thick[sample])


def level(every: Lines, place: str) -> float:
    """How high a place lies, counted in vertebrae from the lower plate of L5 (0) upwards, discs between them."""
    height = every.point(place)[2]
    plates = body.plates()
    heights = [plates[f"{name}_{end}"].origin[2] for name in reversed(body.VERTEBRAE) for end in ("lower", "upper")]
    return float(np.interp(height, heights, np.arange(len(heights)) / 2.0))


@pytest.mark.parametrize("structure", ["abdominal_aorta", "lumbar_arteries_left", "common_iliac_vein_left"])
def test_a_vessel_passes_each_check_of_a_bake_within_the_budget(every: Lines, structure: str) -> None:
    surface = vessels.sculpted(structure, every)
    check(recipes.recipes()[structure], surface)
    assert 2900 < len(surface.faces) <= 8000


@pytest.mark.parametrize("group", ["inguinal_lymph_nodes_right", "external_iliac_lymph_nodes_right"])
def test_nodes_are_whole_beans_of_their_size(group: str) -> None:
    surface = lymph_nodes.sculpted(group)
    check(recipes.recipes()[group], surface)
    assert len(lymph_nodes.beans(group)) > 2
    for node in lymph_nodes.beans(group):
        assert 8.0 < node.size[0] < 20.0
        own = surface.points[np.abs(node.distance(surface.points)) < 0.2]
        assert np.ptp(own @ node.axes[0]) == pytest.approx(node.size[0], abs=0.6)


@pytest.mark.parametrize(
    ("place", "low", "high"),
    [
        ("aorta: hiatus", 5.0, 5.51),  # T12
        ("aorta: fork", 1.0, 1.5),  # L4
        ("cava: confluence", 0.25, 0.95),  # from L5 to the disc above it
        ("limb artery right: division", -0.1, 0.25),  # at the lower edge of L5, on the brim
        ("lumbar artery L1 right: start", 4.0, 4.5),
        ("lumbar artery L4 left: start", 1.0, 1.5),
    ],
)
def test_vessels_begin_and_part_at_the_levels_of_the_textbooks(
    every: Lines, place: str, low: float, high: float
) -> None:
    assert low <= level(every, place) <= high


@pytest.mark.parametrize(
    ("line", "place", "wide", "thick"),
    [
        (
            "aorta",
            "hiatus",
            (17.8, 25.5),
            (17.8, 25.5),
        ),  # 20.3 and 23.0, a tenth less and more: Ethiopian CT, 131 people
        ("aorta", "L3_L4", (13.9, 19.7), (13.9, 19.7)),  # men 16.8 +- 2.9: Pedersen 1993
        ("cava", "L2", (22.3, 29.3), (13.4, 19.2)),  # 25.8 +- 3.5 by 16.3 +- 2.9: Indian CT 2022, 200 people
        ("limb artery right", "before the confluence", (8.0, 12.0), (8.0, 12.0)),  # 9 inside: Saudi CT 2022, 112 people
        ("limb artery left", "medial border of psoas", (7.0, 10.0), (7.0, 10.0)),  # 7.5 inside: the same
        ("limb artery right", "below the ligament", (7.3, 11.0), (7.3, 11.0)),  # 7.3 inside; 9.8 in men: Sandgren 1999
        ("limb artery right", "middle of the canal", (5.3, 8.5), (5.3, 8.5)),  # 5.3 to 6.1 inside: Saudi CT 2022
        (
            "limb vein right",
            "below the ligament",
            (9.0, 14.0),
            (9.0, 14.0),
        ),  # 114 square mm: Czyzewska 2017, 205 people
        ("profunda right", "out", (4.6, 6.5), (4.6, 6.5)),  # 5.0 to 5.4: Dhaminirithika 2025, 41 limbs
    ],
)
def test_vessels_are_as_wide_as_measured_in_people(
    every: Lines, line: str, place: str, wide: tuple[float, float], thick: tuple[float, float]
) -> None:
    _, found_wide, found_thick = nearest(every, line, place)
    assert wide[0] <= found_wide <= wide[1]
    assert thick[0] <= found_thick <= thick[1]


def test_the_aorta_lies_left_of_the_midline_and_the_vein_right_of_it(every: Lines) -> None:
    for place in ("L1", "L2", "L3", "L4"):
        artery, wide, _ = nearest(every, "aorta", place)
        vein, vein_wide, _ = nearest(every, "cava", place)
        assert 1.0 < artery[0] < 13.0
        assert vein[0] < 0.0
        assert artery[0] - vein[0] > (wide + vein_wide) / 2 - 1.0


def test_the_right_artery_crosses_in_front_of_the_left_vein_which_is_pressed_flat(every: Lines) -> None:
    artery, vein = every.branch("limb artery right"), every.branch("limb vein left")
    upper = vein.line[: every.sample("limb vein left", "division")]
    apart = np.linalg.norm((artery.line[:, None] - upper[None, ::4])[..., [0, 2]], axis=2)
    over, under = np.unravel_index(apart.argmin(), apart.shape)
    assert artery.line[over, 1] < upper[4 * under, 1] - 5.0
    assert vein.thick[4 * under] < 0.8 * vein.wide[4 * under]


def test_nerve_artery_and_vein_lie_side_by_side_at_the_inguinal_ligament(
    every: Lines, built: dict[str, Surface]
) -> None:
    marks = hip_bone.landmarks("right")
    middle = (marks["asis"][0] + 0.0) / 2  # between the anterior superior iliac spine and the symphysis
    artery, wide, _ = nearest(every, "limb artery right", "ligament")
    vein = every.branch("limb vein right").line
    vein = vein[np.abs(vein[:, 2] - artery[2]).argmin()]
    nerve = built["femoral_nerve_right"].points
    nerve = nerve[(np.abs(nerve[:, 2] - artery[2]) < 2.0) & (nerve[:, 1] > marks["asis"][1])]
    assert abs(artery[0] - middle) < 5.0
    assert nerve[:, 0].max() < artery[0] - wide / 2
    assert vein[0] > artery[0] + wide / 2 + 4.0


def test_the_vein_is_medial_in_the_triangle_and_behind_the_artery_below(every: Lines) -> None:
    artery, vein = every.branch("limb artery right").line, every.branch("limb vein right").line
    for height, medial, behind in ((0.0, (8.0, 14.0), (-4.0, 5.0)), (-100.0, (-2.0, 5.0), (6.0, 12.0))):
        one, other = (line[np.abs(line[:, 2] - height).argmin()] for line in (artery, vein))
        assert medial[0] < other[0] - one[0] < medial[1]
        assert behind[0] < other[1] - one[1] < behind[1]
    low, beside = (line[np.abs(line[:, 2] + 380.0).argmin()] for line in (artery, vein))
    assert beside[1] > low[1] + 4.0
    assert beside[0] < low[0]  # and lateral


def test_the_deep_femoral_artery_leaves_where_it_does_in_people(every: Lines) -> None:
    marks = hip_bone.landmarks("right")
    point = (marks["asis"] + marks["symphysis_top"]) / 2
    away = np.linalg.norm(every.point("profunda right: start") - point)
    assert 32.0 < away < 66.0  # 47.4 +- 9 and 51.9 +- 7, from 32 to 62: Dhaminirithika 2025; 65 +- 15: Choy 2013


@pytest.mark.parametrize("lumbar", ["L1", "L2", "L3", "L4"])
def test_lumbar_arteries_keep_to_the_waists_beneath_the_arches(every: Lines, lumbar: str) -> None:
    row = read_points("muscles/lumbar_vessels.csv", ("x2", "y2", "z2", "x3", "y3", "z3"))[f"{lumbar}_vessels"]
    beneath = settle(anchors.frame(lumbar).to_body(row.reshape(2, 3)), f"vertebra_{lumbar}")
    line = every.branch(f"lumbar artery {lumbar} right").line
    assert max(np.linalg.norm(line - place, axis=1).min() for place in beneath) < 7.0


def test_the_iliac_artery_follows_the_medial_border_of_psoas(every: Lines, built: dict[str, Surface]) -> None:
    line = every.branch("limb artery right")
    start, stop = (every.sample("limb artery right", place) for place in ("on the brim behind", "ligament"))
    rings = wall(np.column_stack([line.line, line.wide, line.thick])[start:stop])
    away = distance_to(built["psoas_major_right"])(rings.reshape(-1, 3)).reshape(len(rings), -1).min(axis=1)
    assert np.median(away) < 8.0  # the tendon of psoas minor and a node lie between


@pytest.mark.parametrize("structure", STRUCTURES)
def test_no_vessel_stands_in_bone_muscle_or_nerve(
    every: Lines, built: dict[str, Surface], free: dict[str, Values], structure: str
) -> None:
    points = ring_of(every, structure)
    assert len(points)
    assert free[structure].min() > -DEEPEST


@pytest.mark.parametrize("structure", STRUCTURES)
def test_vessels_hardly_press_on_the_ligament_before_the_spine(
    every: Lines, built: dict[str, Surface], structure: str
) -> None:
    points, ligament = ring_of(every, structure), built[FLAT]
    solid = Solid(ligament.points, ligament.faces)
    assert max(depths(points, solid).max(), depths(points * FLIP, solid).max()) < PRESSED


@pytest.fixture(scope="module")
def free(every: Lines, built: dict[str, Surface]) -> dict[str, Values]:
    """How far the wall of each vessel is from everything in its way."""
    standing = {name: surface for name, surface in built.items() if name != FLAT}
    field = around(standing, dict.fromkeys(standing, 0.0))
    return {structure: field(ring_of(every, structure)) for structure in STRUCTURES}


def ring_of(every: Lines, structure: str) -> Points:
    """Points on the walls of a vessel's tubes that are its surface, (n, 3)."""
    cuts = [cut(every, stretch) for stretch in stretches()[structure]]
    points = np.vstack([ring(one.tube) for one in cuts])
    inside = np.minimum.reduce([one.distance(points) for one in cuts])
    return points[np.abs(inside) < 0.2]


@pytest.mark.parametrize("structure", STRUCTURES)
def test_no_vessel_stands_in_another(every: Lines, structure: str) -> None:
    points = ring_of(every, structure)
    assert len(points) > 50
    for other in STRUCTURES:
        if other != structure:
            for stretch in stretches()[other]:
                assert cut(every, stretch).distance(points).min() > -DEEPEST, other


def test_every_vessel_lies_beneath_the_skin(every: Lines) -> None:
    skin = baked("skin")
    assert skin is not None
    away = distance_to(skin)(np.vstack([ring_of(every, structure) for structure in STRUCTURES]))
    near = away[away < NEAR_SKIN]  # what is further is told apart by no sign
    assert len(near) > 20
    assert near.max() < -UNDER_SKIN


def test_both_sides_are_mirror_images_below_the_ligament(every: Lines) -> None:
    for line in ("limb artery", "limb vein"):
        right, left = every.branch(f"{line} right").line, every.branch(f"{line} left").line * FLIP
        below = right[right[:, 2] < 10.0]
        assert np.linalg.norm(below[:, None] - left[None, ::1], axis=2).min(axis=1).max() < 0.6


@pytest.mark.parametrize("frame", ["a: later", "b: missing"])
def test_a_place_given_from_one_that_is_not_before_it_is_refused(monkeypatch: pytest.MonkeyPatch, frame: str) -> None:
    monkeypatch.setattr(vessel_places, "read_words", lambda *_: {"a: first": frame, "a: later": "L1"})
    row = np.array([0.0, 0.0, 0.0, 5.0, 5.0])
    monkeypatch.setattr(vessel_places, "read_points", lambda *_: {"a: first": row, "a: later": row})
    with pytest.raises(TableError, match=r"vessel_courses\.csv: a: first: is given from"):
        vessel_places.lines.__wrapped__()
