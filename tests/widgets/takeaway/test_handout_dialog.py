"""File > Handout…, in the real window: what is chosen, kept for the next time, and asked of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from tests.takeaway.conftest import MIDDLE, two_scenes
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson
from viewer.model.lessons.lesson_file import read_lesson
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.widgets.takeaway import errand
from viewer.widgets.takeaway.handout_dialog import HandoutDialog
from viewer.widgets.takeaway.making import Making
from viewer.widgets.takeaway.progress import Progress
from viewer.window import Window

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 120_000  # ms


@pytest.fixture
def lesson() -> Lesson:
    return two_scenes()


@pytest.fixture
def window(qtbot, atlas: Atlas, tmp_path: Path) -> Window:
    """A window whose scene is not begun: nothing here needs to be seen."""
    window = Window(atlas, View(isolated=MIDDLE), tmp_path / "no meshes", Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    return window


def dialog_of(window: Window) -> HandoutDialog:
    window.actions_by_id["handout"].trigger()
    return window.findChildren(HandoutDialog)[-1]


def press(dialog: HandoutDialog, text: str) -> None:
    (button,) = (one for one in dialog.buttons.buttons() if one.text() == text)
    QTest.mouseClick(button, LEFT)


def test_everything_chosen_is_asked_for_and_chosen_again_the_next_time(
    window: Window,
    lesson: Lesson,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    window.classroom.opened.open(lesson, None)
    dialog = dialog_of(window)
    assert dialog.words() == ("--labels", "names", "--key", "end", "--paper", dialog.paper.currentData())
    assert not dialog.key.isEnabled()
    QTest.mouseClick(dialog.blank, LEFT)
    assert dialog.key.isEnabled()
    assert not dialog.names.isChecked()
    for box, word in ((dialog.key, "apart"), (dialog.page, "two"), (dialog.paper, "letter")):
        box.setCurrentIndex(box.findData(word))
    dialog.captions.click()
    dialog.notes.click()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(asked[2]), ""))
    made: list[tuple[tuple[str, ...], Path, Lesson]] = []
    monkeypatch.setattr(
        window.classroom.handout, "make", lambda wanted, path: made.append((wanted.words, path, wanted.lesson))
    )
    press(dialog, "&Save as…")
    words = ("--labels", "blank", "--key", "apart", "--paper", "letter", "--two", "--without-captions", "--notes")
    assert [(one[0], one[1].name, one[2]) for one in made] == [(words, "Two muscles, one tendon.pdf", lesson)]
    assert dialog_of(window).words() == words
    assert HandoutDialog(lesson, window.state, Settings(tmp_path / "settings.ini"), window).words() == words


def test_without_a_lesson_it_is_of_what_is_shown(window: Window) -> None:
    dialog = dialog_of(window)
    assert not dialog.what.isVisible()
    (scene,) = dialog.what.lesson().scenes
    assert scene.view.isolated == MIDDLE


def test_an_unsaved_lesson_is_written_for_the_other_process_and_gone_afterwards(
    window: Window,
    lesson: Lesson,
    qtbot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    asked: list[tuple[list[str], Lesson]] = []

    class Noting(Making):
        def __init__(self, words: list[object], goal: Path, parent: QWidget) -> None:
            file = Path(str(words[words.index("--lesson") + 1]))
            asked.append(([str(word) for word in words], read_lesson(file, window.state.atlas).lesson))
            super().__init__(["--version"], goal, parent)

    monkeypatch.setattr(errand, "Making", Noting)
    window.classroom.opened.open(lesson, None)
    dialog = dialog_of(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    press(dialog, "&Save as…")
    ((words, written),) = asked
    assert words[:2] == ["--handout", str(tmp_path / "mine.pdf")]
    assert [scene.title for scene in written.scenes] == [scene.title for scene in lesson.scenes]
    (progress,) = window.findChildren(Progress)
    qtbot.waitUntil(lambda: progress.stop.text() == "Close", timeout=PATIENCE)
    with qtbot.waitSignal(progress.destroyed, timeout=PATIENCE):
        progress.stop.click()
    assert not Path(words[words.index("--lesson") + 1]).exists()


def test_where_it_cannot_even_be_begun_one_is_told(
    window: Window,
    lesson: Lesson,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(errand, "write_lesson", refuse)
    window.classroom.opened.open(lesson, None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.pdf"), ""))
    press(dialog_of(window), "&Save as…")
    (box,) = window.findChildren(QMessageBox)
    assert "No space left on device" in box.text()
    box.close()
