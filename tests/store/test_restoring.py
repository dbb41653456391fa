from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from explog.errors import ForeignFileError, NewerLogError, StoreError
from explog.store.backup import backup, backups, folder_of
from explog.store.identity import SCHEMA
from explog.store.restoring import restore
from tests.store.making import jotted, opened, written

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)


def titles(path: Path) -> list[object]:
    """The titles in the log at *path*, which must be sound."""
    with opened(path) as log:
        assert log.check() == []
        return [document["title"] for document in log.documents("experiment")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A log with two experiments."""
    path = tmp_path / "log.db"
    written(opened(path), jotted(1, "AMB-01", "Én"), jotted(2, "AMB-02", "To")).close()
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A backup of a log that has another experiment."""
    with written(opened(tmp_path / "other.db"), jotted(9, "LYS-01", "Gammel")) as log:
        return backup(log.conn, tmp_path / "kept", NOW)


def test_a_restored_log_is_what_the_backup_was_and_the_former_one_is_kept(
    path: Path, kept: Path
) -> None:
    before = restore(kept, path, NOW)
    assert titles(path) == ["Gammel"]
    assert before is not None
    assert titles(before) == ["Én", "To"]
    assert [found.path for found in backups(folder_of(path))] == [before]


def test_another_window_on_the_log_sees_the_restored_one_and_loses_nothing(
    path: Path, kept: Path
) -> None:
    with opened(path) as log:
        assert len(log.documents("experiment")) == 2
        restore(kept, path, NOW)
        written(log, jotted(10, "LYS-02", "Ny"))
    assert titles(path) == ["Gammel", "Ny"]


def test_a_log_can_be_restored_where_none_is_left(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "new" / "log.db"
    assert restore(kept, path, NOW) is None
    assert titles(path) == ["Gammel"]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [slice(0, 100), slice(100, None), slice(4096, 40_000)])
def test_a_damaged_log_is_replaced_and_its_bytes_are_kept(
    path: Path, kept: Path, damage: slice
) -> None:
    content = bytearray(path.read_bytes())
    content[damage] = b"\xaa" * len(content[damage])
    path.write_bytes(content)
    before = restore(kept, path, NOW)
    assert titles(path) == ["Gammel"]
    assert before is not None
    assert before.read_bytes() == content


def test_a_journal_beside_a_damaged_log_is_never_applied_to_the_restored_one(
    path: Path, kept: Path
) -> None:
    path.write_bytes(b"\xaa" * 50_000)
    journal = path.with_name("log.db-journal")
    journal.write_bytes(b"what SQLite left")
    before = restore(kept, path, NOW)
    assert titles(path) == ["Gammel"]
    assert before is not None
    assert before.with_name(before.name + "-journal").read_bytes() == b"what SQLite left"
    assert not journal.exists()


def test_what_is_no_backup_is_not_restored(tmp_path: Path, path: Path, kept: Path) -> None:
    before = path.read_bytes()
    (tmp_path / "letter.txt").write_text("Kære alle")
    (tmp_path / "empty.db").touch()
    for wrong in ("letter.txt", "empty.db"):
        with pytest.raises(ForeignFileError):
            restore(tmp_path / wrong, path, NOW)
    with pytest.raises(StoreError):
        restore(tmp_path / "missing.db", path, NOW)
    content = bytearray(kept.read_bytes())
    content[4096:40_000] = b"\xaa" * (40_000 - 4096)
    kept.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        restore(kept, path, NOW)
    assert path.read_bytes() == before
    assert not folder_of(path).exists()


def test_a_backup_by_a_newer_explog_is_not_restored(path: Path, kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as conn:
        conn.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(NewerLogError):
        restore(kept, path, NOW)
    assert titles(path) == ["Én", "To"]
