"""An address as a code that a telephone's camera reads, black on white whatever the colours around it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.language import tr

QUIET = 4  # modules of white around it, without which it is not read
SMALLEST = 220  # pixels


class QrCode(QWidget):
    """Shows a code as large as there is room; empty while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[bytes, ...] = ()
        self.setMinimumSize(SMALLEST, SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The address as a QR code"))
        self.setToolTip(tr("For the camera of a telephone or a tablet"))

    def say(self, address: str) -> None:
        """Show this address."""
        import segno

        self._rows = tuple(map(bytes, segno.make(address, error="m", micro=False).matrix)) if address else ()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Large enough for the back row to be read from a wall."""
        return QSize(340, 340)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Each module a whole number of pixels wide, so that none is blurred."""
        if not self._rows:
            return
        painter = QPainter(self)
        scale = self.devicePixelRatioF()
        modules = len(self._rows) + 2 * QUIET
        module = max(1, int(min(self.width(), self.height()) * scale / modules)) / scale
        left, top = (self.width() - modules * module) / 2, (self.height() - modules * module) / 2
        painter.fillRect(QRectF(left, top, modules * module, modules * module), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows, start=QUIET):
            for x, dark in enumerate(row, start=QUIET):
                if dark:
                    painter.fillRect(QRectF(left + x * module, top + y * module, module, module), Qt.GlobalColor.black)
