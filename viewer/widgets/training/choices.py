"""Answers to choose from: broad buttons whose words wrap, numbered by the keys that press them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.training.question import Choice
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert
from viewer.widgets.training.words_button import WordsButton

RIGHT, WRONG = "\N{CHECK MARK}", "\N{MULTIPLICATION X}"


class ChoiceButton(WordsButton):
    """One answer. ``key`` presses it."""

    def __init__(self, key: str, words: str, parent: QWidget) -> None:
        super().__init__(words, parent, key)
        self.setCheckable(True)
        self.setToolTip(inert(tr("{answer} (key {key})").format(answer=words, key=key)))

    def judge(self, right: bool, chosen: bool) -> None:
        """Show whether it is the right one, or the wrong one that was chosen."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setChecked(right)
        self.sign.setText(RIGHT if right else WRONG if chosen else "")
        self.words.setFont(theme.sized(theme.BODY, bold=right))
        self.words.setEnabled(right or chosen)
        words = self.words.text()
        said = tr("right: {answer}") if right else tr("your answer, wrong: {answer}") if chosen else "{answer}"
        self.setAccessibleName(said.format(answer=words))


class Choices(QWidget):
    """``chosen`` tells the number of the answer that was pressed."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Answers"))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._choices: Sequence[Choice] = ()
        self._judged = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.STEP // 2)

    @property
    def buttons(self) -> list[ChoiceButton]:
        """The answers, from above."""
        return [button for button in self._group.buttons() if isinstance(button, ChoiceButton)]

    def offer(self, choices: Sequence[Choice]) -> None:
        """Let one of these be chosen."""
        for button in self.buttons:
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._choices, self._judged = choices, False
        self._group.setExclusive(True)
        for number, choice in enumerate(choices):
            button = ChoiceButton(str(number + 1), choice.text, self)
            self._group.addButton(button, number)
            self._layout.addWidget(button)
            button.show()
        self.setVisible(bool(choices))

    def choose(self, number: int) -> None:
        """As if it was pressed; nothing where there is none."""
        if (button := self._group.button(number)) is not None and not self._judged:
            button.setChecked(True)
            self.chosen.emit(number)

    def judge(self) -> None:
        """Show which one is right, and which was chosen."""
        chosen = self._group.checkedId()
        self._group.setExclusive(False)
        for number, (button, choice) in enumerate(zip(self.buttons, self._choices, strict=True)):
            button.judge(choice.right, number == chosen)
        self._judged = True
