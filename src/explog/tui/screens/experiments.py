"""All experiments: ask as you type, sort, mark, and see one in short beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.screen import Screen

from explog.domain.query.order import SORTS
from explog.domain.query.query import Query
from explog.locale import _
from explog.tui import asking
from explog.tui.commands import bindings
from explog.tui.glance import outline
from explog.tui.keys_named import key_of
from explog.tui.screens.experiments_commands import COMMANDS_HERE
from explog.tui.widgets.asking_bar import AskingBar
from explog.tui.widgets.experiment_list import ExperimentList
from explog.tui.widgets.found import Found
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.pieces import run, word
from explog.tui.widgets.preview import Preview
from explog.tui.working import work

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from explog.domain.record.rows import ExperimentRow
    from explog.journal.journal import Done
    from explog.journal.library import Library
    from explog.tui.filters import Filter
    from explog.tui.program import Program

    Doing = Callable[[Program, Sequence[ExperimentRow]], Awaitable[list[Done]]]

T = TypeVar("T")

PAGE = 40
"""Lines that are read with the ids: as many as most screens have."""

LARGE = 20_000
"""From so many experiments on the first lines are shown before all ids are known."""

WIDTHS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]
"""The preview stands beside the list from a hundred cells on."""
HEIGHTS: list[tuple[int, str]] | None = [(0, "-low"), (22, "-tall")]
"""Where it does not, it stands below the list from twenty-two lines on."""


class ExperimentsScreen(Screen[None]):
    """The list, with a bar to ask above it and a preview beside or below it."""

    CSS_PATH = "experiments.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""  # the field would take the letters of commands while there is no list

    app: Program

    def __init__(self) -> None:
        """Begin with everything, the newest first."""
        super().__init__()
        self._wanted: str | None = None
        """What to ask once the page is there."""
        self._sort = next(iter(SORTS))
        self._total = 0

    def compose(self) -> ComposeResult:
        """Header, bar, marks, list and preview, keys."""
        yield Masthead("experiments")
        yield AskingBar()
        yield Found()
        yield KeyLine()

    @property
    def bar(self) -> AskingBar:
        """Where it is asked."""
        return self.query_one(AskingBar)

    @property
    def listed(self) -> ExperimentList:
        """What was found."""
        return self.query_one(ExperimentList)

    def on_mount(self) -> None:
        """Begin in the list, so that letters are commands."""
        self.listed.focus()

    def on_screen_resume(self) -> None:
        """Look at the log again: something may have been written meanwhile."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the log and show it; what can be offered comes last."""
        seen = await self.app.look(outline)
        if seen is None:
            return
        self.query_one(Masthead).tell(seen, is_demo=self.app.is_demo)
        self.bar.today, self._total = seen.today, seen.count
        if self._wanted is not None:
            self.bar.ask(self._wanted)
            self._wanted = None
        await self._find()
        known = await self._read(lambda log: log.vocabulary())
        if known is not None:
            self.bar.know(known, seen.today)

    def narrow(self, chosen: Filter) -> None:
        """Ask what *chosen* asks, and nothing else."""
        if self.is_mounted and self._total:
            self.bar.ask(chosen.query)
        else:
            self._wanted = chosen.query

    @on(AskingBar.Asked)
    def search_now(self) -> None:
        """Find what is asked; a search that the next key overtakes is never begun."""
        self.search()

    @work(exclusive=True, group="search")
    async def search(self) -> None:
        """Find what is asked; of a large log show the first lines at once."""
        query, sort = self.bar.asked, self._sort
        if self._total >= LARGE:
            first = await self._read(lambda log: log.first(query, sort, PAGE))
            if first:
                self.listed.show([row.id for row in first], first, self.bar.today, query.texts)
        await self._find()

    async def _find(self) -> None:
        """Find everything that is asked for and show it."""
        query, sort = self.bar.asked, self._sort

        def found(log: Library) -> tuple[list[str], list[ExperimentRow]]:
            """The ids, and the first lines."""
            ids = log.ids(query, sort)
            return ids, log.rows_of(ids[:PAGE])

        answer = await self._read(found)
        if answer is not None:
            self.listed.show(*answer, self.bar.today, query.texts)
            self.query_one(Preview).show(self.listed.row, query.texts)  # in the same repaint
            self._tell(len(answer[0]))

    async def _read(self, reading: Callable[[Library], T]) -> T | None:
        """What *reading* finds in the log."""
        return await self.app.or_say_why(self.app.desk.read(reading))

    def _tell(self, count: int) -> None:
        """Say how many there are, and what to do when there is none."""
        counted = _("{n} of {total}").format(n=count, total=max(self._total, count))
        sort = _("Sort: {order}").format(order=_(SORTS[self._sort]))
        self.bar.count(
            run(
                word(counted),
                "   ",
                word(key_of(self.app, "sort", COMMANDS_HERE), "bold $mark"),
                " ",
                word(sort, "$quiet"),
            )
        )
        self.query_one(Found).tell(count, self._total, is_narrowed=not self.bar.asked.is_empty)

    @on(ExperimentList.Chosen)
    def preview(self, event: ExperimentList.Chosen) -> None:
        """Show the chosen one in short."""
        self.query_one(Preview).show(event.row, self.bar.asked.texts)

    @on(ExperimentList.Opened)
    def open_row(self, event: ExperimentList.Opened) -> None:
        """Show its page."""
        self.app.open_experiment(event.row.key)

    @on(AskingBar.Left)
    def to_the_list(self) -> None:
        """From the bar down to the list."""
        self.listed.focus()

    @on(AskingBar.Entered)
    def open_first(self) -> None:
        """Open the first of what is asked."""
        self.find_and_open()

    @work(exclusive=True, group="search")
    async def find_and_open(self) -> None:
        """Find what is asked now and open it; whoever comes back stands in the list."""
        await self._find()
        if self.listed.row is not None:
            self.listed.focus()
            self.action_open()

    def action_open(self) -> None:
        """Show the page of the chosen one."""
        if self.listed.row is not None:
            self.app.open_experiment(self.listed.row.key)

    def action_mark(self) -> None:
        """Mark the chosen one, or not any more."""
        self.query_one(Found).mark_chosen()

    def action_search(self) -> None:
        """Go to the search field."""
        self.bar.type_on()

    def action_chips(self) -> None:
        """Go to the conditions."""
        self.bar.choose()

    def action_filter(self) -> None:
        """The next of the quick filters, and after the last one none."""
        self.bar.ask(asking.next_quick(self.bar.asked, self.bar.today))

    def action_clear(self) -> None:
        """Show everything, nothing marked."""
        self.query_one(Found).mark(frozenset())
        self.bar.ask(Query())

    @work(exclusive=True, group="choose")
    async def action_sort(self) -> None:
        """Choose an order by its name; the page keeps it."""
        from explog.tui.screens.choose import ChooseScreen

        choices = [(name, _(called)) for name, called in SORTS.items()]
        screen = ChooseScreen(_("Sort by"), choices, self._sort)
        chosen = await self.app.push_screen_wait(screen)
        self._sort = chosen or self._sort
        await self._find()

    @work(exclusive=True, group="choose")
    async def action_views(self) -> None:
        """Open a saved view, or keep what is asked."""
        from explog.tui.screens.views import ViewsScreen

        screen = ViewsScreen(str(self.bar.asked), self._sort, self.bar.today)
        view = await self.app.push_screen_wait(screen)
        if view is not None:
            sort = str(view.get("sort"))
            self._sort = sort if sort in SORTS else next(iter(SORTS))
            self.bar.ask(str(view["query"]))

    @on(Found.Changed)
    def look_again(self) -> None:
        """Several were changed."""
        self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Whether *action* can do anything now; to open and to mark needs a line."""
        if action in {"open", "mark"} and self.is_mounted:
            return bool(self.listed.ids) or None
        return True
