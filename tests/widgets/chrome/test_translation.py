"""The program's own words can be translated: none is forgotten, and a window speaks what a translation says."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QLocale, QModelIndex
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from tests.invented_language import CLOSE, INVENTED, OPEN, TEMPLATE, invent, tool
from viewer import language, paths
from viewer.model.answers.fact_lines import reference
from viewer.model.atlas.atlas import Atlas
from viewer.window import Window

ROOT = Path(__file__).resolve().parents[3]
LOCALE = QLocale(INVENTED)
ALSO_GATHERED = ("-tr-function-alias", "QT_TR_NOOP+=mark")
QT_OWN = {"Close", "Float", "Cancel"}  # translated by Qt, which does not know the invented language
KEEP = QT_OWN | {
    "Iliopsoas",
    "Ctrl",
    "Shift",
    "Esc",
    "Home",
    "Alt",
    "PgUp",
    "PgDown",
    "Backspace",
    "FMA",
    "PNG",
    "English",
    "Latina",
    "Deutsch",
    "Español",
}
COMMANDS = (
    "compare",
    "walks",
    "finger",
    "train",
    "progress",
    "notes",
    "class_of_bodies",
    "sources",
    "show_help",
    "show_about",
    "root_levels",
    "where_it_hurts",
    "lessons",
    "add_scene",
    "section",
    "draw",
    "handout",
    "take_page",
    "share",
)


def messages(file: Path) -> set[tuple[str, str]]:
    """(context, text) of every message."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_text_of_the_program_stands_in_the_template(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    sources = [str(path) for path in sorted((ROOT / "viewer").rglob("*.py"))]
    done = subprocess.run(
        [tool("pyside6-lupdate"), *ALSO_GATHERED, "-locations", "none", *sources, "-ts", str(fresh)],
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert messages(TEMPLATE) == messages(fresh), "type: make translations"


@pytest.fixture
def in_invented_language(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    invent(tmp_path)
    assert language.speak(tmp_path, LOCALE)
    at_work = language.teach(qapp, LOCALE)
    yield
    language.speak_english()
    for one in at_work:
        qapp.removeTranslator(one)
        one.deleteLater()


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """(where, words) of everything that a window says of itself."""
    for action in root.findChildren(QAction):
        yield from (("action", action.text()), ("action's tooltip", action.toolTip()), ("tip", action.statusTip()))
    for widget in (root, *root.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}"
        yield from ((f"{where} name", widget.accessibleName()), (f"{where} tooltip", widget.toolTip()))
        yield from ((where, text) for kind, read in SAID.items() if isinstance(widget, kind) for text in read(widget))


def rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """What every cell of a tree, list or table says."""
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            yield str(model.index(row, column, parent).data() or "")
        yield from rows(model, model.index(row, 0, parent))


SAID: Mapping[type[QWidget], Callable[[Any], Iterable[str]]] = {
    QLabel: lambda label: [label.text()],
    QAbstractButton: lambda button: [button.text()],
    QLineEdit: lambda field: [field.placeholderText()],
    QGroupBox: lambda box: [box.title()],
    QMenu: lambda menu: [menu.title()],
    QDialog: lambda dialog: [dialog.windowTitle()],
    QTextEdit: lambda page: page.toPlainText().splitlines(),
    QAbstractItemView: lambda view: rows(view.model(), QModelIndex()),
}


def content(atlas: Atlas) -> list[str]:
    """What stands in annotations, walks and lessons or follows from it, longest first: no word of the program's own."""
    files = (paths.annotations_file(), *(ROOT / "viewer").glob("*s/*.json"))
    found = {str(one) for file in files for one in strings(json.loads(file.read_text(encoding="utf-8")))}
    for structure in atlas.known.values():
        found |= {structure.title, structure.group}
    found |= {text for source in atlas.sources.values() for text in (source.short, reference(source))} | {
        one[:1].lower() + one[1:] for one in found
    }
    found |= {_capital(variation.name) for variation in atlas.variations.values()}
    return sorted((one.replace("&", "") for one in found if len(one) > 2), key=len, reverse=True)


def strings(told: object) -> Iterator[str]:
    if isinstance(told, dict):
        yield from (text for value in told.values() for text in strings(value))
    elif isinstance(told, list):
        yield from (text for value in told for text in strings(value))
    elif isinstance(told, str):
        yield told


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def untranslated(text: str, known: list[str]) -> list[str]:
    """Words of a text that neither a translator nor the annotations put there."""
    inner = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
    while inner.search(text):
        text = inner.sub("", text)
    for one in known:
        if one in text:
            text = text.replace(one, "")
    return [word for word in re.findall(r"[^\W\d_]{3,}", text) if word not in KEEP]


def test_a_window_speaks_nothing_but_what_a_translation_says(
    in_invented_language: None, open_window: Callable[..., Window], atlas: Atlas
) -> None:
    window, known = open_window(), content(atlas)
    left = english(known)
    for name in COMMANDS:
        window.actions_by_id[name].trigger()
        left |= english(known)
    window.state.select("psoas_major_right")
    left |= english(known)
    for root in QApplication.topLevelWidgets():
        if isinstance(root, QDialog):
            root.close()
    assert "\n".join(sorted(left)) == ""


def english(known: list[str]) -> set[str]:
    """What all windows say now and no translation or annotation does, with its place."""
    roots = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window | QDialog)]
    said = {found for root in roots for found in texts(root)}
    return {f"{where}: {text}" for where, text in said if untranslated(text.replace("&", ""), known)}


def test_a_system_in_another_language_is_spoken_english_to(qapp: QApplication, tmp_path: Path) -> None:
    assert not language.speak(tmp_path, LOCALE)
    assert language.teach(qapp, LOCALE) == ()
