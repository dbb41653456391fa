"""The days of ``since:`` and ``until:``, which also take a week, a month or a year as a whole."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from explog.domain.moments import said_day

if TYPE_CHECKING:
    from collections.abc import Callable

_RELATIVE = r"[+-]\d{1,4}|\D+"
_WEEK = r"(?i)(?:uge|week)\b.*|\d{4}-?w\d\d?"
_MONTH = r"((?:19|20|21)\d\d)-(\d\d)"
_YEAR = r"(?:19|20|21)\d\d"
_QUARTER = rf"(?i)({_YEAR})-?[qk]([1-4])"
_FROM_TO = r"(.+?)\.\.(.+)"


def kept(text: str, day: date) -> str:
    """What a query keeps of *text*, which meant *day*.

    Words such as ``yesterday``, ``monday`` and ``-7`` stay as they are, so that a saved view goes
    with time; everything else becomes the ISO day.
    """
    return text.lower() if re.fullmatch(_RELATIVE, text) else day.isoformat()


def first_day(text: str, today: date) -> date:
    """The day that *text* means, the first one where it means several.

    Raises:
        ValueError: When it is none.
    """
    return _bounds(text, today)[0]


def last_day(text: str, today: date) -> date:
    """The day that *text* means, the last one where it means several.

    Raises:
        ValueError: When it is none.
    """
    return _bounds(text, today)[1]


BOUND: dict[str, Callable[[str, date], date]] = {"since": first_day, "until": last_day}
"""Filter → which end of a period it means."""


def _bounds(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of what *text* means."""
    month = re.fullmatch(_MONTH, text)
    if month:
        first = date(int(month[1]), int(month[2]), 1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if re.fullmatch(_YEAR, text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    quarter = re.fullmatch(_QUARTER, text)
    if quarter:
        first = date(int(quarter[1]), 3 * int(quarter[2]) - 2, 1)
        return first, (first + timedelta(days=92)).replace(day=1) - timedelta(days=1)
    day = said_day(text, today)
    return day, day + timedelta(days=6 if re.fullmatch(_WEEK, text) else 0)


def span(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of the period *text*: ``2026``, ``2026-Q3``, ``2026-01..2026-06``.

    Raises:
        ValueError: When it is none, or ends before it begins.
    """
    both = re.fullmatch(_FROM_TO, text)
    if both is None:
        return _bounds(text, today)
    first, last = first_day(both[1].strip(), today), last_day(both[2].strip(), today)
    if last < first:
        raise ValueError(text)
    return first, last


def kept_span(text: str, first: date, last: date) -> str:
    """What a query keeps of the period *text*, which meant the days from *first* to *last*.

    A year, a quarter and a month stay as they are; everything else becomes ISO days.
    """
    if any(re.fullmatch(form, text) for form in (_YEAR, _MONTH)):
        return text
    quarter = re.fullmatch(_QUARTER, text)
    if quarter:
        return f"{quarter[1]}-Q{quarter[2]}"
    return first.isoformat() if first == last else f"{first.isoformat()}..{last.isoformat()}"
