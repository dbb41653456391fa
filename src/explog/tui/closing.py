"""Ending a meeting: not without a word when nothing was decided. Only inside a worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.acts.draft import Place
from explog.domain.naming.vocabulary import State
from explog.domain.naming.vocabulary_learning import ReviewStatus
from explog.locale import _
from explog.tui.holding import closed
from explog.tui.keys_named import key_of
from explog.tui.say import say
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.meeting_forms import CLOSE, MeetingForm

if TYPE_CHECKING:
    from explog.tui.meeting import Meeting
    from explog.tui.program import Program


async def ended(app: Program, meeting: Meeting, minutes: int) -> bool:
    """Ask how many took part and close *meeting*; whether it was held then.

    Args:
        app: Where it is asked.
        meeting: What is closed.
        minutes: Minutes used in the step the room is in.
    """
    open_still = undecided(meeting)
    if open_still and not await app.push_screen_wait(
        ConfirmScreen(
            _("Nothing is decided about {keys}. End the meeting anyway?").format(keys=open_still),
            _("End it"),
            _("Back to the meeting"),
        )
    ):
        return False
    keys = _printing(app)
    words = (
        _("Close the meeting"),
        _(
            "The minutes hold a count and no names. {print} on page {page} prints them afterwards."
        ).format(**keys),
    )
    review = meeting.review
    save = partial(closed, ref=review.id, minutes=minutes)
    values = {"participants_n": str(review.participants_n or "")}
    done = await app.push_screen_wait(
        MeetingForm(words, CLOSE, save, values, place=Place("close", review.id))
    )
    if done is not None:
        told = _("{key} is held. {print} on page {page} prints its minutes.")
        say(app, told.format(key=done.key, **keys))
    return done is not None


def _printing(app: Program) -> dict[str, str]:
    """The keys in force that lead to the minutes of a meeting."""
    from explog.tui.screens.reviews import COMMANDS_HERE

    return {"print": key_of(app, "print", COMMANDS_HERE), "page": key_of(app, "reviews")}


def undecided(meeting: Meeting) -> str:
    """The keys of what *meeting* was to decide and did not; empty where it decides nothing."""
    if not meeting.agenda.decides or meeting.review.status is ReviewStatus.HELD:
        return ""
    pages = meeting.dossiers.values()
    return ", ".join(
        page.experiment.key for page in pages if page.experiment.state is State.IN_REVIEW
    )
