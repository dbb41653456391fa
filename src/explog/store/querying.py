"""Lists by a query, page by page. Standard library only; nothing here builds a model."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from explog.domain.naming.vocabulary import State
from explog.domain.query.hits import key_begun
from explog.domain.record.keys import folded
from explog.store.connection import at_the_boundary
from explog.store.filtering import conditions
from explog.store.reading import records_of
from explog.store.searching import Condition, asked, rows_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from explog.domain.query.completing import Vocabulary
    from explog.domain.query.query import Query
    from explog.domain.query.terms import Text
    from explog.store.connection import Row

Cursor = tuple[str | int, str]
"""Where a page ended: what its last experiment is sorted by, and its id."""

FEW = 1000
"""Where words are found in at most so many subjects, these are looked at; else all experiments."""


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list."""

    rows: list[Row]
    """As ``explog.domain.record.rows.row`` takes them."""
    total: int | None
    """How many there are on all pages; None where that was not asked for."""
    next: Cursor | None
    """What the next page comes ``after``; None on the last one."""


_ALIKE = "''"

_PLACE = "(SELECT n FROM searched WHERE subject = 'experiment/' || e.id)"
"""The row on which the words of an experiment are."""

_AMONG = """e.id IN (
  SELECT substr(subject, 12) FROM searched
  WHERE n IN (SELECT value FROM json_each(?)) AND subject LIKE 'experiment/%'
)"""
"""The experiments whose words are on these rows."""

_KEYED = "e.id IN (SELECT id FROM experiments WHERE folded >= ? AND folded < ?)"
"""The experiments whose key begins so, as keys are looked up: ``bor-1`` begins ``BØR-01``."""


class _Order(NamedTuple):
    """An order of experiments; those that are alike in it come by id, in the same direction."""

    by: str
    """SQL; the same for all where the id alone decides."""
    descending: bool

    @property
    def clause(self) -> str:
        """What stands after ``ORDER BY``."""
        way = "DESC" if self.descending else "ASC"
        return f"e.id {way}" if self.by == _ALIKE else f"{self.by} {way}, e.id {way}"

    def beyond(self, end: Cursor) -> Condition:
        """What comes after *end*."""
        sign = "<" if self.descending else ">"
        if self.by == _ALIKE:
            return Condition(f"e.id {sign} ?", (end[1],))
        return Condition(f"({self.by}, e.id) {sign} (?, ?)", end)


_RANKS = " ".join(f"WHEN '{state.value}' THEN {-rank}" for rank, state in enumerate(State))

_ORDERS = {
    "newest": _Order(_ALIKE, descending=True),
    "key": _Order("coalesce(e.by_key, '')", descending=False),
    "title": _Order("coalesce(e.by_title, '')", descending=False),
    "state": _Order(f"CASE e.state {_RANKS} ELSE -99 END", descending=True),
    "decided": _Order("coalesce(e.decided_on, '')", descending=True),
}
"""Each of ``explog.domain.query.order.SORTS``; by state as in a life, by decision the latest first.
"""


@at_the_boundary
def experiments(
    conn: sqlite3.Connection,
    query: Query,
    today: str,
    *,
    sort: str = "newest",
    after: Cursor | None = None,
    limit: int | None = None,
    archived: bool = False,
    counted: bool = True,
) -> Page:
    """The experiments that fit *query*, as of *today* (ISO).

    Args:
        conn: An open log.
        query: What is asked for; the empty query asks for all.
        today: The day that attention and level are told as of.
        sort: One of ``explog.domain.query.order.SORTS``.
        after: The ``next`` of the page before; None for the first page.
        limit: Rows of a page; None for all that are left.
        archived: Whether archived ones count although the query does not speak of them.
        counted: Whether to count them all, which costs more than a page.
    """
    needed = [*conditions(conn, query, today, archived=archived), *_texts(conn, query)]
    total = _count(conn, needed) if counted else None
    found = _ids(conn, needed, _ORDERS[sort], after, limit)
    shown = found[:limit]
    rows = records_of(conn, [ident for _by, ident in shown])
    return Page(rows, total, shown[-1] if len(found) > len(shown) else None)


@at_the_boundary
def idents(
    conn: sqlite3.Connection,
    query: Query,
    today: str,
    *,
    sort: str = "newest",
    archived: bool = False,
) -> list[str]:
    """The ids of all experiments that fit *query*, in the order *sort*; no row is read.

    So a long list knows its length and any of its pages at once (10 000: 10 ms).
    """
    needed = [*conditions(conn, query, today, archived=archived), *_texts(conn, query)]
    # One row in one step: at each of ten thousand rows another thread could take its turn.
    sql = (
        "SELECT json_group_array(id) FROM (SELECT e.id AS id"  # noqa: S608 - built of our own
        f" FROM {_source(needed)}{_where(needed)} ORDER BY {_ORDERS[sort].clause} LIMIT -1)"
    )
    ((found,),) = conn.execute(sql, _parameters(needed)).fetchall()
    ids: list[str] = json.loads(found)
    return ids


def chosen(conn: sqlite3.Connection, query: Query, today: str) -> tuple[str, str, list[object]]:
    """The experiments ``e`` that fit *query*, for a statement of one's own.

    Returns:
        The table, the clause (never empty, so that more may follow), and what fills it.
    """
    needed = [
        Condition("e.archived >= 0"),
        *conditions(conn, query, today, archived=False),
        *_texts(conn, query),
    ]
    return _source(needed), _where(needed), _parameters(needed)


@at_the_boundary
def vocabulary(conn: sqlite3.Connection) -> Vocabulary:
    """The tags, core tasks and workplaces of a log, for completion; one look at every tag."""
    from explog.domain.query.completing import Vocabulary  # noqa: PLC0415 - lists complete nothing

    tags = conn.execute(
        "SELECT DISTINCT t.value"
        " FROM experiments AS e INDEXED BY experiments_found, json_each(e.tags) AS t"
    ).fetchall()
    tasks = conn.execute("SELECT DISTINCT text FROM core_tasks").fetchall()
    workplaces = conn.execute("SELECT coalesce(key, code), name FROM workplaces").fetchall()
    return Vocabulary(
        tags=sorted(tag for (tag,) in tags),
        tasks=sorted(task for (task,) in tasks),
        workplaces={code: name or "" for code, name in sorted(workplaces)},
    )


def _texts(conn: sqlite3.Connection, query: Query) -> list[Condition]:
    """What must hold for the words and phrases of *query*; words of few subjects come as a list."""
    keyed = [text for text in query.texts if key_begun(text)]
    questions = asked(text for text in query.texts if text not in keyed)
    needed = [_key_or_text(text) for text in keyed]
    for question in questions:
        places = [] if question.negated else rows_of(conn, question, FEW + 1)
        is_rare = not question.negated and len(places) <= FEW
        needed.append(Condition(_AMONG, (json.dumps(places),)) if is_rare else question.of(_PLACE))
    return needed


def _key_or_text(text: Text) -> Condition:
    """The key begins as *text* says, or it stands in the words; neither where it is negated."""
    begun = folded(text.text)
    found = asked([replace(text, negated=False)])[0].of(_PLACE)
    holds = "IS NOT TRUE" if text.negated else "IS TRUE"
    # A colon comes right after the digits.
    return Condition(f"({found.sql} OR {_KEYED}) {holds}", (*found.parameters, begun, f"{begun}:"))


def _count(conn: sqlite3.Connection, needed: Sequence[Condition]) -> int:
    """How many experiments there are of which all that is *needed* holds."""
    sql = f"SELECT count(*) FROM {_source(needed)}{_where(needed)}"  # noqa: S608 - built of our own
    ((count,),) = conn.execute(sql, _parameters(needed)).fetchall()
    return int(count)


def _ids(
    conn: sqlite3.Connection,
    needed: Sequence[Condition],
    order: _Order,
    after: Cursor | None,
    limit: int | None,
) -> list[Cursor]:
    """The experiments of a page and one more, each with what it is sorted by."""
    if after is not None:
        needed = [*needed, order.beyond(after)]
    sql = (
        f"SELECT {order.by}, e.id FROM {_source(needed)}{_where(needed)}"  # noqa: S608 - as above
        f" ORDER BY {order.clause} LIMIT ?"
    )
    most = -1 if limit is None else limit + 1
    return conn.execute(sql, (*_parameters(needed), most)).fetchall()


def _source(needed: Sequence[Condition]) -> str:
    """The table; where all of it is looked at, by the index that has everything a query needs."""
    is_short = any(each.sql == _AMONG for each in needed)
    return "experiments AS e" if is_short else "experiments AS e INDEXED BY experiments_found"


def _where(needed: Sequence[Condition]) -> str:
    """All that is *needed*, as a clause."""
    return " WHERE " + " AND ".join(each.sql for each in needed) if needed else ""


def _parameters(needed: Sequence[Condition]) -> list[object]:
    """What the clause is filled with."""
    return [one for each in needed for one in each.parameters]
