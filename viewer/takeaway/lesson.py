"""The lesson of which something is to be made."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping

from viewer.arguments import Refused
from viewer.language import tr
from viewer.model.annotations.data_files import DataFileError
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson
from viewer.model.lessons.lesson_file import read_lesson


def lesson(asked: Namespace, atlas: Atlas) -> Lesson:
    """The lesson that was named, as far as it can be shown; what cannot is told. Raises Refused where nothing can."""
    if asked.lesson is None:
        raise Refused(tr("Of which lesson? Name its file with --lesson."))
    try:
        read = read_lesson(asked.lesson, atlas)
    except DataFileError as faults:
        raise Refused(faults) from faults
    for remark in read.remarks:
        tell(str(remark))
    if not read.lesson.scenes:
        raise Refused(tr("The lesson has no scenes yet, so there is nothing to draw."))
    return read.lesson


def tell(words: str) -> None:
    """Say what else there is to know, without giving up."""
    print(f"iliopsoas: {words}", file=sys.stderr)  # noqa: T201


def tell_problems(problems: Mapping[str, str]) -> None:
    """Say which structures have no model, and why."""
    for structure_id, reason in problems.items():
        tell(tr("no model of {name}: {reason}").format(name=structure_id, reason=reason))
