"""What is alive in the process: memory in use, objects of VTK and of Qt."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from vtkmodules.vtkCommonCore import vtkObjectBase

_PAGE = 4096


def memory() -> float:
    """MiB in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 2**20


def vtk_objects() -> Counter[str]:
    """How many objects of each VTK class Python holds."""
    for reading in (each for each in threading.enumerate() if each.name == "reading annotations"):
        reading.join()  # Python stumbles over tuples in the making that somebody else has a look at
    gc.collect()
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, vtkObjectBase))


def qt_objects(window: QWidget) -> Counter[str]:
    """How many objects of each Qt class are in a window, and windows in the program."""
    gc.collect()
    counted = Counter(one.metaObject().className() for one in window.findChildren(QObject))
    counted["windows"] = len(QApplication.topLevelWidgets())
    return counted
