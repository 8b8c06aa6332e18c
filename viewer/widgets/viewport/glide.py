"""Easing from one camera to the next, so that nobody loses where they are."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from viewer.model.session.view import Camera

DURATION = 300  # ms


class Glide(QObject):
    """One camera move at a time. ``moved`` comes with each step and, last, with exactly the goal; then ``ended``."""

    moved = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._start: Camera | None = None
        self._goal: Camera | None = None
        self._clock = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=DURATION)
        self._clock.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._clock.valueChanged.connect(self._step)
        self._clock.finished.connect(self._end)

    @property
    def under_way(self) -> bool:
        """Whether a move is going on."""
        return self._goal is not None

    def go(self, start: Camera, goal: Camera, duration: int = DURATION) -> None:
        """Move from one camera to another, from now on, in so many ms."""
        self._clock.stop()
        self._clock.setDuration(duration)
        self._start, self._goal = start, goal
        self._clock.start()

    def stop(self) -> None:
        """Stay where the last step left the camera."""
        self._clock.stop()
        self._goal = None

    def _step(self, share: float) -> None:
        from viewer.drawing.cameras import between

        if self._start is not None and self._goal is not None:
            self.moved.emit(between(self._start, self._goal, share))

    def _end(self) -> None:
        goal, self._goal = self._goal, None
        if goal is not None:
            self.ended.emit()
