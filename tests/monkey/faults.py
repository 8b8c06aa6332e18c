"""Whatever counts as a fault while a monkey is at work: errors that nobody caught, and words of Python, Qt and VTK."""

from __future__ import annotations

import sys
import threading
import traceback
import warnings
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from vtkmodules.vtkCommonCore import vtkOutputWindow, vtkStringOutputWindow


class Faults:
    """Takes over every way in which something can be said to have gone wrong. ``told`` is all that was said."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self._vtk = vtkStringOutputWindow()
        vtkOutputWindow.SetInstance(self._vtk)
        sys.excepthook = self._raised
        sys.unraisablehook = lambda lost: self.told.append(f"unraisable: {lost.exc_value!r} in {lost.object!r}")
        threading.excepthook = lambda lost: self.told.append(f"in a thread: {lost.exc_value!r}")
        qInstallMessageHandler(self._qt)
        warnings.simplefilter("always")
        warnings.showwarning = self._warned

    def found(self) -> list[str]:
        """All that was said since the last time."""
        if vtk := self._vtk.GetOutput():
            self.told.append(f"VTK: {vtk}")
            vtkOutputWindow.SetInstance(fresh := vtkStringOutputWindow())
            self._vtk = fresh
        told, self.told = self.told, []
        return told

    def _warned(self, words: object, _kind: object, file: str, line: int, *_: object) -> None:
        self.told.append(f"{file}:{line}: {words}")

    def _raised(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        self.told.append("".join(traceback.format_exception(kind, fault, trace)))

    def _qt(self, kind: QtMsgType, _: QMessageLogContext, words: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self.told.append(f"Qt: {words}")
