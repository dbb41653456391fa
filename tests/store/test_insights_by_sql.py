"""Every number of Insights counted again: by SQL over the documents and the events as they stand.

Nothing here uses a derived column, the query language or the code that is tested: what an
experiment is, is read from the JSON that a person's acts left behind.
"""

from __future__ import annotations

import json
import statistics
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from explog.domain.insights.chosen import chosen
from explog.exchange import demo
from explog.store import insights as counting
from explog.store.log import Log
from tests.exchange.making import brought
from tests.store.counted import TODAY, page

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from explog.domain.insights.all_insights import Line


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The demo log."""
    with Log.open(tmp_path_factory.mktemp("insights") / "log.db") as log:
        brought(log, json.loads(demo.document("en")))
        yield log.conn


def ask(conn: sqlite3.Connection, sql: str, *given: object) -> list[Any]:
    """The rows of *sql*; of one column only that."""
    rows = conn.execute(sql, given).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]


STEPS = """
SELECT e.key, max(json_extract(t.value, '$.on'))
FROM experiments AS e, json_each(e.document, '$.transitions') AS t
WHERE json_extract(t.value, '$.act') = ? GROUP BY e.key
"""
"""Key → the last day of an act."""


def steps(conn: sqlite3.Connection, act: str) -> dict[str, str]:
    """Key → the last day on which *act* happened."""
    return dict(ask(conn, STEPS, act))


def started(conn: sqlite3.Connection) -> dict[str, str]:
    """Key → the first day of the first cycle."""
    return dict(
        ask(
            conn,
            "SELECT e.key, min(json_extract(c.value, '$.started_on')) AS first"
            " FROM experiments AS e, json_each(e.document, '$.cycles') AS c"
            " GROUP BY e.key HAVING first IS NOT NULL",
        )
    )


def quarter(day: str) -> str:
    return f"{day[:4]}-Q{(int(day[5:7]) - 1) // 3 + 1}"


def by_quarter(days: dict[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for day in days.values():
        found[quarter(day)] = found.get(quarter(day), 0) + 1
    return found


def column(lines: list[Line], name: str) -> dict[str, int]:
    return {line.name: line.cells[name].count for line in lines if line.cells[name].count}


def test_the_numbers_the_domain_names(conn: sqlite3.Connection) -> None:
    """DOMAIN.md 13: the expected numbers of the demo at 16 November 2026."""
    told = page(conn)
    assert told.everything.count == 20
    assert {name: cell.count for name, cell in told.ladder.levels.items()} == {
        "adopted": 1,
        "spreading": 2,
        "scaled": 4,
    }
    board = {at: cell.count for at, cell in told.board.items() if cell.count}
    assert board == {
        ("worked", "safe"): 7,
        ("failed", "safe"): 4,
        ("failed", "no_net"): 1,
        ("failed", "unsafe"): 2,
    }
    assert (told.failed.count, told.failed.of) == (4, 7)
    assert told.inconclusive.count == 1
    assert told.decided.count == 15
    assert (told.numbers["learning_rate"].count, told.numbers["learning_rate"].of) == (15, 15)
    assert told.median_days == 38
    assert (told.numbers["built_on"].count, told.numbers["built_on"].cell.query) == (
        1,
        "has:forerunner",
    )


def test_flow_is_counted_by_the_days_of_the_steps(conn: sqlite3.Connection) -> None:
    told = page(conn).flow
    adopted = steps(conn, "adopt")
    closed = {**steps(conn, "abandon"), **adopted}
    assert column(told, "started") == by_quarter(started(conn))
    assert column(told, "adopted") == by_quarter(adopted)
    assert column(told, "decided") == by_quarter(closed)
    assert column(told, "scaled") == by_quarter(steps(conn, "scale"))
    safely = {"AMB-02", "BØR-02", "AUT-02", "BS-02"}
    assert column(told, "failed_safely") == by_quarter(
        {key: day for key, day in closed.items() if key in safely}
    )
    assert sum(column(told, "noted").values()) == 20


def test_the_quarters_have_no_gap_and_end_today(conn: sqlite3.Connection) -> None:
    names = [line.name for line in page(conn, today=date(2027, 6, 1)).flow]
    assert names[-1] == "2027-Q2"
    assert len(names) == len(set(names)) == 9
    assert names == sorted(names)


def test_the_funnel_follows_who_had_the_idea(conn: sqlite3.Connection) -> None:
    told = {line.name: line.cells for line in page(conn).funnel}
    initiative = ask(
        conn,
        "SELECT i.value, e.key FROM experiments AS e, json_each(e.document, '$.initiator') AS i",
    )
    reached = {
        "idea": set(ask(conn, "SELECT key FROM experiments")),
        "planned": set(steps(conn, "plan")) | set(steps(conn, "register")),
        "started": set(started(conn)),
        "decided": set(steps(conn, "abandon")) | set(steps(conn, "adopt")),
        "adopted": set(steps(conn, "adopt")),
        "scaled": set(steps(conn, "scale")),
    }
    for stage, keys in reached.items():
        assert told["all"][stage].count == len(keys), stage
    for who in {one for one, _key in initiative}:
        own = {key for one, key in initiative if one == who}
        for stage, keys in reached.items():
            assert told[who][stage].count == len(own & keys), (who, stage)


def test_core_tasks_are_counted_with_those_never_touched(conn: sqlite3.Connection) -> None:
    counted = ask(
        conn,
        "SELECT w.code, json_extract(t.value, '$.text'),"
        " (SELECT count(*) FROM experiments AS e WHERE"
        "  json_extract(e.document, '$.core_task') = json_extract(t.value, '$.id'))"
        " FROM workplaces AS w, json_each(w.document, '$.core_tasks') AS t",
    )
    told = {(line.place, line.name): line.total for line in page(conn).tasks}
    assert told == {(code, text): n for code, text, n in counted}


def test_a_task_nobody_touched_has_a_line_of_its_own(conn: sqlite3.Connection) -> None:
    told = page(conn, "AMB-04 state:running")
    assert sum(line.total for line in told.tasks) == 1
    assert [line.total for line in told.tasks].count(0) == len(told.untouched) == 9
    assert [line.place for line in page(conn, "workplace:AMB").tasks] == ["AMB", "AMB"]


def test_hallmarks_are_counted_from_the_lessons(conn: sqlite3.Connection) -> None:
    counted = ask(
        conn,
        "SELECT json_extract(l.value, '$.hallmark') AS mark, count(DISTINCT e.id)"
        " FROM experiments AS e, json_each(e.document, '$.lessons') AS l"
        " WHERE mark IS NOT NULL GROUP BY mark",
    )
    told = page(conn).hallmarks
    assert [line.name for line in told] == ["1", "2", "3", "4", "5"]
    assert {line.name: line.total for line in told if line.total} == {
        str(mark): n for mark, n in counted
    }


def test_learning_speed_and_initiative(conn: sqlite3.Connection) -> None:
    told = page(conn)
    closed = {**steps(conn, "abandon"), **steps(conn, "adopt")}
    begun = started(conn)
    days = [
        (date.fromisoformat(day) - date.fromisoformat(begun[key])).days
        for key, day in closed.items()
    ]
    assert told.median_days == statistics.median(days)
    complete = ask(
        conn,
        "SELECT e.key, json_array_length(json_extract(l.value, '$.used_by'))"
        " FROM experiments AS e, json_each(e.document, '$.lessons') AS l"
        " WHERE json_extract(l.value, '$.we_observed') <> ''"
        " AND json_extract(l.value, '$.therefore') <> ''"
        " AND json_extract(l.value, '$.theme') <> ''",
    )
    taught = {key for key, _used in complete}
    rate = told.numbers["learning_rate"]
    assert (rate.count, rate.of) == (len(taught & set(closed)), len(closed))
    reused = told.numbers["lessons_reused"]
    assert (reused.count, reused.of) == (sum(bool(used) for _k, used in complete), len(complete))
    floor = ask(
        conn,
        "SELECT e.key FROM experiments AS e, json_each(e.document, '$.initiator') AS i"
        " WHERE i.value = 'employees'",
    )
    share = told.numbers["from_the_floor"]
    assert (share.count, share.of) == (len(set(floor) & set(begun)), len(begun))
    assert share.percent == round(100 * share.count / share.of)


def test_value_is_what_the_teams_answered(conn: sqlite3.Connection) -> None:
    counted = ask(
        conn,
        "SELECT v.value, count(*) FROM experiments AS e,"
        " json_each(e.document, '$.value_achieved') AS v GROUP BY v.value",
    )
    told = {line.name: line.total for line in page(conn).value if line.total}
    assert told.pop("any") == len(
        ask(conn, "SELECT id FROM experiments WHERE json_extract(document, '$.value_achieved[0]')")
        or ask(conn, 'SELECT id FROM experiments WHERE document LIKE \'%"value_achieved":["%\'')
    )
    assert told == dict(counted)


def test_predictions_are_held_against_results(conn: sqlite3.Connection) -> None:
    last = (
        "SELECT json_extract(c.value, '$.{field}') AS answer, count(*)"
        " FROM experiments AS e, json_each(e.document, '$.cycles') AS c"
        " WHERE json_extract(c.value, '$.no') = (SELECT max(json_extract(d.value, '$.no'))"
        "  FROM json_each(e.document, '$.cycles') AS d) AND answer IS NOT NULL GROUP BY answer"
    )
    told = {line.name: line.cells for line in page(conn).predictions}
    results = dict(ask(conn, last.format(field="result")))
    assert {
        "yes": results.get("supported", 0),
        "partly": results.get("partly_supported", 0),
        "no": results.get("not_supported", 0),
        "inconclusive": results.get("inconclusive", 0),
    } == {name: cell.count for name, cell in told["criterion"].items()}
    matched = dict(ask(conn, last.format(field="prediction_matched")))
    assert {name: cell.count for name, cell in told["prediction"].items() if cell.count} == matched


def test_places_over_time_are_those_in_operation(conn: sqlite3.Connection) -> None:
    since = ask(
        conn,
        "SELECT json_extract(p.value, '$.since') FROM experiments AS e,"
        " json_each(e.document, '$.places') AS p"
        " WHERE json_extract(p.value, '$.status') = 'in_operation'"
        " UNION ALL SELECT json_extract(document, '$.operation.since') FROM experiments"
        " WHERE json_extract(document, '$.operation.since') IS NOT NULL",
    )
    ladder = page(conn).ladder
    assert ladder.places == len(since)
    for name, places in ladder.quarters:
        assert places == sum(quarter(day) <= name for day in since), name
    potential = ask(
        conn,
        "SELECT sum(json_extract(document, '$.places_potential')) FROM experiments"
        " WHERE json_extract(document, '$.operation.since') IS NOT NULL",
    )
    assert [ladder.potential] == potential


def test_what_nobody_confirmed_for_181_days_is_told_apart(conn: sqlite3.Connection) -> None:
    for today in (TODAY, date(2027, 3, 1), date(2027, 6, 1)):
        ladder = page(conn, today=today).ladder
        counted = ask(
            conn,
            "SELECT count(*) FROM experiments WHERE julianday(?) - julianday("
            "coalesce(json_extract(document, '$.operation.confirmed_on'),"
            " json_extract(document, '$.operation.since'))) > 180",
            today.isoformat(),
        )
        assert [ladder.unconfirmed.count] == counted
        assert ladder.levels["scaled"].count + ladder.faded.count == 4


def test_tests_past_their_last_day_are_asked_about(conn: sqlite3.Connection) -> None:
    counted = ask(
        conn,
        "SELECT count(*) FROM experiments AS e, json_each(e.document, '$.cycles') AS c"
        " WHERE e.state = 'running' AND json_extract(c.value, '$.last_day') < '2027-06-01'",
    )
    asked = chosen("", "", date(2027, 6, 1))
    found = counting.counts(conn, asked.query, asked.whole, "2027-06-01")
    assert [found.mirror[0]] == counted == [1]
