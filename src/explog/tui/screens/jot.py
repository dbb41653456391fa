"""Catching an idea: a title, enter, done. The rest can wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from explog.domain.acts.draft import Place
from explog.domain.acts.questions import Answer
from explog.domain.acts.questions_plan import IDEA, MAY_ANSWER
from explog.locale import N_, _, ngettext
from explog.tui.commands import Command, bindings
from explog.tui.kept import tell_kept
from explog.tui.keys_named import keyed
from explog.tui.outside import edit_outside
from explog.tui.recall import Recall
from explog.tui.screens.box import AROUND, BROAD
from explog.tui.screens.form_keys import EDITOR, HELP, LEAVE, RELATED, SAVE
from explog.tui.widgets.fields import Field
from explog.tui.widgets.form_parts import ButtonRow
from explog.tui.widgets.keys_here import KeysHere
from explog.tui.widgets.pieces import said, word
from explog.tui.widgets.related import RelatedPanel
from explog.tui.working import work

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from explog.domain.record.fold import Document
    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal
    from explog.journal.library import Library
    from explog.tui.program import Program

OVER = Command(
    "over",
    "f8",
    N_("Over already"),
    N_("Write down a test that is already over, in one form."),
    in_footer=True,
)
COMMANDS_HERE = (SAVE, OVER, EDITOR, RELATED, HELP, LEAVE)

TITLE, WORKPLACE, NEED = IDEA
PLACE = Place("jot")
"""Where what was typed is kept until it is saved."""


@dataclass(frozen=True, slots=True)
class IsOver:
    """What the form gives when the test turns out to be over already."""

    typed: dict[str, str]
    """What was typed until then, by question."""


class JotForm(ModalScreen["Done | IsOver | None"]):
    """Asks for a title; enter saves. Gives what was written, or None when it was left."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    app: Program

    def __init__(self, workplace: str | None = None) -> None:
        """Write down an idea of *workplace* (a code); None asks where there are several."""
        super().__init__()
        self._workplace = workplace
        self._recall: Recall | None = None
        self._before: dict[str, str] | None = None
        """What was typed before, in lines maybe, where more is asked; None until it is read."""

    def compose(self) -> ComposeResult:
        """Title and need; the workplace comes between them where there is a choice."""
        yield RelatedPanel()
        with Vertical(id="panel"):
            yield Static(word(_("A new idea"), "bold $mark"), id="head")
            with VerticalScroll(id="fields", can_focus=False):
                yield Field(TITLE, self._today)
                yield Field(NEED, self._today, is_optional=True)
                yield Static(id="more")
            yield Static(id="wrong")
            with ButtonRow(id="buttons"):
                yield Button(word(_("Save")), id="save", classes="-first", compact=True)
                yield Button(
                    word(keyed(self.app, _("It is over already ({over}) …"), COMMANDS_HERE)),
                    id="over",
                    compact=True,
                )
            keys = _("tab next field · {leave} leave")
            yield KeysHere(keys, COMMANDS_HERE, lambda _focused: True)

    def on_mount(self) -> None:
        """Begin in the title at once; then find out what else is known."""
        self.query("#wrong, #more").set(display=False)
        self._recall = Recall(self.app, self.query_one(RelatedPanel))
        self.query(Field).first().editor.focus()
        self._looking = self._look()

    @work(group="look")
    async def _look(self) -> None:
        """Find out what was typed before, and whether a workplace must be chosen."""
        title, need = self.query(Field)
        draft = await self.app.keeper.before(PLACE)
        before = dict(draft.answers) if draft is not None else {}
        places: list[Document] = []
        if self._workplace is None:
            reading = self.app.desk.read(_open_workplaces)
            places = await self.app.or_say_why(reading, self._complain) or []
        if len(places) > 1:
            by_code = {str(one.get("key") or one["code"]): one for one in places}
            kept = before.get("workplace", "")
            before["workplace"] = str(by_code[kept]["id"]) if kept in by_code else kept
            named = [(str(one["id"]), f"{code} · {one['name']}") for code, one in by_code.items()]
            asked = Field(WORKPLACE, self._today, before["workplace"], offered=named)
            await self.query_one("#fields").mount(asked, after=title)
        self._before = before
        for field in (title, need):
            if not field.raw and before.get(field.question.name):
                field.write(before[field.question.name])
        self._tell_more()

    def _tell_more(self) -> None:
        """Say how many answers go along that are not asked here; keep what was typed meanwhile."""
        if any(self._raw.values()):
            self.app.keeper.note(PLACE, self._typed)
        count = len(self._more)
        told = ngettext(
            "{n} more answer that you typed before goes along.",
            "{n} more answers that you typed before go along.",
            count,
        )
        more = self.query_one("#more", Static)
        more.display = bool(count)
        more.update(word(told.format(n=count), "$quiet"))

    def on_resize(self, event: Resize) -> None:
        """Stand beside what was tried before, or above it."""
        self.query_one(RelatedPanel).stand(beside=event.size.width >= BROAD)
        self._fit()

    @on(RelatedPanel.Shown)
    def _fit(self) -> None:
        """Leave room for what stands around the fields, the one that is typed in kept in sight."""
        related = self.query_one(RelatedPanel)
        below = related.lines if self.size.width < BROAD else 0
        self.query_one("#fields").styles.max_height = max(3, self.size.height - AROUND - below)
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    @on(Field.Changed)
    def _keep(self) -> None:
        """Let what is typed be kept, and look for what was tried before."""
        raw = self._raw
        if self._before is not None:
            self.app.keeper.note(PLACE, self._typed)
        if self._recall is not None:
            self._recall.note(f"{raw['title']} {raw.get('need', '')}")

    @property
    def _today(self) -> date:
        """The day everything counts from; nothing that is asked here depends on it."""
        return self.app.glance.today if self.app.glance is not None else date.min

    @property
    def _raw(self) -> dict[str, str]:
        """Every answer as typed, by question."""
        return {field.question.name: field.raw for field in self.query(Field)}

    @property
    def _more(self) -> dict[str, str]:
        """What was typed before and is not asked here."""
        before = self._before or {}
        names = [one.name for one in MAY_ANSWER if one is not NEED]
        return {name: before[name] for name in names if before.get(name)}

    @property
    def _typed(self) -> dict[str, str]:
        """Every answer there is, by question."""
        return {**self._more, **{name: text for name, text in self._raw.items() if text}}

    @on(Field.Moved)
    def _go_on(self, event: Field.Moved) -> None:
        """Enter in the title saves, unless a workplace must be chosen first."""
        fields = list(self.query(Field))
        place = fields.index(event.field)
        waits = any(one.question.kind is Answer.WORKPLACE and not one.raw for one in fields)
        is_first = event.field.question is TITLE
        if event.by_enter and not waits and (event.field.raw or not is_first):
            self.action_save()
        elif 0 <= place + event.step < len(fields):
            fields[place + event.step].editor.focus()
        elif event.by_enter:
            self.action_save()
        elif event.step > 0:
            self.query_one("#save").focus()

    @on(Button.Pressed, "#save")
    def _press(self) -> None:
        """Save."""
        self.action_save()

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Write the idea down, once it is known whether a workplace must be chosen."""
        await self._looking.wait()
        fields = list(self.query(Field))
        raw = self._typed
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
            self.app.keeper.drop(PLACE)
            self.dismiss(done)

    def _complain(self, error: ExplogError) -> None:
        """Show what is wrong below the fields."""
        wrong = self.query_one("#wrong", Static)
        wrong.display = True
        wrong.update(said(f"✗ {error}", "$outside"))

    @on(Button.Pressed, "#over")
    def action_over(self) -> None:
        """Ask for all of a test that is already over; what is typed goes along."""
        typed = self._typed
        self.app.keeper.drop(PLACE)
        self.dismiss(IsOver(typed))

    @work(exclusive=True, group="editor")
    async def action_editor(self) -> None:
        """Write the text in the editor the person is used to."""
        await edit_outside(self.app)

    def action_related(self) -> None:
        """Move to what was tried before."""
        self.query_one(RelatedPanel).enter()

    def action_leave(self) -> None:
        """Leave; what was typed waits for the next time."""
        if self.query_one(RelatedPanel).has_focus_within:
            self.query(Field).first().editor.focus()
            return
        if any(self._raw.values()):
            self.app.keeper.note(PLACE, self._typed)
            tell_kept(self.app, self._typed)
        self.app.keeper.write()
        self.dismiss(None)


def _jotted(journal: Journal, raw: dict[str, str], code: str | None) -> Done:
    """Write the idea down."""
    answers = {name: text for name, text in raw.items() if name != "title"}
    return journal.jot(raw["title"], code, **answers)


def _open_workplaces(library: Library) -> list[Document]:
    """The workplaces that are not archived."""
    return [one for one in library.workplaces() if not one.get("archived")]
