"""A finger on the skin of the real body, in the window: what is away is read for it, and nothing of it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from viewer.model.atlas.atlas import Atlas
from viewer.model.session import view_changes

HALF_WAY, PSOAS = (-61.0, -95.0, 121.0), (-49.0, 0.0, 121.0)
WALL = ["external_oblique_right", "internal_oblique_right", "transversus_abdominis_right"]


def test_all_of_the_body_is_read_for_a_finger_and_told_of_as_it_comes(
    open_window: Callable[..., object], atlas: Atlas, qtbot
) -> None:
    window = open_window(hidden=atlas.away)
    view, state = window.viewport, window.state
    press = view.body.press_on(HALF_WAY, PSOAS)
    press = replace(press, depth=60.0)
    seen, told = view.scene.awaited, []
    view.felt_more.connect(lambda: told.append(view.body.feel(press)))
    state.change(view_changes.pressed(press))
    first = view.body.feel(press)
    assert seen == ()
    assert set(first.awaited) == atlas.away
    qtbot.waitUntil(lambda: view.scene.awaited == (), timeout=120_000)
    counts = [len(path.awaited) for path in told]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 0
    met = [one.structure for one in told[-1].crossings]
    assert met[:3] == WALL
    assert met.index("psoas_major_right") > met.index("small_bowel")
    assert {one.structure for one in first.crossings} < set(met)
    assert state.view.hidden == atlas.away
    cut = {one.structure for one in view.body.section(press, (1.0, 0.0, 0.0)).cuts}
    assert set(WALL) < cut
    state.undo()
    assert state.view.finger is None
    assert view.scene.awaited == ()
