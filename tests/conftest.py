"""What all tests share: a screen, the real data, and windows that must be gone when their test ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import system_packages, workers
from tests.virtual_screen import NoScreenError, virtual_screen
from viewer import paths, system_libraries
from viewer.arguments import Refused
from viewer.model.atlas.atlas import Atlas

settings.register_profile("any machine", deadline=None)  # a busy one is no fault of what is tested
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long the tests look that try things by chance."""
    parser.addoption("--thorough", action="store_true", help="tests by chance try 25 times as many things")


@pytest.fixture(scope="session")
def many(request: pytest.FixtureRequest) -> int:
    """How many times more than usual is to be tried by chance: 1, or 25 with --thorough."""
    return 25 if request.config.getoption("--thorough") else 1


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Before pytest-qt brings in Qt: the system libraries that it cannot do without."""
    try:
        system_packages.ensure(system_libraries.FOR_A_WINDOW)
    except Refused as refusal:
        pytest.exit(str(refusal), returncode=2)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """How many processes the tests share."""
    return workers.usual_number(config)


def pytest_xdist_setupnodes() -> None:
    """Before the first of them starts."""
    workers.share_the_cores()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The order in which workers take the files."""
    if workers.is_one(config):
        workers.put_long_ones_first(items)


@pytest.fixture(scope="session")
def screen(pytestconfig: pytest.Config) -> Iterator[None]:
    """A screen: the one there is, else a virtual one; each of several workers has a virtual one to itself."""
    alone = not workers.is_one(pytestconfig)
    if (alone and os.environ.get("DISPLAY")) or not sys.platform.startswith("linux"):
        yield
        return
    try:
        with virtual_screen() as name, pytest.MonkeyPatch.context() as patch:
            patch.setenv("DISPLAY", name)
            yield
            _end_application()
    except NoScreenError as error:
        pytest.fail(str(error))


def _end_application() -> None:
    """Qt ends the process when its screen goes first."""
    from PySide6.QtCore import QCoreApplication

    if (application := QCoreApplication.instance()) is not None:
        application.shutdown()


@pytest.fixture(scope="session")
def qapp_args(screen: None) -> list[str]:
    """pytest-qt starts its application with these, so the screen and the surface format come first."""
    from PySide6.QtGui import QSurfaceFormat

    from viewer.widgets.viewport.surface import surface_format

    QSurfaceFormat.setDefaultFormat(surface_format())
    return ["iliopsoas"]


@pytest.fixture(scope="session", autouse=True)
def nobody_s_notes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The notes of whoever runs the tests are neither read nor written."""
    from viewer.model.notes import notes

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notes, "usual_file", lambda: tmp_path_factory.mktemp("notes") / "notes.json")
        yield


@pytest.fixture
def notes_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the notes of one test are."""
    from viewer.model.notes import notes

    file = tmp_path / "own" / "notes.json"
    monkeypatch.setattr(notes, "usual_file", lambda: file)
    return file


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The real annotations."""
    from viewer.model.annotations.load import load

    return load(paths.annotations_file())


@pytest.fixture
def open_window(request: pytest.FixtureRequest, qapp, atlas: Atlas, tmp_path: Path) -> Iterator[Callable[..., object]]:
    """Opens windows on the real data; each is closed at the end and must then be gone."""
    from tests import windows

    opened, failed_before = [], request.session.testsfailed

    def open_one(**wishes: object) -> object:
        opened.append(windows.open_window(atlas, tmp_path / "settings.ini", **wishes))
        return opened[-1]

    yield open_one
    closed = [windows.close(opened.pop()) for _ in range(len(opened))]
    request.node.funcargs.clear()  # pytest keeps a test's arguments a little longer than this
    if request.session.testsfailed == failed_before:  # a failure's traceback holds on to everything
        windows.assert_gone(closed)


@pytest.fixture(scope="module")
def shared(
    request: pytest.FixtureRequest, qapp, atlas: Atlas, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[object]]:
    """One window for all tests of a file that leave it as they found it: loading takes longer than most of them."""
    from tests import windows

    failed_before = request.session.testsfailed
    held = [windows.open_window(atlas, tmp_path_factory.mktemp("shared") / "settings.ini")]
    yield held
    closed = windows.close(held.pop())
    if request.session.testsfailed == failed_before:
        windows.assert_gone([closed])
