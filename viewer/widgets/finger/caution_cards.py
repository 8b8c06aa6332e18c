"""What a finger is to keep off, on cards: a sign, how near it is, why, and who says so. Not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.finger.telling import Caution
from viewer.widgets.chrome import theme
from viewer.widgets.finger import inks
from viewer.widgets.finger.naming import print_sign

BAR = 4  # pixels of the bar at the left
SIGN = 26  # pixels for the sign


class CautionCards(QWidget):
    """The cards below each other. ``chosen`` names the structure of a card that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[_Card] = []
        self.setAccessibleName(tr("What to keep off"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.STEP // 2)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What the cards say first, from the most urgent on."""
        return tuple(card.told.text for card in self._cards if card.told is not None)

    def tell(self, cautions: Sequence[Caution]) -> None:
        """Show these."""
        while len(self._cards) < len(cautions):
            card = _Card(self)
            card.chosen.connect(self.chosen)
            self._cards.append(card)
            self._layout.addWidget(card)
        for number, card in enumerate(self._cards):
            card.tell(cautions[number] if number < len(cautions) else None)
        self.setVisible(bool(cautions))


class _Card(QWidget):
    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: Caution | None = None
        self._text, self._why, self._said = QLabel(self), QLabel(self), QLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIGN + theme.STEP + BAR, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        layout.setSpacing(2)
        for label, scale in ((self._text, theme.BODY), (self._why, theme.BODY), (self._said, theme.CAPTION)):
            label.setFont(theme.sized(scale, bold=label is self._text))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        self._said.setForegroundRole(self._said.palette().ColorRole.PlaceholderText)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, caution: Caution | None) -> None:
        if caution == self.told:
            return
        self.told = caution
        self.setVisible(caution is not None)
        if caution is not None:
            self._text.setText(caution.text)
            self._why.setText(caution.why if caution.touched else "")
            self._said.setText(caution.said if caution.touched else "")
            self._why.setVisible(caution.touched and bool(caution.why))
            self._said.setVisible(caution.touched and bool(caution.said))
            self.setToolTip(caution.why)
            self.setAccessibleName(f"{caution.text} {caution.why}")
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose what it warns of."""
        if event.button() is Qt.MouseButton.LeftButton and self.told is not None:
            self.chosen.emit(self.told.structure)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """A tinted ground with a bar at its left, thicker where the finger touches, and the sign."""
        if self.told is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        orange = inks.plain(inks.CAUTION)
        ground = QColor(orange)
        ground.setAlphaF(0.22 if self.told.touched else 0.09)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.fillRect(QRectF(0, 3, BAR * (1.5 if self.told.touched else 0.75), self.height() - 6), orange)
        print_sign(
            painter, QPointF(BAR + theme.STEP + SIGN / 2 - 4, theme.STEP / 2 + 11), 14 if self.told.touched else 11
        )
