"""Full-text search. Standard library only.

The query is always built here, since everyday input such as ``c++`` is not FTS5's language.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from explog.domain.query.hits import ANYWHERE, words_of
from explog.domain.query.terms import Text
from explog.store.connection import at_the_boundary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

MOST_WORDS = 16
"""Words after these are not looked for."""

LONGEST_ENDING = 64
"""Letters of an ending that are kept, and letters of a word that endings begin at."""

_PUT = """
INSERT OR REPLACE INTO search (rowid, subject, key, title, text) VALUES (?, ?, ?, ?, ?)
"""

_FOUND = """
SELECT subject FROM searched WHERE {where}
ORDER BY substr(subject, instr(subject, '/') + 1) DESC LIMIT ?
"""


_Words: TypeAlias = tuple[str, str, str, str]
"""Subject, key, title and text."""


class Condition(NamedTuple):
    """Something that must hold, as SQL with its parameters; null counts as no."""

    sql: str
    parameters: tuple[object, ...] = ()


class Asked(NamedTuple):
    """One question to one index: which rows have these words, or have them not."""

    table: str
    match: str
    negated: bool = False

    @property
    def rows(self) -> str:
        """The SQL of the rows that fit ``match``, which is its parameter."""
        return f"SELECT rowid FROM {self.table} WHERE {self.table} MATCH ?"  # noqa: S608 - ours

    def of(self, place: str) -> Condition:
        """What must hold of the row whose number is the SQL *place*."""
        held = "IS NOT TRUE" if self.negated else "IS TRUE"
        return Condition(f"({place} IN ({self.rows})) {held}", (self.match,))


@at_the_boundary
def search(conn: sqlite3.Connection, words: str, limit: int = -1) -> list[str]:
    """The subjects whose key, title or text has every one of *words*, the newest first.

    Args:
        conn: An open log.
        words: As typed. A word of three letters or more is found anywhere in a word, one of two
            letters at its beginning; case does not matter, and å is not a.
        limit: At most this many; all of them by default.
    """
    plain = composed(words).encode(errors="replace").decode()
    texts = [Text(word) for word in plain.replace("\0", " ").split()[:MOST_WORDS]]
    conditions = [each.of("n") for each in asked(texts)]
    if not conditions:
        return []
    sql = _FOUND.format(where=" AND ".join(each.sql for each in conditions))
    parameters = [one for each in conditions for one in each.parameters]
    return [subject for (subject,) in conn.execute(sql, (*parameters, limit)).fetchall()]


def asked(texts: Iterable[Text]) -> list[Asked]:
    """What to ask so that all of *texts* stand in a row, or do not, where they are negated.

    Texts with neither letter nor digit ask for nothing.
    """
    each = [(text, found) for text in texts if (found := _asked(text))]
    wanted: dict[str, list[str]] = {}
    for text, found in each:
        if not text.negated:
            wanted.setdefault(found.table, []).append(found.match)
    return [
        *(Asked(table, " AND ".join(matches)) for table, matches in wanted.items()),
        *(found._replace(negated=True) for text, found in each if text.negated),
    ]


@at_the_boundary
def rows_of(conn: sqlite3.Connection, question: Asked, limit: int) -> list[int]:
    """Up to *limit* rows that fit *question*, which is not negated."""
    sql = f"{question.rows} LIMIT ?"
    return [place for (place,) in conn.execute(sql, (question.match, limit)).fetchall()]


def put(conn: sqlite3.Connection, subject: str, key: str, title: str, text: str) -> None:
    """Let *subject* be found by these ``composed`` texts and no longer by its former ones."""
    conn.execute("INSERT INTO searched (subject) VALUES (?) ON CONFLICT DO NOTHING", (subject,))
    ((place,),) = conn.execute("SELECT n FROM searched WHERE subject = ?", (subject,)).fetchall()
    row = (subject, key, title, text)
    before = _words_at(conn, place)
    if before == row:
        return
    _forget_endings(conn, place, before)
    conn.execute(_PUT, (place, *row))
    said = endings(key, title, text)
    conn.execute("INSERT INTO endings (rowid, words) VALUES (?, ?)", (place, said))


def take_away(conn: sqlite3.Connection, subject: str) -> None:
    """Let *subject* no longer be found."""
    for (place,) in conn.execute("SELECT n FROM searched WHERE subject = ?", (subject,)).fetchall():
        _forget_endings(conn, place, _words_at(conn, place))
        conn.execute("DELETE FROM search WHERE rowid = ?", (place,))
    conn.execute("DELETE FROM searched WHERE subject = ?", (subject,))


def endings(*texts: str) -> str:
    """Every word of *texts* from each of its letters on, as long as three are left, each once."""
    found = {
        word[begin : begin + LONGEST_ENDING]
        for text in texts
        for word in words_of(text)
        for begin in range(min(len(word) - ANYWHERE + 1, LONGEST_ENDING))
    }
    return " ".join(found)


def composed(text: str) -> str:
    """*text* with letters such as å as one character, however they were typed."""
    return unicodedata.normalize("NFC", text)


def _forget_endings(conn: sqlite3.Connection, place: int, row: _Words | None) -> None:
    """Take the endings of *row* out again; an index that keeps no texts must be told which."""
    if row is not None:
        conn.execute(
            "INSERT INTO endings (endings, rowid, words) VALUES ('delete', ?, ?)",
            (place, endings(*row[1:])),
        )


def _words_at(conn: sqlite3.Connection, place: int) -> _Words | None:
    """What stands on row *place* of the search table: subject, key, title and text."""
    found: list[_Words] = conn.execute(
        "SELECT subject, key, title, text FROM search WHERE rowid = ?", (place,)
    ).fetchall()
    return found[0] if found else None


def _asked(text: Text) -> Asked | None:
    """What *text* asks of which table; None where it has neither letter nor digit."""
    words = words_of(text.text)
    if not words:
        return None
    (first, *others), said = words, " ".join(words)
    if text.is_phrase or (not others and len(first) == 1):
        return Asked("search", f'"{said}"')
    if others or not ANYWHERE <= len(first) <= LONGEST_ENDING:
        return Asked("search", f'"{said}"*')
    return Asked("endings", f'"{said}"*')
