from __future__ import annotations

import os
import sqlite3
import stat
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explog.errors import ForeignFileError, NewerLogError, StoreError
from explog.store import backup, opening, schema
from explog.store.identity import APPLICATION_ID, SCHEMA, Standing, standing
from explog.store.opening import connect
from explog.store.reading import experiment_records, open_reader
from tests.store.making import jotted, opened, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

NOBODY = 65534


def mode(path: Path) -> int:
    """The permission bits of *path*."""
    return stat.S_IMODE(path.stat().st_mode)


def value(conn: sqlite3.Connection, pragma: str) -> object:
    """What *pragma* is set to."""
    return conn.execute(f"PRAGMA {pragma}").fetchone()[0]


def older(path: Path) -> Path:
    """A log at *path* with one experiment, marked as one migration behind."""
    with written(opened(path), jotted(1, "AMB-01", "Én")) as log:
        log.conn.execute("DELETE FROM _sqlite_migrations")
        log.conn.execute(f"PRAGMA user_version = {SCHEMA - 1}")
    return path


@contextmanager
def ordinary_person() -> Iterator[None]:
    """Give up root, who may write anywhere, for as long as the block lasts."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody may enter; pytest's own is for its owner only."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def test_a_new_log_and_its_new_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "log.db"
    connect(path, create=True).close()
    assert mode(path) == 0o600
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


def test_an_existing_folder_and_file_keep_their_modes(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    connect(path, create=True).close()
    path.chmod(0o640)
    tmp_path.chmod(0o750)
    connect(path, create=True).close()
    assert (mode(path), mode(tmp_path)) == (0o640, 0o750)


def test_a_new_log_is_marked_as_ours(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "log.db", create=True)) as conn:
        assert value(conn, "application_id") == APPLICATION_ID
        assert value(conn, "user_version") == SCHEMA
        applied = conn.execute("SELECT name FROM _sqlite_migrations").fetchall()
    assert len(applied) == SCHEMA


def test_every_connection_is_set_up_for_safety(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    connect(path, create=True).close()
    with closing(connect(path, create=False)) as conn:
        assert value(conn, "journal_mode") == "delete"
        assert value(conn, "synchronous") == 3
        assert value(conn, "foreign_keys") == value(conn, "secure_delete") == 1
        assert value(conn, "cell_size_check") == 1


def test_every_table_is_strict(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "log.db", create=True)) as conn:
        loose = conn.execute(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict"
        ).fetchall()
    assert {name for (name,) in loose} == {
        "_sqlite_migrations",
        "sqlite_schema",
        "sqlite_temp_schema",
    }


def test_a_file_without_a_byte_becomes_a_log(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    path.touch()
    with opened(path) as log:
        assert log.check() == []


def test_without_create_a_missing_log_stays_missing(tmp_path: Path) -> None:
    path = tmp_path / "none" / "log.db"
    with pytest.raises(StoreError, match="there is no log here yet"):
        connect(path, create=False)
    assert not path.parent.exists()


def test_a_database_of_somebody_else_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(ForeignFileError, match=r"theirs\.db"):
        connect(path, create=True)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"garbage", b"garbage " * 1000])
def test_a_file_that_is_no_database_is_refused_and_left_untouched(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(ForeignFileError):
        connect(path, create=True)
    assert path.read_bytes() == content


def test_a_log_of_a_newer_explog_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with closing(connect(path, create=True)) as conn:
        conn.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerLogError):
        connect(path, create=True)
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_log_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="it is a folder"):
        connect(tmp_path, create=True)


def test_a_folder_that_may_not_be_written_to_is_said_so(shared: Path) -> None:
    closed = shared / "closed"
    closed.mkdir(mode=0o755)
    closed.chmod(0o555)
    with ordinary_person(), pytest.raises(StoreError, match="access is not allowed"):
        connect(closed / "log.db", create=True)
    assert list(closed.iterdir()) == []


def test_a_log_that_may_not_be_written_to_is_said_so_when_it_is_written(shared: Path) -> None:
    path = shared / "log.db"
    opened(path).close()
    path.chmod(0o444)
    with (
        ordinary_person(),
        opened(path) as log,
        pytest.raises(StoreError, match="may not be written to"),
    ):
        written(log, jotted(1, "AMB-01", "Én"))


def test_a_log_that_may_not_be_written_to_can_still_be_read_and_checked(shared: Path) -> None:
    path = shared / "log.db"
    written(opened(path), jotted(1, "AMB-01", "Én")).close()
    path.chmod(0o444)
    shared.chmod(0o555)
    with ordinary_person():
        reader = open_reader(path)
        assert reader is not None
        assert len(experiment_records(reader)) == 1
        reader.close()
        with opened(path) as log:
            assert log.check() == []


def test_a_log_that_is_behind_is_backed_up_before_it_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path / "log.db")
    monkeypatch.setattr(schema.MIGRATIONS, "_migrations", [])

    @schema.MIGRATIONS(name="second")
    def second(db: Database) -> None:
        db.execute("CREATE TABLE second (x TEXT) STRICT")

    with closing(connect(path, create=False)) as conn:
        assert value(conn, "user_version") == SCHEMA
        assert conn.execute("SELECT count(*) FROM second").fetchone() == (0,)
    (kept,) = backup.backups(backup.folder_of(path))
    with closing(sqlite3.connect(kept.path)) as conn:
        assert value(conn, "user_version") == SCHEMA - 1
        assert conn.execute("SELECT count(*) FROM events").fetchone() == (1,)


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path / "log.db")
    before = path.read_bytes()
    monkeypatch.setattr(schema.MIGRATIONS, "_migrations", [])

    @schema.MIGRATIONS(name="second")
    def second(db: Database) -> None:
        db.execute("DELETE FROM events")
        db.execute("CREATE TABLE events (x)")

    with pytest.raises(StoreError, match="already exists"):
        connect(path, create=False)
    assert path.read_bytes() == before


def test_a_creation_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.db"

    def fails(conn: sqlite3.Connection) -> None:
        conn.execute("CREATE TABLE half (x)")
        conn.execute("no SQL")

    with monkeypatch.context() as patched:
        patched.setattr(schema, "migrate", fails)
        with pytest.raises(StoreError):
            connect(path, create=True)
    assert not path.exists()
    connect(path, create=True).close()


def test_a_process_that_comes_second_finds_the_work_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes create the log at once: the one that waited must not create it again."""
    path = tmp_path / "log.db"
    path.touch()
    first_look = iter([Standing.EMPTY])
    opened(path).close()
    monkeypatch.setattr(opening, "standing", lambda conn: next(first_look, None) or standing(conn))
    with closing(connect(path, create=True)) as conn:
        assert conn.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (SCHEMA,)


def test_an_sqlite_without_strict_tables_is_said_to_be_too_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(StoreError, match="too old"):
        connect(tmp_path / "log.db", create=True)
