"""Which pages there are, which of them are offered now, and each of them once it was needed."""

from __future__ import annotations

from collections.abc import Callable

from viewer.widgets.side_panel.page import Page, PageName


class Pages:
    """Pages are made when they are first needed, and kept."""

    def __init__(self) -> None:
        self._makers: dict[str, Callable[[], Page]] = {}
        self._names: dict[str, PageName] = {}
        self._made: dict[str, Page] = {}
        self._offered: set[str] = set()

    def add(self, name: PageName, make: Callable[[], Page]) -> None:
        """One more page."""
        self._names[name.id], self._makers[name.id] = name, make
        self.offer(name.id, name.lasting)

    def names(self) -> tuple[PageName, ...]:
        """All pages, in the order of the row."""
        return tuple(self._names.values())

    def name(self, page_id: str) -> PageName:
        """How a page is known. Raises KeyError."""
        return self._names[page_id]

    def offers(self, page_id: str) -> bool:
        """Whether a page can be opened now."""
        return page_id in self._offered

    def offer(self, page_id: str, on: bool) -> None:
        """Let a page be opened, or no longer."""
        (self._offered.add if on else self._offered.discard)(page_id)

    def page(self, page_id: str) -> Page:
        """A page, made now if it was not needed before. Raises KeyError."""
        if page_id not in self._made:
            self._made[page_id] = self._makers[page_id]()
        return self._made[page_id]
