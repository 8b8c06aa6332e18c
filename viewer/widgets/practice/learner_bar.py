"""Who is learning: chosen from all, added, renamed, deleted with all answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QLabel, QMenu, QMessageBox, QPushButton, QWidget

from viewer.language import tr
from viewer.model.practice.practice_log import PracticeLog
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert


class LearnerBar(QWidget):
    """``told`` is what came of a deed, for the user."""

    told = Signal(str)

    def __init__(self, log: PracticeLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self.who, self.more = QComboBox(self), QPushButton(self)
        self._menu = QMenu(self)
        self.add = self._menu.addAction(tr("&Add a learner…"), self.ask_to_add)
        self.rename = self._menu.addAction(tr("&Rename…"), self.ask_to_rename)
        self.delete = self._menu.addAction(tr("&Delete all of this learner…"), self.ask_to_delete)
        self._lay_out()
        self.who.activated.connect(self._choose)

    def follow(self) -> None:
        """List who there is, the current one chosen."""
        self.who.clear()
        for one in self._log.learners():
            self.who.addItem(one.name, one.id)
        self.who.setCurrentIndex(self.who.findData(self._log.learner.id))

    def ask_to_add(self) -> None:
        """Ask for a name, and let that one learn from now on."""
        self._ask(tr("Add a learner"), "", self._log.add_learner)

    def ask_to_rename(self) -> None:
        """Ask for another name of the current one."""
        learner = self._log.learner
        self._ask(tr("Rename"), learner.name, lambda name: self._log.rename_learner(learner.id, name))

    def ask_to_delete(self) -> None:
        """Say what is lost, and delete when that is wanted."""
        learner, count = self._log.learner, self._log.answered_count()
        box = QMessageBox(QMessageBox.Icon.Warning, tr("Delete a learner"), self._question(count), parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.addButton(QMessageBox.StandardButton.Cancel)
        delete = box.addButton(tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        delete.clicked.connect(lambda: self._delete(learner.id, learner.name))
        box.open()

    def _question(self, count: int) -> str:
        words = [
            tr("Delete “{name}”: %n answer(s), the progress, and what is to be asked again?", "", count).format(
                name=self._log.learner.name
            ),
            tr("This cannot be taken back. Export first what you want to keep."),
        ]
        if kept := self._log.damaged_files():
            words.append(tr("Damaged logs that were kept may still hold answers; delete them yourself: {files}").format(
                files=", ".join(str(one) for one in kept)))  # fmt: skip
        return "\n\n".join(words)

    def _delete(self, learner_id: str, name: str) -> None:
        if self._log.delete_learner(learner_id):
            self.told.emit(tr("{name} was deleted, from the disk too.").format(name=name))
        else:
            told = tr("{name} was deleted. Traces stay on the disk until no window uses the log and it can be written.")
            self.told.emit(told.format(name=name))

    def _choose(self, number: int) -> None:
        self._log.use_learner(self.who.itemData(number))

    def _ask(self, title: str, name: str, do: Callable[[str], object]) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(title)
        dialog.setLabelText(tr("Name, as you like; it stays on this computer:"))
        dialog.setTextValue(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(lambda typed: self._try(do, typed))
        dialog.open()

    def _try(self, do: Callable[[str], object], typed: str) -> None:
        try:
            do(typed)
        except ValueError as error:
            self.told.emit(inert(str(error)))

    def _lay_out(self) -> None:
        label, row = QLabel(tr("Who &learns:"), self), QHBoxLayout(self)
        label.setBuddy(self.who)
        self.who.setAccessibleName(tr("Who learns"))
        self.who.setToolTip(tr("Everybody has answers of their own (Up and Down step)"))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who.setMinimumContentsLength(5)
        self.more.setText(tr("Chan&ge"))
        self.more.setAccessibleName(tr("Add, rename or delete a learner"))
        self.more.setToolTip(tr("Add, rename or delete a learner (Alt+G)"))
        self.more.setMenu(self._menu)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.who, stretch=1)
        row.addWidget(self.more)
        for part in (self.who, self.more):
            part.setMinimumHeight(theme.TARGET)
