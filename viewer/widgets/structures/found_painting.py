"""Paints what a search found besides structures: what was searched for stands out, below it what it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.model.answers.find import FactFound
from viewer.widgets.chrome import theme
from viewer.widgets.structures.found_rows import FIND, FoundRow

_Index = QModelIndex | QPersistentModelIndex
_AROUND = theme.STEP // 2


class FoundPainting(QStyledItemDelegate):
    """Rows of structures as ever; a place in two lines, a part of a sentence in two and what it is about below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """High enough for its lines."""
        usual = super().sizeHint(option, index)
        row = index.data(FIND)
        if not isinstance(row, FoundRow):
            return usual
        first, second = (QFontMetrics(font).lineSpacing() for font in _fonts())
        return QSize(theme.TARGET, _lines(row) * first + second + 2 * _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The ground as the style has it, then the words."""
        row = index.data(FIND)
        if not isinstance(row, FoundRow):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        _write(painter, option.rect.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND), row, option.palette)


def _write(painter: QPainter, room: QRect, row: FoundRow, palette: QPalette) -> None:
    body, caption = _fonts()
    painter.save()
    painter.setClipRect(room)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    _laid_out(row, body, room.width()).draw(painter, QPointF(room.topLeft()))
    painter.setFont(caption)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    metrics = QFontMetrics(caption)
    below = QRect(room.left(), room.bottom() + 1 - metrics.lineSpacing(), room.width(), metrics.lineSpacing())
    painter.drawText(below, 0, metrics.elidedText(row.second, Qt.TextElideMode.ElideRight, room.width()))
    painter.restore()


def _laid_out(row: FoundRow, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(row.first, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.setFormats([_standing_out(*match) for match in row.matches])
    layout.beginLayout()
    for number in range(_lines(row)):
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * QFontMetrics(font).lineSpacing()))
    layout.endLayout()
    return layout


def _standing_out(begin: int, end: int) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = begin, end - begin
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    part.format = look
    return part


def _lines(row: FoundRow) -> int:
    return 2 if isinstance(row.find, FactFound) else 1


def _fonts() -> tuple[QFont, QFont]:
    return theme.sized(theme.BODY), theme.sized(theme.CAPTION)
