"""Of what something is made: the whole lesson that is open, or what is shown now."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.lessons.lesson import Lesson
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.takeaway.errand import shown_now

LONGEST = 60  # letters of a title on a button


class WhatToTake(QWidget):
    """Two buttons; without a lesson there is nothing to choose, and they are not seen."""

    def __init__(self, lesson: Lesson, state: ViewState, parent: QWidget) -> None:
        super().__init__(parent)
        self._lesson, self._state = lesson, state
        self.whole, self.shown = QRadioButton(self._named(), self), QRadioButton(tr("&What is shown now"), self)
        self.whole.setToolTip(tr("All of its scenes, with captions and sources; the notes for you stay here"))
        self.shown.setToolTip(tr("One scene: what the 3D view shows"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.whole, self.shown):
            button.setMinimumHeight(theme.TARGET)
            button.setAccessibleName(button.text().replace("&", ""))
            layout.addWidget(button)
        (self.whole if lesson.scenes else self.shown).setChecked(True)
        self.setVisible(bool(lesson.scenes))

    def lesson(self) -> Lesson:
        """What was chosen, as a lesson."""
        return self._lesson if self.whole.isChecked() else shown_now(self._state)

    def _named(self) -> str:
        title = self._lesson.title or tr("without a title")
        short = title if len(title) <= LONGEST else f"{title[:LONGEST]}…"
        told = tr("The &lesson: {title}, %n scene(s)", "", len(self._lesson.scenes))
        return told.format(title=short.replace("&", "&&"))
