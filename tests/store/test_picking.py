"""What a meeting may take up, by SQL: the same list as from every line of the log."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.cli.library import StoredLibrary
from explog.domain.naming.vocabulary_learning import PickReason, ReviewKind
from explog.domain.reviews.selection import REASONS, Scope, in_period, suggested
from explog.exchange import demo
from explog.journal.suggesting import suggestions
from explog.store.log import Log
from tests.builders import ident
from tests.store.lists import TASKS, generated, kept, workplace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAYS = ("2026-01-01", "2026-11-16", "2027-06-01", "2029-01-01")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of 150 experiments, of which some build on others."""
    chosen = random.Random(4)  # noqa: S311 - the same log each time
    path = tmp_path_factory.mktemp("picking") / "log.db"
    made = [generated(number, chosen) for number in range(150)]
    with Log.open(path) as log, log.writing():
        for code, tasks in TASKS.items():
            kept(log, f"workplace/{ident(code)}", workplace(code, *tasks))
        for document in made:
            if chosen.random() < 0.2:
                document["derived_from"] = [chosen.choice(made)["id"]]
            for lesson in document.get("lessons") or ():  # type: ignore[union-attr] # a list of documents
                if chosen.random() < 0.3:
                    lesson["used_by"] = [chosen.choice(made)["id"]]  # type: ignore[index,call-overload] # as above
            kept(log, f"experiment/{document['id']}", document)
    return path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo log."""
    path = tmp_path_factory.mktemp("picking") / "demo.db"
    demo.create(path, "en", demo.AS_OF, Log.open)
    return path


@pytest.fixture(params=["drawn", "told"])
def log(request: pytest.FixtureRequest) -> Path:
    """Both."""
    path: Path = request.getfixturevalue(request.param)
    return path


@pytest.fixture(params=DAYS)
def library(log: Path, request: pytest.FixtureRequest) -> Iterator[StoredLibrary]:
    """A log on some day."""
    found = StoredLibrary(log, date.fromisoformat(request.param))
    yield found
    found.close()


@pytest.mark.parametrize("kind", [*ReviewKind])
@pytest.mark.parametrize("last", [None, "2026-06-01", "2027-05-01"])
def test_what_a_kind_of_meeting_takes_is_what_all_lines_give(
    library: StoredLibrary, kind: ReviewKind, last: str | None
) -> None:
    seen = Scope(kind, library.today().isoformat(), last=last)
    assert suggested(library.picked(REASONS[kind], seen.since), seen) == suggested(
        library.rows(), seen
    )


@pytest.mark.parametrize("since", ["", "2026-03-01", "2026-10-01"])
def test_what_happened_in_a_period_is_what_all_lines_give(
    library: StoredLibrary, since: str
) -> None:
    until = library.today().isoformat()
    found = in_period(library.within(since, until), since, until)
    assert found == in_period(library.rows(), since, until)


def test_every_way_to_a_reason_is_among_what_is_compared(drawn: Path, told: Path) -> None:
    """Or the tests above would prove nothing."""
    found = set()
    for path in (drawn, told):
        for day in DAYS:
            library = StoredLibrary(path, date.fromisoformat(day))
            for kind in ReviewKind:
                found |= {one.reason for one in suggestions(library, kind)}
            library.close()
    attention = {PickReason.OUTSIDE_FRAME, PickReason.CLOSE_TO_LIMIT}
    by_hand = {PickReason.PERIOD, PickReason.QUERY, PickReason.BY_HAND}
    assert found >= {*PickReason} - by_hand - attention


def test_a_check_in_reads_no_line_of_what_was_decided_long_ago(told: Path) -> None:
    library = StoredLibrary(told, demo.AS_OF)
    read = library.picked(REASONS[ReviewKind.CHECK_IN], "2026-10-01")
    assert len(read) < len(library.rows())
    assert not [row for row in read if row.decided_on and not row.attention]
    library.close()


def test_an_archived_one_is_taken_up_by_no_meeting(tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    demo.create(path, "en", demo.AS_OF, Log.open)
    from tests.exchange.making import journal

    with Log.open(path) as opened:
        journal(opened, demo.AS_OF).archive("AUT-03")
    library = StoredLibrary(path, demo.AS_OF)
    for kind in ReviewKind:
        taken = suggestions(library, kind, query=None)
        assert "AUT-03" not in {one.row.key for one in taken}
    assert "AUT-03" not in {
        one.row.key for one in suggestions(library, ReviewKind.SINGLE, query="is:archived")
    }
    library.close()
