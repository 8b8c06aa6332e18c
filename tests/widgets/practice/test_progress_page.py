"""The page of progress in the real window: what it says, whom it knows, and what it does."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMessageBox, QPushButton

from tests import windows
from viewer.model.atlas.atlas import Atlas
from viewer.model.practice.answers import Answer
from viewer.model.practice.practice_log import PracticeLog
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.widgets.chrome import theme
from viewer.widgets.practice.progress_page import ProgressPage
from viewer.window import Window

LEFT = Qt.MouseButton.LeftButton
TODAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
CARDS = {"name:iliacus_left": "Iliacus", "name:psoas_major_left": "Psoas", "name:sartorius_left": "Sartorius"}


@pytest.fixture
def page(qtbot, tmp_path: Path):
    """The page as it is seen two days after the first answers."""
    page = ProgressPage(PracticeLog(tmp_path / "practice.sqlite3"), lambda: CARDS, lambda: TODAY + timedelta(days=2))
    qtbot.addWidget(page)
    page.resize(380, 900)
    page.show()
    yield page
    page._log.close()


def answer(page: ProgressPage, card: str, right: float, sure: int = 2, days: int = 0) -> None:
    page._log.add(Answer(card, right, sure, 12.0, TODAY + timedelta(days=days)))


def wait_for_plot(page: ProgressPage, qtbot) -> None:
    qtbot.waitUntil(lambda: page.plot.plot is not None, timeout=windows.PATIENCE)


def test_a_key_opens_it_and_it_is_gone_with_the_window(qtbot, atlas: Atlas, tmp_path: Path, notes_file: Path) -> None:
    window = Window(atlas, View(), tmp_path, Settings(tmp_path / "settings.ini"))
    window.show()
    windows.activate(window)
    assert not notes_file.with_name("practice.sqlite3").exists()
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    page = window.panel.pages.page("progress")
    assert isinstance(page, ProgressPage)
    assert page.isVisible()
    assert "progress" not in window.top.row.buttons
    window.practice_log.add(Answer("name:iliacus_left", 0.0, 3, 5.0, TODAY))
    assert page.weakest.rows[0].text() == "Iliacus, left"
    wait_for_plot(page, qtbot)
    assert str(notes_file.with_name("practice.sqlite3")) in page.place.text()
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert not page.isVisible()
    del page
    closed = windows.close(window)
    assert not [one for one in notes_file.parent.iterdir() if one.name.endswith(("-wal", "-shm"))], "the file is closed"
    del window
    windows.assert_gone([closed])


def test_who_begins_is_told_how(page: ProgressPage, qtbot) -> None:
    assert page.head.text() == "Nothing is practised yet."
    assert "Ten questions" in page.first.text()
    assert page.first.isVisible()
    assert not page.plot.isVisible()
    assert not page.delete.isVisible()
    assert page.bars.accessibleDescription() == "Names: 3 new"
    with qtbot.waitSignal(page.begin_asked, timeout=0):
        QTest.mouseClick(page.practise, LEFT)


def test_what_fades_is_shown_and_asked_for(page: ProgressPage, qtbot) -> None:
    answer(page, "name:iliacus_left", 0.0)
    answer(page, "name:psoas_major_left", 1.0, sure=1)
    answer(page, "name:sartorius_left", 1.0, sure=3)
    answer(page, "name:sartorius_left", 1.0, sure=3, days=1)
    answer(page, "name:of_another_atlas", 0.0, days=1)
    assert page.head.text() == "5 answers on 2 days: 1 card known, 2 to repeat."
    rows = [row.text() for row in page.weakest.rows]
    assert rows == ["Iliacus", "Names · missed", "Psoas", "Names · to repeat"]
    assert page.bars.accessibleDescription() == "Names: 1 known, 2 to repeat"
    with qtbot.waitSignal(page.practise_asked, timeout=0) as asked:
        QTest.mouseClick(page.practise, LEFT)
    assert asked.args == [("name:iliacus_left", "name:psoas_major_left")]


def test_the_plot_is_said_in_words_too(page: ProgressPage, qtbot) -> None:
    answer(page, "name:iliacus_left", 0.0, sure=3)
    answer(page, "name:iliacus_left", 1.0, sure=1, days=1)
    wait_for_plot(page, qtbot)
    (right, sure) = (item.getData()[1].tolist() for item in reversed(page.plot.plot.getPlotItem().listDataItems()))
    assert (right, sure) == ([0.0, 1.0], [1.0, 0.0])
    said = page.plot.plot.accessibleDescription().replace("\N{NO-BREAK SPACE}", " ")
    assert "1 answer, 0 % right, 100 % sure\n" in said
    assert not page.plot.words.isVisible()
    QTest.mouseClick(page.plot.in_words, LEFT)
    assert page.plot.words.isVisible()
    assert "100\N{NO-BREAK SPACE}% right" in page.plot.words.text().splitlines()[0], "the newest comes first"


def test_the_plot_follows_the_light(page: ProgressPage, qapp, qtbot) -> None:
    answer(page, "name:iliacus_left", 0.5)
    wait_for_plot(page, qtbot)
    for colours in (theme.DARK, theme.LIGHT):
        theme.apply(qapp, colours is theme.DARK)
        QApplication.processEvents()
        assert page.plot.plot.backgroundBrush().color().name() == colours.base


def test_learners_are_added_renamed_and_deleted(page: ProgressPage) -> None:
    answer(page, "name:iliacus_left", 1.0)
    for ask, typed in ((page.learners.add, "Ada"), (page.learners.rename, "Ada <b>Lovelace</b>")):
        ask.trigger()
        (dialog,) = page.findChildren(QInputDialog)
        dialog.setTextValue(typed)
        dialog.accept()
        dialog.deleteLater()
        QApplication.sendPostedEvents(None, 52)
    assert [page.learners.who.itemText(n) for n in range(2)] == ["Me", "Ada <b>Lovelace</b>"]
    assert page.learners.who.currentIndex() == 1
    assert page.head.text() == "Nothing is practised yet."
    page.learners.who.setCurrentIndex(0)
    page.learners.who.activated.emit(0)
    assert page.head.text().startswith("1 answer on 1 day")
    QTest.mouseClick(page.delete, LEFT)
    (box,) = page.findChildren(QMessageBox)
    assert "Delete “Me”: 1 answer," in box.text()
    assert "cannot be taken back" in box.text()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    (delete,) = (one for one in box.findChildren(QPushButton) if one.text() == "Delete for good")
    QTest.mouseClick(delete, LEFT)
    assert page.told.text() == "Me was deleted, from the disk too."
    assert page.learners.who.count() == 1
    assert page.told.isVisible()


def test_a_name_that_is_none_is_told_of(page: ProgressPage) -> None:
    page.learners.add.trigger()
    (dialog,) = page.findChildren(QInputDialog)
    dialog.setTextValue("   ")
    dialog.accept()
    assert page.told.text() == "A name has at least one letter."
    assert page.learners.who.count() == 1


def test_answers_are_exported_or_it_is_said_why_not(page: ProgressPage, tmp_path: Path) -> None:
    answer(page, "name:iliacus_left", 1.0)
    page.export_to(tmp_path / "out.json")
    assert page.told.text() == "Saved out.json"
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["learner"] == "Me"
    page.export_to(tmp_path / "nowhere" / "out.csv")
    assert "cannot be written" in page.told.text()


def test_a_log_that_is_damaged_is_told_of(page: ProgressPage) -> None:
    page._log.close()
    page._log.path.write_bytes(b"garbage" * 300)
    page.refresh()
    assert "It was kept as" in page.trouble.text()
    assert page.trouble.isVisible()
    assert page.trouble.textFormat() is Qt.TextFormat.PlainText
    answer(page, "name:iliacus_left", 1.0)
    assert page.head.text().startswith("1 answer")


def test_everything_fits_the_narrowest_panel_and_has_a_name(page: ProgressPage) -> None:
    page._log.add_learner("A name that is as long as names can be made, and longer than that")
    answer(page, "name:iliacus_left", 1.0)
    page.resize(320, 700)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 320
    for part in (page.practise, page.export, page.delete, page.learners.who, page.learners.more, page.plot.in_words):
        assert part.toolTip()
        assert part.accessibleName() or part.text()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.weakest.findChildren(QLabel)[1:])


def test_without_the_plot_there_are_words(page: ProgressPage, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "viewer.widgets.practice.day_plot", None)
    answer(page, "name:iliacus_left", 1.0)
    qtbot.waitUntil(page.plot.words.isVisible)
    assert page.plot.plot is None
    assert "1 answer" in page.plot.words.text()
    assert page.plot.words.isVisible()


def test_when_the_program_starts_with_it_the_window_comes_first(page: ProgressPage, qtbot) -> None:
    answer(page, "name:iliacus_left", 1.0)
    page.hide()
    page._log.close()
    page.head.clear()
    page.prepare()
    page.show()
    assert page.head.text() == ""
    qtbot.waitUntil(lambda: page.head.text().startswith("1 answer"))


def test_tab_goes_from_top_to_bottom(page: ProgressPage, qtbot) -> None:
    answer(page, "name:iliacus_left", 1.0)
    page.activateWindow()
    page.learners.who.setFocus()
    seen = [page.learners.who]
    for _ in range(5):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
    wanted = [page.learners.who, page.learners.more, page.practise, page.plot.in_words, page.export, page.delete]
    assert seen == wanted
