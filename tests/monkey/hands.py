"""Real presses, moves and keys, given to Qt where the window system gives them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.monkey.world import World, target_and_place

Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier
NO_KEYS = Modifier.NoModifier
HELD = (NO_KEYS, NO_KEYS, NO_KEYS, Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier)


def somewhere(world: World, widget: QWidget) -> QPoint:
    """A place of a widget, now and then at its very edge."""
    wide, high = max(widget.width(), 1), max(widget.height(), 1)
    if world.dice.random() < 0.05:
        return QPoint(world.dice.choice((0, wide - 1)), world.dice.choice((0, high - 1)))
    return QPoint(world.dice.randrange(wide), world.dice.randrange(high))


def click(
    widget: QWidget, place: QPoint, button: Button = Button.LeftButton, keys: Modifier = NO_KEYS, twice: bool = False
) -> str:
    """Click on a place of a widget, once or twice."""
    target, inside = target_and_place(widget, place)
    name = told(widget)  # it may be gone afterwards
    (QTest.mouseDClick if twice else QTest.mouseClick)(target, button, keys, inside)
    return f"{name} at {place.x()}, {place.y()} {button.name} {keys.name} {'twice' if twice else ''}"


def hover(widget: QWidget, place: QPoint) -> str:
    """Bring the pointer to a place of a widget."""
    target, inside = target_and_place(widget, place)
    QTest.mouseMove(target, inside)
    return f"{told(widget)} at {place.x()}, {place.y()}"


def drag(widget: QWidget, way: list[QPoint], button: Button = Button.LeftButton, keys: Modifier = NO_KEYS) -> str:
    """Press at the first place, move through the others, let go at the last."""
    target, inside = target_and_place(widget, way[0])
    QTest.mousePress(target, button, keys, inside)
    for place in way[1:]:
        QTest.mouseMove(target, target_and_place(widget, place)[1])
    QTest.mouseRelease(target, button, keys, target_and_place(widget, way[-1])[1])
    return f"{told(widget)} {' '.join(f'{one.x()},{one.y()}' for one in way)} {button.name} {keys.name}"


def wheel(widget: QWidget, place: QPoint, notches: float, keys: Modifier = NO_KEYS) -> str:
    """Turn the wheel over a place of a widget."""
    target, inside = target_and_place(widget, place)
    QTest.wheelEvent(target, QPointF(inside), QPoint(0, round(120 * notches)), QPoint(), keys)
    return f"{told(widget)} at {place.x()}, {place.y()} by {notches:.2f}"


def press(world: World, key: Key, keys: Modifier = NO_KEYS) -> str:
    """A key to whatever has the keyboard."""
    name = told(QApplication.focusWidget())
    for give in (QTest.keyPress, QTest.keyRelease):  # one by one: the window that took the press may be gone
        give(world.keyboard(), key, keys)
    return f"{key.name} {keys.name} to {name}"


def type_in(world: World, words: str) -> str:
    """Letters, one by one, to whatever has the keyboard."""
    for letter in words:
        if (focused := QApplication.focusWidget()) is not None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest ends the process over ß
                QApplication.sendEvent(focused, QKeyEvent(kind, 0, NO_KEYS, letter))
    return f"{words!r} into {told(QApplication.focusWidget())}"


def told(widget: QWidget | None) -> str:
    """A widget in a word or two."""
    if widget is None:
        return "nothing"
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}".strip()
