"""Looks at what may bring a process down, in a process of its own: Qt, the display, the graphics driver.

It says what it has seen line by line, so that what was seen before a crash is known.
"""

from __future__ import annotations

import json
import sys

STAGES = ("folders", "screens", "graphics")


def run() -> int:
    """Say everything on the standard output, a JSON object in each line. Returns the exit code."""
    from viewer.health import places
    from viewer.model.session import settings

    _say("folders", {"data": str(places.data_folder()), "log": str(places.log_file().parent),
                     "settings": str(settings.usual_file())})  # fmt: skip
    _look()
    return 0


def _look() -> None:
    from PySide6.QtGui import QGuiApplication, QSurfaceFormat

    from viewer.health import graphics
    from viewer.health.screens import screens
    from viewer.widgets.viewport.surface import surface_format

    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QGuiApplication(sys.argv[:1])
    _say("screens", {"platform": application.platformName(), "screens": screens()})
    context = graphics.context((1, 0))
    seen = graphics.graphics(context) if context is not None else graphics.Graphics()
    suffices = context is not None and context.format().version() >= graphics.NEEDED
    _say("graphics", {**vars(seen), "suffices": suffices, "by_processor": seen.by_processor})


def _say(stage: str, seen: dict[str, object]) -> None:
    print(json.dumps({stage: seen}), flush=True)  # noqa: T201
