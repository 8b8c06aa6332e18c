"""The slim bar above the scene and the menus, both filled from the table of commands; switches follow the state."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.actions import MENUS, VIEWS
from viewer.widgets.structures.variant_bar import VariantBar

GROUPS = (("ghost", "isolate", "labels", "overlays"), ("undo", "redo", "start_over"), ("projector",))


class Bar(QToolBar):
    """Views, variations, modes, history."""

    def __init__(self, state: ViewState, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Bar"))
        self.setObjectName("bar")
        self.setAccessibleName(self.windowTitle())
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.variants = [VariantBar(state, variation, self) for variation in state.atlas.variations.values()]
        self.addActions([actions[view.id] for view in VIEWS])
        self._naming = [action for one in self.variants for action in (self.addSeparator(), self.addWidget(one))]
        for names in GROUPS:
            self.addSeparator()
            self.addActions([actions[name] for name in names])
        for button in self.findChildren(QToolButton):
            button.setMinimumSize(theme.TARGET, theme.TARGET)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if button.defaultAction() is None and not button.text():
                button.setAccessibleName(tr("More of the bar"))  # Qt's own, where the window is too narrow

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where the window is too narrow for all of it, the variations' names stand in their tooltips only."""
        super().resizeEvent(event)
        away = [variant.title for variant in self.variants if variant.title.isHidden()]
        needed = self.sizeHint().width() + sum(title.sizeHint().width() for title in away)
        for variant in self.variants:
            variant.title.setVisible(needed <= self.width())

    def withhold(self, on: bool) -> None:
        """Leave out the variations, which bear names and say how this body is, or have them again."""
        for action in self._naming:
            action.setVisible(not on)
        if (layout := self.layout()) is not None:
            layout.activate()  # now, not with the next event

    def step_variation(self) -> None:
        """On to the next presence of the first variation."""
        if self.variants:
            self.variants[0].step()

    def open_forms(self) -> bool:
        """Open the forms of the first variation. False where there are none to choose from."""
        return bool(self.variants) and self.variants[0].open_forms()


class Modes(QObject):
    """Keeps the switches and the history's actions in step with the state."""

    def __init__(self, state: ViewState, actions: Mapping[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._actions = state, actions
        state.changed.connect(self.follow)
        state.history_changed.connect(self.follow_history)
        self.follow_history("", "")
        for name in ("isolate", "ghost", "labels", "overlays"):
            actions[name].triggered.connect(self.follow)
        self.follow()

    def follow_history(self, behind: str, before: str) -> None:
        """Let undo and redo say what they would do, where there is anything."""
        for name, plain, what in (("undo", tr("&Undo"), behind), ("redo", tr("&Redo"), before)):
            self._actions[name].setEnabled(bool(what))
            self._actions[name].setText(f"{plain}: {what}" if what else plain)

    def follow(self) -> None:
        """Set each switch to what is true; one that could not be done springs back."""
        view = self._state.view
        for name, on in (
            ("isolate", view.isolated is not None),
            ("ghost", view.ghost),
            ("labels", view.labels),
            ("overlays", view.overlays),
        ):
            self._actions[name].setChecked(on)


def fill_menus(menus: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """A menu for each of the table's, in its order; returns them by its titles."""
    filled = {}
    for title, commands in MENUS.items():
        menu = menus.addMenu(tr(title))
        filled[title] = menu
        for command in commands:
            if command is None:
                menu.addSeparator()
            else:
                menu.addAction(actions[command.id])
    return filled
