"""The first page by a few indexed queries, each with its limit. Standard library only.

What it shows is ``domain.lists.overview``'s to say; here only as many lines are read as are shown,
so that a log of ten thousand experiments opens like one of twenty.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from explog.domain.lists.overview import (
    IN_OPERATION,
    LADDER,
    PRESSING,
    Item,
    Overview,
    agreed,
    due_by,
    urgency,
)
from explog.domain.naming.vocabulary_learning import Attention
from explog.domain.record.rows import row
from explog.store.connection import at_the_boundary
from explog.store.reading import records_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from explog.domain.record.fold import Document

_FOUND = "experiments AS e INDEXED BY experiments_found"

_COUNTS = f"""
SELECT e.state, e.outcome, e.frame_verdict, count(*)
FROM {_FOUND} WHERE e.archived = 0 GROUP BY e.state, e.outcome, e.frame_verdict
"""  # noqa: S608 - ours

_WINDOW = """
  coalesce(json_extract(w.value, '$[1]'), '') <= :today
  AND coalesce(json_extract(w.value, '$[2]'), '~') >= :today
"""

_RANK = " ".join(f"WHEN '{code.value}' THEN {rank}" for rank, code in enumerate(PRESSING))

_ATTENTION = f"""
WITH pressing AS (
  SELECT e.id AS id, json_extract(w.value, '$[0]') AS code,
    json_extract(w.value, '$[1]') AS since, min(w.key)
  FROM {_FOUND}, json_each(e.attention) AS w
  WHERE e.archived = 0 AND e.attention <> '[]' AND {_WINDOW}
  GROUP BY e.id, code
  UNION ALL
  SELECT e.id, '{Attention.TWO_VERSIONS.value}', NULL, 0
  FROM {_FOUND} WHERE e.archived = 0 AND e.versions <> '[]'
), ranked AS MATERIALIZED (
  SELECT id, code, since, coalesce(since, '') AS day, CASE code {_RANK} END AS rank FROM pressing
)
SELECT r.code, r.since, r.id, (SELECT count(*) FROM ranked)
FROM ranked AS r CROSS JOIN experiments AS e ON e.id = r.id
WHERE (r.rank, r.day) <= (
  SELECT rank, day FROM ranked ORDER BY rank, day
  LIMIT 1 OFFSET min(:most, (SELECT count(*) FROM ranked)) - 1
)
ORDER BY r.rank, r.day, coalesce(e.key, e.id) LIMIT :most
"""  # noqa: S608 - as above
"""Keys are read only of those that can be among the first: the last of them says how pressing."""

_AGREEMENTS = """
SELECT document FROM agreements
WHERE archived = 0 AND coalesce(status, 'open') = 'open' AND due <= ? ORDER BY id
"""

_MEETING = """
SELECT coalesce(key, id) FROM reviews WHERE archived = 0 AND status = 'going_on'
ORDER BY id DESC LIMIT 1
"""

_KEYS = """
SELECT id, coalesce(key, id) FROM experiments
WHERE archived = 0 AND id IN (SELECT value FROM json_each(?))
"""

_LEVEL = """(
  SELECT json_extract(s.value, '$[1]') FROM json_each(e.level_steps) AS s
  WHERE json_extract(s.value, '$[0]') <= :today ORDER BY s.key DESC LIMIT 1
)"""

_IN_OPERATION = f"""
SELECT is_late, level, json_group_array(id) FROM (
  SELECT e.id AS id, {_LEVEL} AS level, EXISTS (
    SELECT 1 FROM json_each(e.attention) AS w
    WHERE json_extract(w.value, '$[0]') = '{Attention.CONFIRMATION_MISSING.value}' AND {_WINDOW}
  ) AS is_late
  FROM {_FOUND}
  WHERE e.archived = 0 AND e.outcome IN ({", ".join(f"'{one}'" for one in IN_OPERATION)})
) GROUP BY is_late, level
"""  # noqa: S608 - as above

_BY_KEY = """
SELECT id FROM experiments WHERE id IN (SELECT value FROM json_each(?))
ORDER BY coalesce(key, id) LIMIT ?
"""

_FIRST = "SELECT e.id FROM experiments AS e WHERE e.archived = 0 AND {which} LIMIT ?"

_RUNNING = _FIRST.format(
    which="e.state IN ('running', 'paused') ORDER BY coalesce(e.last_day, ''), e.id DESC"
)
_TAUGHT = _FIRST.format(
    which="e.outcome = 'failed_safely' ORDER BY coalesce(e.decided_on, '') DESC, e.id DESC"
)
_WAITING = _FIRST.format(which="e.state IN ('idea', 'planned') ORDER BY e.id DESC")


@at_the_boundary
def overview(conn: sqlite3.Connection, today: str, most: int) -> Overview:
    """The first page as of *today* (ISO), at most *most* lines in each of its lists."""
    page = Overview()
    for state, outcome, verdict, times in conn.execute(_COUNTS).fetchall():
        page.count(state, outcome, verdict, times)
    pressing = conn.execute(_ATTENTION, {"today": today, "most": most}).fetchall()
    due = [json.loads(text) for (text,) in conn.execute(_AGREEMENTS, (due_by(today),)).fetchall()]
    keys = _keys(conn, due)
    page.pressing = (pressing[0][3] if pressing else 0) + len(due)
    parts = {
        "running": _ids(conn, _RUNNING, most),
        "scaled": _in_operation(conn, page, today, most),
        "taught": _ids(conn, _TAUGHT, most),
        "waiting": _ids(conn, _WAITING, most),
    }
    pressed = [ident for _code, _since, ident, _all in pressing]
    wanted = [*dict.fromkeys([*pressed, *keys, *(one for ids in parts.values() for one in ids)])]
    rows = {record[0]: row(record, today) for record in records_of(conn, wanted)}
    for name, ids in parts.items():
        getattr(page, name).extend(rows[ident] for ident in ids)
    items = [
        Item(Attention(code), rows[ident].key, rows[ident].title, since, rows[ident].key)
        for code, since, ident, _all in pressing
    ]
    page.attention = sorted([*items, *agreed(due, keys, today)], key=urgency)[:most]
    page.meeting = next((key for (key,) in conn.execute(_MEETING).fetchall()), "")
    spoken_of = {item.about for item in page.attention}
    page.named = [one for _id, one in sorted(rows.items(), reverse=True) if one.key in spoken_of]
    return page


def _ids(conn: sqlite3.Connection, sql: str, most: int) -> list[str]:
    """The first ids that *sql* finds."""
    return [ident for (ident,) in conn.execute(sql, (most,)).fetchall()]


def _keys(conn: sqlite3.Connection, agreements: Sequence[Document]) -> dict[str, str]:
    """Id → key of the experiments that *agreements* are about first, without archived ones."""
    about = [one.get("experiments") for one in agreements]
    first = [str(one[0]) for one in about if isinstance(one, list) and one]
    return dict(conn.execute(_KEYS, (json.dumps(first),)).fetchall()) if first else {}


def _in_operation(conn: sqlite3.Connection, page: Overview, today: str, most: int) -> list[str]:
    """Count on *page* what is in operation; the ids of the first, scaled before spreading."""
    found = conn.execute(_IN_OPERATION, {"today": today}).fetchall()
    ids: list[str] = []
    for is_late, level, those in sorted(found, key=lambda one: (one[0], LADDER[one[1]])):
        count = len(json.loads(those))
        page.levels[level] += count
        page.unconfirmed += count * is_late
        left = most - len(ids)
        if left > 0:
            ids += [ident for (ident,) in conn.execute(_BY_KEY, (those, left)).fetchall()]
    return ids
