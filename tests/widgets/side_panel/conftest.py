"""A window for tests of the side panel; its scene is not begun, since nothing needs to be seen in 3D."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.widgets.side_panel.panel_window import opened
from viewer.model.atlas.atlas import Atlas
from viewer.window import Window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture
def window(qtbot, atlas: Atlas, file: Path) -> Window:
    window = opened(atlas, file)
    qtbot.addWidget(window)
    return window
