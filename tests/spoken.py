"""Everything that a window tells at a moment: to eyes, to a pointer that rests, to a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from viewer.model.answers.search import plain
from viewer.model.atlas.atlas import Structure

OWN_NAME = "iliopsoas"
_WORDS = ("text", "title", "windowTitle", "placeholderText", "toPlainText", "currentText", "toolTip", "statusTip")
_TOLD = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


def told(ignored: tuple[type[QWidget], ...] = ()) -> Iterator[str]:
    """All words of all visible widgets and their actions, rows, and of the accessible tree."""
    for widget in QApplication.allWidgets():
        if widget.isVisible() and not isinstance(widget, ignored):
            yield from _of_widget(widget)
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield from _accessible(QAccessible.queryAccessibleInterface(window))


def names_told(structures: Iterator[Structure] | tuple[Structure, ...]) -> set[tuple[str, str]]:
    """Names of structures, in any language, that stand in anything that is told; each with the words around it."""
    names = {_folded(name) for one in structures for name in one.every_name()} - {OWN_NAME}
    texts = {text for text in told() if text}
    return {(name, text) for text in texts for name in names if _says(_folded(text), name)}


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", plain(text)))


def _says(text: str, name: str) -> bool:
    return f" {name} " in f" {text} "


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from _words(widget)
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    for action in widget.actions():
        if action.isVisible():
            yield from _words(action)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rows(widget, widget.rootIndex())


def _words(one: QWidget | QAction) -> Iterator[str]:
    for name in _WORDS:
        read = getattr(one, name, None)
        if callable(read):
            try:
                yield str(read() or "")
            except TypeError:  # of several rows or tabs, one by one: the model and the accessible tree have them
                continue


def _rows(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(index.data(role) or "")
        yield from _rows(view, index)


def _accessible(one: QAccessibleInterface | None, depth: int = 0) -> Iterator[str]:
    if one is None or not one.isValid() or depth > 30 or one.state().invisible:
        return
    for kind in _TOLD:
        yield one.text(kind)
    for place in range(min(one.childCount(), 300)):
        yield from _accessible(one.child(place), depth + 1)
