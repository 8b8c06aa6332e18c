"""Each sort of question as a bar: solid for the known, striped for what is to be repeated, empty for the new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from viewer.language import tr
from viewer.model.practice.telling import Area
from viewer.widgets.chrome import theme

THICK = 12  # pixels


class AreaBars(QWidget):
    """A row for each area: its name, its bar, and the figures in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What you know, by sort of question"))
        self.rows: list[QWidget] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(2)
        self._layout.setColumnStretch(1, 1)

    def show_areas(self, areas: Sequence[Area]) -> None:
        """These, and no others."""
        for row in self.rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self.rows = []
        for number, area in enumerate(areas):
            self._add(number, area)
        self.setAccessibleDescription("\n".join(f"{area.title}: {area.words}" for area in areas))

    def _add(self, number: int, area: Area) -> None:
        title, figures, bar = QLabel(area.title, self), QLabel(area.words, self), _Bar(area, self)
        figures.setFont(theme.sized(theme.CAPTION))
        figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        figures.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (title, figures):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._layout.addWidget(title, 2 * number, 0)
        self._layout.addWidget(figures, 2 * number, 1)
        self._layout.addWidget(bar, 2 * number + 1, 0, 1, 2)
        self.rows += [title, figures, bar]


class _Bar(QWidget):
    def __init__(self, area: Area, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = area
        self.setToolTip(area.words)
        self.setFixedHeight(THICK + 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Three parts in a rounded frame."""
        accent = self.palette().color(QPalette.ColorRole.Accent)
        frame = QRectF(0.5, 0.5, self.width() - 1, THICK - 1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, THICK / 2, THICK / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, self.palette().color(QPalette.ColorRole.Base))
        painter.setClipPath(shape)
        known, to_repeat = self._widths(frame.width())
        painter.fillRect(QRectF(frame.left(), frame.top(), known, frame.height()), accent)
        stripes = QRectF(frame.left() + known, frame.top(), to_repeat, frame.height())
        painter.fillRect(stripes, _faint(accent))
        painter.fillRect(stripes, QBrush(accent, Qt.BrushStyle.BDiagPattern))
        painter.setClipping(False)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid)))
        painter.drawPath(shape)
        painter.end()

    def _widths(self, whole: float) -> tuple[float, float]:
        count = self._area.known + self._area.to_repeat + self._area.new
        return whole * self._area.known / count, whole * self._area.to_repeat / count


def _faint(colour: QColor) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(0.22)
    return faint
