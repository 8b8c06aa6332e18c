"""Answers to choose from: broad buttons whose words wrap, numbered by the keys that press them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.training.question import Choice
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert

RIGHT, WRONG = "\N{CHECK MARK}", "\N{MULTIPLICATION X}"


class ChoiceButton(QPushButton):
    """One answer. ``key`` presses it."""

    def __init__(self, key: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark, self._words = QLabel(key, self), QLabel(words, self)
        self._mark.setObjectName("key")
        self._mark.setMinimumWidth(2 * theme.STEP)
        for label in (self._mark, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        row.addWidget(self._mark)
        row.addWidget(self._words, stretch=1)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setToolTip(inert(tr("{answer} (key {key})").format(answer=words, key=key)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as its words are at this width."""
        room = max(self.width() - 2 * theme.STEP - 3 * theme.STEP, 20 * theme.STEP)
        high = self._words.heightForWidth(room) + 2 * theme.STEP
        return QSize(24 * theme.STEP, max(high, theme.TARGET))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width wants another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def judge(self, right: bool, chosen: bool) -> None:
        """Show whether it is the right one, or the wrong one that was chosen."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setChecked(right)
        self._mark.setText(RIGHT if right else WRONG if chosen else "")
        self._words.setFont(theme.sized(theme.BODY, bold=right))
        self._words.setEnabled(right or chosen)
        words = self._words.text()
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
