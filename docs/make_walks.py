"""Take guided walks and a picture of each step: ``python -m docs.make_walks`` writes ``docs/walks``.

It opens the real window on the real data and steps with Page Down, as a student would who reads for study. It needs a
screen (without one: ``xvfb-run -a -s "-screen 0 1600x1000x24" python -m docs.make_walks``).
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QSurfaceFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests import windows  # noqa: E402 - found once the root is on the path
from viewer import paths  # noqa: E402
from viewer.model.annotations.load import load  # noqa: E402
from viewer.model.notes import notes  # noqa: E402
from viewer.model.session.settings import Settings  # noqa: E402
from viewer.model.whole_file import write_whole  # noqa: E402
from viewer.widgets.viewport.surface import surface_format  # noqa: E402
from viewer.widgets.walks.walks_page import WalksPage  # noqa: E402
from viewer.window import Window  # noqa: E402

OUT = ROOT / "docs" / "walks"
WALKS = ("psoas_through_the_wall", "iliacus_inside_the_crest")
SIZE = QSize(1240, 800)
WIDTH = 1000  # pixels of a picture
LARGEST = 120_000  # bytes of a picture
COLOURS = (256, 128, 64)


def main() -> None:
    """Take every walk to its end."""
    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication([])
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        window = _opened(Path(folder))
        save(window, "before_you_touch")
        for walk in WALKS:
            take(window, walk)
        windows.close(window)
    application.shutdown()


def take(window: Window, walk_id: str) -> None:
    """One walk from its first step to its last."""
    page = window.walks.page
    assert page is not None
    page.chooser.choose(walk_id)
    page.chooser.chosen.emit()
    QTest.mouseClick(page.checklist.study, Qt.MouseButton.LeftButton)
    assert page.walk is not None
    for number in range(len(page.walk.steps)):
        _wait_for_all(window)
        save(window, f"{walk_id}_{number + 1}")
        QTest.keyClick(window.viewport, Qt.Key.Key_PageDown)


def save(window: Window, name: str) -> None:
    """The window as it is, with as many colours as there is room for."""
    QTest.qWait(200)
    shown = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(shown.constBits())
    image = Image.frombytes("RGB", (shown.width(), shown.height()), raw, "raw", "RGB", shown.bytesPerLine())
    image = image.resize((WIDTH, round(WIDTH * image.height / image.width)), Image.Resampling.LANCZOS)
    for colours in COLOURS:
        content = io.BytesIO()
        few = image.quantize(colours, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.FLOYDSTEINBERG)
        few.save(content, format="PNG", optimize=True)
        if content.tell() <= LARGEST:
            break
    write_whole(OUT / f"{name}.png", content.getvalue())


def _opened(folder: Path) -> Window:
    """A window in which the walks are open and the list is folded, with nobody's notes and walks but ours."""
    notes.usual_file = lambda: folder / "notes.json"
    file = folder / "settings.ini"
    settings = Settings(file)
    settings.appearance, settings.greeted = "light", True
    settings.save()
    window = windows.open_window(load(paths.annotations_file()), file)
    window.resize(SIZE)
    QTest.keyClick(window.viewport, Qt.Key.Key_B)
    assert isinstance(window.walks.page, WalksPage)
    window.columns.toggle_list()
    return window


def _wait_for_all(window: Window) -> None:
    """Until everything that is shown was read."""
    scene = window.viewport.scene
    assert scene is not None
    while scene.awaited:
        QTest.qWait(50)


if __name__ == "__main__":
    main()
