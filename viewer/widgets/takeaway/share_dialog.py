"""Letting a class open a page on their own devices: plainly said, begun and ended by the teacher alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.lessons.lesson import Lesson
from viewer.model.session.state import ViewState
from viewer.sharing.addresses import ALONE, addresses
from viewer.widgets.chrome import theme
from viewer.widgets.takeaway.errand import errand
from viewer.widgets.takeaway.making import Making
from viewer.widgets.takeaway.qr_code import QrCode
from viewer.widgets.takeaway.what_to_take import WhatToTake

if TYPE_CHECKING:
    from viewer.sharing.one_page import OnePage

WIDTH = 64 * theme.STEP
LOOK_EVERY = 500  # ms


class ShareDialog(QDialog):
    """Nothing is served before Start, and nothing after Stop or when it is closed.

    ``saving_wanted`` holds the Lesson of which a page is to be saved instead.
    """

    saving_wanted = Signal(object)

    def __init__(self, lesson: Lesson, state: ViewState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Share with the class"))
        self._state, self._window = state, parent
        self._page: OnePage | None = None
        self._making: Making | None = None
        self._folder = TemporaryDirectory(prefix="iliopsoas-")
        self.what, self.network = WhatToTake(lesson, state, self), QComboBox(self)
        self.told, self.address, self.code = QLabel(self), QLabel(self), QrCode(self)
        self.start, self.save = (
            QPushButton(tr("&Start"), self),
            QPushButton(tr("Save the page and &hand it round…"), self),
        )
        self.leave = QPushButton(tr("Close"), self)
        self._counting = QTimer(self, interval=LOOK_EVERY)
        self._lay_out()
        self._wire()
        self._show_stopped(_what_happens())

    def done(self, result: int) -> None:
        """Every way out: nothing is served any more."""
        self._stop()
        self._folder.cleanup()
        super().done(result)

    def _lay_out(self) -> None:
        for label in (self.told, self.address):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.setMinimumWidth(WIDTH)
        self.address.setFont(theme.sized(1.4 * theme.DISPLAY, bold=True))
        self.address.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.address.setAccessibleName(tr("The address for the class"))
        for one in addresses():
            told = tr("{address} (this computer only)").format(address=one) if one == ALONE else one
            self.network.addItem(told, one)
        self.network.setToolTip(tr("By which network the class reaches this computer; the first is the likely one"))
        self.network.setAccessibleName(tr("Network address"))
        self.network.setMinimumHeight(theme.TARGET)
        self._choice, form, layout = QWidget(self), QFormLayout(), QVBoxLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.what)
        form.addRow(tr("&Network address"), self.network)
        self._choice.setLayout(form)
        layout.setContentsMargins(*[3 * theme.STEP] * 4)
        layout.setSpacing(2 * theme.STEP)
        for part, share in ((self.told, 0), (self._choice, 0), (self.address, 0), (self.code, 1)):
            layout.addWidget(part, share)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button, tip in (
            (self.save, tr("Without any network: on a memory stick, by mail, in the school's own cloud")),
            (self.start, tr("From now on the class can open the page")),
            (self.leave, tr("Nothing is shared after that")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(button.text().replace("&", ""))
            button.setMinimumHeight(theme.TARGET)
            button.setAutoDefault(False)
            row.addWidget(button)
        row.insertStretch(1)
        return row

    def _wire(self) -> None:
        self.start.clicked.connect(self._start_or_stop)
        self.save.clicked.connect(self._save_instead)
        self.leave.clicked.connect(self.reject)
        self._counting.timeout.connect(self._count)
        self.destroyed.connect(partial(TemporaryDirectory.cleanup, self._folder))
        self._window.installEventFilter(self)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.reject)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The window is closed: so is this."""
        if watched is self._window and event.type() is QEvent.Type.Close:
            self.reject()
        return super().eventFilter(watched, event)

    @property
    def sharing(self) -> bool:
        """Whether the page can be opened now."""
        return self._page is not None

    def _start_or_stop(self) -> None:
        if self.sharing or self._making is not None:
            self._stop()
            self._show_stopped(tr("Nothing is shared any more: the address leads nowhere now."))
        else:
            self._begin()

    def _begin(self) -> None:
        """Have the page made first; nothing is served meanwhile."""
        goal = Path(self._folder.name) / "page.html"
        try:
            self._making = errand(["--page", goal], goal, self.what.lesson(), self._state, self)
        except OSError as fault:
            self._show_stopped(tr("The page could not be made: {why}.").format(why=fault.strerror))
            return
        self._making.progressed.connect(self._show_progress)
        self._making.finished.connect(self._serve)
        self._making.failed.connect(self._fail)
        self._choice.setEnabled(False)
        self._dress_start(tr("&Stop"), tr("The page is not made"))
        self.told.setText(tr("The page is being made…"))
        self._making.start()

    def _serve(self, page: Path) -> None:
        from viewer.sharing.one_page import OnePage

        self._making = None
        try:
            self._page = OnePage(page.read_bytes(), str(self.network.currentData()))
        except OSError as fault:
            self._fail(tr("This address cannot be used ({why}). Choose another one.").format(why=fault.strerror))
            return
        self.destroyed.connect(partial(OnePage.stop, self._page))
        self._show_shared(self._page.address)

    def _show_shared(self, address: str) -> None:
        self.address.setText(address)
        self.code.say(address)
        self._choice.hide()
        for part in (self.address, self.code):
            part.show()
        self._dress_start(tr("&Stop"), tr("Nobody can open the page any more"))
        self._counting.start()
        self._count()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _count(self) -> None:
        if self._page is None:
            return
        told = tr("Opened by %n device(s).", "", self._page.opened_by)
        self.told.setText(f"{told}\n{_if_it_does_not_open()}")

    def _show_progress(self, done: int, total: int) -> None:
        self.told.setText(tr("The page is being made: {done} of {total}.").format(done=done, total=total))

    def _fail(self, why: str) -> None:
        self._stop()
        self._show_stopped(why)

    def _stop(self) -> None:
        self._counting.stop()
        page, self._page = self._page, None
        making, self._making = self._making, None
        if page is not None:
            page.stop()
        if making is not None:
            making.cancel()

    def _show_stopped(self, words: str) -> None:
        self.told.setText(words)
        for part in (self.address, self.code):
            part.hide()
        self._choice.show()
        self._choice.setEnabled(True)
        self._dress_start(tr("&Start"), tr("From now on the class can open the page"))

    def _dress_start(self, text: str, tip: str) -> None:
        self.start.setText(text)
        self.start.setAccessibleName(text.replace("&", ""))
        self.start.setToolTip(tip)

    def _save_instead(self) -> None:
        lesson = self.what.lesson()
        self.reject()
        self.saving_wanted.emit(lesson)


def _what_happens() -> str:
    return tr(
        "Start makes a page and lets the class open it, by the network that you choose: only this one page, to be read"
        " only, under an address that nobody guesses. Nothing else of this computer can be reached through it. It ends"
        " with Stop, and when you close this or the program. Until you press Start nothing is shared."
    )


def _if_it_does_not_open() -> str:
    return tr(
        "Does it not open? The devices have to be in the same network as this computer, not in that for guests. If a"
        " firewall asks, allow it for private networks. Some schools keep devices apart: then save the page and hand it"
        " round."
    )
