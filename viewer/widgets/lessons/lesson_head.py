"""The head of the page: what the lesson is called, where it is kept, and the few things done to all of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.language import tr
from viewer.model.lessons.lesson import Lesson
from viewer.model.lessons.lesson_file import LONGEST_TEXT
from viewer.model.lessons.scene_view import LONGEST_LINE
from viewer.model.notes.plain_text import plain
from viewer.widgets.chrome import icons, theme
from viewer.widgets.chrome.inert import inert
from viewer.widgets.lessons.desk import Desk
from viewer.widgets.lessons.lesson_menu import LessonMenu


class LessonHead(QWidget):
    """Title, state, menu of lessons, and the buttons that add a scene and give the lesson."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.about, self.kept = QLineEdit(self), QLineEdit(self), QLabel(self)
        self.menu = LessonMenu(desk.state, desk.settings, desk.actions, self)
        self.which = QToolButton(self)
        self.add = self._button(desk.actions["add_scene"], tr("Add scene"), "add")
        self.give = self._button(desk.actions["projector"], tr("Give"), "projector")
        self._lay_out()

    def tell(self, lesson: Lesson, path: Path | None, unsaved: bool) -> None:
        """Show what it is called and whether it is kept. Signals nothing."""
        for field, words in ((self.title, lesson.title), (self.about, " ".join(lesson.about.split()))):
            if words != plain(field.text()):
                with QSignalBlocker(field):
                    field.setText(words)
                    field.setCursorPosition(0)
        self.about.setVisible(lesson != Lesson())
        self.give.setEnabled(bool(lesson.scenes))
        count = tr("%n scene(s)", "", len(lesson.scenes))
        self.kept.setText(" · ".join((count, _kept(path, unsaved))))
        self.kept.setVisible(lesson != Lesson())
        self.kept.setToolTip(inert(str(path)) if path else "")

    def _button(self, action: QAction, words: str, icon: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setIcon(icons.icon(icon))
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        button.setMinimumHeight(theme.TARGET)
        button.setStyleSheet(f"padding-left: {theme.STEP}px; padding-right: {theme.STEP}px")
        return button

    def _lay_out(self) -> None:
        self.title.setFont(theme.sized(theme.TITLE, bold=True))
        self.title.setMaxLength(LONGEST_LINE)
        self.title.setPlaceholderText(tr("Title of the lesson"))
        self.title.setAccessibleName(tr("Title of the lesson"))
        self.title.setToolTip(tr("What the lesson is called"))
        self.about.setMaxLength(LONGEST_TEXT)
        self.about.setPlaceholderText(tr("What it is about"))
        self.about.setAccessibleName(tr("What the lesson is about"))
        self.about.setToolTip(tr("A sentence or two, printed below the title of a handout"))
        self.kept.setTextFormat(Qt.TextFormat.PlainText)
        self.kept.setFont(theme.sized(theme.CAPTION))
        self.kept.setWordWrap(True)
        self.kept.setAccessibleName(tr("Where the lesson is kept"))
        self.which.setText(tr("Lessons"))
        self.which.setAccessibleName(tr("Which lesson"))
        self.which.setToolTip(tr("New, open, save; lessons that are ready, and your own"))
        self.which.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.which.setMenu(self.menu)
        self.which.setMinimumHeight(theme.TARGET)
        self.which.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.which.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP // 2)
        row = QHBoxLayout()
        row.setSpacing(theme.STEP // 2)
        row.addWidget(self.which)
        row.addWidget(self.add, stretch=1)
        row.addWidget(self.give)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addWidget(self.kept)
        layout.addLayout(row)


def _kept(path: Path | None, unsaved: bool) -> str:
    if path is None:
        return tr("not saved yet") if unsaved else tr("not changed")
    return (tr("changes not saved: {file}") if unsaved else tr("saved: {file}")).format(file=path.name)
