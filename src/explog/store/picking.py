"""What a meeting may take up, found by index. Standard library only.

Each answer holds all that ``explog.domain.reviews.selection`` could choose and little else, so that
it looks at some lines instead of all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary_learning import PickReason
from explog.domain.reviews.selection import SEEN
from explog.store.connection import at_the_boundary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_DECIDED = frozenset({PickReason.DECIDED, PickReason.FAILED_INSIDE, PickReason.FAILED_OUTSIDE})

_FOUND = "SELECT e.id AS id FROM experiments AS e INDEXED BY experiments_found WHERE e.archived = 0"

_EYE = f"""
{_FOUND} AND e.attention <> '[]' AND EXISTS (
  SELECT 1 FROM json_each(e.attention) AS w
  WHERE coalesce(json_extract(w.value, '$[1]'), '') <= :today
    AND coalesce(json_extract(w.value, '$[2]'), '~') >= :today
)
"""  # noqa: S608 - ours
_GOING = f"{_FOUND} AND e.state IN ('running', 'paused')"
_SINCE = f"{_FOUND} AND e.decided_on > :since"
_FAILED = f"{_SINCE} AND e.outcome LIKE 'failed%'"
_LEVEL = f"{_FOUND} AND instr(e.level_steps, '\"scaled\"')"

_FOLLOWED = """
SELECT e.id AS id FROM experiments AS e
WHERE e.archived = 0 AND e.noted_on > :since AND json_extract(e.derived, '$.forerunners') <> '[]'
UNION
SELECT f.value FROM experiments AS e, json_each(e.derived, '$.forerunners') AS f
WHERE e.archived = 0 AND e.noted_on > :since
UNION
SELECT e.id FROM experiments AS e
WHERE e.archived = 0 AND json_extract(e.derived, '$.lesson_users') <> '[]'
UNION
SELECT u.value FROM experiments AS e, json_each(e.derived, '$.lesson_users') AS u
WHERE e.archived = 0
"""
"""What was built on, and what built on it: the day of the one makes a reason for the other."""

_WITHIN = """
SELECT e.id FROM experiments AS e
WHERE e.archived = 0 AND (
  e.started_on BETWEEN :since AND :until
  OR e.decided_on BETWEEN :since AND :until
  OR e.ended_on BETWEEN :since AND :until
)
ORDER BY e.id DESC
"""


@at_the_boundary
def by_reason(
    conn: sqlite3.Connection, reasons: Collection[PickReason], since: str, today: str
) -> list[str]:
    """The ids of all in sight for which one of *reasons* may hold, newest first.

    Args:
        conn: An open log.
        reasons: What a kind of meeting looks for.
        since: The day (ISO) after which a decision or a follower counts.
        today: The day (ISO) that attention is told as of.
    """
    wanted = frozenset(reasons)
    parts = [
        part
        for part, is_wanted in (
            (_EYE, not SEEN.isdisjoint(wanted)),
            (_GOING, PickReason.SIGNAL in wanted),
            (_SINCE if PickReason.DECIDED in wanted else _FAILED, not _DECIDED.isdisjoint(wanted)),
            (_LEVEL, PickReason.SCALED in wanted),
            (_FOLLOWED, PickReason.LESSON_REUSED in wanted),
        )
        if is_wanted
    ]
    sql = f"""
        SELECT e.id FROM experiments AS e WHERE e.archived = 0
        AND e.id IN ({" UNION ".join(parts)}) ORDER BY e.id DESC
    """  # noqa: S608 - ours
    return [ident for (ident,) in conn.execute(sql, {"since": since, "today": today}).fetchall()]


@at_the_boundary
def within(conn: sqlite3.Connection, since: str, until: str) -> list[str]:
    """The ids of all in sight that started, ended or were decided in the period, newest first."""
    found = conn.execute(_WITHIN, {"since": since, "until": until}).fetchall()
    return [ident for (ident,) in found]
