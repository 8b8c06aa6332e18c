"""What a broken annotations file says: every fault, where it is, and what was expected."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.model.annotations.small_file import REAL, line_of, put, small, written
from viewer import paths
from viewer.model.annotations.load import AnnotationsError, load
from viewer.model.annotations.mesh_faults import mesh_names

MESHES = paths.meshes_folder()


def faults_of(file: Path) -> list[tuple[str, int | None, str]]:
    with pytest.raises(AnnotationsError) as caught:
        load(file)
    return [(str(fault).split(": ")[1], fault.line, fault.text) for fault in caught.value.faults]


def test_lists_five_faults_at_once_with_file_place_and_line(tmp_path: Path) -> None:
    data = small()
    psoas = data["descriptions"]["psoas_major"]
    psoas["attachments"][1]["structure"] = "femurr_{side}"
    psoas["actions"][0]["sources"] = ["grey"]
    psoas["variation"][0]["status"] = "agred"
    del psoas["studies"][0]["counted"]
    data["structures"][0]["side"] = 3
    file = written(tmp_path, data)

    with pytest.raises(AnnotationsError) as caught:
        load(file)

    said = str(caught.value)
    assert len(caught.value.faults) == 6, "the misspelt femur is missing on both sides"
    for place, line, expected in (
        ("descriptions.psoas_major.attachments[1].structure", line_of(file, "femurr"), 'did you mean "femur_right"?'),
        ("descriptions.psoas_major.actions[0].sources[0]", line_of(file, "grey"), 'did you mean "gray"?'),
        ("descriptions.psoas_major.variation[0].status", line_of(file, "agred"), "agreed, partly, disputed, tradition"),
        ("descriptions.psoas_major.studies[0]", line_of(file, '"studies"') + 1, "lacks counted"),
        ("structures[0].side", line_of(file, '"side": 3'), "expected"),
    ):
        (told,) = {row for row in said.splitlines() if f" {place}: " in row and "femur_left" not in row}
        assert told.startswith(f"{file}:{line}: ")
        assert expected in told


D = "descriptions.psoas_major"
MISTAKES: list[tuple[str, object, str, str]] = [
    ("regions.0.structure", "femurr_{side}", "regions[0].structure", 'did you mean "femur_right"?'),
    ("regions.0.structure", "sartorius_{side}", "regions[0].structure", "no places to go to"),
    ("regions.0.sources", ["nobody"], "regions[0].sources[0]", "there is no source"),
    ("structures.0.kind", "topic", "structures[0].kind", "has no mesh"),
    ("structures.0.latin", "", "structures[0].latin", "only a topic"),
    ("sources.0.checked", "no", "sources[0].checked", "true or false"),
    (f"{D}.more.0.columns", ["one", "two"], f"{D}.more[0].facts[1].cells", "as many as the section has columns"),
    (f"{D}.attachments.0.structure", "vertebra_L9", f"{D}.attachments[0].structure", "there is no structure"),
    (f"{D}.attachments.1.structure", "psoas_major_{side}", f"{D}.attachments[1].structure", "attach to itself"),
    (f"{D}.actions.0.sources", ["nobody"], f"{D}.actions[0].sources[0]", "there is no source"),
    (f"{D}.actions.0.sources", [], f"{D}.actions[0].sources", "too short"),
    (f"{D}.innervation.0.id", "origin", f"{D}.innervation[0].id", "stands twice"),
    ("sources.1.id", "gray", "sources[1].id", "stands twice"),
    ("structures.2.id", "femur_right", "structures[2].id", "stands twice"),
    ("structures.0.described_by", ["l1"], "structures[0].described_by[0]", "there is no description"),
    ("descriptions.lost", {}, "descriptions.lost", "no structure is described by it"),
    ("structures.1.side", "left", "structures[1].side", "the side is right"),
    ("structures.0.described_by", ["psoas_major"], f"{D}.attachments[1].structure", "has no side"),
    (f"{D}.innervation.0.most", False, f"{D}.innervation", "exactly one"),
    (f"{D}.innervation.0.nerve_structures", ["femur_{side}"], f"{D}.innervation[0].nerve_structures[0]", "no nerve"),
    (
        "descriptions.nerve.roots.0.springs_from",
        ["femoral_nerve_{side}"],
        "descriptions.nerve.roots[0].springs_from[0]",
        "a part of itself",
    ),
    ("descriptions.nerve.roots.0.roots", ["L9"], "descriptions.nerve.roots[0].roots[0]", 'a spinal nerve such as "L2"'),
    ("descriptions.nerve.roots.0.most", False, "descriptions.nerve.roots", "exactly one"),
    ("variations.0.members.left", "sartorius_left", "variations[0].members.left", "is not modelled"),
    (f"{D}.referrals.0.zone.polygon", [[0, 0], [1, 1], [2, 2]], f"{D}.referrals[0].zone.polygon", "encloses nothing"),
    (f"{D}.referrals.0.zone.polygon", [], f"{D}.referrals[0].zone.polygon", "too short"),
    (f"{D}.referrals.0.zone.polygon.0", [1], f"{D}.referrals[0].zone.polygon[0]", "at least 2"),
    (f"{D}.trigger_points.0.place.1", 1e308, f"{D}.trigger_points[0].place[1]", "maximum 1500"),
    (f"{D}.trigger_points.0.place.1", "1", f"{D}.trigger_points[0].place[1]", "a number is expected"),
    (f"{D}.studies.0.counted", True, f"{D}.studies[0].counted", "a whole number is expected"),
    (f"{D}.actions.0.source", ["gray"], f"{D}.actions[0].source", 'did you mean "sources"?'),
    (f"{D}.actions.0.text", "a\u202eb", f"{D}.actions[0].text", "plain text"),
    (f"{D}.actions.0.text", "a\x00b", f"{D}.actions[0].text", "plain text"),
    (f"{D}.actions.0.text", "\ud800", f"{D}.actions[0].text", "plain text"),
    (f"{D}.actions.0.text", "line\n", f"{D}.actions[0].text", "plain text"),
    (f"{D}.actions.0.text", "x" * 1_000_000, f"{D}.actions[0].text", "at most 600"),
    (f"{D}.actions.0", None, f"{D}.actions[0]", "is null; an object in braces { } is expected"),
    ("variations.0.members.left", "psoas_left", "variations[0].members.left", "there is no structure"),
    ("variations.0.members.left", "psoas_major_right", "variations[0].members.left", "is not left"),
    ("descriptions.no way", {}, "descriptions.no way", "letters, digits"),
    ("variations.0.forms.0.id", "short", "variations[0].forms[1].id", "stands twice"),
    ("variations.0.forms.0.fact", "studdy", "variations[0].forms[0].fact", 'did you mean "study"?'),
    ("variations.0.forms.1.lacking", ["tail"], "variations[0].forms[1].lacking[0]", "nothing with the id"),
    ("variations.0.forms.0.meshes.left", "femur_left", "variations[0].forms[0].meshes.left", "mesh of its own"),
    ("variations.0.forms.1.meshes.left", "psoas_split_left", "variations[0].forms[1].meshes.left", "already shows"),
    ("variations.0.forms.0.meshes.middle", "a", "variations[0].forms[0].meshes.middle", "no member is on the side"),
    ("variations.0.forms.0.percent", 80, "variations[0].forms", "105 per cent together"),
    ("variations.0.occurrence.facts", ["pooled"], "variations[0].occurrence.facts[0]", "nothing with the id"),
    ("variations.0.occurrence.one", 0, "variations[0].occurrence.one", "minimum 1"),
    (f"{D}.palpation.0.marks", ["navle"], f"{D}.palpation[0].marks[0]", 'did you mean "navel"?'),
    (f"{D}.palpation.0.hand", [[0, 0, 0]], f"{D}.palpation[0].hand", "at least 2"),
    (f"{D}.palpation.0.part", "first", f"{D}.palpation[0].part", "consent, caution, step"),
    ("landmarks.1.id", "navel", "landmarks[1].id", "stands twice"),
    ("landmarks.0.sources", ["nobody"], "landmarks[0].sources[0]", "there is no source"),
    ("landmarks.0.places", [], "landmarks[0].places", "too short"),
    ("levels.0.sources", ["nobody"], "levels[0].sources[0]", "there is no source"),
    ("levels.0.ways", ["up"], "levels[0].ways[0]", "across"),
    ("levels.0.high", -1, "levels[0].high", "0"),
    ("structures.0.names", {"en": ["a"]}, "structures[0].names.en", "two small letters"),
    ("structures.0.names", {"de": []}, "structures[0].names.de", "too short"),
    ("structures.0.names", {"de": ["a\u202eb"]}, "structures[0].names.de[0]", "plain text"),
    ("groups.0.name", "H", "structures[0].group", 'the groups do not name "G"'),
    ("groups", [{"name": "G"}, {"name": "H"}, {"name": "H"}], "groups[2].name", "stands twice"),
    ("groups.0.away", 1, "groups[0].away", "true or false"),
    ("groups.0.far", True, "groups[0].far", "expected here: away, name"),
    ("structures.0.group", "g", "structures[0].group", 'the groups do not name "g"'),
    ("structures.0.layer", 1.5, "structures[0].layer", "a whole number is expected"),
    ("structures.0.layer", True, "structures[0].layer", "a whole number is expected"),
    ("structures.0.layer", -1, "structures[0].layer", "expected is minimum 0"),
    ("structures.0.layer", 21, "structures[0].layer", "expected is maximum 20"),
    ("structures.0.schematic", "yes", "structures[0].schematic", "true or false"),
    ("structures.0.kind", "organs", "structures[0].kind", 'did you mean "organ"?'),
    ("format", 2, "format", '"1" is expected'),
]


@pytest.mark.parametrize(("steps", "value", "place", "expected"), MISTAKES)
def test_names_each_mistake(tmp_path: Path, steps: str, value: object, place: str, expected: str) -> None:
    data = small()
    put(data, steps, value)

    told = faults_of(written(tmp_path, data))

    assert any(found == place and expected in text for found, _, text in told), told
    assert all(line for _, line, _ in told)


UNREADABLE: list[tuple[str, bytes]] = [
    ("is empty", b"  \n"),
    ("not UTF-8", b'{"a": "\xff"}'),
    ("not JSON, column 4", b"{\n  'a': 1\n}".replace(b"  '", b"   '")),
    ("not JSON", b'{"a": 1'),
    ("Invalid control character", b'{"a": "\x01"}'),
    ("nested too deeply", b"[" * 200_000),
    ("not JSON", b"9" * 10_000),
    ("is larger than", b" " * 20_000_001),
    ("an object in braces", b"[]"),
    ("an object in braces", b"null"),
]


@pytest.mark.parametrize(("expected", "content"), UNREADABLE)
def test_says_why_a_file_cannot_be_read(tmp_path: Path, expected: str, content: bytes) -> None:
    file = tmp_path / "annotations.json"
    file.write_bytes(content)

    assert any(expected in text for _, _, text in faults_of(file))


def test_says_that_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(AnnotationsError, match="there is no such file"):
        load(tmp_path / "missing.json")
    with pytest.raises(AnnotationsError, match="it is a folder, not a file"):
        load(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for file in (tmp_path / "pipe.json", Path("/dev/zero")):
        with pytest.raises(AnnotationsError, match="cannot be read: it is not an ordinary file"):
            load(file)


def test_reports_not_a_number_and_doubled_keys_with_their_lines(tmp_path: Path) -> None:
    file = written(tmp_path, small())
    text = file.read_text("utf-8").replace("-38", "NaN", 1).replace('"format": 1,', '"format": 1,\n"format": 1,', 1)
    file.write_text(text, encoding="utf-8")

    told = faults_of(file)

    assert ("format", line_of(file, '"format"', 2), 'the key "format" stands twice in the same object') in told
    assert any(line == line_of(file, "NaN") and "NaN is not a number" in text for _, line, text in told)


def test_message_is_bounded_and_printable(tmp_path: Path) -> None:
    data = small()
    data["structures"] = [f"\x1b[2J{number}" for number in range(5_000)]

    with pytest.raises(AnnotationsError) as caught:
        load(written(tmp_path, data))

    assert len(str(caught.value).splitlines()) < 600
    assert "\x1b" not in str(caught.value)


def test_windows_byte_order_mark_is_welcome(tmp_path: Path) -> None:
    file = tmp_path / "annotations.json"
    file.write_text(json.dumps(small()), encoding="utf-8-sig")

    assert "psoas_major_left" in load(file).structures


def test_a_form_whose_mesh_is_no_longer_there_is_told_with_all_else_that_is_wrong(tmp_path: Path) -> None:
    data = json.loads(REAL.read_text(encoding="utf-8"))
    variation = data["variations"][0]
    dropped = dict(
        variation["forms"][0], id="three_headed", meshes={"right": "minor_three_right", "left": "minor_three_left"}
    )
    variation["forms"].append(dropped)
    variation["forms"][0]["meshes"]["left"] = "psoas_minor_two_heded_left"
    variation["members"]["left"] = "psoas_minus_left"
    next(iter(data["descriptions"].values()))["summary"] = [
        {"id": "x", "text": "X.", "status": "agreed", "sources": ["n"]}
    ]
    file = written(tmp_path, data)
    with pytest.raises(AnnotationsError) as caught:
        load(file, mesh_names(MESHES))
    told = {str(fault).split(": ")[1]: (fault.line, fault.text) for fault in caught.value.faults}
    forms = "variations[0].forms"
    last = len(variation["forms"]) - 1
    line, text = told[f"{forms}[{last}].meshes.right"]
    assert line == line_of(file, "minor_three_right")
    assert text.startswith('there is no mesh "minor_three_right"')
    assert told[f"{forms}[{last}].meshes.left"][0] == line_of(file, "minor_three_left")
    assert 'did you mean "psoas_minor_two_headed_left"?' in told[f"{forms}[0].meshes.left"][1]
    assert "there is no structure" in told["variations[0].members.left"][1]
    assert any("there is no source" in text for _, text in told.values())


def test_the_real_forms_have_their_meshes_and_a_folder_without_a_list_tells_nothing(tmp_path: Path) -> None:
    meshes = mesh_names(MESHES)
    assert meshes
    assert load(REAL, meshes).variations
    assert mesh_names(tmp_path) is None
    for content in ("", "[]", "{}", "[" * 100_000):
        (tmp_path / "manifest.json").write_text(content)
        assert mesh_names(tmp_path) is None
