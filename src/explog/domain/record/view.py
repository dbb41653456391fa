"""Saved views: a question to the log that a team asks again and again."""

from __future__ import annotations

from explog.domain.texts import Brief, Id, Part, Text


class View(Part):
    """A query under a name, kept in the log so that everybody who reads it has the same one."""

    id: Id
    name: Brief
    query: Text
    """In the language of ``domain.query``, in English words."""
    sort: Brief | None = None
    """The name of an order of ``domain.query.order``; None for the newest first."""
    archived: bool = False
