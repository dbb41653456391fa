from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from explog.domain.lists.summary import summarise
from explog.domain.naming.vocabulary import Outcome
from explog.domain.query.groups import GROUPED
from explog.domain.query.matching import begins_a_word, matches
from explog.domain.query.query import parse
from explog.domain.record.rows import ExperimentRow, row
from tests.builders import DECIDED, END, LAST_DAY, LIVES, START, experiment, place

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment

TODAY = date(2026, 11, 16)


def as_row(
    made: Experiment, today: date = TODAY, *, task: str = "", code: str = "AMB"
) -> ExperimentRow:
    """The line of *made*, as the store hands it over."""
    document = made.model_dump(mode="json", exclude_none=True)
    derived = json.dumps(summarise("experiment", document, None))
    tags = json.dumps(document["tags"])
    record = (made.id, made.key, made.title, code, task or None, tags, made.archived, derived)
    return row(record, today.isoformat())


def fits(
    query: str, made: Experiment, today: date = TODAY, *, task: str = "", code: str = "AMB"
) -> bool:
    return matches(as_row(made, today, task=task, code=code), parse(query, today))


@pytest.mark.parametrize("state", LIVES)
def test_each_state_is_found_by_its_own_name_only(state: str) -> None:
    found = [other for other in LIVES if fits(f"state:{other}", experiment(state))]
    assert found == [state]


def test_several_values_of_one_filter_are_one_or_the_other() -> None:
    assert fits("state:idea,running", experiment("running"))
    assert not fits("state:!idea,running", experiment("running"))
    assert fits("state:!idea,planned", experiment("running"))


def test_several_filters_must_all_hold() -> None:
    assert fits("state:running has:measure", experiment("running"))
    assert not fits("state:running has:lesson", experiment("running"))


def test_words_are_not_looked_at() -> None:
    assert fits("nowhere", experiment("idea"))


@pytest.mark.parametrize(
    ("query", "state", "change", "holds"),
    [
        ("outcome:failed_safely", "abandoned", {}, True),
        ("outcome:failed", "abandoned", {"cycle": {"harm": None}}, True),
        ("outcome:failed", "adopted", {}, False),
        ("outcome:worked", "retired", {}, True),
        ("outcome:decided", "abandoned", {"cycle": {"result": "inconclusive"}}, True),
        ("outcome:decided", "running", {}, False),
        ("frame:safe", "abandoned", {}, True),
        ("frame:!safe", "idea", {}, True),
        ("has:lesson", "abandoned", {}, True),
        ("has:lesson", "abandoned", {"lessons": [{"we_learned": "half a lesson"}]}, False),
        ("has:incident", "idea", {}, False),
        ("has:baseline", "idea", {}, False),
        ("has:place", "adopted", {"places": [place("Hus 2")]}, True),
        ("has:criterion-met", "running", {"stop_criteria": [{"text": "x", "met_on": START}]}, True),
        ("has:criterion-met", "running", {}, False),
        ("has:tag", "idea", {"tags": ["x"]}, True),
        ("has:link", "idea", {"links": ["case 7"]}, True),
        ("has:core-task", "idea", {}, False),
        ("has:workplace", "idea", {}, True),
        ("theme:workflow", "abandoned", {}, True),
        ("theme:timing", "abandoned", {}, False),
        ("tag:RO", "idea", {"tags": ["x", "ro"]}, True),
        ("tag:ro", "idea", {"tags": ["rolig"]}, False),
        ('tag:"a\u030a b"', "idea", {"tags": ["Å b"]}, True),
        ("is:spreading", "adopted", {"places": [place("Hus 2", "trial")]}, True),
        ("is:spreading", "adopted", {}, False),
        ("is:intelligent", "abandoned", {}, False),
        ("is:everyday-digital", "idea", {}, False),
        ("is:registered-afterwards", "running", {}, False),
    ],
)
def test_a_filter_asks_for_one_fact(
    query: str, state: str, change: dict[str, object], *, holds: bool
) -> None:
    assert fits(query, experiment(state, change)) is holds
    name, _colon, value = query.partition(":")
    turned = f"{name}:{value[1:]}" if value[0] == "!" else f"{name}:!{value}"
    assert fits(turned, experiment(state, change)) is not holds


@pytest.mark.parametrize(
    ("state", "change", "day"),
    [
        ("abandoned", {}, DECIDED),
        ("in_review", {}, END),
        ("running", {}, START),
        ("planned", {}, START - timedelta(days=14)),
        ("idea", {"id": "019a0000-0000-7000-8000-000000000000"}, date(2025, 10, 20)),
    ],
)
def test_since_and_until_look_at_the_day_of_the_last_step(
    state: str, change: dict[str, object], day: date
) -> None:
    made, before = experiment(state, change), day - timedelta(days=1)
    assert fits(f"since:{day} until:{day}", made)
    assert fits(f"since:!{day + timedelta(days=1)} until:!{before}", made)
    assert not fits(f"until:{before}", made)


def test_an_idea_of_unknown_age_is_from_no_day() -> None:
    assert not fits("since:1900-01-01", experiment("idea"))
    assert not fits("until:2100-01-01", experiment("idea"))


def test_overdue_begins_the_day_after_the_last_one() -> None:
    assert not fits("is:overdue", experiment("running"), LAST_DAY)
    assert fits("is:overdue", experiment("running"), LAST_DAY + timedelta(days=1))


def test_what_needs_attention_is_more_than_what_is_overdue() -> None:
    assert fits("is:attention is:!overdue", experiment("in_review"))
    assert fits("is:attention is:!overdue", experiment("running"), LAST_DAY)


@pytest.mark.parametrize(
    ("part", "holds"),
    [
        ("over", True),
        ("Sikker over", True),
        ("til  akut", True),
        ("levering", False),
        ("modtagelse", False),
    ],
)
def test_a_core_task_is_found_from_the_beginning_of_any_word(part: str, *, holds: bool) -> None:
    task = "Sikker overlevering til akutmodtagelsen"
    assert begins_a_word(task, " ".join(part.split())) is holds
    assert fits(f'task:"{part}"', experiment("idea"), task=task) is holds


@pytest.mark.parametrize(
    ("code", "typed", "holds"),
    [("BØR", "bør", True), ("BØR", "bor", True), ("BØR", "b", False), ("", "amb", False)],
)
def test_a_workplace_goes_by_its_code(code: str, typed: str, *, holds: bool) -> None:
    assert fits(f"workplace:{typed}", experiment("idea"), code=code) is holds


def test_archived_ones_are_left_out_unless_they_are_asked_for() -> None:
    gone = experiment("idea", archived=True)
    assert not fits("state:idea", gone)
    assert fits("state:idea is:archived", gone)
    assert not fits("is:!archived", gone)
    assert matches(as_row(gone), parse("state:idea", TODAY), archived=True)


def test_every_outcome_is_decided_or_not_yet() -> None:
    open_ones = {"not_started", "ongoing", "shelved"}
    assert {*GROUPED["decided"]} == {outcome.value for outcome in Outcome} - open_ones
