"""The few words that stand on top of the 3D view: what is awaited or wrong, the name under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from viewer.drawing.style import DARK, LIGHT
from viewer.language import tr
from viewer.widgets.chrome import theme

GAP = 2 * theme.STEP


class WaitingCard(QWidget):
    """Fills the view until there is something to see: the program's name, what it does, how far it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Loading"))
        self._ground = DARK
        self._title, self._text = QLabel("Iliopsoas"), QLabel(tr("Preparing the 3D view …"))
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Loading the structures"))
        self._progress.setFixedWidth(30 * theme.STEP)
        self._progress.setRange(0, 0)
        self._lay_out()

    def set_dark(self, dark: bool) -> None:
        """Stand on the ground that the scene will have."""
        self._ground = DARK if dark else LIGHT
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """The scene's ground."""
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0.0, QColor.fromRgbF(*self._ground.top))
        gradient.setColorAt(1.0, QColor.fromRgbF(*self._ground.bottom))
        QPainter(self).fillRect(self.rect(), gradient)

    def show_progress(self, done: int, of: int) -> None:
        """How many structures are there."""
        self._progress.setRange(0, of)
        self._progress.setValue(done)
        self._text.setText(tr("Reading the structures … {done} of {of}").format(done=done, of=of))

    def show_refusal(self, reason: str) -> None:
        """That nothing can be shown, and what to do about it."""
        self._progress.hide()
        self._title.setText(tr("There is nothing to show"))
        self._text.setText(reason)
        self.setAccessibleName(self._title.text())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(GAP)
        layout.addStretch()
        for label, scale in ((self._title, theme.DISPLAY), (self._text, theme.BODY)):
            label.setFont(theme.sized(scale, bold=scale is theme.DISPLAY))
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        layout.addWidget(self._progress, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()


class Tag(QLabel):
    """A few words on a rounded ground, readable over anything; the pointer passes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMargin(theme.STEP // 2)
        self.setIndent(theme.STEP // 2)
        self.hide()

    def say(self, text: str) -> None:
        """Show these words, or nothing."""
        self.setText(text)
        self.adjustSize()
        self.setVisible(bool(text))

    def enlarge(self, pixels: int | None) -> None:
        """Write with letters of this height from now on; None is the usual size."""
        font = theme.sized(theme.BODY)
        if pixels is not None:
            font.setPixelSize(pixels)
        self.setFont(font)
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.palette().color(QPalette.ColorRole.Base)
        ground.setAlpha(225)
        painter.setBrush(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect(), 5, 5)
        painter.end()
        super().paintEvent(event)


class NameTag(Tag):
    """The name of what lies under the pointer, beside it."""

    def say_at(self, text: str, place: QPointF) -> None:
        """Show a name near a place of the view, never beyond its edge."""
        self.say(text)
        room = QRect(QPoint(0, 0), self._view.size() - self.size())
        wanted = place.toPoint() + QPoint(GAP, GAP)
        self.move(
            min(wanted.x(), room.right()),
            wanted.y() if wanted.y() < room.bottom() else wanted.y() - 2 * GAP - self.height(),
        )
