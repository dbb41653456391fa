"""From what a person types to a value: one place for both front ends.

Every function raises ``ValueError`` with one sentence in the language in force that says what is
wrong and what to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from explog.domain.acts.questions import Answer, Question
from explog.domain.moments import said_day, said_moment
from explog.domain.naming.labels import choice_of
from explog.domain.naming.vocabulary import LimitKind, TimeUnit
from explog.domain.naming.vocabulary_learning import Comparator
from explog.domain.numbers import said_number
from explog.domain.storable import storable
from explog.domain.texts import moment_text
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

Raw = Any
"""A text as typed, or a value that is already of the right kind (from code and tests)."""


def answer(question: Question, raw: Raw, today: date) -> Any:  # noqa: ANN401 - a JSON value of the question's kind
    """The value of *raw* as an answer to *question*; None when it is empty.

    References (workplace, core task, measure, experiments) stay as typed: only the journal can look
    them up.
    """
    if isinstance(raw, str):
        raw = raw.strip()
        storable(raw, multiline=question.kind in MULTILINE)
    if raw is None or raw in ("", [], ()):
        return None
    reader = _READERS.get(question.kind)
    if reader is not None:
        return reader(question, raw, today)
    _check_length(question, str(raw))
    return raw


def _check_length(question: Question, text: str) -> None:
    """Refuse what is longer than the question allows."""
    if question.limit and len(text) > question.limit:
        said = _("at most {limit} characters fit; these are {n}")
        raise ValueError(said.format(n=len(text), limit=question.limit))


def _number(question: Question, raw: Raw, today: date) -> int | float:  # noqa: ARG001
    """A number, with comma or point."""
    return said_number(raw) if isinstance(raw, str) else raw


def _count(question: Question, raw: Raw, today: date) -> int:
    """A whole number from 0."""
    value = _number(question, raw, today)
    if isinstance(value, float) or value < 0:
        raise ValueError(_("a whole number from 0, please"))
    return value


AHEAD = frozenset({"last_day", "due"})
"""The questions for a day to come: *friday* is the next one there."""


def _day(question: Question, raw: Raw, today: date) -> str:
    """A day as ISO text."""
    if not isinstance(raw, str):
        return str(raw.isoformat())
    return said_day(raw, today, is_ahead=question.name in AHEAD).isoformat()


def _moment(question: Question, raw: Raw, today: date) -> str:  # noqa: ARG001
    """A day, or a minute of a day, as ISO text."""
    return moment_text(said_moment(raw, today) if isinstance(raw, str) else raw)


YES = frozenset({"ja", "yes", "j", "y", "true", "1"})
NO = frozenset({"nej", "no", "n", "false", "0"})


def _yes_no(question: Question, raw: Raw, today: date) -> bool:  # noqa: ARG001
    """Yes or no, in either language."""
    if isinstance(raw, bool):
        return raw
    word = str(raw).casefold()
    if word in YES | NO:
        return word in YES
    raise ValueError(_("yes or no, please"))


def _choice(question: Question, raw: Raw, today: date) -> str:  # noqa: ARG001
    """One of the question's choices, by its name or its label in either language."""
    if question.choices is None:
        raise ValueError(_("there is nothing to choose from"))
    return choice_of(question.choices, str(raw)).value


def _choices(question: Question, raw: Raw, today: date) -> list[str]:
    """Several choices, separated by commas."""
    return [_choice(question, part, today) for part in words(raw)]


def _words(question: Question, raw: Raw, today: date) -> list[str]:  # noqa: ARG001
    """Words separated by commas, each once; read one after the other, too, they may be stored."""
    found = list(dict.fromkeys(words(raw)))
    storable(", ".join(found))
    return found


def words(raw: Raw) -> list[str]:
    """*raw* split at commas; a list stays as it is."""
    parts: Iterable[object] = raw.split(",") if isinstance(raw, str) else raw
    return [part for part in (str(part).strip() for part in parts) if part]


_COMPARATORS = {
    Comparator.AT_MOST: "højst|maksimalt|maks|maximum|max|at most|no more than|<=|≤",
    Comparator.AT_LEAST: "mindst|minimum|min|at least|no less than|>=|≥",
    Comparator.MORE_THAN: "mere end|flere end|over|more than|above|>",
    Comparator.LESS_THAN: "mindre end|færre end|under|less than|fewer than|below|<",
    Comparator.EQUAL: "præcis|lig med|exactly|=",
}
_CRITERION = re.compile(
    "|".join(
        rf"(?P<{comparator.name}>{words})(?![^\W\d_])" for comparator, words in _COMPARATORS.items()
    ),
    re.IGNORECASE,
)


def _criterion(question: Question, raw: Raw, today: date) -> dict[str, object]:  # noqa: ARG001
    """A comparator and a number: ``at most 3``, ``højst 3``, ``>= 60``, ``≥ 62,5 %``."""
    if isinstance(raw, dict):
        return raw
    typed = str(raw).strip()
    match = _CRITERION.match(typed)
    if match is None or match.lastgroup is None:
        raise ValueError(_("say how and how much, for example “at most 3” or “>= 60”"))
    return {
        "comparator": Comparator[match.lastgroup].value,
        "criterion": said_number(typed[match.end() :].strip()),
    }


_LIMIT = re.compile(r"^(?:(?P<kind>[^:\d]+):)?\s*(?P<rest>.+)$")
_AMOUNT = re.compile(
    r"^(?:højst|at most|max|≤|<=)?\s*"
    r"(?P<max>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|[\d.,]+)(?![\d.,])\s*(?P<unit>.+)$",
    re.IGNORECASE,
)


def _limits(question: Question, raw: Raw, today: date) -> list[dict[str, object]]:  # noqa: ARG001
    """One limit a line: ``1 crew``, ``outage: 10 minutes``; without a kind it counts places."""
    return [part if isinstance(part, dict) else _limit(part) for part in lines(raw)]


def _limit(typed: str) -> dict[str, object]:
    """One limit."""
    match = _LIMIT.match(typed)
    amount = _AMOUNT.match(match["rest"].strip()) if match else None
    if match is None or amount is None:
        raise ValueError(
            _("“{typed}” has no number and unit; write for example “1 crew”").format(typed=typed)
        )
    kind = choice_of(LimitKind, match["kind"].strip()) if match["kind"] else LimitKind.PLACES
    return {"kind": kind.value, "max": said_number(amount["max"]), "unit": amount["unit"].strip()}


_REACTION = re.compile(r"^(?P<text>.*?)\s*\((?P<inside>[^()]*)\)\s*$", re.DOTALL)
_UNITS = {
    TimeUnit.MINUTES: ("minut", "min"),
    TimeUnit.HOURS: ("time", "hour"),
    TimeUnit.DAYS: ("arbejdsdag", "hverdag", "dag", "working day", "day"),
}
_SAME_DAY = frozenset({"samme dag", "same day"})


def _stops(question: Question, raw: Raw, today: date) -> list[dict[str, object]]:  # noqa: ARG001
    """One stop criterion a line, the reaction time in parentheses; else one working day."""
    return [part if isinstance(part, dict) else _stop(part) for part in lines(raw)]


def _stop(typed: str) -> dict[str, object]:
    """One stop criterion."""
    match = _REACTION.match(typed)
    found = reaction(match["inside"]) if match else None
    if match is None or found is None:
        return {"text": typed, "reaction_time": 1, "unit": TimeUnit.DAYS.value}
    return {"text": match["text"], "reaction_time": found[0], "unit": found[1].value}


def has_no_reaction(typed: str) -> bool:
    """Whether the stop criterion *typed* says nothing of how soon somebody reacts."""
    match = _REACTION.match(typed)
    return match is None or reaction(match["inside"]) is None


def reaction(typed: str) -> tuple[int, TimeUnit] | None:
    """A reaction time such as ``1 day``, ``10 minutter`` or ``samme dag``; None when it is none."""
    word = typed.strip().casefold()
    if word in _SAME_DAY:
        return 0, TimeUnit.DAYS
    match = re.match(r"^(\d{1,4})\s*(\D+)$", word)
    if match is None:
        return None
    for unit, stems in _UNITS.items():
        if match[2].strip().startswith(stems):
            return int(match[1]), unit
    return None


def lines(raw: Raw) -> list[Any]:
    """*raw* split into lines, empty ones left out; a list stays as it is."""
    parts: Iterable[object] = raw.splitlines() if isinstance(raw, str) else raw
    return [part for part in parts if not isinstance(part, str) or part.strip()]


MULTILINE = frozenset(
    {
        *(Answer.TEXT, Answer.LINES, Answer.LIMITS),
        *(Answer.STOPS, Answer.ACTUALS, Answer.REACTIONS),
    }
)
"""The kinds of answers that may hold several lines."""

_READERS: dict[Answer, Callable[[Question, Raw, date], Any]] = {
    Answer.NUMBER: _number,
    Answer.COUNT: _count,
    Answer.DAY: _day,
    Answer.MOMENT: _moment,
    Answer.YES_NO: _yes_no,
    Answer.CHOICE: _choice,
    Answer.CHOICES: _choices,
    Answer.WORDS: _words,
    Answer.EXPERIMENTS: _words,
    Answer.CRITERION: _criterion,
    Answer.LIMITS: _limits,
    Answer.STOPS: _stops,
}
