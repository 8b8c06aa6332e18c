"""What other programs open: a 3D model, and a page for a browser; of a lesson, or of what the options show."""

from __future__ import annotations

from argparse import Namespace

from viewer.arguments import Refused
from viewer.drawing.exporting import model, page
from viewer.drawing.mesh_files import ManifestError
from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.session.view import View
from viewer.takeaway.lesson import lesson, tell_problems
from viewer.takeaway.progress import say


def run_model(asked: Namespace, atlas: Atlas, view: View) -> None:
    """Write the model of what is shown, or of the lesson's first scene. Raises Refused."""
    shown = _shown(asked, atlas, view)
    scene = shown.scenes[0]
    try:
        problems = model.export(atlas, asked.meshes, scene.view, scene.title or shown.title, asked.model, say)
    except (ManifestError, model.NoModelError) as error:
        raise Refused(error) from error
    tell_problems(problems)


def run_page(asked: Namespace, atlas: Atlas, view: View) -> None:
    """Write the page of what is shown, or of the whole lesson. Raises Refused."""
    try:
        problems = page.export(atlas, asked.meshes, _shown(asked, atlas, view), asked.page, say)
    except (ManifestError, page.NoPageError) as error:
        raise Refused(error) from error
    tell_problems(problems)


def _shown(asked: Namespace, atlas: Atlas, view: View) -> Lesson:
    """The lesson that was named, or one of a single scene: what the options show."""
    if asked.lesson is not None:
        return lesson(asked, atlas)
    chosen = ", ".join(atlas.structures[name].title for name in view.selection)
    return Lesson("Iliopsoas", scenes=(LessonScene(chosen or tr("What is shown"), view),))
