"""What a recipe is made from: the modules it imports and the tables they read, and one digest of all of them.

Two bakes with the same digest make the same surface, so nothing is built twice.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from meshes.sculpt.tables import FOLDER

HERE = Path(__file__).parent
PACKAGE = "meshes.sculpt"


@cache
def modules(name: str) -> frozenset[str]:
    """A module of this package and all that it imports from it, by short name."""
    found, waiting = {name}, [name]
    while waiting:
        for other in _imported(waiting.pop()) - found:
            found.add(other)
            waiting.append(other)
    return frozenset(found)


@cache
def _imported(name: str) -> frozenset[str]:
    """The modules of this package that one module imports directly."""
    tree = ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    direct = {
        str(node.module).removeprefix(PACKAGE + ".") for node in froms if str(node.module).startswith(PACKAGE + ".")
    }
    listed = {alias.name for node in froms if node.module == PACKAGE for alias in node.names}
    return frozenset(module for module in direct | listed if (HERE / f"{module}.py").exists())


def tables(names: Iterable[str]) -> frozenset[str]:
    """The table files that modules name in their text; a placeholder in a name stands for any."""
    texts = [(HERE / f"{name}.py").read_text(encoding="utf-8") for name in names]
    patterns = {re.sub(r"\{[^}]*\}", "*", found) for text in texts for found in re.findall(r"[\w{}]+\.csv", text)}
    return frozenset(path.name for pattern in patterns for path in FOLDER.glob(pattern))


def digest(names: Iterable[str], *more: str) -> str:
    """SHA-256 over modules (with all they import), the tables they read, and further words."""
    every = sorted(frozenset().union(*(modules(name) for name in names)))
    files = [HERE / f"{name}.py" for name in every] + [FOLDER / table for table in sorted(tables(every))]
    total = hashlib.sha256()
    for path in files:
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    total.update("\0".join(more).encode())
    return total.hexdigest()
