"""What the window can tell of its own troubles: faults in one dialog, the report, the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from viewer.health import places
from viewer.health.faults import Fault
from viewer.health.graphics import Graphics
from viewer.health.often import Often
from viewer.health.privacy import scrubbed
from viewer.language import tr
from viewer.model.notes.notes import Notes
from viewer.model.session.state import ViewState
from viewer.widgets.trouble.trail import Trail

if TYPE_CHECKING:
    from viewer.widgets.trouble.fault_dialog import FaultDialog

GATHERING = 150  # ms in which faults are gathered before they are told


class Reports(QObject):
    """Tells of faults as they come. ``graphics`` and ``crash`` are filled in by whoever finds them out."""

    message = Signal(str)

    def __init__(self, window: QMainWindow, state: ViewState, actions: Mapping[str, QAction], notes: Notes) -> None:
        super().__init__(window)
        self.graphics, self.crash = Graphics(), ""
        self.trail = Trail(state, actions.values(), self)
        self._window, self._notes = window, notes
        self._faults: dict[tuple[str, str], Fault] = {}
        self._again = Often()
        self._dialog: FaultDialog | None = None
        self._closed_on: set[tuple[str, str]] = set()
        self._telling = QTimer(self, singleShot=True, interval=GATHERING)
        self._telling.timeout.connect(self._tell)
        actions["show_log"].triggered.connect(self.show_log)
        actions["copy_report"].triggered.connect(self.copy_report)

    def take(self, fault: Fault) -> None:
        """Tell of a fault, soon: one may come amid drawing, and a thousand at once."""
        key = (fault.kind, fault.place)
        self._faults.pop(key, None)
        self._faults[key] = fault
        if not self._telling.isActive():
            self._telling.start()

    def report(self) -> str:
        """The text that a person may send."""
        from viewer.health.report import report

        return report(self._faults.values(), self.trail.deeds(), self.graphics, self.crash, self._private())

    def copy_report(self) -> None:
        """Put the report onto the clipboard."""
        QGuiApplication.clipboard().setText(self.report())
        self.message.emit(tr("The report is copied: paste it where you want to send it from"))

    def show_log(self) -> None:
        """Show the end of the log."""
        from viewer.widgets.trouble.log_dialog import LogDialog

        LogDialog(places.log_file(), self._window).open()

    def _tell(self) -> None:
        """All in one dialog. A kind that was there when it was closed opens it no more: a line is enough for it."""
        faults = list(self._faults.values())
        if self._dialog is None and self._faults.keys() <= self._closed_on:
            if self._again.count(faults[-1].place):
                self.message.emit(tr("It went wrong again: {fault}").format(fault=scrubbed(faults[-1].words)))
            return
        if self._dialog is None:
            from viewer.widgets.trouble.fault_dialog import FaultDialog

            self._dialog = FaultDialog(self.report, self._window)
            self._dialog.finished.connect(self._let_go)
        self._dialog.show_faults(faults)
        if not self._dialog.isVisible():
            self._dialog.show()

    def _let_go(self) -> None:
        self._dialog = None
        self._closed_on |= self._faults.keys()

    def _private(self) -> Iterable[str]:
        return [note.text for note in self._notes.all()]
