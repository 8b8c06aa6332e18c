"""Small pictures of scenes: taken from the 3D view as scenes are made, and drawn apart for lessons that were opened.

The view is never disturbed for them: another process of this program draws all that are wanted, once nothing else was
wanted for a while.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTemporaryDir, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPalette, QPixmap

from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.widgets.takeaway.errand import errand
from viewer.widgets.takeaway.making import Making

SIZE = QSize(320, 220)
"""Pixels of each: twice as many as are shown on a plain screen."""
DRAWN = QSize(640, 440)
"""Pixels that are drawn for each: letters are not made smaller than can be read."""
PAUSE = 1500  # ms
MOST_KEPT = 400
MIDDLE = 128  # of the lightness of a ground


class Thumbnails(QObject):
    """``arrived`` says that there are more of them now."""

    arrived = Signal()

    def __init__(self, state: ViewState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._there: dict[View, QPixmap] = {}
        self._wanted: tuple[LessonScene, ...] = ()
        self._asked: tuple[LessonScene, ...] = ()
        self._given_up: set[View] = set()
        self._making: Making | None = None
        self._folder: QTemporaryDir | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._draw)

    def of(self, scene: LessonScene) -> QPixmap | None:
        """The picture of a scene; None where there is none yet."""
        return self._there.get(scene.view)

    def take(self, scene: LessonScene, picture: QImage) -> None:
        """This is what a scene looks like."""
        if not picture.isNull():
            self._keep(scene.view, picture)
            self.arrived.emit()

    def want(self, scenes: Iterable[LessonScene]) -> None:
        """Have pictures of these before long; of none, whatever was asked for before."""
        self._wanted = tuple(scenes)
        if self._lacking():
            self._pause.start()
        else:
            self._pause.stop()

    def stop(self) -> None:
        """Nothing is wanted any more."""
        self.want(())
        making, self._making = self._making, None
        if making is not None:
            making.cancel()
        self._folder = None

    def _lacking(self) -> tuple[LessonScene, ...]:
        known = self._there.keys() | self._given_up
        return tuple({scene.view: scene for scene in self._wanted if scene.view not in known}.values())

    def _draw(self) -> None:
        if self._making is not None:
            return
        folder, self._asked = QTemporaryDir(), self._lacking()
        if not self._asked or not folder.isValid():
            return
        self._folder, pictures = folder, Path(folder.filePath("pictures"))
        words: list[str | Path] = [
            "--pictures",
            pictures,
            "--size",
            f"{DRAWN.width()}x{DRAWN.height()}",
            "--ground",
            _ground(),
        ]
        try:
            making = self._making = errand(words, pictures, Lesson(scenes=self._asked), self._state, self)
        except OSError:
            return
        making.progressed.connect(self._read)
        for ending in (making.finished, making.failed, making.cancelled):
            ending.connect(self._end)
        making.start()

    def _read(self, number: int) -> None:
        """One more is drawn."""
        if self._folder is not None and 1 <= number <= len(self._asked):
            reader = QImageReader(self._folder.filePath(f"pictures/{number}.png"))
            picture = reader.read()
            if not picture.isNull():
                self._keep(self._asked[number - 1].view, picture)
                self.arrived.emit()

    def _end(self) -> None:
        """What is not there now will not be there the next time."""
        making, self._making, self._folder = self._making, None, None
        if making is not None:
            making.deleteLater()
        self._given_up.update(scene.view for scene in self._asked if scene.view not in self._there)
        self.want(self._wanted)

    def _keep(self, view: View, picture: QImage) -> None:
        while len(self._there) >= MOST_KEPT:
            self._there.pop(next(iter(self._there)))
        self._there[view] = QPixmap.fromImage(_cut_out(picture))


def _ground() -> str:
    """As the window is dressed."""
    return "dark" if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < MIDDLE else "light"


def _cut_out(picture: QImage) -> QImage:
    """The middle of a picture, in the shape of all thumbnails."""
    wide = QSize(SIZE).scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (picture.width() - wide.width()) // 2, (picture.height() - wide.height()) // 2
    middle = picture.copy(left, top, wide.width(), wide.height())
    return middle.scaled(SIZE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
