"""The five reflection questions of a meeting, optional (DOMAIN.md 10.6). Only inside a worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.acts.draft import Place
from explog.domain.acts.questions import text
from explog.domain.reviews.agenda import HALLMARKS
from explog.locale import _
from explog.tui.screens.meeting_forms import MeetingForm

if TYPE_CHECKING:
    from explog.domain.record.review import Review
    from explog.journal.journal import Done, Journal
    from explog.tui.program import Program

QUESTIONS = tuple(
    text(f"hallmark_{number}", "", 500, asked, "") for number, asked in enumerate(HALLMARKS, 1)
)
"""One for each hallmark; the name is the code of its note."""


async def reflected(app: Program, review: Review) -> Done | None:
    """Ask the five questions and keep what is answered; None when nothing changed."""
    notes = {question.name: review.step(question.name) for question in QUESTIONS}
    values = {name: (kept.note or "") if kept else "" for name, kept in notes.items()}
    words = (_("Five questions to reflect on"), _("Answer those that give something; no names."))
    save = partial(_save, ref=review.id, before=values)
    place = Place("reflect", review.id)
    return await app.push_screen_wait(MeetingForm(words, QUESTIONS, save, values, place=place))


def _save(journal: Journal, answers: dict[str, str], *, ref: str, before: dict[str, str]) -> Done:
    """Keep each answer that changed as the note of its question, all of them or none."""
    from explog.journal.room import note

    changed = [name for name, raw in answers.items() if raw != before[name]]
    with journal.store.writing():
        done = [note(journal, ref, name, answers[name]) for name in changed]
    return done[-1]
