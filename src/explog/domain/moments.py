"""Days, times of day, and how people write and read them.

Files hold ISO forms; people write days as they say them, and both languages are always
understood. All times are naive and local: a log belongs to a place. *Today* is always handed in.
Standard library only.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import TimeUnit
from explog.domain.relative_days import FRIDAY, numbered, relative_day, weekday_of
from explog.locale import _, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

Moment = date | datetime
"""A day, or a minute of a day where the time of day is known."""

_MONTHS = (
    ("januar", "january"),
    ("februar", "february"),
    ("marts", "march"),
    ("april", "april"),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("december", "december"),
)

_YEAR = r"((?:19|20|21)\d\d|\d\d)"
_ISO = r"(?a)\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?"
_YEAR_FIRST = r"(\d{4})-(\d\d?)-(\d\d?)"
_DAY_FIRST = rf"(\d\d?)[./-](\d\d?)(?:\.|[ ./-]{{1,2}}{_YEAR})?"
_DAY_NAMED = rf"(\d\d?)(?:\.|st|nd|rd|th)? ?([^\W\d_]+)\.?(?:,? ?{_YEAR})?"
_NAME_FIRST = rf"([^\W\d_]+)\.? (\d\d?)(?:st|nd|rd|th)?(?:, ?{_YEAR})?"
_WITH_WEEKDAY = r"([^\W\d_]+)\.?,? (?:i |in |of |d\. ?|den )?(.*\d.*)"
_WEEK = r"(?:uge|week|u) ?(\d\d?)(?:[ ,./-]+(\d{4}))?|(\d{4})-?w(\d\d?)"
_TIME = r"(?:^|[ ,])(?:(?:kl\.?|at) ?(\d\d?)(?:[.:](\d\d))?|(\d\d?)[.:](\d\d))$"


def parse_moment(text: str) -> Moment:
    """The moment written as ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM[:SS]``; no other form, no zone.

    Raises:
        ValueError: For any other form, and for a day or a time that does not exist.
    """
    match = re.fullmatch(_ISO, text)
    try:
        if match:
            return datetime.fromisoformat(text) if match[1] else date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(_("Write a day as 2026-10-12, or with a time as 2026-10-12T08:30."))


FIRST_YEAR, LAST_YEAR = 1901, 2199
"""The years a log can hold: a slip of the keyboard is no year, and every day can be counted from.
"""


def in_calendar(moment: Moment) -> Moment:
    """*moment*, when a log can hold it.

    Raises:
        ValueError: When its year is none.
    """
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        said = _("the year must lie between {first} and {last}")
        raise ValueError(said.format(first=FIRST_YEAR, last=LAST_YEAR))
    return moment


def day_of(moment: Moment) -> date:
    """The day of *moment*, without its time of day."""
    return moment.date() if isinstance(moment, datetime) else moment


def working_days_between(start: date, end: date) -> int:
    """How many days from Monday to Friday come after *start*, up to and including *end*.

    The same day is 0, and so is a weekend; Thursday to Sunday is 1. Negative when *end* is the
    earlier one. Public holidays count as any other day (DOMAIN.md 15).
    """
    return _working_days_until(end) - _working_days_until(start)


def took(start: Moment, end: Moment, unit: TimeUnit) -> float | None:
    """How long it took from *start* to *end*, in *unit*; negative when *end* came first.

    Days are working days and whole. Minutes and hours are None (unknown) unless both moments have a
    time of day; a change to or from summer time between them is not seen.
    """
    if unit is TimeUnit.DAYS:
        return float(working_days_between(day_of(start), day_of(end)))
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        return None
    return (end - start) / timedelta(**{unit.value: 1})


def said_day(text: str, today: date, *, is_ahead: bool = False) -> date:
    """The day a person wrote, in either language, upper or lower case.

    ``12/10``, ``12.10.``, ``12. okt``, ``12 October``, ``Oct 12`` (the year that comes nearest
    *today*) · the same with a year, ``12/10-26``, ``12 oct 2026``, ``2026-10-12`` · ``uge 42``,
    ``week 42 2026``, ``2026-W42`` (nearest *today*; its Monday, or its Friday where a day
    *is_ahead*) · each of them after its weekday, ``fredag uge 42`` · all that ``relative_day``
    reads: ``i dag``, ``fredag``, ``+14``, ``om 3 uger``. In figures the day always stands before
    the month. Names may be cut to three letters.

    Args:
        text: What was written.
        today: What the day is counted from.
        is_ahead: Whether it is asked until when, so that ``fredag`` is the next one.

    Raises:
        ValueError: When it is none of these, or there is no such day; the sentence says so.
    """
    day = _read(_plain(text), today, is_ahead=is_ahead)
    if day is None:
        raise ValueError(
            _("Not a day. Write for example today, 12/10, 12 Oct 2026, monday, week 42 or +14.")
        )
    return day


def said_moment(text: str, today: date) -> Moment:
    """The day a person wrote, or the minute when a time of day follows it.

    As ``said_day``, then ``8.30``, ``08:30``, ``kl. 8.30``, ``kl. 8`` or ``at 8``. A time with
    ``kl.``, ``at`` or a colon may stand alone and means *today*. Also ``2026-10-12T08:30``.

    Raises:
        ValueError: As ``said_day``, and for a time that does not exist.
    """
    if re.fullmatch(_ISO, text.strip()):
        return parse_moment(text.strip())
    said = _plain(text)
    match = re.search(_TIME, said)
    day = said[: match.start()].rstrip(" ,") if match else ""
    try:
        read = _read(said, today)
    except ValueError:  # ``fredag 12.10`` is no date where the 12th is no Friday, but a time
        if weekday_of(day) is None:
            raise
        read = None
    if read is not None or match is None:
        return read or said_day(text, today)
    try:
        at = time(int(match[1] or match[3]), int(match[2] or match[4] or 0))
    except ValueError:
        raise ValueError(_("There is no such time; write for example 8.30.")) from None
    return datetime.combine(said_day(day, today) if day else today, at)


def shown_day(day: date) -> str:
    """``12. okt. 2026`` in Danish, ``12 Oct 2026`` in English."""
    danish, english = _MONTHS[day.month - 1]
    if spoken() == "da":
        return f"{day.day}. {danish if danish == 'maj' else danish[:3] + '.'} {day.year}"
    return f"{day.day} {english[:3].title()} {day.year}"


def shown_moment(moment: Moment) -> str:
    """The day as ``shown_day`` writes it, with the time of day where it is known."""
    if not isinstance(moment, datetime):
        return shown_day(moment)
    mark = "." if spoken() == "da" else ":"
    return f"{shown_day(moment.date())} {moment.hour}{mark}{moment.minute:02d}"


def shown_week(day: date) -> str:
    """``uge 42`` in Danish, ``week 42`` in English; the ISO week, without its year."""
    return f"{'uge' if spoken() == 'da' else 'week'} {day.isocalendar().week}"


def _working_days_until(day: date) -> int:
    """Days from Monday to Friday since Monday 1 January of the year 1, *day* included."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


def _plain(text: str) -> str:
    """*text* in lower case, one space between words, without ``den`` or ``d.`` before the day."""
    return re.sub(r"^(den|d\.) ?(?=\d)", "", " ".join(text.lower().replace("−", "-").split()))


def _read(said: str, today: date, *, is_ahead: bool = False) -> date | None:
    """The day *said* means, or None when it has none of the forms."""
    try:
        day = relative_day(said, today, is_ahead=is_ahead)
    except ValueError:
        raise ValueError(_("There is no such day; please look at it again.")) from None
    if day is not None:
        return day
    if is_ahead and (monday := _by_week(said, today)) is not None:
        return monday + timedelta(days=FRIDAY - 1)
    readings = (read(said, today) for read in _READERS)
    return next((day for day in readings if day is not None), None)


def _in_numbers(said: str, today: date) -> date | None:
    """``2026-10-12``, ``12/10``, ``12.10.26``."""
    match = re.fullmatch(_YEAR_FIRST, said)
    if match:
        return _dated(match[3], int(match[2]), match[1], today)
    match = re.fullmatch(_DAY_FIRST, said)
    return _dated(match[1], int(match[2]), match[3], today) if match else None


def _with_month(said: str, today: date) -> date | None:
    """``12. okt``, ``12 october 2026``, ``oct 12``."""
    match = re.fullmatch(_DAY_NAMED, said)
    month = numbered(match[2], _MONTHS) if match else None
    if match and month:
        return _dated(match[1], month, match[3], today)
    match = re.fullmatch(_NAME_FIRST, said)
    month = numbered(match[1], _MONTHS) if match else None
    return _dated(match[2], month, match[3], today) if match and month else None


def _by_week(said: str, today: date) -> date | None:
    """``uge 42``, ``week 42 2026``, ``2026-W42``: its Monday."""
    match = re.fullmatch(_WEEK, said)
    if match is None:
        return None
    week = int(match[1] or match[4])
    return _nearest(lambda y: date.fromisocalendar(y, week, 1), match[2] or match[3], today)


def _after_weekday(said: str, today: date) -> date | None:
    """``fredag uge 42``, ``fredag d. 12/10``: a weekday that does not fit is no such day."""
    match = re.fullmatch(_WITH_WEEKDAY, said)
    weekday = weekday_of(match[1]) if match else None
    if match is None or weekday is None:
        return None
    rest = match[2]
    monday = _by_week(rest, today)
    if monday is not None:
        return monday + timedelta(days=weekday - 1)
    day = _in_numbers(rest, today) or _with_month(rest, today)
    if day is not None and day.isoweekday() != weekday:
        raise ValueError(_("There is no such day; please look at it again."))
    return day


_READERS = (_in_numbers, _with_month, _by_week, _after_weekday)


def _dated(day: str, month: int, year: str | None, today: date) -> date:
    """The day of these parts; a year of two digits is from 2000 on, none means nearest *today*."""
    return _nearest(lambda y: date(y, month, int(day)), year, today)


def _nearest(made: Callable[[int], date], year: str | None, today: date) -> date:
    """What *made* gives for *year*; without one, the nearest *today*, the earlier of two alike."""
    near = range(today.year - 1, today.year + 2)
    found = []
    for candidate in (int(f"20{year}"[-4:]),) if year else near:
        try:
            found.append(made(candidate))
        except ValueError:
            continue
    if not found:
        raise ValueError(_("There is no such day; please look at it again."))
    return min(found, key=lambda day: abs(day - today))
