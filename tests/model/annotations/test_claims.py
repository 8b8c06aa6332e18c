"""What an excerpt of a practitioner's text claims, by number in docs/claims.md, is told in the atlas.

Each claim with a status and a source; and no longer so when a fact is taken away.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.model.annotations.small_file import REAL, ROOT, written
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Atlas, Fact, Status

CLAIMS = 43


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(REAL)


def claims() -> list[tuple[int, str, tuple[str, ...]]]:
    rows = re.findall(
        r"^\| (\d+) \| [^|]+ \| ([^|]+) \|([^|]*)\|$", Path(ROOT / "docs/claims.md").read_text("utf-8"), re.M
    )
    return [(int(number), verdict, tuple(re.findall(r"`([^`]+)`", facts))) for number, verdict, facts in rows]


def untold(verdict: str, facts: tuple[Fact, ...]) -> list[str]:
    """What is wrong with how a claim is told: no source, not the excerpt as one, or not as its verdict says."""
    said = {status for status in Status if re.search(rf"\b{status}\b", verdict)}
    return [
        *(f"{fact.id} has no source" for fact in facts if not fact.sources),
        *([] if any("seed" in fact.sources for fact in facts) else ["the excerpt is not named"]),
        *(f"nothing is {status}" for status in said - {fact.status for fact in facts}),
        *([] if said else ["the verdict names no status"]),
    ]


def test_every_claim_of_the_excerpt_is_told_with_status_and_source(atlas: Atlas) -> None:
    told = claims()
    assert [number for number, _, _ in told] == list(range(1, CLAIMS + 1))
    assert [number for number, verdict, facts in told if verdict == "not a fact" or not facts] == [37]
    for number, verdict, facts in told:
        if facts:
            assert untold(verdict, tuple(atlas.fact(fact)[1] for fact in facts)) == [], f"claim {number}"


def test_a_claim_that_is_no_longer_told_so_is_noticed(atlas: Atlas, tmp_path: Path) -> None:
    number, verdict, (name,) = claims()[32]
    fact = atlas.fact(name)[1]
    assert (number, untold(verdict, (fact,))) == (33, [])
    assert untold(verdict, (replace(fact, sources=()),))
    assert untold(verdict, (replace(fact, sources=("gray41",)),))
    assert untold(verdict, (replace(fact, status=Status.AGREED),))
    data = json.loads(REAL.read_text("utf-8"))
    for section in data["descriptions"]["iliopsoas_tradition"]["more"]:
        section["facts"] = [one for one in section["facts"] if not name.endswith(one["id"])]
    with pytest.raises(KeyError):
        load(written(tmp_path, data)).fact(name)
