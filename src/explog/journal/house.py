"""The house numbers: which rule reads the run charts, and when something counts as scaled.

They belong to the log, so they travel with it, and every change is an event that can be undone.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import ValidationError

from explog.domain.naming.labels import choice_of
from explog.domain.naming.vocabulary import Degree
from explog.domain.naming.vocabulary_learning import RuleSet
from explog.domain.numbers import said_number
from explog.domain.problems import problems_of
from explog.domain.thresholds import SUBJECT, Thresholds
from explog.errors import InvalidError, Problem, UsageError
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.journal.journal import Done, Journal

MEANINGS = {
    "rule": N_("The rule that reads the run charts; one at a time."),
    "home_days": N_("Scaled: days in daily operation at home, at least."),
    "places": N_("Scaled: other places in operation, at least."),
    "place_days": N_("Scaled: days each of them is in operation, at least."),
    "observations": N_("Scaled: observations after it was adopted, at least."),
    "confirmed_days": N_("Scaled: days since somebody confirmed that it works, at most."),
    "close_days": N_("Days before the last day that count as close."),
    "smallest_series": N_("Observations of a test below which a result is inconclusive."),
    "mirror": N_("Whether Insights ends with the questions of the mirror: yes or no."),
    "mirror_closed": N_("Mirror: it asks when so many are decided and none has failed."),
    "mirror_past": N_("Mirror: it asks when more tests than this are past their last day."),
    "mirror_lessons": N_("Mirror: it asks when there are so many lessons and none is used again."),
}
"""Name → what it decides."""


def set_numbers(journal: Journal, given: Mapping[str, str]) -> Done:
    """Set house numbers, as typed; an empty value brings the default back.

    Raises:
        UsageError: No number of that name.
        InvalidError: With every value that cannot be understood.
        Refused: When nothing changes.
    """
    unknown = [name for name in given if name not in MEANINGS]
    if unknown:
        said = _("There is no house number “{name}”. There are: {known}.")
        raise UsageError(said.format(name=unknown[0], known=", ".join(MEANINGS)))
    problems: list[Problem] = []
    values = {name: _read(name, raw, problems) for name, raw in given.items()}
    if problems:
        raise InvalidError(problems)
    with journal.store.writing():
        before = journal.thresholds().model_dump(mode="json")
        known = {name: value for name, value in values.items() if value is not None}
        try:
            Thresholds.model_validate({**before, **known})
        except ValidationError as error:
            raise InvalidError(problems_of(error)) from error
        return journal.write(SUBJECT, "set", values)


def _read(name: str, raw: str, problems: list[Problem]) -> int | str | bool | None:
    """The value *raw* means; None for the default."""
    if not raw.strip():
        return None
    try:
        if issubclass(_kind(name), StrEnum):
            return choice_of(RuleSet, raw).value
        if _kind(name) is bool:
            return choice_of(Degree, raw) is not Degree.NO
        number = said_number(raw)
    except ValueError as error:
        problems.append(Problem(name, str(error)))
        return None
    if isinstance(number, float):
        problems.append(Problem(name, _("a whole number from 0, please")))
        return None
    return number


def _kind(name: str) -> type:
    """The type of the number *name*."""
    return type(getattr(Thresholds(), name))
