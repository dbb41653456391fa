"""Going back to a backup, without losing what is there now."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

from explog.errors import ForeignFileError, StoreError
from explog.store.backup import backup, copied, folder_of, free_name, pour, prove
from explog.store.connection import on_disk, opened
from explog.store.identity import Standing, refuse_strangers, standing_of_file
from explog.store.privacy import private_file, private_folder

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime
    from pathlib import Path

_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite may have left beside a file, and would apply to the next one of its name."""


def restore(backup_file: Path, path: Path, moment: datetime) -> Path | None:
    """Let the log at *path* be what *backup_file* is.

    A sound log is changed through SQLite, so that other windows on it see the change and nothing
    they write gets lost; a damaged one is replaced.

    Args:
        backup_file: A sound log of this explog or an older one; the next opening migrates it.
        path: The log, which may be damaged or missing.
        moment: Now, with its time zone.

    Returns:
        The copy of what was there before, among the backups of *path*; None where nothing was.

    Raises:
        ForeignFileError: When *backup_file* is not a log; nothing was changed, here and below.
        NewerLogError: When a newer explog wrote it.
        StoreError: When it is damaged, or *path* cannot be written.
    """
    with on_disk(backup_file):
        refuse_strangers(backup_file, standing_of_file(backup_file))
        with closing(opened(backup_file)) as source:
            prove(source, backup_file)
            return _restore(source, path, moment)


def _restore(source: sqlite3.Connection, path: Path, moment: datetime) -> Path | None:
    """Put *source* at *path*."""
    with on_disk(path):
        private_folder(path.parent)
        if not path.exists() or standing_of_file(path) is Standing.EMPTY:
            copied(source, path)
            return None
        try:
            kept = backup(path, folder_of(path), moment)
        except (StoreError, ForeignFileError):
            kept = _set_aside(path, moment)
            copied(source, path)
            return kept
        with closing(opened(path)) as target:
            target.execute("PRAGMA synchronous = EXTRA")
            pour(source, target)
        return kept


def _set_aside(path: Path, moment: datetime) -> Path:
    """Keep the bytes of a damaged log and of what SQLite left beside it, which is taken away."""
    folder = folder_of(path)
    private_folder(folder)
    kept = free_name(folder, f"{path.stem}-damaged", moment)
    for end in ("", *_BESIDE):
        part = path.with_name(path.name + end)
        if part.exists():
            copy = kept.with_name(kept.name + end)
            private_file(copy)
            shutil.copyfile(part, copy)
    for end in _BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)
    return kept
