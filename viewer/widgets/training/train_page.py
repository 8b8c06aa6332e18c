"""The page Train: what to be asked, one question after another, and how it went."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.side_panel.page import Page
from viewer.widgets.training.asking import Asking
from viewer.widgets.training.course import Course
from viewer.widgets.training.ending import Ending
from viewer.widgets.training.start_form import StartForm
from viewer.widgets.viewport.viewport import Viewport


class TrainPage(Page):
    """Shows the form, the question, or the end, as the course has it. ``progress_asked`` leads to how far one is."""

    progress_asked = Signal()

    def __init__(self, state: ViewState, course: Course, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course, self._was_running = course, False
        self.form, self.asking, self.ending = StartForm(), Asking(state, course, viewport), Ending()
        self._stack, self.progress = QStackedWidget(self), QPushButton(tr("Your &progress"), self)
        for part in (_scrolled(self.form), self.asking, self.ending):
            self._stack.addWidget(part)
        self.setAccessibleName(tr("Train"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, theme.STEP, theme.STEP)
        layout.addWidget(self._stack)
        layout.addWidget(self.progress)
        self.progress.setFlat(True)
        self.progress.setMinimumHeight(theme.TARGET)
        self.progress.setToolTip(tr("What you know and what is to be repeated (Shift+Q)"))
        self.progress.clicked.connect(self.progress_asked)
        course.changed.connect(self.follow)
        course.again.connect(self.asking.say_again)
        self.ending.another.connect(self.show_form)

    def begin(self) -> None:
        """The keyboard to what is to be done here."""
        if self._course.running:
            self.asking.begin()
        elif self._stack.currentWidget() is self.ending:
            self.ending.begin()
        else:
            self.form.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Show how far the course is; how it went when it has ended."""
        ended, self._was_running = self._was_running and not self._course.running, self._course.running
        self.progress.setHidden(self._course.running)
        if self._course.running:
            self._stack.setCurrentWidget(self.asking)
            self.asking.follow()
        elif ended and self._course.results:
            self.ending.tell(self._course.results)
            self._stack.setCurrentWidget(self.ending)
            self.ending.begin()
        elif ended:
            self.show_form()

    def show_form(self) -> None:
        """What to be asked next?"""
        self._stack.setCurrentIndex(0)
        self.form.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_dark(self, dark: bool) -> None:
        """For a dark or a light ground."""
        self.asking.why.set_dark(dark)


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
