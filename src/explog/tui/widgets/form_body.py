"""The fields of one page of a form: which are asked, which are wrong, and where the cursor goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from explog.tui.waiting import is_shown, needed_now
from explog.tui.widgets.fields import Field
from explog.tui.wording import waits_for_the_decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.domain.acts.questions import Question
    from explog.tui.asked import Asked
    from explog.tui.complaint import Complaint


class Body(VerticalScroll, can_focus=False):
    """The fields of one page; they scroll where the head and the buttons leave too little room."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._used: Mapping[str, list[str]] = {}

    @property
    def fields(self) -> list[Field]:
        """All of them, also those that wait for an answer."""
        return list(self.query(Field))

    @property
    def shown(self) -> list[Field]:
        """Those that are asked now."""
        return [one for one in self.fields if one.display]

    async def fill(self, made: Asked, page: int, answers: dict[str, str]) -> None:
        """Show the page number *page*, filled with *answers*."""
        await self.remove_children()
        await self.mount(*fields_of(made, page, answers))
        self.know(self._used)
        self.scroll_home(animate=False)

    def know(self, used: Mapping[str, list[str]]) -> None:
        """Complete what is typed from the words *used* in the log."""
        self._used = used
        for one in self.fields:
            one.complete_from(used)

    def focus_on(self, name: str | None) -> None:
        """Put the cursor in the field *name*, or the first one of the page.

        Which measure it is is mostly known: the cursor goes on to its value.
        """
        shown = self.shown
        unknown = (one for one in shown if one.question.name != "of_measure" or not one.raw)
        first = next(unknown, shown[0] if shown else None)
        wanted = next((one for one in shown if one.question.name == name), first)
        if wanted is not None:
            wanted.editor.focus()
            self.call_after_refresh(wanted.scroll_visible, animate=False)

    def focus_beside(self, field: Field, step: int) -> bool:
        """Put the cursor in the field before or after *field*; False past the last one."""
        shown = self.shown
        place = shown.index(field) + step
        if 0 <= place < len(shown):
            shown[place].editor.focus()
        return place < len(shown)

    def focus_unclear(self) -> bool:
        """Put the cursor in the first field that cannot be understood; whether there is one.

        Each of them says so beside it.
        """
        unclear = [one for one in self.fields if not one.check()]
        if unclear:
            unclear[0].editor.focus()
        return bool(unclear)

    def tell(self, made: Asked, page: int, answers: dict[str, str], complaint: Complaint) -> None:
        """Show what is wrong, and the fields that wait for an answer once it is given.

        What is wrong always shows.
        """
        needed = needed_now(made, answers)
        for one in self.fields:
            problem = complaint.beside.get(one.question.name, "")
            if problem != one.problem:
                one.complain(problem)
            one.display = bool(one.problem) or is_shown(made, one.question, answers)
        has_become = {
            one.question.name for one in self.fields if _has_become_needed(made, one, answers)
        }
        for one in self.fields:
            name = one.question.name
            is_open = bool(has_become) and name in needed and not one.raw.strip()
            is_needed = name in has_become or is_open
            is_optional = not is_needed and _is_optional(made, one.question, page, answers)
            one.ask(is_optional=is_optional, is_needed=is_needed)


def fields_of(made: Asked, place: int, answers: dict[str, str]) -> list[Field]:
    """The fields of the page number *place*, filled with *answers*."""
    return [
        Field(
            question,
            made.today,
            answers.get(question.name, ""),
            offered=made.choices_of(question.name, answers),
            hint=made.hints.get(question.name, ""),
            is_optional=_is_optional(made, question, place, answers),
            has_default=question.name not in made.needed,
        )
        for question in made.pages[place].questions
    ]


def _has_become_needed(made: Asked, one: Field, answers: dict[str, str]) -> bool:
    """Whether the question of *one*, optional at first, must be answered as things stand now."""
    name = one.question.name
    is_missed = bool(one.problem) and not one.raw.strip()
    return name not in made.needed and (is_missed or name in needed_now(made, answers))


def _is_optional(made: Asked, question: Question, place: int, answers: dict[str, str]) -> bool:
    """Whether to say that *question* may be left out.

    Where some answers are needed and some are not, those that are not say so.
    """
    needed = needed_now(made, answers)
    if waits_for_the_decision(made.act, made.experiment, question):
        return False
    is_mixed = any(one.name in needed for one in made.pages[place].questions)
    return is_mixed and question.name not in needed and question.name not in made.values
