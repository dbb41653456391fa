"""All experiments: search as you type, filter, sort, and see one in short beside the list."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input, Static

from explog.domain.keys import folded
from explog.locale import N_, _, ngettext
from explog.tui.commands import COPY, SEARCH, Command, bindings
from explog.tui.filters import ORDERS, QUICK, Filter
from explog.tui.say import say
from explog.tui.widgets.chips import Chips
from explog.tui.widgets.experiment_list import ExperimentList
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.pieces import run, word
from explog.tui.widgets.preview import Preview
from explog.tui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from explog.domain.rows import ExperimentRow
    from explog.tui.app import ExplogApp
    from explog.tui.glance import Glance

PAUSE = 0.06
"""Seconds without a key before a search is made."""

LEAST = 2
"""From this many letters on every text is searched; before, only titles and keys."""

COMMANDS_HERE = (
    SEARCH,
    Command(
        "open", "enter", N_("Open"), N_("Show the chosen experiment."), in_footer=True, shown="⏎"
    ),
    Command("sort", "s", N_("Sort"), N_("Another order: newest, key, title, state, decided.")),
    Command(
        "filter",
        "f",
        N_("Filter"),
        N_("Only some of them: what needs attention, what failed safely …"),
        in_footer=True,
    ),
    Command("clear", "c", N_("Show all"), N_("Take away search and filter.")),
    Command(
        "archive", "a", N_("Archive"), N_("Take the chosen one out of sight; undo brings it back.")
    ),
    COPY,
)

WIDTHS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]
"""Two columns from a hundred cells on."""


class ExperimentsScreen(Screen[None]):
    """The list, with a field to search above it and a preview beside it."""

    CSS_PATH = "experiments.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    app: ExplogApp

    def __init__(self) -> None:
        """Begin with everything, the newest first."""
        super().__init__()
        self._filter: Filter | None = None
        self._order = 0
        self._found: frozenset[str] | None = None
        """The ids that were found; None while nothing is searched for."""

    def compose(self) -> ComposeResult:
        """Header, search, chips, list and preview, keys."""
        yield Masthead("experiments")
        with Horizontal(id="asking"):
            yield Static("/", id="sign")
            yield SearchField()
            yield Static(id="count")
        yield Chips()
        with Horizontal(id="found"):
            yield ExperimentList()
            yield Preview()
        yield Static(id="nothing")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list, so that letters are commands."""
        self.query_one(ExperimentList).focus()

    def on_screen_resume(self) -> None:
        """Look at the log again: something may have been written meanwhile."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the log and show it."""
        glance = await self.app.look()
        if glance is not None:
            self.query_one(Masthead).tell(glance, is_demo=self.app.is_demo)
            await self._search()

    def narrow(self, chosen: Filter | None) -> None:
        """Show only what *chosen* leaves, without a search."""
        self._filter = chosen
        self._found = None
        if self.is_mounted:
            with self.prevent(Input.Changed):
                self.query_one(SearchField).value = ""
            self._show()

    @on(Input.Changed)
    def search_soon(self) -> None:
        """Search once the typing pauses."""
        self.search()

    @work(exclusive=True, group="search")
    async def search(self) -> None:
        """Search for what stands in the field, after a short pause."""
        await asyncio.sleep(PAUSE)
        await self._search()

    async def _search(self) -> None:
        """Find what stands in the field, and show it."""
        typed = self.query_one(SearchField).value.strip()
        glance = self.app.glance
        if not typed or glance is None:
            self._found = None
        else:
            near = {row.id for row in glance.rows if _is_near(row, typed)}
            ids = (
                await self.app.or_say_why(self.app.desk.read(lambda log: log.search(typed)))
                if len(typed) >= LEAST
                else []
            )
            self._found = frozenset(near | set(ids or ()))
        self._show()

    def _show(self) -> None:
        """Lay out what is left of the log after search and filter."""
        glance = self.app.glance
        if glance is None:
            return
        shown = [row for row in glance.rows if self._is_shown(row)]
        shown = ORDERS[self._order].sort(shown)
        typed = self.query_one(SearchField).value
        self.query_one(ExperimentList).show(shown, glance.today, typed.split())
        self.query_one(Chips).show([self._filter] if self._filter else [])
        self.query_one("#count", Static).update(self._counted(len(shown), glance))
        self.query_one("#found").display = bool(shown)
        nothing = self.query_one("#nothing", Static)
        nothing.display = not shown
        nothing.update(word(_nothing(glance, is_narrowed=bool(typed or self._filter)), "$quiet"))

    def _is_shown(self, row: ExperimentRow) -> bool:
        """Whether search and filter leave *row*."""
        return (self._filter is None or self._filter.holds(row)) and (
            self._found is None or row.id in self._found
        )

    def _counted(self, shown: int, glance: Glance) -> Content:
        """``4 of 20   s Sort: newest``."""
        counted = _("{n} of {total}").format(n=shown, total=len(glance.rows))
        sort = _("Sort: {order}").format(order=ORDERS[self._order].spoken)
        return run(word(counted), "   ", word("s", "bold $mark"), " ", word(sort, "$quiet"))

    @on(ExperimentList.Chosen)
    def preview(self, event: ExperimentList.Chosen) -> None:
        """Show the chosen one in short."""
        self.query_one(Preview).show(event.row)

    @on(ExperimentList.Opened)
    def open_row(self, event: ExperimentList.Opened) -> None:
        """Show its page."""
        self.app.open_experiment(event.row.key)

    @on(Chips.Removed)
    def remove_filter(self) -> None:
        """The chip was clicked away."""
        self._filter = None
        self._show()
        self.query_one(ExperimentList).focus()

    @on(SearchField.Left)
    def to_the_list(self) -> None:
        """From the field down to the list."""
        self.query_one(ExperimentList).focus()

    @on(Input.Submitted)
    def action_open(self) -> None:
        """Show the page of the chosen one."""
        row = self.query_one(ExperimentList).row
        if row is not None:
            self.app.open_experiment(row.key)

    def action_search(self) -> None:
        """Go to the search field."""
        self.query_one(SearchField).focus()

    def action_sort(self) -> None:
        """The next order; the line above the list says which."""
        self._order = (self._order + 1) % len(ORDERS)
        self._show()

    def action_filter(self) -> None:
        """The next of the quick filters, and after the last one none."""
        place = QUICK.index(self._filter) + 1 if self._filter in QUICK else 0
        self._filter = QUICK[place] if place < len(QUICK) else None
        self._show()

    def action_clear(self) -> None:
        """Show everything."""
        self.narrow(None)

    def action_copy_key(self) -> None:
        """Copy the chosen one's key."""
        row = self.query_one(ExperimentList).row
        if row is not None:
            self.app.copy_to_clipboard(row.key)
            say(self.app, _("{key} is copied.").format(key=row.key))

    @work(exclusive=True, group="archive")
    async def action_archive(self) -> None:
        """Take the chosen one out of sight."""
        row = self.query_one(ExperimentList).row
        if row is None:
            return
        done = await self.app.attempt(lambda journal: journal.archive(row.key))
        if done is not None:
            say(self.app, _("{key} is archived; nothing is deleted. u undoes.").format(key=row.key))
            self.look()


def _is_near(row: ExperimentRow, typed: str) -> bool:
    """Whether *typed* stands in the title or begins the key; ``bor-3`` is near ``BØR-03``."""
    wanted = typed.casefold()
    return (
        wanted in row.title.casefold()
        or row.key.casefold().startswith(wanted)
        or folded(row.key).startswith(folded(typed))
    )


def _nothing(glance: Glance, *, is_narrowed: bool) -> str:
    """What to do when the list is empty."""
    if not is_narrowed:
        return _("No experiments yet. Press n and write down one small thing to try.")
    count = len(glance.rows)
    return ngettext(
        "Nothing fits. Press c to see your one experiment again, or try fewer letters.",
        "Nothing fits. Press c to see all {n} again, or try fewer letters.",
        count,
    ).format(n=count)
