"""Days counted from today as people say them, in both languages: words, weekdays, distances.

*Today* is always handed in. Standard library only.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from explog.locale import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAYS_AWAY = {
    "i forgårs": -2,
    "i går": -1,
    "igår": -1,
    "i dag": 0,
    "idag": 0,
    "i morgen": 1,
    "imorgen": 1,
    "i overmorgen": 2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
}
_WEEKDAYS = (
    ("mandag", "monday"),
    ("tirsdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("lørdag", "saturday"),
    ("søndag", "sunday"),
)
_SHORTEST_NAME = 3

FRIDAY = 5
"""The last day of a week's work, counted from 1."""

_NEXT_WEEK = r"(?:i |om )?(?:næste uge|next week)"
_COMING = r"(?:nu )?(?:på|denne|førstkommende|kommende|this|on|coming) (\w+)"
_GONE = r"(?:i (\w+)s|(?:sidste|last) (\w+))"
_OF_NEXT_WEEK = r"(?:næste|next) (\w+)"
_COUNT = r"(\d{1,4}|en|et|to|tre|fire|a|an|one|two|three|four)"
_SPAN = rf"{_COUNT} ?(dage?|d|days?|uger?|u|w|weeks?|måned(?:er)?|mdr\.?|m|months?)"
_COUNTS = {
    **dict.fromkeys(("en", "et", "a", "an", "one"), 1),
    **dict.fromkeys(("to", "two"), 2),
    **dict.fromkeys(("tre", "three"), 3),
    **dict.fromkeys(("fire", "four"), 4),
}


def relative_day(said: str, today: date, *, is_ahead: bool) -> date | None:
    """The day that *said*, in lower case, means as seen from *today*; None when it is none of ours.

    ``i dag``, ``yesterday`` · ``+14``, ``-3``, ``+3w``, ``om 3 uger``, ``in 2 months``, ``3 weeks
    ago`` · ``næste uge`` (its Monday, or its Friday where
    a day *is_ahead*) · ``fredag``, ``fri``: the next one, never *today*, where a
    day *is_ahead*, else *today* or the nearest before · ``på fredag``, ``this friday``: the next
    one · ``næste fredag``, ``next friday``: the one of next week · ``i fredags``, ``last friday``.

    Raises:
        ValueError: When the calendar ends before.
    """
    try:
        if said in _DAYS_AWAY:
            return today + timedelta(days=_DAYS_AWAY[said])
        if re.fullmatch(_NEXT_WEEK, said):
            return _monday_after(today) + timedelta(days=FRIDAY - 1 if is_ahead else 0)
        found = _by_distance(said, today, is_ahead=is_ahead)
        return found or _by_weekday(said, today, is_ahead=is_ahead)
    except OverflowError:
        raise ValueError(said) from None


def weekday_of(word: str) -> int | None:
    """1 for ``mandag`` and ``mon``, 7 for ``søndag`` and ``sunday``; None for any other word."""
    return numbered(word, _WEEKDAYS)


def numbered(word: str, names: Iterable[tuple[str, str]]) -> int | None:
    """The place, from 1, of the name that begins with *word*, which has three letters or more."""
    if len(word) < _SHORTEST_NAME:
        return None
    places = enumerate(names, start=1)
    return next((n for n, both in places if any(name.startswith(word) for name in both)), None)


def months_on(start: date, months: int) -> date:
    """The same day *months* later, or the last one of a month that does not have it."""
    years, month = divmod(start.month - 1 + months, 12)
    for day in range(start.day, 0, -1):
        try:
            return date(start.year + years, month + 1, day)
        except ValueError:
            continue
    return start


def shown_weekday(day: date) -> str:
    """``fre.`` in Danish, ``Fri`` in English."""
    danish, english = _WEEKDAYS[day.isoweekday() - 1]
    return f"{danish[:3]}." if spoken() == "da" else english[:3].title()


def doubtful(said: str, today: date) -> date | None:
    """The day that ``næste fredag`` and ``next friday`` could mean too: the coming one.

    None where there is only one such day, and for anything else.
    """
    found = re.fullmatch(_OF_NEXT_WEEK, " ".join(said.lower().split()))
    weekday = weekday_of(found[1]) if found else None
    other = _after(today, weekday) if weekday else None
    return other if other is not None and other < _monday_after(today) else None


def _after(today: date, weekday: int) -> date:
    """The next day that is the *weekday*, never *today*."""
    return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)


def _by_weekday(said: str, today: date, *, is_ahead: bool) -> date | None:
    """``fredag``, ``på fredag``, ``næste fredag``, ``i fredags``."""
    found = re.fullmatch(rf"{_OF_NEXT_WEEK}|{_COMING}|{_GONE}|(\w+)", said)
    if found is None:
        return None
    of_next, is_coming, was, gone, bare = found.groups()
    weekday = weekday_of(of_next or is_coming or was or gone or bare)
    if weekday is None:
        return None
    if of_next:
        return _monday_after(today) + timedelta(days=weekday - 1)
    if is_coming or (bare and is_ahead):
        return _after(today, weekday)
    begin = today if bare else today - timedelta(days=1)
    return begin - timedelta(days=(begin.isoweekday() - weekday) % 7)


def _by_distance(said: str, today: date, *, is_ahead: bool) -> date | None:
    """``+14``, ``+3w``, ``om 3 uger``, ``for 3 uger siden``; ``3 uger`` where a day *is_ahead*."""
    if found := re.fullmatch(r"([+-]) ?(\d{1,4})", said):
        return today + timedelta(days=int(found[1] + found[2]))
    for form, sign in (
        (rf"(?:om|in|\+) ?{_SPAN}", 1),
        (rf"(?:for {_SPAN} siden)|(?:{_SPAN} ago)|(?:- ?{_SPAN})", -1),
        *(((_SPAN, 1),) if is_ahead else ()),
    ):
        if found := re.fullmatch(form, said):
            count, unit = (part for part in found.groups() if part)
            return _away(today, sign * (_COUNTS.get(count) or int(count)), unit)
    return None


def _away(today: date, count: int, unit: str) -> date:
    """The day *count* days, weeks or months away."""
    if unit.startswith("m"):
        return months_on(today, count)
    return today + timedelta(days=count * (1 if unit.startswith("d") else 7))


def _monday_after(today: date) -> date:
    """The Monday of next week."""
    return today + timedelta(days=8 - today.isoweekday())
