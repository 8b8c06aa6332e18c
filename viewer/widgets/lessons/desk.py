"""What a lesson is made with: the session, the 3D view, the open lesson, the settings and the commands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction

from viewer.model.lessons.giving import Giving
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.viewport.viewport import Viewport


@dataclass(frozen=True)
class Desk:
    """All that the parts of the page share."""

    state: ViewState
    viewport: Viewport
    opened: OpenLesson
    giving: Giving
    settings: Settings
    actions: Mapping[str, QAction]
