from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.model.atlas.atlas import Atlas
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.widgets.viewport.navigation import HOVER_PAUSE, LONGEST_PAUSE, Navigation, pause_after


@pytest.mark.parametrize(("seconds", "pause"), [(0.0, HOVER_PAUSE), (0.002, HOVER_PAUSE), (0.02, 200)])
def test_what_lies_under_the_pointer_is_looked_up_more_seldom_where_that_takes_long(seconds: float, pause: int) -> None:
    assert pause_after(seconds) == pause


def test_it_is_looked_up_now_and_then_however_long_that_takes(
    qtbot: QtBot, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    navigation = Navigation(widget, ViewState(atlas, View(), widget))
    monkeypatch.setattr(navigation, "_words_at", lambda _: (time.sleep(0.1), "")[1])
    navigation._name()
    assert navigation._hover_timer.interval() == LONGEST_PAUSE
