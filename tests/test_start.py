"""What a session or a picture begins with."""

from __future__ import annotations

from viewer import startup
from viewer.arguments import parse
from viewer.model.atlas.atlas import Atlas, Kind


def test_muscles_are_seen_first_and_nerves_when_they_are_asked_for(atlas: Atlas) -> None:
    nerves = {one.id for one in atlas.structures.values() if one.kind is Kind.NERVE}
    assert nerves
    assert startup.view(parse([]), atlas).hidden == nerves
    assert startup.view(parse(["--select", "psoas_major_right"]), atlas).hidden == nerves
    asked = startup.view(parse(["--select", "femoral_nerve_right"]), atlas)
    assert asked.hidden == frozenset()
    assert asked.selection == ("femoral_nerve_right",)
