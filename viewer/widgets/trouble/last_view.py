"""Keeps the view of this run at rest, and offers the one of a run that ended badly: one step, which undo takes back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStatusBar

from viewer.health.sessions import Session
from viewer.model.session.limited_to import fitted
from viewer.model.session.record_values import NoViewError
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.model.session.view_record import as_record, view_of
from viewer.widgets.trouble.return_offer import ReturnOffer
from viewer.widgets.viewport.navigation import Navigation

PAUSE = 3000  # ms between two looks at a view that changes


class LastView(QObject):
    """Writes the view into the files of a session whenever it has changed and nothing moves."""

    def __init__(
        self, state: ViewState, session: Session, navigation: Navigation, status: QStatusBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._state, self._session, self._navigation, self._status = state, session, navigation, status
        self._kept = state.view
        self._wanted = View()
        self._offer: ReturnOffer | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._keep)

    def begin(self) -> None:
        """From here on what is shown is worth keeping."""
        self._kept = self._state.view
        self._state.changed.connect(self._wait)

    def offer(self, record: object) -> None:
        """Offer what was kept of another run, if it is a view."""
        try:
            self._wanted = view_of(record)
        except NoViewError:
            self._session.forget_left()
            return
        self._offer = ReturnOffer(self._status)
        self._offer.accepted.connect(self._bring_back)
        self._offer.declined.connect(self._put_away)
        self._status.insertPermanentWidget(0, self._offer)

    def _bring_back(self) -> None:
        self._state.change(self._as_wanted)
        self._put_away()

    def _as_wanted(self, view: View) -> View:
        """What was shown then, as far as it is known now; seen from where one stands if that is not told."""
        wanted = fitted(self._wanted, self._state.atlas)
        present = tuple(name for name in wanted.selection if name not in wanted.absent)
        return replace(wanted, selection=present, camera=wanted.camera or view.camera)

    def _put_away(self) -> None:
        offer, self._offer = self._offer, None
        if offer is not None:
            self._status.removeWidget(offer)
            offer.deleteLater()
        self._session.forget_left()

    def _wait(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        if self._navigation.moving:
            self._timer.start()
        elif self._state.view != self._kept:
            self._kept = self._state.view
            self._session.keep(as_record(self._kept))
