"""Preparing a meeting: which kind, when, and what it looks at. Only inside a worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.acts.draft import Place
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import ReviewKind
from explog.domain.numbers import said_number
from explog.domain.reviews.agenda import agenda_of
from explog.locale import N_, _, ngettext
from explog.tui.screens.choosing import ChoosingScreen
from explog.tui.screens.meeting_forms import CHOOSE, DESCRIBE, MeetingForm
from explog.tui.widgets.pieces import capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.domain.record.review import Review
    from explog.domain.reviews.selection import Suggestion
    from explog.journal.journal import Done, Journal
    from explog.journal.library import Library
    from explog.tui.program import Program


FOR = {
    ReviewKind.CHECK_IN: N_("one running experiment: numbers and frame"),
    ReviewKind.SINGLE: N_("one experiment, from result to decision"),
    ReviewKind.RETROSPECTIVE: N_("three to five experiments, by the team"),
    ReviewKind.LEADERSHIP: N_("what scaled, what failed, what is asked for"),
}
"""What each kind is for, in a few words."""


async def prepared(app: Program, experiment: str | None = None) -> Done | None:
    """Ask for the kind and the day, and plan the meeting with the list it suggests.

    Args:
        app: Where it is asked.
        experiment: The key of the only experiment it is about; None for the suggested ones.
    """
    kind = await app.push_screen_wait(ChoosingScreen(_("Which meeting?"), _kinds()))
    if kind is None:
        return None
    picks: dict[str, str] = {experiment: "by_hand"} if experiment else {}
    if not picks:
        found = await app.or_say_why(app.desk.read(partial(_suggested, kind=kind)))
        if found is None:
            return None
        picks = {one.row.key: one.reason.value for one in found}
    words = (capital(label(ReviewKind(kind))), _(agenda_of(kind).purpose))
    save = partial(_prepare, kind=kind, picks=picks)
    return await app.push_screen_wait(
        MeetingForm(words, DESCRIBE, save, place=Place("prepare", kind))
    )


async def described(app: Program, review: Review) -> Done | None:
    """Ask again what the meeting is called, when it is and how many come."""
    values = {
        "title": review.title,
        "date": review.date.isoformat(),
        "participants_n": str(review.participants_n or ""),
        "purpose": review.purpose or "",
    }
    words = (capital(label(review.kind)), _(agenda_of(review.kind).purpose))
    save = partial(_describe, ref=review.id, before=values)
    place = Place("describe", review.id)
    form = MeetingForm(words, DESCRIBE, save, values, place=place, needed=("title",))
    return await app.push_screen_wait(form)


async def looked_back(app: Program, review: Review) -> Done | None:
    """Ask for a period or a search; what it finds is suggested for the list."""
    values = {
        "since": review.since.isoformat() if review.since else "",
        "until": review.until.isoformat() if review.until else "",
        "query": review.query or "",
    }
    words = (
        _("Which experiments?"),
        _("What is found is suggested below the list; ⏎ takes it."),
    )
    save = partial(_describe, ref=review.id, before=values)
    return await app.push_screen_wait(
        MeetingForm(words, CHOOSE, save, values, place=Place("look_back", review.id))
    )


def _kinds() -> list[tuple[str, str, str]]:
    """The four kinds with their minutes and how many experiments they take."""
    found = []
    for kind in ReviewKind:
        agenda = agenda_of(kind)
        minutes = ngettext("{n} minute", "{n} minutes", agenda.minutes).format(n=agenda.minutes)
        found.append((kind.value, capital(label(kind)), f"{minutes} · {_(FOR[kind])}"))
    return found


def _suggested(library: Library, kind: str) -> list[Suggestion]:
    """As many experiments as a meeting of *kind* has time for."""
    from explog.journal.suggesting import first_of, suggestions

    return first_of(kind, suggestions(library, kind))


def _prepare(
    journal: Journal, answers: dict[str, str], *, kind: str, picks: Mapping[str, str]
) -> Done:
    """Plan the meeting."""
    from explog.journal.meetings import prepare

    count = answers.get("participants_n")
    return prepare(
        journal,
        kind,
        answers.get("title") or None,
        answers.get("date") or None,
        picks=picks,
        purpose=answers.get("purpose") or None,
        participants_n=int(said_number(count)) if count else None,
    )


def _describe(
    journal: Journal, answers: dict[str, str], *, ref: str, before: Mapping[str, str]
) -> Done:
    """Change what was answered differently."""
    from explog.journal.meetings import describe

    changed: dict[str, object] = {
        name: raw or None for name, raw in answers.items() if raw != before.get(name, "")
    }
    if changed.get("participants_n"):
        changed["participants_n"] = int(said_number(str(changed["participants_n"])))
    return describe(journal, ref, **changed)
