"""What is wrong with a log.

SQLite's own checks miss most flipped bits: every event's hash is checked as well.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pydantic import ValidationError

from explog.domain.events import Event, canonical
from explog.errors import Problem
from explog.locale import _
from explog.store.connection import transaction
from explog.store.differences import differences, mending

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explog.store.deriving import Deriver

_COLUMNS = ("id", "subject", "act", "at", "as_of", "device", "undoes")

_EVENTS = "SELECT id, subject, act, at, as_of, device, undoes, body FROM events ORDER BY id"
"""``_COLUMNS`` and the body."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}

_UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What SQLite raises where it cannot go on, the second when its own words quote the damage."""


def check(conn: sqlite3.Connection, deriver: Deriver) -> list[Problem]:
    """Everything wrong with the log, by one unchanging view of it; an empty list is a sound log."""
    found = _of_index(conn)
    try:
        with transaction(conn, "BEGIN"), _readable(conn):
            found.extend(_of_sqlite(conn))
            events, flaws = _events(conn)
            found.extend(flaws)
            found.extend(differences(conn, events, deriver))
    except _UNREADABLE as cause:
        found.append(Problem("sqlite", str(cause)))
    return found


@contextmanager
def _readable(conn: sqlite3.Connection) -> Iterator[None]:
    """Let texts with broken bytes be read: they are to be named, not to end the check."""
    conn.text_factory = lambda raw: raw.decode(errors="replace")
    try:
        yield
    finally:
        conn.text_factory = str


def _of_index(conn: sqlite3.Connection) -> list[Problem]:
    """Whether the full-text indexes fit their texts; not asked where the log cannot be written to.

    FTS5 is asked by a write that changes nothing.
    """
    try:
        conn.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        conn.execute("INSERT INTO endings (endings) VALUES ('integrity-check')")
    except _UNREADABLE as cause:
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        return [mending("search")] if code in _DAMAGED else []
    return []


def _of_sqlite(conn: sqlite3.Connection) -> list[Problem]:
    """What SQLite itself finds."""
    try:
        found = conn.execute("PRAGMA integrity_check").fetchall()
        found += conn.execute("PRAGMA foreign_key_check").fetchall()
    except _UNREADABLE as cause:
        found = [(str(cause),)]
    said = (" ".join(map(str, row)) for row in found)
    return [Problem("sqlite", line) for line in said if line != "ok"]


def _events(conn: sqlite3.Connection) -> tuple[list[Event], list[Problem]]:
    """The sound events, and what is wrong with the others."""
    sound: list[Event] = []
    flaws: list[Problem] = []
    said = _("this event was changed after it was written")
    for *columns, body in conn.execute(_EVENTS).fetchall():
        event = _sound(columns, body)
        if event is None:
            flaws.append(Problem(f"{columns[1]}/{columns[0]}", said))
        else:
            sound.append(event)
    return sound, flaws


def _sound(columns: Sequence[str | None], body: str) -> Event | None:
    """The event in *body*, when its hash fits and the *columns* beside it say the same."""
    try:
        event = Event.model_validate_json(body)
    except ValidationError:
        return None
    told = [getattr(event, name) for name in _COLUMNS]
    same = canonical(event.body()) == body and told == [*columns]
    return event if same and event.is_intact() else None
