from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from viewer.drawing.flat.label_layout import Before, Label, Sheet, lay_out
from viewer.drawing.flat.leaders import Placed, cross
from viewer.drawing.flat.shapes2d import Rectangle

SHEET = Sheet(size=(1000, 700), covered=(350, 650), margin=40, top=10, bottom=10, gap=30)
labels = st.lists(
    st.tuples(st.floats(350, 650), st.floats(0, 700), st.floats(20, 200), st.integers(0, 5)), min_size=1, max_size=60
).map(lambda rows: [Label(f"s{i}", (x, y), width, 16.0, rank) for i, (x, y, width, rank) in enumerate(rows)])


def overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] - 1e-6 and b[1] < a[3] - 1e-6


def nothing_forbidden(_box: Rectangle, _structure: str) -> bool:
    return False


def laid(wishes: list[Label]) -> tuple[Placed, ...]:
    return lay_out(wishes, SHEET, nothing_forbidden)


@given(labels)
def test_no_two_labels_overlap_and_all_lie_within_the_view(wishes: list[Label]) -> None:
    placed = laid(wishes)
    assert not [pair for pair in combinations([one.box for one in placed], 2) if overlap(*pair)]
    for one in placed:
        assert one.box[0] >= 0
        assert one.box[2] <= 1000
        assert one.box[1] >= 10 - 1e-6
        assert one.box[3] <= 690 + 1e-6


@given(labels)
def test_columns_are_aligned_and_no_two_leaders_of_one_cross(wishes: list[Label]) -> None:
    placed = laid(wishes)
    for on_left in (True, False):
        column = [one for one in placed if one.on_left is on_left]
        assert len({round(one.box[2 if on_left else 0], 6) for one in column}) <= 1
        pairs = combinations([line for one in column for line in one.lines], 2)
        assert not [pair for pair in pairs if cross(*pair[0], *pair[1])]


def test_labels_keep_their_side_and_their_row_as_long_as_that_is_nearly_right() -> None:
    wishes = [Label("a", (460, 402), 60, 16, 0), Label("b", (500, 400), 60, 16, 0)]
    freely = {one.structure: one for one in laid(wishes)}
    assert freely["a"].on_left
    before = Before({"a": False, "b": False}, {"a": 380.0, "b": 400.0})
    kept = {one.structure: one for one in lay_out(wishes, SHEET, nothing_forbidden, before)}
    assert not any(one.on_left for one in kept.values())
    assert kept["a"].box[1] < kept["b"].box[1]
    far = [Label("a", (370, 500), 60, 16, 0), Label("b", (360, 400), 60, 16, 0)]
    moved = {one.structure: one for one in lay_out(far, SHEET, nothing_forbidden, before)}
    assert all(one.on_left for one in moved.values())
    assert moved["a"].box[1] > moved["b"].box[1]


@given(labels)
def test_each_leader_ends_at_its_anchor(wishes: list[Label]) -> None:
    anchors = {wish.structure: wish.anchor for wish in wishes}
    placed = laid(wishes)
    assert placed
    assert [one.leader[-1] for one in placed] == [anchors[one.structure] for one in placed]


@given(st.permutations(range(40)))
def test_the_more_important_labels_get_the_room(ranks: list[int]) -> None:
    wishes = [Label(f"s{rank}", (360, 17 * i), 60, 16, rank) for i, rank in enumerate(ranks)]
    room = int(680 // (16 * SHEET.leading))
    assert {one.structure for one in laid(wishes)} == {f"s{rank}" for rank in range(room)}


@given(labels)
def test_no_leader_crosses_most_of_the_drawing(wishes: list[Label]) -> None:
    placed = laid(wishes)
    assert placed
    for one in placed:
        (start, _), *_, (anchor, _) = one.leader
        assert abs(anchor - start) <= 0.66 * 300 + SHEET.gap


def test_a_label_stands_at_the_height_and_side_of_its_anchor_where_there_is_room() -> None:
    left, right = laid([Label("a", (400, 500), 60, 16, 0), Label("b", (600, 200), 60, 16, 0)])
    assert left.on_left
    assert not right.on_left
    assert (left.box[1] + left.box[3]) / 2 == 500
    assert (right.box[1] + right.box[3]) / 2 == 200
    assert left.box[2] == 320


def test_a_label_that_would_cover_what_it_names_is_left_out() -> None:
    wishes = [Label("a", (400, 500), 60, 16, 0), Label("b", (400, 300), 60, 16, 0)]
    placed = lay_out(wishes, SHEET, lambda _, structure: structure == "a")
    assert [one.structure for one in placed] == ["b"]
