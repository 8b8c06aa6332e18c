"""Which lesson: a new one, one of the program's, one of your own, one that was open lately; and its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.language import tr
from viewer.model.lessons.shelf import own_folder, read_shelf
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert

OF_FILES = ("open_lesson", "save_lesson", "save_lesson_as")


class LessonMenu(QMenu):
    """Made anew whenever it opens. ``chosen`` is a file."""

    chosen = Signal(object)
    new_asked = Signal()

    def __init__(self, state: ViewState, settings: Settings, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._settings, self._actions = state, settings, actions
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        self.addAction(tr("&New lesson"), self.new_asked.emit)
        self.addActions([self._actions[name] for name in OF_FILES])
        shelf = read_shelf(self._state.atlas, own_folder())
        self._list(tr("Ready to give"), [(one.title, one.file) for one in shelf.lessons if one.ours])
        own = [(one.title, one.file) for one in shelf.lessons if not one.ours]
        self._list(tr("Your own"), own)
        known = {file.resolve() for _, file in own}
        recent = [Path(path) for path in self._settings.recent_lessons]
        there = (file for file in recent if file.resolve() not in known and file.is_file())
        self._list(tr("Open lately"), [(file.stem, file) for file in there])

    def _list(self, heading: str, lessons: Iterable[tuple[str, Path]]) -> None:
        listed = list(lessons)
        if not listed:
            return
        self.addSeparator()
        head = self.addAction(heading)
        head.setEnabled(False)
        head.setFont(theme.sized(theme.CAPTION, bold=True))
        for title, file in listed:
            action = self.addAction(title.replace("&", "&&"))
            action.setToolTip(inert(str(file)))
            action.setData(file)
            action.triggered.connect(self._choose)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())
