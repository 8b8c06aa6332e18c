"""Qt without a screen, for painting pages in a process that has none."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QFontDatabase, QGuiApplication

from viewer.arguments import Refused
from viewer.language import tr


def begin() -> QGuiApplication:
    """The application without which Qt writes nothing; keep it. Raises Refused where there is no font to write with."""
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        if sys.platform.startswith("linux"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication(sys.argv[:1])
    if not QFontDatabase.families():
        raise Refused(tr("there is no font to write with. On Debian or Ubuntu type:") + f"\n  {_COMMAND}")
    return application


_COMMAND = "sudo apt-get install -y fonts-liberation"
