"""A good file becomes an atlas: each side its own, ids in order, sections joined, with little work."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run
from types import FrameType

from tests.model.annotations.small_file import REAL, ROOT, small, written
from viewer.model.annotations.load import load
from viewer.model.answers.describe import describe_text
from viewer.model.atlas.atlas import Attachment, End, Row, SourceKind


def test_copies_shared_facts_to_each_side(tmp_path: Path) -> None:
    atlas = load(written(tmp_path, small()))

    right, left = atlas.structures["psoas_major_right"], atlas.structures["psoas_major_left"]
    assert right.trigger_points[0].place == (-70, -38, 16)
    assert left.trigger_points[0].place == (70, -38, 16)
    assert [a.structure for a in left.attachments] == ["vertebra_L1", "femur_left"]
    assert left.referrals[0].zone.polygon == ((100, 0), (60, 0), (60, 50))
    assert (right.referrals[1].zone.view, left.referrals[1].zone.view) == ("right", "left")
    assert right.referrals[1].zone.polygon == left.referrals[1].zone.polygon
    assert left.attachments[0] == Attachment(
        id="psoas_major_left.origin",
        text="About origin.",
        status=left.attachments[0].status,
        sources=("gray",),
        end=End.ORIGIN,
        structure="vertebra_L1",
        region="body",
        layer="front",
    )
    assert atlas.sources["gray"].kind is SourceKind.TEXTBOOK


def test_joins_descriptions_and_sections_with_the_same_heading(tmp_path: Path) -> None:
    data = small()
    fact = {"id": "shared", "text": "Shared.", "status": "partly", "sources": ["seed"]}
    data["descriptions"]["both"] = {"actions": [fact], "more": [{"heading": "More", "facts": [{**fact, "id": "also"}]}]}
    data["structures"][3]["described_by"] = ["psoas_major", "both"]

    muscle = load(written(tmp_path, data)).structures["psoas_major_right"]

    assert [action.id for action in muscle.actions] == ["psoas_major_right.action", "psoas_major_right.shared"]
    assert [[one.id for one in section.facts] for section in muscle.more] == [
        ["psoas_major_right.more", "psoas_major_right.row", "psoas_major_right.also"]
    ]


def test_groups_and_layers_are_as_the_file_has_them(tmp_path: Path) -> None:
    data = small()
    data["groups"] = [{"name": "Deep", "away": True}, {"name": "Empty"}, {"name": "G"}]
    data["structures"][3] |= {"group": "Deep", "layer": 2}
    data["structures"][-1] |= {"group": "Deep", "schematic": True}
    atlas = load(written(tmp_path, data))
    psoas, helper = data["structures"][3]["id"], data["structures"][-1]["id"]
    assert list(atlas.members) == ["Deep", "G"], "in the order of the groups, without those that are empty"
    assert atlas.members["Deep"] == (psoas, helper)
    assert atlas.away == {psoas}, "what has no mesh cannot be away"
    assert atlas.known[psoas].layer == 2
    assert atlas.known[helper].schematic
    assert atlas.known["femur_right"].layer is None
    del data["groups"]
    atlas = load(written(tmp_path, data))
    assert (list(atlas.members), atlas.away) == (["G", "Deep"], frozenset())


def test_loading_takes_a_few_steps_for_each_value_of_the_file() -> None:
    """Counted as calls, which no busy machine makes more: a tenth of a second where a value takes ten."""
    values = values_in(json.loads(REAL.read_text(encoding="utf-8")))
    calls = calls_of(lambda: load(REAL))
    assert values < calls < 20 * values


def calls_of(work: Callable[[], object]) -> int:
    """How many functions of Python are called by some work that was done once before."""
    work()
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def values_in(data: object) -> int:
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return 1 + sum(map(values_in, inside))


def test_a_good_file_needs_no_heavy_import() -> None:
    program = (
        "import sys; from pathlib import Path; from viewer.model.annotations.load import load; "
        f"load(Path({str(REAL)!r})); "
        "print([name for name in ('jsonschema', 'numpy', 'vtkmodules', 'PySide6') if name in sys.modules])"
    )
    done = run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_reads_regions_tables_and_what_was_not_checked(tmp_path: Path) -> None:
    data = small()
    data["sources"][0]["checked"] = False
    atlas = load(written(tmp_path, data))

    right, left = atlas.regions["trochanter_right"], atlas.regions["trochanter_left"]
    assert (right.structure, right.place) == ("femur_right", (-80.0, 10.0, -60.0))
    assert (left.structure, left.place) == ("femur_left", (80.0, 10.0, -60.0))
    psoas = atlas.structures["psoas_major_right"]
    (section,) = psoas.more
    assert section.columns == ("Sign",)
    assert [fact.cells for fact in section.facts if isinstance(fact, Row)] == [("one",)]
    assert [fact.text for fact in psoas.attached] == ["About attached."]
    assert [source.checked for source in atlas.sources.values()] == [False, True]
    assert "not checked at the page" in describe_text(atlas, "psoas_major_right")


def test_a_topic_has_neither_a_latin_name_nor_a_number(tmp_path: Path) -> None:
    data = small()
    topic = {**data["structures"][-1], "id": "snapping_hip", "side": "middle", "kind": "topic", "latin": ""}
    data["structures"].append({**topic, "modelled": False, "described_by": []})
    atlas = load(written(tmp_path, data))
    said = describe_text(atlas, "snapping_hip")
    assert "FMA" not in said
    assert "Not modelled" not in said
    assert "" not in atlas.known["snapping_hip"].every_name()
