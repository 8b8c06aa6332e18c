"""What is alive in the process: memory in use, objects of VTK and of Qt; and whether it became more."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from vtkmodules.vtkCommonCore import vtkObjectBase

GROWTH = 1.05
"""Of the memory, once caches are filled."""
MORE_OBJECTS = 1.10
"""Of VTK's objects once caches are filled, and of Qt's once all pages were made."""
_PAGE = 4096


@dataclass(frozen=True)
class Weight:
    """MiB in use, and how many objects there are of each class."""

    memory: float
    vtk: Counter[str]
    qt: Counter[str]

    def grown(self, before: Weight, filled: bool) -> Iterator[str]:
        """What became too much since; memory and VTK's objects only where caches were ``filled`` then."""
        if filled and self.memory > GROWTH * before.memory:
            yield f"memory grew from {before.memory:.0f} to {self.memory:.0f} MiB"
        if filled and self.vtk.total() > MORE_OBJECTS * before.vtk.total():
            yield f"objects of VTK stay alive: {dict(self.vtk - before.vtk)}"
        if self.qt.total() > MORE_OBJECTS * before.qt.total():
            yield f"objects of Qt stay alive: {dict(self.qt - before.qt)}"

    def __str__(self) -> str:
        return f"{self.memory:.0f} MiB, {self.vtk.total()} objects of VTK, {self.qt.total()} of Qt"


def weight(window: QWidget) -> Weight:
    """Of the process and of what is in a window."""
    return Weight(memory(), vtk_objects(), _qt_objects(window))


def memory() -> float:
    """MiB in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 2**20


def vtk_objects() -> Counter[str]:
    """How many objects of each VTK class Python holds."""
    for reading in (each for each in threading.enumerate() if each.name == "reading annotations"):
        reading.join()  # Python stumbles over tuples in the making that somebody else has a look at
    gc.collect()
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, vtkObjectBase))


def _qt_objects(window: QWidget) -> Counter[str]:
    counted = Counter(one.metaObject().className() for one in window.findChildren(QObject))
    counted["windows"] = len(QApplication.topLevelWidgets())
    return counted
