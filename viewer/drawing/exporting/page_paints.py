"""What is painted on a page's scenes, as the program paints it: where muscles hold on, and where pain is charted.

A paint is a patch of surface with one colour and the values that its shader asks for. Where no array tells where a
muscle holds on, nothing is painted here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from viewer.drawing import style
from viewer.drawing.exporting.packing import Packing
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshProblem, MeshStore
from viewer.drawing.overlays import patches
from viewer.drawing.overlays.overlays import Footprint, Overlays, Painted
from viewer.model.atlas import zones
from viewer.model.atlas.atlas import Atlas, End, Kind, Strength

Paint = dict[str, Any]


class Paints:
    """The paints of a page's scenes; each patch is packed once, however many scenes show it."""

    def __init__(self, atlas: Atlas, store: MeshStore, packed: Packing) -> None:
        self._store, self._packed = store, packed
        self._skin = next((one.id for one in atlas.structures.values() if one.kind is Kind.SKIN), "")
        self._meshes: dict[str, Mesh | None] = {}
        self._numbers: dict[object, int] = {}

    def of(self, overlays: Overlays, shown: Mapping[str, int]) -> list[Paint]:
        """What these overlays ask for, on the skin and on the meshes that are ``shown``, with the number on the page of
        what each is a mesh of: a footprint goes and comes with its bone.
        """
        prints = (self._footprint(one, shown[one.bone]) for one in overlays.footprints if one.bone in shown)
        spread = sorted(overlays.zones, key=lambda zone: zone.strength is Strength.ESSENTIAL)
        return [paint for paint in (*prints, *map(self._zone, spread)) if paint is not None]

    def _footprint(self, one: Footprint, structure: int) -> Paint | None:
        bone = self._full(one.bone)
        patch = None if bone is None else patches.footprint_patch(bone, one.array, style.FOOTPRINT_LIFT)
        if patch is None:
            return None
        way = (2 * np.pi / style.HATCH_SPACING * patches.diagonal(patch)).round(4).tolist()
        values = {
            "hatched": float(one.end is End.ORIGIN), "hatchWay": way, "rimColour": style.FOOTPRINT_RIMS[one.end],
            "shine": 0.1, "tightness": 18.0, "rimLight": 0.0, "lit": float(one.lit), "framed": float(one.shared),
        }  # fmt: skip
        number = self._number((one.bone, one.array), patch, style.FOOTPRINTS[one.end])
        return {"mesh": number, "kind": "footprint", "on": structure, "values": values}

    def _zone(self, one: Painted) -> Paint | None:
        skin = self._full(self._skin)
        patch = None if skin is None else patches.zone_patch(skin, one.zone, one.spared, style.ZONE_LIFT)
        if patch is None:
            return None
        across = [float(axis == zones.across(one.zone)) for axis in range(3)]
        values = {
            "stippled": float(one.strength is Strength.SPILLOVER), "softness": style.ZONE_EDGES[one.strength],
            "spacing": style.DOT_SPACING, "across": across, "lit": float(one.lit), "framed": float(one.shared),
        }  # fmt: skip
        number = self._number((one.zone, one.strength, one.spared), patch, style.ZONES[one.strength])
        return {"mesh": number, "kind": "zone", "values": values}

    def _number(self, key: object, patch: Mesh, colour: style.Colour) -> int:
        if key not in self._numbers:
            self._numbers[key] = self._packed.add(_coloured(patch, colour))
        return self._numbers[key]

    def _full(self, name: str) -> Mesh | None:
        """A full mesh; None where it cannot be read."""
        if name not in self._meshes:
            try:
                self._meshes[name] = self._store.load(name)
            except MeshProblem:
                self._meshes[name] = None
        return self._meshes[name]


def _coloured(patch: Mesh, colour: style.Colour) -> Mesh:
    shown = np.round(255 * np.array(colour)).astype(np.uint8)
    arrays: Mapping[str, Any] = {**patch.arrays, "Colors": np.tile(shown, (len(patch.points), 1))}
    return Mesh(patch.points, patch.triangles, arrays)
