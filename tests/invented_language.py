"""An invented language, in which every text of the program is itself between brackets: what has none was forgotten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from viewer import paths

TEMPLATE = paths.translations_folder() / "iliopsoas.ts"
INVENTED = "eo"
OPEN, CLOSE = "\u27e6", "\u27e7"  # every word of the language stands between these


def tool(name: str) -> str:
    """A tool of Qt that came with PySide."""
    return str(next(Path(sys.executable).parent.glob(f"{name}*")))


def invent(folder: Path) -> None:
    """Put a translation into a folder, ready for the program; the letter after & keeps its mark."""
    tree = ElementTree.parse(TEMPLATE)
    tree.getroot().set("language", INVENTED)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        words = f"{OPEN}{message.findtext('source', '')}{CLOSE}"
        if message.get("numerus") == "yes":
            translation[:] = [ElementTree.Element("numerusform") for _ in range(2)]
        for form in list(translation) or [translation]:
            form.text = words
    file = folder / f"iliopsoas_{INVENTED}.ts"
    tree.write(file, encoding="utf-8", xml_declaration=True)
    subprocess.run([tool("pyside6-lrelease"), str(file)], capture_output=True, check=True)
