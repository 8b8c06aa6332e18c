from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.drawing import spheres
from tests.drawing.conftest import Stage
from viewer.drawing.overlays import patches
from viewer.model.session.view import View

CHOSEN = View(selection=("rope",))


def test_what_was_prepared_looks_as_what_was_not_and_makes_nothing_anew(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, chosen = stage.draw(View()), stage.draw(CHOSEN)
    assert (plain != chosen).any()
    steps = 0
    while stage.scene.prepare():
        steps += 1
    assert steps >= 4, "a tree for each of the spheres, at least"
    np.testing.assert_array_equal(stage.draw(View()), plain)
    monkeypatch.setattr(patches, "zone_patch", lambda *_: pytest.fail("made anew"))
    monkeypatch.setattr(patches, "footprint_patch", lambda *_: pytest.fail("made anew"))
    np.testing.assert_array_equal(stage.draw(CHOSEN), chosen)


def test_what_another_edition_does_not_know_is_not_prepared(stage: Stage) -> None:
    atlas = spheres.atlas()
    others = {name: one for name, one in atlas.structures.items() if name != "rope"}
    stage.scene.set_atlas(replace(atlas, structures=others, variations={}))
    steps = 0
    while stage.scene.prepare():
        steps += 1
    assert steps >= 3


def test_paint_is_made_before_anybody_asks_for_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = stage.draw(View())
    while stage.scene.prepare():
        pass
    monkeypatch.setattr(patches, "zone_patch", lambda *_: pytest.fail("made late"))
    assert (stage.draw(CHOSEN) != plain).any()
