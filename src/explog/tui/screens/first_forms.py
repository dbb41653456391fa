"""The two small forms of the first run: whose log it is, and which file to bring in."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from explog.domain.acts.draft import Place
from explog.domain.acts.questions import Answer, Question, line
from explog.locale import N_, _
from explog.tui.commands import bindings
from explog.tui.kept import tell_kept
from explog.tui.outside import edit_outside
from explog.tui.say import say
from explog.tui.screens.form_keys import EDITOR, HELP, LEAVE, SAVE
from explog.tui.widgets.abstract import Abstract
from explog.tui.widgets.fields import Field
from explog.tui.widgets.keys_here import KeysHere
from explog.tui.widgets.pieces import said, word
from explog.tui.working import work

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal
    from explog.tui.program import Program

COMMANDS_HERE = (SAVE, EDITOR, HELP, LEAVE)
WORKPLACE = (
    line("name", "", 60, N_("What is your workplace called?"), N_("As you say it: Station East.")),
    line(
        "code",
        "",
        6,
        N_("A short code for it"),
        N_("Two to six letters; experiments are called by it: AMB-01."),
    ),
    Question(
        "core_tasks",
        N_("What is its core task?"),
        N_("As an effect for citizens. One a line."),
        "",
        Answer.LINES,
    ),
)
FILE = (line("path", "", 500, N_("Which file?"), N_("A JSON log that explog exported.")),)

NO_NAME = (N_("Our workplace"), N_("WE"))
"""Name and code of a workplace whose questions were skipped."""

Answered = TypeVar("Answered")


class SmallForm(ModalScreen[Answered], metaclass=Abstract):
    """A few questions in a box; enter in the last one saves."""

    CSS_PATH = "first_forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    questions: ClassVar[Sequence[Question]] = ()
    title_words: ClassVar[str] = ""
    intro: ClassVar[str] = ""
    place: Place
    """Where what is typed is kept until it is saved."""
    at_first: Mapping[str, str] = MappingProxyType({})
    """What stands there before anybody types, by question."""
    makes_log: ClassVar[bool] = True
    """Whether keeping it may make the log, as saving it does."""

    _is_recalled = False
    """Whether what was typed before was read; until then nothing is kept in its place."""

    app: Program

    def compose(self) -> ComposeResult:
        """Why, then the questions, then how it goes on."""
        with VerticalScroll(can_focus=False) as box:
            box.border_title = Content(_(self.title_words))
            yield Static(word(_(self.intro)), classes="intro")
            today = self.app.glance.today if self.app.glance else date.min
            yield from (Field(question, today) for question in self.questions)
            yield Static(classes="wrong")
            yield self.keys_here()

    def on_mount(self) -> None:
        """Begin in the first field at once; what was typed before comes when it is read."""
        self.query(Field).first().editor.focus()
        self._recall()

    @work(group="look")
    async def _recall(self) -> None:
        """Let what was typed before stand where nothing was typed meanwhile."""
        before = await self.app.keeper.before(self.place)
        for field in self.query(Field):
            name = field.question.name
            kept = before.answers.get(name) if before else None
            if kept is not None and field.raw == self.at_first.get(name, "").strip():
                field.write(kept)
        self._is_recalled = True
        if self.typed():
            self.keep()

    def keys_here(self) -> KeysHere:
        """The line of keys."""
        return KeysHere(_("{save} save · {leave} leave"), COMMANDS_HERE, self._is_last)

    def _is_last(self, focused: Widget) -> bool:
        """Whether enter saves in *focused*."""
        return self.query(Field).last().editor is focused

    def raw(self) -> dict[str, str]:
        """Every answer as typed, by question."""
        return {field.question.name: field.raw for field in self.query(Field)}

    def typed(self) -> dict[str, str]:
        """What was typed, by question."""
        return {name: text for name, text in self.raw().items() if text}

    @on(Field.Moved)
    def go_on(self, event: Field.Moved) -> None:
        """To the next field, or save."""
        fields = list(self.query(Field))
        place = fields.index(event.field) + event.step
        if place >= len(fields) and event.by_enter:
            self.action_save()
        elif 0 <= place < len(fields):
            fields[place].editor.focus()

    @on(Field.Changed)
    def keep(self) -> None:
        """Let what is typed be kept."""
        if self._is_recalled:
            self.app.keeper.note(self.place, self.typed(), make=self.makes_log)

    def action_leave(self) -> None:
        """Leave; what was typed waits for the next time."""
        if typed := self.typed():
            self.app.keeper.note(self.place, typed, make=self.makes_log)
            tell_kept(self.app, typed)
        self.app.keeper.write()
        self.dismiss(None)

    @work(exclusive=True, group="editor")
    async def action_editor(self) -> None:
        """Write the text in the editor the person is used to."""
        await edit_outside(self.app)

    def complain(self, error: ExplogError) -> None:
        """Show what is wrong beside its field, or below where it has none."""
        fields = {field.question.name: field for field in self.query(Field)}
        told = self.query_one(".wrong", Static)
        told.update("")
        for problem in getattr(error, "problems", ()):
            if problem.place in fields:
                fields[problem.place].complain(problem.said)
                return
        told.update(said(f"✗ {error}", "$outside"))

    @abstractmethod
    def action_save(self) -> None:
        """Save what was answered."""


class WorkplaceForm(SmallForm["str | None"]):
    """Whose log it is, asked once; gives the code, or None when it was left."""

    place = Place("workplace")
    questions = WORKPLACE
    title_words = N_("Your workplace")
    intro = N_("Asked once. All of it but the code can be changed later.")

    def action_save(self) -> None:
        """Make the workplace."""
        self.save()

    @work(exclusive=True, group="save")
    async def save(self) -> None:
        """Make the workplace, with a name and a code of ours where none was given."""
        raw = self.raw()
        name = raw["name"] or _(NO_NAME[0])
        code = raw["code"] or code_from(raw["name"]) or _(NO_NAME[1])
        tasks = [task.strip() for task in raw["core_tasks"].splitlines() if task.strip()]

        def add(journal: Journal) -> Done:
            from explog.journal.workplaces import add

            return add(journal, code, name, tasks)

        done = await self.app.attempt(add, self.complain)
        if done is not None:
            self.app.keeper.drop(self.place)
            self.dismiss(done.key)


class BringInForm(SmallForm[bool]):
    """Which file to bring in; gives whether one was brought in."""

    place = Place("bring_in")
    makes_log = False
    questions = FILE
    title_words = N_("Bring in a log")
    intro = N_("What is in the file is added to your log; nothing of yours is replaced.")

    def action_save(self) -> None:
        """Bring the file in."""
        self.save()

    @work(exclusive=True, group="save")
    async def save(self) -> None:
        """Bring the file in and say what came."""
        bring_in, path = self.app.bring_in, self.raw()["path"]
        if bring_in is None or not path:
            return
        told = await self.app.or_say_why(self.app.desk.call(lambda: bring_in(path)), self.complain)
        if told is not None:
            say(self.app, told)
            self.app.keeper.drop(self.place)
            self.dismiss(True)


def code_from(name: str) -> str:
    """A code made of *name*: the letters its words begin with, or its first three.

    Empty when it has too few letters.
    """
    letters = "".join(found[0] for found in name.split() if found[0].isalpha())
    if len(letters) not in range(2, 7):
        letters = "".join(letter for letter in name if letter.isalpha())[:3]
    return letters.upper() if len(letters) > 1 else ""
