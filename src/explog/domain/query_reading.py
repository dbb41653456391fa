"""From what a person types to the terms of a query; everything that is wrong is a ``QueryError``."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from explog.domain import query_words as words
from explog.domain.keys import folded as folded_key
from explog.domain.query_days import BOUND, kept
from explog.domain.query_error import (
    MissingValueError,
    MixedError,
    NotADayError,
    TooLongError,
    UnknownFilterError,
    UnknownValueError,
)
from explog.domain.query_matching import GROUPED
from explog.domain.query_terms import QUOTES, Filter, Term, Text
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

LONGEST = 2000
"""Characters of a query."""

MOST = 50
"""Terms of a query."""

_BLANK = re.compile(r"\s+")
_NOT = re.compile(r"[-−–!](?=\S)")
_BANG = re.compile("!")
_COMMA = re.compile(r",\s*")
_NAME = re.compile(r"([^\W\d_]+(?:_[^\W\d_]+)*):(?!//)")
_WORD = re.compile(r"\S+")
_VALUE = re.compile(r"[^\s,]+")
_QUOTED = re.compile(
    "|".join(
        ['"(?:[^"]|"")*(?:"|$)'] + [f"{a}[^{b}]*(?:{b}|$)" for a, b in QUOTES.items() if a != '"']
    )
)

_SHORTEST_NAME = 2


class _Reader:
    """A text and how far it was read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What fits *pattern* here; reading goes on after it."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    @property
    def is_at_end(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)


def read(text: str, today: date) -> tuple[Term, ...]:
    """The terms of *text* in order, each once; what has neither letter nor digit is no term.

    Raises:
        QueryError: With the place and what was possibly meant.
    """
    if len(text) > LONGEST:
        raise TooLongError(LONGEST, MOST)
    reader = _Reader(plain(text))
    found = tuple(dict.fromkeys(_terms(reader, today)))
    if len(found) > MOST:
        raise TooLongError(LONGEST, MOST)
    return found


def plain(text: str) -> str:
    """*text* with its letters composed, and spaces for control characters and halves of letters."""
    seen = "".join(" " if unicodedata.category(one) in {"Cc", "Cs"} else one for one in text)
    return unicodedata.normalize("NFC", seen)


def unquoted(text: str) -> str:
    """What stands in the quotation marks of *text*, one space between its words."""
    closing = QUOTES[text[0]]
    inner = text[1:-1] if len(text) > 1 and text[-1] == closing else text[1:]
    if closing == '"':
        # Of an even number of marks at the end none closes: each pair stands for one.
        marks = len(text) - 1 - len(text[1:].rstrip('"'))
        inner = (text[1:-1] if marks % 2 else text[1:]).replace('""', '"')
    return " ".join(inner.split())


def _terms(reader: _Reader, today: date) -> Iterator[Term]:
    """Every term that is left in *reader*."""
    while True:
        reader.take(_BLANK)
        if reader.is_at_end:
            return
        negated = bool(reader.take(_NOT))
        term = _filter(reader, today, negated=negated) or _text(reader, negated=negated)
        if isinstance(term, Filter) or any(one.isalnum() for one in term.text):
            yield term


def _text(reader: _Reader, *, negated: bool) -> Text:
    """The word or phrase that begins here."""
    phrase = reader.take(_QUOTED)
    if phrase:
        return Text(unquoted(phrase[0]), is_phrase=True, negated=negated)
    word = reader.take(_WORD)
    return Text(word[0] if word else "", negated=negated)


def _filter(reader: _Reader, today: date, *, negated: bool) -> Filter | None:
    """The filter that begins here; None where a word does."""
    start = reader.at
    named = reader.take(_NAME)
    if named is None:
        return None
    name = words.filter_called(named[1])
    if name is None:
        reader.at = start
        if len(named[1]) < _SHORTEST_NAME or not _VALUE.match(reader.text, named.end()):
            return None
        near = words.near(named[1], words.name_spellings())
        shown = [f"{words.name_in_force(one)}:" for one in near]
        raise UnknownFilterError(
            named[1], start, near=shown, possible=[f"{one}:" for one in words.names()]
        )
    reader.take(_BLANK)
    excluded = bool(reader.take(_BANG))
    found = dict(_values(reader, name, named[1], excluded=excluded, today=today))
    return Filter(
        name,
        tuple(found),
        tuple(one for several in found.values() for one in several),
        negated != excluded,
    )


def _values(
    reader: _Reader, name: str, typed: str, *, excluded: bool, today: date
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The values of a filter: what is kept of each, and what it means."""
    while True:
        start = reader.at
        if reader.take(_BANG) and not excluded:
            word = reader.take(_VALUE)
            raise MixedError(typed, f"!{word[0] if word else ''}", start)
        start = reader.at
        value, quoted = _value(reader)
        if not value:
            raise MissingValueError(
                typed,
                quoted,
                start,
                possible=_possible(name),
                is_unfinished=reader.is_at_end,
            )
        yield _understood(reader, name, typed, value, (start, reader.at), today)
        if not reader.take(_COMMA) or reader.is_at_end:
            return


def _value(reader: _Reader) -> tuple[str, str]:
    """The value that begins here, without and with its quotation marks; empty where none does."""
    phrase = reader.take(_QUOTED)
    if phrase:
        return unquoted(phrase[0]), phrase[0]
    word = reader.take(_VALUE)
    return (word[0], word[0]) if word else ("", "")


def _understood(
    reader: _Reader, name: str, typed: str, value: str, span: tuple[int, int], today: date
) -> tuple[str, tuple[str, ...]]:
    """What is kept of *value*, and what it means."""
    if name in words.DAYS:
        try:
            day = BOUND[name](value, today)
        except ValueError:
            raise NotADayError(
                typed,
                value,
                span[0],
                possible=_possible(name),
                is_unfinished=span[1] == len(reader.text),
            ) from None
        return kept(value, day), (day.isoformat(),)
    if not words.labels(name):
        return value, (OPEN.get(name, str.casefold)(value),)
    called = words.values_called(name, value)
    if len(called) == 1:
        return called[0], GROUPED.get(called[0], (called[0],))
    near = called or words.near(value, words.spellings(name))
    raise UnknownValueError(
        typed,
        value,
        span[0],
        near=[words.value_in_force(name, one) for one in near],
        possible=_possible(name),
        is_unfinished=bool(called) and span[1] == len(reader.text),
    )


OPEN = {"workplace": folded_key}
"""Filter → how its texts are compared, where that is more than by case."""


def _possible(name: str) -> list[str]:
    """The values of the filter *name*, as they are typed; examples where any day is one."""
    if name in words.DAYS:
        return [_("today"), _("monday"), "12/10", "2026-10", _("week 42"), "-14"]
    return [words.value_in_force(name, value) for value in words.labels(name)]
