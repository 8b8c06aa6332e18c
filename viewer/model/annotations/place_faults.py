"""Checks what stands at a place: a region on its structure, a cell in its column."""

from __future__ import annotations

from viewer.model.annotations.fact_faults import Found, Known
from viewer.model.annotations.faults import Steps, did_you_mean, quoted
from viewer.model.annotations.loose_json import LooseObject, items, objects


def region_faults(steps: Steps, region: LooseObject, known: Known) -> Found:
    """A region on a structure that is not there or has no mesh."""
    name = region.get("structure")
    if not isinstance(name, str):
        return
    for one in dict.fromkeys(name.replace("{side}", side) for side in ("right", "left")):
        if one not in known.structures:
            yield (*steps, "structure"), f"there is no structure {quoted(one)}{did_you_mean(one, known.structures)}"
        elif known.structures[one].get("modelled") is False:
            yield (*steps, "structure"), f"{quoted(one)} is not modelled, so it has no places to go to"


def table_faults(steps: Steps, section: LooseObject) -> Found:
    """Rows with more or fewer cells than the table has columns, and cells without a table."""
    columns = len(items(section, "columns"))
    for place, fact in objects(section, "facts"):
        cells = len(items(fact, "cells"))
        if "cells" in fact and cells != columns:
            yield (
                (*steps, "facts", place, "cells"),
                f"are {cells}; as many as the section has columns are expected: {columns}",
            )
