"""Lets a monkey loose on two screens of its own: ``python -m tests.monkey --seed 7 --actions 20000``."""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import tempfile
import traceback
from pathlib import Path

from tests.monkey.screens import two_screens


def main() -> int:
    """Returns 0 where all went well, 1 where something did not; what it was is printed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--actions", type=int, default=600)
    parser.add_argument("--diary", type=argparse.FileType("w"), help="a file to write down every action in")
    asked = parser.parse_args()
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as folder, two_screens():
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = folder
        return _let_loose(asked, Path(folder))


def _let_loose(asked: argparse.Namespace, folder: Path) -> int:
    from PySide6.QtGui import QSurfaceFormat
    from PySide6.QtWidgets import QApplication

    from viewer.widgets.viewport.surface import surface_format

    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication(sys.argv[:1])
    from tests.monkey.run import Monkey

    try:
        monkey = Monkey(asked.seed, asked.actions, folder, asked.diary)
        found = monkey.run() or monkey.close()
    except Exception:
        found = [traceback.format_exc()]
    sys.stdout.write("".join(f"{words}\n" for words in found))
    sys.stdout.flush()
    if found:
        os._exit(1)  # whatever is wrong with the window must not keep its words from being read
    application.shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
