"""What a class reads below the picture."""

from __future__ import annotations

import pytest

from viewer.drawing.flat import texts
from viewer.drawing.overlays.overlays import Overlays
from viewer.drawing.presentation import Presentation
from viewer.drawing.structures.looks import Looks
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.view import View

QUESTION = "Which muscle is this?"


def caption(atlas: Atlas, view: View, words: str, projector: bool = True) -> str:
    presentation = Presentation(projector=projector, caption=words)
    return texts.told(atlas, view, presentation, Overlays(), Looks()).caption


@pytest.mark.parametrize("unnamed", [True, False])
def test_a_scene_has_its_own_words_also_where_names_are_withheld(atlas: Atlas, unnamed: bool) -> None:
    view = View(selection=("psoas_major_right",), unnamed=unnamed)
    assert caption(atlas, view, QUESTION) == QUESTION


def test_without_words_what_is_chosen_is_named_unless_names_are_withheld(atlas: Atlas) -> None:
    view = View(selection=("psoas_major_right",))
    assert caption(atlas, view, "") == "Psoas major, right"
    assert not caption(atlas, View(selection=view.selection, unnamed=True), "")
    assert not caption(atlas, view, "", projector=False)
