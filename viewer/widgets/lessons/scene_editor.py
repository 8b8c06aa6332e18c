"""The words of a scene: its title, what the class reads, what only who teaches reads, and the sources of both."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import LessonScene
from viewer.model.lessons.lesson_file import LONGEST_CAPTION, LONGEST_TEXT
from viewer.model.lessons.scene_view import LONGEST_LINE
from viewer.model.lessons.scene_words import proposed_title, sources_of_lit
from viewer.model.notes.plain_text import plain
from viewer.widgets.chrome import theme
from viewer.widgets.lessons.sources_field import SourcesField
from viewer.widgets.lessons.words import Words

LINES, LETTERS = 3, 48
"""What of a caption can be read from the last row: lines, and letters in each, on the plainest projector."""


class SceneEditor(QWidget):
    """``typed`` tells the aspect of the scene that was changed, and to what; ``left``: another field is entered."""

    typed = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _Line(self)
        self.caption = Words(
            tr("Caption for the class"), tr("What the class reads below the picture"), 3, LONGEST_CAPTION, self
        )
        self.notes = Words(tr("Notes for you"), tr("What only you read while you teach"), 5, LONGEST_TEXT, self)
        self.sources, self.counter = SourcesField(self), QLabel(self)
        self._lay_out()
        self.title.textChanged.connect(self._tell_title)
        self.caption.textChanged.connect(self._tell_caption)
        self.notes.textChanged.connect(self._tell_notes)
        self.sources.changed.connect(self._tell_sources)
        for part in (self.title, self.caption, self.notes):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """What is typed after a field was left and entered again is another step."""
        if event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def show_scene(self, scene: LessonScene, atlas: Atlas) -> None:
        """Let the words of this one be read and changed. Signals nothing."""
        self.title.put(scene.title)
        self.title.setPlaceholderText(proposed_title(scene.view, atlas))
        self.caption.put(scene.caption)
        self.notes.put(scene.notes)
        self.sources.show_ids(scene.sources, sources_of_lit(scene.view, atlas), atlas)
        self._count()

    def _tell_title(self) -> None:
        self.typed.emit("title", plain(self.title.text()))

    def _tell_caption(self) -> None:
        self._count()
        self.typed.emit("caption", self.caption.words)

    def _tell_notes(self) -> None:
        self.typed.emit("notes", self.notes.words)

    def _tell_sources(self, ids: tuple[str, ...]) -> None:
        self.typed.emit("sources", ids)

    def _count(self) -> None:
        """How many lines the caption takes on the stage."""
        lines = lines_on_stage(self.caption.words)
        self.counter.setText(tr("{lines} of {most} lines").format(lines=lines, most=LINES) if lines else "")
        too_long = tr("Long for the last row: {lines} lines, {most} can be read well").format(lines=lines, most=LINES)
        if lines > LINES:
            self.counter.setText(too_long)
        font = theme.sized(theme.CAPTION, bold=lines > LINES)
        self.counter.setFont(font)

    def _lay_out(self) -> None:
        self.counter.setTextFormat(Qt.TextFormat.PlainText)
        self.counter.setAccessibleName(tr("Length of the caption"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP // 2)
        for words, part in (
            (tr("&Title"), self.title),
            (tr("Capt&ion for the class"), self.caption),
            (tr("N&otes for you"), self.notes),
            (tr("Sources"), self.sources),
        ):
            heading = QLabel(words, self)
            heading.setFont(theme.sized(theme.CAPTION, bold=True))
            heading.setBuddy(self.sources.which if part is self.sources else part)
            row = QHBoxLayout()
            row.addWidget(heading)
            if part is self.caption:
                row.addStretch()
                row.addWidget(self.counter)
            layout.addLayout(row)
            layout.addWidget(part)


class _Line(QLineEdit):
    """The title. Choosing all of it when it is entered by key makes renaming one word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_LINE)
        self.setAccessibleName(tr("Title of the scene"))
        self.setToolTip(tr("What the scene is called (F2 in the list)"))

    def put(self, words: str) -> None:
        if words != plain(self.text()):
            with QSignalBlocker(self):
                self.setText(words)
                self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and QApplication.focusWidget() is self:
            self.selectAll()


def lines_on_stage(caption: str) -> int:
    """How many lines a caption takes on the narrowest stage."""
    return sum(max(1, math.ceil(len(line) / LETTERS)) for line in caption.split("\n")) if caption else 0
