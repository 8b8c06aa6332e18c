"""An empty window of Qt, to compare a start with: says ``shown`` and ends."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget


def main() -> None:
    """Shows it."""
    application = QApplication([])
    window = QWidget()
    window.resize(1280, 720)
    window.show()
    application.processEvents()
    sys.stdout.write("shown\n")


if __name__ == "__main__":
    main()
