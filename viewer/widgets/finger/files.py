"""A section as a picture of its own, large enough for a page: PNG pixels or SVG lines, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QFont, QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.finger.planes import Plane
from viewer.model.finger.press import FingerPath
from viewer.model.finger.section import Section
from viewer.model.whole_file import write_whole
from viewer.widgets.chrome import theme
from viewer.widgets.finger.frame import framed, reach
from viewer.widgets.finger.inks import ON_PAPER
from viewer.widgets.finger.plate import plate
from viewer.widgets.finger.printing import Caption, print_plate

SIZE = QSize(2400, 1680)  # pixels: 20 by 14 cm at 300 to the inch
EM = 34
PER_INCH = 300


class NotWrittenError(Exception):
    """The section could not be saved; the message says where and why."""


def write_section(  # noqa: PLR0913, PLR0917 - all that a picture is made of
    file: Path, atlas: Atlas, path: FingerPath, section: Section, warned: frozenset[str], plane: Plane
) -> Path:
    """Write a PNG, or an SVG where the file is called so. Returns its path. Raises NotWrittenError."""
    lines = file.suffix.lower() == ".svg"
    target = file if lines or file.suffix.lower() == ".png" else file.with_name(f"{file.name}.png")
    try:
        write_whole(target, (_svg if lines else _png)(atlas, path, section, warned, plane))
    except OSError as error:
        told = tr("The section could not be saved as {file}: {why}.")
        raise NotWrittenError(told.format(file=target, why=error.strerror)) from error
    return target


def section_image(atlas: Atlas, path: FingerPath, section: Section, warned: frozenset[str], plane: Plane) -> QImage:
    """The section printed on paper, with all names."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(PER_INCH / 0.0254))
    image.setDotsPerMeterY(round(PER_INCH / 0.0254))
    _print(image, atlas, path, section, warned, plane)
    return image


def _print(  # noqa: PLR0913, PLR0917 - all that a picture is made of
    onto: QPaintDevice, atlas: Atlas, path: FingerPath, section: Section, warned: frozenset[str], plane: Plane
) -> None:
    rect = QRectF(0, 0, SIZE.width(), SIZE.height())
    font = QFont(theme.sized(theme.BODY))
    font.setPixelSize(EM)
    frame = framed(rect, EM, reach(path))
    painter = QPainter(onto)
    whole = plate(atlas, path, section, frame.box, warned)
    print_plate(painter, rect, frame, whole, ON_PAPER, Caption(font, plane))
    painter.end()


def _png(atlas: Atlas, path: FingerPath, section: Section, warned: frozenset[str], plane: Plane) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    section_image(atlas, path, section, warned, plane).save(buffer, "PNG")
    return bytes(buffer.data().data())


def _svg(atlas: Atlas, path: FingerPath, section: Section, warned: frozenset[str], plane: Plane) -> bytes:
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(QRectF(0, 0, SIZE.width(), SIZE.height()))
    generator.setResolution(PER_INCH)
    generator.setTitle(tr("Section along the finger's way"))
    generator.setDescription("Iliopsoas")
    _print(generator, atlas, path, section, warned, plane)
    return bytes(buffer.data().data())
