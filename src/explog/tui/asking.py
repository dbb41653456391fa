"""From what stands in the search field to what is asked of the log, and back. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.query.error import QueryError
from explog.domain.query.query import Chip, Query, parse
from explog.domain.query.terms import Text
from explog.domain.query.writing import in_force
from explog.tui.filters import QUICK

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.query.terms import Term


def asked(typed: str, today: date) -> Query | QueryError:
    """The query that was *typed*, or what is wrong with it.

    A single letter at the end is a word that is only begun, and asks for nothing yet.
    """
    try:
        query = parse(typed, today)
    except QueryError as error:
        return error
    if not query.terms or typed.endswith((" ", '"')):
        return query
    last = query.terms[-1]
    is_begun = isinstance(last, Text) and len(last.text) == 1 and not last.is_phrase
    return query.without(last) if is_begun else query


def typed(query: str, today: date) -> str:
    """*query*, kept in the words of both languages, as it is typed in the language in force.

    What cannot be understood, as a newer explog may have kept it, stays as it is.
    """
    found = asked(f"{query} ", today)
    return query if isinstance(found, QueryError) else in_force(found)


def chips(query: Query) -> list[Chip]:
    """A chip for each condition; plain words stand in the field alone."""
    return [chip for chip in query.chips() if not _is_plain(chip.term)]


def next_quick(query: Query, today: date) -> Query:
    """*query* with the quick filter after its own, after the last one without any."""
    every = [parse(one.query, today).terms for one in QUICK]
    now = next((n for n, terms in enumerate(every) if set(terms) <= set(query.terms)), None)
    gone = set() if now is None else set(every[now])
    place = 0 if now is None else now + 1
    added = every[place] if place < len(every) else ()
    return Query((*added, *(term for term in query.terms if term not in gone)))


def _is_plain(term: Term) -> bool:
    """Whether *term* is a word as people type it."""
    return isinstance(term, Text) and not term.negated and not term.is_phrase
