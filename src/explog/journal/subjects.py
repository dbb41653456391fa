"""New subjects and changes of subjects other than experiments, held against their models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from explog.domain.acts.answers import AHEAD
from explog.domain.moments import said_day
from explog.domain.naming.labels import choice_of
from explog.domain.problems import problems_of
from explog.domain.record.fold import fold
from explog.errors import InvalidError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from enum import StrEnum

    from explog.domain.naming.vocabulary import Kind
    from explog.domain.texts import Part
    from explog.journal.journal import Done, Journal

    Word = TypeVar("Word", bound=StrEnum)


def made(
    journal: Journal, model: type[Part], kind: Kind, act: str, fields: Mapping[str, Any]
) -> Done:
    """Write a new subject with *fields*, paths to values, empty ones left out.

    Raises:
        InvalidError: With every problem.
    """
    given = {path: value for path, value in fields.items() if value not in (None, [], "")}
    subject = f"{kind}/{journal.ids()}"
    _check(journal, model, subject, given)
    return journal.write(subject, act, given)


def changed(
    journal: Journal, model: type[Part], subject: str, act: str, changes: Mapping[str, Any]
) -> Done:
    """Write *changes*, paths to values, to *subject*; None takes a value away.

    Raises:
        InvalidError: With every problem.
    """
    _check(journal, model, subject, changes)
    return journal.write(subject, act, changes)


def ids(journal: Journal, refs: Sequence[str], kind: Kind) -> list[str]:
    """The ids of the subjects that *refs* name, each once."""
    return list(dict.fromkeys(journal.store.find(ref, kind).partition("/")[2] for ref in refs))


def day(journal: Journal, field: str, said: str | date, *, is_ahead: bool = False) -> str:
    """The ISO day that a person *said* for *field*; one that is planned *is_ahead*."""
    try:
        is_ahead = is_ahead or field in AHEAD
        return said_day(str(said), journal.clock.today(), is_ahead=is_ahead).isoformat()
    except ValueError as error:
        raise InvalidError([Problem(field, str(error))]) from error


def word(field: str, words: type[Word], said: str) -> Word:
    """The one of *words* that a person *said* for *field*: its value or its label."""
    try:
        return choice_of(words, said)
    except ValueError as error:
        raise InvalidError([Problem(field, str(error))]) from error


def _check(journal: Journal, model: type[Part], subject: str, changes: Mapping[str, Any]) -> None:
    """Refuse *changes* that would break *model*, with every problem."""
    folded = fold(journal.store.events(subject))
    for path, value in changes.items():
        folded.heads[path] = {"": value}
    known = journal.store.document(subject) or {}
    document = {"id": subject.partition("/")[2], **folded.document()}
    if "key" in known:
        document["key"] = known["key"]
    try:
        model.model_validate(document)
    except ValidationError as error:
        raise InvalidError(problems_of(error)) from error
