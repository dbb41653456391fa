from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from explog.errors import ForeignFileError, StoreError
from explog.store import backup as copying
from explog.store.backup import backup, backups, folder_of
from tests.store.making import jotted, opened, written
from tests.store.programs import writer

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 16, 9, 30, 15, tzinfo=timezone(timedelta(hours=1)))


def test_a_backup_is_a_log_of_its_own_with_the_same_content(tmp_path: Path) -> None:
    with written(opened(tmp_path / "log.db"), jotted(1, "AMB-01", "Én")) as log:
        path = backup(log.conn, folder_of(log.path), NOW)
        before = log.fingerprint()
    assert path == tmp_path / "backups" / "log-20261116T083015Z.db"
    with opened(path) as copy:
        assert copy.fingerprint() == before
        assert copy.check() == []


def test_a_backup_in_the_middle_of_a_write_has_what_was_committed(tmp_path: Path) -> None:
    with written(opened(tmp_path / "log.db"), jotted(1, "AMB-01", "Én")) as log:
        with log.writing():
            log.append(jotted(2, "AMB-02", "To"))
            path = backup(log.conn, folder_of(log.path), NOW)
        assert len(log.documents("experiment")) == 2
    with opened(path) as copy:
        assert len(copy.documents("experiment")) == 1


def test_a_backup_and_its_folder_are_for_their_owner_only(tmp_path: Path) -> None:
    opened(tmp_path / "log.db").close()
    path = backup(tmp_path / "log.db", tmp_path / "kept" / "here", NOW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_two_backups_of_one_second_are_two(tmp_path: Path) -> None:
    opened(tmp_path / "log.db").close()
    made = [backup(tmp_path / "log.db", tmp_path / "kept", NOW) for _ in range(3)]
    made.append(backup(tmp_path / "log.db", tmp_path / "kept", NOW + timedelta(seconds=1)))
    for other in ("letter.txt", "log-20261399T083015Z.db", "log.db"):
        (tmp_path / "kept" / other).touch()
    found = backups(tmp_path / "kept")
    assert [each.path for each in found] == made[::-1]
    assert found[0].log == "log"
    assert found[0].moment == datetime(2026, 11, 16, 8, 30, 16, tzinfo=UTC)


def test_a_missing_folder_has_no_backups(tmp_path: Path) -> None:
    assert backups(tmp_path / "none") == []


def test_something_else_is_not_backed_up(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Kære alle")
    with pytest.raises(ForeignFileError):
        backup(tmp_path / "letter.txt", tmp_path / "kept", NOW)
    with pytest.raises(StoreError):
        backup(tmp_path / "missing.db", tmp_path / "kept", NOW)
    assert not (tmp_path / "kept").exists()


def test_an_empty_file_is_not_worth_a_backup(tmp_path: Path) -> None:
    (tmp_path / "log.db").touch()
    with pytest.raises(ForeignFileError):
        backup(tmp_path / "log.db", tmp_path / "kept", NOW)
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_backup_that_is_not_sound_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with written(opened(path), *(jotted(n, f"AMB-{n}", "Én") for n in range(1, 20))) as log:
        ((page, size),) = log.conn.execute(
            "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'events'"
        ).fetchall()
    content = bytearray(path.read_bytes())
    content[page * size - 40 : page * size] = b"\xff" * 40
    content[(page - 1) * size : (page - 1) * size + 8] = b"\xff" * 8
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        backup(path, tmp_path / "kept", NOW)
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_backup_of_a_log_whose_index_lacks_a_row_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    opened(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        (index,) = conn.execute(
            "SELECT * FROM sqlite_schema WHERE name = 'events_by_device'"
        ).fetchall()
        conn.execute("DELETE FROM sqlite_schema WHERE name = 'events_by_device'")
    written(opened(path), jotted(1, "AMB-01", "Én")).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", index)
    with pytest.raises(StoreError, match="missing from index"):
        backup(path, tmp_path / "kept", NOW)
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_backup_waits_for_a_writer_but_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.db"
    with opened(path) as log, closing(sqlite3.connect(path, timeout=0)) as other:
        log.conn.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(copying.pour, "__defaults__", (0.2,))
        with closing(sqlite3.connect(":memory:")) as target, pytest.raises(StoreError):
            copying.pour(other, target)


def test_backups_made_while_others_write_are_sound(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    opened(path).close()
    with writer(path, 1, 100_000) as writing:
        assert writing.stdout is not None
        writing.stdout.readline()
        copies = [backup(path, tmp_path / "kept", NOW)]
        while len(copies) < 4 or _held(copies[-1]) == _held(copies[0]):
            copies.append(backup(path, tmp_path / "kept", NOW))
            assert writing.poll() is None
        writing.kill()
    seen = [_held(copy) for copy in copies]
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[-1]
    with opened(path) as log:
        assert log.check() == []


def _held(copy: Path) -> int:
    """How many experiments a sound *copy* holds."""
    with opened(copy) as log:
        assert log.check() == []
        return len(log.documents("experiment"))
