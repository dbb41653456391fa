"""What is made of counts: shares in words, the mirror, periods, and the facts they stand on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from explog import locale
from explog.domain.house_numbers import MIRROR
from explog.domain.insights.all_insights import Cell, Insights, Ladder, Share
from explog.domain.insights.chosen import chosen
from explog.domain.insights.counts import Counts
from explog.domain.insights.facts import days, insight_facts, reached, spread_steps
from explog.domain.insights.making import insights
from explog.domain.insights.mirror import spoken
from explog.domain.insights.quarters import quarter_of, quarters_between
from explog.domain.insights.words import coverage, quarter, sentence, share
from explog.domain.query.error import QueryError
from explog.domain.query.matching import REACHED, SPAN_FACTS
from explog.domain.query.query import parse
from explog.domain.query.terms import SPANS
from explog.domain.thresholds import Thresholds
from explog.errors import UsageError
from tests.builders import DECIDED, LIVES, SINCE, START, experiment, ident, place

TODAY = date(2026, 11, 16)
FURTHEST = {
    "idea": "idea",
    "planned": "planned",
    "running": "started",
    "paused": "started",
    "in_review": "started",
    "adopted": "adopted",
    "scaled": "scaled",
    "abandoned": "decided",
    "shelved": "planned",
    "retired": "adopted",
}


def page(counts: Counts, **house: object) -> Insights:
    return insights(counts, chosen("", "", TODAY), house, "2026-11-16")


def asked(counts: Counts, **house: object) -> list[str]:
    return [spoken(question) for question in page(counts, **house).mirror]


@pytest.mark.parametrize("state", LIVES)
def test_each_life_came_as_far_as_it_came(state: str) -> None:
    came = REACHED[reached(experiment(state))]
    assert came == FURTHEST[state] or (state == "retired" and came == "scaled")


def test_an_undone_decision_is_no_decision() -> None:
    known = days(experiment("abandoned"))
    assert known["closed_on"] == DECIDED
    assert known["adopted_on"] is known["scaled_on"] is None
    assert days(experiment("running"))["closed_on"] is None
    assert days(experiment("adopted"))["adopted_on"] is not None


def test_places_come_into_operation_and_stop() -> None:
    ended = place("South", ended_on=SINCE + timedelta(days=40))
    made = experiment("adopted", places=[place("North"), ended, place("West", "trial")])
    assert sum(step for _day, step in spread_steps(made)) == 2
    assert (SINCE + timedelta(days=40), -1) in spread_steps(made)
    assert spread_steps(experiment("running", places=[])) == []


def test_only_lessons_that_say_all_can_be_used_again() -> None:
    whole = {"we_observed": "a", "we_learned": "b", "therefore": "c", "theme": "timing"}
    used = {**whole, "used_by": [ident("another")]}
    half = {"we_learned": "b", "used_by": [ident("another")]}
    assert insight_facts(experiment("abandoned", lessons=[used, whole, half]))["used"] == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-k4", "2026-10-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-01..2026-06", "2026-01-01", "2026-06-30"),
        ("2025-Q4..2026-Q1", "2025-10-01", "2026-03-31"),
        ("12/10", "2026-10-12", "2026-10-12"),
        ("week 42", "2026-10-12", "2026-10-18"),
    ],
)
def test_a_period_is_read_and_kept_so_that_it_reads_the_same(
    text: str, first: str, last: str
) -> None:
    query = parse(f'decided:"{text}"', TODAY)
    (term,) = query.filters
    assert term.meant == (f"{first}..{last}",)
    assert parse(str(query), TODAY) == query
    told = chosen("", text, TODAY)
    assert str(told.query) == f"since:{first} until:{last}"
    assert told.first_quarter == quarter_of(first)


@pytest.mark.parametrize("text", ["2026-Q5", "2026-06..2026-01", "soonish", "..", "2026-13"])
def test_what_is_no_period_is_said(text: str) -> None:
    with pytest.raises(QueryError):
        parse(f'started:"{text}"', TODAY)
    with pytest.raises(UsageError, match="2026-Q3"):
        chosen("", text, TODAY)


def test_every_span_has_its_day() -> None:
    assert SPAN_FACTS.keys() == set(SPANS)
    assert {name.removesuffix("_on") for name in days(experiment("idea"))} >= {"noted", "scaled"}


def test_quarters_go_on_over_new_year_without_a_gap() -> None:
    assert quarters_between("2025-Q3", "2026-Q2") == ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]
    assert quarters_between("2026-Q2", "2026-Q1") == []
    assert [quarter_of(f"2026-{month:02d}-01")[-1] for month in (1, 3, 4, 12)] == [*"1124"]


def test_below_ten_a_share_is_a_sentence_and_from_ten_on_a_percent() -> None:
    said = "{n} of {all} held"
    assert share(said, Share(4, 9, Cell(4))) == "4 of 9 held"
    assert share(said, Share(4, 10, Cell(4))) == "4 of 10 held · 40 %"
    ladder = Ladder({}, Cell(0), Cell(0), places=4, known=4, potential=9)
    assert coverage(ladder) == "4 of 9 places use it"


def test_where_there_is_nothing_the_sentence_says_so() -> None:
    empty = page(Counts())
    assert sentence("learning_rate", empty) == "Nothing is decided yet."
    assert sentence("from_the_floor", empty) == "Nothing is started yet."
    for code in empty.numbers:
        assert "0 of 0" not in sentence(code, empty)


def test_the_mirror_asks_from_eight_decided_without_a_failure() -> None:
    safe = "None of 8 ended as failed. Do you only try what is safe?"
    assert asked(Counts(board=[("adopted", "safe", 8)])) == [safe]
    assert asked(Counts(board=[("adopted", "safe", 7)])) == []
    assert asked(Counts(board=[("adopted", "safe", 8), ("failed_safely", "safe", 1)])) == []
    assert asked(Counts(board=[("adopted", "safe", 7)]), mirror_closed=7) != []


def test_the_mirror_asks_about_tests_that_nobody_ended() -> None:
    assert asked(Counts(mirror=(3, 0))) == []
    assert asked(Counts(mirror=(4, 0))) == [
        "4 tests are past their last day. Do you end your experiments?"
    ]


def test_the_mirror_asks_about_lessons_nobody_used_and_tasks_nobody_touched() -> None:
    def learned(lessons: int, used: int, built: int) -> Counts:
        return Counts(learning=(9, 9, 0, 9, 9, lessons, used, used, built, 0, None))

    assert asked(learned(5, 0, 0)) == [
        "None of 5 lessons has been used again yet. Who could need them?"
    ]
    assert asked(learned(4, 0, 0)) == asked(learned(5, 1, 0)) == asked(learned(5, 0, 1)) == []
    tasks = [("AMB", "Safe handover", "adopted", 2), ("AMB", "Prompt help", None, None)]
    assert asked(Counts(tasks=tasks)) == [
        "1 of 2 core tasks has no experiment yet. Is there something small to try?"
    ]


def test_the_mirror_can_be_switched_off() -> None:
    assert asked(Counts(board=[("adopted", "safe", 99)], mirror=(99, 0)), mirror=False) == []


def test_the_house_numbers_are_the_thresholds_defaults() -> None:
    usual = Thresholds()
    assert {name: getattr(usual, name) for name in MIRROR} == MIRROR
    assert usual.mirror is True


def test_two_tasks_of_which_one_begins_like_the_other_are_told_apart() -> None:
    rows = [("AMB", "Safe help", "adopted", 1), ("AMB", "Safe help for all", "adopted", 2)]
    queries = [line.cells["worked"].query or "" for line in page(Counts(tasks=rows)).tasks]
    short, long = (parse(query, TODAY) for query in queries)
    assert short != long
    assert "=safe help" in next(term for term in short.filters if term.name == "task").meant


@pytest.mark.parametrize(("language", "said"), [("en", "Q3 2026"), ("da", "3. kvartal 2026")])
def test_a_quarter_is_told_as_people_say_it(language: str, said: str) -> None:
    locale.speak(language)
    assert quarter("2026-Q3") == said


def test_a_start_that_is_known_is_noted_no_later(  # a test may be written down afterwards
) -> None:
    made = experiment("abandoned", id="01a90000-0000-7000-8000-000000000000")
    noted = days(made)["noted_on"]
    assert noted is not None
    assert noted <= START
