"""The finger in a real window on the real body: pressed, aimed, pushed, read, taken back and left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests import windows
from tests.hands import LEFT, NO_KEYS
from viewer.model.atlas.atlas import Point
from viewer.model.finger.planes import Plane
from viewer.widgets.finger.finger_page import FingerPage
from viewer.window import Window

Key = Qt.Key
BELLY = (-61.0, -103.0, 120.0)
THIGH = (-90.0, -70.0, -120.0)
PATIENCE = windows.PATIENCE


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    shared[0].resize(1000, 720)  # small pictures are drawn quickly
    windows.activate(shared[0])
    shared[0].panel.open("finger")
    yield shared[0]
    shared[0].panel.put_away("finger")
    shared[0].state.start_over()
    request.node.funcargs.clear()


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> FingerPage:
    """The page beside a body of which all is read."""
    found = window.panel.pages.page("finger")
    assert isinstance(found, FingerPage)
    begin(window, found, "Psoas major, right: Halfway")
    qtbot.waitUntil(lambda: not awaited(window), timeout=PATIENCE)
    window.viewport.hand.lift()
    return found


def awaited(window: Window) -> tuple[str, ...]:
    press = window.state.view.finger
    path = window.viewport.body.feel(press) if press else None
    return path.awaited if path else ("nothing",)


def begin(window: Window, page: FingerPage, title: str) -> None:
    number = next(i for i in range(page.which.count()) if page.which.itemText(i).startswith(title))
    page.which.setCurrentIndex(number)
    page.which.activated.emit(number)
    assert window.state.view.finger is not None


def pixel(window: Window, place: Point) -> QPoint:
    scene, scale = window.viewport.scene, window.viewport.devicePixelRatioF()
    assert scene is not None
    x, y = scene.project(place)
    return QPoint(round(x / scale), round(window.viewport.height() - y / scale))


def rows(page: FingerPage) -> list[str]:
    items = (page.layers.topLevelItem(number) for number in range(page.layers.topLevelItemCount()))
    return [item.text(0) for item in items if item]


def wheel(window: Window, place: QPoint, notches: int) -> None:
    at = QPointF(place)
    turned = QWheelEvent(
        at, window.viewport.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, NO_KEYS,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window.viewport, turned)


def test_the_key_opens_the_page_and_esc_leaves_with_the_finger(window: Window) -> None:
    window.panel.put_away("finger")
    QTest.keyClick(window.viewport, Key.Key_E)
    assert window.panel.current == "finger"
    assert window.viewport.hand.on
    QTest.mouseClick(window.viewport, LEFT, NO_KEYS, pixel(window, BELLY))
    assert window.state.view.finger is not None
    QTest.keyClick(window.viewport, Key.Key_Escape)
    assert (window.panel.current, window.state.view.finger, window.viewport.hand.on) == ("", None, False)


def test_a_press_on_the_belly_tells_what_lies_under_it_in_order(window: Window, page: FingerPage) -> None:
    QTest.mouseClick(window.viewport, LEFT, NO_KEYS, pixel(window, BELLY))
    press = window.state.view.finger
    assert press is not None
    assert press.start == pytest.approx(BELLY, abs=8.0)
    names = [name.split("  ")[-1].removesuffix("*") for name in rows(page) if "not sculpted" not in name]
    order = [names.index(name) for name in ("▶ Skin", "Small bowel", "Psoas major, right")]
    assert order == sorted(order)
    assert page.place.text().startswith("0 mm deep: on the skin.")
    window.actions_by_id["undo"].trigger()
    assert window.state.view.finger is None


def test_pushing_with_keys_reaches_psoas_in_one_step(window: Window, page: FingerPage, qtbot: QtBot) -> None:
    begin(window, page, "Psoas major, right: Halfway")
    window.viewport.hand.sink(74.0)  # the same gesture as the keys that follow
    for _ in range(20):
        QTest.keyClick(window.viewport, Key.Key_Plus)
        if "in psoas major" in page.place.text():
            break
    assert "in psoas major, right" in page.place.text()
    assert any(row.startswith("▶") and "Psoas major" in row for row in rows(page))
    assert page.slider.value() == round(window.state.view.finger.depth)  # type: ignore[union-attr]
    assert "psoas major, right at" in page.sought.text()
    qtbot.waitUntil(lambda: not window.viewport.hand._timer.isActive())
    window.actions_by_id["undo"].trigger()
    assert window.state.view.finger is not None
    assert window.state.view.finger.depth == 0.0


def test_a_finger_under_way_is_taken_back_alone(window: Window, page: FingerPage) -> None:
    begin(window, page, "Iliacus, right: Anterior")
    QTest.keyClick(window.viewport, Key.Key_Plus)
    window.actions_by_id["undo"].trigger()
    assert window.state.view.finger is not None
    assert window.state.view.finger.depth == 0.0
    window.actions_by_id["redo"].trigger()
    assert window.state.view.finger.depth == 1.0


def test_dragging_aims_and_is_one_step(window: Window, page: FingerPage) -> None:
    begin(window, page, "Psoas major, right: Halfway")
    before = window.state.view.finger
    assert before is not None
    place, camera = pixel(window, before.start), window.state.view.camera
    QTest.mousePress(window.viewport, LEFT, NO_KEYS, place)
    for x in (10, 25, 40):
        QTest.mouseMove(window.viewport, place + QPoint(x, 0))
    QTest.mouseRelease(window.viewport, LEFT, NO_KEYS, place + QPoint(40, 0))
    after = window.state.view.finger
    assert after is not None
    assert (after.start, window.state.view.camera) == (before.start, camera)
    assert after.way[0] > before.way[0] + 0.1  # more to the picture's right, which is the person's left
    window.actions_by_id["undo"].trigger()
    assert window.state.view.finger == before


def test_arrow_keys_move_the_finger_and_with_shift_they_aim(window: Window, page: FingerPage) -> None:
    begin(window, page, "Psoas major, right: Halfway")
    before = window.state.view.finger
    assert before is not None
    QTest.keyClick(window.viewport, Key.Key_Up)
    moved = window.state.view.finger
    assert moved is not None
    assert moved.start[2] > before.start[2] + 1.0
    assert moved.way == pytest.approx(before.way)
    QTest.keyClick(window.viewport, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    leaned = window.state.view.finger
    assert leaned is not None
    assert leaned.way[0] < moved.way[0] - 0.03


def test_the_wheel_pushes_over_the_body_and_zooms_beside_it(window: Window, page: FingerPage) -> None:
    begin(window, page, "Psoas major, right: Halfway")
    camera = window.state.view.camera
    wheel(window, pixel(window, BELLY), -3)
    assert window.state.view.finger is not None
    assert window.state.view.finger.depth == pytest.approx(9.0)
    assert window.state.view.camera == camera
    wheel(window, QPoint(4, 4), 1)
    assert window.state.view.camera != camera


def test_beside_the_body_the_camera_turns_and_a_press_says_so(window: Window, page: FingerPage, qtbot: QtBot) -> None:
    camera, corner = window.state.view.camera, QPoint(6, 6)
    with qtbot.waitSignal(page.told) as said:
        QTest.mouseClick(window.viewport, LEFT, NO_KEYS, corner)
    assert window.state.view.camera == camera
    QTest.mousePress(window.viewport, LEFT, NO_KEYS, corner)
    QTest.mouseMove(window.viewport, corner + QPoint(60, 0))
    QTest.mouseRelease(window.viewport, LEFT, NO_KEYS, corner + QPoint(60, 0))
    assert "no skin" in said.args[0]
    assert window.state.view.finger is None
    assert window.state.view.camera != camera


def test_the_right_button_turns_over_the_body_too(window: Window, page: FingerPage) -> None:
    camera, place, right = window.state.view.camera, pixel(window, BELLY), Qt.MouseButton.RightButton
    QTest.mousePress(window.viewport, right, NO_KEYS, place)
    QTest.mouseMove(window.viewport, place + QPoint(60, 0))
    QTest.mouseRelease(window.viewport, right, NO_KEYS, place + QPoint(60, 0))
    assert window.state.view.camera != camera
    assert window.state.view.finger is None


def test_near_the_femoral_artery_it_says_keep_off_and_why(window: Window, page: FingerPage) -> None:
    begin(window, page, "Psoas major, right: Femoral pulse")
    window.viewport.hand.sink(18.0)
    told = {text.split(",")[0]: text for text in page.cards.words}
    assert told["Femoral artery"].endswith("Keep off.")
    assert "Femoral vein" in told
    first = page.cards._cards[0]
    assert first._why.isVisible()
    assert first.told is not None
    assert first.told.why in first.accessibleName()
    assert first.told.touched


def test_on_the_thigh_it_says_that_nothing_sought_is_met(window: Window, page: FingerPage) -> None:
    press = window.viewport.body.press_on(THIGH, (-90.0, 0.0, -120.0))
    assert press is not None
    window.viewport.hand.lay(press)
    assert page.sought.text() == "This way meets no muscle that is sought by touch."
    assert "Sartorius" in " ".join(rows(page))


def test_a_finger_gets_no_further_than_the_bone(window: Window, page: FingerPage) -> None:
    begin(window, page, "Iliacus, right: Anterior")
    page.slider.setValue(page.slider.maximum())
    window.viewport.hand.push(500.0)
    assert page.place.text().endswith("on hip bone, right, where a finger ends.")
    assert "Hip bone" in rows(page)[-1]


def test_the_section_is_printed_pointed_at_and_turned(window: Window, page: FingerPage, qtbot: QtBot) -> None:
    begin(window, page, "Psoas major, right: Halfway")
    window.viewport.hand.sink(60.0)
    qtbot.waitUntil(lambda: page.picture.plate is not None and not page.picture._quick, timeout=PATIENCE)
    page.picture.grab()
    plate, frame = page.picture.plate, page.picture._frame
    assert plate is not None
    assert frame is not None
    assert "psoas major, right at" in page.picture.accessibleDescription()
    psoas = next(piece for piece in plate.pieces if piece.structure.id == "psoas_major_right")
    QTest.mouseClick(page.picture, LEFT, NO_KEYS, frame.place(*psoas.heart.tolist()).toPoint())
    assert window.state.view.selection == ("psoas_major_right",)
    assert page.layers.currentItem().text(0).endswith("Psoas major, right")
    QTest.keyClick(window.viewport, Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.picture.subject is not None and page.picture.subject.plane is Plane.ALONG)
    page.turn_plane()


def test_a_row_selects_in_the_scene(window: Window, page: FingerPage) -> None:
    begin(window, page, "Psoas major, right: Halfway")
    row = next(i for i, text in enumerate(rows(page)) if "Small bowel" in text)
    item = page.layers.topLevelItem(row)
    assert item is not None
    QTest.mouseClick(page.layers.viewport(), LEFT, NO_KEYS, page.layers.visualItemRect(item).center())
    assert window.state.view.selection == ("small_bowel",)


def test_the_section_is_saved_whole_and_copied(
    window: Window, page: FingerPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(window, page, "Iliacus, left: Anterior")
    qtbot.waitUntil(lambda: page.picture.subject is not None)
    for name in ("cut.png", "cut.svg"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        window.actions_by_id["save_section"].trigger()
    assert QImage(str(tmp_path / "cut.png")).width() == 2400
    assert "Iliacus" in (tmp_path / "cut.svg").read_text(encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "cut.png"), ""))
    with qtbot.waitSignal(page.told) as said:
        window.actions_by_id["save_section"].trigger()
    assert "could not be saved" in said.args[0]
    window.actions_by_id["copy_section"].trigger()
    assert QGuiApplication.clipboard().image().width() == 2400


def test_another_body_is_felt_anew(window: Window, page: FingerPage, qtbot: QtBot) -> None:
    def cut() -> set[str]:
        return {one.structure for one in page.picture.subject.section.cuts} if page.picture.subject else set()

    begin(window, page, "Psoas major, right: Halfway")
    qtbot.waitUntil(lambda: "psoas_minor_right" in cut())
    absent = window.state.atlas.can_be_absent()
    window.state.change(lambda view: replace(view, absent=absent))
    qtbot.waitUntil(lambda: "psoas_major_right" in cut() and not cut() & absent)


def test_one_reads_beside_the_finger(window: Window, page: FingerPage) -> None:
    begin(window, page, "Psoas major, right: Halfway")
    window.panel.open("facts")
    assert not window.viewport.hand.on
    assert window.state.view.finger is not None
    window.panel.open("finger")
    assert "on the skin" in page.place.text()
