"""What was understood of an answer while it is typed, and answers as a person would write them.

No Textual.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from explog.domain.acts.answers import AHEAD, answer, has_no_reaction, lines
from explog.domain.acts.questions import Answer
from explog.domain.moments import parse_moment, shown_day, shown_week
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import LimitKind, TimeUnit
from explog.domain.naming.vocabulary_learning import Comparator
from explog.domain.numbers import plain_number, shown_number, two_readings
from explog.domain.relative_days import doubtful, shown_weekday
from explog.locale import _, ngettext, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.domain.acts.questions import Question
    from explog.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class Heard:
    """What one answer is understood as."""

    said: str = ""
    """In words; empty where the answer says it itself."""
    problem: str = ""
    """Why it cannot be understood; empty when it can."""
    doubt: str = ""
    """What could have been meant instead, or was not said; empty where there is no doubt."""


NOTHING = Heard()

A_YEAR = 366
"""Days from which on a day to come is far away."""

BY_LINE = frozenset({Answer.LIMITS, Answer.STOPS, Answer.LINES})
"""The kinds whose answer is a list, one a line."""

NUMBERS = frozenset({Answer.NUMBER, Answer.COUNT, Answer.CRITERION, Answer.LIMITS})
"""The kinds of answers with a number in them."""


def heard(question: Question, raw: str, today: date) -> Heard:
    """What *raw* is understood as; the same reading as on saving."""
    try:
        value = answer(question, raw, today)
    except ValueError as error:
        return Heard(problem=str(error))
    teller = _TELLERS.get(question.kind)
    if value is None or teller is None:
        return NOTHING
    said = teller(value, today)
    doubt = _doubt(question, raw) or _doubtful_day(question, raw, value, today)
    return NOTHING if said == raw.strip() and not doubt else Heard(said, doubt=doubt)


def _doubt(question: Question, raw: str) -> str:
    """What could be meant otherwise in *raw*, and what was left to a default."""
    if question.kind is Answer.STOPS and any(map(has_no_reaction, lines(raw))):
        return _(
            "How soon do you react? One working day, unless you write it behind: "
            "(same day), (2 hours), (10 minutes)."
        )
    return doubtful_number(raw) if question.kind in NUMBERS else ""


def doubtful_number(raw: str) -> str:
    """How a number in *raw* is read that could be read in two ways; empty where there is none."""
    two = two_readings(raw)
    if two is None:
        return ""
    read, other = map(plain_number, two)
    return _("Read as {number}, not as {other}.").format(number=read, other=other)


def _doubtful_day(question: Question, raw: str, value: str, today: date) -> str:
    """What is strange about a day, before anybody saves it."""
    if question.kind not in {Answer.DAY, Answer.MOMENT}:
        return ""
    day = date.fromisoformat(value[:10])
    if other := doubtful(raw, today):
        return _("Read as {number}, not as {other}.").format(
            number=shown_day(day), other=shown_day(other)
        )
    if question.name in AHEAD:
        return _doubtfully_ahead(question, day, today)
    return _("This day lies in the future.") if question.path and day > today else ""


def _doubtfully_ahead(question: Question, day: date, today: date) -> str:
    """What is strange about a *day* to come."""
    if day < today:
        return _("This day has passed already.")
    if (day - today).days <= A_YEAR:
        return ""
    if question.name == "last_day":
        return _("This is more than a year away; 4 to 12 weeks is usual.")
    return _("This is more than a year away.")


def written(value: Any) -> str:  # noqa: ANN401 - any value of a document
    """*value* as a person would type it as an answer; empty for None."""
    match value:
        case None:
            said = ""
        case bool():
            said = "yes" if value else "no"
        case StrEnum():
            said = value.value
        case date():
            said = told_moment(value)
        case int() | float():
            said = str(value).replace(".", "," if spoken() == "da" else ".")
        case tuple() | list():
            said = ", ".join(written(part) for part in value)
        case _:
            said = str(value)
    return said


def told_moment(moment: Moment) -> str:
    """``12 Oct 2026``, with `` 08:30`` where the time of day is known."""
    if isinstance(moment, datetime):
        return f"{shown_day(moment.date())} {moment:%H:%M}"
    return shown_day(moment)


def told_criterion(comparator: Comparator, number: float) -> str:
    """``at most 3``."""
    return f"{label(comparator)} {shown_number(number)}"


def told_limit(kind: LimitKind, most: float, unit: str) -> str:
    """``at most 1 crew``; the kind beside it unless it is a number of places."""
    said = _("at most {max} {unit}").format(max=shown_number(most), unit=unit)
    return said if kind is LimitKind.PLACES else f"{said} ({label(kind)})"


def told_stop(text: str, reaction_time: int, unit: TimeUnit) -> str:
    """``more than 2 errors a week → react within 1 working day``."""
    if unit is TimeUnit.DAYS and reaction_time == 0:
        within = _("react the same day")
    else:
        one_or_many = {
            TimeUnit.MINUTES: ngettext(
                "react within {n} minute", "react within {n} minutes", reaction_time
            ),
            TimeUnit.HOURS: ngettext(
                "react within {n} hour", "react within {n} hours", reaction_time
            ),
            TimeUnit.DAYS: ngettext(
                "react within {n} working day", "react within {n} working days", reaction_time
            ),
        }
        within = one_or_many[unit].format(n=reaction_time)
    return f"{text} → {within}"


def _number(value: float, today: date) -> str:  # noqa: ARG001
    """Only where a point or a comma could be read in two ways."""
    return shown_number(value)


def _day(value: str, today: date) -> str:
    """The day with its week, and how far away it is."""
    return shown_far(date.fromisoformat(value), today)


def shown_far(day: date, today: date) -> str:
    """``Mon 12 Oct 2026 · week 42 · in 28 days``."""
    far = distance((day - today).days)
    return f"{shown_weekday(day)} {shown_day(day)} · {shown_week(day)} · {far}"


def distance(days: int) -> str:
    """``in 28 days``, ``3 days ago``, ``today``."""
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in {n} day", "in {n} days", days).format(n=days)
    return ngettext("{n} day ago", "{n} days ago", -days).format(n=-days)


def _moment(value: str, today: date) -> str:
    """As a day, with the time where there is one."""
    moment = parse_moment(value)
    if isinstance(moment, datetime):
        return f"{_day(moment.date().isoformat(), today)} · {moment:%H:%M}"
    return _day(value, today)


def _criterion(value: dict[str, Any], today: date) -> str:  # noqa: ARG001
    """In words."""
    return told_criterion(Comparator(value["comparator"]), value["criterion"])


def _limits(value: list[dict[str, Any]], today: date) -> str:  # noqa: ARG001
    """One a line."""
    return "\n".join(told_limit(LimitKind(one["kind"]), one["max"], one["unit"]) for one in value)


def _stops(value: list[dict[str, Any]], today: date) -> str:  # noqa: ARG001
    """One a line."""
    return "\n".join(
        told_stop(one["text"], one["reaction_time"], TimeUnit(one["unit"])) for one in value
    )


_TELLERS: dict[Answer, Callable[[Any, date], str]] = {
    Answer.NUMBER: _number,
    Answer.COUNT: _number,
    Answer.DAY: _day,
    Answer.MOMENT: _moment,
    Answer.CRITERION: _criterion,
    Answer.LIMITS: _limits,
    Answer.STOPS: _stops,
}
