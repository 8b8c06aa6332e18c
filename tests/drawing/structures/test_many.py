"""A stage with more triangles than a frame at rest may have."""

from __future__ import annotations

import pytest

from tests.drawing.conftest import Stage
from viewer.drawing.finish import QUICK
from viewer.drawing.structures.thinning import thinned
from viewer.model.session.view import View


def drawn_in_full(stage: Stage) -> set[str]:
    standing = stage.scene._standing
    return {name for name, one in standing.items() if not one._body._on}


@pytest.fixture
def crowded(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Room for two of the spheres, and proxies for all."""
    meshes = {name: one.mesh for name, one in stage.scene._standing.items()}
    stage.scene.take_proxies({name: thinned(mesh) for name, mesh in meshes.items()})
    monkeypatch.setattr(stage.scene._finish, "_most", 2 * len(meshes["stone"].triangles))
    stage.scene.set_moving(False)
    return stage


def test_what_is_large_or_chosen_is_drawn_in_full_and_the_rest_by_proxies(crowded: Stage) -> None:
    assert drawn_in_full(crowded) in ({"hide", "stone"}, {"hide", "rope"})
    crowded.draw(View(selection=("wire",)))
    crowded.scene.set_moving(False)
    assert drawn_in_full(crowded) == {"hide", "wire"}


def test_what_is_hidden_leaves_room_for_the_others(crowded: Stage) -> None:
    crowded.draw(View(hidden=frozenset({"hide", "stone"})))
    crowded.scene.set_moving(False)
    assert drawn_in_full(crowded) >= {"rope", "wire"}


def test_where_frames_are_quick_more_are_drawn_in_full(crowded: Stage) -> None:
    for seconds, all_of_them in ((1.1 * QUICK, False), (0.9 * QUICK, True)):
        crowded.draw(View())
        crowded.scene.took(seconds)
        crowded.scene.set_moving(False)
        assert (len(drawn_in_full(crowded)) == 4) is all_of_them
    assert drawn_in_full(crowded) == {"hide", "stone", "rope", "wire"}


def test_a_moving_camera_sees_proxies_alone(crowded: Stage) -> None:
    crowded.scene.set_moving(True)
    assert drawn_in_full(crowded) == set()
