"""The finger that answers: how deep it is, two buttons that push it, and the word that it has arrived."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.viewport.viewport import Viewport

STEP = 1.0  # mm for each press of a button


class Here(QWidget):
    """``said`` means that the tip is where it is to be."""

    said = Signal()

    def __init__(self, state: ViewState, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._viewport = state, viewport
        self.told, self.out, self.deeper = QLabel(self), QToolButton(self), QToolButton(self)
        self.lay, self.here = QPushButton(tr("&Lay it in the middle"), self), QPushButton(tr("&Here"), self)
        self.setAccessibleName(tr("Your finger"))
        self._lay_out()
        self.out.clicked.connect(self._let_out)
        self.deeper.clicked.connect(self._sink)
        self.lay.clicked.connect(self._lay_in_the_middle)
        self.here.clicked.connect(self.said)
        state.finger_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Tell how deep it is."""
        press = self._state.view.finger
        told = tr("{mm} mm deep").format(mm=round(press.depth)) if press else tr("Not on the skin yet")
        self.told.setText(told)
        for part in (self.out, self.deeper, self.here):
            part.setEnabled(press is not None)
        self.lay.setVisible(press is None)
        self.here.setVisible(press is not None)

    def begin(self) -> None:
        """The keyboard to the 3D view, where the finger is moved; first to what lays it."""
        widget = self._viewport if self._state.view.finger else self.lay
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sink(self) -> None:
        self._viewport.hand.push(STEP)

    def _let_out(self) -> None:
        self._viewport.hand.push(-STEP)

    def _lay_in_the_middle(self) -> None:
        self._viewport.lay_in_the_middle()
        self.begin()

    def _lay_out(self) -> None:
        for button, text, name, tip in (
            (self.out, "−", tr("Out"), tr("Let the finger come out (− in the 3D view)")),
            (self.deeper, "+", tr("Deeper"), tr("Sink deeper (+ or the wheel in the 3D view)")),
        ):
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(tip)
            button.setMinimumSize(theme.TARGET, theme.TARGET)
            button.setAutoRepeat(True)
        self.lay.setToolTip(tr("For the keyboard: then the arrow keys move it, with Shift they aim, + and − push"))
        self.here.setToolTip(tr("The fingertip is where it was to go (Enter)"))
        row = QHBoxLayout()
        for part in (self.out, self.told, self.deeper):
            row.addWidget(part, stretch=int(part is self.told))
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        for word in (self.lay, self.here):
            word.setAutoDefault(True)  # Enter presses it
            word.setMinimumHeight(theme.TARGET + theme.STEP)
            layout.addWidget(word)
