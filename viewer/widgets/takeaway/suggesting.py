"""Where something that is taken away is kept unless somebody says otherwise."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

LONGEST = 60  # letters of a file's name


def suggested(title: str, ending: str) -> Path:
    """A file in the folder of documents, named as what is in it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    plain = re.sub(r"[^\w ,.-]+", " ", title).strip(" .")[:LONGEST].strip()
    return Path(folder) / f"{' '.join(plain.split()) or 'Iliopsoas'}{ending}"
