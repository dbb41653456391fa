"""Preparing a meeting: the list it takes up, the reason for each, and what else it could take."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.screen import Screen
from textual.widgets import Static

from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import PickReason
from explog.domain.reviews.agenda import agenda_of
from explog.journal.suggesting import suggestions
from explog.locale import N_, _, ngettext
from explog.tui.commands import Command, bindings
from explog.tui.glance import outline
from explog.tui.say import say
from explog.tui.say_undoable import say_undoable
from explog.tui.screens.reviews import MOVES_HERE, Meetings, show_lines
from explog.tui.stepping import edge_in, step_in
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.lined_up import LinedUp
from explog.tui.widgets.masthead import Masthead
from explog.tui.widgets.pieces import padded, run, said, word
from explog.tui.widgets.signs import sign_of
from explog.tui.working import work

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.widget import Widget

    from explog.domain.record.review import Review
    from explog.domain.record.rows import ExperimentRow
    from explog.domain.reviews.selection import Suggestion
    from explog.journal.journal import Done, Journal
    from explog.journal.library import Library
    from explog.tui.program import Program

TAKEN, OFFERED = "taken", "offered"
"""What a line is: on the list, or suggested below it."""

COMMANDS_HERE = (
    Command("move(-1)", "K,shift+up", N_("Earlier"), N_("Take it earlier in the meeting."),
            in_footer=True, shown="K", called="earlier"),
    Command("move(1)", "J,shift+down", N_("Later"), N_("Take it later in the meeting."),
            in_footer=True, shown="J", called="later"),
    Command("search", "slash", N_("Search"), N_("Choose experiments by a period or a search."),
            in_footer=True, shown="/"),
    Command("edit", "e", N_("Edit"), N_("Title, day, purpose, and how many come.")),
    Command("print", "p", N_("Print"), N_("Write the programme as a page."), in_footer=True),
    Command("start", "s", N_("Start"), N_("Begin the meeting."), in_footer=True,
            called="start-meeting"),
    *MOVES_HERE,
)  # fmt: skip


class PrepareScreen(Screen[None]):
    """One planned meeting."""

    CSS_PATH = "reviews.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    app: Program

    def __init__(self, key: str) -> None:
        """Prepare the meeting *key*."""
        super().__init__()
        self._key = key
        self._review: Review | None = None
        self._is_bare = False

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
        """Read the meeting and what it could take up, and show both."""
        glance = await self.app.look(outline)
        review = await self.app.attempt(partial(_meeting, ref=self._key))
        if review is None:
            if self.is_active:  # the person may have gone on meanwhile
                self.dismiss()
            return
        found = await self.app.or_say_why(self.app.desk.read(partial(_suggested, review=review)))
        rows = await self.app.or_say_why(self.app.desk.read(partial(_listed, review=review)))
        if glance is None or rows is None or not self.is_attached:
            return
        self._review = review
        self._is_bare = agenda_of(review.kind).is_about_experiments and not rows
        self.query_one(Masthead).tell(glance, is_demo=self.app.is_demo)
        await show_lines(self.query_one(Meetings), _lines(review, found or [], rows))

    @on(Doing.Chosen)
    def _choose(self, event: Doing.Chosen) -> None:
        """Take it, or leave it out."""
        reason, _slash, ident = event.about.rpartition("/")
        if event.doing == OFFERED:
            self._change(partial(_include, ref=self._key, experiment=ident, reason=reason))
        else:
            off = partial(_leave_out, ref=self._key, experiment=ident)
            self._change(off, _("Taken off the list."))

    def action_move(self, step: int) -> None:
        """Take the marked experiment earlier or later."""
        marked = self.focused
        if self._review is None or not isinstance(marked, Doing) or marked.doing != TAKEN:
            return
        order = list(self._review.experiments)
        here = order.index(marked.about.rpartition("/")[2])
        if 0 <= here + step < len(order):
            order[here], order[here + step] = order[here + step], order[here]
            self._change(partial(_reorder, ref=self._key, order=order))

    @work(exclusive=True, group="save")
    async def _change(self, act: partial[Done], told: str = "") -> None:
        """Change the list and show it; what would go without a word is *told*."""
        if await self.app.attempt(act) is not None:
            if told:
                say_undoable(self.app, told)
            self.look()

    @work(exclusive=True, group="prepare")
    async def action_edit(self) -> None:
        """Title, day, purpose, and how many come."""
        from explog.tui.preparing import described

        if self._review is not None:
            await described(self.app, self._review)

    @work(exclusive=True, group="prepare")
    async def action_search(self) -> None:
        """Choose by a period or a search."""
        from explog.tui.preparing import looked_back

        if self._review is not None:
            await looked_back(self.app, self._review)

    @work(exclusive=True, group="print")
    async def action_print(self) -> None:
        """Write the programme."""
        from explog.tui.printing import PROGRAMME, printed

        await printed(self.app, PROGRAMME, self._key)

    async def action_start(self) -> None:
        """Begin the meeting, when there is something to look at."""
        if self._review is not None and self._is_bare:
            say(self.app, _("Nothing is on the list yet. ⏎ takes an experiment."), "warning")
            return
        await self.app.pop_screen()
        self.app.open_meeting(self._key)

    def action_step(self, step: int) -> None:
        """To the line below or above."""
        step_in(self.query_one(Meetings), step)

    def action_edge(self, end: int) -> None:
        """To the first line or the last."""
        edge_in(self.query_one(Meetings), end)


def _lines(review: Review, found: list[Suggestion], rows: list[ExperimentRow]) -> list[Widget]:
    """What the meeting is, its list, and what else it could take."""
    reasons = {pick.experiment: pick.reason for pick in review.picks}
    lines: list[Widget] = [Static(_top(review), classes="block")]
    told = _("On the list · {n}").format(n=len(rows))
    lines.append(_head(told, _time(review, len(rows))))
    if not rows:
        none = _("Nothing yet. ⏎ takes one of those below; / finds others.")
        lines.append(Static(word(none, "$quiet"), classes="block"))
    for number, row in enumerate(rows, 1):
        reason = reasons.get(row.id, PickReason.BY_HAND)
        lines.append(_line(f"{number}.", row, label(reason), f"{TAKEN}/{row.id}", TAKEN))
    rest = [one for one in found if one.row.id not in review.experiments]
    if rest:
        lines.append(_head(_("Could also be taken · {n}").format(n=len(rest)), ""))
    elif review.query or review.since or review.until:
        none = _("The period or the search finds nothing more; / changes it.")
        lines.append(Static(word(none, "$quiet"), classes="block"))
    offered = [
        _line("  ", one.row, one.why, f"{one.reason.value}/{one.row.id}", OFFERED) for one in rest
    ]
    return [*lines, *offered]


def _top(review: Review) -> Content:
    """Key, title, kind, day, how many, and what it is for."""
    agenda = agenda_of(review.kind)
    parts = [label(review.kind), shown_day(review.date)]
    parts.append(ngettext("{n} minute", "{n} minutes", agenda.minutes).format(n=agenda.minutes))
    if review.participants_n:
        count = review.participants_n
        parts.append(ngettext("{n} takes part", "{n} take part", count).format(n=count))
    purpose = said(review.purpose) if review.purpose else word(_(agenda.purpose))
    return run(
        word(f"{review.key}  ", "bold $mark"),
        said(review.title, "bold"),
        "\n",
        word(" · ".join(parts), "$quiet"),
        "\n",
        purpose,
    )


def _time(review: Review, count: int) -> str:
    """What the number of experiments means for the time."""
    size = agenda_of(review.kind).size
    if size is None or count <= size:
        return ""
    return ngettext("there is time for {n}", "there is time for {n}", size).format(n=size)


def _head(told: str, more: str) -> Static:
    """A heading."""
    return Static(run(word(told, "bold $mark"), word(f"  {more}", "$no-net")), classes="head")


def _line(number: str, row: ExperimentRow, why: str, about: str, doing: str) -> LinedUp:
    """One experiment and the reason for it."""
    left = run(
        word(f"{number:>3} ", "$quiet"),
        sign_of(row),
        " ",
        padded(said(row.key, "bold"), 8),
        said(row.title),
    )
    return LinedUp(left, [said(why, "$quiet")], doing, about)


def _meeting(journal: Journal, ref: str) -> Review:
    """The meeting."""
    from explog.journal.meetings import meeting

    return meeting(journal, ref)


def _listed(library: Library, review: Review) -> list[ExperimentRow]:
    """The experiments of its list that are there, in their order."""
    return [row for row in library.rows_of(review.experiments) if not row.archived]


def _suggested(library: Library, review: Review) -> list[Suggestion]:
    """What the meeting could take up: by its period or search, or as its kind suggests."""
    codes = {str(one["id"]): str(one.get("key") or one["code"]) for one in library.workplaces()}
    return suggestions(
        library,
        review.kind,
        workplaces=[codes[one] for one in review.workplaces if one in codes],
        query=review.query,
        since=review.since.isoformat() if review.since else None,
        until=review.until.isoformat() if review.until else None,
    )


def _include(journal: Journal, *, ref: str, experiment: str, reason: str) -> Done:
    """Put it on the list."""
    from explog.journal.meetings import include

    return include(journal, ref, experiment, reason)


def _leave_out(journal: Journal, *, ref: str, experiment: str) -> Done:
    """Take it off the list."""
    from explog.journal.meetings import leave_out

    return leave_out(journal, ref, experiment)


def _reorder(journal: Journal, *, ref: str, order: list[str]) -> Done:
    """Take them in another order."""
    from explog.journal.meetings import reorder

    return reorder(journal, ref, order)
