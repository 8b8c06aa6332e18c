"""Writes a picture to a file whole, beside the window, or says why not."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QThread
from PySide6.QtGui import QImage, QImageWriter

from viewer.language import tr
from viewer.model.whole_file import write_whole


class NotSavedError(Exception):
    """A picture could not be written; the message says where and why."""


class Saving(QThread):
    """One picture on its way to a file. When it has finished, ``saved`` is its path or ``refusal`` says why not."""

    def __init__(self, picture: QImage, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._picture, self._path = picture, path
        self.saved: Path | None = None
        self.refusal = ""

    def run(self) -> None:
        """What happens in the thread."""
        try:
            self.saved = save(self._picture, self._path)
        except NotSavedError as error:
            self.refusal = str(error)


def save(picture: QImage, path: Path) -> Path:
    """Write a PNG file, replacing an old one only once the new one is whole. Returns its path. Raises NotSavedError."""
    if picture.isNull():
        raise NotSavedError(tr("There is no picture to save yet: wait until the structures are shown."))
    target = path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png")
    try:
        write_whole(target, _png(picture))
    except OSError as error:
        raise NotSavedError(_failed(target, str(error.strerror))) from error
    return target


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(picture):
        raise OSError(errno.EIO, writer.errorString())
    return bytes(buffer.data().data())


def _failed(target: Path, why: str) -> str:
    return tr("The picture could not be saved as {file}: {why}.").format(file=target, why=why)
