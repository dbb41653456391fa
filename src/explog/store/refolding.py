"""Bringing the state up to date after events came in: each subject once, and what hangs on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from explog.domain.events import canonical
from explog.domain.record.fold import fold
from explog.domain.record.keys import split
from explog.errors import InvalidError
from explog.store import claims, ledger, state, waiting_counts
from explog.store.deriving import summary_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from explog.domain.events import Event
    from explog.domain.record.fold import Document
    from explog.errors import Problem
    from explog.store.deriving import Deriver


def record(db: Database, events: Sequence[Event], deriver: Deriver) -> None:
    """Add *events* and bring up to date the state of every subject that they touch.

    Raises:
        InvalidError: When documents break the domain's model; nothing may be committed then.
    """
    ledger.record(db, events)
    claimed = claims.claims_in(events)
    claims.record(db, claimed)
    renamed = _renamed(db.conn, {split(claim.key)[0] for claim in claimed})
    refold(db, {event.subject for event in events} | renamed, deriver)


def refold(db: Database, subjects: set[str], deriver: Deriver) -> None:
    """Write the state of *subjects* anew from their events.

    Where the thresholds are among them, the derived facts of all experiments follow.
    """
    thresholds = {subject for subject in subjects if state.is_thresholds(subject)}
    _refold(db, thresholds, None, deriver)
    numbers = state.thresholds_of(db.conn)
    _refold(db, subjects - thresholds, numbers, deriver)
    if thresholds:
        _derive_again(db, subjects, numbers, deriver)


def _refold(
    db: Database, subjects: Iterable[str], thresholds: Document | None, deriver: Deriver
) -> None:
    """Fold and write *subjects*, the oldest first; the problems of all are collected."""
    ordered = sorted(subjects, key=state.ident_of)
    names = claims.names(db.conn, ordered)
    rows: list[state.StateRow] = []
    problems: list[Problem] = []
    for subject in ordered:
        found = fold(ledger.events_of(db.conn, subject))
        try:
            row = state.state_of(subject, found, names.get(subject), thresholds, deriver)
        except InvalidError as error:
            problems.extend(error.problems)
            continue
        if row is None:
            state.remove(db.conn, subject)
        else:
            rows.append(row)
    if problems:
        raise InvalidError(problems)
    state.write(db, rows)
    if any(row.table == "reviews" for row in rows):
        waiting_counts.forget_held(db.conn)


def _renamed(conn: sqlite3.Connection, prefixes: Iterable[str]) -> set[str]:
    """The subjects whose stored key is no longer theirs after new claims with *prefixes*."""
    found: set[str] = set()
    for prefix in prefixes:
        for subject, name in claims.names_of_clash(conn, prefix).items():
            document = state.document_of(conn, subject)
            if document is not None and document.get("key", name.key) != name.key:
                found.add(subject)
    return found


def _derive_again(
    db: Database, fresh: set[str], thresholds: Document | None, deriver: Deriver
) -> None:
    """Bring the derived facts of all experiments but the *fresh* ones up to date."""
    found = db.conn.execute("SELECT id, derived, document FROM experiments").fetchall()
    for ident, before, text in found:
        subject = f"experiment/{ident}"
        if subject in fresh:
            continue
        versions = json.loads(before)["versions"]
        after = canonical(summary_of(deriver, subject, json.loads(text), thresholds, versions))
        if after != before:
            db.conn.execute("UPDATE experiments SET derived = ? WHERE id = ?", (after, ident))
