"""A query as text again: in the words of the language in force, and without one of its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.query.terms import Text, written
from explog.domain.query.words import labels, name_in_force, value_in_force

if TYPE_CHECKING:
    from explog.domain.query.query import Query
    from explog.domain.query.terms import Filter, Term


def in_force(query: Query) -> str:
    """*query* as a person would type it in the language in force; read again, it is this query."""
    return " ".join(map(_typed, query.terms))


def _typed(term: Term) -> str:
    """One term."""
    return str(term) if isinstance(term, Text) else _filter(term)


def _filter(term: Filter) -> str:
    """``status:i_gang``."""
    known = labels(term.name)
    values = [
        value_in_force(term.name, value) if value in known else written(value, term.name)
        for value in term.values
    ]
    return f"{name_in_force(term.name)}:{'!' if term.negated else ''}{','.join(values)}"
