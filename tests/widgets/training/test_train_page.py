"""A student is asked in the real window: by keys and mouse, right and wrong; nothing leaks, all is as before after."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.hands import click, place_of
from tests.spoken import names_told
from viewer.model.practice.answers import SURE
from viewer.model.practice.practice_log import PracticeLog
from viewer.model.session.view import View
from viewer.widgets.training.course import Stage
from viewer.window import Window

LEFT = Qt.MouseButton.LeftButton
K = Qt.Key
TEN = (
    "name:iliacus_right", "click:psoas_major_left", "attachment:iliacus_right:insertion", "nerve:psoas_major_right",
    "roots:iliacus_left", "referral:iliacus_right.referral.thigh", "variant:psoas_minor:how_often",
    "variant:psoas_minor:which_side", "name:vertebra_L3", "pain:iliacus_right",
)  # fmt: skip


QUESTIONS = {
    "format": 1, "id": "mine", "title": "Mine",
    "questions": [{
        "id": "cable", "text": "Which one is the cable?", "about": "psoas_major_right",
        "choices": [{"text": "Psoas major", "right": True}, {"text": "Iliacus", "right": False}],
        "explanation": [{"text": "Because it is so.", "status": "agreed", "sources": ["seed"]}],
    }],
}  # fmt: skip


def write(file: Path, data: object) -> None:
    file.write_text(json.dumps(data, indent=1), encoding="utf-8")


def ten(window: Window) -> list:
    cards = window.training.cards()
    first = next(name for name in cards if name.startswith("referral:iliacus_right"))
    return [cards[first if name.startswith("referral") else name] for name in TEN]


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def digit(number: int) -> Qt.Key:
    return Qt.Key(K.Key_0.value + number)


def test_ten_questions_are_answered_by_keys_and_mouse(window: Window) -> None:
    training, course, before = window.training, window.training.course, window.state.view
    QTest.keyClick(window, K.Key_Q)
    assert window.panel.current == "train"
    training.ask(ten(window), 5)
    while course.running:
        assert course.question is not None
        number, question, right = len(course.results), course.question, course.question.right
        assert window.state.view.unnamed
        wrong = number % 3 == 2
        if question.choices:
            place = next(i for i, one in enumerate(question.choices) if one.right is not wrong)
            if number % 2:
                QTest.mouseClick(training.page.asking.choices.buttons[place], LEFT)
            else:
                press(window, digit(place + 1))
        elif question.targets:
            click(window, next(iter(question.targets)))
        else:
            QTest.mouseClick(window.viewport, LEFT, pos=place_of(window, "femur_right"))
        assert course.stage is Stage.SURENESS, question.card
        assert window.state.view.unnamed, "nothing is told before it was said how sure"
        if number % 2:
            QTest.mouseClick(training.page.asking.sureness.buttons[SURE], LEFT)
        else:
            press(window, K.Key_1)
        assert course.stage is Stage.TOLD
        assert not window.state.view.unnamed
        if right is not None:
            assert course.results[-1].verdict.is_right is not wrong, question.card
            assert right.text in training.page.asking.verdict.text() or course.results[-1].verdict.is_right
        assert training.page.asking.why.toPlainText().startswith(("Why", question.remark[:10]))
        press(window, K.Key_Return)
    assert [one.question.card for one in course.results] == [card.id for card in ten(window)]
    assert window.state.view == before
    assert training.log.answered_count() >= 10
    assert "of 10 right" in training.page.ending.heading.text()
    assert len(training.page.ending.links) == 10
    assert training.log.last_view("name:iliacus_right") is not None


def test_no_name_leaks_while_it_is_asked_for(window: Window) -> None:
    training, atlas = window.training, window.state.atlas
    window.state.select("psoas_minor_left")
    of_each = {card.sort: card for card in training.cards().values()}
    assert len(of_each) > 5
    training.ask(list(of_each.values()), 1)
    for _ in of_each:
        question = training.course.question
        assert question is not None
        own = {label.text() for label in training.page.findChildren(QLabel)}
        asked = tuple(one for one in atlas.structures.values() if one.english == atlas.known[question.about].english)
        for page in ("facts", "train"):
            window.panel.open(page)
            assert {told for told in names_told(asked) if not _of_page(told[1], own)} == set(), (page, question.card)
        training.course.give_up()
        training.course.go_on()
    window.state.undo()


def _of_page(text: str, own: set[str]) -> bool:
    """Whether a text is one of the question's own, with its key or as a tip."""
    return any(one and one in text for one in own if len(one) > 3)


def test_from_training_one_gets_to_how_far_one_is_but_not_during_a_question(window: Window) -> None:
    training = window.training
    QTest.keyClick(window, K.Key_Q)
    training.ask(ten(window)[:1], 5)
    assert not training.page.progress.isVisible()
    training.course.leave()
    QTest.mouseClick(training.page.progress, LEFT)
    assert window.panel.current == "progress"


def test_what_was_clicked_is_marked_and_not_named_before_it_is_judged(window: Window) -> None:
    training, atlas = window.training, window.state.atlas
    training.ask([training.cards()["click:hip_bone_left"]], 1)
    click(window, "sacrum")
    assert training.course.stage is Stage.SURENESS
    assert window.state.view.selection == ("sacrum",)
    assert names_told((atlas.structures["sacrum"],)) == set()
    click(window, "hip_bone_left")
    assert window.state.view.selection == ("hip_bone_left",)
    press(window, K.Key_2)
    assert training.course.results[-1].verdict.is_right
    training.course.leave()


def test_a_name_is_typed_in_any_language(window: Window) -> None:
    training = window.training
    training.ask([training.cards()["name:iliacus_left"]], 1)
    field = training.page.asking.field
    field.setFocus()
    QTest.keyClicks(field, "hip flexor")
    QTest.keyClick(field, K.Key_Return)
    assert training.course.stage is Stage.ASKING
    assert "more exactly" in training.page.asking.how.text()
    QTest.keyClicks(field, "MUSCULUS iliacus")
    QTest.keyClick(field, K.Key_Return)
    press(window, K.Key_3)
    assert training.course.results[-1].verdict.is_right
    assert training.course.results[-1].sure == SURE
    training.ask([training.cards()["name:vertebra_L3"]], 1)
    field.setFocus()
    QTest.keyClicks(field, "L3 vertebra")
    assert field.text() == "L3 vertebra", "a digit is a letter where one types"
    QTest.keyClick(field, K.Key_Return)
    assert training.course.stage is Stage.SURENESS


def test_a_round_goes_from_begin_to_its_end_with_three_keys(window: Window) -> None:
    training = window.training
    QTest.keyClick(window, K.Key_Q)
    training.page.show_form()
    training.page.begin()
    press(window, K.Key_Return)
    assert training.course.running
    for _ in range(training.page.form.how_many):
        press(window, K.Key_0)
        press(window, K.Key_Return)
    assert not training.course.running
    assert "of 10 right" in training.page.ending.heading.text()
    press(window, K.Key_Return)
    assert training.course.running, "those that were missed are asked again"


def test_undo_and_reset_lead_out_of_no_question(window: Window) -> None:
    training = window.training
    training.ask([training.cards()["name:psoas_minor_right"], training.cards()["name:sacrum"]], 1)
    asked = window.state.view
    window.actions_by_id["ghost"].trigger()
    for command in ("undo", "undo", "start_over", "clear"):
        window.actions_by_id[command].trigger() if command != "clear" else window.commands.clear()
        assert window.state.view.unnamed
        assert window.state.view.selection == asked.selection
    press(window, K.Key_0)
    assert not window.state.view.unnamed
    window.state.undo()
    assert window.state.view.selection[-1:] == asked.selection


def test_esc_and_a_closed_panel_end_a_round_with_everything_as_before(window: Window) -> None:
    training = window.training
    window.state.select("iliacus_left")
    before, behind = window.state.view, window.actions_by_id["undo"].text()
    for leave in (
        lambda: QTest.keyClick(window, K.Key_Escape),
        window.panel.close_page,
        training.page.asking.end.click,
    ):
        training.ask(ten(window)[:3], 1)
        assert window.state.view != before
        leave()
        assert window.state.view == before
        assert window.actions_by_id["undo"].text() == behind
    assert window.actions_by_id["look_from:anterior"].shortcuts()
    window.state.undo()


def test_the_right_one_and_the_wrong_one_are_shown_and_more_leads_to_the_facts(window: Window) -> None:
    training = window.training
    training.ask([training.cards()["click:psoas_major_right"]], 1)
    click(window, "iliacus_right")
    press(window, K.Key_2)
    assert set(window.state.view.selection) == {"psoas_major_right", "iliacus_right"}
    QTest.mouseClick(training.page.asking.more, LEFT)
    assert window.panel.current == "facts"
    assert window.state.view.selection == ("psoas_major_right",)
    assert training.course.running
    QTest.keyClick(window, K.Key_Q)
    assert window.panel.current == "train"


def test_a_body_that_lacks_a_muscle_is_not_asked_for_it(window: Window) -> None:
    before = window.state.view
    window.state.change(lambda view: View(absent=window.state.atlas.can_be_absent(), camera=view.camera))
    assert not any("psoas_minor" in name and not name.startswith("variant") for name in window.training.cards())
    window.state.change(lambda _: before)


def test_what_was_weak_is_asked_first_tomorrow(window: Window, tmp_path) -> None:
    log, course = PracticeLog(tmp_path / "log.sqlite3"), window.training.course
    kept, course._log, window.training.log = window.training.log, log, log
    yesterday = datetime(2026, 3, 1, 12, tzinfo=UTC)
    course._clock = lambda: yesterday
    cards = window.training.cards()
    window.training.ask([cards["name:iliacus_left"], cards["name:sacrum"]], 1)
    course.give_up()
    course.go_on()
    right = next(i for i, one in enumerate(course.question.choices) if one.right)
    window.training.page.asking.choices.choose(right)
    course.tell(SURE)
    course.go_on()
    due = log.due(yesterday + timedelta(days=1), 10)
    assert due[0] == "name:iliacus_left"
    kept.changed.emit()
    course._log, window.training.log = kept, kept
    log.close()


def test_a_teacher_s_file_is_opened_and_one_with_faults_is_told_with_all_of_them(window: Window, tmp_path) -> None:
    training = window.training
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    write(good, QUESTIONS)
    write(
        bad, {**QUESTIONS, "id": "Ü", "questions": [{"id": "a", "text": "?"}, {"id": "a", "text": "", "click": ["x"]}]}
    )
    training.files.open(good)
    assert "own:mine:cable" in training.cards()
    training.files.open(bad)
    assert "own:mine:cable" in training.cards()
    window.panel.open("train")
    told = training.page.form.faults.toPlainText().splitlines()
    assert training.page.form.faults.isVisible()
    assert len(told) >= 5
    assert all("bad.json:" in line for line in told)
    training.ask([training.cards()["own:mine:cable"]], 1)
    press(window, K.Key_1)
    press(window, K.Key_3)
    assert training.course.results[-1].verdict.is_right
    assert "Because it is so." in training.page.asking.why.toPlainText()
    training.files.forget()
