"""By which addresses other devices may reach this computer. Asking for them sends nothing."""

from __future__ import annotations

import socket
from contextlib import suppress

ALONE = "127.0.0.1"
"""Reaches this computer only."""
_TOWARD = ("192.0.2.1", "192.168.255.254", "172.31.255.254", "10.255.255.254")
"""Addresses on this way and that; the first is nobody's, so its way is that of all else."""


def addresses() -> list[str]:
    """This computer's addresses, the one that others most likely reach first; the one for itself alone last."""
    found = filter(None, map(_own_toward, _TOWARD))
    return [*dict.fromkeys(one for one in found if not one.startswith("127.")), ALONE]


def _own_toward(other: str) -> str:
    """Which of this computer's addresses the way to another one begins with; none where there is no way."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.connect((other, 9))  # a way is looked up; nothing is sent before something is written
        return str(way.getsockname()[0])
    return ""
