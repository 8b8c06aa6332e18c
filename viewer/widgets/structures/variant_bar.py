"""The body's variations: for each, on which sides it has the structure, and in which forms. What there is to vary comes
from the atlas.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.language import mark, tr
from viewer.model.atlas.atlas import Side, Variation
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import present_sides, with_sides
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert
from viewer.widgets.structures.form_menu import FormMenu

PRESENCES: tuple[tuple[str, str, frozenset[Side]], ...] = (
    (mark("Both"), mark("{name} on both sides (M steps)"), frozenset({Side.RIGHT, Side.LEFT})),
    (mark("Left"), mark("{name} on the person's left only (M steps)"), frozenset({Side.LEFT})),
    (mark("Right"), mark("{name} on the person's right only (M steps)"), frozenset({Side.RIGHT})),
    (mark("Absent"), mark("{name} absent on both sides (M steps)"), frozenset()),
)


class VariantBar(QWidget):
    """Four buttons for one variation, one of them down, and one that opens the menu of its forms."""

    def __init__(self, state: ViewState, variation: Variation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._variation = state, variation
        self._buttons = QButtonGroup(self)
        self.setAccessibleName(variation.title)
        self._lay_out()
        self.form, self.forms = QToolButton(self), FormMenu(state, tuple(variation.members.values()), self)
        self._add_forms()
        self._buttons.idClicked.connect(self._choose)
        state.variants_changed.connect(self.show_presence)
        state.atlas_changed.connect(self._read_again)
        self.show_presence()

    def show_presence(self) -> None:
        """Press the button that is true."""
        variation = self._state.atlas.variations.get(self._variation.id)
        self.form.setVisible(variation is not None and bool(variation.forms))
        if variation is None:
            return
        sides = present_sides(self._state.view, variation)
        for number, (_, _, presence) in enumerate(PRESENCES):
            self._buttons.button(number).setChecked(presence == sides)

    def _read_again(self) -> None:
        """Another edition of the annotations may no longer know the variation: then there is nothing to choose."""
        self.setEnabled(self._variation.id in self._state.atlas.variations)
        self.show_presence()

    def step(self) -> None:
        """On to the next presence, and round again."""
        self._choose((self._buttons.checkedId() + 1) % len(PRESENCES))

    def open_forms(self) -> bool:
        """Open the menu of forms, its first entry under the keyboard. False where there are none."""
        self.forms.fill()
        if self.forms.isEmpty():
            return False
        self.forms.popup(self.form.mapToGlobal(self.form.rect().bottomLeft()))
        self.forms.setActiveAction(self.forms.actions()[0])
        return True

    def _choose(self, number: int) -> None:
        if variation := self._state.atlas.variations.get(self._variation.id):
            self._state.change(with_sides(variation, PRESENCES[number][2]))

    def _lay_out(self) -> None:
        name = self._variation.title
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.title = QLabel(name, self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setContentsMargins(0, 0, theme.STEP, 0)
        layout.addWidget(self.title)
        for number, (word, meaning, _) in enumerate(PRESENCES):
            layout.addWidget(self._button(number, tr(word), tr(meaning).format(name=name)))

    def _add_forms(self) -> None:
        tip = tr("Choose the form of {name} on each side (Shift+M)").format(name=self._variation.name)
        self._dress(self.form, tr("Form"), tip)
        self.form.setAccessibleName(f"{self._variation.title}: {self.form.text()}")
        self.form.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.form.setMenu(self.forms)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.form)

    def _button(self, number: int, word: str, meaning: str) -> QToolButton:
        button = QToolButton(self)
        self._dress(button, word, meaning)
        button.setCheckable(True)
        button.setAccessibleName(f"{self._variation.title}: {word}")
        self._buttons.addButton(button, number)
        return button

    @staticmethod
    def _dress(button: QToolButton, word: str, tip: str) -> None:
        button.setText(word)
        button.setToolTip(inert(tip))
        button.setMinimumSize(theme.TARGET, theme.TARGET)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
