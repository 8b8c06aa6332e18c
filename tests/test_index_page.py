"""On a package index the README's pictures are seen, because their addresses are whole."""

from __future__ import annotations

import re
from pathlib import Path

from docs.index_page import index_page

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ADDRESS = "https://example.org/owner/name/raw/main"


def targets(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", text)


def test_every_picture_and_link_leads_somewhere_whole() -> None:
    before, after = targets(README), targets(index_page(README, f"{ADDRESS}/"))
    assert "docs/window.png" in before
    assert [one for one in after if not one.startswith("https://")] == []
    assert after == [one if one.startswith("https://") else f"{ADDRESS}/{one}" for one in before]


def test_what_is_whole_already_and_places_on_the_page_stay() -> None:
    text = "[a](https://a.org/b) [c](#two-commands) ![d](e.png)"
    assert index_page(text, ADDRESS) == f"[a](https://a.org/b) [c](#two-commands) ![d]({ADDRESS}/e.png)"


def test_without_an_address_nothing_is_invented() -> None:
    assert index_page(README, "") == README


def test_what_the_documents_link_to_is_there() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    assert len(documents) > 7
    linked = [(page, target.partition("#")[0]) for page in documents for target in targets(page.read_text("utf-8"))]
    files = [(page, target) for page, target in linked if target and "://" not in target]
    assert len(files) > 30
    assert [f"{page.name}: {target}" for page, target in files if not (page.parent / target).exists()] == []
