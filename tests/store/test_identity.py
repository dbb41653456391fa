from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from explog.domain.naming.vocabulary import Kind
from explog.store.identity import APPLICATION_ID, SCHEMA, TABLES, Standing, standing_of_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("application_id", "version", "found"),
    [
        (APPLICATION_ID, SCHEMA, Standing.CURRENT),
        (APPLICATION_ID, SCHEMA - 1, Standing.DUE),
        (APPLICATION_ID, SCHEMA + 1, Standing.NEWER),
        (APPLICATION_ID + 1, SCHEMA, Standing.FOREIGN),
        (0, SCHEMA, Standing.FOREIGN),
    ],
)
def test_the_header_tells_how_a_file_stands_to_us(
    tmp_path: Path, application_id: int, version: int, found: Standing
) -> None:
    path = tmp_path / "log.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(f"PRAGMA application_id = {application_id}")
        conn.execute(f"PRAGMA user_version = {version}")
        conn.execute("CREATE TABLE anything (x)")
    assert standing_of_file(path) is found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", Standing.EMPTY),
        (b"SQLite format 3\0", Standing.FOREIGN),
        (b"\0" * 4096, Standing.FOREIGN),
        (b"%PDF-1.7" + b"x" * 4096, Standing.FOREIGN),
    ],
)
def test_what_is_no_database_is_foreign_unless_there_is_nothing_in_it(
    tmp_path: Path, content: bytes, found: Standing
) -> None:
    path = tmp_path / "log.db"
    path.write_bytes(content)
    assert standing_of_file(path) is found


def test_every_kind_of_subject_has_a_table() -> None:
    assert list(TABLES) == list(Kind)
