"""What a meeting could take up, read from a library: for the command line and the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from explog.domain.naming.vocabulary_learning import ReviewKind
from explog.domain.query.query import parse
from explog.domain.record.keys import folded
from explog.domain.reviews.agenda import agenda_of
from explog.domain.reviews.selection import (
    REASONS,
    Scope,
    Suggestion,
    by_query,
    in_period,
    last_meeting,
    open_agreements,
    suggested,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from explog.domain.naming.vocabulary_learning import PickReason
    from explog.domain.query.query import Query
    from explog.domain.record.fold import Document
    from explog.domain.record.rows import ExperimentRow


class Shelf(Protocol):
    """What is asked of a library here."""

    def ids(self, query: Query, sort: str) -> list[str]:
        """The ids of all that fits *query*."""

    def rows_of(self, ids: Sequence[str]) -> list[ExperimentRow]:
        """The experiments *ids* as lines."""

    def picked(self, reasons: Collection[PickReason], since: str) -> list[ExperimentRow]:
        """All for which one of *reasons* may hold."""

    def within(self, since: str, until: str) -> list[ExperimentRow]:
        """All in which something happened in a period."""

    def reviews(self) -> list[Document]:
        """Every meeting."""

    def agreements(self) -> list[Document]:
        """Every agreement."""

    def workplaces(self) -> list[Document]:
        """Every workplace."""

    def today(self) -> date:
        """The day everything is told as of."""


def suggestions(
    library: Shelf,
    kind: ReviewKind | str,
    *,
    workplaces: Sequence[str] = (),
    query: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Suggestion]:
    """The experiments for a meeting of *kind*, each with its reason, in the order they are taken.

    With a *query* those that fit it; with a period (*since*, *until*, ISO) those in which something
    happened in it; with both, what fits both; with neither, the default list of the kind.

    Raises:
        QueryError: When the query cannot be understood.
    """
    today = library.today().isoformat()
    first, last = since or "", until or today
    seen = scope(library, kind, workplaces)
    if query:
        rows = library.rows_of(library.ids(parse(query, library.today()), "newest"))
    elif since or until:
        rows = library.within(first, last)
    else:
        rows = library.picked(REASONS[seen.kind], seen.since)
    codes = frozenset(map(folded, workplaces))
    rows = [
        row
        for row in rows
        if not row.archived and (not codes or folded(row.workplace or "") in codes)
    ]
    if since or until:
        return in_period(rows, first, last)
    return by_query(rows, {row.id for row in rows}) if query else suggested(rows, seen)


def first_of(kind: ReviewKind | str, found: Sequence[Suggestion]) -> list[Suggestion]:
    """As many of those *found* as a meeting of *kind* has time for."""
    return [*found[: agenda_of(kind).size]]


def scope(library: Shelf, kind: ReviewKind | str, workplaces: Sequence[str] = ()) -> Scope:
    """What a meeting of *kind* in the *workplaces* (codes) looks at: since the last of its kind.

    Raises:
        ValueError: When there is no such kind.
    """
    meant, today = ReviewKind(kind), library.today().isoformat()
    homes = _homes(library, workplaces)
    last = last_meeting(library.reviews(), homes, before=today, kind=meant)
    return Scope(meant, today, frozenset(workplaces), str(last["date"]) if last else None)


def opening(library: Shelf, workplaces: Sequence[str]) -> list[Document]:
    """The agreements that a meeting of the *workplaces* (ids) opens with, overdue first."""
    today = library.today().isoformat()
    return open_agreements(library.agreements(), library.reviews(), workplaces, today)


def _homes(library: Shelf, codes: Sequence[str]) -> list[str]:
    """The ids of the workplaces called *codes*."""
    wanted = set(map(folded, codes))
    return [
        str(one["id"])
        for one in library.workplaces()
        if folded(str(one.get("key") or one["code"])) in wanted
    ]
