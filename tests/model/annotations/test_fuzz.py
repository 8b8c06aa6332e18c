"""Whatever stands in a file, loading gives an atlas or one AnnotationsError; and the quick check is never too kind."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.model.annotations.small_file import REAL, small
from viewer.model.annotations.load import AnnotationsError, load
from viewer.model.annotations.quick_check import surely_fits
from viewer.model.annotations.shape_faults import schema
from viewer.model.answers.describe import describe_text
from viewer.model.atlas.atlas import Atlas

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20),
    st.sampled_from(["", "{side}", "femur_{side}", "psoas_major_right", "gray", "agreed", "<img src=x>", "\u202e"]),
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
)
RULES = schema()
VALIDATOR = Draft202012Validator(RULES)
FILES = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def loaded(folder: Path, content: str | bytes) -> Atlas | AnnotationsError:
    """The atlas, or the one error that loading may raise."""
    file = folder / "annotations.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    try:
        return load(file)
    except AnnotationsError as error:
        return error


def outcome(folder: Path, content: str | bytes) -> Atlas | AnnotationsError:
    """The atlas, described to the end, or the one error that loading may raise."""
    atlas = loaded(folder, content)
    if isinstance(atlas, AnnotationsError):
        return atlas
    for structure in atlas.structures:
        describe_text(atlas, structure)
    return atlas


def check(result: Atlas | AnnotationsError) -> None:
    """An error names faults and does not act on the screen."""
    if isinstance(result, AnnotationsError):
        assert result.faults
        assert all(row.isprintable() for row in str(result).split("\n"))


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container and key in a JSON value."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]


def mutated(data: Any, draw: st.DataObject) -> Any:
    """The data with up to three values replaced, left out or doubled."""
    for _ in range(draw.draw(st.integers(1, 3))):
        found = places(data)
        parent, key = found[draw.draw(st.integers(0, len(found) - 1))]
        change = draw.draw(st.sampled_from(["replace", "drop", "double"]))
        if change == "replace":
            parent[key] = draw.draw(JSON)
        elif change == "drop":
            del parent[key]
        elif isinstance(parent, list):
            parent.append(copy.deepcopy(parent[key]))
        if not places(data):
            break
    return data


@FILES
@given(st.data())
def test_mutated_files(tmp_path: Path, data: st.DataObject) -> None:
    check(outcome(tmp_path, json.dumps(mutated(small(), data))))


@settings(FILES, max_examples=8)
@given(st.data())
def test_mutations_of_the_real_file(tmp_path: Path, data: st.DataObject) -> None:
    check(outcome(tmp_path, json.dumps(mutated(json.loads(REAL.read_text("utf-8")), data), indent=2)))


@FILES
@given(JSON)
def test_any_json(tmp_path: Path, value: Any) -> None:
    result = outcome(tmp_path, json.dumps(value))
    assert isinstance(result, AnnotationsError)
    check(result)


@FILES
@given(
    st.one_of(st.binary(max_size=200), st.text(alphabet='{}[]",:\\ \n0.eE-naNtrufls"', max_size=200).map(str.encode))
)
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    check(outcome(tmp_path, content))


@settings(FILES, max_examples=20)
@given(st.integers(0, 1_000_000), st.binary(min_size=1, max_size=4))
def test_the_real_file_with_a_few_bytes_overwritten(tmp_path: Path, start: int, bytes_: bytes) -> None:
    content = bytearray(REAL.read_bytes())
    start %= len(content)
    content[start : start + len(bytes_)] = bytes_
    check(outcome(tmp_path, bytes(content)))


@given(st.data())
def test_quick_check_is_never_kinder_than_the_schema(data: st.DataObject) -> None:
    value = mutated(small(), data)
    if surely_fits(RULES, value):
        assert VALIDATOR.is_valid(value)


def test_quick_check_knows_good_files() -> None:
    assert surely_fits(RULES, small())
    assert not surely_fits({"type": "object", "unknownKeyword": 1}, {})
    assert not surely_fits({"minLength": 1}, "a")


def test_a_hostile_file_of_many_megabytes_is_answered(tmp_path: Path) -> None:
    data = small()
    named = data["structures"][3]
    data["structures"] += [{**named, "id": f"s{number}_right"} for number in range(10_000)]
    data["descriptions"]["psoas_major"]["attachments"] *= 1_000
    data["descriptions"].update({f"d{number}": {} for number in range(10_000)})
    check(outcome(tmp_path, json.dumps(data)))


def test_a_small_file_cannot_swell_without_end(tmp_path: Path) -> None:
    data = small()
    named, facts = data["structures"][3], data["descriptions"]["psoas_major"]["actions"]
    data["structures"] += [{**named, "id": f"s{number}_right"} for number in range(1_000)]
    data["descriptions"]["psoas_major"]["actions"] = [{**facts[0], "id": f"a{number}"} for number in range(1_000)]
    result = outcome(tmp_path, json.dumps(data))
    assert isinstance(result, AnnotationsError)
    assert "facts together" in str(result)
