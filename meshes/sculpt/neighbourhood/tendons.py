"""Tendons that spread out over a muscle as sheets, and fibres that run to them at an angle.

A muscle drawn of fascicles from end to end has its true shape and volume, but its fibres may be shorter: they run
aslant between a sheet of tendon on one face and another on the opposite one. Here such sheets lengthen the pale ends of
the fascicles at a face, and a lean turns what is drawn of the fibres there; the shape stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from meshes.sculpt.kernel.fields import Points, Values, smooth_step
from meshes.sculpt.kernel.surface import unit
from meshes.sculpt.muscles.fascicles import Bundle

MIDDLE = 2.5  # mm beside the middle line over which a lean turns from one side to the other


@dataclass(frozen=True)
class Sheet:
    """A tendon of the ``end`` that covers the face towards ``facing`` for ``length`` mm from there, at its middle.

    ``share`` is the part of the fascicles, those that lie nearest to this face, which it covers.
    """

    end: Literal["origin", "insertion"]
    facing: tuple[float, float, float]
    length: float
    share: float = 0.3


@dataclass(frozen=True)
class Lean:
    """Fibres on the face towards ``facing`` part from its middle line, downwards, by ``angle`` degrees."""

    facing: tuple[float, float, float]
    angle: float


@dataclass(frozen=True)
class Leaning(Bundle):
    """A bundle whose fibres deviate by ``lean`` (n, s, 3) from the direction of its fascicles."""

    lean: Points

    def directions(self) -> Points:
        """Unit directions of the fibres, (n, s, 3)."""
        return np.asarray(unit((super().directions() + self.lean).reshape(-1, 3)).reshape(self.paths.shape))


def sheeted(bundle: Bundle, end: str, lengths: Values, sheets: Sequence[Sheet]) -> Values:
    """Lengths (n,) of the fascicles' tendons at one end, longer where a sheet covers them."""
    for sheet in sheets:
        if sheet.end == end:
            cover = _covered(bundle, sheet)
            lengths = np.maximum(lengths, sheet.length * cover)
    return lengths


def _covered(bundle: Bundle, sheet: Sheet) -> Values:
    """How long a sheet lies on each fascicle, 0 to 1, (n,): longest in the middle of its face."""
    middle = bundle.paths[:, bundle.paths.shape[1] // 2]
    near = (middle - middle.mean(axis=0)) @ np.asarray(sheet.facing)
    rank = np.argsort(np.argsort(-near)) / max(len(near) - 1, 1)
    return np.asarray(1.0 - smooth_step((rank / sheet.share - 0.4) / 0.6))


def leaning(bundle: Bundle, lean: Lean) -> Leaning:
    """The bundle with fibres that part from the middle line of a face; deep ones and the ends stay."""
    towards = np.asarray(lean.facing)
    along = unit((bundle.paths[:, -1] - bundle.paths[:, 0]).mean(axis=0)[None])[0]
    outward = unit(np.cross(along, towards)[None])[0]
    off = bundle.paths - bundle.paths.mean(axis=0)
    front = smooth_step((off @ towards) / np.maximum((off @ towards).std(axis=0), 0.5))
    arc = np.linspace(0.0, 1.0, bundle.paths.shape[1])
    belly = smooth_step(arc / 0.2) * (1.0 - smooth_step((arc - 0.7) / 0.2))
    amount = np.tan(np.radians(lean.angle)) * front * belly * np.tanh((off @ outward) / MIDDLE)
    return Leaning(bundle.paths, bundle.radii, amount[..., None] * outward)
