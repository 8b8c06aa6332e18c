"""Has this same program make a file in another process, so that the window goes on whatever that takes.

The other process says how far it is in lines of its standard output ("progress 3 10"), and what is wrong on its
standard error, with the exit code 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from viewer.language import tr
from viewer.model.whole_file import forget_unfinished

PATIENCE = 180_000  # ms without a word until it is taken to hang
REFUSED = 2
VOICE = "iliopsoas: "
"""With which the program begins what it tells."""


class Making(QObject):
    """One file on its way. ``progressed`` tells how many parts are done, and of how many; then comes one of these: the
    file is there (``finished``), or there is none and words why (``failed``), or it was given up (``cancelled``).
    """

    progressed = Signal(int, int)
    finished = Signal(Path)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, words: Sequence[str | Path], goal: Path, parent: QObject, patience: int = PATIENCE) -> None:
        """The program is asked for ``goal`` with these arguments; ``patience`` is in ms."""
        from viewer.health import itself

        super().__init__(parent)
        self._goal, self._heard, self._complaint = goal, "", ""
        self._over = False
        self._process = itself.beside([str(word) for word in words], self)
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.readyReadStandardError.connect(self._hear_complaint)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail_to_start)
        self._waiting = QTimer(self, singleShot=True, interval=patience)
        self._waiting.timeout.connect(self._give_up)
        parent.destroyed.connect(self._abandon)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self._abandon)

    def start(self) -> None:
        """Let the other process begin."""
        self._waiting.start()
        self._process.start()

    @property
    def remarks(self) -> str:
        """What it told beside: of what could not be drawn, say. A line for each."""
        lines = (line.removeprefix(VOICE) for line in self._complaint.splitlines() if line.startswith(VOICE))
        return "\n".join(lines)

    def cancel(self) -> None:
        """Stop at once; nothing is left of what was begun."""
        if not self._over:
            self._stop()
            self.cancelled.emit()

    def _hear(self) -> None:
        *lines, self._heard = (self._heard + _text(self._process.readAllStandardOutput().data())).split("\n")
        for line in lines:
            match line.split():
                case ["progress", done, total] if done.isdecimal() and total.isdecimal():
                    self._waiting.start()
                    self.progressed.emit(int(done), int(total))

    def _hear_complaint(self) -> None:
        self._complaint += _text(self._process.readAllStandardError().data())

    def _end(self, code: int) -> None:
        if self._over:
            return
        crashed = self._process.exitStatus() is self._process.ExitStatus.CrashExit
        self._hear()
        self._hear_complaint()
        self._stop()
        if crashed or code not in (0, REFUSED):
            self.failed.emit(tr("What was making it ended unexpectedly, and nothing was written. Please try again."))
        elif code == REFUSED or not self._goal.exists():
            self.failed.emit(self._refusal() or tr("Nothing was written, and no reason was told."))
        else:
            self.finished.emit(self._goal)

    def _refusal(self) -> str:
        """What it told last, which may have several lines."""
        return self._complaint[max(self._complaint.rfind(VOICE), 0) :].removeprefix(VOICE).strip()

    def _fail_to_start(self) -> None:
        if not self._over and self._process.state() is self._process.ProcessState.NotRunning:
            why = self._process.errorString()
            if self._process.error() is self._process.ProcessError.FailedToStart:
                self._stop()
                self.failed.emit(tr("It could not be begun: {why}.").format(why=why))

    def _give_up(self) -> None:
        self._stop()
        self.failed.emit(tr("It did not go on, so it was stopped. Nothing was written. Please try again."))

    def _abandon(self) -> None:
        if not self._over:
            self._stop()

    def _stop(self) -> None:
        """No process, no half file."""
        self._over = True
        self._waiting.stop()
        if self._process.state() is not self._process.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished()
            forget_unfinished(self._goal)


def _text(data: bytes | bytearray | memoryview) -> str:
    return bytes(data).decode("utf-8", "replace").replace("\r\n", "\n")
