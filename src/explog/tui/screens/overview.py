"""The first page: what needs attention, what is running, what failed safely and what scaled.

It is painted without a model, the journal or any heavy widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from explog.locale import N_
from explog.tui.commands import MOVES, Command, bindings
from explog.tui.say import say
from explog.tui.widgets.attention import AttentionPanel
from explog.tui.widgets.doors import nearest
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.ladder import LadderPanel
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.panel import Panel
from explog.tui.widgets.running import RunningPanel
from explog.tui.widgets.stories import TaughtPanel, WaitingPanel
from explog.tui.widgets.verdicts import VerdictPanel

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Region

    from explog.tui.app import ExplogApp

COMMANDS_HERE = (
    Command(
        "open",
        "enter",
        N_("Open"),
        N_("Go through the marked line or number."),
        in_footer=True,
        shown="⏎",
    ),
    Command(
        "app.search",
        "slash",
        N_("Search"),
        N_("Find experiments by any word."),
        in_footer=True,
        shown="/",
    ),
    *MOVES,
    Command("page(-1)", "pageup", "", "", is_movement=True),
    Command("page(1)", "pagedown", "", "", is_movement=True),
)

WIDTHS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]
"""Two columns from a hundred cells on."""
HEIGHTS: list[tuple[int, str]] | None = [(0, "-low"), (36, "-tall")]
"""A panel more from thirty-six lines on."""


class Page(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The panels; it scrolls when they do not all fit."""


class Board(Widget):
    """The panels that stand in two columns where there is room."""


class OverviewScreen(Screen[None]):
    """Five panels, six on a tall screen or in a young log; every line in them is a door."""

    CSS_PATH = "overview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    app: ExplogApp

    def compose(self) -> ComposeResult:
        """Header, panels, keys."""
        yield Masthead("overview")
        with Page():
            with Board():
                yield AttentionPanel()
                yield RunningPanel()
                yield VerdictPanel()
                yield LadderPanel()
            yield TaughtPanel()
            yield WaitingPanel()
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Look at the log again: something may have been written meanwhile."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the log and show it."""
        glance = await self.app.look()
        if glance is None:
            return
        self.query_one(Masthead).tell(glance, is_demo=self.app.is_demo)
        # Where nothing runs or is decided yet, an idea would be nowhere to be seen.
        self.set_class(not (glance.page.decided or glance.page.running), "-young")
        panels = list(self.query(Panel))
        for panel in panels:
            panel.show(glance)
        if self.focused is None or not self.focused.can_focus:
            first = next((panel for panel in panels if panel.can_focus and panel.display), None)
            self.set_focus(first, scroll_visible=False)
        if glance.is_untouched:
            self.app.greet()

    @on(Panel.Opened)
    async def go_through(self, event: Panel.Opened) -> None:
        """Show what is behind the door."""
        door = event.door
        if door.experiment:
            self.app.open_experiment(door.experiment)
        elif door.filter:
            await self.app.open_experiments(door.filter)
        elif door.sentence:
            say(self.app, door.sentence)

    def action_open(self) -> None:
        """Go through the marked door."""
        if isinstance(self.focused, Panel):
            self.focused.open(self.focused.cursor)

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

    def _places(self) -> list[tuple[Panel, int, Region]]:
        """Every door: its panel, its number there, and where it lies on the page."""
        page = self.query_one(Page)
        origin = page.region.offset - page.scroll_offset
        return [
            (panel, n, spot.region.translate(panel.content_region.offset - origin))
            for panel in self.query(Panel)
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
        self.query_one(Page).scroll_to_region(region.grow((1, 1, 2, 1)), animate=False)
