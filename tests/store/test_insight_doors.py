"""Every number of Insights leads to exactly the experiments that it counts."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.insights.chosen import chosen
from explog.domain.insights.counts import Counts
from explog.domain.insights.making import insights
from explog.exchange import demo
from explog.store.log import Log
from explog.store.querying import experiments
from tests.builders import ident
from tests.exchange.making import brought
from tests.store.counted import TODAY, page
from tests.store.lists import TASKS, generated, kept, workplace

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from explog.domain.insights.all_insights import Cell, Insights


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The demo log."""
    with Log.open(tmp_path_factory.mktemp("insights") / "log.db") as log:
        brought(log, json.loads(demo.document("en")))
        yield log.conn


def cells(told: Insights) -> Iterator[tuple[str, Cell]]:
    """Every number with a door, and where it stands."""
    for name in ("flow", "funnel", "tasks", "hallmarks", "value", "predictions"):
        for line in getattr(told, name):
            yield from ((f"{name} {line.name} {at}", cell) for at, cell in line.cells.items())
    yield from ((f"board {at}", cell) for at, cell in told.board.items())
    yield from ((name, share.cell) for name, share in told.numbers.items())
    yield from ((name, cell) for name, cell in told.ladder.levels.items())
    yield from ((name, getattr(told, name)) for name in ("everything", "decided", "inconclusive"))
    yield "failed safely", told.failed.cell
    yield "unconfirmed", told.ladder.unconfirmed
    yield "faded", told.ladder.faded
    yield "in operation", told.ladder.everything


@pytest.mark.parametrize(
    ("query", "period", "today"),
    [
        ("", "", TODAY),
        ("", "2026-Q2", TODAY),
        ("workplace:AMB,BS", "", TODAY),
        ("initiator:employees", "2026", TODAY),
        ("outcome:failed", "2025-10..2026-05", TODAY),
        ("skærm", "", TODAY),
        ("", "", date(2027, 6, 1)),
        ("-tablet", "", date(2027, 6, 1)),
    ],
)
def test_every_door_leads_to_exactly_the_counted_experiments(
    conn: sqlite3.Connection, query: str, period: str, today: date
) -> None:
    told = page(conn, query, period, today)
    wrong = [
        (where, cell.query, cell.count, found.total)
        for where, cell in cells(told)
        if cell.query is not None
        and (
            found := experiments(
                conn, chosen(cell.query, "", today).query, today.isoformat(), limit=1
            )
        ).total
        != cell.count
    ]
    assert wrong == []


def test_an_empty_set_has_all_its_lines_and_no_number(conn: sqlite3.Connection) -> None:
    told = page(conn, "nothing-like-this")
    assert told.is_empty
    assert {cell.count for _where, cell in cells(told)} == {0}
    assert told.median_days is None
    assert len(told.hallmarks) == 5


def test_a_log_that_is_not_there_counts_nothing() -> None:
    told = insights(Counts(), chosen("", "", TODAY), {}, TODAY.isoformat())
    assert told.is_empty
    assert (told.flow, told.mirror, told.ladder.quarters) == ([], [], [])


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A log of experiments that differ in all there is, archived ones and loose ones among them."""
    picked = random.Random(20261117)  # noqa: S311 - the same log every time
    with Log.open(tmp_path_factory.mktemp("many") / "log.db") as log:
        with log.writing():
            for code, tasks in TASKS.items():
                kept(log, f"workplace/{ident(code)}", workplace(code, *tasks))
            for number in range(1, 131):
                document = generated(number, picked)
                kept(log, f"experiment/{document['id']}", document)
        yield log.conn


@pytest.mark.parametrize("query", ["", "is:archived", "tag:lys", "workplace:AMB", "-møde"])
@pytest.mark.parametrize("today", [TODAY, date(2027, 7, 1)])
def test_every_door_counts_right_in_a_log_of_all_sorts(
    many: sqlite3.Connection, query: str, today: date
) -> None:
    told = page(many, query, "", today)
    for where, cell in cells(told):
        assert cell.query is not None, where
        asked = chosen(cell.query, "", today).query
        found = experiments(many, asked, today.isoformat(), limit=1).total
        assert found == cell.count, (where, cell.query)
    assert told.everything.count > 0
    ends = sum(line.total for line in told.tasks)
    loose = [line for line in told.tasks if not line.name]
    assert ends <= told.everything.count
    assert all(line.place is None for line in loose)
