"""The time of day, and how long the lesson has been going on, for whoever gives it."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.language import tr
from viewer.widgets.chrome import icons, theme


class ConsoleClock(QWidget):
    """``now`` says what time it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.now = QDateTime.currentDateTime
        self._began: QDateTime | None = None
        self.day, self.since = QLabel(self), QLabel(self)
        self._again = QToolButton(self)
        self._tick = QTimer(self, interval=500)
        self._tick.timeout.connect(self.tell)
        self._lay_out()

    def begin(self) -> None:
        """The lesson begins, unless it has begun before."""
        self._began = self._began or self.now()
        self.tell()

    def begin_anew(self) -> None:
        """Count from now."""
        self._began = self.now()
        self.tell()

    def forget(self) -> None:
        """The next lesson has not begun yet."""
        self._began = None

    def tell(self) -> None:
        """Say what time it is."""
        now = self.now()
        self.day.setText(QLocale().toString(now.time(), QLocale.FormatType.ShortFormat))
        seconds = max(0, self._began.secsTo(now)) if self._began is not None else 0
        minutes, hours = seconds // 60, seconds // 3600
        self.since.setText(f"{hours}:{minutes % 60:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """It goes while it is seen."""
        super().showEvent(event)
        self.tell()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks."""
        super().hideEvent(event)
        self._tick.stop()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for label, name in ((self.day, tr("Time of day")), (self.since, tr("Time since the lesson began"))):
            label.setFont(theme.sized(theme.DISPLAY, bold=label is self.since))
            label.setToolTip(name)
            label.setAccessibleName(name)
        self._again.setIcon(icons.icon("again"))
        self._again.setToolTip(tr("Count from now"))
        self._again.setAccessibleName(tr("Count from now"))
        self._again.setMinimumSize(theme.TARGET, theme.TARGET)
        self._again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._again.clicked.connect(self.begin_anew)
        layout.addWidget(self.day)
        layout.addStretch()
        layout.addWidget(self.since)
        layout.addWidget(self._again)
