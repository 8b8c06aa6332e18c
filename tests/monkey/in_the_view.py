"""What a monkey does in the 3D view: choose, turn, shift, zoom, point, ask for the menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from tests.monkey import hands
from tests.monkey.hands import HELD, Button, Key, Modifier
from tests.monkey.world import World


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
    taken = []
    while isinstance(menu := QApplication.activePopupWidget(), QMenu) and len(taken) < 6:
        if world.dice.random() < 0.3:
            taken.append(hands.press(world, Key.Key_Escape))
        elif world.dice.random() < 0.5:
            taken += [hands.press(world, Key.Key_Down) for _ in range(world.dice.randrange(1, 6))]
            taken.append(hands.press(world, Key.Key_Return))
        else:
            action = world.dice.choice(menu.actions() or [None])
            taken.append(action.text() if action else "")
            hands.click(menu, menu.actionGeometry(action).center() if action else QPoint(1, 1))
    while QApplication.activePopupWidget() is not None and len(taken) < 40:
        taken.append(hands.press(world, Key.Key_Escape))
    return ", ".join(taken)


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
