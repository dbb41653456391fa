"""The line at the top of every page: the pages, and whose log this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from explog.domain.moments import shown_week
from explog.locale import _, ngettext
from explog.tui.commands import PAGES
from explog.tui.widgets.hints import hint
from explog.tui.widgets.pieces import ends, run, said, word

if TYPE_CHECKING:
    from textual import events
    from textual.content import Content

    from explog.tui.glance import Glance


class Masthead(Widget):
    """One line; the pages in it can be clicked."""

    ALLOW_SELECT = False

    glance: reactive[Glance | None] = reactive(None)
    """What the right end tells of; None before the log was read."""

    is_demo: reactive[bool] = reactive(False)
    """Whether it is the demo log, so that nobody takes it for their own."""

    def __init__(self, page: str) -> None:
        """Show *page* (as in ``app.page('…')``) as the one that is open."""
        super().__init__()
        self.auto_links = False
        self._page = page

    def tell(self, glance: Glance, *, is_demo: bool) -> None:
        """Show whose log it is."""
        self.glance = glance
        self.is_demo = is_demo

    def render(self) -> Content:
        """The line at the width it has."""
        width = self.content_size.width
        left, _places = self._left(width)
        for told in self._standings():
            if left.cell_length + told.cell_length + 3 <= width:
                return ends(left, run(told, " "), width)
        return left.truncate(width, ellipsis=True)

    def on_click(self, event: events.Click) -> None:
        """Go to the page that was clicked."""
        for start, end, action in self._left(self.content_size.width)[1]:
            if start <= event.x < end:
                self.app.call_later(self.app.run_action, action)  # not here: it may end this screen

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what the page under the mouse shows."""
        places = self._left(self.content_size.width)[1]
        under = (action for start, end, action in places if start <= event.x < end)
        action = next(under, None)
        hint(self, next((_(page.about) for page in PAGES if page.action == action), ""))

    def _left(self, width: int) -> tuple[Content, list[tuple[int, int, str]]]:
        """Name and pages, and where each page stands; in words as far as *width* allows."""
        line, places = self._pages(is_short=False)
        return (line, places) if line.cell_length <= width else self._pages(is_short=True)

    def _pages(self, *, is_short: bool) -> tuple[Content, list[tuple[int, int, str]]]:
        """Name and pages, and where each stands; when *is_short* only the open one by its name."""
        line = run(
            " ",
            word("explog", "bold $mark"),
            word(_(" demo"), "$safely") if self.is_demo else "",
            "  ",
        )
        places = []
        for command in PAGES:
            is_open = f"'{self._page}'" in command.action
            style = "bold underline $foreground" if is_open else "$quiet"
            start = line.cell_length
            name = "" if is_short and not is_open else run(" ", word(_(command.title), style))
            line = run(line, word(command.keys, "$mark"), name)
            places.append((start, line.cell_length, command.action))
            line = run(line, "  ")
        return line[:-2], places

    def _standings(self) -> list[Content]:
        """The right end, the longest first."""
        glance = self.glance
        if glance is None:
            return []
        count = glance.count
        counted = word(
            ngettext("{n} experiment", "{n} experiments", count).format(n=count), "$quiet"
        )
        dot = word(" · ", "$quiet")
        week = word(shown_week(glance.today), "$quiet")
        place = _whose(glance)
        if not count:
            return [run(place, dot, week) if place else week, week]
        if not place:
            return [run(week, dot, counted), counted]
        return [
            run(place, dot, week, dot, counted),
            run(place, dot, counted),
            run(week, dot, counted),
            counted,
        ]


def _whose(glance: Glance) -> Content:
    """The workplace, or how many there are."""
    places = glance.workplaces
    if len(places) == 1:
        return said(str(places[0].get("name") or ""), "$quiet")
    if not places:
        return word("")
    return word(
        ngettext("{n} workplace", "{n} workplaces", len(places)).format(n=len(places)), "$quiet"
    )
