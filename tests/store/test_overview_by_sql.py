"""The first page by SQL says what the pure rule says, whatever is in the log."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.lists.overview import Overview, overview
from explog.domain.record.rows import row
from explog.store import reading
from explog.store.log import Log
from explog.store.overview import overview as by_sql
from tests.builders import ident
from tests.store.lists import TASKS, generated, kept, workplace

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from explog.domain.record.fold import Document

DAYS = ("2026-01-01", "2026-11-16", "2027-02-28", "2027-06-01", "2029-01-01")
MANY = 10_000


@pytest.fixture(params=[1, 2])
def conn(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A reader of a log of 150 experiments, some with two versions, and of agreements."""
    chosen = random.Random(request.param)  # noqa: S311 - the same log each time
    path = tmp_path / "log.db"
    with Log.open(path) as log, log.writing():
        for code, tasks in TASKS.items():
            kept(log, f"workplace/{ident(code)}", workplace(code, *tasks))
        made = [generated(number, chosen) for number in range(150)]
        for document in made:
            versions = ("title",) if chosen.random() < 0.1 else ()
            kept(log, f"experiment/{document['id']}", document, *versions)
        for number in range(40):
            one = agreement(number, chosen, [str(document["id"]) for document in made])
            kept(log, f"agreement/{one['id']}", one)
    found = reading.open_reader(path)
    assert found is not None
    yield found
    found.close()


def agreement(number: int, chosen: random.Random, experiments: list[str]) -> Document:
    """One that may be settled, archived, late, or about nothing that is there."""
    about = chosen.choice([[], [chosen.choice(experiments)], [ident("nowhere")]])
    due = date(2026, 10, 1).toordinal() + chosen.randint(0, 400)
    made: Document = {
        "id": ident(f"agreement {number}"),
        "key": f"A-{number:02d}",
        "what": "aftale",
        "role": "leader",
        "due": date.fromordinal(due).isoformat(),
        "experiments": [*about],
    }
    if chosen.random() < 0.3:
        made |= {"status": "done", "closed_on": "2026-10-01"}
    if chosen.random() < 0.1:
        made |= {"archived": True}
    return made


def pure(conn: sqlite3.Connection, today: str) -> Overview:
    """What the rule makes of every line of the log."""
    rows = [row(record, today) for record in reading.experiment_records(conn, archived=True)]
    return overview(rows, reading.agreements(conn), today)


@pytest.mark.parametrize("today", DAYS)
@pytest.mark.parametrize("most", [1, 3, 12, MANY])
def test_sql_and_the_pure_rule_lay_out_the_same_page(
    conn: sqlite3.Connection, today: str, most: int
) -> None:
    assert by_sql(conn, today, most) == pure(conn, today).cut(most)


def test_the_log_that_is_compared_has_something_of_everything(conn: sqlite3.Connection) -> None:
    """Or the test above would prove nothing."""
    page = pure(conn, DAYS[3])
    assert len({item.code for item in page.attention}) >= 7
    assert all((page.running, page.scaled, page.taught, page.waiting, page.unconfirmed))
    assert {level for level, count in page.levels.items() if count} >= {"adopted", "spreading"}
    assert any(item.about != item.key for item in page.attention if item.about)
    assert len(page.board) >= 4
    assert page.open_verdicts


def test_an_empty_log_has_an_empty_first_page(tmp_path: Path) -> None:
    with Log.open(tmp_path / "log.db"):
        pass
    conn = reading.open_reader(tmp_path / "log.db")
    assert conn is not None
    assert by_sql(conn, DAYS[0], 12) == Overview()
    conn.close()
