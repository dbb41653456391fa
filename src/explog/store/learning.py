"""The lessons of a log in one query. Standard library only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from explog.domain.lists.lessons import Lesson
from explog.store.connection import at_the_boundary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_LESSONS = """
WITH tasks AS MATERIALIZED (SELECT workplace_id, id, text FROM core_tasks)
SELECT
  l.value ->> 'id', e.id, coalesce(e.key, e.id), l.key + 1, coalesce(e.title, ''),
  e.state, e.outcome,
  coalesce(w.key, w.code), t.text,
  l.value ->> 'we_believed', l.value ->> 'we_observed', l.value ->> 'we_learned',
  l.value ->> 'therefore', l.value ->> 'kind', l.value ->> 'theme', l.value ->> 'evidence',
  l.value ->> 'hallmark', l.value ->> 'competence', coalesce(l.value ->> 'status', 'open'),
  (SELECT j.key FROM experiments AS j WHERE j.id = l.value ->> 'judged_by'),
  l.value ->> 'judged_on', l.value ->> 'made_on',
  coalesce(l.value -> 'shared_with', '[]'),
  (
    SELECT json_group_array(key) FROM (
      SELECT u.key FROM json_each(l.value, '$.used_by') AS named
      CROSS JOIN experiments AS u ON u.id = named.value WHERE u.archived = 0 ORDER BY u.id
    )
  )
FROM experiments AS e
CROSS JOIN json_each(e.document, '$.lessons') AS l
LEFT JOIN workplaces AS w ON w.id = e.workplace_id
LEFT JOIN tasks AS t ON t.workplace_id = e.workplace_id AND t.id = e.core_task_id
WHERE {sight} AND l.value ->> 'we_learned' IS NOT NULL
ORDER BY l.value ->> 'made_on' DESC, l.value ->> 'id' DESC
"""
"""The columns of ``explog.domain.lists.lessons.Lesson``; the last two are JSON arrays.

CROSS JOIN says which table is looked through: for each lesson, those who used it are looked up, not
looked for among all experiments.
"""


_IN_SIGHT = "e.archived = 0"
_AMONG = "e.id IN (SELECT value FROM json_each(?))"


@at_the_boundary
def lessons(conn: sqlite3.Connection, among: Iterable[str] | None = None) -> list[Lesson]:
    """The lessons of the log, the newest first.

    Args:
        conn: An open log.
        among: The ids of the experiments that are looked at, archived ones too; None for
            all that are in sight.
    """
    sight, given = (_IN_SIGHT, ()) if among is None else (_AMONG, (json.dumps([*among]),))
    return [
        Lesson(*columns, *(tuple(json.loads(names)) for names in (shared_with, used_by)))
        for *columns, shared_with, used_by in conn.execute(
            _LESSONS.format(sight=sight), given
        ).fetchall()
    ]
