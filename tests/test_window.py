"""The real window on the real data, used with real clicks and keys."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from tests import windows
from tests.hands import click, differing, drag, picture, place_of
from viewer import paths
from viewer.model.atlas.atlas import Side
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.model.session.view_changes import present_sides, with_sides
from viewer.widgets.facts.leads import Lead, LeadKind
from viewer.widgets.viewport.cards import WaitingCard
from viewer.window import Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Opener = Callable[..., Window]
BOTH, LEFT_ONLY, RIGHT_ONLY, ABSENT = range(4)


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    """The shared window as it was at the start; only its history is longer."""
    windows.activate(shared[0])
    yield shared[0]
    shared[0].state.start_over()
    shared[0].structures.field.clear()
    shared[0].viewport.reduced_motion = True
    request.node.funcargs.clear()


def press(window: Window, key: Key | str, keys: Modifier = Modifier.NoModifier) -> None:
    window.viewport.setFocus()
    QTest.keyClick(window.viewport, key, keys)


def facts(window: Window) -> str:
    return window.facts.toPlainText()


def presence(window: Window, number: int) -> None:
    button = window.bar.variants[0]._buttons.button(number)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("structure_id", "title", "told"),
    [
        ("psoas_major_right", "Psoas major, right", ("lesser trochanter", "L2")),
        ("iliacus_left", "Iliacus, left", ("iliac fossa", "femoral nerve")),
        ("vertebra_L3", "L3 vertebra", ("Psoas major",)),
        ("femur_right", "Femur, right", ("lesser trochanter",)),
    ],
)
def test_a_click_tells_what_is_known(window: Window, structure_id: str, title: str, told: tuple[str, ...]) -> None:
    click(window, structure_id)
    assert window.state.view.selection == (structure_id,)
    assert facts(window).startswith(title)
    for words in told:
        assert words in facts(window)
    assert window.windowTitle() == f"Iliopsoas – {title}"


def test_a_click_lifts_the_structure_out_of_the_picture(window: Window) -> None:
    place = place_of(window, "psoas_major_right")
    before = picture(window)
    QTest.mouseClick(window.viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, place)
    after = picture(window)
    assert after.pixelColor(place).lightness() > before.pixelColor(place).lightness()
    assert differing(before, after) > 2000


def test_ctrl_click_adds_and_takes_away_and_nothing_clears(window: Window) -> None:
    click(window, "iliacus_right")
    click(window, "femur_left", Modifier.ControlModifier)
    assert window.state.view.selection == ("iliacus_right", "femur_left")
    assert "Also selected: Iliacus, right" in facts(window)
    click(window, "femur_left", Modifier.ControlModifier)
    assert window.state.view.selection == ("iliacus_right",)
    QTest.mouseClick(window.viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(8, 8))
    assert window.state.view.selection == ()
    assert "Click a structure in the 3D view" in facts(window)


def test_a_drag_turns_and_selects_nothing(window: Window) -> None:
    before = window.state.view
    drag(window, QPoint(80, 10))
    after = window.state.view
    assert after.selection == ()
    assert after.camera is not None
    assert before.camera is not None
    assert after.camera.position != pytest.approx(before.camera.position)
    forward = [a - b for a, b in zip(after.camera.focus, after.camera.position, strict=True)]
    across = forward[0] * after.camera.up[1] - forward[1] * after.camera.up[0]
    assert across == pytest.approx(0, abs=1e-6)  # the spine stays upright on the screen
    press(window, Key.Key_Z, Modifier.ControlModifier)
    assert window.state.view == before  # one drag is one step


def test_middle_drag_and_shift_drag_shift(window: Window) -> None:
    start = window.state.view.camera
    assert start is not None
    drag(window, QPoint(40, 0), Qt.MouseButton.MiddleButton)
    middle = window.state.view.camera
    window.state.undo()
    drag(window, QPoint(40, 0), keys=Modifier.ShiftModifier)
    assert window.state.view.camera == middle
    assert middle is not None
    way = [a - b for a, b in zip(middle.position, start.position, strict=True)]
    assert way == pytest.approx([a - b for a, b in zip(middle.focus, start.focus, strict=True)])


def test_a_press_that_hardly_moves_is_a_click(window: Window) -> None:
    place = place_of(window, "psoas_major_left")
    QTest.mousePress(window.viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, place)
    QTest.mouseMove(window.viewport, place + QPoint(2, 1))
    QTest.mouseRelease(window.viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, place + QPoint(2, 1))
    assert window.state.view.selection == ("psoas_major_left",)


def test_what_lies_behind_a_hidden_structure_is_found(window: Window) -> None:
    place = place_of(window, "iliacus_right")
    QTest.mouseClick(window.viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, place)
    press(window, "h")
    assert not window.state.view.shows("iliacus_right")
    QTest.mouseClick(window.viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, place)
    assert window.state.view.selection not in ((), ("iliacus_right",))


def test_the_four_presences_change_the_picture_and_change_back(window: Window) -> None:
    pictures: list[QImage] = []
    for number in (BOTH, LEFT_ONLY, RIGHT_ONLY, ABSENT, BOTH):
        presence(window, number)
        pictures.append(picture(window))
    assert all(differing(pictures[0], other) > 100 for other in pictures[1:4])
    assert all(differing(one, other) > 100 for one, other in itertools.pairwise(pictures))
    assert differing(pictures[0], pictures[4]) == 0


def test_what_is_absent_is_gone_everywhere(window: Window) -> None:
    place = place_of(window, "psoas_minor_right")
    before = int(window.status.count.text().split()[0])
    presence(window, LEFT_ONLY)
    QTest.mouseClick(window.viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, place)
    assert "psoas_minor_right" not in window.state.view.selection
    window.structures.field.setText("psoas minor")
    rows = window.structures.listed()
    assert "psoas_minor_left" in rows
    assert "psoas_minor_right" not in rows
    assert int(window.status.count.text().split()[0]) == before - 1
    assert window.viewport.accessibleDescription().endswith("\nPsoas minor: left only")


def test_m_steps_through_the_presences(window: Window) -> None:
    seen = []
    for _ in range(4):
        seen.append(present_sides(window.state.view, window.state.atlas.variations["psoas_minor"]))
        press(window, "m")
    assert seen == [{Side.RIGHT, Side.LEFT}, {Side.LEFT}, {Side.RIGHT}, set()]
    assert present_sides(window.state.view, window.state.atlas.variations["psoas_minor"]) == {Side.RIGHT, Side.LEFT}


def test_undo_walks_back_through_everything(open_window: Opener) -> None:
    window = open_window()
    views = [window.state.view]
    steps: list[Callable[[], object]] = [
        lambda: click(window, "psoas_major_right"),
        lambda: press(window, "g"),
        lambda: drag(window, QPoint(60, 20)),
        lambda: press(window, "i"),
        lambda: press(window, "l"),
        lambda: press(window, "2"),
        lambda: presence(window, ABSENT),
        lambda: press(window, "h"),
        lambda: press(window, Key.Key_Escape),
    ]
    for step in steps:
        step()
        assert window.state.view != views[-1]
        views.append(window.state.view)
    for expected in reversed(views[:-1]):
        press(window, Key.Key_Z, Modifier.ControlModifier)
        assert window.state.view == expected
    assert not window.actions_by_id["undo"].isEnabled()
    for expected in views[1:]:
        press(window, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
        assert window.state.view == expected


def test_keys_do_what_the_table_says(window: Window) -> None:
    camera = window.state.view.camera
    for key in "123456":
        press(window, key)
        assert window.state.view.camera != camera
        camera = window.state.view.camera
    click_first = "psoas_major_right"
    window.state.select(click_first)
    for key, aspect in (("g", "ghost"), ("l", "labels"), ("o", "overlays")):
        before = getattr(window.state.view, aspect)
        press(window, key)
        assert getattr(window.state.view, aspect) is not before
    press(window, "i")
    assert list(filter(window.state.view.shows, window.state.atlas.structures)) == [click_first]
    assert window.actions_by_id["isolate"].isChecked()
    press(window, "i")
    assert window.state.view.isolated is None
    press(window, "f")
    assert window.state.view.camera != camera


def test_no_shortcut_acts_while_typing(window: Window) -> None:
    window.activateWindow()
    press(window, "/")
    assert window.structures.field.hasFocus()
    before = window.state.view
    for letter in "ghilm126?o":
        QTest.keyClick(window.structures.field, letter)
    assert window.structures.field.text() == "ghilm126?o"
    assert window.state.view == before
    QTest.keyClick(window.structures.field, Key.Key_Escape)
    assert window.structures.field.text() == ""
    assert window.viewport.hasFocus()


def test_a_search_leads_to_a_structure(window: Window) -> None:
    window.state.set_hidden(["iliacus_left"], True)
    press(window, "/")
    QTest.keyClicks(window.structures.field, "iliacus left")
    QTest.keyClick(window.structures.field, Key.Key_Return)
    assert window.state.view.selection == ("iliacus_left",)
    assert window.state.view.shows("iliacus_left")


def test_the_pointer_reads_names(window: Window, qtbot) -> None:
    place = place_of(window, "vertebra_L4")
    nearby = itertools.cycle((place, place + QPoint(1, 0)))

    def name_is_read() -> bool:
        QTest.mouseMove(window.viewport, next(nearby))
        return window.viewport._tag.isVisible() and window.viewport._tag.text() == "L4 vertebra"

    for left in (QEvent.Type.Leave, QEvent.Type.WindowDeactivate):
        qtbot.waitUntil(name_is_read, timeout=20_000)
        QApplication.sendEvent(window.viewport, QEvent(left))
        assert not window.viewport._tag.isVisible()
    qtbot.waitUntil(name_is_read, timeout=20_000)
    beside, none = QPointF(-20.0, 40.0), Qt.MouseButton.NoButton  # as after a button was held that means nothing here
    move = QMouseEvent(
        QEvent.Type.MouseMove, beside, window.viewport.mapToGlobal(beside), none, none, Modifier.NoModifier
    )
    QApplication.sendEvent(window.viewport, move)
    assert not window.viewport._tag.isVisible()


def test_no_name_stays_where_its_structure_went(window: Window, qtbot) -> None:
    place = place_of(window, "vertebra_L4")
    nearby = itertools.cycle((place, place + QPoint(1, 0)))

    def name_is_read() -> bool:
        QTest.mouseMove(window.viewport, next(nearby))
        return window.viewport._tag.isVisible()

    qtbot.waitUntil(name_is_read, timeout=20_000)
    window.state.set_hidden(["vertebra_L4"], True)
    assert not window.viewport._tag.isVisible()


def test_the_wheel_zooms_to_the_pointer(window: Window, qtbot) -> None:
    scene = window.viewport.scene
    assert scene is not None
    place = place_of(window, "femur_left")
    hit = window.viewport.navigation.at(place.toPointF())
    assert hit is not None
    before = window.state.view
    assert before.camera is not None
    window.viewport.navigation._zoom(place.toPointF(), 3.0)
    after = window.state.view.camera
    assert after is not None
    assert abs(after.position[1] - after.focus[1]) < abs(before.camera.position[1] - before.camera.focus[1])
    x, y = scene.project(hit.place)
    assert x == pytest.approx(place.x(), abs=30)
    assert window.viewport.height() - y == pytest.approx(place.y(), abs=30)
    qtbot.waitUntil(lambda: not window.viewport.navigation.moving)
    window.state.undo()
    assert window.state.view == before  # the three notches were one step


def test_the_menu_belongs_to_what_lies_under_the_pointer(window: Window) -> None:
    QTest.mouseClick(window.viewport, Qt.MouseButton.RightButton, Modifier.NoModifier, place_of(window, "femur_right"))
    menu = window.findChildren(QMenu)[-1]
    assert menu.actions()[0].text() == "Femur, right"
    assert window.state.view.selection == ("femur_right",)
    menu.close()


def test_pointing_at_a_fact_lights_its_place(window: Window, qtbot) -> None:
    click(window, "psoas_major_right")
    attachment = window.state.atlas.structures["psoas_major_right"].attachments[-1]
    before = picture(window)
    window.facts.unfold(Lead(LeadKind.FOLD, "Attachments"), True)
    place = next(place for place in window.facts._ranges if place.fact == attachment.id)
    window.facts._point_at(place)
    qtbot.waitUntil(lambda: window.state.view.fact == attachment.id)
    assert differing(before, picture(window)) > 0
    window.facts._point_at(None)
    qtbot.waitUntil(lambda: window.state.view.fact is None)
    assert differing(before, picture(window)) == 0


def test_projector_shows_the_view_alone_and_esc_leaves(window: Window, qtbot) -> None:
    window.state.select("psoas_major_right")
    press(window, Key.Key_F5)
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    assert not window.bar.isVisible()
    assert not window.facts.isVisible()
    press(window, Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.facts.isVisible()
    assert window.menuBar().isVisible()
    assert window.state.view.selection == ("psoas_major_right",)  # that Esc meant the projector alone


def test_a_picture_is_saved_or_said_why_not(window: Window, tmp_path: Path, qtbot) -> None:
    told: list[str] = []
    window.commands.message.connect(told.append)
    window.commands.save_picture_as(tmp_path / "psoas")
    qtbot.waitUntil(lambda: len(told) == 2)
    saved = QImage(str(tmp_path / "psoas.png"))
    assert saved.size() == picture(window).size()
    assert told == ["Saving psoas …", f"Saved {tmp_path / 'psoas.png'}"]
    window.commands.save_picture_as(tmp_path / "no such folder" / "psoas.png")
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "could not be saved" in box.text()
    box.close()


def test_light_and_dark_are_chosen_and_remembered(open_window: Opener) -> None:
    window = open_window()
    grounds = []
    for action in window.appearance.actions()[1:]:
        action.trigger()
        grounds.append((window.palette().window().color().lightness(), picture(window).pixelColor(5, 5).lightness()))
        assert window._settings.appearance == action.data()
    (light_window, light_scene), (dark_window, dark_scene) = grounds
    assert dark_window < 80 < light_window
    assert dark_scene < 90 < light_scene


def test_reset_is_one_step_that_can_be_undone(window: Window) -> None:
    first = window.state.view
    click(window, "iliacus_left")
    drag(window, QPoint(50, 0))
    before = window.state.view
    press(window, Key.Key_Home)
    assert window.state.view == first
    window.state.undo()
    assert window.state.view == before


def test_a_glide_ends_exactly_where_it_should(window: Window, qtbot) -> None:
    window.viewport.reduced_motion = False
    press(window, "2")
    wanted = window.state.view.camera
    assert wanted is not None
    scene = window.viewport.scene
    assert scene is not None
    qtbot.waitUntil(lambda: not window.viewport._glide.under_way)
    assert scene.camera.position == pytest.approx(wanted.position)


def test_vtk_hears_no_key_and_takes_no_drop(window: Window) -> None:
    before, view = picture(window), window.state.view
    for key in "wr":
        press(window, key)
    assert window.isVisible()
    assert window.state.view == view
    assert differing(before, picture(window)) == 0
    canvas = window.viewport._canvas
    assert canvas is not None
    assert not canvas.acceptDrops()
    assert not window.viewport.acceptDrops()


def test_unlocked_the_spine_may_lean(window: Window) -> None:
    press(window, "t")
    drag(window, QPoint(70, 70))
    press(window, "t")
    camera = window.state.view.camera
    assert camera is not None
    forward = [a - b for a, b in zip(camera.focus, camera.position, strict=True)]
    assert abs(forward[0] * camera.up[1] - forward[1] * camera.up[0]) > 1.0


def test_nothing_is_looked_up_under_the_pointer_while_turning(window: Window, monkeypatch, qtbot) -> None:
    looked: list[object] = []
    monkeypatch.setattr(window.viewport.navigation, "_name", lambda: looked.append(1))
    start = window.viewport.rect().center()
    QTest.mousePress(window.viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, start)
    for step in range(1, 12):
        QTest.mouseMove(window.viewport, start + QPoint(6 * step, 0))
    qtbot.wait(80)
    QTest.mouseRelease(window.viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, start + QPoint(66, 0))
    assert looked == []


def changes(window: Window) -> tuple[Callable[[], object], ...]:
    return (
        lambda: window.state.select("psoas_major_right"),
        lambda: window.state.change(with_sides(window.state.atlas.variations["psoas_minor"], [])),
        window.classroom.projector.enter,
        window.classroom.projector.leave,
        window.state.undo,
    )


def frames(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A list that grows with each frame: whether it was drawn in a hurry."""
    canvas, scene, drawn = window.viewport._canvas, window.viewport.scene, list[bool]()
    assert canvas is not None
    assert scene is not None
    draw = canvas._draw
    monkeypatch.setattr(canvas, "_draw", lambda: (drawn.append(scene._finish.hurried), draw()))
    return drawn


def test_each_change_is_drawn_once(window: Window, monkeypatch, qtbot) -> None:
    monkeypatch.setattr("viewer.drawing.finish.SOON", 1000.0)
    qtbot.wait(300)
    drawn = frames(window, monkeypatch)
    for change in (*changes(window), lambda: window.viewport.aiming.look_from("posterior")):
        drawn.clear()
        change()
        qtbot.wait(200)
        assert drawn == [False]


def test_where_frames_take_long_each_change_is_seen_at_once_and_then_with_care(
    window: Window, monkeypatch, qtbot
) -> None:
    monkeypatch.setattr("viewer.drawing.finish.SOON", 0.0)
    qtbot.wait(300)
    window.viewport.picture()
    drawn, seen = frames(window, monkeypatch), []
    for change in changes(window):
        drawn.clear()
        change()
        qtbot.waitUntil(lambda: drawn[-1:] == [False], timeout=5000)
        seen.append(tuple(drawn))
    assert set(seen) == {(True, False)}


def test_settings_of_an_older_layout_are_kept_aside_and_told_of(open_window: Opener, tmp_path: Path) -> None:
    older = Path(__file__).parent / "model" / "session" / "settings_before_versions.ini"
    shutil.copy(older, tmp_path / "settings.ini")
    window = open_window()
    told = window.statusBar().currentMessage()
    assert "older version" in told
    assert "settings-kept-1.ini" in told
    assert (tmp_path / "settings-kept-1.ini").read_bytes() == older.read_bytes()
    assert window.state.atlas.structures["psoas_major_right"].shown_in == "en", "the old settings said Latin"
    assert window.viewport.width() > window.width() / 2, "the old layout was that of other docks"
    click(window, "iliacus_right")
    assert facts(window).startswith("Iliacus, right")
    window.close()
    assert Settings(tmp_path / "settings.ini").note == ""


def test_a_folder_without_meshes_is_told_and_the_facts_still_stand(qtbot, atlas, tmp_path: Path) -> None:
    window = Window(atlas, View(selection=("psoas_major_left",)), tmp_path, Settings(tmp_path / "s.ini"))
    window.show()
    with qtbot.waitSignal(window.viewport.refused, timeout=60_000) as refusal:
        window.begin()
    assert str(tmp_path) in refusal.args[0]
    assert window.viewport.findChild(WaitingCard).isVisible()
    assert facts(window).startswith("Psoas major, left")
    window.close()
    window.deleteLater()


def test_closing_while_loading_ends_well(qtbot, atlas, tmp_path: Path) -> None:
    window = Window(atlas, View(), paths.meshes_folder(), Settings(tmp_path / "s.ini"))
    window.show()
    window.begin()
    window.close()
    assert window.viewport.scene is None
    window.deleteLater()


def test_a_damaged_mesh_is_listed_with_its_reason(open_window: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "meshes"
    shutil.copytree(paths.meshes_folder(), folder)
    damaged = folder / "iliacus_left.vtp"
    damaged.write_bytes(damaged.read_bytes()[:1000])
    window = open_window(meshes=folder)
    assert "truncated" in window.structures.text_of("iliacus_left")
    assert "no model" in window.structures.text_of("iliacus_left")
    click(window, "psoas_major_left")
    assert window.state.view.selection == ("psoas_major_left",)


def test_the_window_remembers_its_columns(open_window: Opener) -> None:
    window = open_window()
    window.columns.toggle_list()
    window.actions_by_id["notes"].trigger()
    window.close()
    again = open_window()
    assert not again.structures.isVisible()
    assert again.panel.current == "notes"


def test_a_picture_follows_the_selection_given_at_the_start(open_window: Opener) -> None:
    window = open_window(selection=("psoas_minor_left",), first_view="posterior")
    assert facts(window).startswith("Psoas minor, left")
    camera = window.state.view.camera
    assert camera is not None
    assert camera.position[1] > camera.focus[1]
    assert replace(window.state.view, camera=None).selection == ("psoas_minor_left",)
