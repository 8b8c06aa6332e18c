"""Right answers over the days, and how sure they were: two lines, told apart by colour, dash and marks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from viewer.language import tr
from viewer.model.practice.telling import Point
from viewer.widgets.chrome import theme
from viewer.widgets.practice.key_mark import colours_on

MOST_DATES = 4
LEAST_DAYS = 6
"""The axis is as long at least, so that two days do not lie at its ends."""


class DayPlot(pg.PlotWidget):  # type: ignore[misc]
    """The keyboard passes it by: what it shows is said in words too."""

    _points: Sequence[Point] = ()  # Qt tells of the palette before anything else is made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, enableMenu=False, axisItems={"bottom": pg.AxisItem("bottom"), "left": pg.AxisItem("left")}
        )
        self.setAntialiasing(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self.setYRange(-0.08, 1.08, padding=0)
        self.getAxis("left").setTicks([[(part, f"{round(100 * part)} %") for part in (0.0, 0.5, 1.0)]])
        self.getPlotItem().getViewBox().setBorder(None)

    def show_points(self, points: Sequence[Point]) -> None:
        """Draw these, oldest first."""
        self._points = points
        self.setAccessibleName(tr("Right answers and sureness, day by day"))
        self.setAccessibleDescription("\n".join(point.words for point in points))
        self.clear()
        if points:
            first, last = points[0].day, max(points[-1].day, points[0].day + LEAST_DAYS)
            self._draw([point.day for point in points])
            self.setXRange(first, last, padding=0.09)
            self.getAxis("bottom").setTicks([[(point.day, point.date) for point in _spread(points)]])

    def wheelEvent(self, event: Any) -> None:  # noqa: N802
        """The page scrolls, not the plot."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the palette from light to dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._points:
            self.show_points(self._points)

    def _draw(self, days: list[int]) -> None:
        colours = colours_on(self.palette())
        self.setBackground(colours.base)
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(colours.line))
            axis.setTextPen(pg.mkPen(colours.quiet))
            axis.setStyle(tickFont=theme.sized(theme.CAPTION), tickLength=0)
        self.addItem(pg.InfiniteLine(0.5, 0, pen=pg.mkPen(colours.line)))
        self.addItem(pg.InfiniteLine(1.0, 0, pen=pg.mkPen(colours.line)))
        self._line(days, [one.sure for one in self._points], colours.disputed, "s", Qt.PenStyle.DashLine)
        self._line(days, [one.right for one in self._points], colours.accent, "o", Qt.PenStyle.SolidLine)

    def _line(self, days: list[int], values: list[float], colour: str, mark: str, dash: Qt.PenStyle) -> None:
        pen = pg.mkPen(QColor(colour), width=2, style=dash)
        self.plot(days, values, pen=pen, symbol=mark, symbolSize=8, symbolBrush=QColor(colour), symbolPen=None)


def _spread(points: Sequence[Point]) -> list[Point]:
    """A few of them, from the first to the last, whose dates have room beside each other."""
    step = math.ceil((points[-1].day - points[0].day + 1) / MOST_DATES)
    chosen: list[Point] = []
    for point in points:
        if not chosen or point.day - chosen[-1].day >= max(step, 2):
            chosen.append(point)
    return chosen
