"""What tests of the list of structures share."""

from __future__ import annotations

import pytest

from viewer.model.session.state import ViewState
from viewer.widgets.structures.structure_list import StructureList


@pytest.fixture
def rows(qtbot, state: ViewState) -> StructureList:
    """The list alone, without a window around it."""
    rows = StructureList(state)
    rows.resize(300, 700)
    qtbot.addWidget(rows)
    rows.show()
    qtbot.waitExposed(rows)
    return rows
