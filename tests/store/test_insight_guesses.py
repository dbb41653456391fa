"""The guess of the room against the result, counted over meetings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from explog.exchange import demo
from explog.store.log import Log
from tests.builders import ident
from tests.exchange.making import brought
from tests.store.counted import page
from tests.store.lists import kept

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from pydantic import JsonValue


def test_what_the_room_guessed_is_held_against_the_result(tmp_path: Path) -> None:
    with Log.open(tmp_path / "log.db") as log:
        brought(log, json.loads(demo.document("en")))
        before = _guessed(log.conn)
        of = dict(log.conn.execute("SELECT key, id FROM experiments").fetchall())
        guesses: list[JsonValue] = [
            {"id": ident("1"), "experiment": of["AMB-02"], "room": "not_supported"},
            {"id": ident("2"), "experiment": of["BS-02"], "room": "supported"},
            {"id": ident("3"), "experiment": of["AUT-01"], "room": "supported"},
            {"id": ident("4"), "experiment": of["AMB-04"], "room": "supported"},
        ]
        review: dict[str, JsonValue] = {
            "id": ident("meeting"),
            "key": "AMB-2026-01",
            "kind": "single",
            "title": "We look back",
            "date": "2026-11-02",
            "guesses": guesses,
        }
        with log.writing():
            kept(log, f"review/{review['id']}", review)
        after = _guessed(log.conn)
    assert after["yes"] - before["yes"] == 2
    assert after["no"] - before["no"] == 1


def _guessed(conn: sqlite3.Connection) -> dict[str, int]:
    """How often the room was right and wrong."""
    cells = {line.name: line.cells for line in page(conn).predictions}.get("guess", {})
    return {name: cells[name].count if cells else 0 for name in ("yes", "no")}
