"""Where the plot of the days stands, with what its lines mean, and the same in words for whoever wants to read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.practice.telling import Point
from viewer.widgets.chrome import theme
from viewer.widgets.practice.key_mark import KeyMark

if TYPE_CHECKING:
    from viewer.widgets.practice.day_plot import DayPlot

MOST_DAYS = 60
"""Days that are said in words; the newest."""
HEIGHT = 190  # pixels
SOON = 30
"""Milliseconds in which the page is painted before the plot's library, which takes a while, comes in."""


class PlotPlace(QWidget):
    """The plot's library comes in once the first points were said. Without it there are words alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: DayPlot | None = None
        self._points: Sequence[Point] = ()
        self._coming, self._room = QTimer(self), QWidget(self)
        self._coming.setSingleShot(True)
        self._coming.timeout.connect(self._make)
        self._room.setFixedHeight(HEIGHT)
        self.words, self.in_words = QLabel(self), QToolButton(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._room)
        self._layout.addLayout(self._key())
        self._layout.addWidget(self.words)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.words.hide()
        self.in_words.toggled.connect(self.words.setVisible)

    def show_points(self, points: Sequence[Point]) -> None:
        """Say these, oldest first, and draw them: the first time a little later."""
        self._points = points
        self.words.setText("\n".join(point.words for point in reversed(points[-MOST_DAYS:])))
        if self.plot is not None:
            self.plot.show_points(points)
        elif points and not self._coming.isActive():
            self._coming.start(SOON)

    def _make(self) -> None:
        try:
            from viewer.widgets.practice.day_plot import DayPlot
        except ImportError:  # a system without the libraries that it draws with
            self._room.hide()
            self.in_words.setChecked(True)
            return
        self.plot = DayPlot(self)
        self.plot.show_points(self._points)
        self.plot.setFixedHeight(HEIGHT)
        self._layout.replaceWidget(self._room, self.plot)
        self._room.deleteLater()

    def _key(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        for is_right, words in ((True, tr("right")), (False, tr("how sure"))):
            row.addWidget(KeyMark(is_right, self))
            row.addWidget(QLabel(words, self))
        row.addStretch()
        self.in_words.setText(tr("In words"))
        self.in_words.setToolTip(tr("Say what the plot shows, day by day"))
        self.in_words.setCheckable(True)
        self.in_words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.in_words.setMinimumHeight(theme.TARGET)
        row.addWidget(self.in_words)
        return row
