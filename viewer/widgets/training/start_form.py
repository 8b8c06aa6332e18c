"""What a round is to ask: which sorts of questions, how many, and which of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.language import mark, tr
from viewer.model.annotations.faults import Fault
from viewer.model.training.deck import Card
from viewer.model.training.question import Sort
from viewer.model.training.rounds import Amount
from viewer.widgets.chrome import theme

AREAS: tuple[tuple[str, str, tuple[Sort, ...]], ...] = (
    (mark("Names"), mark("A structure is shown: what is it?"), (Sort.NAME,)),
    (mark("Places"), mark("A name is told: click the structure"), (Sort.CLICK,)),
    (mark("Attachments"), mark("Where does a muscle begin, where does it end?"), (Sort.ATTACHMENT,)),
    (mark("Nerves"), mark("Which nerve, from which roots?"), (Sort.NERVE, Sort.ROOTS)),
    (mark("Referred pain"), mark("Which muscle sends pain there, and where to?"), (Sort.REFERRAL, Sort.PAIN)),
    (mark("Variants"), mark("How often is a muscle missing, on which side?"), (Sort.VARIANT,)),
    (mark("Place your finger"), mark("Reach a muscle through the skin"), (Sort.FINGER,)),
    (mark("Your own"), mark("Questions from files of a teacher"), (Sort.OWN,)),
)
COUNTS = (5, 10, 20, 40)
_USUAL = 1


class StartForm(QWidget):
    """``begun`` asks for a round."""

    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = QLabel(self)
        self.sorts = {area: self._box(area) for area in AREAS}
        self.count, self.amount, self.scope = QComboBox(self), QComboBox(self), QComboBox(self)
        self.begin = QPushButton(tr("&Begin"), self)
        self.wrong, self.faults = QLabel(self), QPlainTextEdit(self)
        self._fill()
        self._lay_out()
        self.begin.clicked.connect(self.begun)

    def offer(self, cards: Iterable[Card], due: int, learner: str, note: str) -> None:
        """Let what there is be chosen; say what is to come back, for whom, and what is wrong with the log."""
        there = {card.sort for card in cards}
        for (_, _, sorts), box in self.sorts.items():
            box.setVisible(bool(there.intersection(sorts)))
        ready = tr("%n card(s) should come back today.", "", due) if due else tr("Nothing has to come back today.")
        told = tr("{learner}: {told}").format(learner=learner, told=ready) if learner else ready
        self.told.setText("\n".join(filter(None, (told, note))))

    def tell_faults(self, faults: Sequence[Fault]) -> None:
        """List all that is wrong with files of questions."""
        self.wrong.setText(tr("%n fault(s) in files of questions; the other files are asked:", "", len(faults)))
        self.faults.setPlainText("\n".join(map(str, faults)))
        for part in (self.wrong, self.faults):
            part.setVisible(bool(faults))

    def wanted(self, cards: Mapping[str, Card]) -> dict[str, Card]:
        """Those of the cards that are of the chosen sorts and near enough."""
        sorts = {sort for (_, _, sorts), box in self.sorts.items() if box.isChecked() for sort in sorts}
        near = bool(self.scope.currentData())
        return {name: one for name, one in cards.items() if one.sort in sorts and not (near and one.away)}

    @property
    def how_many(self) -> int:
        """Questions of the round."""
        return int(self.count.currentData())

    @property
    def which(self) -> Amount:
        """What is due, what is new, everything."""
        return Amount(self.amount.currentData())

    def _fill(self) -> None:
        for count in COUNTS:
            self.count.addItem(tr("%n question(s)", "", count), count)
        self.count.setCurrentIndex(_USUAL)
        for words, amount in (
            (tr("What is due, then new ones"), Amount.DUE_FIRST),
            (tr("Only what is due"), Amount.DUE),
            (tr("Only new ones"), Amount.NEW),
            (tr("Everything"), Amount.ALL),
        ):
            self.amount.addItem(words, amount)
        self.scope.addItem(tr("What is shown at the start"), True)
        self.scope.addItem(tr("All their neighbours too"), False)

    def _box(self, area: tuple[str, str, tuple[Sort, ...]]) -> QCheckBox:
        box = QCheckBox(tr(area[0]), self)
        box.setChecked(True)
        box.setToolTip(tr(area[1]))
        box.setAccessibleDescription(tr(area[1]))
        box.setMinimumHeight(28)
        return box

    def _lay_out(self) -> None:
        heading, sorts = QLabel(tr("What do you want to be asked?"), self), QLabel(tr("Questions about"), self)
        heading.setFont(theme.sized(theme.TITLE, bold=True))
        sorts.setFont(theme.sized(theme.BODY, bold=True))
        self.faults.setReadOnly(True)
        self.faults.setTabChangesFocus(True)
        self.faults.setMinimumHeight(15 * theme.STEP)
        self.faults.setAccessibleName(tr("Faults in files of questions"))
        for label in (heading, self.told, self.wrong):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (heading, self.told, sorts, *self.sorts.values()):
            layout.addWidget(part)
        layout.addSpacing(theme.STEP)
        layout.addLayout(self._choices())
        self.begin.setAutoDefault(True)  # Enter presses it
        self.begin.setMinimumHeight(theme.TARGET + theme.STEP)
        self.begin.setToolTip(tr("Begin the round; it can be left at any time (Esc)"))
        layout.addSpacing(theme.STEP)
        layout.addWidget(self.begin)
        for part in (self.wrong, self.faults):
            layout.addWidget(part)
            part.hide()
        layout.addStretch()

    def _choices(self) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for word, choice, tip in (
            (tr("How many"), self.count, tr("How many questions the round has")),
            (tr("Which"), self.amount, tr("What has to come back, what was never asked, or everything")),
            (tr("Of what"), self.scope, tr("Which structures are asked for")),
        ):
            label = QLabel(word, self)
            label.setBuddy(choice)
            choice.setAccessibleName(word)
            choice.setToolTip(tip)
            choice.setMinimumHeight(theme.TARGET)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            form.addRow(label, choice)
        return form
