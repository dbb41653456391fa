"""The filters in force, each as a chip that a click removes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from explog.locale import _
from explog.tui.widgets.pieces import run, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from explog.tui.filters import Filter


class Chips(Widget):
    """One line; not there while there is no filter."""

    ALLOW_SELECT = False

    class Removed(Message):
        """A chip was clicked away."""

        def __init__(self, chosen: Filter) -> None:
            """Keep the filter that is *chosen*."""
            super().__init__()
            self.chosen = chosen

    def __init__(self) -> None:
        """Begin without filters."""
        super().__init__()
        self.auto_links = False
        self._filters: Sequence[Filter] = ()
        self.display = False

    def show(self, filters: Sequence[Filter]) -> None:
        """Show *filters*."""
        self._filters = filters
        self.display = bool(filters)
        self.refresh()

    def render(self) -> Content:
        """The chips, and how to get rid of them."""
        chips = [word(f" {one.spoken} × ", "bold on $cursor") for one in self._filters]
        hint = run("  ", word("c", "bold $mark"), " ", word(_("Show all"), "$quiet"))
        return run(Content(" ").join(chips), hint)

    def on_click(self, event: events.Click) -> None:
        """Remove the chip under the mouse."""
        at = event.get_content_offset(self)
        end = 0
        for one in self._filters:
            start, end = end, end + len(one.spoken) + 5
            if at is not None and start <= at.x < end:
                self.post_message(self.Removed(one))
                return
