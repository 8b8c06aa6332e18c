"""What a handout is to be like."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from PySide6.QtGui import QPageSize

_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


@dataclass(frozen=True)
class Wishes:
    """With names, or ``blank`` with numbers and lines to write on; the ``key`` to them "apart", at the "end" or "none";
    with ``captions`` and what they rest on; with the ``notes`` of who teaches; ``two`` scenes on a page. What gives
    names away stands with the answers in a test.
    """

    blank: bool = False
    key: str = "end"
    captions: bool = True
    notes: bool = False
    two: bool = False
    paper: QPageSize.PageSizeId = QPageSize.PageSizeId.A4

    @property
    def told(self) -> bool:
        """Whether captions stand beside the pictures."""
        return self.captions and not self.blank


def wishes(asked: Namespace) -> Wishes:
    """Those of the command line."""
    return Wishes(
        asked.labels == "blank", asked.key, not asked.without_captions, asked.notes, asked.two, _SIZES[asked.paper]
    )
