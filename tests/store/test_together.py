"""What can only go wrong between processes, or when one of them dies."""

from __future__ import annotations

import random
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from explog.store import reading
from tests.store.making import experiment, jotted, opened, written
from tests.store.programs import script, writer

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import Popen

FULL = """
import resource, sys
from pathlib import Path
from explog.errors import StoreError
from tests.store.making import experiment, jotted, opened, written

path = Path(sys.argv[1])
with written(opened(path), jotted(1, "AMB-01", "En")) as log:
    before = log.fingerprint()
    size = path.stat().st_size
    for room in range(0, 400_000, 8000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, resource.RLIM_INFINITY))
        try:
            written(log, jotted(2, "AMB-02", "x" * 30_000))
        except StoreError as error:
            last = str(error)
            assert log.fingerprint() == before
        else:
            break
    else:
        raise SystemExit("it never fitted")
    assert room > 0, "it was never full"
    print(last)
"""


def killed(path: Path, first: int, rng: random.Random) -> list[int]:
    """Let a writer be killed in the middle of something; the numbers it had acknowledged."""
    with writer(path, first, 10_000) as program:
        assert program.stdout is not None
        said = [int(program.stdout.readline()) for _ in range(rng.randint(1, 20))]
        time.sleep(rng.uniform(0, 0.01))
        program.kill()
        said += [int(line) for line in program.stdout.read().splitlines()]
    return said


def survives_kills(path: Path, times: int) -> None:
    """Kill a writer *times* times; all it ever acknowledged must be there, and the log sound."""
    rng = random.Random(9)  # noqa: S311 - repeatable, not secret
    acknowledged: list[int] = []
    for turn in range(times):
        acknowledged += killed(path, turn * 100_000 + 1, rng)
        reader = reading.open_reader(path)
        assert reader is not None
        there = {record[0] for record in reading.experiment_records(reader)}
        reader.close()
        assert {experiment(number).partition("/")[2] for number in acknowledged} <= there
        with opened(path) as log:
            assert log.check() == []
    assert len(acknowledged) >= times


def test_eight_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    programs = [writer(path, start * 1000 + 1, 50) for start in range(8)]
    said = [program.communicate()[0].split() for program in programs]
    assert sum(map(len, said)) == 400
    with opened(path) as log:
        keys = [str(document["key"]) for document in log.documents("experiment")]
        assert len(set(keys)) == 400
        assert max(keys, key=lambda key: int(key.partition("-")[2])) == "AMB-400"
        assert log.check() == []
        fingerprint = log.fingerprint()
        log.rebuild()
        assert log.fingerprint() == fingerprint


def test_programs_that_create_the_log_at_once_create_one(tmp_path: Path) -> None:
    for turn in range(3):
        path = tmp_path / f"{turn}.db"
        programs: list[Popen[str]] = [writer(path, number, 1) for number in range(1, 5)]
        assert [program.communicate()[0].strip() for program in programs] == ["1", "2", "3", "4"]
        with opened(path) as log:
            assert len(log.documents("experiment")) == 4
            assert log.check() == []


def test_nothing_acknowledged_is_lost_when_a_writer_is_killed(tmp_path: Path) -> None:
    survives_kills(tmp_path / "log.db", 5)


@pytest.mark.long
def test_nothing_acknowledged_is_lost_when_thirty_writers_are_killed(tmp_path: Path) -> None:
    survives_kills(tmp_path / "log.db", 30)


def test_a_full_disk_takes_the_whole_write_back_and_says_so(tmp_path: Path) -> None:
    """The limit on the size of files is the closest to a full disk that a test can make."""
    said = script(FULL, tmp_path / "log.db").stdout
    assert "Nothing was half-written" in said
    with opened(tmp_path / "log.db") as log:
        assert len(log.documents("experiment")) == 2
        assert log.check() == []


def test_a_half_finished_write_is_taken_back_by_whoever_reads_next(tmp_path: Path) -> None:
    """A program died while its pages were going to the file: the journal beside it undoes them."""
    path = tmp_path / "log.db"
    written(opened(path), *(jotted(n, f"AMB-{n:02d}", "Nr.") for n in range(1, 30))).close()
    script(
        "import os, sqlite3, sys\n"
        "conn = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "conn.execute('PRAGMA cache_size = 2')\n"
        "conn.execute('BEGIN IMMEDIATE')\n"
        "conn.execute('UPDATE events SET act = hex(randomblob(50))')\n"
        "conn.execute('DELETE FROM experiments')\n"
        "os._exit(0)\n",
        path,
    )
    assert (tmp_path / "log.db-journal").stat().st_size > 0
    reader = reading.open_reader(path)
    assert reader is not None
    assert len(reading.experiment_records(reader)) == 29
    reader.close()
    with opened(path) as log:
        assert log.check() == []


def test_a_reader_does_not_hold_up_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    written(opened(path), *(jotted(n, f"AMB-{n:02d}", "Nr.") for n in range(1, 30))).close()
    reader = reading.open_reader(path)
    assert reader is not None
    for read in (
        reading.experiment_records,
        reading.workplaces,
        reading.event_bodies,
        lambda conn: reading.search(conn, "nr"),
        lambda conn: reading.find(conn, "AMB-07"),
        lambda conn: reading.near(conn, "AMB-99"),
        lambda conn: reading.export_parts(conn, "experiment"),
    ):
        read(reader)
        assert reader.in_transaction is False
        with opened(path, timeout=0) as log, log.writing():
            pass
    with pytest.raises(sqlite3.OperationalError):
        reader.execute("DELETE FROM events")
    reader.close()
