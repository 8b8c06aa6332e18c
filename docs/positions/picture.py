"""A picture as SVG of plain shapes: what is drawn later lies on top. Five colours, which a dark page can replace."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from docs.positions.outline import Field, Grid, Points, is_closed

INK, SKIN, CLOTH, TABLE, ACCENT = "#1f2933", "#e8d5c4", "#c9d6df", "#d9d2c5", "#0f766e"
WIDE, HIGH = 480, 320
LINE, FINE = 1.8, 1.2
MARGIN = 2.0
"""Centimetres that shapes go on beyond the picture, so that none is seen to end at its edge."""


class Picture:
    """What is drawn, in centimetres: ``scale`` pixels each, the origin at ``origin`` (pixels)."""

    def __init__(self, scale: float, origin: tuple[float, float]) -> None:
        self.scale, self.origin = scale, origin
        left, right = -origin[0] / scale - MARGIN, (WIDE - origin[0]) / scale + MARGIN
        self.grid = Grid(left, (origin[1] - HIGH) / scale - MARGIN, right, origin[1] / scale + MARGIN)
        self.shapes: list[str] = []

    def text(self, title: str) -> str:
        """The whole file; the title says what the drawing shows."""
        opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img">'
        return "\n".join([opening, f"<title>{title}</title>", *self.shapes, "</svg>", ""])

    def fill(self, field: Field, colour: str, opacity: float = 1) -> None:
        """The inside of a field, without an outline."""
        d = " ".join(self._path(line, close=True) for line in self.grid.outlines(field))
        seen = "" if opacity == 1 else f' fill-opacity="{opacity}"'
        if d:
            self.shapes.append(f'<path d="{d}" fill="{colour}"{seen} fill-rule="evenodd"/>')

    def edge(self, field: Field, width: float = LINE, where: Field | None = None) -> None:
        """The outline of a field; with ``where``, only as far as that field is negative."""
        for line in self.grid.outlines(field):
            wanted = self.grid.within(line)
            if where is not None:
                wanted &= self.grid.at(where, line) < 0
            for run in _runs(line, wanted):
                self._stroke(self._path(run), width)

    def line(self, points: Points | Sequence[Sequence[float]], width: float = LINE, colour: str = INK) -> None:
        """A smooth open line."""
        self._stroke(self._path(np.asarray(points, float)), width, colour)

    def shape(self, corners: Points | Sequence[Sequence[float]], colour: str, width: float = LINE) -> None:
        """A closed smooth shape with an outline."""
        line = np.asarray(corners, float)
        d = self._path(np.concatenate([line, line[:1]]))
        self.shapes.append(
            f'<path d="{d}" fill="{colour}" stroke="{INK}" stroke-width="{width}" stroke-linejoin="round"/>'
        )

    def box(self, corner: tuple[float, float], other: tuple[float, float], colour: str, round_: float) -> None:
        """An upright rectangle with rounded corners and an outline, from its upper left corner to the lower right."""
        (left, top), (right, bottom) = corner, other
        x, y = self._pixel(corner)
        self.shapes.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{(right - left) * self.scale:.1f}" '
            f'height="{(top - bottom) * self.scale:.1f}" rx="{round_ * self.scale:.1f}" fill="{colour}" '
            f'stroke="{INK}" stroke-width="{LINE}"/>'
        )

    def disc(self, middle: tuple[float, float], radius: float, colour: str) -> None:
        """A disc with an outline."""
        x, y = self._pixel(middle)
        self.shapes.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius * self.scale:.1f}" fill="{colour}" '
            f'stroke="{INK}" stroke-width="{LINE}"/>'
        )

    def arrow(self, points: Points | Sequence[Sequence[float]], width: float = 3.0) -> None:
        """An arrow along a smooth line, in the accent's colour."""
        line = np.asarray(points, float)
        tip, ahead = line[-1], line[-1] - line[-2]
        ahead = ahead / np.linalg.norm(ahead)
        size = 9 / self.scale
        across = np.array([-ahead[1], ahead[0]])
        barbs = (tip - size * 1.25 * ahead + size * 0.62 * across, tip - size * 1.25 * ahead - size * 0.62 * across)
        self._stroke(self._path(np.concatenate([line[:-1], [tip - size * ahead]])), width, ACCENT)
        corners = " ".join("{:.1f},{:.1f}".format(*self._pixel(one)) for one in (tip, *barbs))
        self.shapes.append(f'<polygon points="{corners}" fill="{ACCENT}" stroke="none"/>')

    def _stroke(self, d: str, width: float, colour: str = INK) -> None:
        self.shapes.append(
            f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
            f'stroke-linejoin="round"/>'
        )

    def _pixel(self, place: Sequence[float] | Points) -> tuple[float, float]:
        return self.origin[0] + place[0] * self.scale, self.origin[1] - place[1] * self.scale

    def _path(self, line: Points, close: bool = False) -> str:
        """Curves through all points of a line; ``close`` joins the ends of one that does not end where it began."""
        p = np.round([self._pixel(one) for one in line], 1)
        before, after = (p[-2:-1], p[1:2]) if is_closed(line) else (p[:1], p[-1:])
        around = np.concatenate([before, p, after])
        lean, step = (around[2:] - around[:-2]) / 6, np.diff(p, axis=0)
        parts = [f"M{_numbers(*p[0])}c{_numbers(*lean[0], *(step[0] - lean[1]), *step[0])}"]
        parts += [f"s{_numbers(*(to - slope), *to)}" for to, slope in zip(step[1:], lean[2:], strict=True)]
        return "".join(parts) + ("Z" if close or is_closed(line) else "")


def _numbers(*values: float) -> str:
    """Numbers as short as SVG allows."""
    words = (
        f"{value + 0.0:.1f}".removesuffix(".0").replace("-0", "0" if abs(value) < 0.05 else "-0") for value in values
    )
    return " ".join(words).replace(" -", "-")


def _runs(line: Points, wanted: npt.NDArray[np.bool_]) -> list[Points]:
    """The pieces of a line whose points are wanted."""
    if wanted.all():
        return [line]
    if is_closed(line):
        start = int(np.argmin(wanted[:-1]))
        line, wanted = np.roll(line[:-1], -start, axis=0), np.roll(wanted[:-1], -start)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], wanted.astype(int), [0]])))
    return [line[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True) if last - first > 2]


def arc(middle: tuple[float, float], radius: float, first: float, last: float) -> Points:
    """Points along a part of a circle, from one direction (degrees) to another."""
    turns = np.radians(np.linspace(first, last, 9))
    return np.array(middle) + radius * np.column_stack([np.cos(turns), np.sin(turns)])
