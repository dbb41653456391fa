"""The events: what counts in a log. They are added and read, never changed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from explog.domain.events import Event, canonical
from explog.errors import StoreError
from explog.locale import _
from explog.store.connection import path_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from sqlite_utils import Database

_UNDOABLE = """
SELECT body FROM events AS e
WHERE device = ? AND undoes IS NULL AND NOT EXISTS (
  SELECT 1 FROM events AS u
  WHERE u.undoes = e.id AND NOT EXISTS (SELECT 1 FROM events AS r WHERE r.undoes = u.id)
)
ORDER BY id DESC LIMIT 1
"""
"""An undo that was itself undone counts no longer."""

_REDOABLE = """
SELECT body FROM events AS u
WHERE device = ? AND undoes IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM events AS r WHERE r.undoes = u.id)
  AND EXISTS (SELECT 1 FROM events AS e WHERE e.id = u.undoes AND e.undoes IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM events AS n WHERE n.device = u.device AND n.undoes IS NULL AND n.id > u.id
  )
ORDER BY id DESC LIMIT 1
"""
"""What undid an undo is a redo, and never done again."""


def record(db: Database, events: Sequence[Event]) -> None:
    """Add *events*, whose ids must be new."""
    db.table("events").insert_all(_row(event) for event in events)


def events_of(conn: sqlite3.Connection, subject: str) -> list[Event]:
    """The events of *subject*, by id: the order in which they were made."""
    found = conn.execute("SELECT body FROM events WHERE subject = ? ORDER BY id", (subject,))
    return _events(conn, subject, [body for (body,) in found.fetchall()])


def subjects(conn: sqlite3.Connection) -> set[str]:
    """Every subject that has events."""
    return {subject for (subject,) in conn.execute("SELECT subject FROM events").fetchall()}


def hashes(conn: sqlite3.Connection, events: Sequence[Event]) -> dict[str, str]:
    """The hashes of those of *events* whose ids the log has, by id."""
    ids = canonical([event.id for event in events])
    found = conn.execute(
        "SELECT e.id, e.sha256 FROM json_each(?) AS i JOIN events AS e ON e.id = i.value", (ids,)
    )
    return dict(found.fetchall())


def newest_undoable(conn: sqlite3.Connection, device: str) -> Event | None:
    """The newest event of *device* that is neither an undo nor taken back."""
    found = conn.execute(_UNDOABLE, (device,)).fetchall()
    return _events(conn, device, [body for (body,) in found])[0] if found else None


def newest_redoable(conn: sqlite3.Connection, device: str) -> Event | None:
    """The newest undo of *device* that stands, unless *device* did something since."""
    found = conn.execute(_REDOABLE, (device,)).fetchall()
    return _events(conn, device, [body for (body,) in found])[0] if found else None


def _row(event: Event) -> dict[str, str | None]:
    """The columns of *event*."""
    return {
        "id": event.id,
        "subject": event.subject,
        "act": event.act,
        "at": event.at,
        "as_of": event.as_of,
        "device": event.device,
        "undoes": event.undoes,
        "body": canonical(event.body()),
    }


@cache
def _reader() -> TypeAdapter[list[Event]]:
    """Reads many events in one go, which takes a third of the time."""
    return TypeAdapter(list[Event])


def _events(conn: sqlite3.Connection, whose: str, bodies: list[str]) -> list[Event]:
    """Read *bodies*, stored by ourselves; one that cannot be read was damaged on the disk."""
    try:
        return _reader().validate_json(f"[{','.join(bodies)}]")
    except ValidationError as cause:
        said = _(
            "an event of {whose} is damaged; `explog check` says more, and backups can be restored"
        )
        raise StoreError(path_of(conn), said.format(whose=whose)) from cause
