"""What a monkey does with the window as a whole: its commands by menu and key, its size, its screen, its files."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.monkey import hands
from tests.monkey.in_the_view import answer, take_from_menu
from tests.monkey.world import EDITIONS, Answering, World, write

NEVER = {"quit"}
"""Commands that end everything."""


def command(world: World) -> str:
    """Any command, as its menu gives it, by its key or at once."""
    names = [name for name in world.window.actions_by_id if name not in NEVER]
    action = world.window.actions_by_id[world.dice.choice(names)]
    if not action.isEnabled():
        return f"{action.objectName()}: not now"
    keys = action.shortcuts()
    by_key = bool(keys) and world.dice.random() < 0.6
    told = [action.objectName(), str(action.data()), "by key" if by_key else ""]
    with Answering(lambda waiting: told.append(answer(world, waiting))):
        by_keys(world, action) if by_key else action.trigger()
    return f"{' '.join(told)} {take_from_menu(world)}"


def by_keys(world: World, action: QAction) -> None:
    combination = world.dice.choice(action.shortcuts())[0]
    hands.press(world, combination.key(), combination.keyboardModifiers())


def menu(world: World) -> str:
    """One of the menus, by mouse."""
    menus = world.window.menuBar()
    if not menus.isVisible():
        return "no menus"
    title = world.dice.choice(menus.actions())
    told = [title.text()]
    with Answering(lambda waiting: told.append(answer(world, waiting))):  # where it is narrow, an arrow has the menus
        hands.click(menus, menus.actionGeometry(title).center())
    return f"{', '.join(told)}: {take_from_menu(world)}"


def undo(world: World) -> str:
    return several(world, "undo")


def redo(world: World) -> str:
    return several(world, "redo")


def several(world: World, name: str) -> str:
    action, done = world.window.actions_by_id[name], 0
    for _ in range(world.dice.choice((1, 1, 2, 5))):
        if action.isEnabled():
            action.trigger()
            done += 1
    return f"{done} times"


def resize(world: World) -> str:
    """Narrow, wide, low or high."""
    wide, high = world.dice.randrange(420, 1000), world.dice.randrange(320, 700)
    world.window.resize(wide, high)
    return f"{wide} x {high}"


def move(world: World) -> str:
    """To a place on either screen, or between them."""
    screen = world.dice.choice(QGuiApplication.screens())
    place = screen.geometry().topLeft() + QPoint(world.dice.randrange(-200, 300), world.dice.randrange(0, 200))
    target = world.dice.choice([world.window, *world.windows()])
    target.move(place)
    return f"{hands.told(target)} to {place.x()}, {place.y()} on {screen.name()}"


def change_state(world: World) -> str:
    """Hidden, minimised, maximised, on the full screen, and as before."""
    do = world.dice.choice(("hide", "showMinimized", "showMaximized", "showFullScreen"))
    getattr(world.window, do)()
    QTest.qWait(world.dice.choice((0, 60)))
    world.window.showNormal()
    world.window.activateWindow()
    QTest.qWaitForWindowExposed(world.window, 2000)
    return do


def dress(world: World) -> str:
    """Dark, light, as the system; names in another language; by the menu's actions."""
    menus = world.window.menuBar().findChildren(QMenu)
    rows = [row for each in menus for row in each.actions() if row.isCheckable() and row.actionGroup() is not None]
    choice = world.dice.choice(rows)
    choice.trigger()
    return choice.text()


def float_a_page(world: World) -> str:
    """A page in a window of its own, or back."""
    floated = [one for one in world.windows() if one.windowFlags() & Qt.WindowType.Tool and one is not world.window]
    floated = [one for one in floated if one.isWindow() and one.windowTitle() and not isinstance(one, QMenu)]
    if floated and world.dice.random() < 0.7:
        closed = world.dice.choice(floated)
        closed.close()
        return f"{hands.told(closed)} closed"
    world.window.actions_by_id["float"].trigger()
    return f"floated {world.window.panel.floated}"


def annotations(world: World) -> str:
    """Written anew, spoiled, mended, taken away."""
    name = world.dice.choice([*EDITIONS, "as it was", "gone"])
    if name == "gone":
        world.annotations.unlink(missing_ok=True)
    else:
        write(world.annotations, EDITIONS[name])
    return name


def wait(world: World) -> str:
    """Until clocks have run out."""
    pause = world.dice.choice((5, 30, 80, 400))
    QTest.qWait(pause)
    return f"{pause} ms"


DEEDS = {
    command: 14,
    menu: 3,
    undo: 5,
    redo: 3,
    resize: 2,
    move: 2,
    change_state: 1,
    dress: 1,
    float_a_page: 2,
    annotations: 1,
    wait: 3,
}
