"""Where something that is taken away is kept unless somebody says otherwise."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

LONGEST = 60  # letters of a file's name


def suggested(title: str, ending: str) -> Path:
    """A file in the folder of documents, or at home where there is none, named as what is in it."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    folder = documents if documents.is_dir() else Path.home()
    plain = re.sub(r"[^\w ,.-]+", " ", title).strip(" .")[:LONGEST].strip()
    return folder / f"{' '.join(plain.split()) or 'Iliopsoas'}{ending}"
