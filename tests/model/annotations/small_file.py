"""A small but complete annotations file to break on purpose: one of everything that the format knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
REAL = ROOT / "annotations.json"
_SIDES = ("right", "left")


def small() -> dict[str, Any]:
    """Fresh data: a vertebra, and on each side a femur, two muscles (one without a mesh), a root and a nerve.

    There is one fact of each sort.
    """
    return {
        "$schema": "./annotations.schema.json",
        "format": 1,
        "sources": [_source("gray"), _source("seed")],
        "groups": [{"name": "G"}],
        "structures": [
            _structure("vertebra_L1", "bone", "middle", []),
            *(_structure(f"femur_{side}", "bone", side, []) for side in _SIDES),
            *(_structure(f"psoas_major_{side}", "muscle", side, ["psoas_major"]) for side in _SIDES),
            *(_structure(f"nerve_root_L2_{side}", "nerve", side, ["root"]) for side in _SIDES),
            *(_structure(f"femoral_nerve_{side}", "nerve", side, ["nerve"]) for side in _SIDES),
            *({**_structure(f"sartorius_{side}", "muscle", side, ["helper"]), "modelled": False} for side in _SIDES),
        ],
        "landmarks": [
            {"id": "navel", "name": "Navel", "places": [[0, -100, 160]], "sources": ["gray"]},
            {"id": "fold", "name": "Fold", "places": [[-100, -60, 70], [-30, -60, -10]], "sources": ["gray"]},
        ],
        "regions": [
            {
                "id": "trochanter",
                "english": "lesser trochanter",
                "latin": "trochanter minor",
                "structure": "femur_{side}",
                "place": [-80, 10, -60],
                "sources": ["gray"],
            },
        ],
        "levels": [
            {
                "id": "level_L1",
                "name": "L1",
                "place": [0, 13, 272],
                "ways": ["across"],
                "high": 25,
                "sources": ["gray"],
            },
        ],
        "variations": [
            {
                "id": "psoas",
                "name": "Psoas",
                "members": {"right": "psoas_major_right", "left": "psoas_major_left"},
                "forms": [
                    {**_form("split"), "fact": "variation"},
                    {**_form("short"), "fact": "variation", "lacking": ["insertion"], "percent": 25},
                ],
                "occurrence": {"percent": 40, "both": 3, "one": 1, "facts": ["study"]},
            }
        ],
        "descriptions": {
            "psoas_major": _description(),
            "root": {"roots": [_fact("roots", roots=["L2"], most=True)]},
            "nerve": {"roots": [_fact("roots", roots=["L2"], most=True, springs_from=["nerve_root_L2_{side}"])]},
            "helper": {
                "attachments": [_fact("insertion", end="insertion", structure="femur_{side}", region="shaft")],
                "innervation": [_nerve("nerve", ["L2", "L3"], True)],
            },
        },
    }


def written(folder: Path, data: object) -> Path:
    """The data as a file, one value a line, as a person would have it."""
    file = folder / "annotations.json"
    file.write_text(json.dumps(data, indent=2), encoding="utf-8")
    return file


def put(data: Any, steps: str, value: object) -> None:
    """Set the value at a dotted way: ``structures.0.side``."""
    *way, last = [int(step) if step.isdigit() else step for step in steps.split(".")]
    for step in way:
        data = data[step]
    data[last] = value


def line_of(file: Path, text: str, nth: int = 1) -> int:
    """The line on which a text stands in a file for the nth time, counted from 1."""
    lines = [number for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if text in line]
    return lines[nth - 1]


def _source(name: str) -> dict[str, Any]:
    return {"id": name, "author": name.title(), "year": "2016", "title": "T", "where": "W", "kind": "textbook"}


def _form(name: str) -> dict[str, Any]:
    return {"id": name, "name": name.title(), "meshes": {side: f"psoas_{name}_{side}" for side in _SIDES}}


def _structure(name: str, kind: str, side: str, keys: list[str]) -> dict[str, Any]:
    english = name.removesuffix(f"_{side}").replace("_", " ")
    named = {"id": name, "english": english, "latin": "nomen", "fma": "", "kind": kind, "side": side, "group": "G"}
    return {**named, "synonyms": [], "names": {"de": ["Name"]}, "described_by": keys}


def _fact(fact_id: str, **more: object) -> dict[str, Any]:
    return {"id": fact_id, "text": f"About {fact_id}.", "status": "agreed", "sources": ["gray"], **more}


def _nerve(fact_id: str, roots: list[str], most: bool) -> dict[str, Any]:
    return _fact(fact_id, nerve="N", roots=roots, most=most, nerve_structures=["femoral_nerve_{side}"])


def _description() -> dict[str, Any]:
    zone = {"view": "anterior", "polygon": [[-100, 0], [-60, 0], [-60, 50]]}
    seen_from_side = {"view": "right", "polygon": [[-10, 0], [10, 0], [10, 50]]}
    return {
        "summary": [_fact("in_short")],
        "attachments": [
            _fact("origin", end="origin", structure="vertebra_L1", region="body", layer="front"),
            _fact("insertion", end="insertion", structure="femur_{side}", region="lesser trochanter"),
        ],
        "innervation": [
            _nerve("nerve.most", ["L1", "L2"], True),
            _fact("nerve.other", nerve="lumbar plexus", roots=["L2"], most=False),
        ],
        "actions": [_fact("action")],
        "trigger_points": [_fact("trigger", name="Groin", place=[-70, -38, 16])],
        "referrals": [
            _fact("referral.front", name="Front", strength="essential", zone=zone),
            _fact("referral.side", name="Side", strength="spillover", zone=seen_from_side),
        ],
        "variation": [_fact("variation")],
        "studies": [_fact("study", population="P", counted=20, unit="bodies", percent=40)],
        "palpation": [
            _fact(
                "touch.2",
                part="step",
                marks=["navel", "fold"],
                hand=[[-60, -100, 120], [-50, -20, 120]],
            ),
            _fact("touch.1", part="consent"),
        ],
        "attached": [_fact("attached")],
        "more": [{"heading": "More", "columns": ["Sign"], "facts": [_fact("more"), _fact("row", cells=["one"])]}],
    }
