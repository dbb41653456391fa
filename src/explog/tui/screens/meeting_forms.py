"""The small forms of meetings: an agreement, what became of one, what a meeting is called."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Static

from explog.domain.acts.questions import Answer, Question, line, text
from explog.locale import N_, _
from explog.tui.screens.first_forms import SmallForm
from explog.tui.widgets.fields import Field
from explog.tui.widgets.pieces import said
from explog.tui.working import work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from explog.domain.acts.draft import Place
    from explog.journal.journal import Done, Journal


AGREE = (
    line("what", "", 160, N_("What is done?"), N_("One thing that can be seen to be done.")),
    line("role", "", 60, N_("Which function does it?"), N_("A function, never a name.")),
    Question("due", N_("By when?"), N_("For example in two weeks: +14."), "", Answer.DAY),
)
SETTLE = (
    line("reason", "", 200, N_("Why?"), N_("Needed when it is dropped; printed in the minutes.")),
    Question("due", N_("New day, if it is kept"), N_("Empty: the day stays."), "", Answer.DAY),
)
DESCRIBE = (
    line("title", "", 80, N_("What is the meeting called?"), ""),
    Question("date", N_("When is it?"), N_("Today when left out."), "", Answer.DAY),
    Question(
        "participants_n",
        N_("How many take part?"),
        N_("A count and nothing else."),
        "",
        Answer.COUNT,
    ),
    text("purpose", "", 300, N_("What is its purpose?"), N_("The agenda's own when left out.")),
)
CHOOSE = (
    Question(
        "since", N_("From which day do you look back?"), N_("May be left out."), "", Answer.DAY
    ),
    Question("until", N_("Until which day?"), N_("May be left out."), "", Answer.DAY),
    line(
        "query",
        "",
        300,
        N_("Or which experiments, in a search?"),
        N_("For example: outcome:failed_safely theme:technology."),
    ),
)
CLOSE = (DESCRIBE[2],)


class MeetingForm(SmallForm["Done | None"]):
    """A few questions; what is answered is saved by the form, so that a refusal loses nothing."""

    def __init__(
        self,
        words: tuple[str, str],
        questions: Sequence[Question],
        save: Callable[[Journal, dict[str, str]], Done],
        values: dict[str, str] | None = None,
        *,
        place: Place,
        needed: Sequence[str] = (),
    ) -> None:
        """Ask *questions* and give what *save* did.

        Args:
            words: What the box is called and why it is asked, in the language in force.
            questions: What is asked.
            save: Saves the answers as typed, by question; called on the desk's thread.
            values: What stands there already.
            place: Where what is typed is kept until it is saved.
            needed: The questions that must be answered.
        """
        super().__init__()
        self.place = place
        self._words = words
        self._asked = questions
        self._save = save
        self.at_first = values or {}
        self._needed = needed

    def compose(self) -> ComposeResult:
        """Why, then the questions, then how it goes on."""
        with VerticalScroll(can_focus=False) as box:
            box.border_title = said(self._words[0])
            yield Static(said(self._words[1]), classes="intro")  # may name what was agreed
            today = self.app.glance.today if self.app.glance else date.min
            for question in self._asked:
                is_optional = question.name not in self._needed
                raw = self.at_first.get(question.name, "")
                yield Field(question, today, raw, is_optional=is_optional)
            yield Static(classes="wrong")
            yield self.keys_here()

    def typed(self) -> dict[str, str]:
        """What differs from what stood there, by question."""
        given = self.at_first
        return {name: raw for name, raw in self.raw().items() if raw != given.get(name, "")}

    @on(Field.Changed)
    def forget_refusal(self) -> None:
        """What was refused is being mended."""
        self.query_one(".wrong", Static).update("")

    def action_save(self) -> None:
        """Save, when all answers are clear and the needed ones are there."""
        fields = list(self.query(Field))
        wrong = []
        for field in fields:
            is_blank = field.question.name in self._needed and not field.raw
            if is_blank:
                field.complain(_("please answer this"))
            if is_blank or not field.check():
                wrong.append(field)
        if wrong:
            wrong[0].editor.focus()
        elif self.at_first and not self.typed() and self._asked is not CLOSE:
            self.dismiss(None)  # nothing changed; but a meeting is closed whatever was typed
        else:
            self.save()

    @work(exclusive=True, group="save")
    async def save(self) -> None:
        """Save what was answered."""
        done = await self.app.attempt(
            partial(_saved, save=self._save, answers=self.raw()), self.complain
        )
        if done is not None:
            self.app.keeper.drop(self.place)
            self.dismiss(done)


def _saved(
    journal: Journal, save: Callable[[Journal, dict[str, str]], Done], answers: dict[str, str]
) -> Done:
    """What *save* did with the *answers*."""
    return save(journal, answers)
