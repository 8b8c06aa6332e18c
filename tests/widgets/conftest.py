"""What tests of widgets share."""

from __future__ import annotations

import pytest

from viewer.model.atlas.atlas import Atlas
from viewer.model.session.state import ViewState


@pytest.fixture
def state(atlas: Atlas) -> ViewState:
    """The state of a session that has just begun, on the real data."""
    return ViewState(atlas)
