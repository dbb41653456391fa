"""What becomes of a lesson: borrowed into a new experiment, judged by a later one, shared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.domain.naming.labels import choice_of
from explog.domain.naming.vocabulary import Kind
from explog.domain.naming.vocabulary_learning import LessonStatus
from explog.errors import InvalidError, NotFoundError, Problem, Refused
from explog.journal.one_act import one_act
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.domain.record.evidence import Lesson
    from explog.domain.record.experiment import Experiment
    from explog.journal.journal import Done, Journal


def borrow(
    journal: Journal,
    ref: str,
    title: str,
    workplace: str | None = None,
    **answers: Any,  # noqa: ANN401 - raw answers
) -> Done:
    """Begin a new experiment that builds on the lesson *ref*; the link is the lesson's use count.

    Two events, the idea and the link on the lesson, that are one act: undo takes back both.

    Args:
        journal: The log's journal.
        ref: ``AMB-02/1``; the number may be left out where there is one lesson only.
        title: The new experiment's.
        workplace: Whose it is; the log's only one by default.
        **answers: More about the idea, as for ``Journal.jot``.

    Raises:
        NotFoundError: No such lesson.
        Refused: When several lessons answer to *ref*, or the workplace is unclear.
    """
    with one_act(journal):
        origin, lesson = found(journal, ref)
        done = journal.jot(title, workplace, derived_from=origin.key, **answers)
        users = [*lesson.used_by, done.subject.partition("/")[2]]
        _write(journal, origin, lesson, "borrow", {"used_by": users})
        return done


def judge(journal: Journal, ref: str, status: str, by: str | None = None) -> Done:
    """Say whether the lesson *ref* still stands, and which experiment *by* showed it.

    Args:
        journal: The log's journal.
        ref: As for ``borrow``.
        status: ``open``, ``confirmed``, ``contradicted`` or ``outdated``, or its label.
        by: Key of the experiment that did it; None where people know without one.

    Raises:
        NotFoundError: No such lesson or experiment.
        InvalidError: When *status* is none of the four.
        Refused: When the lesson's own experiment is named, or one without result and decision.
    """
    with journal.store.writing():
        origin, lesson = found(journal, ref)
        try:
            wanted = choice_of(LessonStatus, status)
        except ValueError as error:
            raise InvalidError([Problem(_("status"), str(error))]) from error
        judge_id = _judge(journal, origin, by) if by else None
        is_open = wanted is LessonStatus.OPEN
        changes = {
            "status": wanted.value,
            "judged_by": None if is_open else judge_id,
            "judged_on": None if is_open else journal.clock.today().isoformat(),
        }
        return _write(journal, origin, lesson, "judge", changes)


def _judge(journal: Journal, origin: Experiment, by: str) -> str:
    """The id of the experiment *by*, which must be another one and have something to show.

    Raises:
        Refused: When it is the lesson's own, or has neither a result nor a decision.
    """
    judge = journal.experiment(by)
    if judge.id == origin.id:
        raise Refused(_("A lesson is judged by another experiment than its own."))
    if judge.decided is None and not any(cycle.result for cycle in judge.rounds):
        said = _("{key} has no result and no decision yet; it cannot judge a lesson.")
        raise Refused(said.format(key=judge.key))
    return judge.id


def share(journal: Journal, ref: str, whom: str) -> Done:
    """Note that the lesson *ref* was told to *whom*: a group or a forum, never a person.

    Raises:
        NotFoundError: No such lesson.
        InvalidError: When *whom* is empty, too long or holds what must never be stored.
    """
    from explog.journal.references import checked_role  # noqa: PLC0415 - only this act needs it

    with journal.store.writing():
        origin, lesson = found(journal, ref)
        told = checked_role(whom)
        known = [one for one in lesson.shared_with if one.casefold() != told.casefold()]
        changes = {
            "shared_with": [*known, told],
            "shared_on": journal.clock.today().isoformat(),
        }
        return _write(journal, origin, lesson, "share", changes)


def found(journal: Journal, ref: str) -> tuple[Experiment, Lesson]:
    """The lesson that answers to *ref*, and its experiment.

    Raises:
        NotFoundError: No such experiment or lesson.
        Refused: When the number is left out and there are several lessons.
    """
    key, _slash, number = ref.partition("/")
    experiment = journal.experiment(key)
    known = experiment.lessons
    if not number and len(known) > 1:
        said = ngettext(
            "{key} has {n} lesson; say which: {key}/1",
            "{key} has {n} lessons; say which: {key}/1 to {key}/{n}",
            len(known),
        )
        raise Refused(said.format(key=experiment.key, n=len(known)))
    for place, lesson in enumerate(known, 1):
        if number in {"", str(place), lesson.id}:
            return experiment, lesson
    raise NotFoundError(ref, [f"{experiment.key}/{place}" for place in range(1, len(known) + 1)])


def _write(
    journal: Journal, origin: Experiment, lesson: Lesson, act: str, changes: dict[str, Any]
) -> Done:
    """Write *changes* of the *lesson*'s fields."""
    subject = f"{Kind.EXPERIMENT}/{origin.id}"
    return journal.write(
        subject, act, {f"lessons/{lesson.id}/{name}": value for name, value in changes.items()}
    )
