"""What the value of a filter means, as a person typed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explog.domain.query import words
from explog.domain.query.days import BOUND, kept, kept_span, span
from explog.domain.query.error import NotADayError, UnknownValueError
from explog.domain.query.groups import GROUPED
from explog.domain.query.terms import DAYS, SPANS
from explog.domain.record.keys import folded as folded_key
from explog.locale import _

if TYPE_CHECKING:
    from datetime import date

OPEN = {"workplace": folded_key}
"""Filter → how its texts are compared, where that is more than by case."""


class Named(NamedTuple):
    """A filter whose values are being read."""

    name: str
    typed: str
    """Its name as it was typed, for sentences."""
    today: date


class Value(NamedTuple):
    """A value of a filter."""

    kept: str
    meant: tuple[str, ...]


def understood(named: Named, typed: str, start: int, *, is_last: bool) -> Value:
    """What *typed* means as a value of the filter *named*.

    Args:
        named: The filter.
        typed: Without quotation marks, never empty.
        start: Where it begins in the query.
        is_last: Whether nothing follows, so that it may only be half typed.

    Raises:
        UnknownValueError: When it is no value of this filter.
        NotADayError: When it is no day and should be.
    """
    if named.name in DAYS:
        return _day(named, typed, start, is_last=is_last)
    if named.name in SPANS:
        return _period(named, typed, start, is_last=is_last)
    if not words.labels(named.name):
        return Value(typed, (OPEN.get(named.name, str.casefold)(typed),))
    called = words.values_called(named.name, typed)
    if len(called) == 1:
        groups = GROUPED if named.name == "outcome" else {}
        return Value(called[0], groups.get(called[0], (called[0],)))
    near = called or words.near(typed, words.spellings(named.name))
    raise UnknownValueError(
        named.typed,
        typed,
        start,
        near=[words.value_in_force(named.name, one) for one in near],
        possible=possible(named.name),
        is_unfinished=bool(called) and is_last,
    )


def possible(name: str) -> list[str]:
    """The values of the filter *name*, as they are typed; examples where any day is one."""
    if name in DAYS:
        return [_("today"), _("monday"), "12/10", "2026-10", _("week 42"), "-14"]
    if name in SPANS:
        return ["2026", "2026-Q3", "2026-10", "2026-01..2026-06"]
    return [words.value_in_force(name, value) for value in words.labels(name)]


def _day(named: Named, typed: str, start: int, *, is_last: bool) -> Value:
    """The day that *typed* means."""
    try:
        day = BOUND[named.name](typed, named.today)
    except ValueError:
        raise NotADayError(
            named.typed, typed, start, possible=possible(named.name), is_unfinished=is_last
        ) from None
    return Value(kept(typed, day), (day.isoformat(),))


def _period(named: Named, typed: str, start: int, *, is_last: bool) -> Value:
    """The period that *typed* means, as ``first..last``."""
    try:
        first, last = span(typed, named.today)
    except (ValueError, OverflowError):
        raise NotADayError(
            named.typed, typed, start, possible=possible(named.name), is_unfinished=is_last
        ) from None
    return Value(kept_span(typed, first, last), (f"{first.isoformat()}..{last.isoformat()}",))
