"""Everything again from the events, and a fingerprint that proves it comes out the same."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from explog.domain.events import canonical
from explog.store import claims, ledger, refolding
from explog.store.identity import TABLES, of_kind

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

    from explog.store.deriving import Deriver

_MADE = (
    *(
        of_kind("SELECT id, key, folded, derived, document FROM {table} ORDER BY id", kind)
        for kind in TABLES
    ),
    "SELECT event, subject, key, folded FROM keys ORDER BY event",
    "SELECT subject, key, title, text FROM search ORDER BY subject",
)
"""All that is made from events."""


def rebuild(db: Database, deriver: Deriver) -> None:
    """Make state, keys and search again, inside the open transaction; events are only read."""
    _clear(db.conn)
    claims.record(db, claims.claims_kept(db.conn))
    refolding.refold(db, ledger.subjects(db.conn), deriver)


def fingerprint(conn: sqlite3.Connection) -> str:
    """The sha256 of all that is made from events: equal for two logs with the same events."""
    found = hashlib.sha256()
    for query in _MADE:
        for row in conn.execute(query).fetchall():
            found.update(canonical(row).encode())
            found.update(b"\n")
    return found.hexdigest()


def _clear(conn: sqlite3.Connection) -> None:
    """Empty what is made from events; the indexes are made anew, as damaged ones cannot be."""
    for kind in TABLES:
        conn.execute(of_kind("DELETE FROM {table}", kind))
    conn.execute("DELETE FROM keys")
    conn.execute("DELETE FROM searched")
    indexes = conn.execute(
        "SELECT name, sql FROM sqlite_schema WHERE name IN ('search', 'endings')"
    ).fetchall()
    for name, sql in indexes:
        conn.execute(f"DROP TABLE {name}")
        conn.execute(sql)
