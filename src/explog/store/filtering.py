"""The filters of a query as SQL over the table of experiments ``e``. Standard library only.

It says the same as ``explog.domain.query.matching``, of which each filter here has its twin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.query.matching import LATE, REACHED, SEEN, SPAN_FACTS, STORED, is_task
from explog.store.searching import Condition

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from explog.domain.query.query import Query
    from explog.domain.query.terms import Filter

_OPEN = """EXISTS (
  SELECT 1 FROM json_each(e.attention) AS w
  WHERE coalesce(json_extract(w.value, '$[1]'), '') <= ?
    AND coalesce(json_extract(w.value, '$[2]'), '~') >= ?{codes}
)"""
"""Some window of attention holds a day, given twice."""

_LEVEL = """(
  SELECT json_extract(s.value, '$[1]') FROM json_each(e.level_steps) AS s
  WHERE json_extract(s.value, '$[0]') <= ? ORDER BY s.key DESC LIMIT 1
) = ?"""
"""The level on a day is this one."""


def conditions(
    conn: sqlite3.Connection, query: Query, today: str, *, archived: bool
) -> Iterator[Condition]:
    """All that must hold for the filters of *query* as of *today* (ISO).

    Args:
        conn: An open log; its core tasks are looked up.
        query: What is asked for; its words and phrases are left to ``searching``.
        today: The day that attention and level are told as of.
        archived: Whether archived ones count although the query does not speak of them.
    """
    if not (archived or query.speaks_of_archived):
        yield Condition("e.archived = 0")
    for term in query.filters:
        yield _filter(conn, term, today)


def _filter(conn: sqlite3.Connection, term: Filter, today: str) -> Condition:
    """One filter: one of its values holds, or none where it is negated."""
    if term.name == "is":
        parts = [_is(value, today) for value in term.meant]
    elif term.name == "task":
        parts = [_task(conn, value) for value in term.meant]
    elif term.name == "level":
        parts = [Condition(_LEVEL, (today, value)) for value in term.meant]
    elif term.name == "reached":
        parts = [Condition("e.reached >= ?", (REACHED.index(value),)) for value in term.meant]
    elif term.name in SPAN_FACTS:
        parts = [_within(SPAN_FACTS[term.name], value) for value in term.meant]
    else:
        parts = [Condition(_PLAIN[term.name], (_AS.get(term.name, str)(v),)) for v in term.meant]
    either = " OR ".join(f"({part.sql})" for part in parts)
    holds = "IS NOT TRUE" if term.negated else "IS TRUE"
    return Condition(f"({either}) {holds}", tuple(one for part in parts for one in part.parameters))


_PLAIN = {
    "state": "e.state = ?",
    "outcome": "e.outcome = ?",
    "frame": "e.frame_verdict = ?",
    "workplace": "e.workplace_id IN (SELECT id FROM workplaces WHERE folded = ?)",
    "tag": "EXISTS (SELECT 1 FROM json_each(e.tagged) AS t WHERE t.value = ?)",
    "theme": "instr(e.themes, ?)",
    "since": "e.step_on >= ?",
    "until": "e.step_on <= ?",
    "has": "instr(e.has, ?)",
    "result": "e.result = ?",
    "initiator": "instr(e.initiators, ?)",
    "value": "instr(e.gained, ?)",
    "prediction": "e.matched = ?",
    "hallmark": "instr(e.hallmarks, ?)",
}
"""Filter → what one of its values asks for."""

_AS: dict[str, Callable[[str], str]] = dict.fromkeys(
    ("theme", "has", "initiator", "value", "hallmark"), '"{}"'.format
)
"""Filter → how its value stands in a list of codes, written as JSON."""


def _is(value: str, today: str) -> Condition:
    """``is:`` *value*."""
    if value in STORED:
        return Condition(f"e.{value}")
    if value == "archived":
        return Condition("e.archived")
    if value == "spreading":
        return Condition(_LEVEL, (today, value))
    if value == "overdue":
        codes = ", ".join("?" for _code in LATE)
        late = _OPEN.format(codes=f" AND json_extract(w.value, '$[0]') IN ({codes})")
        return Condition(late, (today, today, *LATE))
    if value in SEEN:
        one = _OPEN.format(codes=" AND json_extract(w.value, '$[0]') = ?")
        return Condition(one, (today, today, SEEN[value]))
    needed = _OPEN.format(codes="")
    return Condition(f"e.versions <> '[]' OR {needed}", (today, today))


def _within(column: str, value: str) -> Condition:
    """The day in *column* lies in the period *value* (``first..last``)."""
    first, _dots, last = value.partition("..")
    return Condition(f"e.{column} BETWEEN ? AND ?", (first, last))


def _task(conn: sqlite3.Connection, value: str) -> Condition:
    """``task:`` *value*: SQLite cannot tell where a Danish word begins, and tasks are few."""
    known = conn.execute("SELECT workplace_id, id, text FROM core_tasks").fetchall()
    found = [f"{owner}/{task}" for owner, task, text in known if is_task(text, value)]
    marks = ", ".join("?" for _one in found)
    return Condition(f"e.workplace_id || '/' || e.core_task_id IN ({marks})", tuple(found))
