"""The page of all keys, and who made this of what."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.language import mark, tr
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.actions import MENUS, MOUSE
from viewer.widgets.chrome.command import Command

ABOUT = (
    mark("A 3D anatomy viewer of the lumbar spine, pelvis, femurs and the iliopsoas, for teaching and learning."),
    mark(
        "Every structure was modelled for this program from named landmarks and published measurements. Every fact"
        " names its source, and says where sources disagree.",
    ),
    mark("It is no medical device and gives no advice for diagnosis or treatment."),
    mark("Program: MIT licence. Models and texts: CC BY 4.0."),
)
ON_THE_LEFT = ("&File", "&Edit", "&Window", "&Help")

Section = tuple[str, list[tuple[str, str]]]


class HelpDialog(QDialog):
    """Keys and mouse, by menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys and mouse"))
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setSpacing(5 * theme.STEP)
        for sections in _columns():
            columns.addLayout(_column(sections))
        _fill(self, _scrolled(page))


class AboutBox(QDialog):
    """What the program is, its licences, and ``drawn_by`` whom, where there is something to say of that."""

    def __init__(self, parent: QWidget, drawn_by: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About Iliopsoas"))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(theme.STEP)
        layout.addWidget(_label("Iliopsoas", theme.DISPLAY, bold=True))
        for text in filter(None, (*map(tr, ABOUT), drawn_by)):
            layout.addWidget(_label(text, theme.BODY))
        page.setFixedWidth(52 * theme.STEP)
        _fill(self, page)


def _columns() -> tuple[list[Section], list[Section]]:
    mouse = (tr("Mouse"), [(tr(what), tr(does)) for what, does in MOUSE])
    left = [mouse, *(_section(title) for title in MENUS if title in ON_THE_LEFT)]
    return left, [_section(title) for title in MENUS if title not in ON_THE_LEFT]


def _section(title: str) -> Section:
    return tr(title).replace("&", ""), [_row(one) for one in MENUS[title] if one and one.keys]


def _row(command: Command) -> tuple[str, str]:
    texts = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys]
    keys = tr("{key} or {other}")
    keys = keys.format(key=", ".join(texts[:-1]), other=texts[-1]) if len(texts) > 1 else texts[0]
    return keys, tr(command.text).replace("&", "").removesuffix("…")


def _column(sections: list[Section]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * theme.STEP)
    grid.setVerticalSpacing(theme.STEP // 2)
    for heading, rows in sections:
        title = _label(heading, theme.TITLE, bold=True)
        title.setContentsMargins(0, 2 * theme.STEP if grid.count() else 0, 0, 0)
        grid.addWidget(title, grid.rowCount(), 0, 1, 2)
        for keys, words in rows:
            row = grid.rowCount()
            grid.addWidget(_label(keys, theme.BODY, bold=True), row, 0)
            grid.addWidget(_label(words, theme.BODY), row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    grid.setColumnStretch(1, 1)
    return grid


def _label(text: str, scale: float, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.sized(scale, bold))
    label.setWordWrap(scale == theme.BODY and not bold and len(text) > 60)
    return label


def _scrolled(page: QWidget) -> QScrollArea:
    """The page in a frame that scrolls only where the screen is too small for it."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    room = QGuiApplication.primaryScreen().availableSize() * 0.9
    area.setMinimumSize((page.sizeHint() + QSize(3 * theme.STEP, theme.STEP)).boundedTo(room))
    return area


def _fill(dialog: QDialog, page: QWidget) -> None:
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(3 * theme.STEP, 2 * theme.STEP, 3 * theme.STEP, 2 * theme.STEP)
    layout.addWidget(page)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    buttons.rejected.connect(dialog.close)
    layout.addWidget(buttons)
