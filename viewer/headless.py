"""What the program does without a window: print what is known, or draw a picture. It needs no display."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from viewer import paths, startup, system_libraries
from viewer.arguments import Refused, is_asked
from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.view import View


def run(asked: Namespace) -> int:
    """Do what was asked. Returns the exit code; raises Refused."""
    if is_asked(asked, ("pictures", "handout", "model", "page")):
        return _take_away(asked)
    if asked.version:
        text = f"iliopsoas {paths.version()}\n"
    else:
        atlas = startup.atlas(asked)
        text = _answer(asked, atlas, startup.view(asked, atlas))
    sys.stdout.write(text)
    sys.stdout.flush()
    return 0


def _take_away(asked: Namespace) -> int:
    """What is made of a lesson, or of what is shown. Returns the exit code; raises Refused."""
    system_libraries.require(system_libraries.FOR_A_PICTURE if asked.handout is None else system_libraries.FOR_PAGES)
    from viewer.takeaway import exports, lesson_pictures

    atlas = startup.atlas(asked)
    if asked.model is not None:
        exports.run_model(asked, atlas, startup.view(asked, atlas))
    elif asked.page is not None:
        exports.run_page(asked, atlas, startup.view(asked, atlas))
    elif asked.handout is not None:
        from viewer.takeaway.handout import handout

        handout.run(asked, atlas)
    else:
        lesson_pictures.run(asked, atlas)
    return 0


def _answer(asked: Namespace, atlas: Atlas, view: View) -> str:
    from viewer.model.answers.describe import describe_text, list_text

    if asked.list:
        return list_text(atlas)
    if asked.describe is not None:
        return describe_text(atlas, startup.structure(asked.describe, atlas).id, view)
    if asked.check_walk is not None:
        return _checked(asked.check_walk, atlas)
    if asked.check_lesson is not None:
        return _checked_lesson(asked.check_lesson, atlas)
    _draw(asked, atlas, view)
    return ""


def _checked(file: Path, atlas: Atlas) -> str:
    """Words for a walk that is sound. Raises Refused with every fault in it."""
    from viewer.model.annotations.data_files import DataFileError
    from viewer.model.walks.walk_file import read_walk

    try:
        walk = read_walk(file, atlas)
    except DataFileError as faults:
        raise Refused(faults) from faults
    return tr("{title}: %n step(s), and nothing wrong", "", len(walk.steps)).format(title=walk.title) + "\n"


def _checked_lesson(file: Path, atlas: Atlas) -> str:
    """Words for a lesson that is whole. Raises Refused with everything that cannot be shown."""
    from viewer.model.annotations.data_files import DataFileError
    from viewer.model.lessons.lesson_file import read_lesson

    try:
        read = read_lesson(file, atlas)
    except DataFileError as faults:
        raise Refused(faults) from faults
    if not read.whole:
        raise Refused("\n".join(map(str, read.remarks)))
    scenes = read.lesson.scenes
    told = tr("{title}: %n scene(s), and nothing wrong", "", len(scenes))
    return told.format(title=read.lesson.title or file.name) + "\n"


def _draw(asked: Namespace, atlas: Atlas, view: View) -> None:
    system_libraries.require(system_libraries.FOR_A_PICTURE)
    from viewer.drawing import picture
    from viewer.drawing.mesh_files import ManifestError
    from viewer.drawing.studio import NoPictureError
    from viewer.takeaway.lesson import lesson, tell_problems
    from viewer.takeaway.progress import say

    shown, say_it = (view, _nothing) if asked.lesson is None else (lesson(asked, atlas).scenes[0].view, say)
    paper = picture.Paper(asked.size, asked.ground, asked.transparent)
    try:
        problems = picture.draw(atlas, asked.meshes, shown, asked.view, paper, asked.screenshot, say_it)
    except (ManifestError, NoPictureError) as error:
        raise Refused(error) from error
    tell_problems(problems)


def _nothing(_done: int, _of: int) -> None:
    """A picture on the command line is quick, and says nothing."""
