"""Take every guided walk and a picture of each step: ``python -m docs.make_walks`` writes ``docs/walks`` and the page
that shows them, ``docs/walks_in_pictures.md``.

It opens the real window on the real data and steps with Page Down, as a student would who reads for study. It needs a
screen (without one: ``xvfb-run -a -s "-screen 0 1600x1000x24" python -m docs.make_walks``).
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QSurfaceFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs import picture_window  # noqa: E402 - found once the root is on the path
from tests import windows  # noqa: E402
from viewer.model.walks.walk import Walk  # noqa: E402
from viewer.model.whole_file import write_whole  # noqa: E402
from viewer.widgets.viewport.surface import surface_format  # noqa: E402
from viewer.widgets.walks.walks_page import WalksPage  # noqa: E402
from viewer.window import Window  # noqa: E402

OUT = ROOT / "docs" / "walks"
PAGE = ROOT / "docs" / "walks_in_pictures.md"
HEAD = """# Every step of every walk

Educational, not clinical advice. What walks are, and how to write one: [walks.md](walks.md).
`python -m docs.make_walks` takes these pictures anew, by clicks and keys in the real window.
"""
SIZE = QSize(1240, 800)
WIDTH = 1000  # pixels of a picture
LARGEST = 110_000  # bytes of a picture
QUALITIES = (92, 88, 84, 80, 74)


def main() -> None:
    """Take every walk to its end."""
    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication([])
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        window = _opened(Path(folder))
        told = [HEAD, save(window, "before_you_touch", "Before you touch: consent and cautions")]
        for walk in _page(window).books.shelf.walks:
            told += take(window, walk)
        windows.close(window)
    write_whole(PAGE, "\n".join(told).encode())
    application.shutdown()


def take(window: Window, walk: Walk) -> Iterator[str]:
    """One walk from its first step to its last; gives the lines of the page."""
    page = _page(window)
    page.chooser.choose(walk.id)
    page.chooser.chosen.emit()
    if page.checklist.isVisible():
        QTest.mouseClick(page.checklist.study, Qt.MouseButton.LeftButton)
    yield f"## {walk.title}\n"
    for number, step in enumerate(walk.steps, start=1):
        _wait_for_all(window)
        yield save(window, f"{walk.id}_{number}", f"Step {number}: {step.title}")
        QTest.keyClick(window.viewport, Qt.Key.Key_PageDown)


def save(window: Window, name: str, caption: str) -> str:
    """The window as it is, as finely as there is room for; gives the line of the page that shows it."""
    QTest.qWait(200)
    shown = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(shown.constBits())
    image = Image.frombytes("RGB", (shown.width(), shown.height()), raw, "raw", "RGB", shown.bytesPerLine())
    image = image.resize((WIDTH, round(WIDTH * image.height / image.width)), Image.Resampling.LANCZOS)
    for quality in QUALITIES:
        content = io.BytesIO()
        image.save(content, format="JPEG", quality=quality, subsampling=0, optimize=True)
        if content.tell() <= LARGEST:
            break
    write_whole(OUT / f"{name}.jpg", content.getvalue())
    return f"![{caption}](walks/{name}.jpg)\n"


def _page(window: Window) -> WalksPage:
    page = window.walks.page
    assert page is not None
    return page


def _opened(folder: Path) -> Window:
    """A window in which the walks are open and the list is folded."""
    window = picture_window.opened(folder, SIZE)
    QTest.keyClick(window.viewport, Qt.Key.Key_B)
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
