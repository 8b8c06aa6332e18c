"""A lesson as a teacher makes it, in the real window: scenes by mouse and keys, saved, opened again, never lost."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QScrollArea, QWidget

from tests import hands, windows
from tests.full_disk import TOLD, full_disk
from tests.widgets.bait import laid
from tests.widgets.test_texts_load_nothing import show
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.lesson_file import our_folder, read_lesson, write_lesson
from viewer.model.lessons.recovery import Recovery
from viewer.model.lessons.scene_view import planned
from viewer.model.session.view import View
from viewer.widgets.chrome import theme
from viewer.widgets.lessons import asking_first
from viewer.widgets.lessons.asking_first import Answer
from viewer.widgets.lessons.lessons_page import LessonsPage
from viewer.widgets.lessons.scene_row import Row
from viewer.widgets.side_panel.panel import LEAST
from viewer.widgets.takeaway import errand
from viewer.window import Window

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
EIGHT = our_folder() / "iliopsoas_in_eight_scenes.json"


class NoMaking(QObject):
    """Stands in for the other process that draws, which takes many seconds: each picture is plain."""

    progressed, finished = Signal(int, int), Signal(Path)
    failed, cancelled = Signal(str), Signal()
    asked: ClassVar[list[int]] = []

    def __init__(self, words: list[object], goal: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._goal, self._lesson = goal, words[words.index("--lesson") + 1]

    def start(self) -> None:
        count = Path(str(self._lesson)).read_text(encoding="utf-8").count('"view": {')
        self.asked.append(count)
        self._goal.mkdir()
        for number in range(1, count + 1):
            picture = QImage(64, 44, QImage.Format.Format_RGB32)
            picture.fill(QColor("teal"))
            picture.save(str(self._goal / f"{number}.png"))
            self.progressed.emit(number, count)
        self.finished.emit(self._goal)

    def cancel(self) -> None:
        self.cancelled.emit()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SimpleNamespace:
    """What is answered to what is asked, and how often it was."""
    answers = SimpleNamespace(unsaved=Answer.DISCARD, over=Answer.CANCEL, file=tmp_path / "made.json", times=0)

    def answer(name: str) -> Callable[..., object]:
        def ask(*_: object) -> object:
            answers.times += 1
            return getattr(answers, name)

        return ask

    for function, name in (("about_unsaved", "unsaved"), ("about_overwriting", "over"), ("file_to_open", "file"),
                           ("file_to_save", "file")):  # fmt: skip
        monkeypatch.setattr(asking_first, function, answer(name))
    monkeypatch.setattr(errand, "Making", NoMaking)
    NoMaking.asked.clear()
    return answers


@pytest.fixture
def page(request: pytest.FixtureRequest, shared: list[Window], asked: SimpleNamespace) -> Iterator[LessonsPage]:
    """The page of an empty lesson, in a scene to which nothing was done."""
    window = shared[0]
    windows.activate(window)
    window.resize(1024, 640)
    window.state.start_over()
    window.classroom.opened.open(Lesson(), None)
    window.panel.open("lessons")
    page = window.classroom.lessons.page
    assert page is not None
    window.viewport.setFocus()
    yield page
    window.classroom.opened.open(Lesson(), None)
    window.classroom.lessons.finish()
    page.notices.refuse("")
    page.notices.remark(())
    request.node.funcargs.clear()


def window_of(page: QWidget) -> Window:
    window = page.window()
    assert isinstance(window, Window)
    return window


def press(page: LessonsPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """In the 3D view."""
    viewport = window_of(page).viewport
    viewport.setFocus()
    QTest.keyClick(viewport, key, modifiers)


def titles(page: LessonsPage) -> list[str]:
    """As the list shows them."""
    rows = page.list.rows
    assert page.list.count() == len(rows)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    return [row.title for row in rows]


def drag_row(page: LessonsPage, start: int, to: int) -> None:
    """Let a row be dropped on the upper half of another one, or the lower half of the last."""
    page.list.setCurrentRow(start)
    place = page.list.visualItemRect(page.list.item(to))
    at = QPointF(place.center()) + QPointF(0, 20 if to > start else -20)
    mime = page.list.model().mimeData([page.list.model().index(start, 0)])
    event = QDropEvent(at, Qt.DropAction.MoveAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    event.source = lambda: page.list  # type: ignore[method-assign]
    page.list.dropEvent(event)


def opened(page: LessonsPage) -> Lesson:
    return window_of(page).classroom.opened.lesson


def test_a_lesson_of_five_scenes_is_made_saved_and_opened_again_the_same(
    page: LessonsPage, asked: SimpleNamespace
) -> None:
    window = window_of(page)
    press(page, Key.Key_K)
    hands.click(window, "psoas_major_right")
    press(page, Key.Key_G)
    press(page, Key.Key_K)
    assert window.statusBar().currentMessage().startswith("Scene 2 added: Psoas major, right")
    press(page, Key.Key_3)
    QTest.mouseClick(page.head.add, LEFT)
    press(page, Key.Key_P)
    press(page, Key.Key_K)
    press(page, Key.Key_O)
    press(page, Key.Key_4)
    press(page, Key.Key_K)
    drawn = hands.picture(window)
    assert titles(page) == ["Overview", *["Psoas major, right"] * 4]
    QTest.keyClick(page.editor.title, Key.Key_End)
    QTest.keyClicks(page.editor.title, " at last")
    QTest.keyClicks(page.editor.caption, "From spine")
    QTest.keyClick(page.editor.caption, Key.Key_Return)
    QTest.keyClicks(page.editor.caption, "to thigh")
    QTest.keyClicks(page.editor.notes, "Ask: where does it end?")
    QTest.keyClicks(page.head.title, "Mine")
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_Up, CTRL)
    assert titles(page)[3] == "Psoas major, right at last"
    assert page.chosen == 3
    made = opened(page)
    assert [scene.caption for scene in made.scenes] == ["", "", "", "From spine\nto thigh", ""]
    QTest.keyClick(page.list, Key.Key_S, CTRL | SHIFT)
    assert "saved: made.json" in page.head.kept.text()
    page.head.menu.new_asked.emit()
    assert asked.times == 1, "nothing was unsaved, and only the name of the file was asked for"
    assert (opened(page), page.begin_with.isVisible()) == (Lesson(), True)
    press(page, Key.Key_O, CTRL)
    assert opened(page) == made
    assert window.classroom.opened.path == asked.file
    assert titles(page)[3] == "Psoas major, right at last"
    page.list.setCurrentRow(3)
    QTest.keyClick(page.list, Key.Key_Return)
    first = hands.picture(window)
    assert hands.differing(first, drawn) < first.width() * first.height() / 50, "seen as when it was added"
    page.list.setCurrentRow(0)
    QTest.keyClick(page.list, Key.Key_Return)
    page.list.setCurrentRow(3)
    place = page.list.visualItemRect(page.list.item(3)).center()
    QTest.mouseDClick(page.list.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert window.classroom.giving.number == 3
    assert "on now" in page.list.rows[3].aloud
    assert hands.differing(hands.picture(window), first) == 0


def test_scenes_are_moved_duplicated_updated_and_deleted_each_in_one_step(page: LessonsPage) -> None:
    window = window_of(page)
    for name in ("iliacus_right", "psoas_major_left", "femur_right"):
        window.state.select(name)
        press(page, Key.Key_K)
    before = opened(page)
    first, second, third = titles(page)
    drag_row(page, 2, 0)
    assert titles(page) == [third, first, second]
    drag_row(page, 0, 2)
    assert titles(page) == [first, second, third]
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == [first, third, second]
    QTest.mouseClick(page.buttons.by_name["down"], LEFT)
    assert opened(page) == before
    assert not page.buttons.by_name["down"].isEnabled()
    QTest.mouseClick(page.buttons.by_name["copy"], LEFT)
    assert (titles(page), page.chosen) == ([first, second, third, third], 3)
    window.state.select("sacrum")
    QTest.mouseClick(page.buttons.by_name["update"], LEFT)
    assert [scene.view.selection for scene in opened(page).scenes[2:]] == [("femur_right",), ("sacrum",)]
    QTest.keyClick(page.list, Key.Key_Delete)
    assert titles(page) == [first, second, third]
    for count in (4, 4, 4, 4, 3, 3, 3, 3, 3):
        assert len(opened(page).scenes) <= count
        window.undoing.undo()
    assert len(opened(page).scenes) <= 3


def test_what_is_typed_without_leaving_a_field_is_one_step(page: LessonsPage) -> None:
    window = window_of(page)
    press(page, Key.Key_K)
    page.editor.caption.setFocus()
    QTest.keyClicks(page.editor.caption, "One two")
    assert window.undoing is not None
    page.editor.notes.setFocus()
    QTest.keyClicks(page.editor.notes, "Three")
    page.editor.caption.setFocus()
    QTest.keyClicks(page.editor.caption, "!")
    seen = [opened(page).scenes[0]]
    for _ in range(3):
        window.undoing.undo()
        seen.append(opened(page).scenes[0])
    told = [(scene.caption, scene.notes) for scene in seen]
    assert told[1:] == [("One two", "Three"), ("One two", ""), ("", "")]
    assert sorted(told[0][0]) == sorted("One two!")
    assert page.editor.caption.toPlainText() == ""


def test_a_scene_says_what_it_holds_and_takes_the_sources_of_what_is_lit(page: LessonsPage) -> None:
    window = window_of(page)
    atlas = window.state.atlas
    fact = next(one for one in atlas.structures["psoas_major_right"].attachments if one.sources)
    window.state.select("psoas_major_right")
    window.state.highlight(fact.id)
    press(page, Key.Key_K)
    assert opened(page).scenes[0].sources == tuple(dict.fromkeys(fact.sources))
    page.editor.sources.list.setCurrentRow(0)
    page.editor.sources.list.setFocus()
    QTest.keyClick(page.editor.sources.list, Key.Key_Delete)
    assert opened(page).scenes[0].sources == tuple(dict.fromkeys(fact.sources))[1:]
    QTest.mouseClick(page.editor.sources.propose, LEFT)
    assert set(opened(page).scenes[0].sources) == set(fact.sources)
    page.editor.caption.setPlainText("x " * 120)
    assert page.editor.counter.text() == "5 lines; 3 fit"
    press(page, Key.Key_S)
    press(page, Key.Key_K)
    row = page.list.rows[1]
    assert isinstance(row, Row)
    assert row.holds[0].startswith("Section")
    window.state.cut(None)


def test_a_ready_lesson_is_a_copy_with_pictures_that_come_by_and_by(page: LessonsPage, asked: SimpleNamespace) -> None:
    window = window_of(page)
    ready = {button.text(): button for button in page.begin_with.ready}
    assert len(ready) >= 5
    QTest.mouseClick(ready["The iliopsoas in eight scenes, 8 scenes"], LEFT)
    assert (len(opened(page).scenes), window.classroom.opened.path) == (8, None)
    assert page.list.rows[0].picture is None
    page._thumbnails._draw()
    assert NoMaking.asked == [8]
    assert all(page.list.rows[number].picture is not None for number in range(8))
    page._thumbnails._draw()
    assert NoMaking.asked == [8], "nothing is drawn twice"
    asked.file = our_folder() / "mine.json"
    press(page, Key.Key_S, CTRL | SHIFT)
    assert "program's own folder" in page.notices.refusal.text()
    assert not asked.file.exists()


def test_the_menu_offers_what_is_ready_what_is_own_and_what_was_open(
    page: LessonsPage, asked: SimpleNamespace, notes_file: Path
) -> None:
    window_of(page)._settings.recent_lessons = ()
    write_lesson(asked.file, Lesson("Mine", "", (LessonScene("", window_of(page).state.view),)), page._state.atlas)
    assert window_of(page).classroom.lessons.files.open(asked.file)
    (notes_file.parent / "lessons").mkdir(parents=True)
    write_lesson(notes_file.parent / "lessons" / "b.json", Lesson("Own & good"), page._state.atlas)
    page.head.menu._fill()
    texts = [action.text() for action in page.head.menu.actions() if action.text()]
    assert texts[:5] == ["&New lesson", "Open a &lesson…", "Sa&ve the lesson", "Save the lesson &as…", "Ready to give"]
    assert texts[texts.index("Your own") :] == ["Your own", "Own && good", "Open lately", "made"]
    action = next(one for one in page.head.menu.actions() if one.text() == "Psoas minor and variation")
    action.trigger()
    assert opened(page).title == "Psoas minor and variation"
    window_of(page).undoing.undo()
    assert (opened(page).title, window_of(page).classroom.opened.path) == ("Mine", asked.file)


# Nothing is lost --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [Answer.SAVE, Answer.DISCARD, Answer.CANCEL])
def test_what_is_not_saved_is_asked_about_before_it_is_left(
    page: LessonsPage, asked: SimpleNamespace, answer: Answer
) -> None:
    press(page, Key.Key_K)
    kept, asked.unsaved = opened(page), answer
    left = window_of(page).classroom.lessons.files.open(EIGHT)
    assert left == (answer is not Answer.CANCEL)
    assert (opened(page) == kept) == (answer is Answer.CANCEL)
    assert asked.file.exists() == (answer is Answer.SAVE)


def test_the_window_stays_where_a_lesson_is_not_given_up(page: LessonsPage, asked: SimpleNamespace) -> None:
    window = window_of(page)
    press(page, Key.Key_K)
    asked.unsaved = Answer.CANCEL
    assert not window.close()
    assert window.isVisible()
    assert window.viewport.scene is not None
    window.undoing.undo()
    assert not window.classroom.opened.unsaved


def hindered(how: str, folder: Path) -> None:
    if how == "gone":
        folder.rmdir()
    elif how == "device":
        (folder / "made.json").symlink_to("/dev/full")


@pytest.mark.parametrize("how", ["full", "gone", "device"])
def test_where_it_cannot_be_saved_it_is_said_and_the_lesson_stays(
    page: LessonsPage, asked: SimpleNamespace, how: str, tmp_path: Path
) -> None:
    if how == "device" and sys.platform == "win32":
        pytest.skip("there are no such devices")
    window = window_of(page)
    (tmp_path / "there").mkdir()
    asked.file = tmp_path / "there" / "made.json"
    press(page, Key.Key_K)
    kept = opened(page)
    hindered(how, tmp_path / "there")
    if how == "full":
        with full_disk():
            press(page, Key.Key_S, CTRL | SHIFT)
        assert TOLD in page.notices.refusal.text()
    else:
        press(page, Key.Key_S, CTRL | SHIFT)
    assert str(asked.file) in page.notices.refusal.text()
    assert "nothing of it is lost" in page.notices.refusal.text()
    assert page.notices.isVisible()
    assert (opened(page), window.classroom.opened.path, window.classroom.opened.unsaved) == (kept, None, True)
    asked.file = tmp_path / "other.json"
    press(page, Key.Key_S, CTRL | SHIFT)
    assert not page.notices.isVisible()
    assert read_lesson(asked.file, window.state.atlas).lesson == kept


def test_a_file_that_somebody_else_changed_is_asked_about(page: LessonsPage, asked: SimpleNamespace) -> None:
    window = window_of(page)
    press(page, Key.Key_K)
    press(page, Key.Key_S, CTRL | SHIFT)
    press(page, Key.Key_K)
    press(page, Key.Key_S, CTRL | SHIFT)
    assert asked.times == 1, "our own writing is no change"
    other = Lesson("Of another window", "", opened(page).scenes)
    write_lesson(asked.file, other, window.state.atlas)
    press(page, Key.Key_K)
    press(page, Key.Key_S, CTRL | SHIFT)
    assert (asked.times, read_lesson(asked.file, window.state.atlas).lesson) == (2, other)
    assert window.classroom.opened.unsaved
    asked.over = Answer.DISCARD
    press(page, Key.Key_S, CTRL | SHIFT)
    assert read_lesson(asked.file, window.state.atlas).lesson == opened(page)


def test_a_file_that_is_not_whole_is_shown_as_far_as_it_goes_and_never_written_over(
    page: LessonsPage, asked: SimpleNamespace
) -> None:
    window = window_of(page)
    content = EIGHT.read_bytes()
    asked.file.write_bytes(content[: content.index(b'"title"', len(content) // 2)])
    before = asked.file.read_bytes()
    press(page, Key.Key_O, CTRL)
    assert 1 < len(opened(page).scenes) < 8
    assert "cannot be shown" in page.notices.remarks.text()
    QTest.mouseClick(page.notices.more, LEFT)
    assert "not JSON" in page.notices.all.toPlainText()
    assert page.notices.all.isVisible()
    assert window.classroom.opened.path is None
    press(page, Key.Key_S, CTRL | SHIFT)
    assert "could not be read whole" in page.notices.refusal.text()
    assert asked.file.read_bytes() == before


def test_a_file_of_which_nothing_can_be_shown_leaves_the_open_lesson(page: LessonsPage, asked: SimpleNamespace) -> None:
    press(page, Key.Key_K)
    kept = opened(page)
    asked.file.write_text("{", encoding="utf-8")
    press(page, Key.Key_O, CTRL)
    assert opened(page) == kept
    assert "Nothing of this lesson can be shown" in page.notices.refusal.text()
    assert page.notices.remarks.text().startswith("1 thing in this file")
    content = EIGHT.read_bytes()
    asked.file.write_bytes(content[: content.index(b'"title"', len(content) // 2)])
    press(page, Key.Key_O, CTRL)
    assert len(opened(page).scenes) > len(kept.scenes)
    assert page.notices.refusal.isHidden(), "that was another file"


def test_a_lesson_that_a_crash_left_behind_is_offered(
    page: LessonsPage, notes_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lessons = window_of(page).classroom.lessons
    press(page, Key.Key_K)
    kept = opened(page)
    left = Recovery()
    left.keep(kept, page._state.atlas)
    assert left._lock is not None
    assert Recovery().left_behind(page._state.atlas) is None, "that run is still there"
    left._lock.unlock()
    window_of(page).classroom.opened.open(Lesson(), None)
    monkeypatch.setattr(lessons.recovering, "_recovery", Recovery())
    lessons.recovering.look()
    assert "(1 scene)" in page.notices.offered.text()
    QTest.mouseClick(page.notices.back, LEFT)
    assert (opened(page), window_of(page).classroom.opened.unsaved) == (kept, True)
    assert not page.notices.isVisible()
    files = [file for file in (notes_file.parent / "unsaved lessons").iterdir() if file.suffix == ".json"]
    assert len(files) == 1, "it is that of this run now"
    lessons.recovering.forget()
    assert not files[0].exists()


@pytest.mark.parametrize(
    ("button", "answer"), [("Save", Answer.SAVE), ("Discard", Answer.DISCARD), ("Cancel", Answer.CANCEL)]
)
def test_the_question_about_unsaved_work_has_three_answers(qtbot, button: str, answer: Answer) -> None:
    parent, seen = QWidget(), list[str]()
    qtbot.addWidget(parent)

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        next(one for one in box.buttons() if one.text().replace("&", "").endswith(button)).click()

    QTimer.singleShot(0, click)
    assert ORIGINAL(parent, "<b>T") is answer
    assert ["&lt;b&gt;T" in text for text in seen] == [True]


ORIGINAL = asking_first.about_unsaved


def test_words_of_a_file_load_nothing(page: LessonsPage, asked: SimpleNamespace, tmp_path: Path) -> None:
    window = window_of(page)
    with laid(tmp_path) as bait:
        scene = LessonScene(bait.html[:190].strip(), planned(View(), page._state.atlas), bait.html, bait.html)
        write_lesson(asked.file, Lesson(bait.html[:190].strip(), bait.html, (scene,)), page._state.atlas)
        window.classroom.lessons.files.open(asked.file)
        assert bait.html.strip() == page.editor.notes.toPlainText()
        assert show(page, bait) > 10
        assert not bait.taken()


# For everybody ----------------------------------------------------------------------------------------------------


def test_what_a_lesson_is_about_is_typed_in_one_step(page: LessonsPage) -> None:
    assert page.head.about.isHidden(), "there is nothing yet"
    press(page, Key.Key_K)
    QTest.keyClicks(page.head.about, "For the first year")
    assert opened(page).about == "For the first year"
    window_of(page).state.undo()
    assert (opened(page).about, page.head.about.text(), len(opened(page).scenes)) == ("", "", 1)


def test_the_page_can_be_read_and_used_where_it_is_narrow(page: LessonsPage) -> None:
    window = window_of(page)
    window.classroom.lessons.files.open(EIGHT)
    areas = page.findChildren(QScrollArea)
    assert max(area.widget().minimumSizeHint().width() for area in areas) <= LEAST - 3 * theme.STEP
    nameless = [
        part for part in page.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not (part.accessibleName() or (isinstance(part, QAbstractButton | QLabel) and part.text()))
    ]  # fmt: skip
    assert [type(part).__name__ for part in nameless if type(part).__module__.startswith("viewer")] == []
    reached = set()
    page.head.title.setFocus()
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    wanted = {
        page.list,
        page.head.about,
        page.head.which,
        page.head.add,
        page.editor.title,
        page.editor.caption,
        page.editor.notes,
    }
    assert wanted <= reached


def test_names_that_are_withheld_are_not_told_by_adding_a_scene(page: LessonsPage) -> None:
    window = window_of(page)
    window.state.select("psoas_major_right")
    press(page, Key.Key_U)
    press(page, Key.Key_K)
    assert window.statusBar().currentMessage() == "Scene 1 added (Ctrl+Z takes it back)"
    press(page, Key.Key_U)
