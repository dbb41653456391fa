"""The minutes of a meeting that was held, to read on the screen; p writes them as a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from explog.locale import N_
from explog.tui.commands import Command, bindings
from explog.tui.glance import outline
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.masthead import Masthead
from explog.tui.working import work

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from explog.journal.journal import Journal
    from explog.tui.program import Program

COMMANDS_HERE = (
    Command("print", "p", N_("Print"), N_("Write the minutes as a page."), in_footer=True),
    Command("agreements", "a", N_("Agreements"), N_("All agreements, overdue first."),
            in_footer=True),
    Command("scroll(1)", "down,j", "", ""),
    Command("scroll(-1)", "up,k", "", ""),
    Command("scroll(15)", "pagedown,space", "", ""),
    Command("scroll(-15)", "pageup", "", ""),
    Command("edge(0)", "g,home", "", ""),
    Command("edge(1)", "G,end", "", ""),
)  # fmt: skip


class Page(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The text; it scrolls."""


class MinutesScreen(Screen[None]):
    """What was said, decided and agreed."""

    CSS_PATH = "minutes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    app: Program

    def __init__(self, key: str) -> None:
        """Show the meeting *key*."""
        super().__init__()
        self._key = key

    def compose(self) -> ComposeResult:
        """Header, text, keys."""
        yield Masthead("reviews")
        with Page():
            yield Static(id="text")
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Look at the log again."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the meeting and show it."""
        glance = await self.app.look(outline)
        text = await self.app.attempt(partial(_minutes, ref=self._key))
        if text is None:
            if self.is_active:  # the person may have gone on meanwhile
                self.dismiss()
        elif glance is not None and self.is_attached:
            from explog.tui.widgets.paper import Paper

            self.query_one(Masthead).tell(glance, is_demo=self.app.is_demo)
            self.query_one("#text", Static).update(Paper(text))

    @work(exclusive=True, group="print")
    async def action_print(self) -> None:
        """Write the minutes."""
        from explog.tui.printing import MINUTES, printed

        await printed(self.app, MINUTES, self._key)

    def action_agreements(self) -> None:
        """All agreements."""
        from explog.tui.screens.agreements import AgreementsScreen

        self.app.push_screen(AgreementsScreen())

    def action_scroll(self, lines: int) -> None:
        """Down or up."""
        self.query_one(Page).scroll_relative(y=lines, animate=False)

    def action_edge(self, end: int) -> None:
        """To the top or to the end."""
        page = self.query_one(Page)
        if end:
            page.scroll_end(animate=False)
        else:
            page.scroll_home(animate=False)


def _minutes(journal: Journal, ref: str) -> str:
    """The minutes as Markdown."""
    from explog.exchange.pages.drawing import MARKDOWN, drawn
    from explog.exchange.pages.minutes import minutes
    from explog.journal.reporting import of_meeting

    return drawn(minutes(of_meeting(journal, ref)), MARKDOWN)
