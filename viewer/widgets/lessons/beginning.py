"""What stands where a lesson has no scenes yet: how to make the first one, and lessons that are ready."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.lessons.shelf import Shelved, read_shelf
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert


class Beginning(QWidget):
    """``chosen`` is the file of a lesson that is ready."""

    chosen = Signal(object)

    def __init__(self, state: ViewState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self.ready: dict[QPushButton, Path] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, theme.STEP, 0, 0)
        self._layout.setSpacing(theme.STEP)
        how = tr(
            "A lesson is made of scenes. Set up the 3D view as the class shall see it, then press K: that is the first"
            " scene. Go on like this, and F5 gives the lesson."
        )
        self._add(QLabel(how, self), theme.BODY)
        self._layout.addStretch()

    def offer(self) -> None:
        """The lessons that come with the program; they are read when somebody looks for the first time."""
        if self.ready:
            return
        lessons = [one for one in read_shelf(self._state.atlas).lessons if one.ours]
        if lessons:
            self._add(QLabel(tr("Or take one that is ready, as it is or to change it:"), self), theme.BODY, bold=True)
        for one in lessons:
            self._layout.insertWidget(self._layout.count() - 1, self._button(one))
        if lessons:
            self.setFocusProxy(next(iter(self.ready)))

    def _button(self, one: Shelved) -> QPushButton:
        button = QPushButton(self)
        words = tr("{title}, %n scene(s)", "", len(one.lesson.scenes)).format(title=one.title)
        button.setText(words.replace("&", "&&"))
        button.setMinimumWidth(1)  # a long title is cut off where it is narrow; the tip tells all
        button.setToolTip(inert(one.lesson.about or words))
        button.setMinimumHeight(theme.TARGET)
        button.setStyleSheet("text-align: left")
        button.clicked.connect(self._choose)
        self.ready[button] = one.file
        return button

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen.emit(self.ready[button])

    def _add(self, label: QLabel, scale: float, bold: bool = False) -> None:
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(theme.sized(scale, bold=bold))
        self._layout.insertWidget(max(self._layout.count() - 1, 0), label)
