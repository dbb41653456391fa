"""What is counted in a meeting and not written down stays nowhere: few hands point at someone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.draft import COUNTS, Place
from explog.store.backup import backup, copied
from explog.store.connection import opened as file_opened
from explog.store.drafts import StoredDrafts
from tests.store.making import event, ident, opened, written

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

    from explog.store.log import Log

HERE, THERE = ident(0x10), ident(0x20)
"""Two meetings."""

NOW = datetime(2026, 11, 16, 9, 30, 15, tzinfo=UTC)
COUNTED = {"guess-hands/supported": "4"}
TRACE = b"guess-hands/supported"


def place(review: str, act: str = COUNTS) -> Place:
    """A step of *review*."""
    return Place(act, review, "expected/")


def begun(path: Path) -> Log:
    """A log in which both meetings go on, each with a count and a half note."""
    log = opened(path)
    for number, review in enumerate((HERE, THERE), 1):
        said: dict[str, JsonValue] = {"key": f"LM-2026-0{number}", "status": "going_on"}
        written(log, event(number, f"review/{review}", said))
        StoredDrafts(path).keep(place(review), COUNTED)
        StoredDrafts(path).keep(place(review, "room"), {"note/": "half a note"})
    return log


def close(log: Log, review: str) -> None:
    """The meeting *review* is held."""
    written(log, event(3, f"review/{review}", {"status": "held"}, over=[1]))


def test_what_was_counted_is_gone_from_the_file_once_the_meeting_is_held(tmp_path: Path) -> None:
    """Four hands, a power cut, and the meeting closed by the command line: they stayed."""
    path = tmp_path / "log.db"
    with begun(path) as log:
        close(log, HERE)
    assert {one.place for one in StoredDrafts(path).every()} == {
        place(THERE),
        place(HERE, "room"),
        place(THERE, "room"),
    }


def test_nothing_is_left_of_it_among_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with begun(path) as log:
        StoredDrafts(path).keep(place(THERE), {})
        assert TRACE in path.read_bytes()
        close(log, HERE)
    assert TRACE not in path.read_bytes()


def test_a_meeting_that_was_held_elsewhere_lets_go_of_it_too(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with begun(path) as log, log.writing():
        log.merge([event(3, f"review/{HERE}", {"status": "held"}, over=[1])])
    assert StoredDrafts(path).of(place(HERE)) is None


def test_a_room_that_is_still_open_keeps_no_count_of_a_meeting_that_is_held(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.db"
    with begun(path) as log:
        close(log, HERE)
    StoredDrafts(path).keep(place(HERE), COUNTED)
    StoredDrafts(path).keep(place(THERE), {"guess-hands/partly_supported": "3"})
    assert StoredDrafts(path).of(place(HERE)) is None
    assert StoredDrafts(path).of(place(THERE)) is not None


@pytest.mark.parametrize("way", ["backup", "copied"])
def test_no_copy_holds_what_is_being_counted(way: str, tmp_path: Path) -> None:
    path, copy = tmp_path / "log.db", tmp_path / "copy.db"
    begun(path).close()
    if way == "backup":
        copy = backup(path, tmp_path / "backups", NOW)
    else:
        with closing(file_opened(path)) as conn:
            copied(conn, copy)
    assert TRACE not in copy.read_bytes()
    assert {one.place.act for one in StoredDrafts(copy).every()} == {"room"}
    assert StoredDrafts(path).of(place(HERE)) is not None


def test_a_log_from_before_there_were_drafts_can_be_copied(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    opened(path).close()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("DROP TABLE drafts")
    assert backup(path, tmp_path / "backups", NOW).exists()
