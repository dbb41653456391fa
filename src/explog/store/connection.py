"""How a file is opened, and what SQLite's errors become. Standard library only."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from explog.errors import StoreError
from explog.locale import N_, _
from explog.locale.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

P = ParamSpec("P")
T = TypeVar("T")

Row: TypeAlias = tuple[Any, ...]
"""One row as SQLite hands it over."""

TIMEOUT = 30.0
"""Seconds a connection waits for another one to finish writing."""

PATIENCE = 2.0
"""Seconds of waiting after which a person is told what is waited for."""

OLDEST_SQLITE = (3, 37, 0)
"""The first SQLite with STRICT tables."""

BUSY = N_("another program is writing to it; try again in a moment")
DAMAGED = N_("the file is damaged; `explog check` says more, and backups can be restored")

_REASONS = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_FULL: N_("the disk is full"),
    sqlite3.SQLITE_READONLY: N_("it may not be written to"),
    sqlite3.SQLITE_CANTOPEN: N_("it or its folder may not be opened"),
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_IOERR: N_("the disk could not be read or written, or is full"),
}
"""What a person can do about the errors that are not explog's own, by SQLite's primary code."""


def opened(path: Path, timeout: float = TIMEOUT) -> sqlite3.Connection:
    """Open the existing file at *path*, for writing where the system allows it.

    Args:
        path: The file.
        timeout: Seconds to wait for another connection that is writing.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        said = _("SQLite {found} is too old; 3.37 or newer is needed")
        raise StoreError(path, said.format(found=sqlite3.sqlite_version))
    uri = f"{path.absolute().as_uri()}?mode=rw"
    conn = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
    conn.execute("PRAGMA cell_size_check = ON")
    return conn


def path_of(conn: sqlite3.Connection) -> Path:
    """The file behind *conn*."""
    names = {name: file for _seq, name, file in conn.execute("PRAGMA database_list").fetchall()}
    return Path(names["main"])


@contextmanager
def wrapped(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file at *path* into ``StoreError``; bugs pass through."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as cause:
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        raise StoreError(path, _(_REASONS[code]) if code in _REASONS else str(cause)) from cause
    except UnicodeDecodeError as cause:  # SQLite's own words quoted what is damaged
        raise StoreError(path, _(DAMAGED)) from cause


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """``wrapped``, and the file system's errors about *path* as well."""
    try:
        with wrapped(path):
            yield
    except OSError as cause:
        raise StoreError(path, reason(cause)) from cause


def at_the_boundary(
    function: Callable[Concatenate[sqlite3.Connection, P], T],
) -> Callable[Concatenate[sqlite3.Connection, P], T]:
    """Let *function*, whose first parameter is a connection, raise ``StoreError`` for SQLite's."""

    @wraps(function)
    def guarded(conn: sqlite3.Connection, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with wrapped(path_of(conn)):
            return function(conn, *args, **kwargs)

    return guarded


def patiently(
    conn: sqlite3.Connection, do: Callable[[], T], on_wait: Callable[[], None] | None
) -> T:
    """What *do* gives; once it has waited for another program for a while, *on_wait* is told.

    Args:
        conn: What *do* works with; it waits as long in all as it was opened for.
        do: May be done twice: what is refused because of a lock has changed nothing.
        on_wait: None for nobody to tell.
    """
    ((timeout,),) = conn.execute("PRAGMA busy_timeout").fetchall()
    first = int(PATIENCE * 1000)
    if on_wait is None or timeout <= first:
        return do()
    try:
        conn.execute(f"PRAGMA busy_timeout = {first}")
        try:
            return do()
        except (sqlite3.OperationalError, StoreError) as error:
            if not _is_busy(error):
                raise
        on_wait()
        conn.execute(f"PRAGMA busy_timeout = {timeout - first}")
        return do()
    finally:
        conn.execute(f"PRAGMA busy_timeout = {timeout}")


def _is_busy(error: sqlite3.OperationalError | StoreError) -> bool:
    """Whether another program had the lock."""
    cause = error.__cause__ if isinstance(error, StoreError) else error
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def transaction(
    conn: sqlite3.Connection,
    begin: str = "BEGIN IMMEDIATE",
    on_wait: Callable[[], None] | None = None,
) -> Iterator[None]:
    """One transaction: everything or nothing. Errors of what is done inside are left to that.

    Args:
        conn: A connection that is not in a transaction.
        begin: ``BEGIN IMMEDIATE`` before any write (a deferred one loses rows of others),
            ``BEGIN`` for one unchanging view of several reads.
        on_wait: Called once when another program has been waited for for a while.
    """
    path = path_of(conn)
    with wrapped(path):
        patiently(conn, lambda: conn.execute(begin), on_wait)
    try:
        yield
        with wrapped(path):
            conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            # What cannot be rolled back here is rolled back when the connection is closed.
            with suppress(sqlite3.Error):
                conn.execute("ROLLBACK")
        raise
