"""Names are put somewhere by hand in the real window: by mouse and by keys, one step each, and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.hands import LEFT, NO_KEYS, picture
from tests.windows import activate
from viewer.drawing.flat.label_plan import Named
from viewer.drawing.scene import Scene
from viewer.model.session.view_changes import labelled
from viewer.widgets.structures.place_menu import PlaceMenu
from viewer.window import Window

MUSCLE = "psoas_minor_right"
K, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    """The shared window with names, and as it was left after."""
    before = shared[0].state.view
    shared[0].resize(1024, 768)
    activate(shared[0])
    shared[0].state.change(labelled(True))
    picture(shared[0])
    yield shared[0]
    shared[0].viewport.presenting.set_projector(False)
    shared[0].state.change(lambda _: before)
    request.node.funcargs.clear()


def scene_of(window: Window) -> Scene:
    assert window.viewport.scene is not None
    return window.viewport.scene


def names(window: Window) -> dict[str, Named]:
    picture(window)
    return {one.wish.structure: one for one in scene_of(window)._lettering.named}


def middle(window: Window) -> QPoint:
    left, bottom, right, top = names(window)[MUSCLE].placed.box
    return window.viewport.sight.place((left + right) / 2, (bottom + top) / 2).toPoint()


def drag(window: Window, start: QPoint, way: QPoint) -> None:
    QTest.mousePress(window.viewport, LEFT, NO_KEYS, start)
    for part in (0.3, 0.6, 1.0):
        QTest.mouseMove(window.viewport, start + way * part)
    QTest.mouseRelease(window.viewport, LEFT, NO_KEYS, start + way)


@pytest.mark.parametrize("projector", [False, True])
def test_a_name_is_dragged_stays_there_and_goes_back_at_a_double_click(window: Window, projector: bool) -> None:
    window.viewport.presenting.set_projector(projector)
    view, camera = window.viewport, window.state.view.camera
    start, way = middle(window), QPoint(40, -90)
    QTest.mouseMove(view, start + QPoint(1, 1))
    QTest.mouseMove(view, start)
    assert view.cursor().shape() is Qt.CursorShape.OpenHandCursor

    QTest.mousePress(view, LEFT, NO_KEYS, start)
    QTest.mouseMove(view, start + way * 0.5)
    assert view.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    assert MUSCLE in dict(window.state.view.placed)
    assert (middle(window) - start - way * 0.5).manhattanLength() <= 2
    QTest.mouseMove(view, start + way)
    QTest.mouseRelease(view, LEFT, NO_KEYS, start + way)
    assert (middle(window) - start - way).manhattanLength() <= 2
    assert window.state.view.camera == camera
    x, y = scene_of(window).project(names(window)[MUSCLE].point)
    assert names(window)[MUSCLE].placed.leader[-1] == pytest.approx((x, y), abs=1.0)

    window.viewport.aiming.look_from("left")
    window.viewport.aiming.look_from("anterior")
    assert (middle(window) - start - way).manhattanLength() <= 2
    window.state.undo()
    window.state.undo()
    window.state.undo()
    assert window.state.view.placed == ()
    window.state.redo()
    assert (middle(window) - start - way).manhattanLength() <= 2
    QTest.mouseClick(view, LEFT, NO_KEYS, middle(window))
    place = middle(window)
    QTest.mouseDClick(view, LEFT, NO_KEYS, place)
    QTest.mouseRelease(view, LEFT, NO_KEYS, place)
    assert window.state.view.placed == ()


def test_a_click_on_a_name_chooses_what_it_names(window: Window) -> None:
    QTest.mouseClick(window.viewport, LEFT, NO_KEYS, middle(window))
    assert window.state.view.selection == (MUSCLE,)
    assert window.state.view.placed == ()


def test_keys_move_the_name_of_what_is_chosen_in_one_step(window: Window) -> None:
    window.state.select(MUSCLE)
    start = middle(window)
    for _ in range(5):
        QTest.keyClick(window.viewport, K.Key_Up, ALT)
    QTest.keyClick(window.viewport, K.Key_Left, ALT)
    window.viewport._name_hand.settle()
    way = middle(window) - start
    assert -way.y() == pytest.approx(0.1 * window.viewport.height(), abs=3)
    assert -way.x() == pytest.approx(0.02 * window.viewport.height(), abs=3)
    window.state.undo()
    assert window.state.view.placed == ()
    window.state.redo()
    QTest.keyClick(window.viewport, K.Key_Home, ALT)
    assert window.state.view.placed == ()


def test_the_menu_of_a_name_lets_it_find_its_place(window: Window) -> None:
    drag(window, middle(window), QPoint(30, -60))
    QTest.mouseClick(window.viewport, Qt.MouseButton.RightButton, NO_KEYS, middle(window))
    assert window.state.view.selection == (MUSCLE,)
    (menu,) = window.findChildren(PlaceMenu)
    (back,) = [action for action in menu.actions() if action.text() == "Let the name find its place"]
    back.trigger()
    menu.close()
    assert window.state.view.placed == ()


def test_a_placed_name_is_gone_while_its_structure_is_not_seen(window: Window) -> None:
    drag(window, middle(window), QPoint(-60, -60))
    assert MUSCLE in names(window)
    window.state.set_hidden([MUSCLE], True)
    assert MUSCLE not in names(window)
    window.state.set_hidden([MUSCLE], False)
    window.viewport.aiming.look_from("left")
    hidden = MUSCLE not in names(window)
    window.viewport.aiming.look_from("anterior")
    assert hidden
    assert MUSCLE in names(window)
