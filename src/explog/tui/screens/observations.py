"""Measurements in a grid: type them, paste them from a spreadsheet, correct them, take them away.

Saving writes all of them down as one act, or says what is wrong beside its cell.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from explog.domain.acts.draft import Place
from explog.domain.acts.entering import ORDER
from explog.domain.naming.labels import label
from explog.journal.journal import newest
from explog.journal.observing import record
from explog.locale import N_, _, ngettext
from explog.tui.commands import Command
from explog.tui.heard import doubtful_number
from explog.tui.kept import tell_kept
from explog.tui.keys_named import keyed
from explog.tui.say import say
from explog.tui.sheet import MeasureSheet
from explog.tui.widgets.pieces import run, said, word
from explog.tui.widgets.sheet_view import MARK, WIDTHS, SheetView
from explog.tui.working import work

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from explog.domain.record.experiment import Experiment
    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal  # noqa: F401 - mypy reads it in the base class
    from explog.journal.observing import Recorded, Sheet
    from explog.tui.program import Program

COMMANDS_HERE = (
    Command("save", "f2,ctrl+s", N_("Save"), N_("Write all of it down, or say what is wrong."),
            in_footer=True),
    Command("other", "f3", N_("Other measure"), N_("The sheet of the next measure."),
            in_footer=True),
    Command("remove", "f8", N_("Remove row"), N_("Take the measurement away, or bring it back."),
            in_footer=True),
    Command("annotate", "f5", N_("Annotate"), N_("Put a mark on the run chart."), in_footer=True),
    Command("leave", "escape", N_("Leave"), N_("Leave; what you typed is kept."),
            in_footer=True, shown="esc"),
)  # fmt: skip

ACT, ELEMENT = "observe", "sheet"
"""Where unsaved rows are kept: a draft of this act, apart from that of its form."""


class ObservationsScreen(ModalScreen["Done | None"]):
    """The grid of an experiment's measures; gives what was done, or None when it was left."""

    CSS_PATH = "observations.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        replace(binding, priority=binding.key != "escape")
        for command in COMMANDS_HERE
        for binding in command.bindings()
    ]

    app: Program

    def __init__(self, ref: str, measure: str | None = None) -> None:
        """Ask about the experiment *ref*, first about *measure* (its id) or the primary one."""
        super().__init__()
        self._ref = ref
        self._first = measure
        self._experiment: Experiment | None = None
        self._seen: str | None = None
        self._sheets: list[MeasureSheet] = []
        self._shown = 0

    def compose(self) -> ComposeResult:
        """Title, headings, rows, what is wrong, keys."""
        with Vertical(id="panel"):
            yield Static(id="head")
            yield Static(id="columns")
            yield Vertical(id="rows")
            yield Static(id="told")
            keys = _(
                "⏎ down · ← → cell · {save} save · {other} measure · {annotate} mark · "
                "{remove} remove · {leave} leave"
            )
            yield Static(word(keyed(self.app, keys, COMMANDS_HERE), "$quiet"), id="keys")

    async def on_mount(self) -> None:
        """Read what was measured before, and what was typed and not saved."""
        found = await self.app.attempt(partial(_read, ref=self._ref), self._refuse)
        if found is None:
            if self.is_active:  # the person may have gone on meanwhile
                self.dismiss(None)
            return
        self._experiment, self._seen, today = found
        if not self._experiment.measures:
            say(
                self.app,
                _("There is no measure yet. Plan the experiment, or add a measure first."),
                "warning",
            )
            self.dismiss(None)
            return
        first = self._first or self._experiment.primary_measure
        measures = sorted(self._experiment.measures, key=lambda one: one.id != first)
        taken = self._experiment.observations
        self._sheets = [MeasureSheet(one, taken, today) for one in measures]
        await self._take_kept()
        view = SheetView(self._sheets[0])
        await self.query_one("#rows").mount(view)
        view.focus()
        self._tell()

    @property
    def _place(self) -> Place:
        """Where what was typed is kept."""
        return Place(ACT, self._experiment.id if self._experiment else self._ref, ELEMENT)

    async def _take_kept(self) -> None:
        """Bring back what was typed and not saved."""
        draft = await self.app.keeper.before(self._place)
        for name, raw in (draft.answers if draft is not None else {}).items():
            sheet = next((one for one in self._sheets if one.measure.id == name), None)
            if sheet is not None:
                sheet.restore(raw)

    def _refuse(self, error: ExplogError) -> None:
        """Say why there is nothing to show."""
        say(self.app, str(error), "warning")

    @property
    def _view(self) -> SheetView:
        """The grid."""
        return self.query_one(SheetView)

    @on(SheetView.Moved)
    def _tell(self) -> None:
        """The title, the headings, and what is wrong where the cursor stands."""
        if self._experiment is None or not self.query(SheetView):
            return
        view = self._view
        measure = view.sheet.measure
        count = len(self._sheets)
        which = _("{n} of {all}").format(n=self._shown + 1, all=count) if count > 1 else ""
        self.query_one("#head", Static).update(
            run(
                word(f"{self._experiment.key}  ", "$quiet"),
                said(measure.name, "bold $mark"),
                word(f"  {label(measure.role)}  {which}", "$quiet"),
            )
        )
        value = _("Value") + (f" ({measure.unit})" if measure.unit else "")
        value = value if len(value) < WIDTHS["value"] else _("Value")
        names = (_("Day"), value, "n", _("Note"))
        cells = [
            f"{name[: WIDTHS[column] - 1]:<{WIDTHS[column]}}" if column in WIDTHS else name
            for column, name in zip(ORDER, names, strict=True)
        ]
        self.query_one("#columns", Static).update(said(" " * MARK + "".join(cells), "$quiet"))
        self.query_one("#told", Static).update(self._told(view))
        self._keep()

    def _keep(self) -> None:
        """Let what is typed be kept."""
        typed = {one.measure.id: one.kept() for one in self._sheets if one.is_changed}
        self.app.keeper.note(self._place, typed)

    def _told(self, view: SheetView) -> Content:
        """What is wrong in the row of the cursor, else how it is read and what there is to save."""
        names = {"date": _("Day"), "value": _("Value"), "n": "n", "note": _("Note")}
        here = [
            f"{names[column]}: {told}"
            for row, column, told in view.sheet.problems()
            if row == view.row
        ]
        if here:
            return said("✗ " + " · ".join(here), "$outside")
        lines = [said(view.cut, "$quiet")] if view.cut else []
        if doubt := doubtful_number(view.text("value")):
            lines.append(said(f"◈ {doubt}", "$no-net"))
        return Content("\n").join([*lines, self._unsaved()])

    def _unsaved(self) -> Content:
        """What there is to save."""
        changed = sum(row.is_changed for sheet in self._sheets for row in sheet.rows)
        if not changed:
            return word(_("Type, or paste one or several columns from a spreadsheet."), "$quiet")
        words = ngettext("{n} change is not saved", "{n} changes are not saved", changed)
        replaced = sum(len([*sheet.replaced()]) for sheet in self._sheets)
        more = ngettext("{n} replaces another value", "{n} replace other values", replaced)
        text = words.format(n=changed)
        return word(f"{text} · {more.format(n=replaced)}" if replaced else text, "$mark")

    def action_other(self) -> None:
        """The sheet of the next measure."""
        if len(self._sheets) > 1:
            self._shown = (self._shown + 1) % len(self._sheets)
            self._view.show(self._sheets[self._shown])

    def action_remove(self) -> None:
        """Take the row away, or back."""
        self._view.toggle()

    def action_annotate(self) -> None:
        """Put a mark on the run chart."""
        from explog.tui.screens.form import FormScreen

        if self._experiment is not None:
            self.app.push_screen(FormScreen("annotate", self._experiment.id))

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Write everything down as one act; or go to what is wrong first."""
        if self._experiment is None:
            return
        view = self._view
        view.commit()
        for place, sheet in enumerate(self._sheets):
            wrong = sheet.problems()
            if wrong:
                if place != self._shown:
                    self._shown = place
                    view.show(sheet)
                view.place(wrong[0][0], wrong[0][1])
                return
        sheets = [sheet.sheet() for sheet in self._sheets if sheet.is_changed]
        if not sheets:
            self.dismiss(None)
            return
        write = partial(_write, ref=self._experiment.id, sheets=sheets, seen=self._seen)
        done = await self.app.attempt(write, self._complain)
        if done is not None:
            self.app.keeper.drop(self._place)
            self.dismiss(done.done)

    def _complain(self, error: ExplogError) -> None:
        """Say why nothing was saved."""
        self.query_one("#told", Static).update(said(f"✗ {error}", "$outside"))

    def action_leave(self) -> None:
        """Leave; what was typed waits for the next time."""
        if self._sheets and self.query(SheetView):
            self._view.commit()
            self._keep()
            if any(one.is_changed for one in self._sheets):
                kept = {one.measure.id: one.kept() for one in self._sheets if one.is_changed}
                tell_kept(self.app, kept)
        self.dismiss(None)


def _read(journal: Journal, ref: str) -> tuple[Experiment, str | None, date]:
    """The experiment, its newest event, and today."""
    experiment = journal.experiment(ref)
    events = journal.store.events(f"experiment/{experiment.id}")
    return experiment, newest(events), journal.clock.today()


def _write(journal: Journal, ref: str, sheets: list[Sheet], seen: str | None) -> Recorded:
    """Write everything down."""
    return record(journal, ref, sheets, seen=seen)
