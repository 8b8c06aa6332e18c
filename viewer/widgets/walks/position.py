"""The drawing of how a person lies or stands, in the ink of the page."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from viewer.model.walks.drawing import INK, DrawingError, drawing_file, read_drawing
from viewer.model.walks.walk import Step, Walk
from viewer.model.walks.walk_file import our_folder
from viewer.widgets.chrome import theme

IN_THE_DARK = {
    "#1f2933": "#e6e1d8",
    "#e8d5c4": "#8d7768",
    "#c9d6df": "#4d5c68",
    "#d9d2c5": "#4a4740",
    "#0f766e": "#74c7b8",
}
"""The inks of drawings (lines, skin, cloth, table, what it is about), and what stands for them on a dark page."""


def position_svg(walk: Walk, step: Step) -> str:
    """The drawing of a step as it is in its file now; empty where there is none that can be shown."""
    file = drawing_file(step.position, walk.file.parent, our_folder())
    try:
        return read_drawing(file) if file else ""
    except DrawingError:
        return ""


def drawn(svg: str, room: QSize, colours: theme.Colours, scale: float, mirrored: bool) -> QImage:
    """The drawing as a transparent picture that fills ``room`` (pixels at 100 %) as far as its shape lets it."""
    for light, dark in IN_THE_DARK.items() if colours is theme.DARK else ():
        svg = svg.replace(light, dark)
    renderer = QSvgRenderer(QByteArray(svg.replace(INK, colours.ink).encode()))
    size = renderer.viewBox().size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    picture = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if mirrored:
        painter.translate(picture.width(), 0)
        painter.scale(-1, 1)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture
