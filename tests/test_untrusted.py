"""What docs/security.md promises of the program's own code: what it never imports or calls."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.test_layers import MODULES, imports, within

ROOT = Path(__file__).resolve().parent.parent
VIEWER = {name: file for name, file in MODULES.items() if within(name, "viewer")}

RUNS_WHAT_IT_READS = {"pickle", "marshal", "shelve", "dill", "joblib", "code", "codeop", "runpy", "yaml"}
OPENS_ARCHIVES = {"zipfile", "tarfile", "shutil.unpack_archive", "zipimport"}
WRITES_ARCHIVES = "viewer.drawing.exporting.stl"
"""The one module that may know archives; it opens none."""
SHARES = "viewer.sharing.one_page"
ASKS_ITS_ADDRESS = "viewer.sharing.addresses"
"""The one module that listens to a network, when a teacher has it share a page."""
PHONES = {
    "urllib.request", "http", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "ssl", "webbrowser",
    "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtQml", "PySide6.QtDBus",
    "PySide6.QtGui.QDesktopServices",
}  # fmt: skip
READS_NATIVELY = ("vtkmodules.vtkIOXML", "vtkmodules.vtkIOLegacy", "vtkmodules.vtkIOGeometry", "vtkmodules.vtkIOPLY")
READS_XML_FREELY = {"xml.etree", "xml.dom", "xml.sax", "lxml"}
MAKES_CODE = {"eval", "exec", "compile", "__import__"}
MAKES_PAGES = {"setHtml", "insertHtml", "setMarkdown", "insertMarkdown", "setOpenExternalLinks", "openUrl"}
OPENS_WHAT_WAS_MADE = "viewer.widgets.takeaway.opening"


@pytest.mark.parametrize("module", VIEWER)
def test_a_module_imports_nothing_that_runs_loads_or_phones(module: str) -> None:
    names = imports(VIEWER[module])
    if module == OPENS_WHAT_WAS_MADE:
        names -= {"PySide6.QtGui.QDesktopServices"}
    if module == SHARES:
        names -= {name for name in names if within(name, "http.server")}
    if module == WRITES_ARCHIVES:
        names -= {name for name in names if within(name, "zipfile")}
    barred = (*RUNS_WHAT_IT_READS, *OPENS_ARCHIVES, *PHONES, *READS_NATIVELY, *READS_XML_FREELY)
    assert {name for name in names if any(within(name, one) for one in barred)} == set()


def test_an_archive_is_written_and_none_is_opened() -> None:
    calls = [ast.unparse(node) for node in ast.walk(ast.parse(VIEWER[WRITES_ARCHIVES].read_text(encoding="utf-8")))
             if isinstance(node, ast.Call)]  # fmt: skip
    opened = [call for call in calls if call.startswith("ZipFile(")]
    assert opened == ["ZipFile(whole, 'w', ZIP_DEFLATED, compresslevel=3)"]


def test_only_the_dialog_that_shares_a_page_reaches_what_serves_it() -> None:
    users = {module for module, file in VIEWER.items() if any(within(name, "viewer.sharing") for name in imports(file))}
    assert {user for user in users if not within(user, "viewer.sharing")} == {"viewer.widgets.takeaway.share_dialog"}


def test_sockets_reach_only_this_machine() -> None:
    """A pair within the program, and one that asks the display who serves it."""
    users = {module: file.read_text(encoding="utf-8") for module, file in VIEWER.items()
             if any(within(name, "socket") for name in imports(file))}  # fmt: skip
    assert set(users) <= {"viewer.desktop", "viewer.health.display", ASKS_ITS_ADDRESS, SHARES}
    del users[ASKS_ITS_ADDRESS], users[SHARES]  # tests/sharing says what these do
    used = {found for text in users.values() for found in re.findall(r"socket\.(\w+\([^)]*\)|AF_\w+)", text)}
    assert used <= {"socketpair()", "socket(socket.AF_UNIX)", "AF_UNIX"}
    assert "socketpair()" in used


@pytest.mark.parametrize("module", VIEWER)
def test_a_module_calls_nothing_that_makes_code_or_pages_of_text(module: str) -> None:
    calls = [node for node in ast.walk(ast.parse(VIEWER[module].read_text(encoding="utf-8")))
             if isinstance(node, ast.Call)]  # fmt: skip
    assert {node.func.id for node in calls if isinstance(node.func, ast.Name)} & MAKES_CODE == set()
    allowed = {"openUrl"} if module == OPENS_WHAT_WAS_MADE else set()
    assert {node.func.attr for node in calls if isinstance(node.func, ast.Attribute)} & MAKES_PAGES <= allowed
    unpickling = [word for node in calls for word in node.keywords if word.arg == "allow_pickle"]
    assert all(isinstance(word.value, ast.Constant) and word.value.value is False for word in unpickling)


def test_only_a_file_that_there_is_is_handed_to_the_desktop() -> None:
    source = VIEWER[OPENS_WHAT_WAS_MADE].read_text(encoding="utf-8")
    assert "path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))" in source
    assert source.count("openUrl") == 1


def test_every_promise_names_tests_that_there_are() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", text)
    assert len(named) >= 15
    for file, test in named:
        assert (ROOT / file).is_file(), file
        assert not test or f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), test
