"""A table with a row that cannot be right is refused whole, and says which row and what was expected."""

from __future__ import annotations

from collections.abc import Sized
from pathlib import Path

import pytest

from meshes.sculpt.tables import FOLDER, TableError, read_numbers, read_points, read_words

HEADER = "name,value,unit,low,high,source\n"


def written(folder: Path, text: str) -> Path:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return folder


def test_good_rows_are_read_in_order(tmp_path: Path) -> None:
    folder = written(tmp_path, "# a comment\n" + HEADER + "b,2,mm,0,5,someone\na,1.5,mm,0,5,someone\n")
    assert list(read_numbers("t.csv", folder=folder).items()) == [("b", 2.0), ("a", 1.5)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("a,9,mm,0,5,x", "line 2, a: 9 is impossible, expected 0 to 5"),
        ("a,nan,mm,0,5,x", "line 2, a: value is 'nan', expected a number"),
        ("a,,mm,0,5,x", "line 2, a: value is '', expected a number"),
        ("a,1,mm,0,5,", "line 2, a: no source"),
        ("a,1,mm,0,5,x\na,2,mm,0,5,x", "line 3, a: stands on line 2 already"),
        ("c,1,mm,0,5,x", "a: is missing"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, expected: str) -> None:
    with pytest.raises(TableError, match=r"t\.csv") as found:
        read_numbers("t.csv", required=["a"], folder=written(tmp_path, HEADER + row + "\n"))
    assert expected in str(found.value)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    rows = "a,9,mm,0,5,x\nb,zz,mm,0,5,x\nc,1,mm,0,5,\n"
    with pytest.raises(TableError) as found:
        read_numbers("t.csv", required=["d"], folder=written(tmp_path, HEADER + rows))
    assert all(f"{name}:" in str(found.value) for name in "abcd")


def test_a_point_outside_the_body_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path, "name,x,y,z,source\ntip,0,0,99999,x\n")
    with pytest.raises(TableError, match="line 2, tip"):
        read_points("t.csv", folder=folder)


def test_a_missing_file_and_a_missing_column_are_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"none\.csv: cannot be read"):
        read_numbers("none.csv", folder=tmp_path)
    with pytest.raises(TableError, match="no column value"):
        read_numbers("t.csv", folder=written(tmp_path, "name,unit,low,high,source\n"))


def test_words_are_read_and_a_missing_one_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path, "name,frame,source\ntip,L1,x\nroot,L2,x\n")
    assert read_words("t.csv", "frame", folder=folder) == {"tip": "L1", "root": "L2"}
    folder = written(tmp_path, "name,frame,source\ntip,,x\n")
    with pytest.raises(TableError, match="line 2, tip: no frame"):
        read_words("t.csv", "frame", folder=folder)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.csv")), ids=lambda path: path.name)
def test_every_row_of_the_real_tables_names_its_source(path: Path) -> None:
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]
    header = lines[0].split(",")
    assert {"name", "source"} <= set(header)
    words = ("name", "frame", "source", "unit", "carrier", "start", "stop", "free_of")
    columns = tuple(name for name in header if name not in (*words, "value", "low", "high"))
    file = path.relative_to(FOLDER).as_posix()
    rows: Sized = (
        read_numbers(file)
        if "value" in header
        else read_points(file, columns)
        if columns
        else read_words(file, header[1])
    )
    assert len(rows) == len(lines) - 1
