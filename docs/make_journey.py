"""Walk through the program and take pictures on the way: ``python -m docs.make_journey`` writes ``docs/journey``.

It opens the real window on the real data and uses it by clicks and keys, as ``docs/journey.md`` tells. It needs a
screen (without one: ``xvfb-run -a -s "-screen 0 1600x1000x24" python -m docs.make_journey``).
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QSurfaceFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests import windows  # noqa: E402 - found once the root is on the path
from tests.hands import click, place_of  # noqa: E402
from viewer import paths  # noqa: E402
from viewer.model.annotations.load import load  # noqa: E402
from viewer.model.atlas.atlas import Kind  # noqa: E402
from viewer.model.atlas.zones import middle  # noqa: E402
from viewer.model.notes import notes  # noqa: E402
from viewer.model.whole_file import write_whole  # noqa: E402
from viewer.widgets.study.compare_page import ComparePage  # noqa: E402
from viewer.widgets.viewport.surface import surface_format  # noqa: E402
from viewer.window import Window  # noqa: E402

OUT = ROOT / "docs" / "journey"
SIZE = QSize(1440, 900)
WIDTH = 1000  # pixels of a picture
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def to_psoas(window: Window) -> None:
    """A click on the right psoas major."""
    click(window, "psoas_major_right")


def to_its_nerve(window: Window) -> None:
    """From there by keys to the root L2, and on to the femoral nerve that comes out of it."""
    QTest.keyClick(window, Key.Key_F6)
    follow(window, "Nerve: L2 nerve root, right")
    follow(window, "Femoral nerve, right")


def to_iliacus_and_its_fossa(window: Window) -> None:
    """From the nerve to iliacus, and its footprint in the fossa lit."""
    follow(window, "Iliacus, right (L2, L3)")
    follow(window, "One by one")
    step_to(window, "Above: iliac fossa")
    QTest.keyClick(window.facts, Key.Key_Return)
    window.state.set_hidden(["iliacus_right"], True)


def to_the_thigh(window: Window) -> None:
    """It hurts on the front of the thigh: a click there names the muscles, and one of them is chosen."""
    window.state.set_hidden(["iliacus_right"], False)
    QTest.keyClick(window.viewport, "1")
    QTest.keyClick(window.viewport, "w")
    zones = window.state.atlas.structures["psoas_major_right"].referrals
    (x, z), _ = middle(next(one.zone for one in zones if one.id.endswith("referral.thigh")))
    assert window.viewport.scene is not None
    across, up = window.viewport.scene.project((x, -60.0, z))
    QTest.mouseClick(
        window.viewport,
        Qt.MouseButton.LeftButton,
        Modifier.NoModifier,
        QPoint(round(across), round(window.viewport.height() - up)),
    )
    QTest.keyClick(window, Key.Key_F6)
    follow(window, "Psoas major, right")


def to_both_beside_each_other(window: Window) -> None:
    """Psoas major beside iliacus: all that both have is framed, what one has alone is not."""
    window.state.select("psoas_major_right", "iliacus_right")
    QTest.keyClick(window.viewport, "1")
    QTest.keyClick(window.viewport, "c")
    page = window.findChild(ComparePage)
    assert page is not None
    for _ in range(4):
        QTest.keyClick(page.light, Key.Key_Down)


def to_a_note_on_a_place(window: Window) -> None:
    """A note of one's own, pinned to a place of the muscle."""
    for structure, words in (
        ("psoas_major_left", "Here the class feels it tighten when the thigh is lifted."),
        ("iliacus_left", "Broad and flat: the fan."),
    ):
        window.state.select()
        spot = window.viewport.navigation.spot(place_of(window, structure).toPointF())
        assert spot is not None
        window.notes.note_on(spot)
        QTest.keyClicks(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return, Modifier.ControlModifier)


STEPS: tuple[Callable[[Window], None], ...] = (
    to_psoas,
    to_its_nerve,
    to_iliacus_and_its_fossa,
    to_the_thigh,
    to_both_beside_each_other,
    to_a_note_on_a_place,
)


def step_to(window: Window, words: str) -> None:
    """Down, until the line that says so is reached."""
    document = window.facts.document()
    for place in window.facts._ranges:
        blocks = range(place.first, place.last + 1)
        if words in "\n".join(document.findBlockByNumber(number).text() for number in blocks):
            break
        if place is window.facts._ranges[-1]:
            raise LookupError(f"the facts do not say {words!r}")
    while window.facts._current != place:
        QTest.keyClick(window.facts, Key.Key_Down)
    window.facts.setTextCursor(QTextCursor(document.findBlockByNumber(place.last)))


def follow(window: Window, words: str) -> None:
    """Ctrl+Enter on that line."""
    step_to(window, words)
    QTest.keyClick(window.facts, Key.Key_Return, Modifier.ControlModifier)


def save(window: Window, name: str) -> None:
    """The window as it is, a little smaller."""
    QTest.qWait(100)
    shown = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(shown.constBits())
    image = Image.frombytes("RGB", (shown.width(), shown.height()), raw, "raw", "RGB", shown.bytesPerLine())
    image = image.resize((WIDTH, round(WIDTH * image.height / image.width)), Image.Resampling.LANCZOS)
    content = io.BytesIO()
    image.save(content, format="PNG", optimize=True)
    write_whole(OUT / f"{name}.png", content.getvalue())


def main() -> None:
    """Take every step, and a picture after each."""
    OUT.mkdir(exist_ok=True)
    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication([])
    atlas = load(paths.annotations_file())
    with tempfile.TemporaryDirectory() as folder:
        notes.usual_file = lambda: Path(folder) / "notes.json"  # nobody's own notes get into the pictures
        nerves = frozenset(one.id for one in atlas.structures.values() if one.kind is Kind.NERVE)
        window = windows.open_window(atlas, Path(folder) / "settings.ini", hidden=nerves)
        window.resize(SIZE)
        for number, step in enumerate(STEPS, 1):
            step(window)
            save(window, f"{number}_{step.__name__}")
        windows.close(window)
    del application


if __name__ == "__main__":
    main()
