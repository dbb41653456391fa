"""Holding a meeting: beginning it, going from step to step, and closing it.

Where the room is stands in the log, so that a meeting can be left and gone on with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import ReviewStatus
from explog.domain.reviews.agenda import agenda_of
from explog.errors import Refused, UsageError
from explog.journal.counted import refuse_few
from explog.journal.meetings import meeting, rewritten
from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.record.review import MeetingStep, Review
    from explog.journal.journal import Done, Journal


def begin(journal: Journal, ref: str, *, participants_n: int | None = None) -> Done:
    """Begin the meeting: today is its day, and the room is in the first step.

    Raises:
        Refused: When it has begun already, or has no experiment to look at and needs one; when
            fewer than five are said to take part, and they were counted.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        if known.status is not ReviewStatus.PLANNED:
            said = _("{key} is {status}; it cannot begin again.")
            raise Refused(said.format(key=known.key, status=label(known.status)))
        refuse_few(journal, known, participants_n)
        _refuse_empty(journal, known)
        first = agenda_of(known.kind).steps[0].code
        changes: dict[str, Any] = {
            "status": ReviewStatus.GOING_ON.value,
            "date": journal.clock.today().isoformat(),
            **_entered(journal, known, first),
        }
        if participants_n is not None:
            changes["participants_n"] = participants_n
        return rewritten(journal, known, "begin", changes)


def _refuse_empty(journal: Journal, known: Review) -> None:
    """Refuse to begin a meeting about experiments that has none in sight.

    Raises:
        Refused: When its list is empty, or all that is on it is archived.
    """
    if not agenda_of(known.kind).is_about_experiments:
        return
    if all(journal.experiment(ident).archived for ident in known.experiments):
        said = _(
            "{key} has no experiment to look at. Put one on its list first: "
            "explog review prepare {key} --add KEY"
        )
        raise Refused(said.format(key=known.key))


def refuse_resting(known: Review) -> None:
    """Refuse to walk through a meeting that nobody is holding.

    Raises:
        Refused: When it has not begun, or is closed.
    """
    if known.status is ReviewStatus.PLANNED:
        raise Refused(_("{key} has not begun: explog review start {key}").format(key=known.key))
    if known.status is ReviewStatus.HELD:
        said = _("{key} is closed; what was written in it stays as it is.")
        raise Refused(said.format(key=known.key))


def advance(journal: Journal, ref: str, to: str, *, minutes: int | None = None) -> Done:
    """Go to the step *to*, on or back; the step that is left is done.

    Args:
        journal: The log.
        ref: The meeting.
        to: The step's code in the agenda.
        minutes: Minutes used in the step that is left, altogether.

    Raises:
        Refused: When the meeting has not begun, or is closed.
        UsageError: When the agenda has no such step.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        agenda = agenda_of(known.kind)
        if agenda.step(to) is None:
            said = _("This meeting has no step “{step}”. Steps: {known}.")
            codes = ", ".join(step.code for step in agenda.steps)
            raise UsageError(said.format(step=to, known=codes))
        refuse_resting(known)
        changes = {**_left(journal, known, minutes), **_entered(journal, known, to)}
        return rewritten(journal, known, "advance", changes)


def give_time(journal: Journal, ref: str, minutes: int = 2) -> Done:
    """Give the step the room is in *minutes* more."""
    with journal.store.writing():
        known = meeting(journal, ref)
        if known.at_step is None:
            raise Refused(_("The meeting has not begun."))
        path, step = step_path(journal, known, known.at_step)
        extra = (step.extra or 0 if step else 0) + minutes
        changes = {f"{path}/extra": extra, f"{path}/step": known.at_step}
        return rewritten(journal, known, "more_time", changes)


def close(
    journal: Journal,
    ref: str,
    *,
    minutes: int | None = None,
    step_minutes: int | None = None,
    participants_n: int | None = None,
) -> Done:
    """Close the meeting: it was held.

    Args:
        journal: The log.
        ref: The meeting.
        minutes: Minutes used altogether; the sum of the steps' when left out.
        step_minutes: Minutes used in the step that is left.
        participants_n: How many took part.

    Raises:
        Refused: When it is closed already; when fewer than five are said to have taken part, and
            they were counted.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        if known.status is ReviewStatus.HELD:
            raise Refused(_("{key} is closed already.").format(key=known.key))
        refuse_few(journal, known, participants_n)
        changes = _left(journal, known, step_minutes)
        used = [step.minutes or 0 for step in known.steps if step.step != known.at_step]
        here = known.step(known.at_step) if known.at_step else None
        used.append(
            step_minutes if step_minutes is not None else (here.minutes or 0 if here else 0)
        )
        changes["status"] = ReviewStatus.HELD.value
        changes["minutes"] = minutes if minutes is not None else sum(used) or known.minutes
        if participants_n is not None:
            changes["participants_n"] = participants_n
        return rewritten(journal, known, "close", changes)


def step_path(
    journal: Journal, known: Review, code: str, experiment: str | None = None
) -> tuple[str, MeetingStep | None]:
    """Where the step *code* about *experiment* is kept, a new place when nothing of it is yet."""
    step = known.step(code, experiment)
    return f"steps/{step.id if step else journal.ids()}", step


def _entered(journal: Journal, known: Review, code: str) -> dict[str, Any]:
    """The changes that say that the room is in the step *code*."""
    path, step = step_path(journal, known, code)
    began = journal.clock.as_of() if step is None or step.began is None else None
    changes: dict[str, Any] = {"at_step": code, f"{path}/step": code}
    return {**changes, f"{path}/began": began} if began else changes


def _left(journal: Journal, known: Review, minutes: int | None) -> dict[str, Any]:
    """The changes that say that the step the room was in is done."""
    if known.at_step is None:
        return {}
    path, _step = step_path(journal, known, known.at_step)
    changes: dict[str, Any] = {f"{path}/step": known.at_step, f"{path}/done": True}
    return changes if minutes is None else {**changes, f"{path}/minutes": minutes}
