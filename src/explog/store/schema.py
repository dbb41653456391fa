"""The schema, as a chain of migrations that sqlite-utils keeps count of.

A migration that has been released is never edited. A new one is added here, and
``identity.SCHEMA`` raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from explog.store.device import new_device
from explog.store.identity import APPLICATION_ID, SCHEMA
from explog.store.tables import TABLES
from explog.store.views import VIEWS

if TYPE_CHECKING:
    import sqlite3

MIGRATIONS = Migrations("explog")
"""The chain, in order; recorded in the table ``_sqlite_migrations``."""


@MIGRATIONS()
def first_schema(db: Database) -> None:
    """Events, the state that is folded from them, search, and views."""
    for statement in (*TABLES, *VIEWS):
        db.execute(statement)
    db.table("meta").insert({"name": "device", "value": new_device()})


def migrate(conn: sqlite3.Connection) -> None:
    """Apply what is due, inside the open transaction, and mark the file as a log of this schema."""
    MIGRATIONS.apply(Database(conn, execute_plugins=False))
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute(f"PRAGMA user_version = {SCHEMA}")
