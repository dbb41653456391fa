"""Where what is stored is not what the events add up to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from explog.domain.record.fold import fold
from explog.domain.record.keys import Assigned, Claim, assigned, folded
from explog.errors import InvalidError, Problem
from explog.locale import _
from explog.store import claims, state
from explog.store.identity import TABLES, of_kind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from explog.domain.events import Event
    from explog.domain.record.fold import Document
    from explog.store.deriving import Deriver

_WORDS = """
SELECT s.subject, f.subject, f.key, f.title, f.text
FROM searched AS s LEFT JOIN search AS f ON f.rowid = s.n
"""


def mending(place: str) -> Problem:
    """The problem at *place* that making everything again from the events mends."""
    said = _("what is stored differs from what the events say; `explog rebuild` mends it")
    return Problem(place, said)


def differences(
    conn: sqlite3.Connection, events: Sequence[Event], deriver: Deriver
) -> Iterator[Problem]:
    """Where state, keys and search are not what the sound *events* of the log add up to."""
    by_subject: dict[str, list[Event]] = {}
    for event in events:
        by_subject.setdefault(event.subject, []).append(event)
    made = claims.claims_in(events)
    stored = _stored(conn)
    for subject, row in _rows(by_subject, assigned(made), deriver):
        if isinstance(row, InvalidError):
            yield from row.problems
        elif (None if row is None else _shown(row)) != stored.get(subject):
            yield mending(subject)
    for subject in sorted(stored.keys() - by_subject.keys()):
        yield mending(subject)
    if not _are_kept(conn, made):
        yield mending("keys")


def _rows(
    by_subject: Mapping[str, Sequence[Event]], names: Mapping[str, Assigned], deriver: Deriver
) -> Iterator[tuple[str, state.StateRow | InvalidError | None]]:
    """What should be stored of each subject: its row, none, or what is wrong with its document."""
    numbers: Document | None = None
    for subject in sorted(by_subject, key=lambda each: (not state.is_thresholds(each), each)):
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
    return (row.key, row.folded, row.derived, row.document, row.subject, *row.words)


def _stored(conn: sqlite3.Connection) -> dict[str, tuple[object, ...]]:
    """What is stored and what is searchable, by subject."""
    found: dict[str, tuple[object, ...]] = {}
    for kind in TABLES:
        sql = of_kind("SELECT id, key, folded, derived, document FROM {table}", kind)
        for ident, *columns in conn.execute(sql).fetchall():
            found[f"{kind}/{ident}"] = tuple(columns)
    for subject, *texts in conn.execute(_WORDS).fetchall():
        found[subject] = (*found.get(subject, ()), *texts)
    return found


def _are_kept(conn: sqlite3.Connection, made: Sequence[Claim]) -> bool:
    """Whether the claims stored are those that were *made*."""
    kept = conn.execute("SELECT event, subject, key, folded FROM keys ORDER BY event").fetchall()
    return kept == sorted((each.event, each.subject, each.key, folded(each.key)) for each in made)
