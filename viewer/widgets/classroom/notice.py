"""A few words in the corner of the stage, large enough for the back row, gone after a moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

LINE, NUMBER = 0.036, 0.13  # of the stage's height: letters of a line, digits of a number
MARGIN, PAD = 0.025, 0.45  # of the stage's height around it; of the letters' height within
SEEN_FOR = 4000  # ms
GROUND, INK = QColor(20, 23, 27, 232), QColor(250, 249, 245)


class Notice(QWidget):
    """Stands in the upper right corner of its parent; the pointer passes through it."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage, self.text, self._share = stage, "", LINE
        self._time = QTimer(self, singleShot=True, interval=SEEN_FOR)
        self._time.timeout.connect(self.clear)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stage.installEventFilter(self)
        self.hide()

    def tell(self, words: str) -> None:
        """A line, for a moment."""
        self._say(words, LINE)
        self._time.start()

    def count(self, digits: str) -> None:
        """A number that is being typed, until it is another one or none."""
        self._time.stop()
        self._say(digits, NUMBER)

    def clear(self) -> None:
        """Nothing any more."""
        self._time.stop()
        self._say("", LINE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Keep to the corner."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """The words on a rounded ground, readable over anything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        round_by = self._letters() / 4
        painter.drawRoundedRect(QRectF(self.rect()), round_by, round_by)
        painter.setPen(INK)
        painter.setFont(self._lettering())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)

    def _say(self, text: str, share: float) -> None:
        self.text, self._share = text, share
        self.setAccessibleName(text)
        self._place()
        self.setVisible(bool(text))
        self.raise_()

    def _letters(self) -> float:
        return max(10.0, self._share * self._stage.height())

    def _lettering(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(self._letters()))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _place(self) -> None:
        metrics, letters = QFontMetricsF(self._lettering()), self._letters()
        width = round(metrics.horizontalAdvance(self.text) + 2 * PAD * letters)
        edge = round(MARGIN * self._stage.height())
        width = min(width, self._stage.width() - 2 * edge)
        self.setGeometry(self._stage.width() - edge - width, edge, width, round(metrics.height() + PAD * letters))
        self.update()
