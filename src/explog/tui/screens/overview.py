"""The first page: what needs attention, what is running, what failed safely and what scaled.

It is painted without a model, the journal or any heavy widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from explog.domain.naming.vocabulary_learning import Attention
from explog.locale import N_
from explog.tui.commands import COPY, MOVES, Command, bindings
from explog.tui.confirming import CONFIRM, confirmed
from explog.tui.screens.panels import Board, Page, PanelsScreen
from explog.tui.widgets.attention import AttentionPanel
from explog.tui.widgets.going_on import GoingOnLine
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.ladder import LadderPanel
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.running import RunningPanel
from explog.tui.widgets.stories import TaughtPanel, WaitingPanel
from explog.tui.widgets.unfinished import UnfinishedLine
from explog.tui.widgets.verdicts import VerdictPanel
from explog.tui.working import work

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

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
    CONFIRM,
    COPY,
    *MOVES,
    Command("page(-1)", "pageup", "", "", is_movement=True),
    Command("page(1)", "pagedown", "", "", is_movement=True),
)

WIDTHS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]
"""Two columns from a hundred cells on."""
HEIGHTS: list[tuple[int, str]] | None = [(0, "-low"), (36, "-tall")]
"""A panel more from thirty-six lines on."""


class OverviewScreen(PanelsScreen):
    """Five panels, six on a tall screen or in a young log; every line in them is a door."""

    CSS_PATH = "overview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def compose(self) -> ComposeResult:
        """Header, panels, keys."""
        yield Masthead("overview")
        yield GoingOnLine()
        yield UnfinishedLine()
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
        self.query_one(GoingOnLine).show(glance.page.meeting)
        # Where nothing runs or is decided yet, an idea would be nowhere to be seen.
        self.set_class(not (glance.page.decided or glance.page.running), "-young")
        for panel in self.panels():
            panel.show(glance)
        self.enter()
        if glance.is_untouched:
            self.app.greet()
        else:
            await self.query_one(UnfinishedLine).look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether *action* can do anything now."""
        if action == "confirm":
            return self._unconfirmed() is not None or None
        return super().check_action(action, parameters)

    def _unconfirmed(self) -> str | None:
        """The key of the marked experiment where nobody has confirmed it lately."""
        door, glance = self.marked(), self.app.glance
        row = glance.by_key.get(door.experiment or "") if door and glance else None
        return row.key if row and Attention.CONFIRMATION_MISSING in row.attention else None

    @work(exclusive=True, group="confirm")
    async def action_confirm(self) -> None:
        """Confirm that the marked solution still works."""
        key = self._unconfirmed()
        if key is not None and await confirmed(self.app, key):
            self.look()
