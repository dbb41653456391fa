"""What is wrong with a log.

SQLite's own checks miss most flipped bits: every event's hash is checked as well.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pydantic import ValidationError

from explog.domain.events import Event, canonical
from explog.domain.fold import fold
from explog.domain.keys import assigned
from explog.errors import InvalidError, Problem
from explog.locale import _
from explog.store import claims, state
from explog.store.connection import transaction
from explog.store.identity import TABLES, of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explog.domain.fold import Document
    from explog.domain.keys import Assigned
    from explog.store.deriving import Deriver

_WORDS = """
SELECT s.subject, f.key, f.title, f.text
FROM searched AS s JOIN search AS f ON f.rowid = s.n
"""

_COLUMNS = ("id", "subject", "act", "at", "as_of", "device", "undoes")


def check(conn: sqlite3.Connection, deriver: Deriver) -> list[Problem]:
    """Everything wrong with the log, by one unchanging view of it; an empty list is a sound log."""
    found: list[Problem] = []
    try:
        with transaction(conn, "BEGIN"), _readable(conn):
            found.extend(_of_sqlite(conn))
            events, flaws = _events(conn)
            found.extend(flaws)
            found.extend(_of_state(conn, events, deriver))
    except sqlite3.DatabaseError as cause:  # a page so damaged that SQLite stops reading
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


def _of_sqlite(conn: sqlite3.Connection) -> list[Problem]:
    """What SQLite itself finds."""
    said = [line for (line,) in conn.execute("PRAGMA integrity_check").fetchall() if line != "ok"]
    said += [str(row) for row in conn.execute("PRAGMA foreign_key_check").fetchall()]
    return [Problem("sqlite", line) for line in said]


def _events(conn: sqlite3.Connection) -> tuple[list[Event], list[Problem]]:
    """The sound events, and what is wrong with the others."""
    sound: list[Event] = []
    flaws: list[Problem] = []
    found = conn.execute(
        "SELECT id, subject, act, at, as_of, device, undoes, body FROM events ORDER BY id"
    )
    for *columns, body in found.fetchall():
        event = _sound(columns, body)
        if event is None:
            flaws.append(
                Problem(
                    f"{columns[1]}/{columns[0]}", _("this event was changed after it was written")
                )
            )
        else:
            sound.append(event)
    return sound, flaws


def _sound(columns: Sequence[str | None], body: str) -> Event | None:
    """The event in *body*, when its hash fits and the *columns* beside it say the same."""
    try:
        event = Event.model_validate_json(body)
        same = canonical(event.body()) == body and [getattr(event, name) for name in _COLUMNS] == [
            *columns
        ]
        return event if same and event.is_intact() else None
    except ValidationError:
        return None


def _of_state(
    conn: sqlite3.Connection, events: Sequence[Event], deriver: Deriver
) -> Iterator[Problem]:
    """Where the stored state is not what the *events* add up to."""
    by_subject: dict[str, list[Event]] = {}
    for event in events:
        by_subject.setdefault(event.subject, []).append(event)
    made = claims.claims_in(events)
    stored = _stored(conn)
    said = _("what is stored differs from what the events say; `explog rebuild` mends it")
    for subject, row in _rows(by_subject, assigned(made), deriver):
        if isinstance(row, InvalidError):
            yield from row.problems
        elif (None if row is None else _shown(row)) != stored.get(subject):
            yield Problem(subject, said)
    for subject in sorted(stored.keys() - by_subject.keys()):
        yield Problem(subject, said)
    kept = conn.execute("SELECT event, subject, key FROM keys ORDER BY event").fetchall()
    if kept != sorted((claim.event, claim.subject, claim.key) for claim in made):
        yield Problem("keys", said)


def _rows(
    by_subject: dict[str, list[Event]], names: dict[str, Assigned], deriver: Deriver
) -> Iterator[tuple[str, state.StateRow | InvalidError | None]]:
    """What should be stored of each subject: its row, none, or what is wrong with its document."""
    numbers: Document | None = None
    for subject in sorted(
        by_subject, key=lambda subject: (not state.is_thresholds(subject), subject)
    ):
        found = fold(by_subject[subject])
        try:
            row = state.state_of(subject, found, names.get(subject), numbers, deriver)
        except InvalidError as error:
            yield subject, error
            continue
        if row is not None and state.is_thresholds(subject):
            numbers = json.loads(row.document)
        yield subject, row


def _shown(row: state.StateRow) -> tuple[object, ...]:
    """*row* as ``_stored`` gives it."""
    return (row.key, row.folded, row.derived, row.document, *row.words)


def _stored(conn: sqlite3.Connection) -> dict[str, tuple[object, ...]]:
    """What is stored and what is searchable, by subject."""
    found: dict[str, tuple[object, ...]] = {}
    for kind in TABLES:
        sql = of_kind("SELECT id, key, folded, derived, document FROM {table}", kind)
        found.update(
            {f"{kind}/{ident}": tuple(columns) for ident, *columns in conn.execute(sql).fetchall()}
        )
    words = conn.execute(_WORDS)
    for subject, *texts in words.fetchall():
        found[subject] = (*found.get(subject, ()), *texts)
    return found
