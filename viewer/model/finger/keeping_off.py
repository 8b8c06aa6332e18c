"""What a finger should keep off, and from how far: kinds of structures, and distances in millimetres."""

from __future__ import annotations

from viewer.model.atlas.atlas import Kind

KEEP_OFF = frozenset({Kind.ARTERY, Kind.VEIN, Kind.NERVE, Kind.LYMPH_NODE, Kind.ORGAN})
"""What is harmed or hurts when it is pressed on: vessels, nerves, nodes, and the organs of the belly."""

FINGERTIP = 8.0
"""Half the width of a fingertip: the tips of adults' index fingers are 16 to 20 mm wide (Dandekar, Raju, Srinivasan
2003, doi:10.1115/1.1613673)."""

NEAR = 15.0
"""How far from the middle of the way such a structure is still told of: about one width of a fingertip, so that a small
slip to the side would meet it."""

AHEAD = 15.0
"""How far beyond the tip the way is looked at: what a next push could meet."""
