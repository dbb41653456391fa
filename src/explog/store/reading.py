"""Lists and records, read with the standard library alone.

Neither sqlite_utils nor pydantic is imported here, so that a list is quick to start.
Every function returns a list or a value, never a half-read cursor: one would block all writers.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from explog.domain.query.order import alphabetical
from explog.errors import NotFoundError
from explog.store.connection import TIMEOUT, at_the_boundary, on_disk, opened
from explog.store.finding import find, near
from explog.store.identity import Standing, of_kind, refuse_strangers, standing, standing_of_file
from explog.store.searching import search

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from explog.domain.record.fold import Document
    from explog.domain.record.rows import Derived
    from explog.store.connection import Row

__all__ = [
    "agreements",
    "change",
    "count",
    "documents",
    "event_bodies",
    "experiment_records",
    "export_parts",
    "find",
    "keys",
    "near",
    "open_reader",
    "record",
    "records_of",
    "reviews",
    "search",
    "thresholds",
    "views",
    "workplaces",
]

_EXPERIMENTS = """
WITH tasks AS MATERIALIZED (SELECT workplace_id, id, text FROM core_tasks)
SELECT
  e.id, coalesce(e.key, e.id), coalesce(e.title, ''), coalesce(w.key, w.code), t.text, e.tags,
  e.archived, e.derived
FROM experiments AS e
LEFT JOIN workplaces AS w ON w.id = e.workplace_id
LEFT JOIN tasks AS t ON t.workplace_id = e.workplace_id AND t.id = e.core_task_id
{where}
ORDER BY e.id DESC
"""
"""``explog.domain.record.rows.COLUMNS``; the workplace is the code it goes by in this log."""


def open_reader(path: Path, timeout: float = TIMEOUT) -> sqlite3.Connection | None:
    """Open the log at *path* for reading; None where there is none yet, or an empty file.

    A log with a migration before it is migrated first.

    Raises:
        ForeignFileError: When it is not a log.
        NewerLogError: When a newer explog wrote it.
        StoreError: When it cannot be read.
    """
    with on_disk(path):
        try:
            found = standing_of_file(path)
        except FileNotFoundError:
            return None
        refuse_strangers(path, found)
        if found is Standing.EMPTY:
            return None
        conn = opened(path, timeout)
        try:
            current = standing(conn) is Standing.CURRENT
        except BaseException:
            conn.close()
            raise
        if not current:
            from explog.store.opening import connect  # noqa: PLC0415 - see above

            conn.close()
            conn = connect(path, create=False, timeout=timeout)
        conn.execute("PRAGMA query_only = ON")
        return conn


@at_the_boundary
def experiment_records(conn: sqlite3.Connection, *, archived: bool = False) -> list[Row]:
    """Every experiment as ``domain.record.rows.row`` takes it, newest first, by one query.

    Args:
        conn: An open log.
        archived: Whether to include the archived ones.
    """
    where = "" if archived else "WHERE e.archived = 0"
    return conn.execute(_EXPERIMENTS.format(where=where)).fetchall()


@at_the_boundary
def records_of(conn: sqlite3.Connection, ids: Sequence[str]) -> list[Row]:
    """The experiments *ids* as ``explog.domain.record.rows.row`` takes them, in the order of *ids*.

    Args:
        conn: An open log.
        ids: Each once; what is none is left out.
    """
    where = "WHERE e.id IN (SELECT value FROM json_each(?))"
    found = conn.execute(_EXPERIMENTS.format(where=where), (json.dumps([*ids]),)).fetchall()
    by_id = {record[0]: record for record in found}
    return [by_id[ident] for ident in ids if ident in by_id]


@at_the_boundary
def keys(conn: sqlite3.Connection, begun: str) -> list[tuple[str, str]]:
    """Key and title of the experiments in sight whose key is *begun* so, newest first."""
    found = conn.execute(
        "SELECT coalesce(key, id), coalesce(title, '') FROM experiments"
        " WHERE archived = 0 ORDER BY id DESC"
    ).fetchall()
    wanted = begun.casefold()
    return [(key, title) for key, title in found if key.casefold().startswith(wanted)]


def change(path: Path) -> int:
    """A number that every transaction on the log at *path* changes; 0 where there is no file.

    SQLite keeps it at the bytes 24 to 27, as long as the journal mode is not WAL.
    """
    try:
        with path.open("rb") as file:
            return int.from_bytes(file.read(28)[24:], "big")
    except OSError:
        return 0


@at_the_boundary
def count(conn: sqlite3.Connection, *, archived: bool = False) -> int:
    """How many experiments there are; with *archived* those too."""
    where = "" if archived else " WHERE archived = 0"
    ((found,),) = conn.execute(f"SELECT count(*) FROM experiments{where}").fetchall()  # noqa: S608 - ours
    return int(found)


@at_the_boundary
def documents(conn: sqlite3.Connection, kind: str) -> list[Document]:
    """The documents of every subject of *kind*, archived ones included, the oldest first."""
    return [json.loads(document) for _ident, document, _derived in export_parts(conn, kind)]


def workplaces(conn: sqlite3.Connection) -> list[Document]:
    """The workplaces with their core tasks, in the order they were made."""
    return documents(conn, "workplace")


def reviews(conn: sqlite3.Connection) -> list[Document]:
    """The review meetings, in the order they were made."""
    return documents(conn, "review")


def views(conn: sqlite3.Connection) -> list[Document]:
    """The saved views that are not archived, by name."""
    kept = [view for view in documents(conn, "view") if not view.get("archived")]
    return sorted(kept, key=lambda view: alphabetical(str(view.get("name"))))


def agreements(conn: sqlite3.Connection) -> list[Document]:
    """The agreements, in the order they were made."""
    return documents(conn, "agreement")


@at_the_boundary
def thresholds(conn: sqlite3.Connection) -> Document:
    """The house numbers' document; empty where all of them are the defaults."""
    found = conn.execute("SELECT document FROM thresholds ORDER BY id DESC LIMIT 1").fetchall()
    document: Document = json.loads(found[0][0]) if found else {}
    return document


@at_the_boundary
def record(conn: sqlite3.Connection, subject: str) -> tuple[Document, Derived]:
    """The document and the derived facts of *subject*.

    Raises:
        NotFoundError: When nothing is stored of it.
    """
    kind, _, ident = subject.partition("/")
    sql = "SELECT document, derived FROM {table} WHERE id = ?"
    found = conn.execute(of_kind(sql, kind), (ident,)).fetchall()
    if not found:
        raise NotFoundError(subject)
    document, derived = found[0]
    return json.loads(document), json.loads(derived)


@at_the_boundary
def event_bodies(conn: sqlite3.Connection, subject: str | None = None) -> list[str]:
    """The canonical JSON texts of the events of *subject* (of all subjects by default), by id."""
    if subject is None:
        found = conn.execute("SELECT body FROM events ORDER BY id").fetchall()
    else:
        found = conn.execute(
            "SELECT body FROM events WHERE subject = ? ORDER BY id", (subject,)
        ).fetchall()
    return [body for (body,) in found]


@at_the_boundary
def export_parts(conn: sqlite3.Connection, kind: str) -> list[tuple[str, str, str]]:
    """The id, document and derived facts (two JSON texts) of every subject of *kind*, by id."""
    sql = "SELECT id, document, derived FROM {table} ORDER BY id"
    return conn.execute(of_kind(sql, kind)).fetchall()
