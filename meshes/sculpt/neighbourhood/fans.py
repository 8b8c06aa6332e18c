"""Fascicles of a fan: each keeps near the straight line from its origin to its end, so none crosses through the others.

Otherwise fascicles keep in every gate the places in which they came. Where a muscle turns over on its way, because
what arises in front and near the middle ends furthest out, they would run side by side and cross at last.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.muscles.fascicles import Free, Gate, Indices, Threaded, share_out


def fan(
    gates: Sequence[Gate], lines: tuple[Points, Points], passed: tuple[Indices, Indices], free: Free, pull: float
) -> Threaded:
    """Lead fascicles through the gates, each from the first to before the second number (n,) of ``passed``.

    ``lines`` are their origins and ends (n, 3); ``pull`` tells how far each is drawn from where it was towards the line
    between them, 0 to 1. In its first gate it lies on that line.
    """
    (joins, stops), count = passed, len(lines[0])
    places, radii = np.zeros((count, len(gates), 3)), np.zeros((count, len(gates)))
    flat = np.zeros((count, 2))
    for number, gate in enumerate(gates):
        present = np.flatnonzero((joins <= number) & (number < stops))
        straight = gate.drawn_in((_crossing(gate, *lines) - gate.centre) @ gate.axes.T)
        share = np.where(joins == number, 1.0, pull)[:, None]
        flat = (1.0 - share) * flat * (gate.half / gates[max(number - 1, 0)].half) + share * straight
        if len(present):
            flat[present], cell = share_out(gate, flat[present], free)
            places[present, number] = gate.body(flat[present])
            radii[present, number] = np.sqrt(cell / np.pi)
    return Threaded(places, radii, joins, flat / gates[-1].half)


def _crossing(gate: Gate, starts: Points, ends: Points) -> Points:
    """Where the lines from ``starts`` to ``ends`` (n, 3) pass a gate's plane, or end before it, (n, 3)."""
    normal = np.cross(gate.axes[0], gate.axes[1])
    ahead, whole = (gate.centre - starts) @ normal, (ends - starts) @ normal
    part = np.clip(ahead / np.where(np.abs(whole) > 1.0, whole, 1.0), 0.0, 1.0)
    return np.asarray(starts + part[:, None] * (ends - starts))
