"""What a finger is to keep off, on cards: a sign, how near it is, why, and who says so. Not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.finger.telling import Caution
from viewer.widgets.chrome import theme
from viewer.widgets.finger import inks
from viewer.widgets.finger.naming import print_sign

BAR = 5  # pixels of the bar at the left
SIGN = 20  # pixels for the sign


class CautionCards(QWidget):
    """The cards below each other. ``chosen`` names the structure of a card that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[_Card] = []
        self._opened = ""
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
        """Show these; why the first one is to be kept off, and of the others where they were opened."""
        while len(self._cards) < len(cautions):
            card = _Card(self)
            card.chosen.connect(self._choose)
            self._cards.append(card)
            self._layout.addWidget(card)
        for number, card in enumerate(self._cards):
            caution = cautions[number] if number < len(cautions) else None
            opened = caution is not None and caution.structure == self._opened
            card.tell(caution, opened or (number == 0 and caution is not None and caution.touched))
        self.setVisible(bool(cautions))

    def _choose(self, structure_id: str) -> None:
        self._opened = structure_id if structure_id != self._opened else ""
        self.tell([card.told for card in self._cards if card.told is not None])
        self.chosen.emit(structure_id)


class _Card(QWidget):
    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: Caution | None = None
        self._text, self._why, self._said = QLabel(self), QLabel(self), QLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIGN + theme.STEP + BAR, 3, theme.STEP, 3)
        layout.setSpacing(2)
        for label, scale in ((self._text, theme.BODY), (self._why, theme.BODY), (self._said, theme.CAPTION)):
            label.setFont(theme.sized(scale))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, caution: Caution | None, opened: bool) -> None:
        """Show this one, with its reason or without; or nothing."""
        self.told = caution
        self.setVisible(caution is not None)
        if caution is None:
            return
        self._text.setFont(theme.sized(theme.BODY, bold=caution.touched))
        for label, words in ((self._text, caution.text), (self._why, caution.why), (self._said, caution.said)):
            label.setText(words)
            label.setVisible(bool(words) and (opened or label is self._text))
        self.setToolTip("\n".join(filter(None, (caution.why, caution.said))))
        self.setAccessibleName(" ".join((caution.text, caution.why, caution.said)))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose what it tells of, and say why."""
        if event.button() is Qt.MouseButton.LeftButton and self.told is not None:
            self.chosen.emit(self.told.structure)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Space do what a click does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.told is not None:
            self.chosen.emit(self.told.structure)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """A tinted ground with a bar at its left, thicker where the finger touches, and the sign."""
        if self.told is None:
            return
        painter, touched = QPainter(self), self.told.touched
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().accent().color() if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(inks.plain(inks.CAUTION, 0.20 if touched else 0.07))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.fillRect(QRectF(0, 3, BAR if touched else BAR / 2, self.height() - 6), inks.plain(inks.CAUTION))
        print_sign(painter, QPointF(BAR + theme.STEP / 2 + SIGN / 2, 3 + self._text.fontMetrics().height() / 2), 11)
