"""What a monkey does in the 3D view: choose, turn, shift, zoom, point, ask for the menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from tests.monkey import hands
from tests.monkey.hands import HELD, Button, Key, Modifier
from tests.monkey.world import Answering, World


def click(world: World) -> str:
    twice = world.dice.random() < 0.1
    button = world.dice.choice((Button.LeftButton, Button.LeftButton, Button.LeftButton, Button.MiddleButton))
    view = world.window.viewport
    return hands.click(view, hands.somewhere(world, view), button, world.dice.choice(HELD), twice)


def click_in_the_middle(world: World) -> str:
    """Where most of the body is."""
    view = world.window.viewport
    middle, reach = view.rect().center(), max(view.height() // 4, 1)
    place = middle + QPoint(world.dice.randrange(-reach, reach + 1), world.dice.randrange(-reach, reach + 1))
    return hands.click(view, place, keys=world.dice.choice(HELD[:4]))


def ask_for_the_menu(world: World) -> str:
    """And take something from it, or leave it."""
    view = world.window.viewport
    asked = hands.click(view, hands.somewhere(world, view), Button.RightButton)
    return f"{asked}; {take_from_menu(world)}"


def take_from_menu(world: World) -> str:
    """From the menu that is open, with all its submenus: take something by mouse or by keys, or leave it."""
    taken: list[str] = []
    with Answering(lambda waiting: taken.append(answer(world, waiting))):
        for _ in range(40):
            if (popup := QApplication.activePopupWidget()) is None:
                break
            taken.append(answer(world, popup, leave=len(taken) > 6))
    return ", ".join(taken)


def answer(world: World, waiting: QWidget, leave: bool = False) -> str:
    """What is done with a menu or a dialog that waits: something is taken, a file is named, or it is left."""
    if leave or world.dice.random() < 0.3:
        return hands.press(world, Key.Key_Escape)
    if isinstance(waiting, QFileDialog):
        return name_file(world, waiting)
    if not isinstance(waiting, QMenu) or not waiting.actions():
        return hands.press(world, Key.Key_Escape)
    if world.dice.random() < 0.5:
        steps = [hands.press(world, Key.Key_Down) for _ in range(world.dice.randrange(1, 6))]
        return f"{len(steps)} down, {hands.press(world, Key.Key_Return)}"
    action = world.dice.choice(waiting.actions())
    words = action.text()
    hands.click(waiting, waiting.actionGeometry(action).center())
    return words


def name_file(world: World, dialog: QFileDialog) -> str:
    """A file that can be written, one that cannot, or one of another sort."""
    name = world.dice.choice((f"file-{world.dice.randrange(10**6)}", "no/such/folder/file", "file.txt", "file.md"))
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(world.folder / name))
    return f"{name}, {hands.press(world, Key.Key_Return)}"


def drag(world: World) -> str:
    """Turn or shift, sometimes out of the view, sometimes with a key in between."""
    view = world.window.viewport
    way = [hands.somewhere(world, view)]
    for _ in range(world.dice.randrange(1, 5)):
        way.append(way[-1] + QPoint(world.dice.randrange(-90, 91), world.dice.randrange(-60, 61)))
    button = world.dice.choice((Button.LeftButton, Button.LeftButton, Button.MiddleButton, Button.RightButton))
    return hands.drag(view, way, button, world.dice.choice(HELD))


def wheel(world: World) -> str:
    view = world.window.viewport
    notches = world.dice.choice((-3.0, -1.0, -0.1, 0.1, 1.0, 3.0))
    return hands.wheel(view, hands.somewhere(world, view), notches, world.dice.choice(HELD))


def hover(world: World) -> str:
    view = world.window.viewport
    return ", ".join(hands.hover(view, hands.somewhere(world, view)) for _ in range(world.dice.randrange(1, 4)))


def keys(world: World) -> str:
    """Keys that mean something in the view."""
    world.window.viewport.setFocus()
    key = world.dice.choice((Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Plus, Key.Key_Minus))
    held = world.dice.choice((Modifier.NoModifier, Modifier.ShiftModifier))
    return ", ".join(hands.press(world, key, held) for _ in range(world.dice.randrange(1, 4)))


def menu_key(world: World) -> str:
    world.window.viewport.setFocus()
    return f"{hands.press(world, Key.Key_Menu)}; {take_from_menu(world)}"


DEEDS = {
    click: 4,
    click_in_the_middle: 8,
    ask_for_the_menu: 4,
    drag: 6,
    wheel: 4,
    hover: 4,
    keys: 3,
    menu_key: 1,
}
