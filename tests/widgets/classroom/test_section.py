"""The section as a teacher uses it, in a real window on the real body."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.hands import LEFT, NO_KEYS, click, differing, picture
from tests.windows import activate, close, open_window
from viewer import paths
from viewer.model.annotations.load import load
from viewer.model.atlas.level import Way
from viewer.model.session.plane import CutPlane
from viewer.model.session.view_changes import withheld
from viewer.model.slicing import planes
from viewer.window import Window

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def shared(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    window = open_window(load(paths.annotations_file()), tmp_path_factory.mktemp("section") / "settings.ini")
    yield window
    close(window)


@pytest.fixture
def window(shared: Window) -> Window:
    """Nothing is cut, and nothing was."""
    shared.state.start_over()
    shared.classroom.section._last = None
    activate(shared)
    shared.viewport.setFocus()
    return shared


def press(window: Window, key: Qt.Key | str, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    QTest.keyClick(window.viewport, key, keys)  # type: ignore[call-overload]  # a key or its letter


def plane_of(window: Window) -> CutPlane:
    plane = window.state.view.plane
    assert plane is not None
    return plane


def hover(window: Window, place: QPoint) -> None:
    """Bring the pointer to a place of the view, from beside it."""
    QTest.mouseMove(window.viewport, place + QPoint(30, 0))
    QTest.mouseMove(window.viewport, place)


def holds(window: Window) -> bool:
    """Whether the handle lights up under the pointer that comes to it."""
    hover(window, grip(window))
    return window.viewport.presenting.now.held


def grip(window: Window) -> QPoint:
    """Where the handle's grip stands in the view."""
    scene = window.viewport.scene
    assert scene is not None
    assert scene._slicing.handle is not None
    x, y = scene._slicing.handle.grip(scene._frame())
    scale = window.viewport.devicePixelRatioF()
    return QPoint(round(x / scale), round(window.viewport.height() - y / scale))


def test_a_key_cuts_at_the_classic_level_and_another_press_makes_it_whole(window: Window) -> None:
    whole, section = picture(window), window.classroom.section
    assert not any(window.actions_by_id[name].isEnabled() for name in ("section_way", "section_on", "section_in"))
    press(window, Qt.Key.Key_S)
    assert plane_of(window) == CutPlane((0.0, -1.9, 182.8), (0.0, 0.0, 1.0))
    assert section.bar.isVisible()
    assert section.bar.level.currentText() == "L3/L4"
    assert window.actions_by_id["section"].isChecked()
    assert window.actions_by_id["section_way"].isEnabled()
    assert differing(whole, picture(window)) > 20_000
    window.state.undo()  # plane and camera are one step
    assert window.state.view.plane is None
    assert not section.bar.isVisible()
    assert differing(whole, picture(window)) < 50
    press(window, Qt.Key.Key_S)
    press(window, Qt.Key.Key_S)
    assert window.state.view.plane is None


def test_it_cuts_through_what_is_selected(window: Window) -> None:
    window.state.select("sacrum")
    press(window, Qt.Key.Key_S)
    assert 60.0 < planes.along(plane_of(window)) < 95.0
    press(window, Qt.Key.Key_S, SHIFT)
    assert planes.way_of(plane_of(window)) is Way.SAGITTAL
    assert abs(planes.along(plane_of(window))) < 2.0


def test_keys_walk_from_level_to_level_and_move_in_small_steps(window: Window) -> None:
    press(window, Qt.Key.Key_S)
    bar = window.classroom.section.bar
    press(window, Qt.Key.Key_PageDown, CONTROL)
    assert bar.level.currentText() == "L4"
    for _ in range(2):
        press(window, Qt.Key.Key_PageUp, CONTROL)
    assert bar.level.currentText() == "L3"
    z = planes.along(plane_of(window))
    press(window, "]")
    press(window, "]")
    assert planes.along(plane_of(window)) == pytest.approx(z - 4.0)
    assert bar.level.placeholderText() == "L3, 4 mm lower"
    press(window, "{")
    assert planes.along(plane_of(window)) == pytest.approx(z + 6.0)
    window.viewport.section_hand.settle()
    window.state.undo()
    assert planes.along(plane_of(window)) == pytest.approx(z)  # what followed at once is one step


def test_the_handle_lights_up_and_is_dragged_in_one_step(window: Window, qtbot) -> None:
    press(window, Qt.Key.Key_S)
    picture(window)
    qtbot.waitUntil(lambda: holds(window))
    begin, place = plane_of(window), grip(window)
    QTest.mousePress(window.viewport, LEFT, NO_KEYS, place)
    camera = window.state.view.camera
    for part in (10, 20, 30, 40):
        QTest.mouseMove(window.viewport, place + QPoint(0, part))
    low = planes.along(plane_of(window))
    assert low < planes.along(begin) - 8.0
    QTest.mouseRelease(window.viewport, LEFT, NO_KEYS, place + QPoint(0, 40))
    assert window.state.view.camera == camera
    assert planes.along(plane_of(window)) == low
    window.state.undo()
    assert plane_of(window) == begin
    QTest.mouseMove(window.viewport, window.viewport.rect().center())
    assert not window.viewport.presenting.now.held


def test_alt_and_the_wheel_move_it_and_the_wheel_alone_does_not(window: Window) -> None:
    press(window, Qt.Key.Key_S)
    begin = planes.along(plane_of(window))
    for keys, moved in ((NO_KEYS, 0.0), (Qt.KeyboardModifier.AltModifier, 2.0)):
        middle = QPointF(window.viewport.rect().center())
        there = QPointF(window.viewport.mapToGlobal(middle))
        wheel = QWheelEvent(
            middle, there, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(window.viewport, wheel)
        assert planes.along(plane_of(window)) == pytest.approx(begin + moved)


def test_a_click_on_the_face_chooses_what_was_cut(window: Window) -> None:
    press(window, Qt.Key.Key_S)
    press(window, Qt.Key.Key_F, SHIFT)
    assert window.viewport.scene is not None
    x, y = window.viewport.scene.project((0.0, -2.0, 182.8))
    place = QPoint(round(x), round(window.viewport.height() - y))
    hit = window.viewport.navigation.at(QPointF(place))
    assert hit is not None
    assert hit.place[2] == pytest.approx(182.8, abs=1e-6)
    QTest.mouseClick(window.viewport, LEFT, NO_KEYS, place)
    assert window.state.view.selection == ("disc_L3_L4",)
    with pytest.raises(LookupError):  # below, and away
        click(window, "sacrum")


def test_straight_it_is_seen_as_on_a_scan(window: Window) -> None:
    press(window, Qt.Key.Key_S)
    press(window, Qt.Key.Key_F, SHIFT)
    scene = window.viewport.scene
    assert scene is not None
    assert plane_of(window).normal == (0.0, 0.0, -1.0)
    right, left = scene.project((-80.0, 0.0, 182.8)), scene.project((80.0, 0.0, 182.8))
    front, back = scene.project((0.0, -80.0, 182.8)), scene.project((0.0, 80.0, 182.8))
    assert right[0] < left[0]
    assert front[1] > back[1]
    window.state.undo()
    assert plane_of(window).normal == (0.0, 0.0, 1.0)


def test_the_other_side_goes_and_its_face_is_seen(window: Window) -> None:
    press(window, Qt.Key.Key_S)
    window.actions_by_id["section_flip"].trigger()
    camera = window.state.view.camera
    assert camera is not None
    assert plane_of(window).normal == (0.0, 0.0, -1.0)
    assert camera.position[2] < plane_of(window).at[2]
    scene = window.viewport.scene
    assert scene is not None
    assert scene.is_cut_away((0.0, 0.0, 100.0))


def test_the_bar_runs_it_another_way_and_goes_to_a_level(window: Window) -> None:
    press(window, Qt.Key.Key_S)
    bar = window.classroom.section.bar
    bar.way.activated.emit(list(Way).index(Way.FRONTAL))
    assert planes.way_of(plane_of(window)) is Way.FRONTAL
    row = bar.level.findText("Femoral heads")
    bar.level.activated.emit(row)
    assert planes.along(plane_of(window)) == 0.0
    bar.slider.setValue(30)
    assert planes.along(plane_of(window)) == 30.0
    window.viewport.section_hand.settle()
    window.state.undo()
    assert planes.along(plane_of(window)) == 0.0
    names = {part.accessibleName() for part in (bar, bar.way, bar.level, bar.slider)}
    assert len(names) == 4
    assert "" not in names


def test_names_keep_clear_of_the_bar(window: Window) -> None:
    press(window, Qt.Key.Key_L)
    press(window, Qt.Key.Key_S)
    picture(window)
    scene, bar = window.viewport.scene, window.classroom.section.bar.geometry()
    assert scene is not None
    scale, high = window.viewport.devicePixelRatioF(), window.viewport.height()
    boxes = [[side / scale for side in one.placed.box] for one in scene.named]
    assert len(boxes) > 5
    for left, bottom, right, top in boxes:
        across = left < bar.right() and right > bar.left()
        assert not (across and high - top < bar.bottom() and high - bottom > bar.top())


def test_in_front_of_a_class_the_level_is_written_large_and_the_bar_is_gone(window: Window) -> None:
    press(window, Qt.Key.Key_S)
    press(window, Qt.Key.Key_F5)
    try:
        assert not window.classroom.section.bar.isVisible()
        assert plane_of(window)
    finally:
        window.classroom.projector.leave()
    assert window.classroom.section.bar.isVisible()


def test_while_names_are_withheld_no_level_is_named(window: Window) -> None:
    press(window, Qt.Key.Key_S)
    named = picture(window)
    window.state.change(withheld(True))
    bar = window.classroom.section.bar
    assert not bar.level.isVisible()
    top = 0, 0, named.width(), 60
    assert differing(named.copy(*top), picture(window).copy(*top)) > 300
    window.state.change(withheld(False))
    assert bar.level.isVisible()


def test_a_saved_picture_has_no_handle(window: Window, qtbot) -> None:
    press(window, Qt.Key.Key_S)
    saved = picture(window)
    qtbot.waitUntil(lambda: holds(window))
    assert differing(saved, picture(window)) < 50
    assert window.viewport.presenting.now.handles


def test_on_the_stage_the_handle_is_seen_only_while_a_hand_is_near_it(window: Window, qtbot) -> None:
    press(window, Qt.Key.Key_S)
    scene = window.viewport.scene
    assert scene is not None
    QTest.mouseMove(window.viewport, window.viewport.rect().topLeft())
    qtbot.waitUntil(lambda: not window.viewport.presenting.now.held)
    window.viewport.presenting.set_projector(True)
    assert scene._slicing.handle is not None
    assert scene._slicing.seen_handle is None
    qtbot.waitUntil(lambda: holds(window))
    assert scene._slicing.seen_handle is not None
    window.viewport.presenting.set_projector(False)
