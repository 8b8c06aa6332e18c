"""What a monkey does beside the 3D view: in the list, the facts, the notes, the other pages and the dialogs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from tests.monkey import hands
from tests.monkey.hands import HELD, Button, Key, Modifier
from tests.monkey.in_the_view import answer, take_from_menu
from tests.monkey.world import Answering, World


def press_button(world: World) -> str:
    """Any button that is seen; what opens is answered or left."""
    front = world.front()
    buttons = [one for one in front.findChildren(QAbstractButton) if reachable(one, front)]
    if not buttons:
        return f"no button in {hands.told(front)}"
    button = world.dice.choice(buttons)
    told = [f"{button.text()!r}"]
    with Answering(lambda waiting: told.append(answer(world, waiting))):
        told.append(hands.click(button, button.rect().center()))
    return f"{', '.join(told)}; {take_from_menu(world)}"


def reachable(widget: QWidget, front: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.window() is front.window()


def click_row(world: World) -> str:
    """A row of any list, tree or table: chosen, ticked, entered, unfolded."""
    views = [one for one in world.front().findChildren(QAbstractItemView) if reachable(one, world.front())]
    if not views:
        return "no list"
    view = world.dice.choice(views)
    row = any_row(world, view)
    view.scrollTo(row, QAbstractItemView.ScrollHint.EnsureVisible)
    place, words = view.visualRect(row), row.data()
    inside = place.topLeft() + QPoint(world.dice.choice((4, 10, place.width() // 2)), place.height() // 2)
    if not view.viewport().rect().contains(inside):
        return "a row that cannot be seen"
    twice = world.dice.random() < 0.2
    return f"{words!r} {hands.click(view.viewport(), inside, Button.LeftButton, world.dice.choice(HELD), twice)}"


def any_row(world: World, view: QAbstractItemView) -> QModelIndex:
    model, index = view.model(), QModelIndex()
    for _ in range(world.dice.randrange(1, 3)):
        if count := model.rowCount(index):
            index = model.index(world.dice.randrange(count), 0, index)
    return index


def step_through_rows(world: World) -> str:
    """By keyboard."""
    views = [one for one in world.front().findChildren(QAbstractItemView) if reachable(one, world.front())]
    if not views:
        return "no list"
    world.dice.choice(views).setFocus()
    steps = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Space, Key.Key_Return, Key.Key_Home)
    chosen = [world.dice.choice(steps) for _ in range(world.dice.randrange(1, 5))]
    return ", ".join(hands.press(world, key, world.dice.choice(HELD[:5])) for key in chosen)


def search(world: World) -> str:
    """Type into a search field, and go there or leave it."""
    if (action := world.window.actions_by_id["search"]).isEnabled():
        action.trigger()
    field, words = world.window.structures.field, world.text().replace("\n", " ")[:12]
    field.setText("") if world.dice.random() < 0.5 else field.selectAll()
    field.setFocus()
    typed = hands.type_in(world, words)
    key = world.dice.choice((Key.Key_Return, Key.Key_Escape, Key.Key_Down, Key.Key_Backspace, Key.Key_Return))
    return f"{typed}, {hands.press(world, key)}"


def in_the_facts(world: World) -> str:
    """Point, click, mark text or step in the facts."""
    facts = world.window.facts
    if not facts.isVisible():
        world.window.actions_by_id["read_facts"].trigger()
        return "opened"
    place = hands.somewhere(world, facts.viewport())
    if world.dice.random() < 0.3:
        return hands.hover(facts.viewport(), place)
    if world.dice.random() < 0.2:
        return hands.drag(facts.viewport(), [place, place + QPoint(40, 30), hands.somewhere(world, facts.viewport())])
    if world.dice.random() < 0.6:
        return hands.click(facts.viewport(), place)
    facts.setFocus()
    steps = (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Right, Key.Key_Left, Key.Key_Return, Key.Key_PageDown)
    chosen = [world.dice.choice(steps) for _ in range(world.dice.randrange(1, 6))]
    held = (Modifier.NoModifier, Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier)
    return ", ".join(hands.press(world, key, world.dice.choice(held)) for key in chosen)


def scroll(world: World) -> str:
    """The wheel over any text or list."""
    kinds = (QTextEdit, QAbstractItemView, QComboBox, QSpinBox)
    parts = [one for kind in kinds for one in world.front().findChildren(kind) if reachable(one, world.front())]
    if not parts:
        return "nothing to scroll"
    part = world.dice.choice(parts)
    target = part.viewport() if isinstance(part, QTextEdit | QAbstractItemView) else part
    return hands.wheel(target, hands.somewhere(world, target), world.dice.choice((-4.0, -1.0, 1.0, 4.0)))


def write(world: World) -> str:
    """Into any field for words; sometimes a heap of text at once."""
    fields = [
        one
        for kind in (QPlainTextEdit, QLineEdit, QSpinBox)
        for one in world.front().findChildren(kind)
        if reachable(one, world.front())
    ]
    if not fields:
        return "no field"
    world.dice.choice(fields).setFocus()
    if world.dice.random() < 0.1:
        QGuiApplication.clipboard().setText(world.text() * world.dice.choice((1, 3_000)))
        return hands.press(world, Key.Key_V, Modifier.ControlModifier)
    ending = world.dice.choice((Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Z))
    held = world.dice.choice((Modifier.NoModifier, Modifier.ControlModifier))
    return f"{hands.type_in(world, world.text()[:8])}, {hands.press(world, ending, held)}"


def choose_in_a_box(world: World) -> str:
    """Unfold a box of choices, step in it, take or leave it."""
    boxes = [one for one in world.front().findChildren(QComboBox) if reachable(one, world.front())]
    if not boxes:
        return "no box"
    box = world.dice.choice(boxes)
    told = [hands.click(box, box.rect().center())]
    told += [hands.press(world, Key.Key_Down) for _ in range(world.dice.randrange(0, 4))]
    told.append(hands.press(world, world.dice.choice((Key.Key_Return, Key.Key_Return, Key.Key_Escape))))
    return f"{told[0]}, {len(told) - 2} down, {told[-1]}"


def keep_a_note(world: World) -> str:
    """Write a note on the selection or on a place, or change or delete one."""
    notes = world.window.notes
    if world.dice.random() < 0.5:
        world.window.actions_by_id["note_here"].trigger()
    page = world.window.panel.open("notes")
    if len(notes.notes.all()) > 12:
        page.list.setCurrentRow(world.dice.randrange(max(page.list.count(), 1)))
        return hands.click(page.buttons["delete"], page.buttons["delete"].rect().center())
    page.text.setFocus()
    typed = hands.type_in(world, world.text()[:10])
    return f"{typed}, {hands.press(world, Key.Key_Return, Modifier.ControlModifier)}"


def leave_dialogs(world: World) -> str:
    """Esc to whatever is in front."""
    return hands.press(world, Key.Key_Escape)


def tab(world: World) -> str:
    """Walk through whatever takes the keyboard, and press what is there."""
    held = world.dice.choice((Modifier.NoModifier, Modifier.ShiftModifier))
    walked = [hands.press(world, Key.Key_Tab, held) for _ in range(world.dice.randrange(1, 6))]
    with Answering(lambda waiting: walked.append(answer(world, waiting))):
        walked.append(hands.press(world, Key.Key_Space))
    return f"{walked[-1]}; {take_from_menu(world)}"


DEEDS = {
    press_button: 8,
    click_row: 8,
    step_through_rows: 3,
    search: 4,
    in_the_facts: 8,
    scroll: 4,
    write: 3,
    choose_in_a_box: 4,
    keep_a_note: 4,
    leave_dialogs: 5,
    tab: 2,
}
