"""The program from its start to its first complete frame, as a user meets it: says ``shown``, ``drawn``, and ends.

Arguments are the program's own.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from viewer import app, qt

qt.bring_in()

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


def main() -> int:
    """Starts it, watched. Returns its exit code."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - as late as the program has it

    from viewer import window  # noqa: PLC0415

    class Watched(window.Window):
        """The main window; it says how far it is."""

        def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
            """The window stands once its first events are done."""
            super().showEvent(event)
            QTimer.singleShot(0, lambda: say("shown"))

        def begin(self, first_view: str | None = None) -> None:
            """Say when there is something to see; close when all is there."""
            self.viewport.loaded.connect(self._tell_drawn)
            self.viewport.completed.connect(lambda: QTimer.singleShot(0, self.close))
            super().begin(first_view)

        def _tell_drawn(self) -> None:
            self.viewport.picture()
            say("drawn")

    window.Window = Watched  # type: ignore[misc]
    return app.main(sys.argv[1:])


def say(word: str) -> None:
    """Tell whoever measures."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
