"""Give lessons and take pictures: ``python -m docs.make_teaching`` writes those of ``docs/teaching.md``.

It opens the real window on the real data and does by clicks and keys what a teacher does. It needs a screen that can be
told to be two (without one: ``xvfb-run -a -s "-screen 0 1600x1000x24" python -m docs.make_teaching``), and pdftoppm.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QCursor, QImage, QSurfaceFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs import picture_window  # noqa: E402 - found once the root is on the path
from tests import two_screens, windows  # noqa: E402
from viewer.model.lessons.lesson_file import our_folder, read_lesson  # noqa: E402
from viewer.model.whole_file import write_whole  # noqa: E402
from viewer.widgets.viewport.surface import surface_format  # noqa: E402
from viewer.window import Window  # noqa: E402

Key = Qt.Key
OUT = ROOT / "docs" / "teaching"
SIZE, STAGE = QSize(1240, 800), QRect(0, 0, 1024, 768)
LAPTOP = QRect(0, 0, 1060, 900)
WIDTH, LARGEST = 1000, 110_000  # of a picture: pixels, bytes
QUALITIES = (92, 88, 84, 80, 74, 68)


def main() -> None:
    """All pictures."""
    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication([])
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        window = picture_window.opened(Path(folder), SIZE)
        prepare(window, "attachments_and_nerves", 7)
        on_the_stage(window, "iliopsoas_in_eight_scenes", 6, "stage")
        on_the_stage(window, "psoas_minor_and_variation", 5, "ask")
        on_the_stage(window, "cable_and_fan", 9, "section")
        with two_screens.two_screens():
            beside_the_stage(window)
        windows.close(window)
        handed_out(Path(folder), "psoas_minor_and_variation", (1, 6))
    application.shutdown()


def prepare(window: Window, lesson: str, scene: int) -> None:
    """The page on which a lesson is made, at one of its scenes."""
    press(window, Key.Key_J)
    page = window.classroom.lessons.page
    assert page is not None
    ready = {file.stem: button for button, file in page.begin_with.ready.items()}
    QTest.mouseClick(ready[lesson], Qt.MouseButton.LeftButton)
    page.list.setFocus()
    press(window, Key.Key_Home, *[Key.Key_Down] * (scene - 1), Key.Key_Return)
    two_screens.comes_true(lambda: all(row.picture is not None for row in page.list.rows))
    save(window, "prepare")
    press(window, Key.Key_J)


def on_the_stage(window: Window, lesson: str, scene: int, name: str) -> None:
    """What a class sees of a scene, from the key for the stage to the key that leaves it."""
    open_lesson(window, lesson)
    press(window, Key.Key_F5, *number(scene), Key.Key_Return)
    window.setGeometry(STAGE)
    save(window, name)
    press(window, Key.Key_Escape)


def beside_the_stage(window: Window) -> None:
    """What who teaches sees on the laptop."""
    open_lesson(window, "attachments_and_nerves")
    window.setGeometry(LAPTOP)
    QCursor.setPos(5, 995)
    press(window, Key.Key_F5, *number(7), Key.Key_Return)
    save(window, "console")
    press(window, Key.Key_Escape)


def handed_out(folder: Path, lesson: str, pages: tuple[int, int]) -> None:
    """Two pages of a handout, side by side."""
    file = folder / "handout.pdf"
    made = [sys.executable, ROOT / "main.py", "--lesson", our_folder() / f"{lesson}.json", "--handout", file]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["pdftoppm", "-r", "96", "-png", file, folder / "page"], check=True)
    images = [Image.open(next(folder.glob(f"page-*{number:02d}.png"))) for number in pages]
    both = Image.new("RGB", (2 * images[0].width, images[0].height), "white")
    for column, image in enumerate(images):
        both.paste(image, (column * image.width, 0))
    write_whole(OUT / "handout.jpg", _as_jpeg(both))


def open_lesson(window: Window, name: str) -> None:
    """One of those that come along."""
    read = read_lesson(our_folder() / f"{name}.json", window.state.atlas)
    window.classroom.opened.open(read.lesson, None)


def number(scene: int) -> list[Qt.Key]:
    """The keys of a number."""
    return [Key(Key.Key_0 + int(digit)) for digit in str(scene)]


def press(window: Window, *keys: Qt.Key) -> None:
    """Keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window.viewport, key)
        QTest.qWait(50)


def save(window: Window, name: str) -> None:
    """The window as it is, once everything was read and drawn with care."""
    scene = window.viewport.scene
    assert scene is not None
    _wait_until(lambda: not scene.awaited)
    QTest.qWait(4000)
    write_whole(OUT / f"{name}.jpg", _small(window.grab().toImage()))


def _small(image: QImage) -> bytes:
    shown = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(shown.constBits())
    size = shown.width(), shown.height()
    return _as_jpeg(Image.frombytes("RGB", size, raw, "raw", "RGB", shown.bytesPerLine()))


def _as_jpeg(picture: Image.Image) -> bytes:
    """As finely as there is room for."""
    picture = picture.resize((WIDTH, round(WIDTH * picture.height / picture.width)), Image.Resampling.LANCZOS)
    for quality in QUALITIES:
        content = io.BytesIO()
        picture.save(content, format="JPEG", quality=quality, subsampling=0, optimize=True)
        if content.tell() <= LARGEST:
            break
    return content.getvalue()


def _wait_until(true: Callable[[], bool]) -> None:
    while not true():
        QTest.qWait(50)


if __name__ == "__main__":
    main()
