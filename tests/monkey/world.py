"""What a monkey has before it: a window on the real data, a copy of the annotations to spoil, a folder, its dice."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from viewer import paths
from viewer.window import Window

LOOK_EVERY = 40  # ms


@dataclass
class World:
    """``dice`` are thrown anew for each action, so that one that is repeated throws the same whatever was before."""

    window: Window
    folder: Path
    dice: random.Random = field(default_factory=random.Random)

    @property
    def annotations(self) -> Path:
        """The file that the window watches."""
        return self.folder / "annotations.json"

    def front(self) -> QWidget:
        """What a hand can reach: a menu that is open, else a dialog that waits, else any window of the program."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        above = application.activePopupWidget() or application.activeModalWidget()
        return above or self.dice.choice(self.windows())

    def windows(self) -> list[QWidget]:
        """The windows that are seen, the main one more than once: most is done there."""
        seen = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowHandle()]
        others = sorted((one for one in seen if one is not self.window), key=lambda one: one.windowTitle())
        return [*[self.window] * 6, *others]

    def keyboard(self) -> QWidget | None:
        """What keys are given to: None where Qt knows, the main window where nothing has the keyboard."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if not (application.activePopupWidget() or application.activeModalWidget() or application.activeWindow()):
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window, 1000)
        popup = application.activePopupWidget()
        if popup is not None and not isinstance(popup, QMenu):
            return None
        front = popup or application.activeModalWidget()  # which may not have been given the keyboard yet
        return front.focusWidget() or front if front else application.focusWidget() or self.window

    def text(self) -> str:
        """Words that somebody may type."""
        structure = self.dice.choice(list(self.window.state.atlas.known.values()))
        names = (structure.english, structure.latin, structure.title, *structure.synonyms)
        odd = ("", " ", "flexion", "groin", "a", "%s {x} <b>", "\u202eabc", "ß ſ İ", "trochanter", "x" * 300, "\n")
        return self.dice.choice((self.dice.choice(names), self.dice.choice(names)[:4], self.dice.choice(odd)))


def target_and_place(widget: QWidget, place: QPoint) -> tuple[QWindow | QWidget, QPoint]:
    """What a hand at a place of a widget touches: the window, and the place in it, kept within its frame."""
    top = widget.window()
    inside = widget.mapTo(top, place)
    x, y = max(0, min(inside.x(), top.width() - 1)), max(0, min(inside.y(), top.height() - 1))
    handle = top.windowHandle()
    known = shiboken6.isValid(handle) and top.windowType() is not Qt.WindowType.Popup  # PySide may give out an old one
    return (handle, QPoint(x, y)) if known else (widget, place)


class Answering:
    """While this context lasts, whatever waits for an answer gets one: a dialog or a menu that lets nothing else go on.

    Each look is a timer of its own: one that has just opened the next dialog would not run again within it.
    """

    def __init__(self, answer: Callable[[QWidget], object]) -> None:
        self._answer, self._on = answer, True

    def __enter__(self) -> None:
        QTimer.singleShot(LOOK_EVERY, self._look)

    def __exit__(self, *_: object) -> None:
        self._on = False

    def _look(self) -> None:
        if self._on:
            QTimer.singleShot(LOOK_EVERY, self._look)
            waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if waiting is not None:
                self._answer(waiting)


def editions() -> dict[str, str]:
    """Contents of the file of annotations: good ones, and ones with every sort of fault."""
    good = paths.annotations_file().read_text(encoding="utf-8")
    fewer, renamed, poor = (json.loads(good) for _ in range(3))
    fewer["variations"] = []
    for one in renamed["structures"]:
        one["english"] = f"{one['english']} again"
    poor["sources"][0].pop("id")
    return {
        "as it was": good,
        "no variations": json.dumps(fewer),
        "other names": json.dumps(renamed),
        "a fault": json.dumps(poor),
        "cut off": good[: len(good) // 2],
        "nothing": "",
        "no annotations": "[]",
    }


EDITIONS = editions()


def write(file: Path, text: str) -> None:
    """As editors do: a new file in the place of the old one."""
    beside = file.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)
