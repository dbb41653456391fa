"""The opening ritual: create, refuse, set up, migrate (DESIGN.md 4).

Two processes may perform it at once.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from explog.errors import StoreError
from explog.locale import _
from explog.store import schema
from explog.store.backup import backup, folder_of
from explog.store.connection import BUSY, TIMEOUT, on_disk, opened, patiently, transaction
from explog.store.identity import Standing, refuse_strangers, standing, standing_of_file
from explog.store.privacy import private_file, private_folder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
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


def connect(
    path: Path,
    *,
    create: bool,
    timeout: float = TIMEOUT,
    on_wait: Callable[[], None] | None = None,
) -> sqlite3.Connection:
    """Open the log at *path* for reading and writing, created or brought up to date where need be.

    Args:
        path: Where the log lives. A new file, and new folders above it, are for their owner only.
        create: Whether to make a log where there is none.
        timeout: Seconds to wait for another program that is writing.
        on_wait: Called once when it has been waited for for a while.

    Raises:
        ForeignFileError: When the file is something else; it is left untouched.
        NewerLogError: When a newer explog wrote it; it is left untouched.
        StoreError: When it is missing (without *create*), or cannot be read or written.
    """
    with on_disk(path), _left_as_it_was(path, is_new=create and not path.exists()):
        if create:
            _make(path)
        found = _standing(path)
        refuse_strangers(path, found)
        if found is Standing.EMPTY and not create:
            raise StoreError(path, _("there is no log here yet"))
        conn = opened(path, timeout)
        try:
            patiently(conn, lambda: _set_up(conn, path), on_wait)
        except BaseException:
            conn.close()
            raise
        return conn


def _set_up(conn: sqlite3.Connection, path: Path) -> None:
    """Set what holds for this connection, and bring the log up to date."""
    for pragma in _PRAGMAS:
        conn.execute(f"PRAGMA {pragma}").fetchall()
    _bring_up_to_date(conn, path)


def _make(path: Path) -> None:
    """Make an empty file where there is none."""
    private_folder(path.parent)
    with suppress(FileExistsError):
        private_file(path)


@contextmanager
def _left_as_it_was(path: Path, *, is_new: bool) -> Iterator[None]:
    """Take an empty file that was made here away again when nothing could be written to it.

    Where another program is writing, it is that program's log.
    """
    try:
        yield
    except BaseException as cause:
        is_others = getattr(cause, "reason", "") == _(BUSY)
        if is_new and not is_others:
            with suppress(OSError):
                if path.stat().st_size == 0:
                    path.unlink()
        raise


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
