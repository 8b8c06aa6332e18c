"""The section along the finger that answered, as the page of the finger prints it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from viewer.model.finger import telling
from viewer.model.finger.planes import Plane, across
from viewer.model.session.state import ViewState
from viewer.model.training.question import Question
from viewer.widgets.finger.plate import Subject
from viewer.widgets.finger.section_picture import SectionPicture
from viewer.widgets.viewport.viewport import Viewport

LEAST, MOST, SHARE = 170, 320, 0.36
"""Pixels, and of the page's height."""


class CutPicture(SectionPicture):
    """What the finger went through, with what it was to reach in a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(LEAST, LEAST)
        self.fit(0)

    def fit(self, page: int) -> None:
        """Be so high that a page of this height (pixels) has room for words."""
        self.setFixedHeight(max(LEAST, min(MOST, round(SHARE * page))))

    def tell(self, state: ViewState, viewport: Viewport, question: Question) -> None:
        """Print the section of the finger that is on the skin now, or nothing."""
        press = state.view.finger if question.finger is not None else None
        path = viewport.body.feel(press) if press else None
        section = viewport.body.section(press, across(press.way, Plane.ACROSS)) if press else None
        if path is None or section is None or question.finger is None:
            self.show_nothing()
            return
        warned = frozenset(one.structure for one in telling.cautions(path, state.atlas))
        self.show_section(
            Subject(state.atlas, path, section, Plane.ACROSS, warned), telling.place_words(path, state.atlas)
        )
        self.light(question.finger.structure)
