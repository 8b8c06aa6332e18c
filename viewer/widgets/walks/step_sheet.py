"""A step laid out as a document: its drawing, then what it says under small headings, each with status and sources.

Plain text is put in piece by piece, so nothing in it can run or load.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    Qt,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)

from viewer.model.atlas.atlas import Atlas, Status
from viewer.model.walks.telling import by_purpose, named, purpose_words, said_by
from viewer.model.walks.walk import Purpose, Statement, Step
from viewer.widgets.chrome import icons, theme
from viewer.widgets.chrome.theme import STEP

ICON = 18  # pixels
SIGNS = "◆●▲"
"""Before the names of structures side by side, for those who do not tell their colours apart."""


class StepSheet:
    """Writes into a document that is empty. ``scale`` is how many pixels of the screen a pixel is."""

    def __init__(self, document: QTextDocument, colours: theme.Colours, scale: float) -> None:
        self._document, self._colours, self._scale = document, colours, scale
        self._cursor = QTextCursor(document)
        self._first = True

    def drawing(self, picture: QImage, words: str) -> None:
        """The drawing in the middle of the line; ``words`` are for those who do not see it."""
        self._block(0, STEP, Qt.AlignmentFlag.AlignHCenter)
        self._picture("drawing", picture, words)

    def step(self, step: Step, atlas: Atlas) -> None:
        """All that a step says."""
        for purpose, statements in by_purpose(step):
            self._heading(purpose)
            for said in statements:
                if not said.of:
                    self._statement(said, atlas)
            if any(said.of for said in statements):
                self._side_by_side([said for said in statements if said.of], atlas)

    def _side_by_side(self, says: list[Statement], atlas: Atlas) -> None:
        """A column for each structure that something is said of, headed by its name."""
        names = list(dict.fromkeys(said.of for said in says))
        inks = (self._colours.accent, self._colours.partly, self._colours.tradition)
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellPadding(STEP // 2)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = QTextLength(QTextLength.Type.PercentageLength, 100 / len(names))
        shape.setColumnWidthConstraints([share] * len(names))
        table = self._cursor.insertTable(1, len(names), shape)
        for column, name in enumerate(names):
            self._cursor = table.cellAt(0, column).firstCursorPosition()
            self._first = True
            self._block(0, 0)
            head = f"{SIGNS[column % len(SIGNS)]} {named(atlas, name)}"
            self._cursor.insertText(head, self._letters(theme.BODY, inks[column % len(inks)], bold=True))
            for said in says:
                if said.of == name:
                    self._statement(said, atlas)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._first = True

    def _heading(self, purpose: Purpose) -> None:
        colour = self._colours.disputed if purpose in (Purpose.CAUTION, Purpose.WRONG) else self._colours.accent
        self._block(2 * STEP, STEP // 4)
        picture = icons.marked(f"say_{purpose}", colour).pixmap(QSize(ICON, ICON), self._scale).toImage()
        self._picture(f"say_{purpose}", picture, "")
        self._cursor.insertText(f"\N{NO-BREAK SPACE}{purpose_words(purpose)}", self._letters(theme.BODY, colour, True))

    def _statement(self, said: Statement, atlas: Atlas) -> None:
        self._block(STEP // 2, 0)
        self._cursor.insertText(
            said.text.replace("\n", "\N{LINE SEPARATOR}"), self._letters(theme.BODY, self._colours.ink)
        )
        self._block(STEP // 4, STEP // 2)
        words, _, sources = said_by(atlas, said).partition(" · ")
        self._cursor.insertText(words, self._letters(theme.CAPTION, self._status_ink(said.status)))
        self._cursor.insertText(f" · {sources}", self._letters(theme.CAPTION, self._colours.quiet))

    def _status_ink(self, status: Status) -> str:
        c = self._colours
        return {Status.DISPUTED: c.disputed, Status.TRADITION: c.tradition, Status.PARTLY: c.partly}.get(
            status, c.quiet
        )

    def _letters(self, scale: float, colour: str, bold: bool = False) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setFont(theme.sized(scale, bold))
        letters.setForeground(QColor(colour))
        return letters

    def _block(self, above: int, below: int, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setBottomMargin(below)
        block.setAlignment(alignment)
        if self._first:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._first = False

    def _picture(self, name: str, picture: QImage, words: str) -> None:
        url = QUrl(f"sheet:{name}")
        self._document.addResource(QTextDocument.ResourceType.ImageResource, url, picture)
        shown = QTextImageFormat()
        shown.setName(url.toString())
        shown.setWidth(picture.deviceIndependentSize().width())
        shown.setHeight(picture.deviceIndependentSize().height())
        shown.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        shown.setProperty(QTextImageFormat.Property.ImageAltText, words)
        self._cursor.insertImage(shown)
