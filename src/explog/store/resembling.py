"""What earlier experiments are compared by with a new idea (``explog.domain.recall.similar``).

Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.store.connection import at_the_boundary

if TYPE_CHECKING:
    import sqlite3

    from explog.store.connection import Row

_TEXTS = """
SELECT
  id, coalesce(title, ''), json_extract(derived, '$.belief'), json_extract(derived, '$.need'),
  (SELECT group_concat(value, ' ') FROM json_each(document, '$.technology')),
  json_extract(derived, '$.learned'), json_extract(derived, '$.outcome')
FROM experiments WHERE archived = 0 ORDER BY id
"""


@at_the_boundary
def texts(conn: sqlite3.Connection) -> list[Row]:
    """Id, title, belief, need, technology, lesson and outcome of each experiment in sight."""
    return conn.execute(_TEXTS).fetchall()
