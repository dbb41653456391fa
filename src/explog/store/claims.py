"""Which subject goes by which key, over every claim ever made (``explog.domain.record.keys``).

Where no two subjects claim one key, a subject's first claim is its key. Only a prefix with such a
clash is worked through as a whole. Claims of one prefix never bear on another.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from explog.domain.record.keys import Assigned, Claim, assigned, folded, numbered, split

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from explog.domain.events import Event

_LAST = "\U0010ffff"
"""Sorts after every letter: the end of a prefix."""


_KEPT = """
SELECT id, subject, json_extract(body, '$.changes.key') AS change FROM events
WHERE change IS NOT NULL ORDER BY id
"""

_CLASH = """
SELECT 1 FROM keys WHERE key >= ? AND key < ?
GROUP BY key HAVING count(DISTINCT subject) > 1 LIMIT 1
"""

_HIGHEST = """
SELECT coalesce(max(CAST(substr(key, length(:prefix) + 1) AS INTEGER)), 0) FROM keys
WHERE key >= :prefix AND key < :end AND substr(key, length(:prefix) + 1) NOT GLOB '*[^0-9]*'
"""

_AROUND = """
SELECT event, subject, key FROM keys
WHERE subject IN (SELECT subject FROM keys WHERE key >= ? AND key < ?)
ORDER BY event
"""


def claims_in(events: Iterable[Event]) -> list[Claim]:
    """The claims that *events* make."""
    return [
        Claim(event.id, event.subject, change.value)
        for event in events
        if (change := event.changes.get("key")) is not None and isinstance(change.value, str)
    ]


def claims_kept(conn: sqlite3.Connection) -> list[Claim]:
    """The claims that the events in the log make."""
    found = conn.execute(_KEPT).fetchall()
    # Read here and not in SQL, which ends a text at its first NUL.
    keys = ((event, subject, json.loads(change)["value"]) for event, subject, change in found)
    return [Claim(event, subject, key) for event, subject, key in keys if isinstance(key, str)]


def record(db: Database, claims: Sequence[Claim]) -> None:
    """Add *claims*, those made before stay."""
    db.table("keys").insert_all(
        {
            "event": claim.event,
            "subject": claim.subject,
            "key": claim.key,
            "folded": folded(claim.key),
        }
        for claim in claims
    )


def names(conn: sqlite3.Connection, subjects: Iterable[str]) -> dict[str, Assigned]:
    """The keys of those of *subjects* that ever claimed one."""
    found: dict[str, Assigned] = {}
    clashing: dict[str, dict[str, Assigned]] = {}
    for subject in subjects:
        first = conn.execute(
            "SELECT key FROM keys WHERE subject = ? ORDER BY event LIMIT 1", (subject,)
        ).fetchall()
        if not first:
            continue
        ((key,),) = first
        prefix, _ = split(key)
        if prefix not in clashing:
            clashing[prefix] = names_of_clash(conn, prefix)
        found[subject] = clashing[prefix].get(subject, Assigned(key))
    return found


def names_of_clash(conn: sqlite3.Connection, prefix: str) -> dict[str, Assigned]:
    """The keys of subjects whose first claim has *prefix*; empty where no two claim the same."""
    if not conn.execute(_CLASH, (prefix, prefix + _LAST)).fetchall():
        return {}
    claims = _claims_around(conn, prefix)
    first: dict[str, str] = {}
    for claim in claims:
        first.setdefault(claim.subject, split(claim.key)[0])
    return {subject: name for subject, name in assigned(claims).items() if first[subject] == prefix}


def next_key(conn: sqlite3.Connection, prefix: str) -> str:
    """The first key of *prefix* after all that were ever claimed or given."""
    ((highest,),) = conn.execute(_HIGHEST, {"prefix": prefix, "end": prefix + _LAST}).fetchall()
    given = (split(name.key) for name in names_of_clash(conn, prefix).values())
    numbers = [number for start, number in given if start == prefix]
    return numbered(prefix, max([highest, *numbers]) + 1)


def _claims_around(conn: sqlite3.Connection, prefix: str) -> list[Claim]:
    """Every claim of every subject that ever claimed a key with *prefix*, by event id."""
    found = conn.execute(_AROUND, (prefix, prefix + _LAST))
    return [Claim(*row) for row in found.fetchall()]
