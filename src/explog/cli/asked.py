"""What a person asks of a list on the command line: words, filters, and saved views by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explog.domain.query.query import Query, parse
from explog.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.cli.session import Session
    from explog.domain.record.fold import Document

VIEW = "@"
"""What stands before the name of a saved view."""


class Asked(NamedTuple):
    """A query and an order."""

    query: Query
    sort: str


def asked(session: Session, words: Sequence[str], view: str | None = None) -> Asked:
    """What *words* ask for, among what *view* asks for; ``@name`` is a view too.

    Raises:
        QueryError: When it cannot be understood.
        NotFoundError: When there is no such view.
    """
    from explog.domain.query.order import SORTS

    names = [view] if view else []
    names += [word.removeprefix(VIEW) for word in words if word.startswith(VIEW)]
    views = [_view(session, name) for name in names]
    texts = [str(one["query"]) for one in views]
    texts += [word for word in words if not word.startswith(VIEW)]
    query = parse(" ".join(texts), session.today)
    sort = str(views[0].get("sort")) if views else ""
    return Asked(query, sort if sort in SORTS else next(iter(SORTS)))


def _view(session: Session, name: str) -> Document:
    """The saved view called *name*."""
    from explog.domain.record.view_names import chosen, near

    views = session.library().views()
    found = chosen(name, views)
    if found is None:
        raise NotFoundError(name, near(name, views))
    return found
