"""The log of practice: what is kept of whom, and what is said of it at a later day."""

from __future__ import annotations

import csv
import json
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from viewer.model.practice.answers import Answer
from viewer.model.practice.practice_log import PracticeLog, usual_file
from viewer.model.session.view import Camera, View
from viewer.model.session.view_record import as_record

TODAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def answer(card: str = "name:iliacus_left", right: float = 1.0, when: datetime = TODAY, **more: object) -> Answer:
    return Answer(card, right, **{"sure": 2, "seconds": 12.0, "when": when, **more})  # type: ignore[arg-type]


@pytest.fixture
def log(tmp_path: Path):
    log = PracticeLog(tmp_path / "own" / "practice.sqlite3")
    yield log
    log.close()


def again(log: PracticeLog) -> PracticeLog:
    log.close()
    return PracticeLog(log.path)


def test_it_lies_beside_the_notes(notes_file: Path) -> None:
    assert usual_file() == notes_file.with_name("practice.sqlite3")
    assert not usual_file().exists(), "nothing is written before somebody practises"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are not told like this there")
def test_nobody_else_may_read_it(log: PracticeLog) -> None:
    log.add(answer())
    found = list(log.path.parent.iterdir())
    assert len(found) == 3
    assert {stat.S_IMODE(one.stat().st_mode) for one in found} == {0o600}


def test_answers_come_back_as_they_were(log: PracticeLog) -> None:
    view = View(selection=("iliacus_left",), camera=Camera((1, 2, 3), (0, 0, 0)))
    first = answer(right=0.25, sure=3, seconds=4.5, said="„Psoas“ \U0001f9b4")
    second = answer(when=TODAY + DAY, view=json.loads(json.dumps(as_record(view))))
    log.add(first)
    log.add(second)
    log.add(answer("name:other"))
    fresh = again(log)
    assert fresh.history("name:iliacus_left") == (first, second)
    assert fresh.last_view("name:iliacus_left") == view
    assert fresh.last_view("name:other") is None
    assert fresh.answered_count() == 3
    assert fresh.note == ""
    assert fresh.is_kept
    fresh.close()


@pytest.mark.parametrize("view", [{"format": 99}, {"selection": 3}, {"x": float("nan")}, {"x": {1, 2}}, {}])
def test_a_view_that_is_none_is_never_given_back(log: PracticeLog, view: dict[str, object]) -> None:
    log.add(answer(view=view))
    assert log.last_view("name:iliacus_left") is None
    assert log.answered_count() == 1


def test_what_was_weak_is_asked_tomorrow_and_what_was_known_is_not(log: PracticeLog) -> None:
    log.add(answer("name:known", sure=3, seconds=2))
    log.add(answer("name:guessed", sure=1))
    log.add(answer("name:missed", right=0.0))
    log.add(answer("name:gone", right=0.0))
    assert log.due(TODAY, 10) == ()
    log.close()
    tomorrow = PracticeLog(log.path)
    assert tomorrow.due(TODAY + DAY, 10) == ("name:gone", "name:missed", "name:guessed")
    assert tomorrow.due(TODAY + DAY, 1, lambda card: card != "name:gone") == ("name:missed",)
    assert "name:known" in tomorrow.due(TODAY + 60 * DAY, 10), "it fades too"
    tomorrow.close()


def test_strength_falls_with_time_and_rises_with_answers(log: PracticeLog) -> None:
    assert log.strength("name:iliacus_left", TODAY) == 0.0
    log.add(answer())
    at_once, later = (log.strength("name:iliacus_left", TODAY + days * DAY) for days in (0, 30))
    assert 1.0 >= at_once > later > 0.0
    log.add(answer(when=TODAY + 3 * DAY))
    assert log.strength("name:iliacus_left", TODAY + 30 * DAY) > later
    log.add(answer(right=0.0, when=TODAY + 4 * DAY))
    assert log.strength("name:iliacus_left", TODAY + 4 * DAY) <= 0.5
    assert [one.firm for one in log.cards(TODAY + 4 * DAY)] == [False]


def test_strength_is_what_fsrs_has_a_card_recalled_with() -> None:
    from fsrs import Card, Scheduler

    from viewer.model.practice.schedule import reviewed, strength

    memory = reviewed(None, answer())
    for days in (0, 1, 20, 400):
        card = Card(card_id=0, stability=memory.stability, difficulty=memory.difficulty, last_review=TODAY, due=TODAY)
        now = TODAY + days * DAY
        assert strength(memory, now) == pytest.approx(Scheduler().get_card_retrievability(card, now), abs=1e-9)


def test_days_are_summed_by_how_sure(log: PracticeLog) -> None:
    for right, sure in ((1.0, 3), (0.5, 3), (0.0, 1)):
        log.add(answer(right=right, sure=sure))
    log.add(answer(when=TODAY + DAY))
    found = [(one.sure, one.answers, one.right) for one in log.days()]
    assert found == [(1, 1, 0.0), (3, 2, 1.5), (2, 1, 1.0)]
    assert log.days()[-1].day - log.days()[0].day == 1


def test_everybody_has_answers_of_their_own_and_the_last_one_comes_back(log: PracticeLog) -> None:
    log.add(answer())
    other = log.add_learner(" Zoë\n\u202e👩‍🎓 ")
    assert log.learner == other
    assert log.answered_count() == 0
    log.add(answer("name:psoas"))
    same_name = log.add_learner("ZOË 👩🎓")
    log.use_learner(other.id)
    fresh = again(log)
    assert fresh.learner == other
    assert [one.name for one in fresh.learners()] == ["Me", other.name, same_name.name]
    assert len({one.name.casefold() for one in fresh.learners()}) == 3
    fresh.rename_learner(other.id, "'; DROP TABLE learners; --")
    assert fresh.learner.name == "'; DROP TABLE learners; --"
    assert [one.card for one in fresh.cards(TODAY)] == ["name:psoas"]
    fresh.close()


@pytest.mark.parametrize("name", ["", "  \n ", "\u200b\u202e", "\ud800", "\0"])
def test_a_name_without_letters_is_refused(log: PracticeLog, name: str) -> None:
    with pytest.raises(ValueError, match="at least one letter"):
        log.add_learner(name)
    assert len(log.learners()) == 1


def test_who_is_deleted_is_gone_from_the_disk(log: PracticeLog) -> None:
    who = log.add_learner("Wilhelmina Secret")
    for number in range(300):
        log.add(answer(f"name:hidden{number}", said="classified words", view={"format": 1, "own": "watermark"}))
    log.use_learner("first")
    log.add(answer("name:kept"))
    assert log.delete_learner(who.id)
    left = b"".join(one.read_bytes() for one in log.path.parent.iterdir())
    assert b"name:kept" in left
    assert not any(word in left for word in (b"Wilhelmina", b"classified", b"hidden", b"watermark", who.id.encode()))
    assert log.learner.id == "first"
    assert log.delete_learner("first")
    assert [one.name for one in log.learners()] == ["Me"], "somebody is always there"
    assert log.answered_count() == 0


def test_an_export_is_read_by_other_programs(log: PracticeLog, tmp_path: Path) -> None:
    log.rename_learner("first", '=cmd|"calc"')
    log.add(answer(said='=HYPERLINK("http://x"),\r\nsecond line', view={"format": 1}))
    log.add(answer("finger:psoas_major_right:L4", right=0.5))
    log.export(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["card"] for row in rows] == ["name:iliacus_left", "finger:psoas_major_right:L4"]
    assert rows[0]["learner"] == '\'=cmd|"calc"'
    assert rows[0]["said"].startswith("'=HYPERLINK")
    assert rows[0]["when"] == "2026-03-02T09:00:00+00:00"
    log.export(tmp_path / "out.JSON")
    data = json.loads((tmp_path / "out.JSON").read_text("utf-8"))
    assert data["answers"][0]["said"].endswith("second line")
    assert data["views"] == {"name:iliacus_left": {"format": 1}}


@pytest.mark.parametrize(
    "wrong",
    [{"card": ""}, {"card": "a\nb"}, {"card": "x" * 201}, {"card": "\ud800"}, {"right": 1.5}, {"right": float("nan")},
     {"sure": 0}, {"seconds": -1.0}, {"seconds": float("inf")}, {"when": datetime(2026, 1, 1)}],
)  # fmt: skip
def test_an_answer_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"card|right|sure|seconds|zone"):
        answer(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("when", [datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC), TODAY - 900 * DAY])
def test_a_clock_that_is_far_off_does_no_harm(log: PracticeLog, when: datetime) -> None:
    log.add(answer())
    log.add(answer(when=when, said="\ud800", seconds=1e12))
    log.add(answer(when=TODAY + DAY))
    assert log.history("name:iliacus_left")[1].when == when
    assert 0.0 < log.strength("name:iliacus_left", TODAY + DAY) <= 1.0
    assert log.due(TODAY + 4000 * DAY, 5) == ("name:iliacus_left",)
    with closing(sqlite3.connect(log.path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_deed_is_told(log: PracticeLog, qtbot) -> None:
    for deed in (
        lambda: log.add(answer()),
        lambda: log.add_learner("Ada"),
        lambda: log.rename_learner("first", "Bo"),
        lambda: log.delete_learner("first"),
    ):
        with qtbot.waitSignal(log.changed, timeout=0):
            deed()
