"""What cannot be true at once is told to the person who writes it, and to nobody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from explog.domain.judging.contradictions import contradictions
from tests.builders import END, OPERATION, SINCE, START, STOP, Fields, daily, experiment, place

DAY = timedelta(1)
TODAY = SINCE + 30 * DAY
TOMORROW = TODAY + DAY
PERCENT: Fields = {"name": "Right", "unit": "%", "kind": "percent", "direction": "up"}
INCIDENT: Fields = {"date": START, "kind": "data", "level": "mild", "text": "A photo"}


def said(after: Fields, before: Fields | None = None, state: str = "adopted") -> list[str]:
    """The places of what *after* makes of an experiment that cannot be true."""
    old = experiment(state, before) if before is not None else None
    found = contradictions(old, experiment(state, after), TODAY)
    assert all(problem.said for problem in found)
    return [problem.place for problem in found]


@pytest.mark.parametrize("state", ["idea", "planned", "running", "paused", "adopted", "abandoned"])
def test_a_sound_experiment_has_none(state: str) -> None:
    assert said({}, state=state) == []


WRONG: dict[str, tuple[Fields, str]] = {
    "more than 100 percent": (
        {"measures": [PERCENT], "observations": daily(START, 100.5)},
        "observations[0].value",
    ),
    "less than 0 percent": (
        {"measures": [PERCENT], "observations": daily(START, -1)},
        "observations[0].value",
    ),
    "an observation of tomorrow": ({"observations": daily(TOMORROW, 3)}, "observations[0].date"),
    "a note of tomorrow": ({"notes": [{"date": TOMORROW, "text": "x"}]}, "notes[0].date"),
    "a mark of tomorrow": (
        {"annotations": [{"date": TOMORROW, "text": "x"}]},
        "annotations[0].date",
    ),
    "a place on trial from tomorrow": (
        {"places": [place("Two", "trial", since=TOMORROW)]},
        "places[0].since",
    ),
    "a place in operation from tomorrow": (
        {"places": [place("Two", since=TOMORROW)]},
        "places[0].since",
    ),
    "a place that stopped, from tomorrow": (
        {"places": [place("Two", "discontinued", since=TOMORROW)]},
        "places[0].since",
    ),
    "an incident of tomorrow": (
        {"incidents": [{**INCIDENT, "date": TOMORROW}]},
        "incidents[0].date",
    ),
    "a breach of personal data that was only a near miss": (
        {"incidents": [{**INCIDENT, "level": "near_miss"}]},
        "incidents[0].level",
    ),
    "four initiators": (
        {"initiator": ["employees", "management", "citizens", "supplier"]},
        "initiator",
    ),
    "a start of tomorrow": (
        {"cycle": {"started_on": TOMORROW, "ended_on": None}},
        "cycles[1].started_on",
    ),
    "an end of tomorrow": ({"cycle": {"ended_on": TOMORROW}}, "cycles[1].ended_on"),
    "an end before the start": ({"cycle": {"ended_on": START - DAY}}, "cycles[1].ended_on"),
    "a reaction before it was met": (
        {"stop_criteria": [{**STOP, "met_on": END, "reacted_on": START}]},
        "stop_criteria[0].reacted_on",
    ),
    "met before the start": (
        {"stop_criteria": [{**STOP, "met_on": START - DAY, "reacted_on": START}]},
        "stop_criteria[0].met_on",
    ),
    "a reaction a minute before it was met": (
        {
            "stop_criteria": [
                {**STOP, "met_on": "2026-10-12T08:31", "reacted_on": "2026-10-12T08:30"}
            ]
        },
        "stop_criteria[0].reacted_on",
    ),
    "confirmed tomorrow": (
        {"operation": {**OPERATION, "confirmed_on": TOMORROW}},
        "operation.confirmed_on",
    ),
    "a place confirmed tomorrow": (
        {"places": [place("North", last_confirmed_on=TOMORROW)]},
        "places[0].last_confirmed_on",
    ),
    "a decision of tomorrow": ({"transitions": [{"act": "plan", "on": TOMORROW}]}, "on"),
    "a target that is the baseline": (
        {"measures": [{**PERCENT, "target": 60, "baseline_stated": 60}]},
        "measures[0].target",
    ),
    "a target on the worse side of the stated baseline": (
        {"measures": [{**PERCENT, "target": 50, "baseline_stated": 60}]},
        "measures[0].target",
    ),
    "a target on the worse side of the measured baseline": (
        {
            "measures": [{**PERCENT, "target": 50, "baseline_stated": 40}],
            "observations": daily(START - 9 * DAY, 60, 60, 60),
        },
        "measures[0].target",
    ),
}


@pytest.mark.parametrize(("change", "where"), WRONG.values(), ids=WRONG)
def test_each_contradiction_names_its_place(change: Fields, where: str) -> None:
    assert said(change) == [where]
    assert said(change, {}) == [where]


@pytest.mark.parametrize(("change", "where"), WRONG.values(), ids=WRONG)
def test_what_stood_there_before_is_not_complained_of_again(change: Fields, where: str) -> None:
    assert where
    assert said(change, change) == []


RIGHT: dict[str, Fields] = {
    "0 and 100 percent": {"measures": [PERCENT], "observations": daily(START, 0, 100)},
    "120 of something that is no percentage": {"observations": daily(START, 120)},
    "an observation of today": {"observations": daily(TODAY, 3)},
    "three initiators": {"initiator": ["employees", "management", "citizens"]},
    "a reaction on the day it was met": {
        "stop_criteria": [{**STOP, "met_on": START, "reacted_on": "2026-10-05T08:30"}]
    },
    "a near miss with a citizen": {
        "incidents": [{**INCIDENT, "kind": "citizen", "level": "near_miss"}]
    },
    "started, ended, decided and confirmed today": {
        "cycle": {"started_on": TODAY, "ended_on": TODAY},
        "transitions": [{"act": "plan", "on": TODAY}],
        "operation": {**OPERATION, "confirmed_on": TODAY},
        "places": [place("North", last_confirmed_on=TODAY)],
    },
    "a reaction in the minute it was met": {
        "stop_criteria": [{**STOP, "met_on": "2026-10-05T08:30", "reacted_on": "2026-10-05T08:30"}]
    },
    "met, and no reaction yet": {"stop_criteria": [{**STOP, "met_on": START}]},
    "an end on the day of the start": {"cycle": {"ended_on": START}},
    "daily operation from a day that will come": {"operation": {**OPERATION, "since": TOMORROW}},
    "a target within, equal to the baseline": {
        "measures": [{**PERCENT, "direction": "within", "target": 60, "baseline_stated": 60}]
    },
    "a target on the better side": {
        "measures": [{**PERCENT, "target": 70, "baseline_stated": 60}],
    },
}


@pytest.mark.parametrize("change", RIGHT.values(), ids=RIGHT)
def test_what_may_be_true_is_left_alone(change: Fields) -> None:
    assert said(change) == []


def test_an_honest_observation_is_never_refused_because_of_a_target() -> None:
    measures = [{**PERCENT, "target": 50}]
    surprising = {"measures": measures, "observations": daily(START - DAY, 60)}
    assert said(surprising, {"measures": measures}) == []


def test_several_contradictions_are_all_told() -> None:
    change = {"observations": daily(TOMORROW, 3, 4), "incidents": [{**INCIDENT, "date": TOMORROW}]}
    assert len(said(change)) == 3


def test_the_day_is_told_as_people_read_it() -> None:
    change = {"observations": daily(date(2027, 1, 2), 3)}
    (problem,) = contradictions(None, experiment("adopted", change), TODAY)
    assert "2 Jan 2027" in str(problem)
