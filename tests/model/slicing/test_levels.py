"""Sections by name, on the real annotations and meshes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from viewer import paths
from viewer.drawing.mesh_files import MeshStore
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Atlas
from viewer.model.atlas.level import Way
from viewer.model.session.plane import CutPlane
from viewer.model.slicing import levels, planes


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(paths.annotations_file())


@pytest.fixture(scope="module")
def store() -> MeshStore:
    return MeshStore(paths.meshes_folder())


def at(name: str, atlas: Atlas, above: float = 0.0) -> CutPlane:
    x, y, z = next(one.place for one in levels.levels(atlas, Way.ACROSS) if one.name == name)
    return planes.across((x, y, z + above), Way.ACROSS)


def test_each_vertebra_and_disc_has_a_level_within_it(atlas: Atlas, store: MeshStore) -> None:
    spine = [one for one in atlas.structures if one.startswith(("vertebra_", "disc_"))]
    for name in spine:
        called = name.removeprefix("vertebra_").removeprefix("disc_").replace("_", "/")
        level = next(one for one in atlas.levels if one.name == called)
        box = store.load(name).bounds
        assert all(box[2 * axis] < level.place[axis] < box[2 * axis + 1] for axis in range(3)), name
        assert level.high < box[5] - box[4], name
    assert len(spine) == 12


def test_a_vertebras_body_lies_between_its_discs(atlas: Atlas, store: MeshStore) -> None:
    for above, body, below in (("L2_L3", "L3", "L3_L4"), ("L3_L4", "L4", "L4_L5"), ("L4_L5", "L5", "L5_S1")):
        z = at(body, atlas).at[2]
        assert store.load(f"disc_{below}").bounds[5] < z < store.load(f"disc_{above}").bounds[4]


def test_levels_go_down_to_the_left_and_to_the_back(atlas: Atlas) -> None:
    names = [one.name for one in levels.levels(atlas, Way.ACROSS)]
    assert names.index("T12") < names.index("L3") < names.index("L3/L4") < names.index("L4") < names.index("S1")
    assert names.index("S1") < names.index("Femoral heads") < names.index("Pubic symphysis")
    for way, axis in ((Way.SAGITTAL, 0), (Way.FRONTAL, 1)):
        places = [one.place[axis] for one in levels.levels(atlas, way)]
        assert len(places) > 2
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("name", "above", "told"),
    [
        ("L3/L4", 0.0, "L3/L4"),
        ("L3/L4", -1.0, "L3/L4"),
        ("L3/L4", -4.0, "L3/L4, 4 mm lower"),
        ("L3", -9.0, "L3, 9 mm lower"),
        ("L3", 7.6, "L3, 8 mm higher"),
    ],
)
def test_where_a_section_lies_is_said_by_name(atlas: Atlas, name: str, above: float, told: str) -> None:
    assert levels.told(atlas, at(name, atlas, above)) == told
    assert levels.heading(atlas, at(name, atlas, above)) == f"Section: {told}"


def test_sections_to_the_side_and_to_the_front_are_said_as_such(atlas: Atlas) -> None:
    assert levels.told(atlas, planes.across((-3.0, 0.0, 0.0), Way.SAGITTAL)) == "Middle, 3 mm to the right"
    assert levels.told(atlas, planes.across((0.0, 14.0, 0.0), Way.FRONTAL)) == "Lumbar bodies, 12 mm to the back"


def test_a_section_walks_through_every_level_and_back(atlas: Atlas) -> None:
    plane, down = at("T12", atlas), ["T12"]
    while (level := levels.next_level(atlas, plane, 1)) is not None:
        plane = levels.at(plane, level)
        down.append(level.name)
    assert down == [one.name for one in levels.levels(atlas, Way.ACROSS)]
    up = levels.next_level(atlas, plane, -1)
    assert up is not None
    assert up.name == down[-2]


def test_between_two_levels_the_next_one_is_the_nearer_on_either_side(atlas: Atlas) -> None:
    between = at("L3", atlas, -8.0)
    on, back = levels.next_level(atlas, between, 1), levels.next_level(atlas, between, -1)
    assert on is not None
    assert back is not None
    assert (on.name, back.name) == ("L3/L4", "L3")


def test_sections_begin_at_the_classic_one(atlas: Atlas) -> None:
    first = levels.first(atlas)
    assert first is not None
    assert levels.told(atlas, first) == "L3/L4"
    assert first.normal == (0.0, 0.0, 1.0)
    assert levels.first(replace(atlas, levels=())) is None
    assert levels.heading(replace(atlas, levels=()), first) == "Section across"


def test_planes_are_moved_flipped_and_turned() -> None:
    plane = planes.across((1.0, 2.0, 3.0), Way.FRONTAL)
    assert planes.shifted(plane, 5.0).at == (1.0, -3.0, 3.0)
    assert planes.flipped(plane).normal == (0.0, 1.0, 0.0)
    assert planes.along(planes.put(plane, 9.0)) == 9.0
    assert [planes.way_of(one) for one in (plane, planes.turned(plane))] == [Way.FRONTAL, Way.ACROSS]
