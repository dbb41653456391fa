"""What marks a file as an explog log, and whether this explog may use it. Standard library only.

Files are judged by their first bytes, before SQLite touches them: opening a foreign file with
SQLite could roll back its journal.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from explog.errors import ForeignFileError, NewerLogError

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

APPLICATION_ID = 0x58504C47
"""``XPLG``, in the header of every log."""

SCHEMA = 2
"""How many migrations a log of this explog has had; kept in ``user_version`` for a cheap check."""

TABLES = {
    "workplace": "workplaces",
    "experiment": "experiments",
    "review": "reviews",
    "agreement": "agreements",
    "thresholds": "thresholds",
    "view": "saved_views",
}
"""The state table of each kind of subject (``explog.domain.naming.vocabulary.Kind``)."""

_HEADER = 100
_MAGIC = b"SQLite format 3\0"


class Standing(Enum):
    """How a file stands to this explog."""

    EMPTY = auto()
    """Nothing in it yet."""
    FOREIGN = auto()
    """Somebody else's, or no database at all."""
    DUE = auto()
    """A log that has a migration before it."""
    CURRENT = auto()
    NEWER = auto()
    """A log that a newer explog has migrated."""


def standing_of_file(path: Path) -> Standing:
    """Judge the file at *path* by its first bytes alone.

    Raises:
        OSError: When it cannot be read; ``FileNotFoundError`` when there is none.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        return Standing.EMPTY
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return Standing.FOREIGN
    return _judged(int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big"))


def standing(conn: sqlite3.Connection) -> Standing:
    """Judge an open database, as the transaction that *conn* is in sees it."""
    ((application_id,),) = conn.execute("PRAGMA application_id").fetchall()
    ((version,),) = conn.execute("PRAGMA user_version").fetchall()
    ((things,),) = conn.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    if application_id == version == things == 0:
        return Standing.EMPTY
    return _judged(application_id, version)


def refuse_strangers(path: Path, found: Standing) -> None:
    """Refuse what is not a log of this explog or an older one.

    Raises:
        ForeignFileError: When it is not a log.
        NewerLogError: When a newer explog wrote it.
    """
    if found is Standing.FOREIGN:
        raise ForeignFileError(path)
    if found is Standing.NEWER:
        raise NewerLogError(path)


def of_kind(sql: str, kind: str) -> str:
    """*sql* with ``{kind}`` and ``{table}`` filled in: our own names, nothing that was typed."""
    return sql.format(kind=kind, table=TABLES[kind])


def _judged(application_id: int, version: int) -> Standing:
    """What the two numbers of a header say."""
    if application_id != APPLICATION_ID:
        return Standing.FOREIGN
    if version == SCHEMA:
        return Standing.CURRENT
    return Standing.NEWER if version > SCHEMA else Standing.DUE
