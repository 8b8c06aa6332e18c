"""The program's icons: strokes in SVG files, drawn in the ink of the current palette at whatever size is asked for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from viewer import paths


def icon(name: str) -> QIcon:
    """An icon by the name of its file; it follows the palette, so it needs no second look in the dark."""
    return QIcon(_Strokes((paths.icons_folder() / f"{name}.svg").read_text(encoding="utf-8")))


def marked(name: str, colour: str) -> QIcon:
    """An icon in a colour of its own, for what must not be overlooked."""
    svg = (paths.icons_folder() / f"{name}.svg").read_text(encoding="utf-8")
    return QIcon(_Strokes(svg.replace("#000", colour)))


def letter(text: str) -> QIcon:
    """An icon that is one letter, for the standard views."""
    return QIcon(_Letter(text))


class _Strokes(QIconEngine):
    """Paints an SVG whose strokes are black in the palette's ink instead."""

    def __init__(self, svg: str) -> None:
        super().__init__()
        self._svg = svg

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the strokes into ``rect``."""
        svg = self._svg.replace("#000", _ink(mode, state).name())
        QSvgRenderer(QByteArray(svg.encode())).render(painter, rect.toRectF())

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a transparent picture."""
        return _on_transparent(self, size, mode, state)

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for when icons are shared."""
        return _Strokes(self._svg)


class _Letter(QIconEngine):
    """Paints one letter in the palette's ink."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the letter into the middle of ``rect``."""
        font = QApplication.font()
        font.setPixelSize(round(rect.height() * 0.78))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(_ink(mode, state))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The letter as a transparent picture."""
        return _on_transparent(self, size, mode, state)

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for when icons are shared."""
        return _Letter(self._text)


def _ink(mode: QIcon.Mode, state: QIcon.State) -> QColor:
    palette = QApplication.palette()
    if mode is QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    role = QPalette.ColorRole.Accent if state is QIcon.State.On else QPalette.ColorRole.ButtonText
    return palette.color(role)


def _on_transparent(engine: QIconEngine, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    engine.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
    painter.end()
    return picture
