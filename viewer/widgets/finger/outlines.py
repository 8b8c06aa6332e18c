"""Plane geometry of a section's outlines, in millimetres: what lies within, what is in the frame, where to point at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from viewer.model.finger.section import Outline

Places = npt.NDArray[np.float64]
"""Points of the section's plane (n, 2): mm across, mm deep."""
Box = tuple[float, float, float, float]
"""Least and most across, least and most deep, mm."""
TRIED = 9  # places along each side of a cut's box that are tried for the one to point at
FLAT = 0.9  # of the spacing: from row to row
WOBBLE = 0.62  # of the spacing: how far what is strewn lies from its row at most, to and fro
WIDE = 1e4  # mm; no section is as wide
EDGE = 160  # places of its edge that such a one is to keep away from


def area(outlines: Sequence[Outline]) -> float:
    """Square millimetres within, holes taken away where they run the other way round, else as if they were full."""
    return sum(abs(_signed(outline)) for outline in outlines)


def clipped(outline: Outline, box: Box) -> Outline:
    """The part of an outline within a box, closed along its sides; (0, 2) where nothing lies within."""
    left, right, top, bottom = box
    (least, highest), (most, deepest) = outline.min(axis=0), outline.max(axis=0)
    if least >= left and most <= right and highest >= top and deepest <= bottom:
        return outline
    if least > right or most < left or highest > bottom or deepest < top:
        return outline[:0]
    for axis, limit, sign in ((0, left, 1.0), (0, right, -1.0), (1, top, 1.0), (1, bottom, -1.0)):
        outline = _cut_off(outline, axis, limit, sign)
    return outline


def within(outlines: Sequence[Outline], places: Places) -> npt.NDArray[np.bool_]:
    """Which of the places (n, 2) lie inside (n,); quick where many of them share their depth."""
    starts, ends = _edges(outlines)
    depths, row = np.unique(places[:, 1], return_inverse=True)
    met = (starts[:, 1] <= depths[:, None]) != (ends[:, 1] <= depths[:, None])
    crossed, edge = np.nonzero(met)
    (x0, y0), (x1, y1) = starts[edge].T, ends[edge].T
    crossings = np.sort(crossed * WIDE + x0 + (depths[crossed] - y0) / (y1 - y0) * (x1 - x0))
    before = np.searchsorted(crossings, row * WIDE - WIDE / 2)
    return np.asarray((np.searchsorted(crossings, row * WIDE + places[:, 0]) - before) % 2 == 1)


def strewn(outlines: Sequence[Outline], spacing: float, margin: float) -> Places:
    """Places (n, 2) strewn evenly, not in lines, at least about a margin inside the edge."""
    places = _grid(_box(outlines), spacing)
    for off in ((0.0, 0.0), (-margin, 0.0), (margin, 0.0), (0.0, -margin), (0.0, margin)):
        places = places[within(outlines, places + off)]
    return places + spacing * WOBBLE * _chance(places / spacing)


def heart(outlines: Sequence[Outline]) -> tuple[Places, float]:
    """The place (2,) inside that lies farthest from every edge, about, and how far, mm."""
    left, right, top, bottom = _box(outlines)
    across, deep = (np.linspace(a, b, TRIED + 2)[1:-1] for a, b in ((left, right), (top, bottom)))
    tried = np.stack(np.meshgrid(across, deep), axis=-1).reshape(-1, 2)
    inside, edge = tried[within(outlines, tried)], np.concatenate(outlines)
    edge = edge[:: max(1, len(edge) // EDGE)]
    if not len(inside):
        return max(outlines, key=len).mean(axis=0), 0.0
    apart = np.hypot(*(inside[:, None] - edge[None]).transpose(2, 0, 1)).min(axis=1)
    return inside[int(apart.argmax())], float(apart.max())


def stripes(outlines: Sequence[Outline], spacing: float) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Slanting lines within, from edge to edge: pairs of places."""
    turned = [_turned(outline, 1.0) for outline in outlines]
    starts, ends = _edges(turned)
    found: list[Places] = []
    _, _, top, bottom = _box(turned)
    for deep in np.arange(np.ceil(top / spacing) * spacing, bottom, spacing):
        crossings = _crossings(starts, ends, deep)
        ends_of = np.stack((crossings, np.full(len(crossings), deep)), axis=1)
        found += [_turned(ends_of[i : i + 2], -1.0) for i in range(0, len(crossings) - 1, 2)]
    return [((a, b), (c, d)) for (a, b), (c, d) in (pair.tolist() for pair in found)]


def _turned(places: Places, way: float) -> Places:
    """By an eighth of a circle."""
    x, y = places.T
    return np.asarray(np.stack((x - way * y, way * x + y), axis=1) * np.sqrt(0.5))


def _crossings(starts: Places, ends: Places, deep: float) -> npt.NDArray[np.float64]:
    """Where edges cross a line of one depth, from left to right."""
    met = (starts[:, 1] <= deep) != (ends[:, 1] <= deep)
    (x0, y0), (x1, y1) = starts[met].T, ends[met].T
    return np.sort(x0 + (deep - y0) / (y1 - y0) * (x1 - x0))


def _signed(outline: Outline) -> float:
    x, y = outline.T
    return float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


def _box(outlines: Sequence[Outline]) -> Box:
    points = np.concatenate(outlines)
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return left, right, top, bottom


def _edges(outlines: Sequence[Outline]) -> tuple[Places, Places]:
    return np.concatenate(outlines), np.concatenate([np.roll(outline, -1, axis=0) for outline in outlines])


def _grid(box: Box, spacing: float) -> Places:
    """Rows of places over a box, each set off against the next; the same ones wherever the box lies."""
    left, right, top, bottom = (side / spacing for side in box)
    columns, rows = (
        np.arange(np.floor(left), np.ceil(right) + 1),
        np.arange(np.floor(top / FLAT), np.ceil(bottom / FLAT) + 1),
    )
    across, deep = np.meshgrid(columns, rows)
    return np.stack((across + 0.5 * (deep % 2), deep * FLAT), axis=-1).reshape(-1, 2) * spacing


def _chance(places: Places) -> Places:
    """Shifts (n, 2) from -0.5 to 0.5 that look like chance and are the same each time."""
    mixed = np.stack((places @ (12.9898, 78.233), places @ (39.346, 11.135)), axis=1)
    return np.asarray(np.sin(mixed) * 43758.5453 % 1.0 - 0.5)


def _cut_off(outline: Outline, axis: int, limit: float, sign: float) -> Outline:
    """What lies on one side of a line, closed along it (Sutherland and Hodgman)."""
    if not len(outline):
        return outline
    beyond = sign * (outline[:, axis] - limit)
    after, next_beyond = np.roll(outline, -1, axis=0), np.roll(beyond, -1)
    inside, leaves = beyond >= 0, (beyond >= 0) != (next_beyond >= 0)
    if inside.all():
        return outline
    share = beyond / np.where(leaves, beyond - next_beyond, 1.0)
    crossing = outline + share[:, None] * (after - outline)
    kept = np.stack((outline, crossing), axis=1).reshape(-1, 2)
    return np.asarray(kept[np.stack((inside, leaves), axis=1).ravel()])
