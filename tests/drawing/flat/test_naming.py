from __future__ import annotations

from pathlib import Path

import numpy as np

from viewer.drawing.flat import free_places, naming
from viewer.drawing.flat.label_layout import Label
from viewer.drawing.flat.leaders import clash
from viewer.drawing.flat.naming import Wish
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Kind

ATLAS = load(Path(__file__).parents[3] / "annotations.json")


def test_levels_and_abbreviations_come_from_the_data() -> None:
    levels = {one.id: naming.level(one) for one in ATLAS.structures.values()}
    assert (levels["vertebra_T12"], levels["disc_L5_S1"]) == ("T12", "L5/S1")
    named = [ATLAS.structures[name].kind for name, level in levels.items() if level]
    assert len(named) == 12
    assert set(named) == {Kind.BONE, Kind.CARTILAGE}
    assert naming.abbreviation(ATLAS.known["tensor_fasciae_latae_left"]) == "TFL"
    assert not naming.abbreviation(ATLAS.structures["psoas_major_left"])


def test_the_chosen_come_first_then_muscles_then_neighbours_and_twins_later() -> None:
    namer = naming.Namer(("femur_left",), ("femoral_nerve_left",), {}, sides_plain=True)
    ids = ("hip_bone_left", "femoral_nerve_left", "iliacus_right", "iliacus_left", "femur_left")
    order = naming.in_order([namer.wish(ATLAS.structures[name]) for name in ids])
    assert [one.structure for one in order] == [
        "femur_left", "iliacus_right", "femoral_nerve_left", "iliacus_left", "hip_bone_left"
    ]  # fmt: skip
    assert [one.structure for one in naming.said_once(order)] == [
        "femur_left", "iliacus_right", "femoral_nerve_left", "hip_bone_left"
    ]  # fmt: skip


def test_what_is_thin_on_the_screen_is_named_only_where_it_matters() -> None:
    nerve = ATLAS.structures["femoral_nerve_left"]
    assert not naming.Namer((), (), {}, True).matters(nerve, 2.0, 14.0)
    assert naming.Namer((), (), {}, True).matters(nerve, 6.0, 14.0)
    assert naming.Namer((), ("femoral_nerve_left",), {}, True).matters(nerve, 2.0, 14.0)


def test_a_free_place_touches_nothing_that_is_blocked_and_no_other_label() -> None:
    blocked = np.zeros((40, 60), bool)
    blocked[:, 10:50] = True
    nothing = np.zeros_like(blocked)
    label = Label("a", (300.0, 200.0), 60.0, 14.0, 0)
    first = free_places.find(label, blocked, nothing, 10.0, [])
    assert first is not None
    assert first.box[2] <= 100 or first.box[0] >= 500
    other = Label("b", (310.0, 215.0), 60.0, 14.0, 0)
    second = free_places.find(other, blocked, nothing, 10.0, [first])
    assert second is not None
    assert not clash(first, second)
    assert free_places.find(label, np.ones_like(blocked), nothing, 10.0, []) is None


def test_wishes_with_a_remark_keep_it() -> None:
    wish = naming.Namer((), (), {"iliacus_left": "absent"}, True).wish(ATLAS.structures["iliacus_left"])
    assert wish == Wish("iliacus_left", "Iliacus: absent", "Iliacus: absent", 1)


def test_a_name_is_in_the_language_of_names_whether_its_side_is_plain_to_see_or_not() -> None:
    in_latin = ATLAS.named_in("la").structures["psoas_major_right"]
    assert naming.full_name(in_latin, sides_plain=True, remark="") == "Musculus psoas major"
    assert naming.full_name(in_latin, sides_plain=False, remark="") == "Musculus psoas major, latere dextro"
    assert naming.full_name(ATLAS.structures["psoas_major_right"], sides_plain=True, remark="") == "Psoas major"
