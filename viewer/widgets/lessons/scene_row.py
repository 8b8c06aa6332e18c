"""How a scene looks in the list of a lesson: a small picture, its number and title, and what is special about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.language import tr
from viewer.widgets.chrome import theme

PAD = theme.STEP
WIDE, NARROW = 160, 104  # pixels of a picture's width
SHARE = 0.42
"""Of the list's width that a picture takes."""
ROUND = 6.0
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """What is told of a scene; ``on`` while the class sees it."""

    number: int
    title: str
    holds: tuple[str, ...]
    on: bool
    picture: QPixmap | None

    @property
    def aloud(self) -> str:
        """The same in words."""
        told = tr("Scene {number}: {title}").format(number=self.number, title=self.title)
        return ", ".join((told, *self.holds, *((tr("on now"),) if self.on else ())))


class SceneRow(QStyledItemDelegate):
    """Paints ``rows``, which stand beside the list's items: what these hold is copied when they are dragged."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """As high as its picture, or its words where letters are large."""
        width = _width(option)
        lines = 2 * QFontMetrics(_title_font()).lineSpacing() + 2 * QFontMetrics(_small_font()).lineSpacing()
        return QSize(width, max(_picture_size(width).height(), lines) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        if not 0 <= index.row() < len(self.rows):
            return
        row = self.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, row)
        inside = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        size = _picture_size(option.rect.width())
        frame = QRect(inside.topLeft(), size)
        _paint_picture(painter, option, frame, row)
        _paint_words(painter, option, inside.adjusted(size.width() + PAD + 2, 0, 0, 0), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        palette, rect = option.palette, QRectF(option.rect).adjusted(1, 1, -1, -1)
        state = option.state
        accent = palette.color(QPalette.ColorRole.Highlight)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(_faint(accent, 56))
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(accent if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, ROUND, ROUND)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(palette.color(QPalette.ColorRole.Button))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, ROUND, ROUND)
        if row.on:
            painter.setBrush(accent)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(rect.left(), rect.top() + PAD, 4, rect.height() - 2 * PAD), 2, 2)


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else int(WIDE / SHARE)


def _picture_size(width: int) -> QSize:
    wide = round(max(NARROW, min(WIDE, SHARE * width)))
    return QSize(wide, round(wide * 11 / 16))


def _title_font() -> QFont:
    return theme.sized(theme.BODY, bold=True)


def _small_font() -> QFont:
    return theme.sized(theme.CAPTION)


def _faint(colour: QColor, alpha: int) -> QColor:
    faint = QColor(colour)
    faint.setAlpha(alpha)
    return faint


def _paint_picture(painter: QPainter, option: QStyleOptionViewItem, frame: QRect, row: Row) -> None:
    palette = option.palette
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(frame), ROUND, ROUND)
    painter.save()
    painter.setClipPath(shape)
    if row.picture is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(frame, row.picture)
    else:
        painter.fillRect(frame, palette.color(QPalette.ColorRole.Button))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(theme.sized(theme.DISPLAY))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, str(row.number))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.drawPath(shape)


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: Row) -> None:
    palette = option.palette
    title, small = QFontMetrics(_title_font()), QFontMetrics(_small_font())
    words = f"{row.number}  {row.title}"
    lines = _lines(title, words, room.width(), 2)
    y = room.top()
    painter.setFont(_title_font())
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    for line in lines:
        painter.drawText(room.left(), y + title.ascent(), line)
        y += title.lineSpacing()
    painter.setFont(_small_font())
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    if row.on:
        painter.setPen(palette.color(QPalette.ColorRole.Link))
    told = " · ".join((*((tr("on now"),) if row.on else ()), *row.holds))
    for line in _lines(small, told, room.width(), max(1, (room.bottom() - y) // small.lineSpacing())):
        painter.drawText(room.left(), y + PAD // 2 + small.ascent(), line)
        y += small.lineSpacing()


def _lines(metrics: QFontMetrics, text: str, width: int, most: int) -> list[str]:
    """The text on so many lines, the last one shortened."""
    lines: list[str] = []
    left = text.split(" ")
    while left and len(lines) < most - 1:
        count = next((n for n in range(len(left), 1, -1) if metrics.horizontalAdvance(" ".join(left[:n])) <= width), 1)
        lines.append(metrics.elidedText(" ".join(left[:count]), Qt.TextElideMode.ElideRight, width))
        left = left[count:]
    return [*lines, metrics.elidedText(" ".join(left), Qt.TextElideMode.ElideRight, width)] if left else lines
