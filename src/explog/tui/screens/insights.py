"""What the log says as a whole: every number is a door, and has its definition."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.events import DescendantFocus
from textual.widgets import Static

from explog.domain.insights.definitions import means, title
from explog.domain.insights.quarters import quarters_between
from explog.domain.insights.words import quarter
from explog.locale import N_, _, ngettext
from explog.tui.commands import MOVES, Command, bindings
from explog.tui.glance import outline
from explog.tui.screens.panels import Board, Page, PanelsScreen
from explog.tui.widgets.insight_figures import (
    BoardPanel,
    MirrorPanel,
    NumbersPanel,
    ScalePanel,
    ValuePanel,
)
from explog.tui.widgets.insight_panel import InsightPanel
from explog.tui.widgets.insight_tables import (
    FlowPanel,
    FunnelPanel,
    HallmarksPanel,
    PredictionsPanel,
    TasksPanel,
)
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.pieces import run, said, word
from explog.tui.working import work

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from explog.domain.insights.all_insights import Insights
    from explog.journal.library import Library
    from explog.tui.screens.line_form import Tell

COMMANDS_HERE = (
    Command(
        "open",
        "enter",
        N_("Open"),
        N_("Show the experiments behind the marked number."),
        in_footer=True,
        shown="⏎",
    ),
    Command(
        "define",
        "d",
        N_("What it means"),
        N_("Say what the marked number means, and stop saying it."),
        in_footer=True,
    ),
    Command("period", "p", N_("Period"), N_("Choose a year or a quarter."), in_footer=True),
    Command(
        "narrow",
        "slash",
        N_("Narrow"),
        N_("Count only some experiments: words or filters."),
        in_footer=True,
        shown="/",
    ),
    *MOVES,
    Command("page(-1)", "pageup", "", "", is_movement=True),
    Command("page(1)", "pagedown", "", "", is_movement=True),
)

WIDTHS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]
"""Two columns from a hundred cells on."""
QUARTERS = 8
"""So many quarters are offered."""
OTHER = "other"
"""What stands for a period that a person writes."""


class InsightsScreen(PanelsScreen):
    """Ten panels, the mirror last."""

    CSS_PATH = "insights.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self) -> None:
        """Begin with all experiments of all time, and without definitions."""
        super().__init__()
        self._asked = ""
        self._period = ""
        self._is_defining = False

    def compose(self) -> ComposeResult:
        """Header, the set, panels, what the marked number means, keys."""
        yield Masthead("insights")
        yield Static(id="which")
        with Page():
            with Board():
                yield FlowPanel()
                yield BoardPanel()
                yield NumbersPanel()
                yield ScalePanel()
            yield FunnelPanel()
            yield TasksPanel()
            yield HallmarksPanel()
            with Board():
                yield PredictionsPanel()
                yield ValuePanel()
            yield MirrorPanel()
        yield Static(id="meaning")
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Look at the log again: something may have been written meanwhile."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the log and show it."""
        glance = await self.app.look(outline)
        if glance is None:
            return
        page = await self.app.or_say_why(self.app.desk.read(self._reading()))
        if page is None:
            return
        self.query_one(Masthead).tell(glance, is_demo=self.app.is_demo)
        self._tell_which(page)
        for panel in self.panels():
            if isinstance(panel, InsightPanel):
                panel.tell(page, glance)
        self.query_one(MirrorPanel).display = bool(page.mirror)
        self.enter()
        self._tell_meaning()

    def _reading(self) -> partial[Insights]:
        """How the numbers are read: on the desk's thread, one query for each panel."""
        return partial(_insights, query=self._asked, period=self._period)

    def _tell_which(self, page: Insights) -> None:
        """Which experiments are counted."""
        count = page.everything.count
        told = ngettext("{n} experiment", "{n} experiments", count).format(n=count)
        period = page.period or _("all time")
        parts = [word(f" {told} · "), word(period, "bold" if page.period else "")]
        if self._asked:
            parts += [word(" · "), said(self._asked, "bold")]
        self.query_one("#which", Static).update(run(*parts))

    @on(DescendantFocus)
    def _follow(self) -> None:
        """The cursor came into another panel."""
        self._tell_meaning()

    def action_move(self, direction: str) -> None:
        """Mark the nearest number in *direction*."""
        super().action_move(direction)
        self._tell_meaning()

    def action_edge(self, which: str) -> None:
        """Mark the first or the last number."""
        super().action_edge(which)
        self._tell_meaning()

    def action_define(self) -> None:
        """Say what the marked number means, or stop saying it."""
        self._is_defining = not self._is_defining
        self._tell_meaning()

    def _tell_meaning(self) -> None:
        """What the marked number means, while that is wanted."""
        door = self.marked()
        code = door.defines if door else None
        shown = self.query_one("#meaning", Static)
        shown.display = self._is_defining and code is not None
        if code is not None:
            shown.update(run(word(title(code), "bold $mark"), "  ", word(means(code))))

    @work(exclusive=True, group="choose")
    async def action_period(self) -> None:
        """Choose a period."""
        from explog.tui.screens.choose import ChooseScreen

        glance = self.app.glance
        if glance is None:
            return
        year = glance.today.year
        now = f"{year}-Q{(glance.today.month + 2) // 3}"
        quarters = quarters_between(f"{year - 2}-Q1", now)[-QUARTERS:]
        choices = [("", _("all time")), *((str(one), str(one)) for one in (year, year - 1))]
        choices += [(one, quarter(one)) for one in reversed(quarters)]
        choices.append((OTHER, _("another period …")))
        chosen = await self.app.push_screen_wait(ChooseScreen(_("Period"), choices, self._period))
        if chosen == OTHER:
            chosen = await self._ask(_("Which period?"), _PERIODS, self._period, is_period=True)
        if chosen is not None:
            self._period = chosen
            self.look()

    @work(exclusive=True, group="choose")
    async def action_narrow(self) -> None:
        """Count only some experiments."""
        asked = await self._ask(_("Count which experiments?"), _QUERIES, self._asked)
        if asked is not None:
            self._asked = asked
            self.look()

    async def _ask(self, asked: str, hint: str, raw: str, *, is_period: bool = False) -> str | None:
        """What a person types, once it can be understood; None when it was left."""
        from explog.tui.screens.line_form import LineForm

        async def take(typed: str, tell: Tell) -> str | None:
            query, period = (self._asked, typed) if is_period else (typed, self._period)
            reading = partial(_insights, query=query, period=period)
            found = await self.app.or_say_why(self.app.desk.read(reading), tell)
            return None if found is None else typed.strip()

        return await self.app.push_screen_wait(LineForm(asked, _(hint), raw, take))


_PERIODS = N_("2026, 2026-Q3, 2026-05 or 2026-01..2026-06; empty: all time")
_QUERIES = N_("Words, or filters such as workplace:AMB, tag:night, initiator:employees; empty: all")


def _insights(library: Library, *, query: str, period: str) -> Insights:
    """What the log says; read on the desk's thread."""
    return library.insights(query, period)
