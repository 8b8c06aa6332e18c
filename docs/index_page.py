"""The README as a package index shows it: there, pictures and links need the address of the repository."""

from __future__ import annotations

import re

_RELATIVE = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|mailto:|#)([^)\s]+)\)")


def index_page(readme: str, repository: str) -> str:
    """The README with every picture and link that leads to a file of the repository as a whole address.

    ``repository`` is where its files can be read, such as "https://host/owner/name/raw/main"; where it is empty,
    because nobody has published the repository yet, the README stays as it is.
    """
    if not repository:
        return readme
    return _RELATIVE.sub(rf"\1[\2]({repository.rstrip('/')}/\3)", readme)
