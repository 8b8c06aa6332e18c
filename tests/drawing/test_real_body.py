"""The real meshes and annotations, drawn together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import pyvista as pv

from tests.drawing.conftest import Picture, Stage
from tests.first_wave import beyond, first_wave
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.overlays import patches
from viewer.drawing.scene import Scene
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Atlas, Kind, Side
from viewer.model.atlas.zones import depth_at
from viewer.model.session.view import View

ROOT = Path(__file__).parents[2]
BAKED = ROOT / "meshes" / "baked"
BARE = View(overlays=False)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(ROOT / "annotations.json")


@pytest.fixture(scope="module")
def store() -> MeshStore:
    return MeshStore(BAKED)


@pytest.fixture(scope="module")
def body(atlas: Atlas, store: MeshStore) -> Iterator[Stage]:
    plotter = pv.Plotter(off_screen=True, window_size=[640, 480], lighting="none")
    assert plotter.render_window is not None
    plotter.render_window.SetMultiSamples(0)
    scene = Scene(plotter.renderer, first_wave(atlas), store)
    scene.load()
    scene.set_moving(True)  # proxies are all that these tests need to draw
    yield Stage(scene, plotter)
    plotter.close()


def seen_places(body: Stage, store: MeshStore, structure_id: str) -> list[tuple[float, float]]:
    """Pixels at which a structure itself is in front, by its own mesh's points."""
    points = np.asarray(store.load(structure_id).points)[::40]
    pixels = [body.scene.project(tuple(point.tolist())) for point in points]
    hits = [body.scene.pick(*pixel) for pixel in pixels]
    return [pixel for pixel, hit in zip(pixels, hits, strict=True) if hit is not None and hit.structure == structure_id]


def colours(picture: Picture, pixels: list[tuple[float, float]]) -> Picture:
    height, width, _ = picture.shape
    within = [(int(x), int(y)) for x, y in pixels if 0 <= x < width and 0 <= y < height]
    return np.array([picture[y, x] for x, y in within])


def test_every_structure_has_a_model(body: Stage, store: MeshStore, atlas: Atlas) -> None:
    assert body.scene.problems == {}
    assert all(len(store.load(one).triangles) for one in beyond(atlas))


def test_what_is_seen_first_is_light_enough_and_all_together_too(store: MeshStore, atlas: Atlas) -> None:
    first, light = first_wave(atlas).structures, 0
    assert sum(len(store.load(one).triangles) for one in first) <= 900_000
    for names, most in ((first, 70_000), (beyond(atlas), 150_000)):
        light += sum(len((store.load_proxy(one) or store.load(one)).triangles) for one in names)
        assert light <= most


@pytest.mark.parametrize(("structure_id", "view"), [
    ("psoas_major_right", "anterior"), ("iliacus_left", "anterior"), ("psoas_minor_right", "first"),
    ("vertebra_L3", "posterior"), ("femur_left", "left"), ("disc_L4_L5", "anterior"), ("sacrum", "posterior"),
])  # fmt: skip
def test_each_is_picked_and_coloured_where_it_is_seen(
    body: Stage, store: MeshStore, atlas: Atlas, structure_id: str, view: str
) -> None:
    body.scene.camera = body.scene.viewpoints.standard_view(view)
    picture = body.draw(BARE)
    places = seen_places(body, store, structure_id)
    assert len(places) >= 10
    red, green, blue = np.median(colours(picture, places), axis=0)
    if atlas.structures[structure_id].kind is Kind.MUSCLE:
        assert red > 1.4 * green
    else:
        assert max(red, green, blue) < 1.7 * min(red, green, blue)
        assert min(red, green, blue) > 60


def test_each_state_of_each_variation_is_another_picture_and_comes_back(body: Stage, atlas: Atlas) -> None:
    assert len(atlas.variations) == 1
    body.scene.camera = body.scene.viewpoints.standard_view("anterior")
    for variation in atlas.variations.values():
        members = variation.members
        states = [frozenset(), frozenset(members.values()), {members[Side.LEFT]}, {members[Side.RIGHT]}]
        pictures = [body.draw(View(absent=frozenset(absent))) for absent in (*states, frozenset())]
        assert len({picture.tobytes() for picture in pictures}) == len(states)
        np.testing.assert_array_equal(pictures[0], pictures[-1])


def test_every_attachment_has_its_place(atlas: Atlas, store: MeshStore) -> None:
    """Muscles on bones and discs have painted footprints; ligaments and fascia are lit where the surfaces touch."""
    assert sum(len(holder.attachments) for holder in atlas.structures.values()) > 40
    for holder in atlas.structures.values():
        for fact in holder.attachments:
            carrier = store.load(fact.structure)
            patch = patches.footprint_patch(carrier, f"footprint_{holder.id}_{fact.end}", 0.4)
            if holder.kind is Kind.MUSCLE and atlas.structures[fact.structure].kind in (Kind.BONE, Kind.CARTILAGE):
                assert patch is not None, fact.id
            else:
                assert patch or patches.contact_patch(carrier, store.load(holder.id), 0.4), fact.id


def test_every_zone_lies_on_the_skin(atlas: Atlas, store: MeshStore) -> None:
    skin = next(store.load(one.id) for one in atlas.structures.values() if one.kind is Kind.SKIN)
    assert sum(len(muscle.referrals) for muscle in atlas.structures.values()) > 10
    for muscle in atlas.structures.values():
        for referral in muscle.referrals:
            patch = patches.zone_patch(skin, referral.zone, (), 1.0)
            assert patch is not None, referral.id
            assert (patch.arrays["edgeDistance"] < 0).sum() > 20, referral.id


def test_what_a_zone_paints_is_what_asking_there_finds(atlas: Atlas, store: MeshStore) -> None:
    """No side zone comes out on the inner side of the other thigh, which faces the same way."""
    skin = next(store.load(one.id) for one in atlas.structures.values() if one.kind is Kind.SKIN)
    asked = {referral.zone for muscle in atlas.known.values() for referral in muscle.referrals}
    assert len(asked) > 10
    for zone in asked:
        patch = patches.zone_patch(skin, zone, (), 0.0)
        assert patch is not None, zone
        deep = np.flatnonzero(patch.arrays["edgeDistance"] < -3.0)[::7]
        for point, normal in zip(patch.points[deep], patch.normals[deep], strict=True):
            assert depth_at(zone, tuple(point), tuple(normal)) > 0.0, zone


def test_trigger_points_lie_within_the_skin(atlas: Atlas, store: MeshStore) -> None:
    skin = next(store.load(one.id) for one in atlas.structures.values() if one.kind is Kind.SKIN)
    places = [point.place for one in atlas.structures.values() for point in one.trigger_points]
    inside = pv.PolyData(np.array(places)).select_interior_points(pv.PolyData(skin.polydata), check_surface=False)
    assert np.asarray(inside.point_data["selected_points"], bool).all()


def test_a_click_behind_a_hidden_structure_finds_what_is_there(body: Stage, store: MeshStore) -> None:
    body.scene.camera = body.scene.viewpoints.standard_view("anterior")
    body.scene.show(BARE)
    places = seen_places(body, store, "iliacus_right")
    body.scene.show(View(hidden=frozenset({"iliacus_right"})))
    found = {hit.structure for place in places if (hit := body.scene.pick(*place)) is not None}
    assert "iliacus_right" not in found
    assert "hip_bone_right" in found


def test_selecting_the_muscle_paints_red_origins_and_a_blue_insertion(body: Stage) -> None:
    body.scene.camera = body.scene.viewpoints.standard_view("posterior")
    without = body.draw(View(hidden=frozenset({"psoas_major_right"})))
    lit = body.draw(View(hidden=frozenset({"psoas_major_right"}), fact="psoas_major_right.insertion.lesser_trochanter"))
    changed = lit[np.abs(lit - without).max(axis=2) > 40]
    assert len(changed) > 10
    assert np.median(changed[:, 2]) > np.median(changed[:, 0])


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_each_form_is_drawn_and_picked_where_the_usual_one_is_not(
    body: Stage, store: MeshStore, atlas: Atlas, side: Side
) -> None:
    body.scene.camera = body.scene.viewpoints.standard_view("anterior")
    assert [bool(variation.forms) for variation in atlas.variations.values()] == [True]
    for variation in atlas.variations.values():
        name = variation.members[side]
        usual = body.draw(BARE)
        for form in variation.forms:
            drawn = body.draw(View(overlays=False, forms=((name, form.id),)))
            assert body.scene.problems == {}
            places = np.asarray(store.load(form.meshes[side]).points)[::20]
            own = [pixel for point in places if _picked(body, name, pixel := body.scene.project(tuple(point.tolist())))]
            body.scene.show(BARE)
            new = [pixel for pixel in own if not _picked(body, name, pixel)]
            assert len(own) > 20, form.id
            assert new, form.id
            assert (colours(drawn, new) != colours(usual, new)).any(), form.id
        np.testing.assert_array_equal(body.draw(BARE), usual)


def _picked(body: Stage, structure_id: str, pixel: tuple[float, float]) -> bool:
    hit = body.scene.pick(*pixel)
    return hit is not None and hit.structure == structure_id


def test_every_attachment_that_a_form_keeps_has_its_place(atlas: Atlas, store: MeshStore) -> None:
    assert [bool(variation.forms) for variation in atlas.variations.values()] == [True]
    for variation in atlas.variations.values():
        for form, (side, name) in ((form, member) for form in variation.forms for member in variation.members.items()):
            for fact in atlas.structures[name].attachments:
                if fact.id not in form.lacking[side]:
                    carrier, mesh = store.load(fact.structure), form.meshes[side]
                    patch = patches.footprint_patch(carrier, f"footprint_{mesh}_{fact.end}", 0.4)
                    assert patch or patches.contact_patch(carrier, store.load(mesh), 0.4), (form.id, fact.id)


def test_the_place_of_what_is_missing_is_outlined_and_free_again(body: Stage, atlas: Atlas) -> None:
    assert [len(variation.members) for variation in atlas.variations.values()] == [2]
    body.scene.camera = body.scene.viewpoints.standard_view("anterior")
    for variation in atlas.variations.values():
        for name in variation.members.values():
            lacking = View(absent=frozenset({name}), labels=False)
            outlined, bare = body.draw(lacking), body.draw(View(absent=frozenset({name}), overlays=False))
            changed = np.abs(outlined - bare).max(axis=2) > 40
            assert 60 < changed.sum() < 0.02 * changed.size
            assert name not in {hit.structure for hit in map(body.scene.pick, *np.nonzero(changed)[::-1]) if hit}
            np.testing.assert_array_equal(body.draw(View()), body.draw(BARE))


def test_no_fold_of_the_skin_shines_in_the_first_view(body: Stage, store: MeshStore, atlas: Atlas) -> None:
    (skin,) = (one.id for one in atlas.structures.values() if one.kind is Kind.SKIN)
    mesh = store.load(skin)
    places = mesh.points[mesh.arrays["Colors"].astype(float).mean(axis=1) < 165]
    assert len(places) > 100
    body.scene.camera = body.scene.viewpoints.standard_view("first")
    bare, clad = (body.draw(view) for view in (View(overlays=False, hidden=frozenset({skin})), BARE))
    pixels = [body.scene.project(tuple(place.tolist())) for place in places]
    brighter = colours(clad, pixels) - colours(bare, pixels)
    assert len(brighter) > 100
    assert brighter.max() < 24
