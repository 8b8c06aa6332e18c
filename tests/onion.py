"""A body like an onion: a bone in the middle, shells around it that are away at the start, a skin around them all, and
many beads, away too: small spheres side by side.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.drawing import spheres
from viewer.model.atlas.atlas import Atlas, Attachment, End, Group, Kind, Side, Status, Structure

BEADS = tuple(f"bead_{number}" for number in range(20))
SHELLS = {"outer": (60.0, 1), "thick": (50.0, 2), "thin": (45.0, 2), "inner": (40.0, 3)}
"""Radius (mm) and layer of each shell."""
AWAY = frozenset((*SHELLS, *BEADS))
SHELL_COLOUR, BEAD_COLOUR = (150, 60, 40), (60, 60, 200)


def write(folder: Path) -> Path:
    """The meshes, in a folder."""
    meshes = {"core": spheres.sphere((0.0, 0.0, 0.0), 20.0, spheres.BONE_COLOUR)}
    meshes |= {name: spheres.sphere((0.0, 0.0, 0.0), radius, SHELL_COLOUR) for name, (radius, _) in SHELLS.items()}
    meshes["hide"] = spheres.sphere((0.0, 0.0, 0.0), 80.0, (214, 180, 160))
    places = {name: (120.0 + 12.0 * (number % 5), 0.0, 12.0 * (number // 5)) for number, name in enumerate(BEADS)}
    meshes |= {name: spheres.sphere(place, 4.0, BEAD_COLOUR) for name, place in places.items()}
    return spheres.write(folder, meshes)


def atlas() -> Atlas:
    """What is known of them. The inner shell holds on to the core, which has no array that tells where."""
    held = Attachment("inner.origin", "", Status.AGREED, (), end=End.ORIGIN, structure="core", region="all around")
    known = [
        _structure("core", Kind.BONE, "Core"),
        *(
            _structure(name, Kind.MUSCLE, "Shells", layer=layer, attachments=(held,) if name == "inner" else ())
            for name, (_, layer) in SHELLS.items()
        ),
        *(_structure(name, Kind.NERVE, "Beads") for name in BEADS),
        _structure("hide", Kind.SKIN, "Core", layer=0),
    ]
    groups = (Group("Core"), Group("Shells", away=True), Group("Beads", away=True))
    return Atlas({one.id: one for one in known}, {}, groups=groups)


def _structure(name: str, kind: Kind, group: str, **more: Any) -> Structure:
    names: dict[str, Any] = {"english": name.replace("_", " "), "latin": name, "fma": ""}
    return Structure(name, **names, kind=kind, side=Side.MIDDLE, group=group, **more)
