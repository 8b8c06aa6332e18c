"""The page of progress from its key to its first frame, with a log of so many answers: says ``opened``.

``python -m benchmarks.practice FILE`` opens the log in a file, ``... FILE fill COUNT`` writes one first.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.start import say

if TYPE_CHECKING:
    from sqlite3 import Connection

CARDS = tuple(f"name:structure_{number}" for number in range(1_500))
NOW = datetime(2026, 3, 2, tzinfo=UTC)


def main() -> None:
    """Fills or opens."""
    file, *more = sys.argv[1:]
    if more:
        fill(Path(file), int(more[1]))
    else:
        open_page(Path(file))


def fill(file: Path, count: int) -> None:
    """Write a log of ``count`` answers, by chance, over two years."""
    from viewer.model.practice.keeping import Keeping  # noqa: PLC0415 - as late as the program has it

    keeping = Keeping(file)
    keeping.do(partial(_answer, count=count))
    keeping.close()


def _answer(db: Connection, count: int) -> None:
    from viewer.model.practice import deeds  # noqa: PLC0415
    from viewer.model.practice.answers import Answer  # noqa: PLC0415

    chance = random.Random(1)
    deeds.add_learner(db, "first", "Me")
    for number in range(count):
        when = NOW - timedelta(days=730 * (1 - number / count))
        right, sure = float(chance.random() < 0.75), chance.randint(1, 3)
        deeds.add_answer(db, "first", Answer(chance.choice(CARDS), right, sure, 9.0, when))


def open_page(file: Path) -> None:
    """Open the page, and say how long it took until it could be read."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    application = QApplication([])
    say("began")
    from viewer.model.practice.practice_log import PracticeLog  # noqa: PLC0415
    from viewer.widgets.practice.progress_page import ProgressPage  # noqa: PLC0415

    titles = {card: card for card in CARDS}
    page = ProgressPage(PracticeLog(file), lambda: titles, lambda: NOW)
    page.show()
    page.grab()
    say("opened")
    while page.plot.plot is None and page.plot.isVisible():
        application.processEvents()
    page.grab()
    say("drawn")


if __name__ == "__main__":
    main()
