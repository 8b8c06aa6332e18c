"""Checks that what a file of data names is known to the atlas that it refers to.

Every check bears data of any shape and passes over what has the wrong one, so that faults of shape and of meaning are
listed together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from viewer.model.annotations.fact_faults import Found
from viewer.model.annotations.faults import Steps, did_you_mean, quoted
from viewer.model.annotations.loose_json import LooseObject, items
from viewer.model.atlas.atlas import Atlas


def structure_faults(steps: Steps, names: list[object], atlas: Atlas) -> Found:
    """Structures that cannot be shown, in a list that stands at ``steps``."""
    for place, name in enumerate(names):
        for text in structure_fault(name, atlas):
            yield (*steps, place), text


def structure_fault(name: object, atlas: Atlas) -> Iterator[str]:
    """Why a structure cannot be shown, if it cannot."""
    if not isinstance(name, str) or name in atlas.structures:
        return
    if name in atlas.unmodelled:
        yield f"{quoted(name)} is not modelled, so it cannot be shown"
    else:
        yield f"there is no structure {quoted(name)}{did_you_mean(name, atlas.structures)}"


def source_faults(steps: Steps, told: LooseObject, atlas: Atlas) -> Found:
    """Sources that are not in the annotations' list, of what stands at ``steps``."""
    return _unknown(steps, told, "sources", "source", atlas.sources)


def mark_faults(steps: Steps, told: LooseObject, atlas: Atlas) -> Found:
    """Landmarks that are not among the annotations', of what stands at ``steps``."""
    return _unknown(steps, told, "marks", "landmark", atlas.landmarks)


def _unknown(steps: Steps, told: LooseObject, key: str, what: str, known: Collection[str]) -> Found:
    for place, name in enumerate(items(told, key)):
        if isinstance(name, str) and name not in known:
            yield (*steps, key, place), f"there is no {what} {quoted(name)}{did_you_mean(name, known)}"
