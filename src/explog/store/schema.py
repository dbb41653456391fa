"""The schema, as a chain of migrations that sqlite-utils keeps count of.

A migration that has been released is never edited. A new one is added here, and
``identity.SCHEMA`` raised. What is made from events is made again after each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from explog.store import rebuilding
from explog.store.deriving import domain_deriver
from explog.store.device import new_device
from explog.store.identity import APPLICATION_ID, SCHEMA
from explog.store.tables import DRAFTS, KEPT, MADE
from explog.store.views import VIEWS

if TYPE_CHECKING:
    import sqlite3

MIGRATIONS = Migrations("explog")
"""The chain, in order; recorded in the table ``_sqlite_migrations``."""

_OURS = """
SELECT type, name FROM sqlite_schema
WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'
  AND name NOT IN ('events', 'meta', 'drafts')
ORDER BY type = 'table', name LIKE 'search\\_%' ESCAPE '\\' OR name LIKE 'endings\\_%' ESCAPE '\\'
"""
"""What is made from the events; views first, and an index before the tables that belong to it."""


@MIGRATIONS()
def first_schema(db: Database) -> None:
    """Events, the state that is folded from them, search, and views."""
    for statement in (*KEPT, *MADE, *VIEWS):
        db.execute(statement)
    db.table("meta").insert({"name": "device", "value": new_device()})


@MIGRATIONS()
def drafts_and_views(db: Database) -> None:
    """Drafts and saved views, and more that is derived; a log made just now has them."""
    if db.table("drafts").exists():
        return
    for statement in DRAFTS:
        db.execute(statement)
    for kind, name in db.execute(_OURS).fetchall():
        db.execute(f'DROP {kind} IF EXISTS "{name}"')
    for statement in (*MADE, *VIEWS):
        db.execute(statement)


def migrate(conn: sqlite3.Connection) -> None:
    """Apply what is due, inside the open transaction, and mark the file as a log of this schema."""
    db = Database(conn, execute_plugins=False)
    MIGRATIONS.apply(db)
    rebuilding.rebuild(db, domain_deriver())
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute(f"PRAGMA user_version = {SCHEMA}")
