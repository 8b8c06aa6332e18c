"""What is said of an answer: right or not, and the facts that say why, each with its status and sources."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QWidget

from viewer.language import tr
from viewer.model.answers.fact_lines import Paragraph
from viewer.model.session.state import ViewState
from viewer.model.training.explaining import reasons
from viewer.model.training.question import Question
from viewer.widgets.chrome import theme
from viewer.widgets.facts.document import Sheet
from viewer.widgets.facts.facts_text import FactsText
from viewer.widgets.facts.leads import Lead


class Explanation(FactsText):
    """Facts that light up as those of the facts page do."""

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._question: Question | None = None
        self._notes: tuple[str, ...] = ()
        self._unfolded: frozenset[Lead] = frozenset()
        self._paper: QTextDocument | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Why"))
        self.folded.connect(self._fold)
        state.atlas_changed.connect(self._write)

    def set_dark(self, dark: bool) -> None:
        """Write in the inks for a dark or a light ground."""
        self._colours = theme.DARK if dark else theme.LIGHT
        self._write()

    def tell(self, question: Question | None, notes: tuple[str, ...] = ()) -> None:
        """Say what there is to note of an answer, and why; nothing of None."""
        self._question, self._notes, self._unfolded = question, notes, frozenset()
        self._write()

    def _write(self) -> None:
        paper = QTextDocument(self)
        paper.setDocumentMargin(0)
        paper.setUndoRedoEnabled(False)
        sheet = Sheet(self._colours, paper, self._unfolded)
        if self._question is not None:
            self._tell(sheet, self._question)
        self._ranges, self._under, self._current, self._leads = sheet.ranges, None, None, sheet.leads
        self.setDocument(paper)
        if self._paper is not None:
            self._paper.deleteLater()
        self._paper = paper

    def _tell(self, sheet: Sheet, question: Question) -> None:
        for words in filter(None, (*self._notes, question.remark)):
            sheet.note(words)
        lines = reasons(self._state.atlas, question)
        if lines:
            sheet.section(Paragraph(tr("Why"), lines), [None for _ in lines])

    def _fold(self, lead: Lead, _open: object) -> None:
        self._unfolded ^= {lead}
        scrolled = self.verticalScrollBar().value()
        self._write()
        self.verticalScrollBar().setValue(scrolled)
