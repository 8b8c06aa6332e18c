"""Press on the belly and take two pictures: ``python -m docs.make_finger`` writes ``docs/finger.png`` (the window) and
``docs/finger_section.png`` (the section alone, for print).

It opens the real window on the real data, as ``docs/make_journey.py`` does, and needs a screen too.
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
from viewer.model.whole_file import write_whole  # noqa: E402
from viewer.widgets.finger.files import section_image  # noqa: E402
from viewer.widgets.finger.finger_page import FingerPage  # noqa: E402
from viewer.widgets.viewport.surface import surface_format  # noqa: E402
from viewer.window import Window  # noqa: E402

DOCS = ROOT / "docs"
SIZE = QSize(1440, 900)
PLACE, DEPTH = 1, 84.0
"""Which of the known places to begin at, and how many mm to sink: into psoas."""


def press(window: Window) -> FingerPage:
    """Lay the finger half-way from navel to ASIS, have all of its way read, and sink in."""
    QTest.keyClick(window.viewport, Qt.Key.Key_E)
    page = window.panel.pages.page("finger")
    assert isinstance(page, FingerPage)
    page.which.setCurrentIndex(PLACE)
    page.which.activated.emit(PLACE)
    for finger in iter(lambda: window.state.view.finger, None):
        path = window.viewport.body.feel(finger)
        if path is not None and not path.awaited:
            break
        QTest.qWait(50)
    window.viewport.hand.sink(DEPTH)
    QTest.qWait(1000)
    return page


def save(image: QImage, name: str) -> None:
    """A picture among the docs."""
    shown = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(shown.constBits())
    picture = Image.frombytes("RGB", (shown.width(), shown.height()), raw, "raw", "RGB", shown.bytesPerLine())
    content = io.BytesIO()
    picture.save(content, format="PNG", optimize=True)
    write_whole(DOCS / f"{name}.png", content.getvalue())


def main() -> None:
    """Both pictures."""
    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        notes.usual_file = lambda: Path(folder) / "notes.json"  # nobody's own notes get into the pictures
        window = windows.open_window(load(paths.annotations_file()), Path(folder) / "settings.ini")
        window.resize(SIZE)
        page = press(window)
        save(window.grab().toImage(), "finger")
        assert page.picture.subject is not None
        save(section_image(page.picture.subject), "finger_section")
        windows.close(window)
    del application


if __name__ == "__main__":
    main()
