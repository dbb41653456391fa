"""A page of panels whose lines and numbers are doors: moving among them, and going through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from explog.locale import _
from explog.tui.say import say
from explog.tui.widgets.doors import nearest
from explog.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.geometry import Region

    from explog.tui.program import Program
    from explog.tui.widgets.doors import Door


class Page(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The panels; it scrolls when they do not all fit."""


class Board(Widget):
    """The panels that stand in two columns where there is room."""


class PanelsScreen(Screen[None]):
    """Panels in a ``Page``; one door in all of them is marked."""

    app: Program

    def panels(self) -> list[Panel]:
        """All of them, in the order of the page; ``query`` takes no class that is abstract."""
        return [one for one in self.query("Panel") if isinstance(one, Panel)]

    def enter(self) -> None:
        """Put the cursor into the first panel that has doors, unless it stands in one."""
        if self.focused is None or not self.focused.can_focus:
            every = self.panels()
            first = next((panel for panel in every if panel.can_focus and panel.display), None)
            self.set_focus(first, scroll_visible=False)

    @on(Panel.Opened)
    async def go_through(self, event: Panel.Opened) -> None:
        """Show what is behind the door."""
        door = event.door
        if door.experiment:
            self.app.open_experiment(door.experiment)
        elif door.filter:
            await self.app.open_experiments(door.filter)
        elif door.agreement:
            self.app.open_agreements(door.agreement)
        elif door.sentence:
            say(self.app, door.sentence)

    def action_open(self) -> None:
        """Go through the marked door."""
        if isinstance(self.focused, Panel):
            self.focused.open(self.focused.cursor)

    def action_copy_key(self) -> None:
        """Copy the key of the experiment behind the marked door, or say that there is none."""
        door = self.marked()
        key = door.experiment if door is not None else None
        if key is None:
            say(self.app, _("There is no experiment behind this one; mark a line that names one."))
            return
        self.app.copy_to_clipboard(key)
        say(self.app, _("{key} is copied.").format(key=key))

    def action_move(self, direction: str) -> None:
        """Mark the nearest door in *direction*."""
        places = self._places()
        if not places:
            return
        here = self._here(places)
        chosen = nearest(places[here][2], [region for _panel, _n, region in places], direction)
        if chosen is not None:
            self._mark(*places[chosen])

    def action_edge(self, which: str) -> None:
        """Mark the first or the last door."""
        places = self._places()
        if places:
            self._mark(*places[0 if which == "first" else -1])

    def action_page(self, way: int) -> None:
        """Scroll by a page."""
        page = self.query_one(Page)
        page.scroll_relative(y=way * page.size.height, animate=False)

    def marked(self) -> Door | None:
        """The door the cursor stands on."""
        panel = self.focused
        if not isinstance(panel, Panel):
            return None
        spots = panel.spots()
        return spots[panel.cursor].door if panel.cursor < len(spots) else None

    def _places(self) -> list[tuple[Panel, int, Region]]:
        """Every door: its panel, its number there, and where it lies on the page."""
        page = self.query_one(Page)
        origin = page.region.offset - page.scroll_offset
        return [
            (panel, n, spot.region.translate(panel.content_region.offset - origin))
            for panel in self.panels()
            if panel.display
            for n, spot in enumerate(panel.spots())
        ]

    def _here(self, places: list[tuple[Panel, int, Region]]) -> int:
        """Which of *places* is marked."""
        for n, (panel, cursor, _region) in enumerate(places):
            if panel is self.focused and cursor == panel.cursor:
                return n
        return 0

    def _mark(self, panel: Panel, cursor: int, region: Region) -> None:
        """Mark a door and bring it into sight."""
        panel.cursor = cursor
        self.set_focus(panel, scroll_visible=False)
        self.refresh_bindings()
        self.query_one(Page).scroll_to_region(region.grow((1, 1, 2, 1)), animate=False)
