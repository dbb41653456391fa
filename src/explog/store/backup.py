"""Verified copies of a log, made while others may be writing.

A plain copy of the file would often be broken.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from explog.errors import StoreError
from explog.locale import _
from explog.store.connection import BUSY, TIMEOUT, on_disk, opened, path_of
from explog.store.identity import Standing, refuse_strangers, standing, standing_of_file
from explog.store.privacy import private_file, private_folder, put_in_place
from explog.store.waiting_counts import leave_out

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"^(?P<log>.+)-(?P<stamp>\d{8}T\d{6}Z)(-(?P<number>\d+))?\.db$")


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One copy, as its file name tells; a later one is greater."""

    moment: datetime
    """When it was made, UTC, to the second."""
    number: int
    """1 for the first of its second."""
    log: str
    """The file name of the log it is a copy of, without the ending."""
    path: Path


def folder_of(path: Path) -> Path:
    """Where the backups of the log at *path* are kept: beside it."""
    return path.parent / "backups"


def backups(folder: Path) -> list[Backup]:
    """The backups in *folder*, of all logs, the newest first; a missing folder has none."""
    with on_disk(folder):
        paths = list(folder.iterdir()) if folder.is_dir() else []
    return sorted(filter(None, map(_named, paths)), reverse=True)


def _named(path: Path) -> Backup | None:
    """The backup that the name of *path* tells of; None when it is something else."""
    match = _NAME.match(path.name)
    if match is None:
        return None
    try:
        moment = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
    except ValueError:  # digits, but no day
        return None
    return Backup(moment, int(match["number"] or 1), match["log"], path)


def backup(source: sqlite3.Connection | Path, folder: Path, moment: datetime) -> Path:
    """Copy what is committed of a log into *folder* and prove that the copy is sound.

    Args:
        source: The path of a log, or an open one. It is read by a connection of its own, since
            SQLite copies nothing for one that is in the middle of a write.
        folder: Made where it is missing, for the owner only.
        moment: Now, with its time zone; the copy is named after it.

    Returns:
        The copy, which only its owner can read.

    Raises:
        ForeignFileError: When there is no log at the path.
        StoreError: When it cannot be copied, or the copy is not sound; no copy is left then.
    """
    path = source if isinstance(source, Path) else path_of(source)
    with on_disk(path):
        refuse_strangers(path, standing_of_file(path))
        with closing(opened(path)) as conn, on_disk(folder):
            private_folder(folder)
            return copied(conn, free_name(folder, path.stem, moment))


def free_name(folder: Path, log: str, moment: datetime) -> Path:
    """The first name in *folder* for a copy of *log* made at *moment* that is not taken."""
    stem = f"{log}-{moment.astimezone(UTC).strftime(_STAMP)}"
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(path for name in names if not (path := folder / f"{name}.db").exists())


def copied(source: sqlite3.Connection, path: Path) -> Path:
    """Copy *source* to *path*, in place of what is there, once the copy has proved sound.

    Without what is counted in a meeting that goes on: a copy may outlive the meeting.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    with on_disk(path):
        partial.unlink(missing_ok=True)
        private_file(partial)
        try:
            with closing(opened(partial)) as target:
                pour(source, target)
                leave_out(target)
                prove(target, path)
            put_in_place(partial, path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    return path


def pour(source: sqlite3.Connection, target: sqlite3.Connection, timeout: float = TIMEOUT) -> None:
    """Put the content of *source* into *target* in one transaction of each.

    Args:
        source: May be written to by others meanwhile; the copy shows one moment of it.
        target: Other connections to it see all of the new content or none.
        timeout: Seconds to wait for a lock; Python's own wait is endless.
    """
    deadline = time.monotonic() + timeout

    def give_up_in_the_end(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > deadline:
            raise StoreError(path_of(target), _(BUSY))

    source.backup(target, progress=give_up_in_the_end, sleep=0.05)


def prove(conn: sqlite3.Connection, path: Path) -> None:
    """Refuse a copy that is not a sound log of this explog or an older one.

    Args:
        conn: The copy.
        path: What the sentence names.
    """
    said = conn.execute("PRAGMA integrity_check").fetchall()
    if said != [("ok",)]:
        raise StoreError(path, _("the copy is damaged: {said}").format(said=said[0][0]))
    found = standing(conn)
    refuse_strangers(path, Standing.FOREIGN if found is Standing.EMPTY else found)
