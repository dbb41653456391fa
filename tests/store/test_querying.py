"""Lists by a query: what SQL finds is what the domain says, page by page."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explog.domain.naming.vocabulary import State
from explog.domain.query.error import QueryError
from explog.domain.query.hits import key_begun, stands_in
from explog.domain.query.matching import matches
from explog.domain.query.order import SORTS, alphabetical, numerical
from explog.domain.query.query import Query, parse
from explog.domain.query.terms import SPANS
from explog.domain.record.keys import folded
from explog.domain.record.rows import row
from explog.store import querying, state
from explog.store.log import Log
from explog.store.querying import Page, experiments, idents
from tests.builders import DECIDED, START, ident
from tests.queries import HOSTILE
from tests.store.lists import TAGS, TASKS, generated, kept, workplace

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from explog.domain.query.terms import Text
    from explog.domain.record.rows import ExperimentRow

TODAY = date(2026, 11, 16)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Log]:
    chosen = random.Random(20261116)  # noqa: S311 - the same log every time
    with Log.open(tmp_path_factory.mktemp("querying") / "log.db") as log:
        with log.writing():
            for code, tasks in TASKS.items():
                kept(log, f"workplace/{ident(code)}", workplace(code, *tasks))
            for number in range(1, 161):
                document = generated(number, chosen)
                kept(log, f"experiment/{document['id']}", document, *["need"][number % 9 :])
        yield log


def lines(conn: sqlite3.Connection, today: date = TODAY) -> list[ExperimentRow]:
    """Every experiment."""
    every = experiments(conn, Query(), today.isoformat(), archived=True)
    return [row(record, today.isoformat()) for record in every.rows]


def stands(conn: sqlite3.Connection, term: Text, ident: str) -> bool:
    """Whether *term* stands in one of the texts of an experiment, by reading them."""
    ((*texts,),) = conn.execute(
        "SELECT key, title, text FROM search WHERE subject = ?", (f"experiment/{ident}",)
    ).fetchall()
    begins = key_begun(term) and folded(texts[0]).startswith(folded(term.text))
    return begins or any(stands_in(term, text) for text in texts)


def expected(conn: sqlite3.Connection, query: Query, today: date, *, archived: bool) -> list[str]:
    """What the domain says that *query* finds."""
    return [
        line.id
        for line in lines(conn, today)
        if matches(line, query, archived=archived)
        and all(stands(conn, term, line.id) is not term.negated for term in query.texts)
    ]


def ids(page: Page) -> list[str]:
    return [record[0] for record in page.rows]


def titles(log: Log, text: str) -> list[str]:
    return [record[2] for record in experiments(log.conn, parse(text, TODAY), "2026-11-16").rows]


PIECES = [
    *(f"state:{word}" for word in State),
    "outcome:failed",
    "outcome:worked,inconclusive",
    "outcome:decided",
    "frame:safe",
    "frame:pending,unsafe",
    "task:sik",
    "task:hj",
    "task:alle,hurtig",
    "task:levering",
    "workplace:amb",
    "workplace:bor",
    "workplace:x",
    "tag:lys",
    'tag:"å B"',
    'tag:"-x"',
    'tag:""""',
    "theme:timing,workflow",
    f"since:{DECIDED}",
    f"since:{START}",
    f"until:{START}",
    "since:-14",
    "until:2026-10",
    "until:yesterday",
    *(f"has:{word}" for word in ("lesson", "incident", "place", "criterion_met", "tag", "link")),
    *(f"has:{word}" for word in ("baseline", "measure", "core_task", "workplace")),
    *(f"is:{word}" for word in ("archived", "overdue", "attention", "spreading")),
    *(f"is:{word}" for word in ("intelligent", "everyday_digital")),
    "is:registered_afterwards,archived",
    *(f"has:{word}" for word in ("reused", "forerunner", "prediction")),
    *(f"is:{word}" for word in ("past_last_day", "unconfirmed")),
    *(f"level:{word}" for word in ("adopted", "spreading", "scaled")),
    *(f"reached:{word}" for word in ("planned", "started", "decided", "adopted", "scaled")),
    *(f"{word}:2026-Q2" for word in SPANS),
    f"started:{START}",
    "noted:2024..2026-02",
    *("result:supported", "result:inconclusive", "initiator:employees,citizens"),
    *("value:quality", "prediction:partly,no", "hallmark:2", "hallmark:5"),
    *('task:"=sikker  overlevering"', "task:=sikker"),
    *(
        "møde",
        "år",
        "ar",
        "ro",
        "i",
        "ål",
        "foo-bar",
        '"om lys"',
        '"møde"',
        "c++",
        "lys",
        "amb-1",
        "bor-",
    ),
]

ASKED = st.lists(
    st.tuples(st.sampled_from(["", "-", "!"]), st.sampled_from(PIECES)).map("".join), max_size=4
).map(" ".join)


@pytest.mark.parametrize("text", PIECES)
@pytest.mark.parametrize("turned", ["", "-"])
def test_sql_knows_each_filter_as_the_domain_does(log: Log, text: str, turned: str) -> None:
    for days in (0, 90):
        today = TODAY + timedelta(days=days)
        query = parse(turned + text, today)
        found = experiments(log.conn, query, today.isoformat())
        assert ids(found) == expected(log.conn, query, today, archived=False)


@pytest.mark.parametrize("text", ["is:spreading", "is:overdue", "is:attention"])
def test_what_hangs_on_today_changes_on_its_day(log: Log, text: str) -> None:
    told = [line.derived for line in lines(log.conn)]
    days = {step[0] for each in told for step in each["level_steps"]}
    days |= {day for each in told for _code, *ends in each["attention"] for day in ends if day}
    counts = set()
    for day in (date.fromisoformat(one) + timedelta(days=n) for one in days for n in (-1, 0, 1)):
        query = parse(text, day)
        found = experiments(log.conn, query, day.isoformat())
        assert ids(found) == expected(log.conn, query, day, archived=False)
        counts.add(found.total)
    assert len(counts) > 1


@given(ASKED, st.integers(-40, 400), st.booleans())
@example("", 0, False)
def test_sql_finds_what_the_domain_says(log: Log, text: str, days: int, archived: bool) -> None:
    today = TODAY + timedelta(days=days)
    query = parse(text, today)
    found = experiments(log.conn, query, today.isoformat(), archived=archived)
    assert ids(found) == expected(log.conn, query, today, archived=archived)
    assert found.total == len(found.rows)
    assert found.next is None


@given(ASKED, st.sampled_from([*SORTS]), st.integers(1, 60))
def test_pages_follow_each_other_without_gap_or_overlap(
    log: Log, text: str, sort: str, limit: int
) -> None:
    query = parse(text, TODAY)
    whole = experiments(log.conn, query, "2026-11-16", sort=sort)
    assert idents(log.conn, query, "2026-11-16", sort=sort) == ids(whole)
    paged: list[str] = []
    after = None
    while True:
        page = experiments(log.conn, query, "2026-11-16", sort=sort, after=after, limit=limit)
        assert page.total == whole.total
        paged += ids(page)
        assert len(paged) <= len(whole.rows)
        after = page.next
        if after is None:
            break
        assert len(page.rows) == limit
        after = tuple(json.loads(json.dumps(after)))
    assert paged == ids(whole)


def test_each_order_is_the_one_it_is_called_after(log: Log) -> None:
    every = lines(log.conn)
    rank = {state.value: place for place, state in enumerate(State)}
    by_hand = {
        "newest": every,
        "key": sorted(every, key=lambda line: numerical(line.key)),
        "title": sorted(every, key=lambda line: (alphabetical(line.title), line.id)),
        "state": sorted(every, key=lambda line: rank[line.state]),
        "decided": sorted(every, key=lambda line: line.decided_on or "", reverse=True),
    }
    assert by_hand.keys() == SORTS.keys()
    for sort, ordered in by_hand.items():
        found = experiments(log.conn, Query(), "2026-11-16", sort=sort, archived=True)
        assert ids(found) == [line.id for line in ordered], sort


def test_a_word_is_found_inside_of_another(log: Log) -> None:
    found = titles(log, "møde")
    assert any("Årsmøde" in title for title in found)
    assert any("personalemøde" in title for title in found)
    assert titles(log, "øde") == found


def test_a_is_not_aa(log: Log) -> None:
    conn = log.conn
    for word, other in (("ar", "Årsmøde"), ("år", "arkiv")):
        (term,) = parse(word, TODAY).texts
        found = experiments(conn, parse(word, TODAY), "2026-11-16", archived=True)
        assert found.rows
        assert not stands_in(term, other)
        assert all(stands(conn, term, ident) for ident in ids(found))


@pytest.mark.parametrize("few", [0, 1, 100_000])
def test_rare_and_common_words_are_found_alike(
    log: Log, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(querying, "FEW", few)
    for text in ("møde", "møde ro", 'lys "om lys" -arkiv', "zebra state:running", "nowhere"):
        query = parse(text, TODAY)
        found = experiments(log.conn, query, "2026-11-16")
        assert ids(found) == expected(log.conn, query, TODAY, archived=False)


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        "x" * 1000,
        "ø" * 70,
        " ".join(f"w{n}" for n in range(50)),
        "-" + " -".join(f"w{n}" for n in range(50)),
    ],
)
def test_hostile_text_finds_something_or_nothing_or_is_no_query(log: Log, text: str) -> None:
    try:
        query = parse(text, TODAY)
    except QueryError:
        return
    found = experiments(log.conn, query, "2026-11-16", limit=3)
    assert found.total is not None


@given(st.text(max_size=30))
def test_no_text_breaks_the_search(log: Log, text: str) -> None:
    try:
        query = parse(text, TODAY)
    except QueryError:
        return
    experiments(log.conn, query, "2026-11-16", limit=3)


def test_counting_is_left_out_where_nobody_asks(log: Log) -> None:
    page = experiments(log.conn, Query(), "2026-11-16", limit=5, counted=False)
    assert page.total is None
    assert len(page.rows) == 5


def test_what_can_be_offered_is_read_from_the_log(log: Log) -> None:
    known = querying.vocabulary(log.conn)
    assert {*known.tags} == {*TAGS}
    assert {*known.tasks} == {task for tasks in TASKS.values() for task in tasks}
    assert known.workplaces == {"AMB": "AMB", "BØR": "BØR"}


def test_what_was_changed_is_found_by_its_new_words_only(log: Log) -> None:
    with log.writing():
        chosen = random.Random(1)  # noqa: S311 - see above
        document = {**generated(900, chosen), "title": "Undervejsmåling", "archived": False}
        subject = f"experiment/{document['id']}"
        kept(log, subject, document)
        assert titles(log, "vejsmål") == ["Undervejsmåling"]
        kept(log, subject, {**document, "title": "Slutmåling"})
        assert titles(log, "vejsmål") == []
        assert titles(log, "utmål") == ["Slutmåling"]
        state.remove(log.conn, subject)
        assert titles(log, "utmål") == []
