"""The log in numbers by SQL says what the pure rule says, whatever is in the log."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.cli.library import StoredLibrary
from explog.domain.lists.stats import stats
from explog.domain.query.query import parse
from explog.exchange import demo
from explog.store.log import Log
from tests.builders import ident
from tests.store.lists import TASKS, generated, kept, workplace

if TYPE_CHECKING:
    from pathlib import Path

DAYS = ("2026-01-01", "2026-11-16", "2027-06-01", "2029-01-01")
QUERIES = (
    "",
    "outcome:failed",
    "lys",
    "is:archived",
    "workplace:AMB has:lesson",
    "reached:decided",
)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of 150 experiments."""
    chosen = random.Random(3)  # noqa: S311 - the same log each time
    path = tmp_path_factory.mktemp("figures") / "log.db"
    with Log.open(path) as log, log.writing():
        for code, tasks in TASKS.items():
            kept(log, f"workplace/{ident(code)}", workplace(code, *tasks))
        for number in range(150):
            document = generated(number, chosen)
            kept(log, f"experiment/{document['id']}", document)
    return path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo log."""
    path = tmp_path_factory.mktemp("figures") / "demo.db"
    demo.create(path, "en", demo.AS_OF, Log.open)
    return path


@pytest.mark.parametrize("today", DAYS)
@pytest.mark.parametrize("typed", QUERIES)
@pytest.mark.parametrize("which", ["drawn", "told"])
def test_sql_and_the_pure_rule_count_the_same(
    request: pytest.FixtureRequest, which: str, typed: str, today: str
) -> None:
    library = StoredLibrary(request.getfixturevalue(which), date.fromisoformat(today))
    fitting = library.fitting(typed)
    wanted = stats([row for row in library.rows() if row.id in fitting], today)
    assert library.stats(parse(typed, library.today())) == wanted
    library.close()


def test_what_is_compared_has_something_of_everything(drawn: Path) -> None:
    """Or the test above would prove nothing."""
    library = StoredLibrary(drawn, date(2027, 6, 1))
    found = library.stats()
    telling = ("scaled", "spreading", "failed_safely", "median_days_to_decision")
    assert all(found[name] for name in telling)
    assert found["decided"] != found["decided_with_lesson"] != 0
    library.close()


def test_where_there_is_no_log_there_are_numbers_too(tmp_path: Path) -> None:
    library = StoredLibrary(tmp_path / "log.db", demo.AS_OF)
    assert library.stats() == stats([], demo.AS_OF.isoformat())
