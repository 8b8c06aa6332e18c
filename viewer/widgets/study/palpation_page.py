"""The way to a muscle by touch, step by step: consent and cautions first, and at each step what the scene shows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.answers.palpation import can_be_walked, layers, walk
from viewer.model.atlas.atlas import PalpationStep, Part
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.model.words import status_words
from viewer.widgets.chrome import theme
from viewer.widgets.side_panel.page import Page


class PalpationPage(Page):
    """One step at a time. ``look_from_asked`` names the standard view that a step is seen from, ``ended`` ends the way.

    A way that is left without ending it waits at its step.
    """

    look_from_asked = Signal(str)
    ended = Signal()

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._before: View | None = None
        self._led_to: tuple[str, ...] = ()
        """What was to be seen before the way began, and what its last step selected."""
        self.steps: tuple[PalpationStep, ...] = ()
        self.number = 0
        self.which = QComboBox(self)
        self.head, self.text, self.said = QLabel(self), QLabel(self), QLabel(self)
        self._area = QScrollArea(self)
        self.back = QPushButton(tr("&Back"), self)
        self.on = QPushButton(tr("&Next step"), self)
        self.end = QPushButton(tr("&End"), self)
        self._lay_out()
        self.which.activated.connect(self._begin_chosen)
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        self.end.clicked.connect(self.leave)
        state.atlas_changed.connect(self._read_again)

    def begin(self) -> None:
        """Go on where the way was left; else begin that to the structure chosen last, or the first that there is."""
        if self._before is None or self._state.view.selection not in ((), self._led_to):
            self._before = self._state.view
            self._list()
            self._choose(self._state.view.selection)
            self._begin_chosen()
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def prepare(self) -> None:
        """The first words of the first way; nothing is shown yet."""
        self._list()
        self._take_steps()
        if self.steps:
            self._tell(self.steps[0])
            self._allow_steps()

    def go(self, number: int) -> None:
        """Read and show a step, the first one being 0."""
        self.number = max(0, min(number, len(self.steps) - 1))
        self._allow_steps()
        if self.steps:
            self._tell(self.steps[self.number])
            self._show(self.steps[self.number])

    def _allow_steps(self) -> None:
        self.back.setEnabled(self.number > 0)
        self.on.setEnabled(self.number + 1 < len(self.steps))

    def _go_back(self) -> None:
        self.go(self.number - 1)

    def _go_on(self) -> None:
        self.go(self.number + 1)

    def leave(self) -> None:
        """Everything to be seen as it was before, the camera where it is now."""
        before, self._before = self._before, None
        if before is not None:
            self._state.change(lambda view: replace(before, camera=view.camera))
        self.ended.emit()

    def _begin_chosen(self) -> None:
        self._take_steps()
        self.go(0)

    def _take_steps(self) -> None:
        name = self.which.currentData()
        self.steps = walk(self._state.atlas, name) if name else ()

    def _choose(self, selection: tuple[str, ...]) -> None:
        chosen = [self.which.findData(name) for name in selection]
        self.which.setCurrentIndex(max(0, *chosen, 0))

    def _list(self) -> None:
        self.which.clear()
        for name in can_be_walked(self._state.atlas):
            self.which.addItem(self._state.atlas.structures[name].title, name)

    def _read_again(self) -> None:
        """The same step from another edition of the annotations."""
        kept = self.which.currentData()
        self._list()
        self.which.setCurrentIndex(max(0, self.which.findData(kept)))
        self._take_steps()
        if self.isVisible() and self._before is not None:
            self.go(self.number)

    def _tell(self, step: PalpationStep) -> None:
        steps = [one for one in self.steps if one.part is Part.STEP]
        names = {
            Part.CONSENT: tr("Consent first"),
            Part.CAUTION: tr("Caution"),
            Part.FEEL: tr("What it feels like"),
            Part.STOP: tr("When to stop"),
        }
        number = tr("Step {n} of {of}").format(n=steps.index(step) + 1 if step in steps else 0, of=len(steps))
        self.head.setText(names.get(step.part, number))
        self.text.setText(step.text)
        self._area.verticalScrollBar().setValue(0)
        sources = "; ".join(self._state.atlas.sources[one].short for one in step.sources)
        self.said.setText(f"{status_words(step.status)} · {sources}")
        self.setAccessibleDescription(f"{self.head.text()}: {step.text}")

    def _show(self, step: PalpationStep) -> None:
        self._before = self._before or self._state.view
        with self._state.one_step():
            self._state.change(lambda view: replace(layers(self._state.atlas, step, view), fact=step.id))
            if step.view:
                self.look_from_asked.emit(step.view)
        self._led_to = self._state.view.selection

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Finding it by touch"))
        self.which.setAccessibleName(tr("Structure to find"))
        self.which.setToolTip(tr("What the steps lead to (Up and Down step)"))
        self.which.setMinimumHeight(theme.TARGET)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for label, scale in ((self.head, theme.TITLE), (self.text, theme.BODY), (self.said, theme.CAPTION)):
            label.setFont(theme.sized(scale, bold=label is self.head))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, theme.STEP, theme.STEP)
        layout.addWidget(self.which)
        layout.addWidget(self.head)
        layout.addWidget(self._scrolled(), stretch=1)
        layout.addLayout(self._buttons())

    def _scrolled(self) -> QScrollArea:
        page, area = QWidget(self), self._area
        words = QVBoxLayout(page)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.text)
        words.addWidget(self.said)
        words.addStretch()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        return area

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button, tip in (
            (self.back, tr("The step before (Alt+B)")),
            (self.on, tr("The next step (Alt+N)")),
            (self.end, tr("Show everything as before (Alt+E)")),
        ):
            button.setToolTip(tip)
            row.addWidget(button)
        return row
