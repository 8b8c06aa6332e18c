"""Before anybody is touched: consent, and what speaks against it, each to be ticked once it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, PalpationStep
from viewer.model.walks.before_touch import cautions, consents
from viewer.model.walks.telling import educational, said_by
from viewer.model.walks.walk import Walk
from viewer.widgets.chrome import theme


class _Words(QLabel):
    """Words of a box, which can be clicked in its stead."""

    clicked = Signal()

    def __init__(self, text: str, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.sized(scale))
        self.setText(text)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """As a click on the box."""
        self.clicked.emit()


class _Row(QWidget):
    """One fact with its box."""

    def __init__(self, fact: PalpationStep, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.fact = fact
        self.box = QCheckBox(self)
        self.box.setAccessibleName(fact.text)
        self.box.setAccessibleDescription(said)
        self.box.setToolTip(tr("Space ticks"))
        self.box.setMinimumSize(theme.TARGET - theme.STEP, theme.TARGET - theme.STEP)
        words = QVBoxLayout()
        words.setSpacing(2)
        for text, scale in ((fact.text, theme.BODY), (said, theme.CAPTION)):
            label = _Words(text, scale, self)
            label.clicked.connect(self.box.click)
            words.addWidget(label)
        label.setForegroundRole(label.foregroundRole().PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.STEP // 2, 0, theme.STEP // 2)
        row.addWidget(self.box, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, stretch=1)


class Checklist(QWidget):
    """``begun`` says whether a person is there who was asked (else it is read for study), ``instead_asked`` that
    movement is wished for instead, ``ticked`` which facts are ticked now.
    """

    begun = Signal(bool)
    instead_asked = Signal()
    ticked = Signal(frozenset)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Before you touch"))
        self._area = QScrollArea(self)
        self.rows: list[_Row] = []
        self.begin = QPushButton(tr("Be&gin"), self)
        self.study = QPushButton(tr("Read for st&udy"), self)
        self.instead = QPushButton(tr("&Movement instead…"), self)
        self._wire()
        self._lay_out()

    def ask(self, atlas: Atlas, walk: Walk, ticked: Set[str], movement: bool) -> None:
        """Show what is to be asked before a walk; ``movement`` says whether there is any to offer instead."""
        page = QWidget(self)
        self.rows = []
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.STEP, theme.STEP)
        self._say(column, tr("Ask first, whoever lies there, and each time. Tick what you have asked."), page)
        self._head(column, tr("Consent: I have asked"), page)
        self._list(column, consents(atlas, walk), atlas, page)
        column.addWidget(self.instead)
        self.instead.setVisible(movement)
        self._head(column, tr("Cautions: this does not apply"), page)
        self._say(column, tr("If one applies or you are not sure, do not touch: to a doctor first."), page)
        self._list(column, cautions(atlas, walk), atlas, page)
        column.addStretch()
        self.instead.setParent(page)
        self._area.setWidget(page)
        for row in self.rows:
            row.box.setChecked(row.fact.id in ticked)
            row.box.toggled.connect(self._follow)
        self._follow()

    def take_keyboard(self) -> None:
        """To the first box that is not ticked, else to where it goes on."""
        open_one = next((row.box for row in self.rows if not row.box.isChecked()), self.begin)
        open_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        left = sum(not row.box.isChecked() for row in self.rows)
        self.begin.setEnabled(left == 0)
        self.begin.setToolTip(tr("%n to tick still", "", left) if left else tr("To the first step (Alt+G)"))
        self.ticked.emit(frozenset(row.fact.id for row in self.rows if row.box.isChecked()))

    def _list(self, column: QVBoxLayout, facts: Iterable[PalpationStep], atlas: Atlas, page: QWidget) -> None:
        for fact in facts:
            self.rows.append(_Row(fact, said_by(atlas, fact), page))
            column.addWidget(self.rows[-1])

    def _head(self, column: QVBoxLayout, text: str, page: QWidget) -> None:
        label = QLabel(text, page)
        label.setFont(theme.sized(theme.BODY, bold=True))
        column.addSpacing(theme.STEP)
        column.addWidget(label)

    def _say(self, column: QVBoxLayout, text: str, page: QWidget) -> None:
        column.addWidget(_Words(text, theme.BODY, page))

    def _wire(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.study.clicked.connect(self._study)
        self.instead.clicked.connect(self.instead_asked)
        self.study.setToolTip(tr("Alone, with nobody to touch: nothing needs to be ticked (Alt+U)"))
        self.instead.setToolTip(tr("Exercises in which the person moves and nobody is touched (Alt+M)"))

    def _begin(self) -> None:
        self.begun.emit(True)

    def _study(self) -> None:
        self.begun.emit(False)

    def _lay_out(self) -> None:
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        head = _Words(tr("Before you touch"), theme.TITLE, self)
        head.setFont(theme.sized(theme.TITLE, bold=True))
        alone = _Words(tr("Alone, with nobody to touch? Then read it for study."), theme.CAPTION, self)
        buttons = QHBoxLayout()
        buttons.addWidget(self.begin)
        buttons.addWidget(self.study)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(head)
        layout.addWidget(self._area, stretch=1)
        layout.addWidget(alone)
        layout.addLayout(buttons)
        layout.addWidget(_Words(educational(), theme.CAPTION, self))
