"""What a form still asks on steps that nobody saw yet. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.tui.answering import blanks
from explog.tui.asked import EDIT
from explog.tui.complaint import Complaint
from explog.tui.heard import heard

if TYPE_CHECKING:
    from explog.tui.asked import Asked


def ahead_of(made: Asked, answers: dict[str, str], were_shown: set[int]) -> Complaint | None:
    """What is missing while some steps with needed answers were never shown; None where all were.

    Only what stands on steps that *were_shown* is marked.
    """
    if made.act is EDIT or made.element is not None:
        return None
    empty = blanks(made, answers)
    pages = {name: made.page_of(name) for name in empty}
    ahead = sorted({page for page in pages.values() if page is not None} - were_shown)
    if not ahead:
        return None
    beside = {name: said for name, said in empty.items() if pages[name] in were_shown}
    beside = {**beside, **_unclear(made, answers, were_shown)}
    return Complaint(beside, pages=ahead)


def _unclear(made: Asked, answers: dict[str, str], were_shown: set[int]) -> dict[str, str]:
    """The answers on the pages that *were_shown* that cannot be understood, with why."""
    found = {
        question.name: heard(question, answers.get(question.name, ""), made.today).problem
        for place in were_shown
        for question in made.pages[place].questions
    }
    return {name: problem for name, problem in found.items() if problem}
