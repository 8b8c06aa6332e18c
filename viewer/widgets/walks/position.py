"""The drawing of how a person lies or stands, in the ink of the page."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from viewer.model.walks.drawing import INK, DrawingError, drawing_file, read_drawing
from viewer.model.walks.walk import Step, Walk
from viewer.model.walks.walk_file import our_folder


def position_svg(walk: Walk, step: Step) -> str:
    """The drawing of a step as it is in its file now; empty where there is none that can be shown."""
    file = drawing_file(step.position, walk.file.parent, our_folder())
    try:
        return read_drawing(file) if file else ""
    except DrawingError:
        return ""


def drawn(svg: str, room: QSize, ink: str, scale: float, mirrored: bool) -> QImage:
    """The drawing as a transparent picture that fills ``room`` (pixels at 100 %) as far as its shape lets it."""
    renderer = QSvgRenderer(QByteArray(svg.replace(INK, ink).encode()))
    size = renderer.viewBox().size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    picture = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    picture = picture.mirrored(True, False) if mirrored else picture
    picture.setDevicePixelRatio(scale)
    return picture
