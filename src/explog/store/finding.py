"""From what a person types to a subject: a key in any spelling, a former key, or an id.

Standard library only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explog.domain.record.keys import folded, split
from explog.store.connection import at_the_boundary
from explog.store.identity import TABLES, of_kind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_ID = re.compile(r"[0-9a-f-]{8,36}")
"""An id, or so much of one that it is not a key."""

_MOST_NEAR = 3


@at_the_boundary
def find(conn: sqlite3.Connection, ref: str, kinds: Sequence[str] = ()) -> str | None:
    """The subject that *ref* means; None where there is none, or no telling which.

    Args:
        conn: An open log.
        ref: A key (``LYS-03``, also ``lys-3``; ``BOR-01`` finds ``BØR-01`` where no other is called
            so), a former key, ``kind/id``, an id, or at least the first eight letters of one.
        kinds: The kinds to look among; all of them by default.
    """
    among = kinds or tuple(TABLES)
    keyed = _by_key(conn, ref, among)
    if keyed:
        return _closest(ref, keyed)
    former = _by_former_key(conn, ref, among)
    found = former or _by_id(conn, ref, among)
    return found[0] if len(found) == 1 else None


@at_the_boundary
def near(conn: sqlite3.Connection, ref: str, kinds: Sequence[str] = ()) -> list[str]:
    """Up to three keys that look like *ref*, the likest first."""
    from difflib import get_close_matches  # noqa: PLC0415 - seldom needed

    sql = "SELECT folded, coalesce(key, folded) FROM {table} WHERE folded IS NOT NULL"
    keys = dict(conn.execute(_each_kind(sql, kinds or tuple(TABLES))).fetchall())
    return [keys[plain] for plain in get_close_matches(folded(ref), keys, n=_MOST_NEAR)]


def _by_key(conn: sqlite3.Connection, ref: str, kinds: Sequence[str]) -> list[tuple[str, str]]:
    """The subjects whose key looks like *ref* once folded, with the key."""
    sql = _each_kind(
        "SELECT '{kind}/' || id, coalesce(key, folded) FROM {table} WHERE folded = :plain", kinds
    )
    return conn.execute(sql, {"plain": folded(ref)}).fetchall()


def _closest(ref: str, keyed: list[tuple[str, str]]) -> str | None:
    """The one whose key is spelled most like *ref*, where there is one.

    That is letter for letter, else but for leading zeros, else but for Danish letters.
    """
    typed = ref.strip().upper()
    for same in (
        [subject for subject, key in keyed if key.upper() == typed],
        [subject for subject, key in keyed if split(key.upper()) == split(typed)],
    ):
        if same:
            return same[0] if len(same) == 1 else None
    return keyed[0][0] if len(keyed) == 1 else None


def _by_former_key(conn: sqlite3.Connection, ref: str, kinds: Sequence[str]) -> list[str]:
    """The subjects that once claimed a key like *ref* and still exist."""
    found = conn.execute(
        "SELECT DISTINCT subject FROM keys WHERE folded = ?", (folded(ref),)
    ).fetchall()
    return [subject for (claimed,) in found for subject in _by_id(conn, claimed, kinds)]


def _by_id(conn: sqlite3.Connection, ref: str, kinds: Sequence[str]) -> list[str]:
    """The subjects whose id begins with *ref*, which may name the kind before a slash."""
    named, _, rest = ref.strip().lower().rpartition("/")
    among = [kind for kind in kinds if kind == named] if named else kinds
    if not among or not _ID.fullmatch(rest):
        return []
    sql = _each_kind(
        "SELECT '{kind}/' || id FROM {table} WHERE id >= :first AND id < :after", among
    )
    return [
        subject for (subject,) in conn.execute(sql, {"first": rest, "after": f"{rest}g"}).fetchall()
    ]


def _each_kind(select: str, kinds: Sequence[str]) -> str:
    """*select* for each of *kinds*, all in one query."""
    return " UNION ALL ".join(of_kind(select, kind) for kind in kinds)
