"""The body's variations: for each, on which sides it has the structure. What there is to vary comes from the atlas."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.model.atlas import Side, Variation
from viewer.model.state import ViewState
from viewer.widgets import theme

PRESENCES: tuple[tuple[str, str, frozenset[Side]], ...] = (
    ("Both", "on both sides", frozenset({Side.RIGHT, Side.LEFT})),
    ("Left", "on the person's left only", frozenset({Side.LEFT})),
    ("Right", "on the person's right only", frozenset({Side.RIGHT})),
    ("Absent", "absent on both sides", frozenset()),
)


class VariantBar(QWidget):
    """Four buttons for one variation, one of them down."""

    def __init__(self, state: ViewState, variation: Variation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._variation = state, variation
        self._buttons = QButtonGroup(self)
        self.setAccessibleName(_capital(variation.name))
        self._lay_out()
        self._buttons.idClicked.connect(self._choose)
        state.variants_changed.connect(self.show_presence)
        state.atlas_changed.connect(self._read_again)
        self.show_presence()

    def show_presence(self) -> None:
        """Press the button that is true."""
        if self._variation.id not in self._state.atlas.variations:
            return
        sides = self._state.present_sides(self._variation.id)
        for number, (_, _, presence) in enumerate(PRESENCES):
            self._buttons.button(number).setChecked(presence == sides)

    def _read_again(self) -> None:
        """Another edition of the annotations may no longer know the variation: then there is nothing to choose."""
        self.setEnabled(self._variation.id in self._state.atlas.variations)
        self.show_presence()

    def step(self) -> None:
        """On to the next presence, and round again."""
        self._choose((self._buttons.checkedId() + 1) % len(PRESENCES))

    def _choose(self, number: int) -> None:
        if self._variation.id in self._state.atlas.variations:
            self._state.set_variant(self._variation.id, PRESENCES[number][2])

    def _lay_out(self) -> None:
        name = _capital(self._variation.name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        label = QLabel(name, self)
        label.setContentsMargins(0, 0, theme.STEP, 0)
        layout.addWidget(label)
        for number, (word, meaning, _) in enumerate(PRESENCES):
            layout.addWidget(self._button(number, word, f"{name} {meaning}"))

    def _button(self, number: int, word: str, meaning: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(word)
        button.setCheckable(True)
        button.setToolTip(f"{meaning} (M steps)")
        button.setAccessibleName(f"{_capital(self._variation.name)}: {word.lower()}")
        button.setMinimumSize(theme.TARGET, theme.TARGET)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons.addButton(button, number)
        return button


def badge(state: ViewState) -> str:
    """What is missing in this body, in words; nothing where nothing is."""
    lines = []
    for variation in state.atlas.variations.values():
        sides = state.present_sides(variation.id)
        if len(sides) < len(variation.members):
            lines.append(f"{_capital(variation.name)}: {f'{next(iter(sides))} only' if sides else 'absent'}")
    return "\n".join(lines)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
