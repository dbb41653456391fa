"""Saved views: keep a question under a name, rename it, put it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from explog.domain.naming.vocabulary import Kind
from explog.domain.problems import problems_of
from explog.domain.query.order import SORTS
from explog.domain.query.query import parse
from explog.domain.record.view import View
from explog.domain.record.view_names import chosen, near, plain
from explog.errors import InvalidError, NotFoundError, Refused
from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.record.fold import Document
    from explog.journal.journal import Done, Journal
    from explog.journal.ports import Store


def keep(journal: Journal, name: str, query: str, sort: str | None = None) -> Done:
    """Keep *query* under *name*; the view that was called so before asks this from now on.

    Args:
        journal: Where it is kept.
        name: Up to 120 characters; case does not matter when it is looked up.
        query: As a person typed it; kept in the words that both languages share.
        sort: One of ``explog.domain.query.order.SORTS``; None for the newest first.

    Raises:
        QueryError: When the query cannot be understood.
        InvalidError: When name or query break a rule.
    """
    asked = str(parse(query, journal.clock.today()))
    order = None if sort == next(iter(SORTS)) else sort
    fields = {"name": plain(name), "query": asked, "sort": order}
    with journal.store.writing():
        before = _called(journal.store, name)
        ident = str(before["id"]) if before else journal.ids()
        _check({"id": ident, **fields})
        changes = fields if before else {key: value for key, value in fields.items() if value}
        act = "change_view" if before else "save_view"
        return journal.write(f"{Kind.VIEW}/{ident}", act, changes)


def rename(journal: Journal, name: str, new: str) -> Done:
    """Call the view *name* *new*.

    Raises:
        NotFoundError: When there is none.
        Refused: When another one is called so.
        InvalidError: When the new name breaks a rule.
    """
    with journal.store.writing():
        view = named(journal.store, name)
        other = _called(journal.store, new)
        if other is not None and other["id"] != view["id"]:
            raise Refused(_("There is a view called “{name}” already.").format(name=other["name"]))
        _check({**view, "name": plain(new)})
        return journal.write(f"{Kind.VIEW}/{view['id']}", "rename", {"name": plain(new)})


def remove(journal: Journal, name: str) -> Done:
    """Put the view *name* away; undo brings it back.

    Raises:
        NotFoundError: When there is none.
    """
    with journal.store.writing():
        view = named(journal.store, name)
        return journal.write(f"{Kind.VIEW}/{view['id']}", "archive", {"archived": True})


def named(store: Store, name: str) -> Document:
    """The view called *name*, which is not put away.

    Raises:
        NotFoundError: When there is none, with names that look like it.
    """
    found = _called(store, name)
    if found is None:
        raise NotFoundError(name, near(name, _open(store)))
    return found


def _called(store: Store, name: str) -> Document | None:
    """The view called *name*."""
    return chosen(name, _open(store))


def _open(store: Store) -> list[Document]:
    """The views that are not put away."""
    return [view for view in store.documents(Kind.VIEW) if not view.get("archived")]


def _check(document: dict[str, Any]) -> None:
    """Refuse what breaks the model, with every problem."""
    try:
        View.model_validate(document)
    except ValidationError as error:
        raise InvalidError(problems_of(error)) from error
