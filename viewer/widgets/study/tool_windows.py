"""What there is to study with beside scene and facts: a class and the sources as dialogs, two structures compared as a
page of the side panel.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from viewer.language import tr
from viewer.model.session.body import Body
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import with_body
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.study.class_dialog import ClassDialog
from viewer.widgets.study.compare_page import ComparePage
from viewer.widgets.study.sources_dialog import SourcesDialog


class ToolWindows(QObject):
    """Makes pages and dialogs. ``gone_to`` is a structure to come close to, and the fact of it to light."""

    gone_to = Signal(str, str)

    def __init__(self, window: QWidget, state: ViewState, panel: SidePanel) -> None:
        super().__init__(window)
        self._window, self._state, self._panel = window, state, panel
        panel.pages.add(PageName("compare", tr("Compare")), self._make_compare)

    def draw_class(self) -> None:
        """A class of bodies of the first variation, if there is any."""
        variation = next(iter(self._state.atlas.variations.values()), None)
        if variation is not None:
            dialog = ClassDialog(self._state.atlas, variation, self._window)
            dialog.opened.connect(self._open_body)
            self._show(dialog)

    def _open_body(self, body: Body) -> None:
        self._state.change(with_body(body))

    def show_sources(self) -> None:
        """All sources, with what cites them."""
        dialog = SourcesDialog(self._state.atlas, self._window)
        dialog.chosen.connect(self._go_to_fact)
        self._show(dialog)

    def close_dialogs(self) -> None:
        """Nothing beside the window tells of anything any longer."""
        for kind in (ClassDialog, SourcesDialog):
            for dialog in self._window.findChildren(kind):
                dialog.close()

    def _make_compare(self) -> ComparePage:
        return ComparePage(self._state, self._panel)

    def _go_to_fact(self, fact_id: str) -> None:
        if self._state.atlas.knows_fact(fact_id):
            self.gone_to.emit(self._state.atlas.fact(fact_id)[0].id, fact_id)

    def _show(self, dialog: QDialog) -> None:
        """Beside the window, which can be used meanwhile."""
        dialog.setModal(False)
        dialog.show()
        dialog.activateWindow()
