"""Where the data lies: beside the code in a checkout, inside the package once installed."""

from __future__ import annotations

import tomllib
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOT = _PACKAGE.parent


def annotations_file() -> Path:
    """The annotations file: a checkout's own, else the one that the wheel carries."""
    carried = _PACKAGE / "annotations.json"
    return carried if carried.exists() else _ROOT / "annotations.json"


def meshes_folder() -> Path:
    """The folder of baked meshes with its manifest."""
    return _ROOT / "meshes" / "baked"


def icons_folder() -> Path:
    """The folder of the program's icons."""
    return _PACKAGE / "icons"


def translations_folder() -> Path:
    """The folder of translations of the program's own words."""
    return _PACKAGE / "translations"


def version() -> str:
    """The program's version, installed or run from a checkout."""
    from importlib import metadata  # noqa: PLC0415 - brings in a lot, and no start needs it

    try:
        return metadata.version("iliopsoas")
    except metadata.PackageNotFoundError:
        project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        return str(project["project"]["version"])
