"""Checks the groups of the list: none stands twice, and every structure is in one of them."""

from __future__ import annotations

from viewer.model.annotations.fact_faults import Found
from viewer.model.annotations.faults import did_you_mean, quoted
from viewer.model.annotations.loose_json import LooseObject, objects, words


def group_faults(data: LooseObject) -> Found:
    """Everything in the groups that contradicts the rest of the file; nothing where it has no list of groups."""
    if not isinstance(data.get("groups"), list):
        return
    names: list[str] = []
    for number, group in objects(data, "groups"):
        for name in words([group.get("name")]):
            if name in names:
                yield ("groups", number, "name"), f"the group {quoted(name)} stands twice"
            names.append(name)
    for number, structure in objects(data, "structures"):
        for name in words([structure.get("group")]):
            if name not in names:
                hint = did_you_mean(name, names)
                yield ("structures", number, "group"), f"the groups do not name {quoted(name)}{hint}"
