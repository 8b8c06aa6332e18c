"""What the class is asked for, told to who asks: the name, where it is from, and whether it was revealed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.widgets.asking.ask_class import AskClass
from viewer.widgets.chrome import theme
from viewer.widgets.classroom.console_parts import ActionButton, label


class Answers(QFrame):
    """Seen while names are withheld; only ever where the class does not look."""

    def __init__(self, asking: AskClass, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._asking = asking
        self.setObjectName("answers")
        self.question, self.title = label(theme.CAPTION), label(theme.TITLE, bold=True)
        self.lines = label(theme.BODY)
        self._lay_out(ActionButton(actions["reveal"], tr("Reveal")), ActionButton(actions["ask_next"], tr("Ask next")))
        asking.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Tell the answer to what is asked now."""
        answer = self._asking.answer
        self.setVisible(self._asking.on)
        if answer is None:
            self.question.setText(tr("Names are withheld: click what you want to ask for"))
        else:
            told = tr("{question} Revealed.") if self._asking.told else tr("{question} The class does not see this:")
            self.question.setText(told.format(question=answer.question))
        self.title.setText(answer.title if answer is not None else "")
        self.title.setToolTip(answer.latin if answer is not None else "")
        facts = answer.lines if answer is not None else ()
        self.lines.setText("\n".join(f"{fact.words} ({'; '.join(fact.sources)})" for fact in facts))
        for part in (self.title, self.lines):
            part.setVisible(bool(part.text()))

    def _lay_out(self, reveal: ActionButton, after: ActionButton) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP)
        layout.setSpacing(theme.STEP // 2)
        for part in (self.question, self.title, self.lines):
            layout.addWidget(part)
        buttons = QHBoxLayout()
        for button in (reveal, after):
            buttons.addWidget(button)
        layout.addLayout(buttons)
