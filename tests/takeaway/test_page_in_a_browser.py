"""The page as a student has it: opened in a browser that reaches no network, turned, tapped, stepped through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from tests.takeaway.browser import CHROMIUM, Browser, browser
from viewer import paths
from viewer.drawing.exporting import page
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshStore
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson
from viewer.model.session.plane import CutPlane

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
HOSTILE = "</script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">{{script}}"
STAGE = slice(120, 320), slice(160, 400)  # rows and columns of the picture in which nothing else stands


class Light(MeshStore):
    """The proxies in place of the full meshes: no graphics card draws them here."""

    def load(self, structure_id: str) -> Mesh:
        return self.load_proxy(structure_id) or super().load(structure_id)


@pytest.fixture(scope="module")
def open_page(lesson: Lesson, atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Three scenes of the real data: one chosen, one whose names are withheld, and the first one cut, with hostile
    words.
    """
    folder = tmp_path_factory.mktemp("page")
    cut = replace(lesson.scenes[0].view, plane=CutPlane((0.0, 0.0, 60.0), (0.0, 0.0, 1.0)))
    hostile = replace(lesson.scenes[0], view=cut, title=HOSTILE, caption=HOSTILE)
    whole = replace(lesson, title=HOSTILE, scenes=(*lesson.scenes, hostile))
    file = folder / "a page.html"
    with pytest.MonkeyPatch.context() as fewer:
        fewer.setattr(page, "MeshStore", Light)
        assert page.export(atlas, paths.meshes_folder(), whole, file) == {}
    with browser(folder) as opened:
        opened.open(file.as_uri())
        yield opened


@pytest.fixture
def at_first(open_page: Browser) -> Browser:
    """The page at its first scene, as it was planned."""
    while open_page.text("place") and not open_page.evaluate("document.getElementById('before').disabled"):
        open_page.press("before")
    open_page.press("planned")
    return open_page


def stage(of: Browser) -> npt.NDArray[np.int64]:
    return of.picture()[STAGE]


def test_it_shows_the_body_in_its_colours_and_says_what_it_is(at_first: Browser) -> None:
    red, green, blue = np.moveaxis(stage(at_first), 2, 0)
    assert ((red > 90) & (red > 2 * green) & (red > 2 * blue)).mean() > 0.02  # muscle
    assert len(np.unique(stage(at_first).reshape(-1, 3), axis=0)) > 500
    assert at_first.text("caption") == "Psoas major comes from the spine, iliacus from the wing of the ilium."
    assert at_first.text("scene") == "The cable and the fan"
    assert at_first.text("place") == "1 / 3"
    assert "Educational, not clinical advice." in at_first.text("rights")
    assert "CC BY 4.0" in at_first.text("rights")
    assert "Gray" in at_first.text("sources")


def test_it_turns_by_mouse_and_by_finger_and_comes_back(at_first: Browser) -> None:
    before = stage(at_first)
    at_first.drag((300, 300), (420, 310))
    turned = stage(at_first)
    assert (turned != before).any(axis=2).mean() > 0.1
    at_first.swipe(((300, 300), (240, 340)))
    swiped = stage(at_first)
    assert (swiped != turned).any(axis=2).mean() > 0.1
    at_first.swipe(((280, 300), (220, 300)), ((320, 300), (380, 300)))
    assert (stage(at_first) != swiped).any(axis=2).mean() > 0.1
    at_first.press("planned")
    np.testing.assert_array_equal(stage(at_first), before)


def test_a_tap_names_what_is_there_and_what_is_put_away_is_gone(at_first: Browser) -> None:
    assert at_first.text("name") == "Psoas major, right"
    before = stage(at_first)
    rows = at_first.evaluate("[...document.querySelectorAll('#names button')].map(one => one.textContent)")
    assert {"Psoas major, left", "Iliacus, right", "Hip bone, left"} <= set(rows)
    found = set()
    for x, y in ((270, 330), (330, 330), (255, 380), (345, 380), (225, 330), (375, 330), (300, 300)):
        at_first.click(x, y)
        found.add(at_first.text("name"))
    assert len(found & set(rows)) >= 2, found
    at_first.press("planned")
    at_first.press("hide")
    assert at_first.text("name") == ""
    assert (stage(at_first) != before).any(axis=2).mean() > 0.02


def test_a_scene_that_asks_tells_no_name_until_it_is_wanted(at_first: Browser) -> None:
    at_first.press("after")
    assert at_first.text("scene") == "Which are these?"
    assert at_first.evaluate("document.querySelectorAll('#names button').length") == 0
    at_first.press("reveal")
    assert at_first.evaluate("document.querySelectorAll('#names button').length") == 6


def test_a_section_is_filled_and_hostile_words_are_words(at_first: Browser) -> None:
    whole = stage(at_first)
    at_first.press("after")
    at_first.press("after")
    assert at_first.text("caption") == at_first.text("scene") == at_first.text("title") == HOSTILE
    assert at_first.evaluate("document.title") == HOSTILE
    assert at_first.evaluate("document.images.length + document.scripts.length") == 2
    assert (stage(at_first) != whole).any(axis=2).mean() > 0.05


def test_nothing_was_asked_of_anybody_and_nothing_went_wrong(at_first: Browser) -> None:
    assert len(at_first.asked_for) == 1
    assert at_first.asked_for[0].startswith("file:///")
    assert at_first.complaints == []
    assert at_first.evaluate("fetch('https://example.org').then(() => 'reached', () => 'kept off')") == "kept off"
