"""The handout of a lesson on the real data, read by other programs: its words are text, a test gives nothing away."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import system_packages
from tests.full_disk import TOLD, full_disk
from tests.takeaway.conftest import MIDDLE
from viewer.app import main
from viewer.drawing import studio
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson
from viewer.takeaway.handout import plates
from viewer.widgets.takeaway.making import Making

PATIENCE = 120_000  # ms
COARSE = 60  # pixels to the inch, where a test looks at words alone


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures that are drawn in no time."""
    monkeypatch.setattr(plates, "FINENESS", COARSE)


@pytest.fixture(scope="module")
def poppler() -> None:
    """The programs that read what was written."""
    if shutil.which("pdftotext") is None and system_packages.may_install():
        system_packages.install({"poppler-utils"})
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing: apt-get install poppler-utils")


@pytest.fixture(scope="module")
def handout(qapp, poppler: None, lesson_file: Path, tmp_path_factory: pytest.TempPathFactory):
    """Writes one with these options, once."""
    made: dict[tuple[str, ...], Path] = {}

    def write(*words: str) -> Path:
        if words not in made:
            made[words] = tmp_path_factory.mktemp("handout") / "out.pdf"
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(plates, "FINENESS", COARSE if words else plates.FINENESS)
                assert main(["--handout", str(made[words]), "--lesson", str(lesson_file), *words]) == 0
        return made[words]

    return write


def told_by(program: str, pdf: Path, *words: str) -> str:
    return subprocess.run([program, *words, str(pdf), *(["-"] if program == "pdftotext" else [])],
                          capture_output=True, text=True, check=True).stdout  # fmt: skip


def text_of(pdf: Path) -> str:
    """Its words, a form feed after each page; lines that wrap are one."""
    return re.sub(r"[ \n]+", " ", told_by("pdftotext", pdf, "-layout"))


def test_every_word_of_a_lesson_is_text(handout, lesson: Lesson, atlas: Atlas) -> None:
    text = text_of(handout())
    scene = lesson.scenes[0]
    for words in (lesson.title, lesson.about, scene.title, lesson.scenes[1].title, "1/2", "2/2",
                  "Educational, not clinical advice.", "CC BY 4.0", "Psoas major", "Iliacus", "Hip bone"):  # fmt: skip
        assert words in text, words
    assert scene.caption.split(",")[0] in text
    assert atlas.sources["gray1918"].title in text
    assert scene.notes not in text
    assert text.count("\f") == 2


def test_a_scene_that_asks_is_printed_without_the_answer(handout, lesson: Lesson) -> None:
    told, asked, _ = text_of(handout()).split("\f")
    names = {name for name in ("Psoas major", "Iliacus", "Hip bone") if name in told}
    assert len(names) == 3
    assert lesson.scenes[1].title in asked
    assert {name for name in names if name in asked} == set()


def test_it_says_what_it_is_and_brings_its_fonts_and_small_pictures(handout) -> None:
    assert "Two muscles, one tendon – Handout" in told_by("pdfinfo", handout())
    fonts = told_by("pdffonts", handout()).splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes +\w+ +yes\b", line) for line in fonts), "embedded, and known what its glyphs mean"
    pictures = told_by("pdfimages", handout(), "-list").splitlines()[2:]
    assert [line.split()[8] for line in pictures] == ["jpeg", "jpeg"]
    assert handout().stat().st_size < 2 * 600_000


def test_a_test_gives_nothing_away_and_its_answers_are_apart(handout, lesson: Lesson, atlas: Atlas) -> None:
    paper = handout("--labels", "blank", "--key", "apart")
    text, answers = text_of(paper), text_of(paper.with_name("out-answers.pdf"))
    asked = [atlas.structures[name] for name in MIDDLE]
    given = {one for structure in asked for one in (structure.english, structure.latin) if one in text.casefold()}
    assert given == set()
    assert lesson.scenes[0].caption not in text
    assert lesson.scenes[0].title not in text
    assert "Name" in text
    for name in ("psoas_major_right", "iliacus_left", "hip_bone_right"):
        assert re.search(rf"\b\d+ +{atlas.structures[name].title}", answers), name
        assert atlas.structures[name].latin in answers
    assert lesson.scenes[0].title in answers


def test_answers_stand_on_the_last_pages_unless_told_otherwise(handout) -> None:
    at_the_end, without = text_of(handout("--labels", "blank")), text_of(handout("--labels", "blank", "--key", "none"))
    *test, answers, _ = at_the_end.split("\f")
    assert "Psoas major, right" in answers
    assert len(test) == without.count("\f") == 2
    assert not any("Psoas major" in page for page in (*test, without))


def test_two_scenes_share_a_page_of_letter_size_with_notes_for_the_speaker(handout, lesson: Lesson) -> None:
    paper = handout("--two", "--paper", "letter", "--notes", "--without-captions")
    text = text_of(paper)
    assert text.count("\f") == 1
    assert lesson.scenes[0].notes in text
    assert "FOR THE SPEAKER" in text
    assert lesson.scenes[0].caption.split(",")[0] not in text
    assert "612 x 792 pts (letter)" in told_by("pdfinfo", paper)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--handout", "out.pdf"], "--lesson"),
        (["--handout", "no/such/out.pdf", "--lesson", "two.json"], "cannot be written"),
        (["--handout", "out.pdf", "--lesson", "two.json", "--meshes", "gone"], "gone"),
        (["--handout", "out.pdf", "--lesson", "two.json", "--labels", "some"], "names, blank"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    qapp, lesson_file: Path, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch, *, words: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("two.json").write_bytes(lesson_file.read_bytes())
    assert main(words) == 2
    assert told in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["two.json"]


def test_what_a_lesson_names_that_is_not_there_is_told_and_the_rest_set(
    poppler: None, coarse: None, lesson_file: Path, tmp_path: Path, capsys, *, qapp: object
) -> None:
    told = (
        lesson_file.read_text(encoding="utf-8").replace('"iliacus_left"', '"gill_left"').replace("gray1918", "nobody")
    )
    (tmp_path / "odd.json").write_text(told, encoding="utf-8")
    assert main(["--handout", str(tmp_path / "out.pdf"), "--lesson", str(tmp_path / "odd.json"), "--two"]) == 0
    said = capsys.readouterr().err
    assert "gill_left" in said
    assert "nobody" in said
    assert "The cable and the fan" in text_of(tmp_path / "out.pdf")


def test_where_nothing_can_draw_there_is_one_sentence(
    qapp, lesson_file: Path, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studio, "_can_draw", lambda _: False)
    assert main(["--handout", str(tmp_path / "out.pdf"), "--lesson", str(lesson_file)]) == 2
    assert "OpenGL" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_on_a_full_disk_the_old_one_stays(qapp, coarse: None, lesson_file: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    with full_disk():
        assert main(["--handout", str(out), "--lesson", str(lesson_file), "--two"]) == 2
    assert TOLD in capsys.readouterr().err
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_one_that_is_given_up_leaves_nothing(qtbot, lesson_file: Path, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    making = Making(["--handout", tmp_path / "out.pdf", "--lesson", lesson_file], tmp_path / "out.pdf", parent)
    with qtbot.waitSignal(making.progressed, timeout=PATIENCE) as first:
        making.start()
    assert first.args == [1, 2]
    with qtbot.waitSignal(making.cancelled, timeout=PATIENCE):
        making.cancel()
    assert list(tmp_path.iterdir()) == []
