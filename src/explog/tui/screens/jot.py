"""Catching an idea: a title, enter, done. The rest can wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from explog.domain.questions import Answer
from explog.domain.questions_plan import IDEA
from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.kept import kept
from explog.tui.widgets.fields import Field
from explog.tui.widgets.pieces import said, word

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from explog.domain.fold import Document
    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal
    from explog.journal.library import Library
    from explog.tui.app import ExplogApp

COMMANDS_HERE = (
    Command("save", "f2,ctrl+s", N_("Save"), N_("Catch the idea."), in_footer=True),
    Command("leave", "escape", N_("Leave"), "", in_footer=True, shown="esc"),
)

TITLE, WORKPLACE, NEED = IDEA
PLACE = ("jot", "", None)
"""Where what was typed is kept when the form is left."""


class JotForm(ModalScreen["Done | None"]):
    """Asks for a title; enter saves. Gives what was written, or None when it was left."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    app: ExplogApp

    def __init__(self, workplace: str | None = None) -> None:
        """Write down an idea of *workplace* (a code); None asks where there are several."""
        super().__init__()
        self._workplace = workplace

    def compose(self) -> ComposeResult:
        """Title and need; the workplace comes between them where there is a choice."""
        with Vertical(id="panel"):
            yield Static(word(_("A new idea"), "bold $mark"), id="head")
            yield Vertical(id="fields")
            yield Static(id="wrong")
            with Horizontal(id="buttons"):
                yield Button(word(_("Save")), id="save", classes="-first", compact=True)
            yield Static(word(_("⏎ save · tab next field · esc leave"), "$quiet"), id="keys")

    async def on_mount(self) -> None:
        """Find out whether there is a workplace to choose."""
        self.query_one("#wrong").display = False
        places: list[Document] = []
        if self._workplace is None:
            places = (
                await self.app.or_say_why(self.app.desk.read(_open_workplaces), self._complain)
                or []
            )
        offered = [(str(one.get("key") or one["code"]), str(one["name"])) for one in places]
        today = await self.app.desk.read(_today)
        before = kept(self.app).get(PLACE, {})
        fields = [Field(TITLE, today, before.get("title", ""))]
        if len(offered) > 1:
            named = [(code, f"{code} · {name}") for code, name in offered]
            fields.append(Field(WORKPLACE, today, before.get("workplace", ""), offered=named))
        fields.append(Field(NEED, today, before.get("need", ""), is_optional=True))
        await self.query_one("#fields").mount(*fields)
        fields[0].editor.focus()

    @property
    def _raw(self) -> dict[str, str]:
        """Every answer as typed, by question."""
        return {field.question.name: field.raw for field in self.query(Field)}

    @on(Field.Moved)
    def _go_on(self, event: Field.Moved) -> None:
        """Enter in the title saves, unless a workplace must be chosen first."""
        fields = list(self.query(Field))
        place = fields.index(event.field)
        is_next = event.step > 0
        waits = any(one.question.kind is Answer.WORKPLACE and not one.raw for one in fields)
        if is_next and event.field.question is TITLE and not waits and event.field.raw:
            self.action_save()
        elif 0 <= place + event.step < len(fields) and not (is_next and place > 0 and not waits):
            fields[place + event.step].editor.focus()
        elif is_next and place > 0:
            self.action_save()

    @on(Button.Pressed, "#save")
    def _press(self) -> None:
        """Save."""
        self.action_save()

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Write the idea down."""
        fields = list(self.query(Field))
        raw = self._raw
        empty = [one for one in fields if not one.raw and one.question in {TITLE, WORKPLACE}]
        for one in empty:
            one.complain(_("please answer this"))
        unclear = [one for one in fields if not one.check()]
        if empty or unclear:
            (empty or unclear)[0].editor.focus()
            return
        code = raw.pop("workplace", "") or self._workplace
        done = await self.app.attempt(partial(_jotted, raw=raw, code=code), self._complain)
        if done is not None:
            kept(self.app).pop(PLACE, None)
            self.dismiss(done)

    def _complain(self, error: ExplogError) -> None:
        """Show what is wrong below the fields."""
        wrong = self.query_one("#wrong", Static)
        wrong.display = True
        wrong.update(said(f"✗ {error}", "$outside"))

    def action_leave(self) -> None:
        """Leave; what was typed waits for the next time."""
        kept(self.app)[PLACE] = {name: raw for name, raw in self._raw.items() if raw}
        self.dismiss(None)


def _jotted(journal: Journal, raw: dict[str, str], code: str | None) -> Done:
    """Write the idea down."""
    answers = {name: text for name, text in raw.items() if text and name != "title"}
    return journal.jot(raw["title"], code, **answers)


def _open_workplaces(library: Library) -> list[Document]:
    """The workplaces that are not archived."""
    return [one for one in library.workplaces() if not one.get("archived")]


def _today(library: Library) -> date:
    """The day everything counts from."""
    return library.today()
