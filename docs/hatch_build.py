"""What a built package says of itself that only its publisher knows: where the repository can be read.

``ILIOPSOAS_FILES`` is the address of the repository's files (of branch or tag), ``ILIOPSOAS_HOME`` that of its page;
without them the package names no address, and its README's pictures show in a clone only.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

ROOT = Path(__file__).resolve().parent.parent


class CustomMetadataHook(MetadataHookInterface):
    """Fills in the fields that ``pyproject.toml`` leaves open."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add README and addresses."""
        sys.path.insert(0, str(ROOT))
        from docs.index_page import index_page  # noqa: PLC0415 - found once the root is on the path

        text = (ROOT / "README.md").read_text(encoding="utf-8")
        page = index_page(text, os.environ.get("ILIOPSOAS_FILES", ""))
        metadata["readme"] = {"content-type": "text/markdown", "text": page}
        home = os.environ.get("ILIOPSOAS_HOME")
        metadata["urls"] = {"Homepage": home, "Source": home} if home else {}
