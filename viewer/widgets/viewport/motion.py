"""When to draw quickly and when with care: from a move's or a change's begin until all has been still for a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

STILL = 130  # ms without a move after which the camera counts as resting, held by a hand or not, or without a change


class Motion(QObject):
    """Is told of moves and hasty frames. ``changed`` says when the camera begins to move, and when all rests."""

    changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._moving = self._hasty = False
        self._still = QTimer(self, singleShot=True, interval=STILL)
        self._still.timeout.connect(self.end)

    @property
    def busy(self) -> bool:
        """Whether something moves, or waits to be drawn with care."""
        return self._moving or self._hasty

    def go_on(self) -> None:
        """The camera has just moved, or is about to."""
        self._still.start()
        self._set(True)

    def hasten(self) -> None:
        """The next frame is drawn in a hurry, for something that has just changed."""
        self._hasty = True

    def drawn(self) -> None:
        """A frame was drawn, which may have taken long: only from now on anything can be seen to stand still."""
        if self._moving or self._hasty:
            self._still.start()

    def end(self) -> None:
        """The move is over, and no haste any more."""
        self._still.stop()
        if self._hasty and not self._moving:
            self.changed.emit(False)
        self._hasty = False
        self._set(False)

    def set_moving(self, moving: bool) -> None:
        """A move begins, or ends."""
        if moving:
            self.go_on()
        else:
            self.end()

    def _set(self, moving: bool) -> None:
        if moving != self._moving:
            self._moving = moving
            self.changed.emit(moving)
