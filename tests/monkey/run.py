"""Lets a monkey loose for so many actions and says what went wrong, with what it had done last."""

from __future__ import annotations

import faulthandler
import random
import sys
import time
import traceback
from collections import Counter, deque
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests import windows
from tests.monkey import claims, in_the_pages, in_the_view, living, with_the_window
from tests.monkey.faults import Faults
from tests.monkey.world import EDITIONS, World, write
from viewer import paths
from viewer.model.annotations.load import load

TOLD = 20
"""Actions that are told of where something went wrong."""
BURST = 20
"""Actions after which everything is looked at."""
HANGS = 120
"""Seconds for one action after which it hangs: the process ends and says where."""
WARM = 0.25
"""Part of the actions after which memory must not grow."""
WARMED_BY = 1000
"""Actions before which caches still fill."""

DEEDS = {**in_the_view.DEEDS, **in_the_pages.DEEDS, **with_the_window.DEEDS}


class Monkey:
    """``faults`` are what went wrong; the first ends the run."""

    def __init__(self, seed: int, actions: int, folder: Path, diary: TextIO | None = None) -> None:
        self._diary, self._start = diary, time.monotonic()
        self._seed, self._actions = seed, actions
        self._faults, self._last = Faults(), deque[str](maxlen=TOLD)
        write(folder / "annotations.json", EDITIONS["as it was"])
        atlas = load(paths.annotations_file())
        window = windows.open_window(atlas, folder / "settings.ini")
        window.actions_by_id["quit"].setEnabled(False)
        self._world = World(window, folder)
        window.watch(self._world.annotations)
        window.resize(760, 520)

    def run(self) -> list[str]:
        """All that is wrong at the end, or the first thing that was."""
        warm = None
        for number in range(1, self._actions + 1):
            found = self._act(number)
            if not found and number % BURST == 0:
                found = self._look(number)
            if found:
                return self._told(number, found)
            if number == round(self._actions * WARM):
                warm = self._weigh()
            if number % 500 == 0 or number == self._actions:
                _say(f"{number} actions, {time.monotonic() - self._start:.0f} s, {living.memory():.0f} MiB")
        return [] if warm is None else self._compare(warm)

    def _act(self, number: int) -> list[str]:
        """One action, thrown for by its own dice: other actions before it change nothing of that."""
        world = self._world
        world.dice = random.Random(f"{self._seed}/{number}")
        deed = world.dice.choices(list(DEEDS), list(DEEDS.values()))[0]
        self._last.append(f"{number} {deed.__name__}")
        faulthandler.dump_traceback_later(HANGS, exit=True)
        try:
            self._last[-1] += f": {deed(world)}"
            QApplication.processEvents()
            _put_menus_away()
        except Exception:
            return [traceback.format_exc(), *self._faults.found()]
        finally:
            faulthandler.cancel_dump_traceback_later()
            self._write_down(self._last[-1])
        return self._faults.found()

    def _write_down(self, words: str) -> None:
        if self._diary is not None:
            self._diary.write(f"{time.monotonic() - self._start:8.2f} {words}\n")
            self._diary.flush()

    def _look(self, number: int) -> list[str]:
        window = self._world.window
        QApplication.processEvents()
        found = [*claims.broken(window)]
        dice = self._world.dice
        found += claims.lost_by_undo(window, 0 if number % (50 * BURST) == 0 else dice.randrange(1, 6))
        QApplication.processEvents()
        return [*found, *claims.broken(window), *self._faults.found()]

    def _weigh(self) -> living.Weight:
        """What is alive where every page was made, nothing is open and everything is as at the start."""
        window = self._world.window
        for dialog in window.findChildren(QDialog):
            dialog.close()
        write(self._world.annotations, EDITIONS["as it was"])
        for name in (one.id for one in reversed(window.panel.pages.names())):
            window.panel.put_away(name)
            window.panel.open(name)
        window.state.start_over()
        for note in window.notes.notes.all():
            window.notes.notes.delete(note.id)
        for _ in range(10):
            QTest.qWait(50)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return living.weight(window)

    def _compare(self, warm: living.Weight) -> list[str]:
        now = self._weigh()
        _say(f"when warm: {warm}; at the end: {now}; memory {now.memory / warm.memory:.3f} times as much")
        return list(now.grown(warm, filled=self._actions * WARM >= WARMED_BY))

    def close(self) -> list[str]:
        """The window goes. Returns what of it stays alive."""
        window, self._world.window = self._world.window, None  # type: ignore[assignment]
        closed = windows.close(window)
        del window
        windows.assert_gone([closed])
        left = living.vtk_objects() - Counter({"vtkStringOutputWindow": 1})  # which listens to VTK's words
        return [f"objects of VTK stay alive without a window: {dict(left)}"] if left else self._faults.found()

    def _told(self, number: int, found: list[str]) -> list[str]:
        again = f"python -m tests.monkey --seed {self._seed} --actions {number}"
        return [*found, f"seed {self._seed}, action {number}; the last {TOLD}:", *self._last, f"again: {again}"]


def _put_menus_away() -> None:
    """As Esc does; a field's own menu comes some time after the press that asked for it."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
