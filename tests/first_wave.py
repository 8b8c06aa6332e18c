"""The body as it is seen first, with its nerves: what else is away stays out of tests that look at the picture."""

from __future__ import annotations

from dataclasses import replace

from viewer.model.atlas.atlas import Atlas, Kind


def beyond(atlas: Atlas) -> frozenset[str]:
    """Ids of what is away and no nerve."""
    return frozenset(name for name in atlas.away if atlas.structures[name].kind is not Kind.NERVE)


def first_wave(atlas: Atlas) -> Atlas:
    """An atlas whose scene has nothing else."""
    left = beyond(atlas)
    return replace(atlas, structures={name: one for name, one in atlas.structures.items() if name not in left})
