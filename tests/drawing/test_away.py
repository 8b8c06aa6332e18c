"""What is away is not read, drawn or picked until it is wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import pyvista as pv

from tests import onion
from tests.drawing import spheres
from tests.drawing.conftest import Opener
from viewer.drawing import picture
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.read_ahead import ReadAhead
from viewer.drawing.scene import Scene
from viewer.model.atlas.atlas import Group, Kind
from viewer.model.session.view import View

START = View(hidden=onion.AWAY)


@pytest.fixture
def meshes(tmp_path: Path) -> Path:
    return onion.write(tmp_path)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the meshes that are read, in order."""
    names: list[str] = []
    load = MeshStore.load

    def noted(store: MeshStore, structure_id: str) -> object:
        names.append(structure_id)
        return load(store, structure_id)

    monkeypatch.setattr(MeshStore, "load", noted)
    return names


def test_only_what_is_wanted_of_what_is_away_is_read_drawn_and_picked(
    open_stage: Opener, meshes: Path, read: list[str]
) -> None:
    stage = open_stage(onion.atlas(), meshes, view=START)
    middle = stage.scene.project((0.0, 0.0, 0.0))
    plain, camera = stage.draw(START), stage.scene.viewpoints.standard_view("anterior")
    assert (set(read), stage.scene.awaited) == ({"core", "hide"}, ())
    assert stage.scene.pick(*middle).structure == "core"
    shown = View(hidden=onion.AWAY - {"outer"})
    assert (stage.draw(shown) != plain).any()
    assert set(read) == {"core", "hide", "outer"}
    assert stage.scene.pick(*middle).structure == "outer"
    assert (stage.draw(START) == plain).all()
    assert stage.scene.viewpoints.standard_view("anterior") == camera, "the same view, be there more or less"


def test_a_damaged_mesh_is_told_of_when_it_is_first_asked_for(open_stage: Opener, meshes: Path) -> None:
    (meshes / "outer.vtp").write_bytes(b"nothing of the kind")
    stage = open_stage(onion.atlas(), meshes, view=START)
    assert stage.scene.problems == {}
    stage.draw(View(hidden=onion.AWAY - {"outer"}))
    assert list(stage.scene.problems) == ["outer"]


def test_a_muscle_that_leaves_no_footprint_is_read_to_find_where_it_holds_on(
    open_stage: Opener, meshes: Path, read: list[str]
) -> None:
    stage = open_stage(onion.atlas(), meshes, view=START)
    chosen = replace(START, selection=("core",))
    stage.draw(chosen)
    assert set(read) == {"core", "hide", "inner"}


def test_where_a_bone_knows_who_holds_on_to_it_nobody_is_read_for_that(
    open_stage: Opener, tmp_path: Path, read: list[str]
) -> None:
    known = spheres.atlas()
    rope = replace(known.structures["rope"], group="Far")
    far = replace(known, structures={**known.structures, "rope": rope}, groups=(Group("Far", away=True),))
    start = View(hidden=frozenset({"rope", "hide"}))
    stage = open_stage(far, spheres.write(tmp_path, spheres.bodies()), view=start)
    plain = stage.draw(replace(start, selection=("stone",), overlays=False))
    assert (stage.draw(replace(start, selection=("stone",))) != plain).any(), "its origin is painted"
    assert "rope" not in read


KINDS = [kind for kind in Kind if kind not in {Kind.REGION, Kind.TOPIC, Kind.SKIN}]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_chosen_and_be_a_ghost(open_stage: Opener, meshes: Path, kind: Kind) -> None:
    known = onion.atlas()
    outer = replace(known.structures["outer"], kind=kind)
    atlas = replace(known, structures={**known.structures, "outer": outer})
    shown = View(hidden=onion.AWAY - {"outer"}, selection=("core",), overlays=False)
    stage = open_stage(atlas, meshes, view=shown)
    middle = stage.scene.project((0.0, -60.0, 0.0))
    solid = stage.draw(shown)
    assert stage.scene.pick(*middle).structure == "outer"
    ghost = stage.draw(replace(shown, ghost=True))
    assert (ghost != solid).any()
    assert stage.scene.pick(*middle).structure == "core"
    assert (stage.draw(replace(shown, selection=("outer",))) != solid).any()


def test_what_is_read_ahead_is_awaited_until_it_is_there(meshes: Path) -> None:
    store = ReadAhead(meshes)
    plotter = pv.Plotter(off_screen=True, lighting="none")
    scene = Scene(plotter.renderer, onion.atlas(), store)
    shown = View(hidden=onion.AWAY - {"thin", "outer"}, selection=("thin",))
    scene.load(shown)
    assert scene.awaited == ("thin", "core", "outer", "hide"), "what is chosen comes first"
    assert scene.lacks(["thin"])
    read_now(store, "thin", "hide")
    scene.show(shown)
    assert scene.awaited == ("core", "outer")
    assert not scene.lacks(["thin", "hide"])
    assert scene.viewpoints.frame(["thin"]) != scene.camera
    (meshes / "outer.vtp").unlink()
    read_now(store, "core", "outer")
    scene.show(shown)
    assert scene.awaited == ()
    assert list(scene.problems) == ["outer"]
    store.close()
    plotter.close()


def read_now(store: ReadAhead, *names: str) -> None:
    store.begin(names)
    store.finish(names, lambda *_: None, lambda: False)


def test_a_picture_reads_no_more_than_it_shows(meshes: Path, tmp_path: Path, read: list[str]) -> None:
    def drawn(view: View) -> set[str]:
        read.clear()
        assert picture.draw(onion.atlas(), meshes, view, None, picture.Paper((80, 60)), tmp_path / "picture.png") == {}
        return set(read)

    assert drawn(START) == {"core", "hide"}
    assert drawn(View(hidden=onion.AWAY - {"thin"}, selection=("thin",))) == {"core", "hide", "thin"}
    assert drawn(View()) == set(onion.atlas().structures)


def test_what_comes_next_is_awaited_after_what_is_shown(meshes: Path) -> None:
    store = ReadAhead(meshes)
    plotter = pv.Plotter(off_screen=True, lighting="none")
    scene = Scene(plotter.renderer, onion.atlas(), store)
    scene.load(View(hidden=onion.AWAY))
    read_now(store, "core", "hide")
    scene.expect(View(hidden=onion.AWAY - {"thin", "outer"}))
    assert (scene.lacking, set(scene.awaited)) == ((), {"thin", "outer"})
    scene.show(View(hidden=onion.AWAY - {"outer"}))
    assert (scene.lacking, scene.awaited) == (("outer",), ("outer", "thin"))
    read_now(store, "thin", "outer")
    scene.show(View(hidden=onion.AWAY))
    assert (scene.lacking, scene.awaited, scene.lacks(["thin", "outer"])) == ((), (), False)
    store.close()
    plotter.close()
