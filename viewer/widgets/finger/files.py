"""A section as a picture of its own, large enough for a page: PNG pixels or SVG lines, written whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QFont, QImage, QImageWriter, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from viewer.language import tr
from viewer.model.whole_file import write_whole
from viewer.widgets.chrome import theme
from viewer.widgets.finger.frame import framed, reach
from viewer.widgets.finger.inks import ON_PAPER
from viewer.widgets.finger.plate import Subject, plate
from viewer.widgets.finger.printing import Style, print_plate

SIZE = QSize(2400, 1680)  # pixels: 20 by 14 cm at 300 to the inch
EM = 32
PER_INCH = 300


class NotWrittenError(Exception):
    """The section could not be saved; the message says where and why."""


def write_section(file: Path, subject: Subject) -> Path:
    """Write a PNG, or an SVG where the file is called so. Returns its path. Raises NotWrittenError."""
    lines = file.suffix.lower() == ".svg"
    target = file if lines or file.suffix.lower() == ".png" else file.with_name(f"{file.name}.png")
    try:
        write_whole(target, (_svg if lines else _png)(subject))
    except OSError as error:
        told = tr("The section could not be saved as {file}: {why}.")
        raise NotWrittenError(told.format(file=target, why=error.strerror)) from error
    return target


def section_image(subject: Subject) -> QImage:
    """The section printed on paper, with all names."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(PER_INCH / 0.0254))
    image.setDotsPerMeterY(round(PER_INCH / 0.0254))
    _print(image, subject)
    return image


def _print(onto: QPaintDevice, subject: Subject) -> None:
    rect = QRectF(0, 0, SIZE.width(), SIZE.height())
    font = QFont(theme.sized(theme.BODY))
    font.setPixelSize(EM)
    frame = framed(rect, EM, reach(subject.path))
    painter = QPainter(onto)
    print_plate(painter, rect, frame, plate(subject, frame.box), Style(ON_PAPER, font))
    painter.end()


def _png(subject: Subject) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(section_image(subject)):
        raise OSError(errno.EIO, writer.errorString())
    return bytes(buffer.data().data())


def _svg(subject: Subject) -> bytes:
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(QRectF(0, 0, SIZE.width(), SIZE.height()))
    generator.setResolution(PER_INCH)
    generator.setTitle(tr("Section along the finger's way"))
    generator.setDescription("Iliopsoas")
    _print(generator, subject)
    return bytes(buffer.data().data())
