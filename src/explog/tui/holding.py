"""What the guided meeting asks of the journal; called on the desk's thread. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary_learning import ReviewStatus
from explog.domain.numbers import said_number
from explog.tui.meeting import Meeting, meeting

if TYPE_CHECKING:
    from explog.journal.journal import Done, Journal


def opened(journal: Journal, ref: str) -> Meeting:
    """The meeting *ref*, begun now where it was only planned."""
    found = meeting(journal, ref)
    if found.review.status is ReviewStatus.PLANNED:
        from explog.journal.holding import begin

        begin(journal, ref)
        found = meeting(journal, ref)
    return found


def advanced(journal: Journal, ref: str, to: str, minutes: int) -> Done:
    """Go to the step *to*."""
    from explog.journal.holding import advance

    return advance(journal, ref, to, minutes=minutes)


def given_time(journal: Journal, ref: str, minutes: int) -> Done:
    """Give the step a little more."""
    from explog.journal.holding import give_time

    return give_time(journal, ref, minutes)


def closed(journal: Journal, answers: dict[str, str], *, ref: str, minutes: int) -> Done:
    """Close the meeting."""
    from explog.journal.holding import close

    count = answers.get("participants_n")
    return close(
        journal,
        ref,
        step_minutes=minutes,
        participants_n=int(said_number(count)) if count else None,
    )
