"""The nerves: sound surfaces, clear of bone, out of their foramina, and past what anatomists name on their way."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scipy.spatial import cKDTree

from meshes.sculpt import body
from meshes.sculpt.baking.checks import check
from meshes.sculpt.kernel.fields import Field, Points, Values
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.leg import femur
from meshes.sculpt.muscles import anchors
from meshes.sculpt.muscles.fascicles import level_gates
from meshes.sculpt.nerves import nerve_courses, nerve_places, nerves
from meshes.sculpt.nerves.nerve_courses import Courses, bones
from meshes.sculpt.pelvis import hip_bone, hip_relief
from meshes.sculpt.spine.sacrum import sacrum
from meshes.sculpt.spine.vertebrae import vertebra_marks
from meshes.sculpt.tables import TableError, read_points

RIGHT = tuple(recipe.id for recipe in nerves.RECIPES if recipe.id.endswith("_right"))
LUMBAR = ("L1", "L2", "L3", "L4")
SACRAL = tuple(f"{name}_nerve_right" for name in ("sciatic", "superior_gluteal", "inferior_gluteal"))
FEMORAL, OBTURATOR = "femoral_nerve_right", "obturator_nerve_right"


def drawn(table: str) -> Field:
    """A muscle as its table of sections draws it, about in mm near its sides."""
    rows = read_points(table, ("x", "y", "z", "long", "short", "angle"))
    gates = level_gates(np.column_stack([anchors.placed(rows), np.array(list(rows.values()))[:, 3:]]), step=2.0)
    centre, axes, half = (np.array([getattr(gate, part) for gate in gates]) for part in ("centre", "axes", "half"))

    def field(points: Points) -> Values:
        nearest = np.abs(centre[:, 2] - points[:, 2:3]).argmin(axis=1)
        flat = np.einsum("nij,nj->ni", axes[nearest], points - centre[nearest])
        size = np.linalg.norm(flat / half[nearest], axis=1)
        slope = np.linalg.norm(flat / half[nearest] ** 2, axis=1)
        beyond = np.maximum(points[:, 2] - centre[0, 2], centre[-1, 2] - points[:, 2])
        return np.asarray(np.maximum(size * (size - 1.0) / np.maximum(slope, 1e-9), beyond))

    return field


PSOAS, ILIACUS = drawn("muscles/psoas_major_gates.csv"), drawn("muscles/iliacus_gates.csv")


@pytest.fixture(scope="module")
def courses() -> Courses:
    return Courses(lambda points: np.minimum(PSOAS(points), ILIACUS(points)))


@pytest.fixture(scope="module")
def surfaces(courses: Courses) -> dict[str, Surface]:
    """All right nerves, contoured as finely as the baked ones."""
    return {name: nerves.sculpted(name, courses) for name in RIGHT}


def test_every_nerve_passes_each_check_of_a_bake_within_the_budget(surfaces: dict[str, Surface]) -> None:
    for recipe in nerves.RECIPES:
        right = surfaces[recipe.id.replace("_left", "_right")]
        check(recipe, right if recipe.id.endswith("_right") else recipe.make({recipe.needs[0]: right}))
    assert 2 * sum(len(surface.faces) for surface in surfaces.values()) < 90_000


def test_no_nerve_touches_bone(surfaces: dict[str, Surface]) -> None:
    assert len(surfaces) == len(RIGHT)
    for name, surface in surfaces.items():
        assert bones(surface.points).min() > 0.5, name


def test_the_same_nerve_comes_out_twice(surfaces: dict[str, Surface]) -> None:
    again = nerves.sculpted("nerve_root_L5_right", Courses(PSOAS))
    assert np.array_equal(again.points, surfaces["nerve_root_L5_right"].points)


@pytest.mark.parametrize("level", body.VERTEBRAE[1:])
def test_a_root_begins_below_the_pedicle_of_its_vertebra(courses: Courses, level: str) -> None:
    pedicle = {name: point for name, point in vertebra_marks.marks(level).items() if name.startswith("pedicle")}
    start = body.vertebra(level).to_local(courses.branches(f"nerve_root_{level}_right")["ramus"].line[0])
    below = pedicle["pedicle_lower"][2] - start[2]
    assert 2.0 < below < 10.0
    assert pedicle["pedicle_medial"][0] - 5.0 < -start[0] < pedicle["pedicle_lateral"][0]
    behind = start[1] - pedicle["pedicle_lower"][1]
    assert abs(behind) < 5.0


@pytest.mark.parametrize(("level", "section"), [("L1", "L2"), ("L2", "L3"), ("L3", "L4"), ("L4", "L4_L5")])
def test_the_plexus_lies_in_the_rear_third_of_psoas(courses: Courses, level: str, section: str) -> None:
    end = courses.branches(f"nerve_root_{level}_right")["ramus"].line[-1]
    row = read_points("muscles/psoas_major_gates.csv", ("x", "y", "z", "long", "short", "angle"))[section]
    centre, turn = anchors.placed({section: row})[0], np.radians(row[5])
    depth = np.hypot(row[3] * np.sin(turn), row[4] * np.cos(turn))  # half the ellipse's extent from front to back
    assert (end[1] - centre[1]) / depth > 1 / 3
    assert PSOAS(end[None])[0] < 0.0


@pytest.mark.parametrize("nerve", [name for name in RIGHT if "_root_" not in name and name not in SACRAL])
def test_a_nerve_grows_out_of_its_roots(courses: Courses, nerve: str) -> None:
    stems = [name for name, places in nerve_places.courses()[nerve].items() if "_root_" in places[0].frame]
    assert stems
    for stem in stems:
        root = nerve_places.courses()[nerve][stem][0].frame.partition(" ")[0]
        ramus, start = courses.branches(root)["ramus"], courses.branches(nerve)[stem].line[0]
        away, nearest = cKDTree(ramus.line).query(start)
        assert away < ramus.wide[nearest] / 2, (nerve, stem)


def test_the_roots_of_each_nerve_are_those_of_the_textbooks() -> None:
    def roots(nerve: str) -> set[str]:
        frames = [places[0].frame for places in nerve_places.courses()[nerve].values()]
        return {frame.split("_")[2] for frame in frames if "_root_" in frame}

    assert roots(FEMORAL) == roots(OBTURATOR) == {"L2", "L3", "L4"}
    assert roots("genitofemoral_nerve_right") == {"L1", "L2"}
    assert roots("lateral_femoral_cutaneous_nerve_right") == {"L2", "L3"}
    assert roots("lumbosacral_trunk_right") == {"L4", "L5"}
    assert roots("iliohypogastric_nerve_right") == roots("ilioinguinal_nerve_right") == {"L1"}


def test_the_femoral_nerve_runs_in_the_groove_and_under_the_ligament(courses: Courses) -> None:
    trunk = courses.branches(FEMORAL)["trunk"]
    groove = trunk.line[(trunk.line[:, 2] < 95.0) & (trunk.line[:, 2] > 35.0)]
    assert PSOAS(groove).max() < 6.0
    assert ILIACUS(groove).max() < 6.0
    marks = hip_bone.landmarks("right")
    middle = marks["inguinal_ligament_middle"]
    beneath = trunk.line[np.linalg.norm(trunk.line - middle, axis=1).argmin()]
    assert np.linalg.norm(beneath - middle) < 15.0
    assert middle[1] < beneath[1] < marks["iliopubic_eminence"][1]  # behind the ligament, in front of the bone
    assert beneath[0] < (marks["asis"][0] + marks["symphysis_top"][0]) / 2 - 8.0  # lateral to the artery


def test_the_femoral_nerve_forms_behind_the_middle_of_the_disc_l4_l5(courses: Courses) -> None:
    disc = anchors.frame("L4_L5")
    joined = disc.to_local(courses.point(f"{FEMORAL} trunk: all parts join at L4/5"))
    assert abs(joined[2]) < 10.0
    assert joined[1] > 0.0


def test_branches_of_the_femoral_nerve_end_tapered_just_inside_iliacus(courses: Courses) -> None:
    twigs = [branch for name, branch in courses.branches(FEMORAL).items() if name.endswith("to iliacus")]
    assert len(twigs) == 4
    for twig in twigs:
        assert -4.0 < ILIACUS(twig.line[-1:])[0] < -0.5
        assert twig.wide[-1] < 1.0 < twig.wide[0]


@pytest.mark.parametrize("nerve", RIGHT)
def test_no_nerve_has_a_kink(courses: Courses, nerve: str) -> None:
    assert courses.branches(nerve)
    for name, branch in courses.branches(nerve).items():
        run = np.concatenate([[0.0], np.linalg.norm(np.diff(branch.line, axis=0), axis=1).cumsum()])
        ahead = np.searchsorted(run, run + 8.0)  # mm within which a nerve of the plexus may not turn sharply
        here = np.flatnonzero(ahead < len(run))
        turn = np.einsum("ij,ij->i", branch.along[here], branch.along[ahead[here]])
        assert np.degrees(np.arccos(np.clip(turn, -1, 1))).max(initial=0.0) < 45.0, name


@pytest.mark.parametrize("nerve", ["iliohypogastric_nerve_right", "ilioinguinal_nerve_right"])
def test_the_first_two_nerves_leave_at_the_lateral_border_of_psoas(courses: Courses, nerve: str) -> None:
    line = courses.branches(nerve)["trunk"].line
    leaves = line[np.flatnonzero(PSOAS(line) > 0.0)[0]]
    assert PSOAS(line[:5]).max() < 0.0
    assert leaves[0] < section_centre("L2_L3")[0] - 8.0
    assert leaves[2] > section_centre("L3")[2]


def section_centre(name: str) -> Points:
    """Middle of a section of psoas in the body, (3,)."""
    row = read_points("muscles/psoas_major_gates.csv", ("x", "y", "z", "long", "short", "angle"))[name]
    return np.asarray(anchors.placed({name: row})[0])


def test_the_obturator_nerve_leaves_at_the_medial_border_of_psoas(courses: Courses) -> None:
    line = courses.branches(OBTURATOR)["trunk"].line
    brim = section_centre("pelvis_ala")
    emerged = line[(line[:, 2] < section_centre("S1")[2]) & (line[:, 2] > brim[2] - 20.0)]
    assert PSOAS(emerged).min() > -2.0
    assert (emerged[:, 0] > brim[0]).all()


def test_the_obturator_nerve_leaves_through_the_obturator_canal(courses: Courses) -> None:
    local = hip_relief.frame().to_local(courses.branches(OBTURATOR)["trunk"].line)
    rim = read_points("pelvis/hip_foramen.csv", ("u", "v", "edge"))
    groove = rim["obturator_groove"][:2]
    inner, outer = (hip_relief.relief().at(side, groove[None])[0] for side in ("inner", "outer"))
    within = local[(np.abs(local[:, 2] - (inner + outer) / 2) < 3.0) & (local[:, 1] < -15.0)]
    assert len(within)
    assert within[:, 1].max() < groove[1]  # below the roof of the canal
    assert np.linalg.norm(within[:, :2] - groove, axis=1).max() < 12.0


@pytest.mark.parametrize("nerve", SACRAL)
def test_nerves_of_the_sacral_plexus_leave_through_the_greater_sciatic_foramen(courses: Courses, nerve: str) -> None:
    plexus = courses.branches("lumbosacral_trunk_right")["trunk"].line[-1]
    line = courses.branches(nerve)["trunk"].line
    marks = hip_bone.landmarks("right")
    assert np.linalg.norm(line[0] - plexus) < 18.0
    out = line[np.abs(line[:, 0] - (marks["ischial_spine"][0] + marks["greater_sciatic_notch"][0]) / 2).argmin()]
    assert marks["ischial_spine"][2] < out[2] < marks["greater_sciatic_notch"][2] + 14.0
    assert (out[2] > marks["greater_sciatic_notch"][2]) == (nerve == "superior_gluteal_nerve_right")  # above piriformis
    assert out[1] > marks["greater_sciatic_notch"][1]


def test_the_sciatic_nerve_passes_between_tuberosity_and_trochanter_to_above_the_knee(courses: Courses) -> None:
    line = courses.branches("sciatic_nerve_right")["trunk"].line
    marks = hip_bone.landmarks("right")
    beside = line[np.abs(line[:, 2] - marks["ischial_tuberosity_back"][2]).argmin()]
    trochanter = femur.landmarks("right")["greater_trochanter_lateral"]
    share = (marks["ischial_tuberosity_back"][0] - beside[0]) / (marks["ischial_tuberosity_back"][0] - trochanter[0])
    assert 0.2 < share < 0.6
    assert -410.0 < line[-1, 2] < -360.0


def test_branches_reach_the_muscles_that_they_supply() -> None:
    def reached(nerve: str) -> set[str]:
        return {places[-1].name.rpartition(": into ")[2] for places in nerve_places.courses()[nerve].values()}

    quadriceps = {"rectus femoris", "vastus lateralis", "vastus intermedius", "vastus medialis"}
    assert quadriceps | {"sartorius", "pectineus", "the muscle"} <= reached(FEMORAL)
    adductors = {"adductor longus", "adductor brevis", "adductor magnus"}
    assert adductors | {"gracilis"} <= reached(OBTURATOR)
    assert {"gluteus medius", "tensor fasciae latae"} <= reached("superior_gluteal_nerve_right")


def test_the_lateral_cutaneous_nerve_passes_medial_to_the_spine(courses: Courses) -> None:
    line = courses.branches("lateral_femoral_cutaneous_nerve_right")["trunk"].line
    marks = hip_bone.landmarks("right")
    along = marks["pubic_tubercle"] - marks["asis"]
    along /= np.linalg.norm(along)
    level = line[np.linalg.norm(np.cross(line - marks["asis"], along), axis=1).argmin()]
    assert 10.0 < (level - marks["asis"]) @ along < 30.0
    assert np.linalg.norm(np.cross(level - marks["asis"], along)) < 8.0


def test_the_genitofemoral_nerve_comes_through_psoas(courses: Courses) -> None:
    line = courses.branches("genitofemoral_nerve_right")["trunk"].line
    above, below = line[line[:, 2] > 198.0], line[(line[:, 2] < 165.0) & (line[:, 2] > 80.0)]
    assert PSOAS(above[-10:]).max() < 0.0
    assert PSOAS(below).min() > 0.0
    assert PSOAS(below).max() < 4.0


def test_the_lumbosacral_trunk_crosses_the_ala(courses: Courses) -> None:
    line = courses.branches("lumbosacral_trunk_right")["trunk"].line
    ala = sacrum.landmarks()["ala_right"]
    over = line[np.abs(line[:, 2] - ala[2] + 8.0).argmin()]
    assert sacrum.field()(over[None])[0] < 9.0
    assert over[1] < ala[1]


@pytest.mark.parametrize("nerve", RIGHT)
def test_no_nerve_runs_through_another(courses: Courses, nerve: str) -> None:
    assert courses.branches(nerve)
    for other in RIGHT[: RIGHT.index(nerve)]:
        for mine in courses.branches(nerve).values():
            for theirs in courses.branches(other).values():
                away, nearest = cKDTree(theirs.line).query(mine.line)
                gap = away - mine.thick / 2 - theirs.thick[nearest] / 2
                apart = np.linalg.norm(mine.line - mine.line[0], axis=1) > 14.0  # free of the common root
                assert gap[apart].min(initial=1.0) > 0.0, (nerve, other)


@pytest.mark.parametrize("frame", ["n a: later", "n a: missing"])
def test_a_place_given_from_one_that_is_not_before_it_is_refused(monkeypatch: pytest.MonkeyPatch, frame: str) -> None:
    read: Callable[..., dict[str, str]] = lambda *_: {"n a: first": frame, "n a: later": "L1"}  # noqa: E731
    monkeypatch.setattr(nerve_places, "read_words", read)
    with pytest.raises(TableError, match=r"nerve_courses\.csv: n a: first: is given from"):
        nerve_places.courses.__wrapped__()


def test_the_tables_know_every_nerve() -> None:
    assert set(nerve_places.courses()) == set(RIGHT)
    assert all(0.0 < nerve_courses.thickness(name, np.array([3.0]))[0] <= 3.0 for name in RIGHT)
