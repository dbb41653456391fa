"""From what a person types to the terms of a query; all that is wrong is a ``QueryError``."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from explog.domain.query import words
from explog.domain.query.error import (
    MissingValueError,
    MixedError,
    TooLongError,
    UnknownFilterError,
)
from explog.domain.query.terms import DAYS, QUOTES, Filter, Term, Text
from explog.domain.query.values import Named, Value, possible, understood

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

LONGEST = 2000
"""Characters of a query."""

MOST = 50
"""Terms of a query."""

_BLANK = re.compile(r"\s+")
_NOT = re.compile(r"[-−–!](?=\S)")
_BANG = {False: re.compile("[!-]"), True: re.compile("!")}
"""What turns the values of a filter round, by whether they are days: ``-7`` is one."""
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
    found = reader.take(_NAME)
    if found is None:
        return None
    name = words.filter_called(found[1])
    if name is None:
        reader.at = start
        if len(found[1]) < _SHORTEST_NAME or not _VALUE.match(reader.text, found.end()):
            return None
        near = words.near(found[1], words.name_spellings())
        shown = [f"{words.name_in_force(one)}:" for one in near]
        raise UnknownFilterError(
            found[1], start, near=shown, possible=[f"{one}:" for one in words.names()]
        )
    reader.take(_BLANK)
    excluded = bool(reader.take(_BANG[name in DAYS]))
    named = Named(name, found[1], today)
    values = dict(_values(reader, named, excluded=excluded))
    meant = tuple(one for several in values.values() for one in several)
    return Filter(name, tuple(values), meant, negated != excluded)


def _values(reader: _Reader, named: Named, *, excluded: bool) -> Iterator[Value]:
    """The values of the filter *named*, at least one."""
    while True:
        start = reader.at
        if reader.take(_BANG[named.name in DAYS]) and not excluded:
            reader.take(_WORD)
            raise MixedError(named.typed, reader.text[start : reader.at], start)
        start = reader.at
        value = _value(reader)
        if not value:
            raise MissingValueError(
                named.typed,
                reader.text[start : reader.at],
                start,
                possible=possible(named.name),
                is_unfinished=reader.is_at_end,
            )
        yield understood(named, value, start, is_last=reader.is_at_end)
        if not reader.take(_COMMA) or reader.is_at_end:
            return


def _value(reader: _Reader) -> str:
    """The value that begins here, without its quotation marks; empty where none does."""
    phrase = reader.take(_QUOTED)
    if phrase:
        return unquoted(phrase[0])
    word = reader.take(_VALUE)
    return word[0] if word else ""
