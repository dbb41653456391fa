"""Review meetings and agreements: the acts on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from explog.domain.labels import choice_of
from explog.domain.problems import problems_of
from explog.domain.review import Agreement, Review
from explog.domain.vocabulary import Kind
from explog.domain.vocabulary_learning import AgreementStatus
from explog.errors import InvalidError, Problem, Refused
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.texts import Part
    from explog.journal.journal import Done, Journal


def review(
    journal: Journal,
    kind: str,
    title: str,
    date: str,
    *,
    minutes: int | None = None,
    participants_n: int | None = None,
    workplaces: Sequence[str] = (),
    experiments: Sequence[str] = (),
    language: str | None = None,
) -> Done:
    """Record a meeting held on *date* (ISO); its key is ``LM-<year>-<number>``.

    Workplaces and experiments are given by their keys; who took part is a count and nothing else.
    """
    with journal.store.writing():
        fields: dict[str, Any] = {
            "kind": kind,
            "title": title,
            "date": date,
            "minutes": minutes,
            "participants_n": participants_n,
            "workplaces": _ids(journal, workplaces, Kind.WORKPLACE),
            "experiments": _ids(journal, experiments, Kind.EXPERIMENT),
            "language": language,
            "key": journal.store.next_key(f"LM-{date[:4]}-"),
        }
        return _record(journal, Review, Kind.REVIEW, "hold", fields)


def agree(
    journal: Journal,
    what: str,
    role: str,
    due: str,
    *,
    review: str | None = None,
    experiments: Sequence[str] = (),
) -> Done:
    """Record that the function *role* does *what* by *due* (ISO).

    Agreed at the meeting *review* when there was one.
    """
    with journal.store.writing():
        fields: dict[str, Any] = {
            "what": what,
            "role": role,
            "due": due,
            "status": AgreementStatus.OPEN.value,
            "review": _ids(journal, [review], Kind.REVIEW)[0] if review else None,
            "experiments": _ids(journal, experiments, Kind.EXPERIMENT),
            "key": journal.store.next_key("A-"),
        }
        return _record(journal, Agreement, Kind.AGREEMENT, "agree", fields)


def settle(
    journal: Journal, ref: str, status: str, *, on: str | None = None, reason: str | None = None
) -> Done:
    """Close the agreement *ref* as done, or as dropped with a *reason*; or open it again.

    Raises:
        Refused: When it is dropped without a reason.
    """
    try:
        wanted = choice_of(AgreementStatus, status)
    except ValueError as error:
        raise InvalidError([Problem("status", str(error))]) from error
    if wanted is AgreementStatus.DROPPED and not reason:
        raise Refused(_("Say why the agreement is dropped."))
    subject = journal.store.find(ref, Kind.AGREEMENT)
    day = None if wanted is AgreementStatus.OPEN else on or journal.clock.today().isoformat()
    changes = {"status": wanted.value, "closed_on": day, "reason": reason}
    _check(Agreement, {**(journal.store.document(subject) or {}), **changes})
    act = "take_up" if wanted is AgreementStatus.OPEN else wanted.value
    return journal.write(subject, act, changes)


def _record(
    journal: Journal, model: type[Part], kind: Kind, act: str, fields: dict[str, Any]
) -> Done:
    """Write a new subject with *fields*, empty ones left out."""
    given = {name: value for name, value in fields.items() if value not in (None, [], "")}
    ident = journal.ids()
    _check(model, {"id": ident, **given})
    return journal.write(f"{kind}/{ident}", act, given)


def _check(model: type[Part], document: dict[str, Any]) -> None:
    """Refuse what breaks *model*, with every problem."""
    try:
        model.model_validate(document)
    except ValidationError as error:
        raise InvalidError(problems_of(error)) from error


def _ids(journal: Journal, refs: Sequence[str], kind: Kind) -> list[str]:
    """The ids of the subjects that *refs* name."""
    return [journal.store.find(ref, kind).partition("/")[2] for ref in refs]
