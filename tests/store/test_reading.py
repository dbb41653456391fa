from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from explog.domain.record.rows import COLUMNS
from explog.errors import ForeignFileError, NewerLogError, NotFoundError, StoreError
from explog.store import reading
from explog.store.identity import SCHEMA
from tests.store.making import event, experiment, ident, jotted, opened, written
from tests.store.programs import script

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

WORKPLACE = f"workplace/{ident(1)}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A log with a workplace, two experiments, an archived one, a review and an agreement."""
    path = tmp_path / "log.db"
    tasks: dict[str, JsonValue] = {
        f"core_tasks/{ident(2)}": {"text": "Borgeren får hjælp", "order": 1},
        f"core_tasks/{ident(3)}": {"text": "Vognen er klar", "order": 2},
    }
    with opened(path) as log:
        written(
            log,
            event(1, WORKPLACE, {"code": "AMB", "name": "Ambulancen", **tasks}),
            jotted(11, "AMB-01", "QR", workplace=ident(1), core_task=ident(3), tags=["øl", "b"]),
            jotted(12, "AMB-02", "Gemt", workplace=ident(1), archived=True),
            jotted(13, "AMB-03", "Løs", workplace=ident(99), core_task=ident(2)),
            event(
                21,
                f"review/{ident(21)}",
                {"key": "LM-1", "title": "Møde", "kind": "check_in", "date": "2026-03-01"},
            ),
            event(
                22,
                f"agreement/{ident(22)}",
                {"key": "A-1", "what": "Ring", "role": "leder", "due": "2026-03-01"},
            ),
        )
    return path


def test_there_is_nothing_to_read_where_there_is_no_log(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert reading.open_reader(tmp_path / "missing.db") is None
    assert reading.open_reader(tmp_path / "empty.db") is None
    assert [found.name for found in tmp_path.iterdir()] == ["empty.db"]


def test_a_reader_refuses_the_same_files_as_the_ritual(tmp_path: Path, path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Kære alle")
    with pytest.raises(ForeignFileError):
        reading.open_reader(tmp_path / "letter.txt")
    with pytest.raises(StoreError, match="it is a folder"):
        reading.open_reader(tmp_path)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(NewerLogError):
        reading.open_reader(path)


@pytest.mark.parametrize("damage", [b"CREATE TABLE \xfc", b"\xff" * 14])
def test_a_log_with_a_damaged_schema_is_said_to_be_damaged(path: Path, damage: bytes) -> None:
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE e", damage, 1))
    with pytest.raises(StoreError):
        reading.open_reader(path)


def test_a_reader_cannot_write(path: Path) -> None:
    conn = reading.open_reader(path)
    assert conn is not None
    with closing(conn), pytest.raises(sqlite3.OperationalError, match="readonly"):
        conn.execute("DELETE FROM events")


def test_a_log_that_is_behind_is_migrated_before_it_is_read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as behind:
        behind.execute(f"PRAGMA user_version = {SCHEMA - 1}")
    conn = reading.open_reader(path)
    assert conn is not None
    with closing(conn):
        assert conn.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert len(reading.experiment_records(conn)) == 2


def test_experiments_come_newest_first_without_the_archived_ones(path: Path) -> None:
    with opened(path) as log:
        records = reading.experiment_records(log.conn)
        everything = reading.experiment_records(log.conn, archived=True)
    assert [dict(zip(COLUMNS, record, strict=True)) for record in records] == [
        {
            "id": ident(13),
            "key": "AMB-03",
            "title": "Løs",
            "workplace": None,
            "core_task": None,
            "tags": None,
            "archived": 0,
            "derived": '{"in_operation":null,"lessons":0,"state":"idea","versions":[]}',
        },
        {
            "id": ident(11),
            "key": "AMB-01",
            "title": "QR",
            "workplace": "AMB",
            "core_task": "Vognen er klar",
            "tags": '["øl","b"]',
            "archived": 0,
            "derived": '{"in_operation":null,"lessons":0,"state":"idea","versions":[]}',
        },
    ]
    assert [(record[1], record[6]) for record in everything] == [
        ("AMB-03", 0),
        ("AMB-02", 1),
        ("AMB-01", 0),
    ]


def test_keys_are_read_without_their_lines(path: Path) -> None:
    conn = reading.open_reader(path)
    assert conn is not None
    with closing(conn):
        assert reading.keys(conn, "amb-") == [("AMB-03", "Løs"), ("AMB-01", "QR")]
        assert reading.keys(conn, "AMB-01") == [("AMB-01", "QR")]
        assert reading.keys(conn, "BØR") == []


def test_the_workplace_of_a_line_is_the_code_it_goes_by(path: Path) -> None:
    with opened(path) as log:
        written(log, event(30, WORKPLACE, {"key": "AMBU"}))
        assert reading.experiment_records(log.conn)[1][3] == "AMBU"


def test_experiments_are_read_by_one_query(path: Path) -> None:
    with opened(path) as log:
        asked: list[str] = []
        log.conn.set_trace_callback(asked.append)
        reading.experiment_records(log.conn)
    assert [sql for sql in asked if "experiments" in sql] == [asked[-1]]


def test_lists_and_records_hold_whole_documents(path: Path) -> None:
    with opened(path) as log:
        (workplace,) = reading.workplaces(log.conn)
        (review,) = reading.reviews(log.conn)
        (agreement,) = reading.agreements(log.conn)
        assert workplace["id"] == ident(1)
        assert (review["key"], agreement["what"]) == ("LM-1", "Ring")
        assert reading.record(log.conn, WORKPLACE) == (workplace, {"versions": []})
        with pytest.raises(NotFoundError):
            reading.record(log.conn, experiment(99))


def test_events_and_export_parts_are_the_stored_texts(path: Path) -> None:
    with opened(path) as log:
        (body,) = reading.event_bodies(log.conn, WORKPLACE)
        assert json.loads(body) == log.events(WORKPLACE)[0].body()
        assert len(reading.event_bodies(log.conn)) == 6
        parts = reading.export_parts(log.conn, "experiment")
        assert [ident for ident, _document, _derived in parts] == [ident(11), ident(12), ident(13)]
        assert json.loads(parts[0][1]) == log.document(experiment(11))


def test_an_error_of_sqlite_becomes_a_sentence(path: Path) -> None:
    with opened(path) as log:
        log.conn.execute("DROP VIEW experiment_list")
        log.conn.execute("DROP VIEW core_tasks")
        with pytest.raises(StoreError, match=r"log\.db.*core_tasks"):
            reading.experiment_records(log.conn)


def test_reading_imports_neither_models_nor_sqlite_utils(path: Path) -> None:
    heavy = script(
        "import sys, pathlib\n"
        "from explog.store import reading\n"
        "conn = reading.open_reader(pathlib.Path(sys.argv[1]))\n"
        "assert len(reading.experiment_records(conn)) == 2\n"
        "reading.find(conn, 'AMB-01'), reading.search(conn, 'QR'), reading.workplaces(conn)\n"
        "print({'pydantic', 'sqlite_utils', 'click', 'textual'} & sys.modules.keys())",
        path,
    )
    assert heavy.stdout.strip() == "set()"
