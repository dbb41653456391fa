"""What can be typed next, below the search field; the field says what, this only draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from explog.locale import _
from explog.tui.widgets.pieces import GAP, padded, run, said, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

MOST = 8
"""Lines at most; more of them are scrolled through."""

LEAST, WIDEST = 12, 60
"""Cells of what is offered, without and with its rim."""


class Offers(Widget):
    """A small list over the page; not there while nothing is offered."""

    ALLOW_SELECT = False

    place: reactive[int] = reactive(0)
    """Which one the cursor is on."""

    class Picked(Message):
        """One was clicked."""

        def __init__(self, place: int) -> None:
            """Keep which."""
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.auto_links = False
        self._offers: Sequence[tuple[str, str]] = ()
        self.display = False

    def show(self, offers: Sequence[tuple[str, str]], place: int) -> None:
        """Show *offers*, the cursor on number *place*."""
        self._offers = offers
        self.place = place
        self.display = bool(offers)
        if offers:
            first = max(said(text).cell_length for text, _about in offers)
            about = max(said(about).cell_length for _text, about in offers)
            wanted = max(first + (about + GAP if about else 0), LEAST) + 4
            self.styles.width = min(WIDEST, wanted, self.screen.size.width - 3)
            self.styles.height = min(MOST, len(offers)) + 3
        self.refresh()

    def render(self) -> Content:
        """One line each, and how one is taken."""
        width = self.content_size.width
        most = max((said(text).cell_length for text, _about in self._offers), default=0)
        lines = []
        for place in range(self._first(), min(self._first() + MOST, len(self._offers))):
            text, about = self._offers[place]
            told = run(" ", said(text) if not about else padded(said(text), most + GAP))
            told = run(told, said(about, "$quiet"))
            line = padded(told, width)
            lines.append(line.stylize("bold on $cursor") if place == self.place else line)
        hint = run(" ", word("tab", "bold $mark"), " ", word(_("takes it"), "$quiet"))
        return Content("\n").join([*lines, padded(hint, width)])

    def _first(self) -> int:
        """The first one that is in sight."""
        return max(0, min(self.place - MOST + 2, len(self._offers) - MOST))

    def on_click(self, event: events.Click) -> None:
        """Take the one that was clicked."""
        at = event.get_content_offset(self)
        place = self._first() + at.y if at is not None else len(self._offers)
        if place < min(self._first() + MOST, len(self._offers)):
            self.post_message(self.Picked(place))
