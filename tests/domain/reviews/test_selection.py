"""The default list of a meeting, each line with its reason (DOMAIN.md 10.7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from explog.domain.naming.vocabulary_learning import ReviewKind
from explog.domain.record.rows import ExperimentRow
from explog.domain.reviews.selection import (
    Scope,
    by_query,
    in_period,
    last_meeting,
    open_agreements,
    suggested,
)
from explog.locale import speak
from tests.demo_log import rows as rows_of
from tests.exchange.making import brought, opened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TODAY = "2026-11-16"


def made(key: str, **different: Any) -> ExperimentRow:  # noqa: ANN401 - fields of any kind
    """A running experiment that asks for nothing."""
    derived: dict[str, Any] = {"attention": [], "signal": None, **different.pop("derived", {})}
    attention = tuple(code for code, _since, _until in derived["attention"])
    known: dict[str, Any] = {
        "id": key, "key": key, "title": key, "workplace": "AMB", "core_task": None,
        "state": "running", "outcome": "ongoing", "frame_verdict": None, "level": None,
        "in_operation": None, "potential": None, "result": None, "decision": None,
        "started_on": None, "ended_on": None, "decided_on": None, "lessons": 0, "tags": (),
        "attention": attention, "derived": derived, **different,
    }  # fmt: skip
    return ExperimentRow(**known)


def asking(code: str) -> dict[str, Any]:
    """What is derived of an experiment that asks for an eye because of *code*."""
    return {"attention": [[code, "2026-11-01", None]]}


def told(rows: Sequence[ExperimentRow], kind: str, **scope: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - as above
    """Keys and reasons of what is suggested."""
    found = suggested(rows, Scope(ReviewKind(kind), TODAY, **scope))
    return [(one.row.key, one.reason.value) for one in found]


@pytest.mark.parametrize(
    ("different", "reason"),
    [
        ({"derived": asking("ended_not_reviewed")}, "ended_not_reviewed"),
        ({"derived": asking("past_last_day")}, "past_last_day"),
        ({"derived": asking("close_to_limit")}, "close_to_limit"),
        ({"derived": asking("outside_frame")}, "outside_frame"),
        ({"derived": {"signal": "shift"}}, "signal"),
        ({"derived": {"signal": "shift_worse"}, "state": "paused"}, "signal"),
        ({"derived": asking("confirmation_missing")}, "confirmation_missing"),
    ],
)
def test_each_reason_of_the_default_list_is_found(different: dict[str, Any], reason: str) -> None:
    assert told([made("AMB-01", **different)], "retrospective") == [("AMB-01", reason)]


@pytest.mark.parametrize(
    "different",
    [
        {},
        {"derived": {"signal": "no_shift"}},
        {"derived": {"signal": "shift"}, "state": "adopted"},
        {"derived": {"signal": "shift"}, "archived": True},
        {"derived": {"attention": [["measurement_due", None, None]]}},
    ],
)
def test_what_needs_no_meeting_is_not_on_the_list(different: dict[str, Any]) -> None:
    assert told([made("AMB-01", **different)], "retrospective") == []


def test_each_experiment_stands_once_by_its_most_pressing_reason() -> None:
    attention = [["past_last_day", "2026-11-01", None], ["close_to_limit", None, None]]
    late = made("AMB-02", derived={"attention": attention, "signal": "shift"})
    signal = made("AMB-01", derived={"signal": "shift"})
    assert told([signal, late], "check_in") == [("AMB-02", "past_last_day"), ("AMB-01", "signal")]


def test_a_lesson_that_was_used_since_last_time_brings_its_experiment_back() -> None:
    first = made("AMB-01", derived={"noted_on": "2026-01-01"})
    after = made("AMB-02", derived={"noted_on": "2026-10-01", "forerunners": ["AMB-01"]})
    assert told([after, first], "retrospective", last="2026-09-30") == [("AMB-01", "lesson_reused")]
    assert told([after, first], "retrospective", last="2026-10-01") == []
    used = made("AMB-01", derived={"noted_on": "2026-01-01", "lesson_users": ["AMB-02"]})
    plain = made("AMB-02", derived={"noted_on": "2026-10-01"})
    assert told([plain, used], "retrospective", last="2026-09-30") == [("AMB-01", "lesson_reused")]


def test_only_the_meetings_workplaces_are_looked_at() -> None:
    rows = [
        made("BØR-01", workplace="BØR", derived={"signal": "shift"}),
        made("AMB-01", derived={"signal": "shift"}),
    ]
    assert told(rows, "check_in", workplaces=frozenset({"bor"})) == [("BØR-01", "signal")]


def test_a_period_takes_what_happened_in_it_latest_first() -> None:
    rows = [
        made("AMB-01", started_on="2026-01-01", ended_on="2026-02-01"),
        made("AMB-02", decided_on="2026-03-31"),
        made("AMB-03", started_on="2026-04-01"),
    ]
    found = in_period(rows, "2026-02-01", "2026-03-31")
    assert [(one.row.key, one.on) for one in found] == [
        ("AMB-02", "2026-03-31"),
        ("AMB-01", "2026-02-01"),
    ]


def test_a_query_takes_what_it_found() -> None:
    rows = [made("AMB-02", decided_on="2026-06-12"), made("AMB-01", decided_on="2026-06-11")]
    assert [one.row.key for one in by_query(rows, {"AMB-01"})] == ["AMB-01"]


def test_the_last_meeting_is_the_latest_that_was_held_there() -> None:
    reviews: list[dict[str, Any]] = [
        {"id": "1", "date": "2026-06-11", "kind": "single", "workplaces": ["a"]},
        {"id": "2", "date": "2026-09-01", "kind": "single", "workplaces": ["b"]},
        {
            "id": "3",
            "date": "2026-10-01",
            "kind": "single",
            "workplaces": ["a"],
            "status": "planned",
        },
        {"id": "4", "date": "2026-08-01", "kind": "leadership", "workplaces": ["a"]},
        {"id": "5", "date": "2026-08-02", "kind": "single", "workplaces": ["a"], "archived": True},
    ]

    def last(*homes: str, **more: Any) -> str | None:  # noqa: ANN401 - arguments of the function
        found = last_meeting(reviews, homes, **{"before": TODAY, **more})
        return str(found["id"]) if found else None

    assert (last(), last("a"), last("c"), last("a", kind="single")) == ("2", "4", None, "1")
    assert last(before="2026-06-11") is None


def test_a_meeting_opens_with_the_open_agreements_of_its_workplaces_overdue_first() -> None:
    reviews: list[dict[str, Any]] = [
        {"id": "r1", "workplaces": ["a"]},
        {"id": "r2", "workplaces": ["b"]},
    ]
    agreements: list[dict[str, Any]] = [
        {"id": "1", "key": "A-01", "due": "2026-12-01", "review": "r1"},
        {"id": "2", "key": "A-02", "due": "2026-09-01", "review": "r1", "status": "open"},
        {"id": "3", "key": "A-03", "due": "2026-08-01", "review": "r2"},
        {"id": "4", "key": "A-04", "due": "2026-10-01"},
        {"id": "5", "key": "A-05", "due": "2026-07-01", "status": "done"},
        {"id": "6", "key": "A-06", "due": "2026-07-01", "archived": True},
    ]
    found = open_agreements(agreements, reviews, ["a"], TODAY)
    assert [one["key"] for one in found] == ["A-02", "A-04", "A-01"]
    assert len(open_agreements(agreements, reviews, [], TODAY)) == 4


def test_a_reason_is_said_with_its_day_in_both_languages() -> None:
    row = made("BS-03", derived={"attention": [["ended_not_reviewed", "2026-11-08", None]]})
    (one,) = suggested([row], Scope(ReviewKind.SINGLE, TODAY))
    assert one.why == "ended, not reviewed · 8 Nov 2026"
    speak("da")
    assert one.why == "afsluttet, ikke evalueret · 8. nov. 2026"
    assert replace(one, on=None).why == "afsluttet, ikke evalueret"


def test_the_demo_is_chosen_from_as_its_story_says(tmp_path: Path) -> None:
    from explog.exchange import demo

    with opened(tmp_path / "log.db") as log:
        brought(log, demo.document("en"))
        rows = [*rows_of(log, date(2026, 11, 16)).values()]
    assert told(rows, "single") == [("BS-03", "ended_not_reviewed")]
    assert told(rows, "check_in") == [("AMB-04", "signal")]
    leadership = told(rows, "leadership", last="2025-11-16")
    assert [key for key, reason in leadership if reason == "scaled"] == [
        "AMB-01", "BS-01", "BØR-03", "LYS-01",
    ]  # fmt: skip
    assert {key for key, reason in leadership if reason == "failed_outside"} == {
        "AMB-03", "AUT-04", "LYS-03",
    }  # fmt: skip
