"""What was found: the list, one of it in short, and what can be done with several."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from explog.locale import _, ngettext
from explog.tui import several
from explog.tui.commands import bindings
from explog.tui.keys_named import key_of
from explog.tui.say import say
from explog.tui.screens.experiments_commands import COMMANDS_HERE, SEVERAL
from explog.tui.widgets.experiment_list import ExperimentList
from explog.tui.widgets.pieces import run, word
from explog.tui.widgets.preview import Preview
from explog.tui.working import work

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from explog.domain.record.rows import ExperimentRow
    from explog.journal.journal import Done
    from explog.tui.program import Program

    Doing = Callable[[Program, Sequence[ExperimentRow]], Awaitable[list[Done]]]


class Found(Vertical):
    """The list and the preview; above them how many are marked, in their place that none is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(SEVERAL)

    app: Program

    class Changed(Message):
        """Something was written to the log."""

    def compose(self) -> ComposeResult:
        """Marks, list and preview, or that there is nothing."""
        yield Static(id="marked")
        with Horizontal(id="found"):
            yield ExperimentList()
            yield Preview()
        yield Static(id="nothing")

    def on_mount(self) -> None:
        """Nothing is marked."""
        self.query_one("#marked").display = False

    @property
    def listed(self) -> ExperimentList:
        """The list."""
        return self.query_one(ExperimentList)

    def tell(self, count: int, total: int, *, is_narrowed: bool) -> None:
        """Show the list, or what to do where *count* is 0 of *total*."""
        found = self.query_one("#found")
        if found.display is not bool(count):
            found.display = bool(count)
            self.screen.refresh_bindings()
        nothing = self.query_one("#nothing", Static)
        nothing.display = not count
        if count and self.screen.focused is None:
            self.listed.focus()
        if not count:
            nothing.update(word(_nothing(self.app, total, is_narrowed=is_narrowed), "$quiet"))

    @on(ExperimentList.Needed)
    def fetch(self, event: ExperimentList.Needed) -> None:
        """Read the lines that come into sight."""
        self.fill(event.ids)

    @work(exclusive=True, group="fetch")
    async def fill(self, ids: list[str]) -> None:
        """Read the lines *ids* and put them where they are missing."""
        rows = await self._rows(ids)
        if rows:
            self.listed.fill(rows)

    def mark(self, marked: frozenset[str]) -> None:
        """Let *marked* be marked, and say how many they are and what can be done."""
        self.listed.marked = marked
        line = self.query_one("#marked", Static)
        line.display = bool(marked)
        told = ngettext("{n} marked", "{n} marked", len(marked)).format(n=len(marked))
        keys = _("{archive} archive · {tag} tag · {export} export · {clear} none").format(
            archive=key_of(self.app, "archive", SEVERAL),
            tag=key_of(self.app, "tag", SEVERAL),
            export=key_of(self.app, "export", SEVERAL),
            clear=key_of(self.app, "clear", COMMANDS_HERE),
        )
        line.update(run(word(f"✓ {told}", "bold $mark"), "  ", word(keys, "$quiet")))

    @on(ExperimentList.Marked)
    def mark_clicked(self, event: ExperimentList.Marked) -> None:
        """Mark what was clicked, or not any more."""
        self.mark(self.listed.marked ^ {event.ident})

    def mark_chosen(self) -> None:
        """Mark the chosen one, or not any more, and go on to the next."""
        if self.listed.row is not None:
            self.mark(self.listed.marked ^ {self.listed.row.id})
            self.listed.action_step(1)

    def action_mark_all(self) -> None:
        """Mark all that are shown; where they are marked already, none of them."""
        shown = frozenset(self.listed.ids)
        self.mark(
            self.listed.marked - shown
            if shown <= self.listed.marked
            else self.listed.marked | shown
        )

    @work(exclusive=True, group="archive")
    async def action_archive(self) -> None:
        """Take the marked ones, or the chosen one, out of sight."""
        await self._do(several.archive)

    @work(exclusive=True, group="choose")
    async def action_tag(self) -> None:
        """Give a tag to the marked ones, or to the chosen one."""
        await self._do(several.tag)

    @work(exclusive=True, group="choose")
    async def action_untag(self) -> None:
        """Take a tag from the marked ones, or from the chosen one."""
        await self._do(several.untag)

    async def _do(self, doing: Doing) -> None:
        """Do it to the marked ones, or to the chosen one, and look at the log again."""
        chosen = [self.listed.row.id] if self.listed.row else []
        rows = await self._rows([*self.listed.marked] or chosen)
        done = await doing(self.app, rows) if rows else []
        if done:
            self.mark(frozenset())
            self.post_message(self.Changed())

    @work(exclusive=True, group="choose")
    async def action_export(self) -> None:
        """Write the marked ones, or all that are shown, to a file."""
        marked = self.listed.marked
        shown = (
            [ident for ident in self.listed.ids if ident in marked] if marked else self.listed.ids
        )
        rows = await self._rows([*shown, *(marked - set(shown))])
        if rows:
            await several.send(self.app, rows)

    async def _rows(self, ids: Sequence[str]) -> list[ExperimentRow]:
        """The lines of *ids*."""
        return await self.app.or_say_why(self.app.desk.read(lambda log: log.rows_of(ids))) or []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Export where there is something to write with."""
        return action != "export" or self.app.sender is not None

    def action_copy_key(self) -> None:
        """Copy the chosen one's key."""
        row = self.listed.row
        if row is not None:
            self.app.copy_to_clipboard(row.key)
            say(self.app, _("{key} is copied.").format(key=row.key))


def _nothing(app: Program, count: int, *, is_narrowed: bool) -> str:
    """What to do when the list is empty."""
    if not (is_narrowed and count):
        return _("No experiments yet. Press {new} and write down one small thing to try.").format(
            new=key_of(app, "new")
        )
    return ngettext(
        "Nothing fits. Press {clear} to see your one experiment again, or try fewer letters.",
        "Nothing fits. Press {clear} to see all {n} again, or try fewer letters.",
        count,
    ).format(n=count, clear=key_of(app, "clear", COMMANDS_HERE))
