"""The agreements: who does what by when, overdue first; they come back until they are settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.screen import Screen
from textual.widgets import Static

from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.glance import Glance, promises
from explog.tui.screens.reviews import MOVES_HERE, Meetings, show_lines
from explog.tui.stepping import edge_in, step_in
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.meeting_lines import agreement_row, overdue_first
from explog.tui.widgets.pieces import word
from explog.tui.working import work

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from explog.domain.record.fold import Document
    from explog.tui.program import Program

COMMANDS_HERE = (
    Command("settle('done')", "d", N_("Done"), N_("The marked agreement was kept."),
            in_footer=True, called="done"),
    Command("settle('kept')", "b", N_("Keep"), N_("It stands; the day may be moved."),
            called="keep"),
    Command("settle('dropped')", "x", N_("Drop"), N_("It is not done after all; say why."),
            called="drop"),
    Command("agree", "a", N_("Agree"), N_("Write down who does what by when."), in_footer=True),
    Command("experiment", "o", N_("Experiment"), N_("Open the experiment it is about."),
            called="open-experiment"),
    *MOVES_HERE,
)  # fmt: skip


class AgreementsScreen(Screen[None]):
    """All agreements."""

    CSS_PATH = "reviews.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    app: Program

    def __init__(self, key: str | None = None) -> None:
        """Begin on the agreement *key*, or on the first one."""
        super().__init__()
        self._key = key

    def compose(self) -> ComposeResult:
        """Header, lines, keys."""
        yield Masthead("reviews")
        yield Meetings()
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Look at the log again."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the log and show it."""
        glance = await self.app.look(promises)
        if glance is None or not self.is_attached:
            return
        self.query_one(Masthead).tell(glance, is_demo=self.app.is_demo)
        page = self.query_one(Meetings)
        await show_lines(page, _lines(glance))
        wanted, self._key = self._key, None
        found = next((one for one in glance.agreements if one.get("key") == wanted), None)
        for line in page.query(Doing) if found is not None else ():
            if found is not None and line.about == found.get("id"):
                self.set_focus(line)

    def _marked(self) -> Document | None:
        """The agreement the cursor is on."""
        if not isinstance(self.focused, Doing) or self.app.glance is None:
            return None
        about = self.focused.about
        return next((one for one in self.app.glance.agreements if one.get("id") == about), None)

    @on(Doing.Chosen)
    def _choose(self) -> None:
        """Ask what became of it."""
        self.action_settle()

    @work(exclusive=True, group="settle")
    async def action_settle(self, to: str | None = None) -> None:
        """Say what became of the marked agreement; ask where nobody said."""
        from explog.tui.agreeing import settled, settled_as

        agreement = self._marked()
        if agreement is None:
            return
        done = (
            await settled(self.app, agreement)
            if to is None
            else await settled_as(self.app, agreement, to)
        )
        if done is not None:
            self.look()

    @work(exclusive=True, group="settle")
    async def action_agree(self) -> None:
        """Write down who does what by when."""
        from explog.tui.agreeing import agreed

        if await agreed(self.app) is not None:
            self.look()

    @work(exclusive=True, group="open")
    async def action_experiment(self) -> None:
        """Open the experiment the marked agreement is about."""
        agreement = self._marked()
        about = agreement.get("experiments") if agreement is not None else None
        if isinstance(about, list) and about:
            first = [str(about[0])]
            rows = await self.app.or_say_why(self.app.desk.read(lambda log: log.rows_of(first)))
            if rows and not rows[0].archived:
                self.app.open_experiment(rows[0].key)

    def action_step(self, step: int) -> None:
        """To the line below or above."""
        step_in(self.query_one(Meetings), step)

    def action_edge(self, end: int) -> None:
        """To the first line or the last."""
        edge_in(self.query_one(Meetings), end)


def _lines(glance: Glance) -> list[Widget]:
    """Open ones, overdue first; then closed ones."""
    found = overdue_first(glance.agreements, glance.today)
    still = [one for one in found if one.get("status", "open") == "open"]
    closed = [one for one in found if one not in still]
    lines: list[Widget] = [_head(_("Open agreements · {n}").format(n=len(still)))]
    if not still:
        told = _("None. What a meeting agrees on stands here until it is done.")
        lines.append(Static(word(told, "$quiet"), classes="block"))
    lines += [agreement_row(one, glance.today) for one in still]
    if closed:
        lines.append(_head(_("Settled · {n}").format(n=len(closed))))
    return [*lines, *(agreement_row(one, glance.today) for one in closed)]


def _head(told: str) -> Static:
    """A heading."""
    return Static(word(told, "bold $mark"), classes="head")
