"""What comes next, in a picture and a title, for whoever gives the lesson."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.lessons.giving import Giving
from viewer.model.lessons.lesson import LessonScene
from viewer.widgets.chrome import theme
from viewer.widgets.classroom.console_parts import label

ROOM = QSize(112, 77)  # pixels of the picture


class NextScene(QWidget):
    """``picture_of`` finds the small picture of a scene, where there is one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture_of: Callable[[LessonScene], QPixmap | None] = _no_picture
        self.picture, self._head, self.title = QLabel(self), label(theme.CAPTION), label(theme.TITLE)
        self._head.setText(tr("Next"))
        self._lay_out()

    def follow(self, giving: Giving) -> None:
        """Tell of the scene after the one that is on."""
        after = giving.next_scene
        self.setVisible(giving.scene is not None)
        self.title.setText(after.title if after is not None else tr("End of the lesson"))
        picture = self.picture_of(after) if after is not None else None
        self.picture.setVisible(picture is not None)
        if picture is not None:
            self.picture.setPixmap(self._scaled(picture))

    def _scaled(self, picture: QPixmap) -> QPixmap:
        scale = self.devicePixelRatioF()
        fitting = picture.scaled(
            ROOM * scale, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitting.setDevicePixelRatio(scale)
        return fitting

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * theme.STEP)
        layout.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self._head, self.title):
            words.addWidget(part)
        words.addStretch()
        layout.addLayout(words, stretch=1)


def _no_picture(_: LessonScene) -> None:
    return None
