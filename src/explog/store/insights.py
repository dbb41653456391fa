"""The counts behind Insights: one query for each panel. Standard library only.

Each looks at the same set, the experiments that fit a query, by the index that has all it needs.
What a count means, and the query of the experiments behind it, is ``domain.insights``' to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.insights.counts import Counts
from explog.store.connection import at_the_boundary
from explog.store.querying import chosen

if TYPE_CHECKING:
    import sqlite3

    from explog.domain.query.query import Query
    from explog.store.connection import Row

_QUARTER = "substr({day}, 1, 4) || '-Q' || ((substr({day}, 6, 2) + 2) / 3)"

_EVENTS = {
    "noted": "e.noted_on",
    "started": "e.started_on",
    "decided": "e.closed_on",
    "adopted": "e.adopted_on",
    "scaled": "e.scaled_on",
    "failed_safely": "CASE e.outcome WHEN 'failed_safely' THEN e.closed_on END",
}
"""Column of the flow → the day that is counted."""

_FLOW = "\nUNION ALL\n".join(
    f"SELECT '{name}', {_QUARTER.format(day=day)} AS quarter, count(*)\n"
    f"FROM {{source}} {{where}} AND ({day}) IS NOT NULL GROUP BY quarter"
    for name, day in _EVENTS.items()
)

_BOARD = """
SELECT e.outcome, e.frame_verdict, count(*)
FROM {source} {where} GROUP BY e.outcome, e.frame_verdict
"""

_FUNNEL = """
SELECT e.initiators, e.reached, count(*) FROM {source} {where} GROUP BY e.initiators, e.reached
"""

_TASKS = """
WITH found AS MATERIALIZED (
  SELECT e.workplace_id AS workplace, e.core_task_id AS task, e.outcome AS outcome, count(*) AS n
  FROM {source} {where} GROUP BY 1, 2, 3
)
SELECT coalesce(w.key, w.code), t.text, f.outcome, f.n
FROM core_tasks AS t
LEFT JOIN workplaces AS w ON w.id = t.workplace_id
LEFT JOIN found AS f ON f.workplace = t.workplace_id AND f.task = t.id
WHERE t.archived = 0 OR f.n > 0
UNION ALL
SELECT NULL, NULL, f.outcome, f.n FROM found AS f WHERE f.task IS NULL
"""

_HALLMARKS = """
SELECT e.hallmarks, e.outcome, count(*)
FROM {source} {where} AND e.hallmarks <> '[]' GROUP BY e.hallmarks, e.outcome
"""

_LEARNING = """
SELECT
  count(*), sum(e.reached >= 2), sum(e.reached >= 2 AND instr(e.initiators, '"employees"') > 0),
  sum(e.reached >= 3), sum(e.reached >= 3 AND e.lessons > 0),
  sum(e.lessons), sum(e.used), sum(e.used > 0), sum(e.builds_on), sum(e.intelligent),
  group_concat(
    CASE WHEN e.started_on IS NOT NULL
    THEN CAST(julianday(e.closed_on) - julianday(e.started_on) AS INTEGER) END
  )
FROM {source} {where}
"""

_VALUE = """
SELECT e.gained, count(*) FROM {source} {where} AND e.gained <> '[]' GROUP BY e.gained
"""

_PREDICTIONS = """
SELECT e.result, e.matched, count(*)
FROM {source} {where} AND (e.result IS NOT NULL OR e.matched IS NOT NULL)
GROUP BY e.result, e.matched
"""

_GUESSES = """
WITH guessed AS (
  SELECT json_extract(g.value, '$.room') AS room,
    CASE WHEN json_extract(g.value, '$.cycle') IS NULL THEN e.result ELSE (
      SELECT json_extract(c.value, '$.result') FROM json_each(e.document, '$.cycles') AS c
      WHERE json_extract(c.value, '$.id') = json_extract(g.value, '$.cycle')
    ) END AS came
  FROM reviews AS r, json_each(r.document, '$.guesses') AS g
  JOIN {source} ON e.id = json_extract(g.value, '$.experiment')
  {where} AND r.archived = 0
)
SELECT CASE WHEN room = came THEN 'yes' ELSE 'no' END AS hit, count(*)
FROM guessed WHERE room IS NOT NULL AND came IS NOT NULL GROUP BY hit
"""
"""What the room guessed before it saw the result of that cycle, and what it came to."""

_LEVEL = """(
  SELECT json_extract(s.value, '$[1]') FROM json_each(e.level_steps) AS s
  WHERE json_extract(s.value, '$[0]') <= ? ORDER BY s.key DESC LIMIT 1
)"""

_LADDER = """
SELECT 'level', {level} AS step, e.state, count(*),
  sum(e.in_operation), sum(CASE WHEN e.potential > 0 THEN e.in_operation END), sum(e.potential)
FROM {source} {where} AND e.level_steps <> '[]' GROUP BY step, e.state
UNION ALL
SELECT 'places', {quarter} AS quarter, NULL,
  sum(json_extract(p.value, '$[1]')), NULL, NULL, NULL
FROM {source}, json_each(e.spread) AS p {where} AND e.spread <> '[]' GROUP BY quarter
"""

_PARTS = {"level": _LEVEL, "quarter": _QUARTER.format(day="json_extract(p.value, '$[0]')")}

_MIRROR = """
SELECT
  sum(EXISTS (
    SELECT 1 FROM json_each(e.attention) AS w
    WHERE json_extract(w.value, '$[0]') = 'past_last_day'
      AND coalesce(json_extract(w.value, '$[1]'), '') <= ?
      AND coalesce(json_extract(w.value, '$[2]'), '~') >= ?
  )),
  sum(e.state IN ('adopted', 'scaled') AND EXISTS (
    SELECT 1 FROM json_each(e.attention) AS w
    WHERE json_extract(w.value, '$[0]') = 'confirmation_missing'
      AND coalesce(json_extract(w.value, '$[1]'), '') <= ?
  ))
FROM {source} {where} AND e.attention <> '[]'
"""


@at_the_boundary
def counts(conn: sqlite3.Connection, query: Query, whole: Query, today: str) -> Counts:
    """All that Insights counts of the experiments that fit *query*, as of *today* (ISO).

    Args:
        conn: An open log.
        query: Which experiments.
        whole: The same without its period: the flow by quarter cuts its period out itself.
        today: The day that levels and what is late are told as of.
    """
    source, where, given = chosen(conn, query, today)
    _source, flow_where, flow_given = chosen(conn, whole, today)

    def ask(sql: str, *before: object, times: int = 1) -> list[Row]:
        filled = sql.format(source=source, where=where, **_PARTS)
        return conn.execute(filled, (*before, *(given * times))).fetchall()

    flow = _FLOW.format(source=source, where=flow_where)
    return Counts(
        flow=conn.execute(flow, flow_given * len(_EVENTS)).fetchall(),
        board=ask(_BOARD),
        funnel=ask(_FUNNEL),
        tasks=ask(_TASKS),
        hallmarks=ask(_HALLMARKS),
        learning=ask(_LEARNING)[0],
        value=ask(_VALUE),
        predictions=ask(_PREDICTIONS),
        guesses=ask(_GUESSES),
        ladder=ask(_LADDER, today, times=2),
        mirror=ask(_MIRROR, today, today, today)[0],
    )
