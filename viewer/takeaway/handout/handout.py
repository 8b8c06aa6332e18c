"""A lesson as a handout: a PDF with pictures, and every word of it as text."""

from __future__ import annotations

from argparse import Namespace
from functools import partial
from pathlib import Path

from viewer.arguments import Refused
from viewer.drawing.mesh_files import ManifestError
from viewer.drawing.studio import NoPictureError
from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson
from viewer.model.whole_file import require_place, write_whole
from viewer.takeaway import painting
from viewer.takeaway.handout.answering import set_answers
from viewer.takeaway.handout.pages import Pages, Running
from viewer.takeaway.handout.plates import Plates
from viewer.takeaway.handout.setting import Setting
from viewer.takeaway.handout.wishes import Wishes, wishes
from viewer.takeaway.lesson import lesson, tell, tell_problems
from viewer.takeaway.progress import say


def run(asked: Namespace, atlas: Atlas) -> None:
    """Write what was asked for, and say how far it is. Raises Refused."""
    told, wished = lesson(asked, atlas), wishes(asked)
    _require_place(asked.handout)
    application = painting.begin()
    try:
        with Plates(atlas, asked.meshes, names=not wished.blank) as plates:
            setting = Setting(told, atlas, wished, plates, partial(_say, len(told.scenes)))
            setting.run()
            tell_problems(plates.problems)
    except (ManifestError, NoPictureError) as error:
        raise Refused(error) from error
    _write(asked.handout, setting, wished)
    del application


def answers_beside(handout: Path) -> Path:
    """The file of the answers to a test, where they have one of their own."""
    return handout.with_name(f"{handout.stem}-{tr('answers')}{handout.suffix}")


def _write(out: Path, setting: Setting, wished: Wishes) -> None:
    lesson, apart = setting.lesson, Pages(wished.paper)
    if wished.blank and wished.key != "none":
        pages = apart if wished.key == "apart" else setting.pages
        set_answers(pages, lesson, setting.asked, setting.atlas, wished)
        if wished.key == "apart":
            _put(answers_beside(out), apart, lesson, tr("Answers"))
            tell(tr("The answers are in {file}.").format(file=answers_beside(out).name))
    _put(out, setting.pages, lesson, setting.kind)


def _put(out: Path, pages: Pages, lesson: Lesson, kind: str) -> None:
    try:
        write_whole(out, pages.as_pdf(Running(lesson.title, kind)))
    except OSError as fault:
        raise _not_written(out, fault) from fault


def _require_place(out: Path) -> None:
    """Before ten pictures are drawn. Raises Refused."""
    try:
        require_place(out)
    except OSError as fault:
        raise _not_written(out, fault) from fault


def _not_written(out: Path, fault: OSError) -> Refused:
    told = tr("No handout: {file} cannot be written ({why}).")
    return Refused(told.format(file=out, why=fault.strerror))


def _say(total: int, done: int) -> None:
    say(done, total)
