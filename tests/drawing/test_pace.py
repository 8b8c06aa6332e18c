from __future__ import annotations

from viewer.drawing import style
from viewer.drawing.pace import JUDGED, LONGEST, Pace

USUAL = style.MOVING[style.FIRST_MOVING]


def after(pace: Pace, *seconds: float) -> style.Quality:
    """The quality once so many frames of each length were drawn as are needed to judge."""
    for one in seconds:
        for _ in range(JUDGED):
            pace.took(one)
    return pace.quality


def test_a_move_begins_with_proxies_at_full_size() -> None:
    assert Pace().quality is USUAL
    assert USUAL.proxies
    assert USUAL.fineness == 1.0


def test_frames_that_are_short_enough_stay_as_they_are() -> None:
    assert after(Pace(), *[0.9 * LONGEST] * 20) is USUAL


def test_frames_that_take_too_long_become_coarser_to_the_coarsest() -> None:
    assert after(Pace(), 2 * LONGEST) is style.MOVING[style.FIRST_MOVING + 1]
    assert after(Pace(), *[2 * LONGEST] * 20) is style.MOVING[-1]


def test_one_long_frame_alone_changes_nothing() -> None:
    pace = Pace()
    for one in (0.9, 0.9, 5.0, 0.9, 0.9):
        pace.took(one * LONGEST)
    assert pace.quality is USUAL


def test_a_fast_machine_draws_everything_while_it_moves() -> None:
    assert after(Pace(), 0.9 * LONGEST / USUAL.finer_costs) is style.AT_REST


def test_what_was_too_slow_is_not_tried_again_until_the_view_has_another_size() -> None:
    pace = Pace()
    coarser = after(pace, 1.1 * LONGEST)
    assert coarser.fineness < 1.0
    assert after(pace, *[0.01 * LONGEST] * 20) is coarser
    pace.forget()
    assert pace.quality is USUAL


def test_each_quality_is_coarser_than_the_one_before() -> None:
    costs = [(one.proxies, -one.fineness) for one in style.MOVING]
    assert costs == sorted(costs)
    assert all(one.finer_costs > 1.0 for one in style.MOVING[1:])
