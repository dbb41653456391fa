"""Hands and dots that are counted and not written down: never in a copy, gone with their meeting.

What is counted may point at single persons. In the log it stands in bands; as it was typed it
stands in the drafts, as long as the meeting goes on. Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.draft import COUNTS

if TYPE_CHECKING:
    import sqlite3

    from explog.domain.acts.draft import Place

_ALL = "DELETE FROM drafts WHERE place ->> 0 = ?"
_OF_HELD = """
DELETE FROM drafts
WHERE place ->> 0 = ? AND place ->> 1 IN (SELECT id FROM reviews WHERE status = 'held')
"""
"""A place is the JSON of its parts: ``["counts", "<meeting>", "<step>"]``."""

_IS_HELD = "SELECT 1 FROM reviews WHERE id = ? AND status = 'held'"
_HAS_DRAFTS = "SELECT 1 FROM sqlite_schema WHERE name = 'drafts'"


def forget_held(conn: sqlite3.Connection) -> None:
    """Let go of what was counted in meetings that are held, inside the open transaction."""
    conn.execute(_OF_HELD, (COUNTS,))


def is_too_late(conn: sqlite3.Connection, place: Place) -> bool:
    """Whether *place* holds counts of a meeting that is held."""
    return place.act == COUNTS and bool(conn.execute(_IS_HELD, (place.subject,)).fetchall())


def leave_out(copy: sqlite3.Connection) -> None:
    """Take what is counted out of the *copy* of a log, so that no trace of it is in the file."""
    if copy.execute(_HAS_DRAFTS).fetchall():  # a log of an older explog may have none
        copy.execute("PRAGMA secure_delete = ON").fetchall()
        copy.execute("PRAGMA journal_mode = MEMORY").fetchall()
        copy.execute(_ALL, (COUNTS,))
