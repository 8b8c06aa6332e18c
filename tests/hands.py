"""Hands for window tests: where a structure is to be seen in a window, and real clicks and drags there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from viewer.window import Window

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def place_of(window: Window, structure_id: str, behind: str | None = None) -> QPoint:
    """A place of the 3D view where a structure lies under the pointer, the nearest to its middle.

    With ``behind``, a place where it is covered by that other structure now. Raises LookupError.
    """
    scene = window.viewport.scene
    assert scene is not None
    mesh = scene._standing[structure_id].mesh
    middle = mesh.points.mean(axis=0)
    order = ((mesh.points - middle) ** 2).sum(axis=1).argsort()
    for point in mesh.points[order[:: max(1, len(order) // 3000)]]:
        x, y = scene.project(tuple(float(part) for part in point))
        hit = scene.pick(x, y)
        if hit is not None and hit.structure == (behind or structure_id) and _steady(window, x, y, hit.structure):
            return _widget_place(window, x, y)
    raise LookupError(f"{structure_id} is nowhere to be seen")


def click(window: Window, structure_id: str, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Click on a structure where it is to be seen."""
    QTest.mouseClick(window.viewport, LEFT, keys, place_of(window, structure_id))


def drag(window: Window, way: QPoint, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Drag from the middle of the 3D view."""
    start = window.viewport.rect().center()
    QTest.mousePress(window.viewport, button, keys, start)
    for part in (0.25, 0.5, 0.75, 1.0):
        QTest.mouseMove(window.viewport, start + way * part)
    QTest.mouseRelease(window.viewport, button, keys, start + way)


def picture(window: Window) -> QImage:
    """What the 3D view shows now."""
    return window.viewport.picture().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> int:
    """How many pixels of two pictures differ by more than a shade."""
    first, second = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, other))
    return int((np.abs(first - second).reshape(-1, 4)[:, :3].max(axis=1) > 8).sum())


def _steady(window: Window, x: float, y: float, structure_id: str) -> bool:
    """Whether the pixels around belong to the structure too, so that rounding a place does not miss it."""
    scene = window.viewport.scene
    assert scene is not None
    hits = (scene.pick(x + dx, y + dy) for dx, dy in ((-2, 0), (2, 0), (0, -2), (0, 2)))
    return all(hit is not None and hit.structure == structure_id for hit in hits)


def _widget_place(window: Window, x: float, y: float) -> QPoint:
    return window.viewport.sight.place(x, y).toPoint()
