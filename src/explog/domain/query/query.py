"""The query language of lists and search, one for the command line and the screens.

``state:running,paused task:handover has:!lesson since:2026-10 "cabin noise" -radio``: words,
phrases and filters, all of which must hold. Of the values of one filter, one is enough. ``!`` or
``-`` before the first value, the filter, the word or the phrase turns it round. English and Danish
are always both understood. Standard library only.

- A **word** of three letters or more is found anywhere in a word (*møde* in *årsmøde*), one of two
  letters at its beginning, a single letter as a word; å is not a.
- A **phrase** is found as it stands, whole words.
- ``since:`` and ``until:`` look at the day an experiment last took a step, the one that lists show.
- Archived ones are left out unless the query speaks of ``is:archived``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.query.reading import read
from explog.domain.query.terms import Filter, Term, Text

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for. Its text is canonical: read again on the same day, it is this query."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        """As it is kept in a saved view: in the words that both languages share."""
        return " ".join(map(str, self.terms))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for, so that everything fits."""
        return not self.terms

    @property
    def texts(self) -> tuple[Text, ...]:
        """The words and phrases."""
        return tuple(term for term in self.terms if isinstance(term, Text))

    @property
    def filters(self) -> tuple[Filter, ...]:
        """All else."""
        return tuple(term for term in self.terms if isinstance(term, Filter))

    @property
    def speaks_of_archived(self) -> bool:
        """Whether it says itself what becomes of archived ones."""
        return any(term.name == "is" and "archived" in term.meant for term in self.filters)

    def without(self, term: Term) -> Query:
        """All but *term*."""
        return Query(tuple(other for other in self.terms if other != term))

    def chips(self) -> list[Chip]:
        """One chip for each term, in order."""
        from explog.domain.query.chips import said  # noqa: PLC0415 - most lists show none

        return [Chip(said(term), self.without(term), term) for term in self.terms]


@dataclass(frozen=True, slots=True)
class Chip:
    """One term as a person reads it, and the query that is left once it is taken away."""

    text: str
    without: Query
    term: Term


def parse(text: str, today: date) -> Query:
    """The query that a person typed.

    Args:
        text: In either language; of any length and content.
        today: The day that ``yesterday``, ``12/10`` and their like are counted from.

    Raises:
        QueryError: When it cannot be understood; ``is_unfinished`` where typing on may mend it.
    """
    return Query(read(text, today))
