"""Drafts in the table ``drafts`` of a log. Standard library only while there is a log.

Each call opens the file for itself and lets go of it, so that no form holds up another program.
"""

from __future__ import annotations

import json
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from explog.domain.acts.draft import Draft, Place, without_numbers
from explog.store.connection import on_disk, transaction
from explog.store.reading import open_reader
from explog.store.waiting_counts import is_too_late

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from explog.store.connection import Row

PATIENCE = 2.0
"""Seconds to wait for another program that is writing; the next key tries again."""

_EVERY = """
SELECT place, at, answers FROM drafts
WHERE json_valid(place) AND json_valid(answers) ORDER BY at DESC
"""
_ONE = "SELECT place, at, answers FROM drafts WHERE place = ? AND json_valid(answers)"
_KEEP = "INSERT OR REPLACE INTO drafts (place, at, answers) VALUES (?, ?, ?)"
_DROP = "DELETE FROM drafts WHERE place = ?"


class StoredDrafts:
    """``explog.journal.drafts.Drafts`` in the log at a path."""

    def __init__(self, path: Path) -> None:
        """Keep them in the log at *path*; nothing is opened yet."""
        self._path = path

    def every(self) -> list[Draft]:
        """All of them, the newest first."""
        with self._opened() as conn:
            return [] if conn is None else _read(conn.execute(_EVERY).fetchall())

    def of(self, place: Place) -> Draft | None:
        """The one of the form *place*."""
        with self._opened() as conn:
            rows = [] if conn is None else conn.execute(_ONE, (_written(place),)).fetchall()
        return next(iter(_read(rows)), None)

    def keep(self, place: Place, answers: Mapping[str, str], *, make: bool = True) -> None:
        """Keep *answers*, without person numbers; with none left the draft is let go.

        What was counted in a meeting is not kept once that is held.
        """
        kept = without_numbers(answers)
        with self._opened(make=make and bool(kept)) as conn:
            if conn is None:
                return
            with transaction(conn):
                if kept and not is_too_late(conn, place):
                    at = datetime.now(UTC).isoformat(timespec="milliseconds")
                    told = json.dumps(kept, ensure_ascii=False)
                    conn.execute(_KEEP, (_written(place), at, told))
                else:
                    conn.execute(_DROP, (_written(place),))

    @contextmanager
    def _opened(self, *, make: bool = False) -> Iterator[sqlite3.Connection | None]:
        """The log, open for a moment; None where there is none and none is made."""
        with on_disk(self._path):
            conn = open_reader(self._path, PATIENCE)
            if conn is None and make:
                # Only to make a log; it brings sqlite_utils.
                from explog.store.opening import connect  # noqa: PLC0415 - see above

                conn = connect(self._path, create=True, timeout=PATIENCE)
            if conn is None:
                yield None
                return
            with closing(conn):
                # What was let go is overwritten, and what is kept survives a power cut.
                conn.execute("PRAGMA query_only = OFF").fetchall()
                conn.execute("PRAGMA secure_delete = ON").fetchall()
                conn.execute("PRAGMA synchronous = EXTRA").fetchall()
                yield conn


def _written(place: Place) -> str:
    """*place* as it stands in the table."""
    return json.dumps([*place], ensure_ascii=False)


def _read(rows: list[Row]) -> list[Draft]:
    """The drafts in *rows*; what no explog wrote is passed over."""
    found = []
    for place, at, answers in rows:
        where, texts = json.loads(place), json.loads(answers)
        if isinstance(where, list) and len(where) in range(1, 4) and isinstance(texts, dict):
            typed = {str(name): str(text) for name, text in texts.items()}
            found.append(Draft(Place(*where), at, typed))
    return found
