"""Tiny spheres as a body: a bone that carries a muscle's footprint, the muscle beside it, a nerve within the muscle,
and skin around them all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyvista as pv

from viewer.drawing.mesh import Mesh
from viewer.model.atlas.atlas import (
    Atlas,
    Attachment,
    End,
    Form,
    Innervation,
    Kind,
    Referral,
    Side,
    Status,
    Strength,
    Structure,
    TriggerPoint,
    Variation,
    Zone,
)

BONE_COLOUR = (227, 214, 186)
MUSCLE_COLOUR = (30, 160, 60)  # green, so that no paint or ground can be taken for it
NERVE_COLOUR = (226, 189, 74)
PLACES = {"stone": (-30.0, 0.0, 0.0), "rope": (30.0, 0.0, 0.0), "wire": (30.0, 0.0, 0.0), "hide": (0.0, 0.0, 0.0)}
RADII = {"stone": 20.0, "rope": 20.0, "wire": 6.0, "hide": 80.0}
FORM_PLACE = (30.0, 0.0, 36.0)
FRONT_OF_THE_BONE = (-30.0, -20.0, 0.0)


def sphere(centre: tuple[float, float, float], radius: float, colour: tuple[int, int, int]) -> pv.PolyData:
    mesh = pv.Sphere(radius=radius, center=centre, theta_resolution=40, phi_resolution=40)
    bare: pv.PolyData = pv.PolyData.from_regular_faces(mesh.points, mesh.regular_faces)
    bare.point_data["Normals"] = np.asarray((bare.points - centre) / radius, np.float32)
    bare.point_data["Colors"] = np.tile(np.array(colour, np.uint8), (bare.n_points, 1))
    return bare


def bodies() -> dict[str, pv.PolyData]:
    colours = {"stone": BONE_COLOUR, "rope": MUSCLE_COLOUR, "wire": NERVE_COLOUR, "hide": (214, 180, 160)}
    meshes = {name: sphere(PLACES[name], RADII[name], colours[name]) for name in PLACES}
    from_front = np.linalg.norm(meshes["stone"].points - FRONT_OF_THE_BONE, axis=1) - 8.0
    quarters = np.clip(np.round(4 * from_front), -127, 127)
    meshes["stone"].point_data["footprint_rope_origin"] = quarters.astype(np.int8)
    meshes["rope"].point_data["fibre"] = np.tile(np.array((0, 0, -127), np.int8), (meshes["rope"].n_points, 1))
    return meshes


def knotted() -> pv.PolyData:
    """A rarer form of the rope: smaller, and above its usual place."""
    return sphere(FORM_PLACE, 10.0, MUSCLE_COLOUR)


def drawable(mesh: pv.PolyData) -> Mesh:
    """As the program has it, once it is read."""
    arrays = {name: np.asarray(values) for name, values in mesh.point_data.items()}
    return Mesh(np.asarray(mesh.points, np.float32), np.asarray(mesh.regular_faces, np.int32), arrays)


def entry(path: Path, triangles: int, **changes: Any) -> dict[str, Any]:
    data = path.read_bytes()
    found = {"file": path.name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(), "triangles": triangles}
    return found | {"points": 0, "provenance": "made by a test"} | changes


def write(folder: Path, meshes: Mapping[str, pv.PolyData]) -> Path:
    rows = {}
    for name, mesh in meshes.items():
        mesh.save(folder / f"{name}.vtp")
        rows[name] = entry(folder / f"{name}.vtp", mesh.n_cells)
    write_manifest(folder, rows)
    return folder


def write_manifest(folder: Path, rows: Mapping[str, Any]) -> None:
    (folder / "manifest.json").write_text(json.dumps({"format": 1, "meshes": rows}))


def atlas() -> Atlas:
    known: dict[str, Any] = {"status": Status.AGREED, "sources": ()}
    square = ((-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0))
    beside = ((20.0, 20.0), (45.0, 20.0), (45.0, 45.0), (20.0, 45.0))
    rope = Structure(
        **_names("rope", Kind.MUSCLE),
        attachments=(Attachment("rope.origin", "", **known, end=End.ORIGIN, structure="stone", region="front"),),
        innervation=(
            Innervation("rope.nerve", "", **known, nerve="wire", roots=("L2",), most=True, nerve_structures=("wire",)),
        ),
        trigger_points=(TriggerPoint("rope.point", "", **known, name="middle", place=(30.0, 0.0, 0.0)),),
        referrals=(
            Referral(
                "rope.pain", "", **known, name="front", strength=Strength.ESSENTIAL, zone=Zone("anterior", square)
            ),
            Referral(
                "rope.spill", "", **known, name="above", strength=Strength.SPILLOVER, zone=Zone("anterior", beside)
            ),
        ),
    )
    stone = Structure(**_names("stone", Kind.BONE))
    hide = Structure(**_names("hide", Kind.SKIN))
    forms = (_form("knotted", frozenset()), _form("loose", frozenset({"rope.origin"})))
    variation = Variation("rope", "Rope", {Side.MIDDLE: "rope"}, forms)
    wire = Structure(**_names("wire", Kind.NERVE))
    return Atlas({"rope": rope, "stone": stone, "wire": wire, "hide": hide}, {}, {"rope": variation})


def _form(name: str, lacking: frozenset[str]) -> Form:
    sides = {Side.MIDDLE: f"rope_{name}"}
    return Form(name, name.capitalize(), sides, {}, "", Status.AGREED, (), {Side.MIDDLE: lacking})


def _names(name: str, kind: Kind) -> dict[str, Any]:
    return {"id": name, "english": name, "latin": name, "fma": "", "kind": kind, "side": Side.MIDDLE, "group": ""}
