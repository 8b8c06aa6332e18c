"""Whatever stands in a folder of meshes: a mesh that can be drawn, or a reason; never a crash, and never for long."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as how_many
from hypothesis import strategies as st

from tests.drawing import spheres, vtp_mutants
from tests.drawing.mesh_outcomes import outcome, told
from tests.drawing.vtp_files import BAKED
from tests.faults.mutants import mutants


def test_damaged_meshes_are_read_or_told_why_not(many: int) -> None:
    told = Counter(outcome(data) for data in vtp_mutants.damaged(2000 * many, 1))
    assert told["read"] > 100 * many
    assert len(told) > 30, "damage of many kinds"


@pytest.mark.parametrize("name", ["coccyx.proxy", "nerve_root_L4_left.proxy"])
def test_damaged_real_meshes_are_read_or_told_why_not(name: str, many: int) -> None:
    told = Counter(outcome(data) for data in mutants((BAKED / f"{name}.vtp").read_bytes(), 250 * many, 2))
    assert len(told) > 4


WORDS = [word.decode("latin-1") for word in vtp_mutants.WORDS] + [str(number) for number in vtp_mutants.NUMBERS]
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["type", "Name", "NumberOfComponents", "format", "offset", "NumberOfPoints", "NumberOfPolys"]),
    st.one_of(st.sampled_from(WORDS), st.text(max_size=5)),
    max_size=6,
)
TAGS = ["VTKFile", "PolyData", "Piece", "Points", "Polys", "PointData", "DataArray", "AppendedData", "a"]
TEXTS = st.one_of(
    st.text("0123456789 .-e+", max_size=20), st.text(max_size=10), st.sampled_from(["_", "AQAAAA==", "\0"])
)


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def made(tag: str, attributes: dict[str, str], content: list[str]) -> str:
        given = "".join(f' {name}="{value}"' for name, value in attributes.items())
        return f"<{tag}{given}>{''.join(content)}</{tag}>"

    return st.builds(made, st.sampled_from(TAGS), ATTRIBUTES, st.lists(inside, max_size=4))


def test_any_tags_are_read_or_told_why_not(many: int) -> None:
    @how_many(max_examples=60 * many, deadline=None)
    @given(st.recursive(TEXTS, element, max_leaves=12))
    def read_any(inside: str) -> None:
        head = '<VTKFile type="PolyData"><PolyData><Piece NumberOfPoints="3" NumberOfPolys="1">'
        outcome(f"{head}{inside}</Piece></PolyData></VTKFile>".encode())
        outcome(inside.encode())

    read_any()


# Manifests ------------------------------------------------------------------------------------------------------------


def test_damaged_manifests_are_used_or_refused(store: Path, many: int) -> None:
    sound, found = (store / "manifest.json").read_bytes(), Counter[str]()
    for content in mutants(sound, 400 * many, 3):
        (store / "manifest.json").write_bytes(content)
        found.update(told(store))
    assert set(found) == {"read", "problem", "refused"}
    assert min(found.values()) > 20 * many


VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.sampled_from(
            ["", ".", "..", "/dev/zero", "stone.vtp", "a" * 5000, "\0", "\ud800", "\n", 10**400, float("inf")]
        ),
    ),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=5), inside, max_size=3)),
    max_leaves=5,
)  # fmt: skip


def test_any_manifest_is_used_or_refused(store: Path, many: int) -> None:
    table = json.loads((store / "manifest.json").read_text())

    @how_many(max_examples=120 * many, deadline=None)
    @given(
        st.sampled_from(["file", "bytes", "sha256", "triangles", "proxy", "row", "meshes", "format"]), VALUES, VALUES
    )
    def use_any(place: str, value: Any, other: Any) -> None:
        changed = json.loads(json.dumps(table))
        holder = {"row": changed["meshes"], "meshes": changed, "format": changed}.get(place, changed["meshes"]["stone"])
        holder["stone" if place == "row" else place] = value
        changed["meshes"] = changed["meshes"] if place == "meshes" else {**changed["meshes"], "other": other}
        (store / "manifest.json").write_text(json.dumps(changed))
        assert set(told(store)) <= {"read", "problem", "refused"}

    use_any()


def test_damaged_meshes_that_are_promised_reach_the_reader(tmp_path: Path, many: int) -> None:
    found = Counter[str]()
    for content in vtp_mutants.damaged(300 * many, 4):
        (tmp_path / "one.vtp").write_bytes(content)
        row = {"file": "one.vtp", "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(), "triangles": 1}
        spheres.write_manifest(tmp_path, {"one": {**row, "proxy": row}})
        found.update(told(tmp_path))
    assert min(found["read"], found["problem"]) > 10 * many
