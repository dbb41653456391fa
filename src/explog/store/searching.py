"""Full-text search. Standard library only.

The query is always built here, since everyday input such as ``c++`` is not FTS5's language.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from explog.store.connection import at_the_boundary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

MOST_WORDS = 16
"""Words after these are not looked for."""

_PUT = """
INSERT OR REPLACE INTO search (rowid, subject, key, title, text) VALUES (?, ?, ?, ?, ?)
"""

_FOUND = """
SELECT subject FROM search WHERE search MATCH ?
ORDER BY substr(subject, instr(subject, '/') + 1) DESC LIMIT ?
"""


@at_the_boundary
def search(conn: sqlite3.Connection, words: str, limit: int = -1) -> list[str]:
    """The subjects whose key, title or text has every one of *words*, the newest first.

    Args:
        conn: An open log.
        words: As typed. A word of two letters or more also finds what begins with it; case does not
            matter, and å is not a.
        limit: At most this many; all of them by default.
    """
    asked = " ".join(_asked(words))
    if not asked:
        return []
    return [subject for (subject,) in conn.execute(_FOUND, (asked, limit)).fetchall()]


def put(conn: sqlite3.Connection, subject: str, key: str, title: str, text: str) -> None:
    """Let *subject* be found by these ``composed`` texts and no longer by its former ones."""
    conn.execute("INSERT INTO searched (subject) VALUES (?) ON CONFLICT DO NOTHING", (subject,))
    ((place,),) = conn.execute("SELECT n FROM searched WHERE subject = ?", (subject,)).fetchall()
    row = (subject, key, title, text)
    if _words_at(conn, place) != row:
        conn.execute(_PUT, (place, *row))


def take_away(conn: sqlite3.Connection, subject: str) -> None:
    """Let *subject* no longer be found."""
    conn.execute(
        "DELETE FROM search WHERE rowid = (SELECT n FROM searched WHERE subject = ?)", (subject,)
    )
    conn.execute("DELETE FROM searched WHERE subject = ?", (subject,))


def _words_at(conn: sqlite3.Connection, place: int) -> tuple[str, str, str, str] | None:
    """What stands on row *place* of the search table: subject, key, title and text."""
    found: list[tuple[str, str, str, str]] = conn.execute(
        "SELECT subject, key, title, text FROM search WHERE rowid = ?", (place,)
    ).fetchall()
    return found[0] if found else None


def composed(text: str) -> str:
    """*text* with letters such as å as one character, however they were typed."""
    return unicodedata.normalize("NFC", text)


def _asked(words: str) -> Iterator[str]:
    """The words as FTS5 strings; what has neither letter nor digit asks for nothing."""
    plain = composed(words).encode(errors="replace").decode()
    for word in plain.replace("\0", " ").split()[:MOST_WORDS]:
        letters = sum(character.isalnum() for character in word)
        if letters:
            quoted = word.replace('"', '""')
            yield f'"{quoted}"*' if letters > 1 else f'"{quoted}"'
