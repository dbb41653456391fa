"""The log in numbers by one query (``explog.domain.lists.stats``). Standard library only."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from explog.domain.lists.stats import Counted
from explog.store.connection import at_the_boundary

if TYPE_CHECKING:
    import sqlite3

    from explog.domain.query.query import Query

_FIGURES = """
SELECT e.outcome, count(*),
  sum(e.outcome = 'adopted' AND coalesce((
    SELECT json_extract(s.value, '$[1]') FROM json_each(e.level_steps) AS s
    WHERE json_extract(s.value, '$[0]') <= ? ORDER BY s.key DESC LIMIT 1
  ), '') = 'spreading'),
  sum(e.closed_on IS NOT NULL), sum(e.closed_on IS NOT NULL AND e.lessons > 0),
  group_concat(CAST(julianday(e.closed_on) - julianday(e.started_on) AS INTEGER))
FROM {source} {where} AND e.archived = 0 GROUP BY e.outcome
"""


_ALL = "experiments AS e INDEXED BY experiments_found", "WHERE e.archived = 0"


@at_the_boundary
def counted(conn: sqlite3.Connection, query: Query | None, today: str) -> Counted:
    """The numbers of the experiments in sight that fit *query*, of all for None, *today* (ISO)."""
    (source, where), given = _ALL, list[object]()
    if query is not None:
        from explog.store.querying import chosen  # noqa: PLC0415 - most ask for all

        source, where, given = chosen(conn, query, today)
    sql = _FIGURES.format(source=source, where=where)
    found = conn.execute(sql, (today, *given)).fetchall()
    return Counted(
        Counter({outcome: count for outcome, count, *_more in found}),
        sum(spreading for _outcome, _count, spreading, *_more in found),
        sum(decided for *_other, decided, _taught, _days in found),
        sum(taught for *_other, taught, _days in found),
        [int(each) for *_other, days in found if days for each in days.split(",")],
    )
