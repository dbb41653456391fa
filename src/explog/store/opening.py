"""The opening ritual: create, refuse, set up, migrate (DESIGN.md 4).

Two processes may perform it at once.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from explog.errors import StoreError
from explog.locale import _
from explog.store import schema
from explog.store.backup import backup, folder_of
from explog.store.connection import TIMEOUT, on_disk, opened, transaction
from explog.store.identity import Standing, refuse_strangers, standing, standing_of_file
from explog.store.privacy import private_file, private_folder

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_PRAGMAS = (
    "foreign_keys = ON",
    # What is deleted is overwritten, so that a redacted text is gone from the file.
    "secure_delete = ON",
    # Not WAL: it fails on network drives, and SQLite up to 3.51.2 can corrupt one when it is reset.
    "journal_mode = DELETE",
    # EXTRA also syncs the folder after the journal is deleted: what is acknowledged survives a
    # power cut.
    "synchronous = EXTRA",
)


def connect(path: Path, *, create: bool, timeout: float = TIMEOUT) -> sqlite3.Connection:
    """Open the log at *path* for reading and writing, created or brought up to date where need be.

    Args:
        path: Where the log lives. A new file, and new folders above it, are for their owner only.
        create: Whether to make a log where there is none.
        timeout: Seconds to wait for another program that is writing.

    Raises:
        ForeignFileError: When the file is something else; it is left untouched.
        NewerLogError: When a newer explog wrote it; it is left untouched.
        StoreError: When it is missing (without *create*), or cannot be read or written.
    """
    with on_disk(path):
        if create:
            _make(path)
        found = _standing(path)
        refuse_strangers(path, found)
        if found is Standing.EMPTY and not create:
            raise StoreError(path, _("there is no log here yet"))
        conn = opened(path, timeout)
        try:
            for pragma in _PRAGMAS:
                conn.execute(f"PRAGMA {pragma}").fetchall()
            _bring_up_to_date(conn, path)
        except BaseException:
            conn.close()
            raise
        return conn


def _make(path: Path) -> None:
    """Make an empty file where there is none."""
    private_folder(path.parent)
    with suppress(FileExistsError):
        private_file(path)


def _standing(path: Path) -> Standing:
    """How the file stands to us; a missing one counts as empty."""
    try:
        return standing_of_file(path)
    except FileNotFoundError:
        return Standing.EMPTY


def _bring_up_to_date(conn: sqlite3.Connection, path: Path) -> None:
    """Migrate under the write lock, asking again there: another process may have been faster."""
    if standing(conn) is Standing.CURRENT:
        return
    with transaction(conn):
        found = standing(conn)
        refuse_strangers(path, found)
        if found is Standing.DUE:
            backup(path, folder_of(path), datetime.now(UTC))
        if found is not Standing.CURRENT:
            schema.migrate(conn)
