"""The fingers of the program's own walks meet, on the real body, what their steps say, at the depth that they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from viewer import paths
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.probing.probe import Probe
from viewer.model.atlas.atlas import Atlas, Kind, Side
from viewer.model.atlas.sides import other_side
from viewer.model.finger.press import FingerPath
from viewer.model.walks.shelf import read_shelf
from viewer.model.walks.walk import Step, Walk, on_side

MEETS = {
    ("psoas_through_the_wall", "bowel"): "small_bowel",
    ("psoas_through_the_wall", "meet"): "psoas_major_right",
    ("psoas_through_the_wall", "confirm"): "psoas_major_right",
    ("psoas_through_the_wall", "strum"): "psoas_major_right",
    ("psoas_through_the_wall", "up"): "psoas_major_right",
    ("psoas_through_the_wall", "down"): "psoas_major_right",
    ("iliacus_inside_the_crest", "curl"): "iliacus_right",
    ("iliacus_inside_the_crest", "slide"): "iliacus_right",
    ("iliacus_inside_the_crest", "confirm"): "iliacus_right",
    ("iliacus_inside_the_crest", "compare"): "iliacus_right",
    ("iliacus_inside_the_crest", "to_psoas"): "psoas_major_right",
    ("below_the_inguinal_ligament", "sartorius"): "sartorius_right",
    ("below_the_inguinal_ligament", "iliacus"): "iliacus_right",
    ("below_the_inguinal_ligament", "tendon"): "psoas_major_right",
    ("below_the_inguinal_ligament", "curl"): "psoas_major_right",
    ("below_the_inguinal_ligament", "lift"): "psoas_major_right",
    ("lying_on_the_side", "meet"): "psoas_major_right",
    ("lying_on_the_side", "iliacus"): "iliacus_right",
    ("psoas_or_iliacus", "depth"): "psoas_major_right",
}
"""What the tip lies in, by walk and step."""
IN_FRONT = {
    ("psoas_through_the_wall", "edge"): (),
    ("psoas_through_the_wall", "hand"): (),
    ("psoas_through_the_wall", "sink"): (
        "external_oblique_right",
        "internal_oblique_right",
        "transversus_abdominis_right",
    ),
    ("below_the_inguinal_ligament", "pulse"): (),
    ("lying_on_the_side", "sink"): ("external_oblique_right", "internal_oblique_right", "transversus_abdominis_right"),
}
"""What was passed where the tip lies in nothing."""
TOLD = (
    ("psoas_through_the_wall", "hand", "external_oblique_right", 12),
    ("psoas_through_the_wall", "meet", "psoas_major_right", 82),
    ("psoas_through_the_wall", "up", "psoas_major_right", 95),
    ("psoas_through_the_wall", "down", "psoas_major_right", 78),
    ("iliacus_inside_the_crest", "curl", "iliacus_right", 36),
    ("iliacus_inside_the_crest", "slide", "iliacus_right", 56),
    ("iliacus_inside_the_crest", "to_psoas", "psoas_major_right", 83),
    ("below_the_inguinal_ligament", "pulse", "femoral_artery_right", 14),
    ("below_the_inguinal_ligament", "sartorius", "sartorius_right", 6),
    ("below_the_inguinal_ligament", "iliacus", "iliacus_right", 27),
    ("below_the_inguinal_ligament", "tendon", "psoas_major_right", 31),
    ("lying_on_the_side", "meet", "psoas_major_right", 88),
    ("psoas_or_iliacus", "depth", "psoas_major_right", 82),
)
"""What a step says of the model: at how many mm the finger's way meets a structure."""
APART = (
    ("psoas_through_the_wall", "meet", "genitofemoral_nerve_right", 9),
    ("below_the_inguinal_ligament", "tendon", "femoral_artery_right", 5),
    ("below_the_inguinal_ligament", "tendon", "femoral_nerve_right", 6),
    ("below_the_inguinal_ligament", "iliacus", "femoral_nerve_right", 11),
)
"""What a step says of the model: how many mm the way stays away from what one should keep off."""
CLEAR = 4.0
"""Millimetres that the way to a tip stays away from any nerve named in a walk and from any artery, vein or node."""
KEPT_OFF = (Kind.ARTERY, Kind.VEIN, Kind.LYMPH_NODE)


@dataclass(frozen=True)
class Body:
    walks: dict[str, Walk]
    atlas: Atlas
    probe: Probe

    def step(self, walk: str, step: str, side: Side = Side.RIGHT) -> Step:
        return next(one for one in on_side(self.walks[walk], side).steps if one.id == step)

    def way(self, step: Step) -> FingerPath:
        assert step.finger is not None
        return self.probe.feel(step.finger.press, self.atlas.structures)


@pytest.fixture(scope="module")
def body(atlas: Atlas) -> Body:
    store, probe = MeshStore(paths.meshes_folder()), Probe()
    soft = (Kind.SKIN, Kind.MUSCLE, Kind.NERVE, Kind.ORGAN, *KEPT_OFF)
    for name, structure in atlas.structures.items():
        if structure.kind in soft and (mesh := store.load(name)) is not None:
            probe.add(name, mesh)
    shelf = read_shelf(atlas)
    assert not shelf.faults
    return Body({walk.id: walk for walk in shelf.walks}, atlas, probe)


def fingers(body: Body) -> Iterator[tuple[Walk, Step]]:
    return ((walk, step) for walk in body.walks.values() for step in walk.steps if step.finger)


def lies_in(way: FingerPath) -> set[str]:
    return {one.structure for one in way.crossings if one.enter <= way.press.depth <= one.leave}


def test_every_finger_of_a_walk_is_held_to_what_it_says(body: Body):
    touching = {(walk.id, step.id) for walk, step in fingers(body) if walk.kind != "movement"}
    assert touching == MEETS.keys() | IN_FRONT.keys()


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_the_tip_lies_in_what_the_step_names(body: Body, side: Side):
    wrong = {}
    for (walk, name), structure in MEETS.items():
        meant = structure if side is Side.RIGHT else other_side(structure)
        found = lies_in(body.way(body.step(walk, name, side)))
        if meant not in found:
            wrong[walk, name] = found
    assert not wrong


def test_what_is_passed_before_anything_deep(body: Body):
    for (walk, name), passed in IN_FRONT.items():
        way = body.way(body.step(walk, name))
        reached = tuple(one.structure for one in way.crossings if one.enter < way.press.depth)
        assert (reached, lies_in(way)) == (passed, set()), (walk, name)


@pytest.mark.parametrize(("walk", "name", "structure", "depth"), TOLD)
def test_the_depth_that_is_told_is_the_model_s(body: Body, walk: str, name: str, structure: str, depth: int):
    step = body.step(walk, name)
    enter = next(one.enter for one in body.way(step).crossings if one.structure == structure)
    assert round(enter) == pytest.approx(depth, abs=1)
    assert any(f"{depth} mm" in said.text for said in step.says)


@pytest.mark.parametrize(("walk", "name", "structure", "apart"), APART)
def test_the_distance_that_is_told_is_the_model_s(body: Body, walk: str, name: str, structure: str, apart: int):
    step = body.step(walk, name)
    near = next(one for one in body.way(step).near if one.structure == structure)
    assert round(near.apart) == pytest.approx(apart, abs=1)
    assert any(f"{apart} mm" in said.text for said in step.says)


def test_no_finger_comes_to_a_vessel_a_node_or_a_nerve_that_is_warned_of(body: Body):
    warned = {
        "femoral_nerve_right",
        "genitofemoral_nerve_right",
        "lateral_femoral_cutaneous_nerve_right",
        "ureter_right",
    }
    reached = [
        (walk.id, step.id, near)
        for walk, step in fingers(body)
        for near in body.way(step).near
        if (near.structure in warned or body.atlas.structures[near.structure].kind in KEPT_OFF)
        and near.apart < CLEAR
        and step.finger is not None
        and near.depth <= step.finger.depth
        and step.id != "pulse"
    ]
    assert not reached
