"""A window that is shared by the tests of a file of training."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.windows import activate
from viewer.window import Window


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    """The shared window; whatever round is on ends after."""
    shared[0].resize(760, 480)
    activate(shared[0])
    yield shared[0]
    shared[0].training.course.leave()
    shared[0].panel.close_page()
    request.node.funcargs.clear()
