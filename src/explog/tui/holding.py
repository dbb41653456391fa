"""What the guided meeting asks of the journal; called on the desk's thread. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary_learning import ReviewStatus
from explog.domain.numbers import said_number
from explog.errors import Refused
from explog.locale import _
from explog.tui.meeting import Meeting, meeting

if TYPE_CHECKING:
    from explog.journal.journal import Done, Journal


def opened(journal: Journal, ref: str, *, is_going_on: bool = False) -> Meeting:
    """The meeting *ref*, begun now where it was only planned.

    Args:
        journal: The log.
        ref: The meeting.
        is_going_on: Whether the room is in it already.

    Raises:
        Refused: When it has nothing to look at, or its beginning was undone while it went on.
    """
    found = meeting(journal, ref)
    if found.review.status is not ReviewStatus.PLANNED:
        return found
    key = found.review.key
    if is_going_on:
        said = _("The beginning of {key} was taken back. It begins again from page 4.")
        raise Refused(said.format(key=key))
    if found.agenda.is_about_experiments and not found.review.experiments:
        said = _("{key} has no experiment to look at yet. Choose it on page 4 first.")
        raise Refused(said.format(key=key))
    from explog.journal.holding import begin

    begin(journal, ref)
    return meeting(journal, ref)


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
