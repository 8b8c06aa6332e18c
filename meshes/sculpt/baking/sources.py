"""What a recipe is made from: the modules it imports and the tables they read, and one digest of all of them.

Two bakes with the same digest make the same surface, so nothing is built twice. A module is named from this package
on ("leg.femur"), a table from the folder of tables on ("femur/femur_neck.csv").
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from meshes.sculpt.tables import FOLDER

HERE = Path(__file__).parents[1]
PACKAGE = "meshes.sculpt"


@cache
def modules(name: str) -> frozenset[str]:
    """A module of this package and all that it imports from it."""
    found, waiting = {name}, [name]
    while waiting:
        for other in _imported(waiting.pop()) - found:
            found.add(other)
            waiting.append(other)
    return frozenset(found)


@cache
def _imported(name: str) -> frozenset[str]:
    """The modules of this package that one module imports directly."""
    tree = ast.parse(_file(name).read_text(encoding="utf-8"))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    listed = (f"{node.module}.{alias.name}" for node in froms for alias in node.names)
    full = {*listed, *(str(node.module) for node in froms)}
    ours = {one.removeprefix(f"{PACKAGE}.") for one in full if one.startswith(f"{PACKAGE}.")}
    return frozenset(one for one in ours if _file(one).exists())


def _file(name: str) -> Path:
    return HERE.joinpath(*name.split(".")).with_suffix(".py")


def path(name: str) -> str:
    """Where a module stands, from the top of the repository on."""
    return _file(name).relative_to(HERE.parents[1]).as_posix()


def tables(names: Iterable[str]) -> frozenset[str]:
    """The table files that modules name in their text; a placeholder in a name stands for any."""
    return frozenset().union(*map(_named, names))


@cache
def _named(name: str) -> frozenset[str]:
    """The table files that one module names."""
    found = re.findall(r"[\w{}/]+\.csv", _file(name).read_text(encoding="utf-8"))
    patterns = {re.sub(r"\{[^}]*\}", "*", pattern) for pattern in found}
    return frozenset(_in_folder(table) for pattern in patterns for table in FOLDER.glob(pattern))


def _in_folder(table: Path) -> str:
    return table.relative_to(FOLDER).as_posix()


def digest(names: Iterable[str], *more: str) -> str:
    """SHA-256 over modules (with all they import), the tables they read, and further words."""
    every = sorted(frozenset().union(*(modules(name) for name in names)))
    files = {one: _file(one) for one in every} | {table: FOLDER / table for table in sorted(tables(every))}
    total = hashlib.sha256()
    for name, file in files.items():
        total.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    total.update("\0".join(more).encode())
    return total.hexdigest()
