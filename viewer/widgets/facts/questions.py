"""Questions that the facts panel answers about what is not the selection: where it hurts, what a root level reaches,
what is known of a structure without a mesh.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Signal

from viewer.language import tr
from viewer.model.answers import referred_pain
from viewer.model.atlas import nerves
from viewer.model.atlas.atlas import Point
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import with_form
from viewer.model.words import side_words
from viewer.widgets.facts import contents
from viewer.widgets.facts.leads import Lead, LeadKind
from viewer.widgets.facts.panel import FactsPanel
from viewer.widgets.viewport.navigation import Navigation


class Questions(QObject):
    """Asks the model and lets the panel tell. ``gone_to`` names a structure that an answer leads to, and the fact
    of it to light; ``page_asked`` the page of the side panel that is to be seen."""

    gone_to = Signal(str, str)
    message = Signal(str)
    page_asked = Signal(str)
    welcome_put_away = Signal()

    def __init__(self, state: ViewState, panel: FactsPanel, navigation: Navigation) -> None:
        super().__init__(panel)
        self._state, self._panel, self._navigation = state, panel, navigation
        navigation.skin_pointed_at.connect(self.hurts_at)
        panel.asked.connect(self.follow)
        state.selection_changed.connect(self.end_asking)

    def tell_of(self, structure_id: str, fact_id: str = "") -> None:
        """What is known of a structure that cannot be selected, one of its facts lit."""
        self.page_asked.emit("facts")
        with self._state.one_step():
            self._state.select()
            zones = [] if fact_id else [zone.id for zone in self._state.atlas.known[structure_id].referrals]
            self._state.highlight(fact_id or None, (), zones)
        self._panel.show_page(contents.structure(structure_id))

    def ask_where_it_hurts(self) -> None:
        """Let the next click on the body, or an area of the list, be where it hurts."""
        self.page_asked.emit("facts")
        self._state.select()
        self._navigation.set_asking(True)
        self._panel.show_page(contents.where_it_hurts())
        self._panel.go_to_first(light=False)  # none of the areas is asked for yet
        self.message.emit(tr("Click the place that hurts, or choose an area from the facts; Esc ends it"))

    def end_asking(self) -> None:
        """A click chooses structures again."""
        self._navigation.set_asking(False)

    def hurts_at(self, point: Point, normal: Point) -> None:
        """Which muscles refer pain to a place on the skin?"""
        found = referred_pain.who_refers_here(self._state.atlas, point, normal, self._state.view.absent)
        if found or self._navigation.asking:
            self._panel.show_page(contents.candidates(found))
        self.end_asking()

    def hurts_under(self, place: QPointF) -> None:
        """Which muscles refer pain to the skin at a place of the 3D view?"""
        self._state.select()
        self._navigation.set_asking(True)
        self._navigation.point_at_skin(place)
        self.end_asking()

    def follow(self, lead: Lead) -> None:
        """Go where a link of an answer leads."""
        kinds = LeadKind
        answers: dict[LeadKind, Callable[[Lead], None]] = {
            kinds.AREAS: lambda _: self.ask_where_it_hurts(),
            kinds.AREA: self._ask_area,
            kinds.ZONE: self._choose,
            kinds.LEVELS: lambda _: self.ask_levels(),
            kinds.LEVEL: self._ask_level,
            kinds.REACH: self._select_reached,
            kinds.FORM: self._take_form,
            kinds.VARIATION: self._tell_of_variation,
            kinds.PAGE: lambda lead: self.page_asked.emit(lead.id),
            kinds.WELCOME: lambda _: self.welcome_put_away.emit(),
        }
        answers[lead.kind](lead)

    def ask_levels(self) -> None:
        """Which root level?"""
        self.page_asked.emit("facts")
        self._state.select()
        self._panel.show_page(contents.root_levels())
        self._panel.go_to_first()

    def _ask_area(self, lead: Lead) -> None:
        self.end_asking()
        found = referred_pain.who_refers_to(self._state.atlas, lead.id, self._state.view.absent)
        owner, zone = self._state.atlas.fact(lead.id)
        self._panel.show_page(contents.candidates(found, f"{getattr(zone, 'name', '')}, {side_words(owner.side)}"))
        self._panel.go_to_first()

    def _choose(self, lead: Lead) -> None:
        """The muscle that an area belongs to, with the area lit."""
        owner, _ = self._state.atlas.fact(lead.id)
        self.gone_to.emit(owner.id, lead.id)

    def _take_form(self, lead: Lead) -> None:
        """The body with a structure in another form."""
        self._state.change(with_form(self._state.atlas, lead.structure, lead.id))

    def _tell_of_variation(self, lead: Lead) -> None:
        """The first of a pair that some people lack, at what is known of its variation."""
        members = self._state.atlas.variations[lead.id].members.values()
        there = [name for name in members if name not in self._state.view.absent]
        self.gone_to.emit((there or list(members))[0], "")
        self._panel.go_to_section(tr("Variation"))

    def _ask_level(self, lead: Lead) -> None:
        self._panel.show_page(contents.root_level(lead.id))
        self._panel.go_to_first()

    def _select_reached(self, lead: Lead) -> None:
        reach = nerves.reached_from(self._state.atlas, lead.id)
        reached = (*reach.roots, *(nerve for nerve, _ in reach.nerves), *(muscle for muscle, _ in reach.muscles))
        names = [one.id for one in reached if one.modelled]
        with self._state.one_step():
            self._state.set_hidden(names, False)
            self._state.select(*names)
        self._panel.show_page(contents.root_level(lead.id))
