"""What the lines of a meeting's steps do: agree, settle, reflect, sort a note. Only in a worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.acts.draft import Place
from explog.domain.numbers import said_number
from explog.locale import _
from explog.tui.agreeing import agreed, settled
from explog.tui.reflecting import reflected
from explog.tui.screens.meeting_forms import CLOSE, MeetingForm
from explog.tui.wall_notes import changed

if TYPE_CHECKING:
    from explog.domain.record.review import Review
    from explog.journal.journal import Done, Journal
    from explog.tui.meeting import Meeting
    from explog.tui.program import Program


async def acted(app: Program, meeting: Meeting, doing: str, about: str) -> None:
    """Do *doing* to what has the id *about*."""
    review = meeting.review
    match doing:
        case "agree":
            await agreed(app, review.id, review.experiments)
        case "settle":
            known = [one for one in (*meeting.open, *meeting.made) if one["id"] == about]
            await settled(app, known[0], review.id)
        case "reflect":
            await reflected(app, review)
        case "people":
            await counted(app, review)
        case "theme" | "gathered":
            await changed(app, review, about)


async def counted(app: Program, review: Review) -> Done | None:
    """Ask how many are in the room and write it down; None when it was left."""
    words = (_("How many are you?"), _("A count and nothing else."))
    values = {"participants_n": str(review.participants_n or "")}
    save = partial(_count, ref=review.id)
    place = Place("people", review.id)
    return await app.push_screen_wait(
        MeetingForm(words, CLOSE, save, values, place=place, needed=("participants_n",))
    )


def _count(journal: Journal, answers: dict[str, str], *, ref: str) -> Done:
    """Write down how many are in the room."""
    from explog.journal.meetings import describe

    return describe(journal, ref, participants_n=int(said_number(answers["participants_n"])))
