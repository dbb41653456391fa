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
    day = said_day(text, today)
    return day, day + timedelta(days=6 if re.fullmatch(_WEEK, text) else 0)
