"""Layers go from the skin inwards and come back in the order in which they went; each is one step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import onion
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.limited_to import carried_over, fitted
from viewer.model.session.peeling import from_the_skin, last_peeled, not_begun, outermost, peeled, put_back
from viewer.model.session.view import View
from viewer.model.session.view_changes import all_shown, brought_back, put_away

ATLAS = onion.atlas()
START = View(hidden=onion.AWAY)
ORDER = [("hide",), ("outer",), ("thick", "thin"), ("inner",)]


def peel(view: View) -> View:
    return peeled(outermost(ATLAS, view))(view)


def test_the_layers_go_from_the_skin_inwards_and_come_back() -> None:
    views = [from_the_skin(START)]
    for layer in ORDER:
        assert outermost(ATLAS, views[-1]) == layer
        views.append(peel(views[-1]))
        assert not any(map(views[-1].shows, layer))
    assert outermost(ATLAS, views[-1]) == ()
    assert [name for name in ATLAS.structures if views[-1].shows(name)] == ["core", *onion.BEADS]
    view = views[-1]
    for before in reversed(views[:-1]):
        view = put_back(view)
        assert view == before
    assert put_back(view) == view


def test_peeling_begins_with_everything_where_only_the_skin_is_there() -> None:
    assert not_begun(ATLAS, START)
    assert not_begun(ATLAS, put_away(["hide"])(START))
    begun = from_the_skin(replace(START, isolated=frozenset({"core"}), ghost=True))
    assert all(map(begun.shows, ATLAS.structures))
    assert not begun.ghost
    assert not not_begun(ATLAS, begun)
    assert not not_begun(ATLAS, brought_back(["inner"])(START)), "where something is there, it is peeled"
    gone = begun
    for _ in ORDER:
        gone = peel(gone)
    assert not not_begun(ATLAS, gone), "what was peeled to the end does not begin anew by itself"


def test_only_what_was_taken_away_is_put_back() -> None:
    view = peel(peel(brought_back(["outer", "inner"])(START)))
    assert view.peeled == (("hide",), ("outer",))
    assert put_back(view).hidden == view.hidden - {"outer"}
    by_hand = brought_back(["outer"])(view)
    assert last_peeled(by_hand) == ("hide",), "what is there again by other means is passed over"
    assert put_back(by_hand).peeled == ()
    assert all_shown(ATLAS)(view).peeled == ()


def test_what_was_put_away_comes_back_before_what_is_away() -> None:
    show_all = all_shown(ATLAS)
    assert show_all(START).hidden == frozenset(), "nothing else was put away"
    by_hand = put_away(["core"])(START)
    assert show_all(by_hand) == START
    assert show_all(replace(by_hand, isolated=frozenset({"hide"}))) == START
    of_a_group = brought_back(["thin"])(by_hand)
    assert show_all(of_a_group).hidden == frozenset(onion.BEADS), "the rest of a group that was begun"
    assert show_all(show_all(of_a_group)).hidden == frozenset()
    to_the_end = from_the_skin(START)
    for _ in ORDER:
        to_the_end = peel(to_the_end)
    assert show_all(to_the_end).hidden == frozenset()


def test_what_cannot_be_seen_is_no_layer_and_what_goes_is_no_longer_chosen() -> None:
    everything = from_the_skin(START)
    assert outermost(ATLAS, everything, without={"hide", "outer"}) == ("thick", "thin")
    assert outermost(ATLAS, replace(everything, absent=frozenset({"hide"}))) == ("outer",)
    assert outermost(ATLAS, replace(everything, isolated=frozenset({"inner", "core"}))) == ("inner",)
    chosen = replace(everything, selection=("hide", "inner"), fact="inner.origin")
    assert (peel(chosen).selection, peel(chosen).fact) == (("inner",), None)
    assert outermost(Atlas({"core": ATLAS.structures["core"]}, {}), View()) == ()


@pytest.mark.parametrize("names", [{"core", "hide"}, {"core", "hide", "outer", "inner"}])
def test_another_edition_knows_other_layers_and_leaves_away_what_is_new(names: set[str]) -> None:
    smaller = replace(ATLAS, structures={name: one for name, one in ATLAS.structures.items() if name in names})
    view = peel(peel(from_the_skin(START)))
    assert fitted(view, smaller).peeled == tuple(layer for layer in view.peeled if names.issuperset(layer))
    shown = fitted(from_the_skin(START), smaller)
    assert carried_over(shown, smaller, ATLAS).hidden == onion.AWAY - names
    assert carried_over(shown, ATLAS, smaller) == shown
