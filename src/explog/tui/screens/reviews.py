"""Page 4: the meetings in which the team learns, and the agreements that are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from explog.domain.naming.vocabulary_learning import ReviewStatus
from explog.locale import N_, _, ngettext
from explog.tui.commands import Command, bindings
from explog.tui.glance import Glance, promises
from explog.tui.keys_named import key_of
from explog.tui.stepping import edge_in, step_in
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.lined_up import line_up
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.meeting_lines import (
    agreement_row,
    by_status,
    meeting_line,
    overdue_first,
    status_of,
)
from explog.tui.widgets.pieces import run, word
from explog.tui.working import work

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from explog.domain.record.fold import Document
    from explog.journal.library import Library
    from explog.tui.program import Program

MOVES_HERE = (
    Command("step(1)", "down,j", N_("Move"), N_("To the line below or above."), is_movement=True),
    Command("step(-1)", "up,k", N_("Move"), N_("To the line below or above."), is_movement=True),
    Command("edge(0)", "g,home", N_("First, last"), N_("To the first or the last one."),
            is_movement=True),
    Command("edge(-1)", "G,end", N_("First, last"), N_("To the first or the last one."),
            is_movement=True),
)  # fmt: skip
"""Moving about in lines."""

COMMANDS_HERE = (
    Command("prepare", "m", N_("Prepare"), N_("Prepare a meeting."), in_footer=True),
    Command("start", "s", N_("Start"), N_("Begin the marked meeting, or go on with it."),
            in_footer=True, called="start-meeting"),
    Command("agreements", "a", N_("Agreements"), N_("All agreements, overdue first."),
            in_footer=True),
    Command("print", "p", N_("Print"),
            N_("Write the programme of a planned meeting, or the minutes of one that was held.")),
    Command("archive", "x", N_("Archive"), N_("Take the marked meeting out of sight.")),
    Command("copy_key", "y", N_("Copy key"), N_("Copy the key of the marked line.")),
    *MOVES_HERE,
)  # fmt: skip


class Meetings(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The lines; they scroll when they do not all fit."""


class ReviewsScreen(Screen[None]):
    """The meetings and their open agreements."""

    CSS_PATH = "reviews.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    app: Program

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._meetings: list[Document] = []

    def compose(self) -> ComposeResult:
        """Header, lines, keys."""
        yield Masthead("reviews")
        yield Meetings()
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Look at the log again: something may have been written meanwhile."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the log and show it."""
        glance = await self.app.look(promises)
        found = await self.app.or_say_why(self.app.desk.read(_reviews))
        if glance is None or found is None or not self.is_attached:
            return
        self.query_one(Masthead).tell(glance, is_demo=self.app.is_demo)
        self._meetings = by_status(found)
        await show_lines(self.query_one(Meetings), self._lines(glance))

    def _lines(self, glance: Glance) -> list[Widget]:
        """Meetings, then open agreements; what to do where there are none."""
        agreements = overdue_first(glance.agreements, glance.today)
        still = [one for one in agreements if one.get("status", "open") == "open"]
        lines: list[Widget] = []
        if not self._meetings:
            lines.append(Static(_empty(key_of(self.app, "prepare", COMMANDS_HERE)), id="empty"))
        else:
            count = len(self._meetings)
            told = ngettext("Meetings · {n}", "Meetings · {n}", count).format(n=count)
            lines.append(Static(word(told, "bold $mark"), classes="head"))
        lines += [meeting_line(one, glance.today) for one in self._meetings]
        told = _("Open agreements · {n}").format(n=len(still))
        lines.append(Static(word(told, "bold $mark"), classes="head"))
        if not still:
            none = _("None. What a meeting agrees on stands here until it is done.")
            lines.append(Static(word(none, "$quiet"), classes="block"))
        return [*lines, *(agreement_row(one, glance.today) for one in still)]

    def _marked(self) -> Document | None:
        """The meeting the cursor is on."""
        if not isinstance(self.focused, Doing) or self.focused.doing != "meeting":
            return None
        about = self.focused.about
        return next((one for one in self._meetings if one.get("id") == about), None)

    @on(Doing.Chosen)
    def _choose(self, event: Doing.Chosen) -> None:
        """Open what was chosen."""
        meeting = next((one for one in self._meetings if one["id"] == event.about), None)
        if event.doing == "settle":
            self._settle(event.about)
        elif meeting is not None:
            self._open(meeting)

    def _open(self, meeting: Document) -> None:
        """Prepare, go on with, or read *meeting*."""
        key = str(meeting["key"])
        match status_of(meeting):
            case ReviewStatus.PLANNED:
                from explog.tui.screens.prepare import PrepareScreen

                self.app.push_screen(PrepareScreen(key))
            case ReviewStatus.GOING_ON:
                self.app.open_meeting(key)
            case ReviewStatus.HELD:
                from explog.tui.screens.minutes import MinutesScreen

                self.app.push_screen(MinutesScreen(key))

    def action_start(self) -> None:
        """Begin the marked meeting, or go on with it."""
        meeting = self._marked()
        if meeting is not None and status_of(meeting) is ReviewStatus.HELD:
            self._open(meeting)
        elif meeting is not None:
            self.app.open_meeting(str(meeting["key"]))

    @work(exclusive=True, group="prepare")
    async def action_prepare(self) -> None:
        """Prepare a meeting: which kind, when, what it looks at."""
        from explog.tui.preparing import prepared
        from explog.tui.screens.prepare import PrepareScreen

        done = await prepared(self.app)
        if done is not None:
            self.app.push_screen(PrepareScreen(done.key))

    def action_agreements(self) -> None:
        """All agreements."""
        from explog.tui.screens.agreements import AgreementsScreen

        self.app.push_screen(AgreementsScreen())

    @work(exclusive=True, group="print")
    async def action_print(self) -> None:
        """Write the page of the marked meeting."""
        from explog.tui.printing import MINUTES, PROGRAMME, printed

        meeting = self._marked()
        if meeting is not None:
            is_planned = status_of(meeting) is ReviewStatus.PLANNED
            await printed(self.app, PROGRAMME if is_planned else MINUTES, str(meeting["key"]))

    @work(exclusive=True, group="archive")
    async def action_archive(self) -> None:
        """Take the marked meeting out of sight."""
        from explog.tui.say import say

        meeting = self._marked()
        if meeting is None:
            return
        key = str(meeting["key"])
        done = await self.app.attempt(lambda journal: journal.archive(key))
        if done is not None:
            say(
                self.app,
                _("{key} is archived. {undo} brings it back.").format(
                    key=key, undo=key_of(self.app, "undo")
                ),
            )
            self.look()

    def action_copy_key(self) -> None:
        """Put the key of the marked meeting or agreement on the clipboard."""
        from explog.tui.say import say

        agreements = self.app.glance.agreements if self.app.glance is not None else []
        about = self.focused.about if isinstance(self.focused, Doing) else ""
        for one in (*self._meetings, *agreements):
            if one.get("id") == about:
                self.app.copy_to_clipboard(str(one["key"]))
                say(self.app, _("{key} is copied.").format(key=one["key"]))

    @work(exclusive=True, group="settle")
    async def _settle(self, ident: str) -> None:
        """Say what became of an agreement."""
        from explog.tui.agreeing import settled

        known = self.app.glance.agreements if self.app.glance is not None else []
        agreement = next((one for one in known if one.get("id") == ident), None)
        if agreement is not None and await settled(self.app, agreement) is not None:
            self.look()

    def action_step(self, step: int) -> None:
        """To the line below or above."""
        step_in(self.query_one(Meetings), step)

    def action_edge(self, end: int) -> None:
        """To the first line or the last."""
        edge_in(self.query_one(Meetings), end)


async def show_lines(page: VerticalScroll, lines: list[Widget]) -> None:
    """Show *lines* on *page*, the cursor where it was."""
    marked = page.screen.focused
    line_up(lines)
    before = (marked.doing, marked.about) if isinstance(marked, Doing) else None
    async with page.batch():
        await page.remove_children()
        await page.mount(*lines)
    doings = [one for one in lines if isinstance(one, Doing)]
    same = [one for one in doings if (one.doing, one.about) == before]
    if doings:
        page.screen.set_focus((same or doings)[0], scroll_visible=bool(same))


def _empty(prepare: str) -> Content:
    """What a young log shows here; the key *prepare* begins a meeting."""
    return Content("\n").join(
        [
            word(_("No meeting yet"), "bold"),
            word(_("A meeting starts from what was really tried, and ends with agreements.")),
            Content(),
            run(
                word(prepare, "bold $mark"),
                "  ",
                word(_("prepares one: a check-in of ten minutes, or a review of one experiment")),
            ),
        ]
    )


def _reviews(library: Library) -> list[Document]:
    """Every meeting."""
    return library.reviews()
