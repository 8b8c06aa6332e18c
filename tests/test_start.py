"""What a session or a picture begins with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer import startup
from viewer.arguments import Refused, parse
from viewer.model.atlas.atlas import Atlas, Kind
from viewer.model.slicing import levels

ROOT = Path(__file__).resolve().parent.parent


def test_groups_that_are_away_are_seen_when_something_of_them_is_asked_for(atlas: Atlas) -> None:
    nerves = {one.id for one in atlas.structures.values() if one.kind is Kind.NERVE}
    assert nerves
    assert atlas.away >= nerves
    assert startup.view(parse([]), atlas).hidden == atlas.away
    assert startup.view(parse(["--select", "psoas_major_right"]), atlas).hidden == atlas.away
    asked = startup.view(parse(["--select", "femoral_nerve_right"]), atlas)
    assert asked.hidden == atlas.away - nerves
    assert asked.selection == ("femoral_nerve_right",)


def test_a_section_is_asked_for_by_its_name(atlas: Atlas) -> None:
    plane = startup.view(parse(["--section", "l3/l4"]), atlas).plane
    assert plane is not None
    assert levels.told(atlas, plane) == "L3/L4"
    with pytest.raises(Refused, match=r"no level 'L9'; there are: T12, T12/L1, L1"):
        startup.view(parse(["--section", "L9"]), atlas)


@pytest.mark.parametrize("library", ["pyvista", "numpy"])
def test_a_missing_library_is_told_with_the_line_to_type(library: str, tmp_path: Path) -> None:
    asked = ["--screenshot", "x.png"]
    code = f"import sys; sys.modules[{library!r}] = None; from viewer.app import main; sys.exit(main({asked!r}))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2, done
    assert f"the library {library} is missing" in done.stderr
    assert "-m pip install" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
