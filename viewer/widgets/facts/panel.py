"""The facts of the structure chosen last. Pointing at a fact, or stepping to it, lights its place in the 3D view."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.facts import contents
from viewer.widgets.facts.contents import Page
from viewer.widgets.facts.document import FactRange, Sheet
from viewer.widgets.facts.facts_text import FactsText
from viewer.widgets.facts.leads import Lead, LeadKind
from viewer.widgets.facts.welcome import welcome


class FactsPanel(FactsText):
    """Tells of what is chosen, of a question's answer, or how to begin. ``rewritten`` says that it tells anew."""

    rewritten = Signal()

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._page: Page | None = None
        self._told: QTextDocument | None = None
        self._greeted = False
        self._unfolded: frozenset[Lead] = frozenset()
        self.headings: list[tuple[str, int]] = []
        self.setAccessibleName(tr("Facts"))
        self.setAccessibleDescription(
            tr(
                "Up and Down step through the facts, Enter lights one, Right and Left unfold and fold its sources,"
                " Ctrl+Enter follows its link"
            )
        )
        self.folded.connect(self.unfold)
        state.selection_changed.connect(self.show_selection)
        state.atlas_changed.connect(self._tell_anew)
        state.variants_changed.connect(self._write_again)
        state.names_changed.connect(self._write)
        self.show_selection()

    def set_dark(self, dark: bool) -> None:
        """Write in the inks for a dark or a light ground."""
        self._colours = theme.DARK if dark else theme.LIGHT
        self._write()

    def show_selection(self) -> None:
        """Tell of the structure chosen last; of none, how to choose."""
        self._page = None
        self._write()

    def show_page(self, page: Page) -> None:
        """Tell of something else, until the selection changes."""
        self._page = page
        self._write()

    # Writing --------------------------------------------------------------------------------------------------

    def _write(self) -> None:
        document = QTextDocument(self)
        document.setDocumentMargin(theme.STEP)
        document.setUndoRedoEnabled(False)
        sheet = Sheet(self._colours, document, self._unfolded)
        withheld = contents.withheld() if self._state.view.unnamed else None
        page = withheld or self._page or self._of_selection() or welcome(self._greeted)
        page(sheet, self._state.atlas, self._state.view)
        self._ranges, self._under, self._current = sheet.ranges, None, None
        self.headings, self._leads = sheet.headings, sheet.leads
        self.setDocument(document)
        if self._told is not None:
            self._told.deleteLater()  # the text lets go of it, but leaves it alive
        self._told = document
        self.rewritten.emit()

    def _of_selection(self) -> Page | None:
        titles = [self._state.atlas.structures[name].title for name in self._state.view.selection]
        return contents.structure(self._state.view.selection[-1], titles[:-1]) if titles else None

    def set_greeted(self, greeted: bool = True) -> None:
        """Whether the welcome was put away."""
        self._greeted = greeted
        self._write_again()

    def unfold(self, fold: Lead, open_: bool | None = None) -> None:
        """Unfold or fold a part of the page, or, without ``open_``, the other of the two."""
        if open_ is None or open_ is not (fold in self._unfolded):
            self._unfolded ^= {fold}
            current = self._current
            self._write_again()
            self._current = next((one for one in self._ranges if current and _same(one, current)), None)
            if self._current:
                self.setTextCursor(QTextCursor(self.document().findBlockByNumber(self._current.first)))

    def _tell_anew(self) -> None:
        """The selection from another edition of the annotations, scrolled as it was."""
        self._page = None
        self._write_again()

    def _write_again(self) -> None:
        """The same in another body, scrolled as it was."""
        scrolled = self.verticalScrollBar().value()
        self._write()
        self.verticalScrollBar().setValue(scrolled)

    def go_to_section(self, heading: str) -> None:
        """As ``go_to``, to a section by its heading; nowhere if the page has none of that name."""
        for block in [block for words, block in self.headings if words == heading][:1]:
            self.go_to(block)

    def go_to_fact(self, fact_id: str) -> None:
        """Bring a fact of the page into view, unfolding the part that it is in; nowhere if the page has not got it."""
        for fold in [lead for lead in self._leads if lead.kind is LeadKind.FOLD]:
            if self._range_of(fact_id) is None and fold not in self._unfolded:
                self.unfold(fold, True)
                if self._range_of(fact_id) is None:
                    self.unfold(fold, False)
        if (found := self._range_of(fact_id)) is not None:
            self._current = found
            self._scroll_to(found.first)

    def _range_of(self, fact_id: str) -> FactRange | None:
        return next((one for one in self._ranges if one.fact == fact_id), None)

    def _scroll_to(self, block: int) -> None:
        found = self.document().findBlockByNumber(block)
        self.setTextCursor(QTextCursor(found))
        above = self.document().documentLayout().blockBoundingRect(found).top() - self.viewport().height() / 3
        self.verticalScrollBar().setValue(round(above))

    def go_to(self, block: int) -> None:
        """Put a block of the document at the top, and the keyboard there."""
        found = self.document().findBlockByNumber(block)
        self.setTextCursor(QTextCursor(found))
        top = self.document().documentLayout().blockBoundingRect(found).top()
        self.verticalScrollBar().setValue(round(top))
        self._current = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _same(one: FactRange, other: FactRange) -> bool:
    return (one.fact, one.leads_to) == (other.fact, other.leads_to)
