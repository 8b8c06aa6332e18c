"""Cameras as values: turning, shifting, zooming and framing are pure functions from one Camera to the next.

Directions are the body's (x to the person's left, y to the back, z up). Distances on the screen are given in view
heights from its centre, so none of this knows pixels.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from viewer.model.atlas.atlas import Point
from viewer.model.session.view import Camera

Vector = npt.NDArray[np.float64]

NEAREST, FARTHEST = 15.0, 8000.0  # mm from the focus: closer than a facet joint, farther than the whole body
FACING = 0.15  # cosine: a surface that faces the viewer less than this is turned away
STEEPEST = 0.5  # height of the unit vector along which a surface that was turned away is looked at, at most
ZOOM_STEP = 0.86  # one notch of a wheel


@lru_cache(maxsize=64)
def axes(camera: Camera) -> tuple[Vector, Vector, Vector]:
    """Unit vectors to the right, upwards and forward of a camera. They are kept, because a frame asks often."""
    forward = _unit(np.subtract(camera.focus, camera.position))
    right = np.cross(forward, camera.up)
    if np.linalg.norm(right) < 1e-9:
        right = np.cross(forward, (0.0, -1.0, 0.0) if abs(forward[2]) > 0.5 else (0.0, 0.0, 1.0))
    right = _unit(right)
    found = right, np.cross(right, forward), forward
    for axis in found:
        axis.flags.writeable = False
    return found


def distance(camera: Camera) -> float:
    """Millimetres from the viewer to the focus."""
    return math.dist(camera.position, camera.focus)


def height_at_focus(camera: Camera) -> float:
    """How many millimetres the view is high at the focus."""
    return 2 * distance(camera) * math.tan(math.radians(camera.angle) / 2)


def orbit(camera: Camera, dx: float, dy: float, tilt_locked: bool, pivot: Point) -> Camera:
    """The camera after a drag by ``dx``, ``dy`` degrees (right and up positive) around ``pivot``.

    What is seen follows the pointer. Locked, the spine stays upright: the camera walks around the vertical and
    climbs no farther than straight above or below. Unlocked, it turns around its own axes.
    """
    before = np.column_stack(axes(camera))
    after = _upright_turn(before, dx, dy) if tilt_locked else _free_turn(before, dx, dy)
    turn = after @ before.T
    middle = np.asarray(pivot, float)
    position, focus = (middle + turn @ (np.asarray(p) - middle) for p in (camera.position, camera.focus))
    return Camera(_point(position), _point(focus), _point(after[:, 1]), camera.angle)


def pan(camera: Camera, dx: float, dy: float) -> Camera:
    """The camera after the scene was dragged by ``dx``, ``dy`` view heights (right and up positive)."""
    right, up, _ = axes(camera)
    shift = -height_at_focus(camera) * (dx * right + dy * up)
    return Camera(_point(camera.position + shift), _point(camera.focus + shift), camera.up, camera.angle)


def zoom_at(camera: Camera, x: float, y: float, steps: float) -> Camera:
    """The camera ``steps`` notches nearer (negative: farther); what lies at ``x``, ``y`` stays there.

    ``x``, ``y`` are view heights from the centre of the view, right and up positive.
    """
    right, up, _ = axes(camera)
    fixed = camera.focus + height_at_focus(camera) * (x * right + y * up)
    wanted = distance(camera) * ZOOM_STEP**steps
    factor = min(max(wanted, NEAREST), FARTHEST) / distance(camera)
    position, focus = (fixed + factor * (np.asarray(p) - fixed) for p in (camera.position, camera.focus))
    return Camera(_point(position), _point(focus), camera.up, camera.angle)


def framed(points: npt.ArrayLike, camera: Camera, aspect: float, margin: float = 0.06) -> Camera:
    """The camera looking as ``camera`` does, from just so far that all ``points`` (n, 3) are in view.

    ``margin`` is the share of the view left free on each side; ``aspect`` is its width over its height.
    """
    frame = np.column_stack(axes(camera))
    r, u, f = (np.asarray(points, float).reshape(-1, 3) @ frame).T
    high = math.tan(math.radians(camera.angle) / 2) * (1 - 2 * margin)
    (across, back), (upwards, back_too) = _fit(r, f, high * aspect), _fit(u, f, high)
    middle = float(f.min() + f.max()) / 2
    stand = max(min(back, back_too, float(f.min()) - NEAREST), middle - FARTHEST)
    position, focus = (frame @ np.array([across, upwards, depth]) for depth in (stand, middle))
    return Camera(_point(position), _point(focus), _point(frame[:, 1]), camera.angle)


def toward(camera: Camera, place: Point, outward: Point | None, height: float) -> Camera:
    """The camera looking straight at a place, with at most ``height`` mm of the body in view there.

    It looks as before, unless the surface there (its unit normal is ``outward``) is turned away: then from outside.
    """
    _, _, forward = axes(camera)
    up = camera.up
    if outward is not None and float(np.dot(forward, outward)) > -FACING:
        forward, up = _inward(outward, forward), (0.0, 0.0, 1.0)
    away = min(distance(camera), height / (2 * math.tan(math.radians(camera.angle) / 2)))
    return Camera(_point(np.asarray(place) - away * forward), _point(place), up, camera.angle)


def drawn_back(camera: Camera, height: float) -> Camera:
    """The camera from so far that at least ``height`` mm of the body are in view at its focus."""
    share = max(1.0, height / height_at_focus(camera))
    position = np.asarray(camera.focus) + share * (np.asarray(camera.position) - np.asarray(camera.focus))
    return Camera(_point(position), camera.focus, camera.up, camera.angle)


def between(start: Camera, end: Camera, share: float) -> Camera:
    """The camera ``share`` (0..1) of the way, turning evenly and keeping its distance sensible, never cutting through.

    Ease in and out by easing ``share``.
    """
    if share <= 0 or share >= 1:
        return end if share >= 1 else start
    first, last = np.column_stack(axes(start)), np.column_stack(axes(end))
    frame = _part_turn(last @ first.T, share) @ first
    focus = (1 - share) * np.asarray(start.focus) + share * np.asarray(end.focus)
    far = distance(start) ** (1 - share) * distance(end) ** share
    angle = (1 - share) * start.angle + share * end.angle
    return Camera(_point(focus - far * frame[:, 2]), _point(focus), _point(frame[:, 1]), angle)


def _inward(outward: Point, forward: Vector) -> Vector:
    """The way to look at a surface from outside, never steeply from above or below; ``forward`` where it lies level."""
    x, y, z = outward
    level = _unit((x, y, 0.0)) if math.hypot(x, y) > 1e-3 else _unit((-forward[0], -forward[1], 0.0))
    steep = max(-STEEPEST, min(STEEPEST, z))
    return -_unit(level * math.sqrt(1.0 - steep * steep) + np.array([0.0, 0.0, steep]))


def _upright_turn(frame: Vector, dx: float, dy: float) -> Vector:
    """The camera's axes (columns right, up, forward) after walking ``dx`` around the vertical and climbing ``dy``."""
    flat = _unit(np.array([frame[0, 0], frame[1, 0], 0.0]))
    climb = math.asin(max(-1.0, min(1.0, frame[2, 2])))
    if frame[2, 1] < 0:  # the camera stands on its head after a free turn: set it upright
        flat = -flat
    right = _about((0.0, 0.0, 1.0), -dx) @ flat
    climb = max(-math.pi / 2, min(math.pi / 2, climb + math.radians(dy)))
    level = np.cross((0.0, 0.0, 1.0), right)
    forward = math.cos(climb) * level + math.sin(climb) * np.array([0.0, 0.0, 1.0])
    return np.column_stack((right, np.cross(right, forward), forward))


def _free_turn(frame: Vector, dx: float, dy: float) -> Vector:
    return np.asarray(_about(frame[:, 1], -dx) @ _about(frame[:, 0], dy) @ frame)


def _about(axis: npt.ArrayLike, degrees: float) -> Vector:
    """The rotation (3, 3) by an angle about an axis (Rodrigues)."""
    x, y, z = _unit(np.asarray(axis, float))
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = math.radians(degrees)
    return np.asarray(np.eye(3) + math.sin(angle) * cross + (1 - math.cos(angle)) * cross @ cross)


def _part_turn(turn: Vector, share: float) -> Vector:
    """A share of a rotation (3, 3), about the same axis."""
    angle = math.degrees(math.acos(max(-1.0, min(1.0, (np.trace(turn) - 1) / 2))))
    if angle < 1e-6:
        return np.eye(3)
    values, vectors = np.linalg.eig(turn)
    axis = np.real(vectors[:, int(np.argmin(np.abs(values - 1)))])
    signed = angle if np.allclose(_about(axis, angle), turn, atol=1e-6) else -angle
    return _about(axis, share * signed)


def _fit(across: Vector, forward: Vector, slope: float) -> tuple[float, float]:
    """Where on its own axis, and how far forward, a camera must stand to see all within ``slope`` on both sides."""
    plus = float((across - forward * slope).max())
    minus = float((-across - forward * slope).max())
    return (plus - minus) / 2, -(plus + minus) / (2 * slope)


def _unit(vector: npt.ArrayLike) -> Vector:
    array = np.asarray(vector, float)
    return np.asarray(array / max(float(np.linalg.norm(array)), 1e-12))


def _point(vector: npt.ArrayLike) -> Point:
    x, y, z = np.asarray(vector, float).tolist()
    return (x, y, z)
